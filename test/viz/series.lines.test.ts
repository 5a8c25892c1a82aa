import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { magnitudes, seriesRows, stepAt, stepX } from '../../src/viz/series/lines.ts'

const box = { width: 120, height: 80 }

describe('rows of a series', () => {
  test('do not overlap, lie in the box, and hold their curves', () => {
    const shapes = fc.record({
      steps: fc.integer({ min: 1, max: 40 }),
      channels: fc.integer({ min: 1, max: 12 }),
      seed: fc.nat(1000),
    })
    fc.assert(
      fc.property(shapes, ({ steps, channels, seed }) => {
        const data = Float32Array.from({ length: steps * channels }, (_, i) => 5 * Math.sin(seed + i * i))
        const rows = seriesRows(data, [steps, channels], magnitudes(data, channels), box)
        expect(rows).toHaveLength(channels)
        for (const [c, { top, height, path }] of rows.entries()) {
          expect(top).toBeGreaterThanOrEqual(
            c === 0 ? 0 : (rows[c - 1]?.top ?? 0) + (rows[c - 1]?.height ?? 0),
          )
          expect(top + height).toBeLessThanOrEqual(box.height + 1e-9)
          const points = path
            .slice(1)
            .split('L')
            .map((point) => point.split(',').map(Number))
          expect(points).toHaveLength(steps)
          for (const [x = -1, y = -1] of points) {
            expect(x).toBeGreaterThanOrEqual(0)
            expect(x).toBeLessThanOrEqual(box.width)
            expect(y).toBeGreaterThanOrEqual(top - 0.06)
            expect(y).toBeLessThanOrEqual(top + height + 0.06)
          }
        }
      }),
    )
  })

  test('zero in the middle, the largest value at the edge, larger ones cut off', () => {
    const [row] = seriesRows(Float32Array.of(0, 2, -2, 9), [4, 1], [2], box)
    const ys = (row?.path ?? '')
      .slice(1)
      .split('L')
      .map((point) => Number(point.split(',')[1]))
    const [top = 0, height = 0] = [row?.top, row?.height]
    expect(ys[0]).toBeCloseTo(row?.zero ?? 0, 1)
    expect(ys[1]).toBeCloseTo(top, 1)
    expect(ys[2]).toBeCloseTo(top + height, 1)
    expect(ys[3]).toBeCloseTo(top, 1)
  })
})

test('the largest magnitude of each variable; 1 where it is 0 throughout', () => {
  expect(magnitudes(Float32Array.of(1, 0, -3, 0, 2, 0), 2)).toEqual([3, 1])
})

test('a step and its place: there and back', () => {
  for (const steps of [1, 7, 64]) {
    for (let step = 0; step < steps; step++) expect(stepAt(stepX(step, steps, 320), steps, 320)).toBe(step)
  }
  expect([stepAt(-5, 10, 100), stepAt(500, 10, 100)]).toEqual([0, 9])
})
