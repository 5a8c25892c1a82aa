import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Palette, palettes, rgb } from '../../src/viz/palette.ts'
import { ciede2000, contrast, lab, leastDistance, visions } from './colourScience.ts'

const roles = ['x', 'u', 'z', 'hidden', 's', 'out'] as const
const text = [...roles, 'negative', 'ink', 'inkSoft'] as const
const inks = ['inkA', 'inkB'] as const
const schemes = ['light', 'dark'] as const
const pairs = roles.flatMap((a, i) => roles.slice(i + 1).map((b) => [a, b] as const))

/** Custom properties of the style sheet, by their names in `Palette`. */
const property: Readonly<Record<keyof Palette, string>> = {
  paper: 'paper',
  panel: 'panel',
  ink: 'ink',
  inkSoft: 'ink-soft',
  x: 'role-X',
  u: 'role-U',
  z: 'role-z',
  hidden: 'role-hidden',
  s: 'role-s',
  out: 'role-out',
  negative: 'negative',
  grey: 'grey',
  inkA: 'ink-a',
  inkB: 'ink-b',
}

describe('the formulas', () => {
  test.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1.0],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, 2.49, -0.001], [50, -2.49, 0.0009], 7.1792],
    [[50, 2.5, 0], [50, 0, -2.5], 4.3065],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ] as const)('ΔE₀₀ of %j and %j is Sharma’s', (a, b, expected) => {
    expect(ciede2000(a, b)).toBeCloseTo(expected, 4)
    expect(ciede2000(b, a)).toBeCloseTo(expected, 4)
  })

  test('white on black contrasts 21 to 1, and is L* 100 without hue', () => {
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21)
    const [l, a, b] = lab('#ffffff')
    expect(l).toBeCloseTo(100)
    expect(Math.hypot(a, b)).toBeLessThan(0.01)
  })

  test.each(visions)('greys stay grey to %s', (vision) => {
    const [, a, b] = lab('#808080', vision)
    expect(Math.hypot(a, b)).toBeLessThan(0.5)
  })

  test('who lacks a cone mixes up what hangs on it', () => {
    const [red, green] = ['#b06000', '#6a7c00'] as const
    const seen = (vision: (typeof visions)[number]) => ciede2000(lab(red, vision), lab(green, vision))
    expect(seen('deuteranopia')).toBeLessThan(seen('normal') / 2)
    expect(seen('tritanopia')).toBeGreaterThan(seen('normal') / 2)
  })
})

describe.each(schemes)('%s', (scheme) => {
  const palette = palettes[scheme]

  test.each(text)('%s can be read on paper and on panels', (name) => {
    expect(contrast(palette[name], palette.paper)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(palette[name], palette.panel)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(inks)('%s and grey stand out from the paper (3 to 1)', (name) => {
    expect(contrast(palette[name], palette.paper)).toBeGreaterThanOrEqual(3)
    expect(contrast(palette.grey, palette.paper)).toBeGreaterThanOrEqual(3)
  })

  // The smallest distances: 11.2 light, 12.8 dark, rounded to a tenth.
  test.each(pairs)('roles %s and %s are told apart by every eye', (a, b) => {
    expect(leastDistance(palette[a], palette[b])).toBeGreaterThanOrEqual(scheme === 'light' ? 11.15 : 12.75)
  })

  test('the two inks are told apart by every eye', () => {
    expect(leastDistance(palette.inkA, palette.inkB)).toBeGreaterThanOrEqual(20)
  })

  test.each(inks.flatMap((ink) => roles.map((role) => [ink, role] as const)))('%s is not %s', (ink, role) => {
    expect(leastDistance(palette[ink], palette[role])).toBeGreaterThanOrEqual(9)
  })

  test('negative weights are told from positive ones by colour, too', () => {
    expect(leastDistance(palette.negative, palette.ink)).toBeGreaterThanOrEqual(15)
  })
})

describe('the style sheet', () => {
  const css = readFileSync(new URL('../../src/components/styles/theme.css', import.meta.url), 'utf8')

  test.each(Object.keys(property) as (keyof Palette)[])('has the same %s, light and dark', (name) => {
    const found = new RegExp(
      `--${property[name]}:\\s*light-dark\\((#[0-9a-f]{6}),\\s*(#[0-9a-f]{6})\\)`,
    ).exec(css)
    expect(found?.slice(1)).toEqual([palettes.light[name], palettes.dark[name]])
  })

  test('names every colour of the palette', () => {
    for (const scheme of schemes) expect(Object.keys(property)).toEqual(Object.keys(palettes[scheme]))
  })
})

describe('a colour in hex', () => {
  test('is three numbers', () => {
    expect(rgb('#0a46FF')).toEqual([10, 70, 255])
  })

  test.each(['#fff', 'red', '#12345g', '#1234567', ''])('not %j', (hex) => {
    expect(() => rgb(hex)).toThrow(RangeError)
  })
})
