/** Puts a prerendered view into the page that the client build made. Text in, text out. */

export type PageLanguage = 'en' | 'ko'

/** What build/entryServer.tsx gives for one language. */
export interface PrerenderedView {
  /** Markup of everything inside `#root`, equal to what the browser renders first. */
  readonly html: string
  readonly title: string
  readonly description: string
}

/** The export of build/entryServer.tsx that the build calls. */
export type RenderView = (language: PageLanguage) => PrerenderedView

/** Where the page of each language lies in the built site, and the way from there back to its root. */
export const pages: Readonly<Record<PageLanguage, { readonly file: string; readonly root: string }>> = {
  en: { file: 'index.html', root: './' },
  ko: { file: 'ko/index.html', root: '../' },
}

const locales: Readonly<Record<PageLanguage, string>> = { en: 'en_US', ko: 'ko_KR' }

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Replaces the one match; the replacement is taken as it is, without `$` having a meaning. @throws Error if there is none */
function replaceOnce(text: string, pattern: RegExp, replacement: string, what: string): string {
  if (!pattern.test(text)) throw new Error(`The built index.html has no ${what}`)
  return text.replace(pattern, () => replacement)
}

/** Leaves out tags that are for another language's page (`data-only`). */
const forLanguage = (html: string, language: PageLanguage): string =>
  html
    .replaceAll(/\s*<link\b[^>]*\sdata-only="([^"]*)"[^>]*>/g, (tag, only: string) =>
      only === language ? tag : '',
    )
    .replaceAll(` data-only="${language}"`, '')

/** The site's own files are named from the page that shows them. */
const fromRoot = (html: string, root: string): string =>
  html.replaceAll(/ (src|href)="\.\//g, (_, attribute: string) => ` ${attribute}="${root}`)

const meta = (name: 'name' | 'property', key: string, content: string): string =>
  `<meta ${name}="${key}" content="${escapeHtml(content)}">`

/**
 * Search engines take only full addresses in `hreflang`, so the links are there only if the build is told
 * where the site will stand.
 */
const alternates = (siteUrl: string): string[] => [
  `<link rel="alternate" hreflang="en" href="${escapeHtml(siteUrl)}">`,
  `<link rel="alternate" hreflang="ko" href="${escapeHtml(new URL('ko/', siteUrl).href)}">`,
  `<link rel="alternate" hreflang="x-default" href="${escapeHtml(siteUrl)}">`,
]

/**
 * @param template the index.html that the client build made, with an empty `<div id="root"></div>`
 * @param siteUrl where the site will stand, ending in '/', if known
 * @returns the page of one language: `lang`, title, description, Open Graph texts, the view itself, and
 *   `data-root` on `<html>`, the way from this page to the site's root
 * @throws Error if the template lacks one of the places to fill
 */
export function pageHtml(
  template: string,
  language: PageLanguage,
  view: PrerenderedView,
  siteUrl?: string,
): string {
  const { file, root } = pages[language]
  const head = [
    meta('name', 'description', view.description),
    meta('property', 'og:type', 'website'),
    meta('property', 'og:title', view.title),
    meta('property', 'og:description', view.description),
    meta('property', 'og:locale', locales[language]),
    ...(siteUrl === undefined
      ? []
      : [
          meta('property', 'og:url', new URL(file.replace('index.html', ''), siteUrl).href),
          ...alternates(siteUrl),
        ]),
  ]
  let page = fromRoot(forLanguage(template, language), root).replaceAll(
    /\s*<meta name="description"[^>]*>/g,
    '',
  )
  page = replaceOnce(page, /<html\b[^>]*>/, `<html lang="${language}" data-root="${root}">`, '<html>')
  page = replaceOnce(page, /<title>.*?<\/title>/s, `<title>${escapeHtml(view.title)}</title>`, '<title>')
  page = replaceOnce(page, /<\/head>/, `${head.join('\n')}\n</head>`, '</head>')
  return replaceOnce(
    page,
    /<div id="root"><\/div>/,
    `<div id="root">${fromRoot(view.html, root)}</div>`,
    'empty <div id="root"></div>',
  )
}
