import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseSync } from '@swc/core'
import subsetFont from 'subset-font'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fontCss, hangulIn, koreanPunctuation, lettersFor } from '../../build/fontCss.ts'
import { writeFonts } from '../../build/fonts.ts'

const require = createRequire(import.meta.url)

/** Which of the characters a font has a glyph for (cmap subtable format 12 or 4). */
async function codePoints(woff2: Buffer, characters = hangulAndLatin): Promise<Set<number>> {
  const font = await subsetFont(woff2, characters, { targetFormat: 'sfnt' })
  const found = new Set<number>()
  const tables = font.readUInt16BE(4)
  const records = Array.from({ length: tables }, (_, i) => 12 + 16 * i)
  const record = records.find((at) => font.toString('latin1', at, at + 4) === 'cmap') ?? 0
  const cmap = font.readUInt32BE(record + 8)
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const table = cmap + font.readUInt32BE(cmap + 8 + 8 * i)
    if (font.readUInt16BE(table) === 12) {
      for (let group = 0; group < font.readUInt32BE(table + 12); group++) {
        const [first, last] = [0, 4].map((skip) => font.readUInt32BE(table + 16 + 12 * group + skip))
        for (let code = first ?? 1; code <= (last ?? 0); code++) found.add(code)
      }
    } else if (font.readUInt16BE(table) === 4) {
      const segments = font.readUInt16BE(table + 6) / 2
      for (let s = 0; s < segments; s++) {
        const last = font.readUInt16BE(table + 14 + 2 * s)
        const first = font.readUInt16BE(table + 16 + 2 * segments + 2 * s)
        for (let code = first; code <= last && code < 0xffff; code++) found.add(code)
      }
    }
  }
  return found
}

const hangulAndLatin = 'Az09δσ−→₁½\u0303힘게이트한'

describe('characters', () => {
  test('Latin letters and signs go to one font, Hangul to the other', () => {
    expect(lettersFor('한글 ∇')).toContain('∇')
    expect(lettersFor('한글 ∇')).not.toContain('한')
    expect([...hangulIn('한글 abc 한')].filter((c) => c >= '가')).toEqual(['글', '한'])
    expect(hangulIn('abc')).toBe('')
  })
})

describe('the style sheet', () => {
  test('declares the Korean font only if there is one, for Hangul alone', () => {
    expect(fontCss(false)).not.toContain('Noto')
    const faces = fontCss(true)
      .split('@font-face')
      .filter((face) => face.includes('Noto'))
    expect(faces).toHaveLength(4)
    for (const face of faces) {
      expect(face).toMatch(/unicode-range: [^;]*U\+AC00-D7A3/)
      expect(face).toContain(face.includes('Late') ? 'font-display: swap' : 'font-display: optional')
    }
  })

  test('names in other languages’ pages have a font of their own, for these syllables alone', () => {
    const names = fontCss(true, '김한')
      .split('@font-face')
      .filter((face) => face.includes('Noto Sans KR Names'))
    expect(names).toHaveLength(1)
    expect(names[0]).toMatch(/unicode-range: U\+AE40, U\+D55C;/)
    expect(fontCss(true)).not.toContain('Noto Sans KR Names')
  })

  test('gives the fallback the line height of Inter', () => {
    // size-adjust scales the overrides, so their product is Inter's own ascent and descent.
    const fallbacks = fontCss(false)
      .split('@font-face')
      .filter((face) => face.includes('size-adjust'))
    expect(fallbacks).toHaveLength(2)
    for (const face of fallbacks) {
      const value = (name: string) => Number(new RegExp(`${name}: ([\\d.]+)%`).exec(face)?.[1]) / 100
      expect(value('size-adjust') * value('ascent-override')).toBeCloseTo(1984 / 2048, 3)
      expect(value('size-adjust') * value('descent-override')).toBeCloseTo(494 / 2048, 3)
    }
  })
})

describe('font files', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fonts-'))
    await mkdir(join(folder, 'korean', 'text'), { recursive: true })
    await writeFile(join(folder, 'korean', 'text', 'ko.ts'), "export const ko = { s: '게이트' }")
    await writeFile(join(folder, 'korean', 'button.ts'), "export const button = '한국어'")
    await writeFonts(join(folder, 'korean'), join(folder, 'with-korean'))
    await writeFonts(join(folder, 'no-such-folder'), join(folder, 'without-korean'))
  }, 60_000)
  afterAll(() => rm(folder, { recursive: true }))

  test('hold the characters of the sources, and little else', async () => {
    const inter = await readFile(join(folder, 'with-korean', 'inter.woff2'))
    expect(inter.length).toBeLessThan(50_000)
    const latin = await codePoints(inter)
    for (const sign of 'Az09δσ−→₁½\u0303') expect(latin, sign).toContain(sign.codePointAt(0))
    const hangul = await codePoints(await readFile(join(folder, 'with-korean', 'noto-sans-kr-400.woff2')))
    for (const syllable of '게이트한') expect(hangul).toContain(syllable.codePointAt(0))
    expect(hangul).not.toContain('힘'.codePointAt(0))
    const names = await codePoints(
      await readFile(join(folder, 'with-korean', 'noto-sans-kr-names.woff2')),
      '한게',
    )
    expect(names).toContain('한'.codePointAt(0))
    expect(names).not.toContain('게'.codePointAt(0))
  })

  test('keep tabular figures, the weights between regular and bold, and the licence', async () => {
    const inter = await readFile(join(folder, 'with-korean', 'inter.woff2'))
    const font = await subsetFont(inter, 'A1', { targetFormat: 'sfnt', preserveNameIds: [0, 13, 14] })
    expect(font.includes('tnum')).toBe(true)
    expect(font.includes('fvar')).toBe(true)
    const korean = await readFile(join(folder, 'with-korean', 'noto-sans-kr-700.woff2'))
    const noto = await subsetFont(korean, '게', { targetFormat: 'sfnt', preserveNameIds: [0, 13, 14] })
    // Names are UTF-16: every other byte is 0.
    for (const file of [font, noto])
      expect(file.toString('latin1').replaceAll('\0', '')).toMatch(/Open Font License|scripts\.sil\.org\/OFL/)
  })

  test('leave the Korean font out where no source has Hangul', async () => {
    expect((await readdir(join(folder, 'without-korean'))).sort()).toEqual(['fonts.css', 'inter.woff2'])
  })
})

describe('the Korean text of the page', () => {
  test('is covered by the Korean font, every syllable', async () => {
    const folder = join(import.meta.dirname, '../../src/components/text/ko')
    const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts'))
    const text = (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('')
    const wanted = [...hangulIn(text)].filter((c) => c >= '가')
    expect(wanted.length).toBeGreaterThan(100)
    for (const weight of [400, 700]) {
      const file = `@openfonts/noto-sans-kr_korean/files/noto-sans-kr-korean-${weight}.woff2`
      const whole = await readFile(require.resolve(file))
      const found = await codePoints(
        await subsetFont(whole, wanted.join(''), { targetFormat: 'woff2' }),
        wanted.join(''),
      )
      expect(wanted.filter((c) => !found.has(c.codePointAt(0) ?? 0))).toEqual([])
    }
  }, 60_000)
})

/** What a source can show: its strings, templates and the text between its tags; comments are none of them. */
function shownBy(source: string, tsx: boolean): string {
  const found: string[] = []
  const walk = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return
    const { type, value, cooked } = node as { type?: string; value?: unknown; cooked?: unknown }
    if ((type === 'StringLiteral' || type === 'JSXText') && typeof value === 'string') found.push(value)
    if (type === 'TemplateElement' && typeof cooked === 'string') found.push(cooked)
    for (const child of Object.values(node)) walk(child)
  }
  walk(parseSync(source, { syntax: 'typescript', tsx }))
  return found.join('')
}

describe('signs', () => {
  test('strings and text between tags are read, comments are not', () => {
    const source = `/* ⇅ */ const a = 'é' // ∛
      const b = \`ü\${a}ö\`
      export const C = () => <p title='ä'>ß</p>`
    expect([...shownBy(source, true)].filter((c) => c > '~').sort()).toEqual(['ß', 'ä', 'é', 'ö', 'ü'])
  })

  // A sign that Inter lacks is drawn by any font of the system, or not at all; and Chromium on Linux asks
  // another process for that font every time, and waits.
  test('are in Inter, every one that the page can show', async () => {
    const folder = join(import.meta.dirname, '../../src')
    const names = (await readdir(folder, { recursive: true })).filter((name) => /\.tsx?$/.test(name))
    const text = await Promise.all(
      names.map(async (name) => shownBy(await readFile(join(folder, name), 'utf8'), name.endsWith('x'))),
    )
    const wanted = [...lettersFor(text.join(''))].filter((c) => !koreanPunctuation.includes(c))
    expect(wanted.length).toBeGreaterThan(200)
    const whole = await readFile(require.resolve('inter-ui/variable/InterVariable.woff2'))
    const found = await codePoints(whole, wanted.join(''))
    expect(wanted.filter((c) => !found.has(c.codePointAt(0) ?? 0))).toEqual([])
  }, 60_000)
})
