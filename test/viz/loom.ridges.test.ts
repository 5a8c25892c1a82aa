import { describe, expect, test } from 'vitest'
import { paintRidges, ridgeBaseline } from '../../src/viz/loom/ridges.ts'

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
