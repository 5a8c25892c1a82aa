import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loomLayout } from '../../../src/viz/loom/layout.ts'
import {
  largestMagnitude,
  type MapStrip,
  niceDomain,
  paintMaps,
  type Rgb,
} from '../../../src/viz/loom/maps.ts'
import { openAt } from './open.ts'

const paper: Rgb = [250, 250, 250]
const positive: Rgb = [10, 70, 144]
const negative: Rgb = [100, 100, 100]
const palette = { paper, positive, negative }

function pixel({ width, pixels }: MapStrip, x: number, y: number): number[] {
  return Array.from(pixels.subarray((y * width + x) * 4, (y * width + x) * 4 + 4))
}

/** One cell, painted large. */
const cell = (value: number, domain: number, side = 4) =>
  paintMaps(Float32Array.of(value), [1, 1, 1], { from: 0, to: 1 }, domain, palette, side)

/** Distance of the strongest pixel from the paper. */
function strength(strip: MapStrip): number {
  let most = 0
  for (let i = 0; i < strip.pixels.length; i += 4)
    if (strip.pixels[i + 3] === 255) most = Math.max(most, Math.abs((strip.pixels[i] ?? 0) - paper[0]))
  return most
}

describe('a cell', () => {
  test('at the domain has the full hue, at zero the paper', () => {
    expect(pixel(cell(2, 2, 1), 0, 0)).toEqual([...positive, 255])
    expect(pixel(cell(0, 2, 1), 0, 0)).toEqual([...paper, 255])
  })

  test('beyond the domain is clipped', () => {
    expect(cell(50, 2).pixels).toEqual(cell(2, 2).pixels)
    expect(cell(-50, 2).pixels).toEqual(cell(-2, 2).pixels)
  })

  test('the greater, the further from the paper', () => {
    const shades = [0, 0.1, 0.2, 0.5, 1].map((value) => strength(cell(value, 1)))
    expect(shades).toEqual(shades.toSorted((a, b) => a - b))
    expect(new Set(shades).size).toBe(5)
  })

  test('hangs on value and domain together: U and X̃ in one domain keep the attenuation', () => {
    expect(cell(0.5, 1).pixels).toEqual(cell(1, 2).pixels)
    expect(strength(cell(0.5, 2))).toBeLessThan(strength(cell(1, 2)))
  })

  test('above zero is even, below zero hatched, in another hue', () => {
    const colours = (strip: MapStrip) =>
      new Set(Array.from({ length: 16 }, (_, i) => pixel(strip, i % 4, Math.floor(i / 4)).join()))
    expect(colours(cell(1, 1)).size).toBe(1)
    const below = colours(cell(-1, 1))
    expect(below.size).toBe(2)
    expect(below).toContain([...negative, 255].join())
    expect(below).not.toContain([...positive, 255].join())
  })

  test('the hatching covers half of the cell', () => {
    const strip = cell(-1, 1)
    const full = Array.from({ length: 16 }, (_, i) => pixel(strip, i % 4, Math.floor(i / 4))[0] ?? 0)
    expect(full.filter((red) => red === negative[0])).toHaveLength(8)
  })

  test('a domain of nothing paints paper', () => {
    expect(strength(cell(1, 0))).toBe(0)
  })
})

describe('a strip of maps', () => {
  const [h, w, c] = [2, 14, 3] as const
  const data = Float32Array.from({ length: h * w * c }, (_, i) => i % c)
  const strip = paintMaps(data, [h, w, c], { from: 0, to: c }, 2, palette, 1)

  test('one column a channel, a clear gap of a fifteenth between the maps', () => {
    expect([strip.width, strip.height]).toEqual([3 * 15, 2])
    for (let x = 0; x < strip.width; x++)
      expect(pixel(strip, x, 0)[3], `column ${x}`).toBe(x % 15 === 14 ? 0 : 255)
  })

  test('each map holds its own channel', () => {
    expect(pixel(strip, 0, 0)).toEqual([...paper, 255])
    expect(pixel(strip, 30, 1)).toEqual([...positive, 255])
  })

  test('a page begins with its first channel', () => {
    const page = paintMaps(data, [h, w, c], { from: 2, to: 3 }, 2, palette, 1)
    expect(page.width).toBe(15)
    expect(pixel(page, 0, 0)).toEqual([...positive, 255])
  })

  test('each cell lands at its own place', () => {
    fc.assert(
      fc.property(fc.nat(1), fc.nat(6), fc.nat(2), (i, j, channel) => {
        const one = new Float32Array(2 * 7 * 3)
        one[(i * 7 + j) * 3 + channel] = 1
        const painted = paintMaps(one, [2, 7, 3], { from: 0, to: 3 }, 1, palette, 2)
        const left = channel * 15 + j * 2
        for (let y = 0; y < painted.height; y++)
          for (let x = 0; x < painted.width; x++) {
            const inside = x >= left && x < left + 2 && y >= i * 2 && y < i * 2 + 2
            expect(pixel(painted, x, y)[0] === positive[0]).toBe(inside)
          }
      }),
      { numRuns: 20 },
    )
  })

  test.each([
    [16, 14],
    [32, 7],
  ])('its maps lie where the layout frames them: %i channels of %i × %i', (channels, side) => {
    const layout = loomLayout({ channels, reduced: 4, map: [side, side] }, 'wide', openAt('why'))
    const painted = paintMaps(
      new Float32Array(side * side * channels),
      [side, side, channels],
      { from: 0, to: channels },
      1,
      palette,
    )
    const scale = layout.plate.width / painted.width
    const opaque = Array.from({ length: painted.width / channels }, (_, x) => x).filter(
      (x) => pixel(painted, x, 0)[3] === 255,
    )
    const [first = 0, last = 0] = [opaque[0], opaque.at(-1)]
    expect(opaque).toHaveLength(side * 4)
    // An odd gap puts one pixel of the image more to the right.
    const off = ((first + last + 1) / 2) * scale - (layout.x(0) - layout.plate.x)
    expect(Math.abs(off)).toBeLessThanOrEqual(scale / 2 + 1e-9)
  })
})

describe('domains', () => {
  test('hold the largest value, and no more than twice of it', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), (largest) => {
        const domain = niceDomain(largest)
        expect(domain).toBeGreaterThanOrEqual(largest * (1 - 1e-8))
        expect(domain).toBeLessThanOrEqual(largest * 2)
      }),
    )
  })

  test('are round numbers', () => {
    expect([0.9, 1, 1.2, 1.7, 2.5, 4, 6, 8].map(niceDomain)).toEqual([1, 1, 1.5, 2, 3, 5, 7, 10])
    expect(niceDomain(0)).toBe(1)
    expect(niceDomain(Number.NaN)).toBe(1)
  })

  test('the largest magnitude of all arrays', () => {
    expect(largestMagnitude(Float32Array.of(1, -3), Float32Array.of(2))).toBe(3)
    expect(largestMagnitude()).toBe(0)
  })
})
