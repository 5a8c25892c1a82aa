import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderFormula, renderFormulas } from '../../build/formulaHtml.ts'
import { writeKatexCss } from '../../build/katex.ts'
import { classLists, shownCharacters, trimKatexCss } from '../../build/katexCss.ts'
import { type FormulaId, formulas } from '../../src/components/formulas.ts'

/** The roles each formula's symbols must wear: what it is about, and what it reads. */
const roles: Partial<Record<FormulaId, readonly string[]>> = {
  transform: ['role-U', 'role-X'],
  squeeze: ['role-U', 'role-z'],
  squeezeSeries: ['role-U', 'role-z'],
  mixBias: ['role-hidden', 'role-z'],
  gateBias: ['role-hidden', 'role-s'],
  scale: ['role-U', 'role-out', 'role-s'],
}

const rendered = renderFormulas()

const rolesIn = (html: string) =>
  [...new Set([...html.matchAll(/role-[a-zA-Z]+/g)].map(([role]) => role))].sort()

describe('formulas', () => {
  test.each(Object.keys(formulas))('%s is set as HTML and as MathML, without its source', (id) => {
    const html = rendered[id] ?? ''
    expect(html).toContain('aria-hidden="true"')
    expect(html).toContain('<math ')
    expect(html).not.toContain('<annotation')
    expect(html).not.toMatch(/<script|\son\w+=/)
    expect(html.includes('katex-display')).toBe(formulas[id as FormulaId].block)
  })

  test.each(Object.entries(roles))('%s wears the colours of its tensors', (id, expected) => {
    expect(rolesIn(rendered[id] ?? '')).toEqual(expected)
  })

  test('TeX can ask for no class but a role, for no style and for no address', () => {
    const forbidden = [
      String.raw`\htmlClass{other}{x}`,
      String.raw`\htmlStyle{color:red}{x}`,
      String.raw`\href{https://example.org}{x}`,
    ]
    for (const tex of forbidden) {
      const html = renderFormula(tex, false)
      expect(html).not.toMatch(/class="[^"]*other|style="color:red|href=/)
    }
    expect(renderFormula(String.raw`\htmlClass{role-z}{x}`, false)).toMatch(/class="[^"]*role-z/)
  })

  test('TeX that KaTeX does not know stops the build', () => {
    expect(() => renderFormula(String.raw`\nosuchcommand`, false)).toThrow('nosuchcommand')
  })
})

describe('the style sheet', () => {
  const css = [
    '@font-face{font-display:block;font-family:KaTeX_Main;font-style:normal;font-weight:400;src:url(fonts/m.woff2) format("woff2"),url(fonts/m.ttf)}',
    '@font-face{font-display:block;font-family:KaTeX_Main;font-style:normal;font-weight:700;src:url(fonts/b.woff2) format("woff2")}',
    '@font-face{font-display:block;font-family:KaTeX_AMS;font-style:normal;font-weight:400;src:url(fonts/a.woff2) format("woff2")}',
    '.katex{font:normal 1.21em KaTeX_Main,serif}',
    '.katex .mathbf{font-family:KaTeX_Main;font-weight:700}',
    '.katex .amsrm,.katex .mathbb{font-family:KaTeX_AMS}',
    '.katex .delimsizing.size3{font-size:3em}',
  ].join('')

  test('keeps the rules that can match and the faces these name', () => {
    const { rules, faces } = trimKatexCss(
      css,
      '<span class="katex"><b class="size3"></b><b class="delimsizing size1"></b><b class="mathbb">R</b></span>',
    )
    expect(rules.split('\n')).toEqual([
      '.katex{font:normal 1.21em KaTeX_Main,serif}',
      '.katex .mathbb{font-family:KaTeX_AMS}',
    ])
    expect(faces.map((face) => face.file)).toEqual(['fonts/m.woff2', 'fonts/a.woff2'])
  })

  test('keeps a rule for what an element must not be, where there is none of that', () => {
    const rule = '.katex .accent-body:not(.accent-full){width:0}'
    const html = '<i class="katex"><i class="accent-body"></i></i>'
    expect(trimKatexCss(rule, html).rules).toBe(rule)
    expect(trimKatexCss(rule, '<i class="katex accent-full"></i>').rules).toBe('')
  })

  test('sees each class list once and the characters that are shown', () => {
    const html = '<i class="a b"><i class="a b"></i><i class="c">&lt;x</i></i>'
    expect(classLists(html)).toEqual([new Set(['a', 'b']), new Set(['c'])])
    expect(shownCharacters(html)).toBe('<x')
  })
})

describe('the files for the page', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'katex-'))
    await writeKatexCss(Object.values(rendered).join(''), folder)
  }, 60_000)
  afterAll(() => rm(folder, { recursive: true }))

  test('are few, small woff2 fonts, each named by the style sheet', async () => {
    const files = (await readdir(folder)).filter((name) => name !== 'katex.css').sort()
    const css = await readFile(join(folder, 'katex.css'), 'utf8')
    const named = [...css.matchAll(/url\("\.\/([^"?]+)/g)].map(([, name]) => name).sort()
    expect(named).toEqual(files)
    expect(files.length).toBeLessThanOrEqual(7)
    const sizes = await Promise.all(files.map(async (name) => (await readFile(join(folder, name))).length))
    expect(Math.max(...sizes)).toBeLessThan(10_000)
    expect(files).toContain('KaTeX_Main-Bold.woff2')
    expect(files).not.toContain('KaTeX_Fraktur-Regular.woff2')
  })
})
