import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import subsetFont from 'subset-font'
import type { Plugin } from 'vite'
import { cacheFolder, writeIfChanged } from './cache.ts'
import { renderFormulas } from './formulaHtml.ts'
import { type FontFace, shownCharacters, trimKatexCss } from './katexCss.ts'

const require = createRequire(import.meta.url)

// `?no-inline`: a small font as a data: address would be refused by font-src 'self'.
const faceRule = (face: FontFace, url: string): string =>
  `@font-face{font-family:${face.family};font-style:${face.style};font-weight:${face.weight};` +
  `font-display:swap;src:url("./${url}?no-inline") format("woff2")}`

/**
 * Until KaTeX's own fonts have come, the page's font stands in for them. A font of the system would have to be
 * asked for in another process, and Chromium on Linux waits for the answer. MathML is read aloud and never seen:
 * it needs no such font, nor italic letters of its own.
 */
const standIn = '"Inter Variable",sans-serif'
const withStandIn = (rules: string): string =>
  rules
    .replaceAll('KaTeX_Main,math,Times New Roman,serif', `KaTeX_Main,${standIn}`)
    .replaceAll(/(font-family:KaTeX_\w+)(?=[;}])/g, `$1,${standIn}`)
const mathmlRules = '.katex-mathml math{font-family:inherit}.katex-mathml mi{text-transform:none}'

/**
 * Writes KaTeX's style sheet, cut down to the given HTML, and the fonts it asks for, cut down to the
 * characters shown, into a folder.
 * @returns the path of the style sheet
 */
export async function writeKatexCss(html: string, folder: string): Promise<string> {
  const source = require.resolve('katex/dist/katex.min.css')
  const { rules, faces } = trimKatexCss(await readFile(source, 'utf8'), html)
  const characters = shownCharacters(html)
  await Promise.all(
    faces.map(async ({ file }) => {
      const whole = await readFile(join(dirname(source), file))
      await writeIfChanged(
        join(folder, basename(file)),
        await subsetFont(whole, characters, { targetFormat: 'woff2', noHinting: true, keepFeatures: [] }),
      )
    }),
  )
  const path = join(folder, 'katex.css')
  const css = [
    ...faces.map((face) => faceRule(face, basename(face.file))),
    withStandIn(rules),
    mathmlRules,
  ].join('\n')
  await writeIfChanged(path, `${css}\n`)
  return path
}

/**
 * Sets the formulas of src/components/formulas.ts while the page is built.
 * `virtual:formulas` → { id: HTML }; `virtual:katex.css` → the style sheet they need.
 */
export function katexPlugin(): Plugin {
  const formulasId = '\0virtual:formulas'
  let folder = ''
  let css: Promise<string> | undefined
  return {
    name: 'se-explainer:katex',
    configResolved(config) {
      folder = join(cacheFolder(config.root), 'katex')
    },
    resolveId(id) {
      if (id === 'virtual:formulas') return formulasId
      if (id !== 'virtual:katex.css') return undefined
      css ??= writeKatexCss(Object.values(renderFormulas()).join(''), folder)
      return css
    },
    load(id) {
      return id === formulasId ? `export default ${JSON.stringify(renderFormulas())}` : undefined
    },
  }
}
