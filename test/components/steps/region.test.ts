import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cellAt,
  hasNegative,
  type MapSize,
  measure,
  type Region,
  regionBetween,
  wholeMap,
} from '../../../src/components/steps/region.ts'

describe('from pointer to cells', () => {
  const map: MapSize = [14, 7]

  test('a place on the map is the cell under it; beyond an edge it is the nearest one', () => {
    expect(cellAt(0, 0, map)).toEqual({ h: 0, w: 0 })
    expect(cellAt(0.5, 0.5, map)).toEqual({ h: 7, w: 3 })
    expect(cellAt(0.999, 0.999, map)).toEqual({ h: 13, w: 6 })
    expect(cellAt(1, 1, map)).toEqual({ h: 13, w: 6 })
    expect(cellAt(-0.4, 3, map)).toEqual({ h: 13, w: 0 })
  })

  test('a drag gives the same rectangle in all four directions, both corners included', () => {
    const region = { top: 2, bottom: 5, left: 1, right: 6 }
    for (const [a, b] of [
      [
        { h: 2, w: 1 },
        { h: 5, w: 6 },
      ],
      [
        { h: 2, w: 6 },
        { h: 5, w: 1 },
      ],
    ] as const) {
      expect(regionBetween(a, b)).toEqual(region)
      expect(regionBetween(b, a)).toEqual(region)
    }
    expect(regionBetween({ h: 3, w: 3 }, { h: 3, w: 3 })).toEqual({ top: 3, bottom: 3, left: 3, right: 3 })
    expect(wholeMap(map)).toEqual({ top: 0, bottom: 13, left: 0, right: 6 })
  })
})

describe('numbers of a region', () => {
  // 2 rows, 3 columns, 2 channels: channel 0 counts 1 to 6, channel 1 is negative in its last cell.
  const data = Float32Array.of(1, 0, 2, 9, 3, 0, 4, 0, 5, 9, 6, -2)
  const shape = [2, 3, 2] as const

  test('sum, mean and maximum of one channel', () => {
    const right = { top: 0, bottom: 1, left: 1, right: 2 }
    expect(measure(data, shape, 0, right)).toEqual({ count: 4, sum: 16, mean: 4, max: 6, at: { h: 1, w: 2 } })
    expect(measure(data, shape, 1, right)).toEqual({ count: 4, sum: 16, mean: 4, max: 9, at: { h: 0, w: 1 } })
    expect(measure(data, shape, 0, wholeMap([2, 3])).mean).toBe(3.5)
  })

  test('one cell is its own mean and maximum, also below zero', () => {
    const cell = { top: 1, bottom: 1, left: 2, right: 2 }
    expect(measure(data, shape, 1, cell)).toEqual({
      count: 1,
      sum: -2,
      mean: -2,
      max: -2,
      at: { h: 1, w: 2 },
    })
  })

  test('tells which channels fall below zero', () => {
    expect([hasNegative(data, 2, 0), hasNegative(data, 2, 1)]).toEqual([false, true])
  })

  test('a region and what is left of the map add up to the map', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 98, maxLength: 98 }),
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 0, max: 1 }),
        (values, bottom, channel) => {
          const maps = Float32Array.from(values)
          const part = (region: Region) => measure(maps, [7, 7, 2], channel, region)
          const upper = part({ top: 0, bottom, left: 0, right: 6 })
          const lower = part({ top: bottom + 1, bottom: 6, left: 0, right: 6 })
          const all = part(wholeMap([7, 7]))
          expect(upper.sum + lower.sum).toBe(all.sum)
          expect(upper.count + lower.count).toBe(all.count)
          expect(Math.max(upper.max, lower.max)).toBe(all.max)
        },
      ),
    )
  })
})
