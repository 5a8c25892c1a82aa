/** Cuts KaTeX's style sheet down to what given HTML needs. Text in, text out; no file is touched here. */

/** One of KaTeX's font files, as its style sheet names it. */
export interface FontFace {
  readonly family: string
  readonly weight: string
  readonly style: string
  /** The woff2 file, relative to the style sheet. */
  readonly file: string
}

interface Rule {
  readonly selectors: readonly string[]
  readonly declarations: string
}

const rulePattern = /([^{}]+)\{([^{}]*)\}/g

const parseRules = (css: string): Rule[] =>
  [...css.matchAll(rulePattern)].map(([, head = '', declarations = '']) => ({
    selectors: head.split(',').map((selector) => selector.trim()),
    declarations,
  }))

const property = (declarations: string, name: string): string | undefined =>
  declarations
    .split(';')
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .replaceAll('"', '')

/** The class lists of all elements in the HTML, each once. */
export const classLists = (html: string): readonly ReadonlySet<string>[] =>
  [...new Set([...html.matchAll(/ class="([^"]*)"/g)].map(([, list = '']) => list))].map(
    (list) => new Set(list.split(' ').filter(Boolean)),
  )

/** The characters that the HTML shows, without those of its tags. */
export function shownCharacters(html: string): string {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }
  const text = html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&([^;]+);/g, (whole, name: string) => entities[name] ?? whole)
  return [...new Set(text)].sort().join('')
}

/**
 * A selector can match if every part between its combinators finds an element that has all its classes; what it names in
 * `:not()` need not be there.
 */
const canMatch = (selector: string, elements: readonly ReadonlySet<string>[]): boolean =>
  selector
    .replaceAll(/:not\([^)]*\)/g, '')
    .split(/[\s>+~]+/)
    .map((part) => [...part.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name))
    .every((names) => elements.some((element) => names.every((name) => element.has(name))))

const parseFace = ({ declarations }: Rule): FontFace => ({
  family: property(declarations, 'font-family') ?? '',
  weight: property(declarations, 'font-weight') ?? '400',
  style: property(declarations, 'font-style') ?? 'normal',
  file: /url\(([^)]+\.woff2)\)/.exec(declarations)?.[1] ?? '',
})

const usesFace = (declarations: string, face: FontFace): boolean => {
  const family = /KaTeX_\w+/.exec(declarations)?.[0]
  return (
    family === face.family &&
    (property(declarations, 'font-weight') ?? '400') === face.weight &&
    (property(declarations, 'font-style') ?? 'normal') === face.style
  )
}

/**
 * @param css KaTeX's minified style sheet (flat: no rule inside another)
 * @param html everything that KaTeX made for the page
 * @returns the rules that can match something in the HTML, and the font faces those rules ask for
 */
export function trimKatexCss(css: string, html: string): { rules: string; faces: readonly FontFace[] } {
  const all = parseRules(css)
  const elements = classLists(html)
  const used = all
    .filter((rule) => !rule.selectors.includes('@font-face'))
    .map((rule) => ({
      ...rule,
      selectors: rule.selectors.filter((selector) => canMatch(selector, elements)),
    }))
    .filter((rule) => rule.selectors.length > 0)
  const faces = all
    .filter((rule) => rule.selectors.includes('@font-face'))
    .map(parseFace)
    .filter((face) => used.some((rule) => usesFace(rule.declarations, face)))
  return { rules: used.map((rule) => `${rule.selectors.join(',')}{${rule.declarations}}`).join('\n'), faces }
}
