import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loomLayout } from '../../../src/viz/loom/layout.ts'
import { paintRidges, ridgeBaseline, ridgeCell } from '../../../src/viz/loom/ridges.ts'
import { openAt } from './open.ts'

const palette = { paper: [255, 255, 255], positive: [0, 0, 255], negative: [100, 100, 100] } as const
const size = { width: 28, height: 20 }

/** Blue of a pixel over its red: 0 on the ground, grows with the hue. */
function inkAt(strip: ReturnType<typeof paintRidges>, x: number, y: number): number {
  const at = (y * strip.width + x) * 4
  return (strip.pixels[at + 2] ?? 0) - (strip.pixels[at] ?? 0)
}

const ground = (strip: ReturnType<typeof paintRidges>) => inkAt(strip, 1, 0)

/** Pixels of a column with more than half the hue, from the foot up. */
function heightAt(strip: ReturnType<typeof paintRidges>, x: number): number {
  let count = 0
  for (let y = 0; y < strip.height; y++) if (inkAt(strip, x, y) > 128) count++
  return count
}

describe('the zero line', () => {
  test('lies at the foot behind a ReLU, in the middle if anything is below zero', () => {
    expect(ridgeBaseline(Float32Array.of(0, 1, 2))).toBe(1)
    expect(ridgeBaseline(Float32Array.of(0, -0.1, 2))).toBe(0.5)
  })
})

test('a channel’s height follows its value; maps stand in their columns with gaps between', () => {
  // Channel 0 rises from 0 to 1, channel 1 stands at one half.
  const steps = 14
  const data = Float32Array.from({ length: steps * 2 }, (_, i) =>
    i % 2 === 1 ? 0.5 : Math.floor(i / 2) / (steps - 1),
  )
  const strip = paintRidges(data, [steps, 2], { from: 0, to: 2 }, 1, palette, size)
  expect([strip.width, strip.height]).toEqual([2 * (28 + 2), 20])
  expect(heightAt(strip, 1)).toBe(0)
  expect(heightAt(strip, 28)).toBe(20)
  for (const x of [32, 45, 58]) expect(heightAt(strip, x)).toBe(10)
  for (const x of [0, 29, 30, 59]) {
    expect(strip.pixels[(5 * strip.width + x) * 4 + 3], `column ${x} is clear`).toBe(0)
  }
})

test('half the domain, half the height: attenuation is seen', () => {
  const flat = (value: number) =>
    paintRidges(new Float32Array(10).fill(value), [10, 1], { from: 0, to: 1 }, 2, palette, size)
  expect([heightAt(flat(2), 9), heightAt(flat(1), 9), heightAt(flat(0), 9)]).toEqual([20, 10, 0])
  expect(heightAt(flat(9), 9), 'beyond the domain it is clipped').toBe(20)
})

test('below zero: grey, hatched, under the line; nothing above it', () => {
  const strip = paintRidges(new Float32Array(10).fill(-1), [10, 1], { from: 0, to: 1 }, 1, palette, size)
  for (let x = 2; x < 26; x++) for (let y = 0; y < 10; y++) expect(inkAt(strip, x, y)).toBe(ground(strip))
  for (let x = 2; x < 26; x++) for (let y = 10; y < 20; y++) expect(inkAt(strip, x, y)).toBeLessThan(30)
  const red = (x: number, y: number) => strip.pixels[(y * strip.width + x) * 4] ?? 0
  const shades = new Set(Array.from({ length: 12 }, (_, i) => red(5 + i, 15)))
  expect([...shades].some((shade) => shade < 110)).toBe(true)
  expect([...shades].some((shade) => shade > 180)).toBe(true)
})

test('a page of the channels: the others are not painted', () => {
  const data = Float32Array.from({ length: 8 * 4 }, (_, i) => (i % 4 === 2 ? 1 : 0))
  const strip = paintRidges(data, [8, 4], { from: 2, to: 3 }, 1, palette, size)
  expect(strip.width).toBe(30)
  expect(heightAt(strip, 10)).toBe(20)
})

test('the top pixel is covered in part: heights between two pixels are told apart', () => {
  const edge = (value: number) =>
    inkAt(paintRidges(new Float32Array(4).fill(value), [4, 1], { from: 0, to: 1 }, 20, palette, size), 9, 14)
  // Row 14 of 20 holds the values from 5 to 6 of a domain of 20.
  const inks = [5, 5.25, 5.5, 5.75, 6].map(edge)
  expect(inks).toEqual(inks.toSorted((a, b) => a - b))
  expect(new Set(inks).size).toBe(5)
})

test('each step stands in its own cell, and the zero line splits the signs, whatever the size', () => {
  const place = fc.record({
    steps: fc.integer({ min: 2, max: 9 }),
    height: fc.integer({ min: 5, max: 31 }),
    sign: fc.constantFrom(1, -1),
    seed: fc.nat(100),
  })
  fc.assert(
    fc.property(place, ({ steps, height, sign, seed }) => {
      const step = seed % steps
      const data = new Float32Array(steps)
      data[step] = sign
      const cell = 8
      const strip = paintRidges(data, [steps, 1], { from: 0, to: 1 }, 1, palette, {
        width: steps * cell,
        height,
      })
      const left = Math.floor(Math.round((steps * cell) / 14) / 2)
      const painted = (x: number, y: number) => {
        const at = (y * strip.width + left + x) * 4
        return (strip.pixels[at] ?? 0) < 235
      }
      const zero = ridgeBaseline(data) * height
      for (let x = 0; x < steps * cell; x++) {
        const near = Math.abs((x + 0.5) / cell - step - 0.5) < 1
        for (let y = 0; y < height; y++) {
          if (painted(x, y)) {
            expect(near, `column ${x}`).toBe(true)
            expect(sign > 0 ? y < zero : y + 1 > zero, `row ${y}`).toBe(true)
          }
        }
      }
      const middle = step * cell + cell / 2
      const rows = Array.from({ length: height }, (_, y) => painted(middle, y)).filter(Boolean).length
      expect(rows).toBeGreaterThanOrEqual(Math.floor((sign > 0 ? height : height / 2 / 2) * 0.85))
    }),
    { numRuns: 60 },
  )
})

describe('padding', () => {
  const strip = (value: number) =>
    paintRidges(new Float32Array(14).fill(value), [14, 1], { from: 0, to: 1 }, 1, palette, size, {
      padFrom: 7,
    })
  const shades = (from: number, to: number, y: number, value = 0) =>
    new Set(Array.from({ length: to - from }, (_, i) => inkAt(strip(value), from + i, y)))

  test('its ground is hatched with paper, that of the series is even', () => {
    expect([...shades(1, 15, 3)]).toEqual([ground(strip(0))])
    expect(shades(15, 29, 3)).toEqual(new Set([ground(strip(0)), 0]))
    const isHatched = (x: number) => Array.from({ length: 8 }, (_, y) => inkAt(strip(0), x, y)).includes(0)
    expect([13, 14, 15, 16, 28].map(isHatched)).toEqual([false, false, true, true, true])
  })

  test('a curve in it is drawn over the hatching', () => {
    expect([...shades(15, 29, 15, 0.5)]).toEqual([255])
  })

  test('of all steps: all hatched; of none: none', () => {
    const inks = (padFrom: number) => {
      const options = { padFrom }
      const flat = paintRidges(new Float32Array(4), [4, 1], { from: 0, to: 1 }, 1, palette, size, options)
      return new Set(Array.from({ length: 28 }, (_, i) => inkAt(flat, 1 + i, 3))).size
    }
    expect([inks(0), inks(4), inks(99)]).toEqual([2, 1, 1])
  })
})

describe('the cell of a step', () => {
  const steps = 64
  const layout = loomLayout({ channels: 16, reduced: 1, map: [1, steps] }, 'wide', openAt('scale'))
  const at = (step: number, channel = 3) => ({ row: 'U', channel, step, steps }) as const

  test('cells fill the map from edge to edge, in the middle of its column', () => {
    const first = ridgeCell(layout, at(0))
    const last = ridgeCell(layout, at(steps - 1))
    expect((first.x + last.x + last.width) / 2).toBeCloseTo(layout.x(3), 9)
    expect(last.x + last.width - first.x).toBeCloseTo(layout.mapSize, 9)
    expect(ridgeCell(layout, at(10)).x).toBeCloseTo(ridgeCell(layout, at(9)).x + first.width, 9)
    expect([first.y, first.height]).toEqual([layout.mapTop.U, layout.mapHeight])
  })

  test('with a value: from the zero line to the curve, where the pixels have it', () => {
    const above = ridgeCell(layout, at(5), { share: 0.25, baseline: 1 })
    expect(above.height).toBeCloseTo(layout.mapHeight / 4, 9)
    expect(above.y + above.height).toBeCloseTo(layout.mapTop.U + layout.mapHeight, 9)
    const below = ridgeCell(layout, at(5), { share: -3, baseline: 0.5 })
    expect(below.y).toBeCloseTo(layout.mapTop.U + layout.mapHeight / 2, 9)
    expect(below.height).toBeCloseTo(layout.mapHeight / 2, 9)
  })

  test('maps lie where the layout frames them', () => {
    const wide = Math.round(layout.mapSize)
    const strip = paintRidges(new Float32Array(steps * 16), [steps, 16], { from: 0, to: 16 }, 1, palette, {
      width: wide,
      height: 4,
    })
    const scale = layout.plate.width / strip.width
    const clear = (x: number) => strip.pixels[x * 4 + 3] === 0
    for (let channel = 0; channel < 16; channel++) {
      const left = layout.x(channel) - layout.mapSize / 2 - layout.plate.x
      const x = Math.round(left / scale)
      expect(clear(x + 1), `channel ${channel}`).toBe(false)
      expect(clear(x + wide - 2), `channel ${channel}`).toBe(false)
      expect(clear(x - 2) || channel === 0, `channel ${channel}`).toBe(true)
    }
  })
})
