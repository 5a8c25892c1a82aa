import katex from 'katex'
import { formulas, roleMacros } from '../src/components/formulas.ts'

const roleClasses: ReadonlySet<string> = new Set(Object.values(roleMacros))

/** `\rz{…}` → `\htmlClass{role-z}{…}`; a fresh table each time, since KaTeX may write into it. */
const macros = (): Record<string, string> =>
  Object.fromEntries(Object.entries(roleMacros).map(([name, role]) => [name, `\\htmlClass{${role}}{#1}`]))

/**
 * Sets one formula as HTML for the eye, with MathML beside it for screen readers.
 * Role classes are the only HTML that TeX may ask for. The TeX source that KaTeX adds to the MathML as an
 * annotation is dropped: nobody reads it, and it would be downloaded with every page. So is the invisible sign
 * for "applied to" (U+2061), which no font of the page has, so that a font of the system would be looked for.
 *
 * @param block on a line of its own, with large operators
 * @throws katex.ParseError on TeX that KaTeX does not know or would only accept with a warning
 */
export function renderFormula(tex: string, block: boolean): string {
  const html = katex.renderToString(tex, {
    displayMode: block,
    output: 'htmlAndMathml',
    throwOnError: true,
    strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
    trust: (context) => context.command === '\\htmlClass' && roleClasses.has(context.class),
    macros: macros(),
  })
  return html.replaceAll(/<annotation\b.*?<\/annotation>|<mo>\u2061<\/mo>/gs, '')
}

/** All formulas of the page, by id. */
export const renderFormulas = (): Record<string, string> =>
  Object.fromEntries(Object.entries(formulas).map(([id, { tex, block }]) => [id, renderFormula(tex, block)]))
