import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  branchesLayout,
  branchParts,
  type Contributions,
  stacked,
  sumOf,
} from '../../../src/viz/series/branches.ts'
import {
  cellInk,
  confusionLayout,
  mostWithText,
  movedCell,
  rowShares,
} from '../../../src/viz/series/confusion.ts'
import {
  barWidth,
  columnBox,
  type GateColumns,
  gateBars,
  gateSpreads,
  numberedChannels,
  profilesLayout,
  widestSpread,
} from '../../../src/viz/series/profiles.ts'

describe('a confusion matrix', () => {
  test.each([
    [4, 960],
    [12, 960],
    [25, 960],
    [39, 960],
    [4, 352],
  ])('%i classes fit into %i px', (classes, width) => {
    const { cell, names, scores } = confusionLayout(classes, width, 120)
    expect(names + classes * cell + 2 * scores).toBeLessThanOrEqual(width)
  })

  test('counts are printed up to 25 classes; then cells get smaller', () => {
    expect(confusionLayout(mostWithText, 960, 100).dense).toBe(false)
    const many = confusionLayout(mostWithText + 1, 960, 100)
    expect(many.dense).toBe(true)
    expect(many.cell).toBeLessThan(20)
    expect(confusionLayout(200, 300, 100).cell).toBeGreaterThanOrEqual(8)
  })

  test('on a phone cells with numbers stay wide enough, however many there are', () => {
    for (let classes = 2; classes <= mostWithText; classes++) {
      expect(confusionLayout(classes, 352, 140).cell).toBeGreaterThanOrEqual(28)
    }
  })

  test('eight classes and their recall fit on a phone: sums are left out, columns are numbered', () => {
    const { cell, names, scores, sums, numbered } = confusionLayout(8, 358, 120)
    expect({ sums, numbered }).toEqual({ sums: false, numbered: true })
    expect(names + 8 * cell + scores).toBeLessThanOrEqual(358)
    expect(confusionLayout(8, 1120, 120)).toMatchObject({ sums: true, numbered: false })
  })

  test('names get what they need, not more', () => {
    expect(confusionLayout(4, 960, 100).names).toBe(112)
    expect(confusionLayout(4, 960, 20).names).toBe(72)
    expect(confusionLayout(25, 352, 500).names).toBe(72)
  })

  test('shares are of the row; an empty row has none', () => {
    expect([...rowShares(Uint32Array.of(3, 1, 0, 0), 2)]).toEqual([0.75, 0.25, 0, 0])
  })

  test('ink grows with the share, and what is rare is still seen', () => {
    const inks = [0, 0.01, 0.1, 0.5, 1].map(cellInk)
    expect(inks).toEqual(inks.toSorted((a, b) => a - b))
    expect([inks[0], inks.at(-1)]).toEqual([0, 1])
    expect(inks[1]).toBeGreaterThan(0.05)
  })
})

describe('keys in a grid', () => {
  const from = { truth: 1, prediction: 2 }
  test.each([
    ['ArrowUp', false, [0, 2]],
    ['ArrowDown', false, [2, 2]],
    ['ArrowLeft', false, [1, 1]],
    ['ArrowRight', false, [1, 3]],
    ['Home', false, [1, 0]],
    ['End', false, [1, 3]],
    ['Home', true, [0, 0]],
    ['End', true, [3, 3]],
  ] as const)('%s (with control: %s)', (key, control, [truth, prediction]) => {
    expect(movedCell(key, control, from, 4)).toEqual({ truth, prediction })
  })

  test('at an edge it stays; other keys are left to the page', () => {
    expect(movedCell('ArrowUp', false, { truth: 0, prediction: 0 }, 4)).toEqual({ truth: 0, prediction: 0 })
    expect(movedCell('ArrowRight', false, { truth: 3, prediction: 3 }, 4)).toEqual({
      truth: 3,
      prediction: 3,
    })
    for (const key of ['Tab', 'a', 'PageDown', 'Escape']) expect(movedCell(key, false, from, 4)).toBeNull()
  })
})

const columnsOf = (channels: number, plate: number, left = 160): GateColumns => {
  const pitch = plate / channels
  return { from: 0, to: channels, pitch, x: (c) => left + (c + 0.5) * pitch }
}

function boxes(path: string) {
  return [...path.matchAll(/M(\S+) ([-\d.]+)h([-\d.]+)v([-\d.]+)/g)].map((match) => {
    const [x = 0, y = 0, width = 0, height = 0] = match.slice(1).map(Number)
    return { x, y, width, height }
  })
}

describe('gate profiles', () => {
  const row = { top: 10, height: 40 }

  test.each([16, 32, 256])('%i channels: a bar in each column, its height the gate', (channels) => {
    const columns = columnsOf(channels, 960)
    const gates = Float32Array.from({ length: channels }, (_, c) => 0.05 + (0.9 * c) / channels)
    const bars = boxes(gateBars(gates, columns, row))
    expect(bars).toHaveLength(channels)
    for (const [c, bar] of bars.entries()) {
      expect(bar.height).toBeCloseTo((gates[c] ?? 0) * row.height, 1)
      expect(bar.y + bar.height).toBeCloseTo(row.top + row.height, 1)
      expect(bar.x + bar.width / 2).toBeCloseTo(columns.x(c), 1)
      expect(bar.width).toBeLessThanOrEqual(columns.pitch)
    }
  })

  test('a page of the channels, gates outside of 0–1, groups without series', () => {
    const columns = { ...columnsOf(4, 400), from: 1, to: 3 }
    const bars = boxes(gateBars(Float32Array.of(0.1, 9, -9, 0.1), columns, row))
    expect(bars.map(({ height }) => height)).toEqual([40, 0.75])
    expect(gateBars(new Float32Array(4).fill(Number.NaN), columns, row)).toBe('')
  })

  test('the spread is highest less lowest of the groups that have series', () => {
    const columns = columnsOf(3, 300)
    const groups = [
      Float32Array.of(0.5, 0.25, Number.NaN),
      Float32Array.of(0.5, 0.75, Number.NaN),
      Float32Array.of(Number.NaN, 0.5, Number.NaN),
    ]
    const spreads = gateSpreads(groups, columns)
    expect([...spreads]).toEqual([0, 0.5, Number.NaN])
    expect(widestSpread(spreads)).toBe(1)
    expect(widestSpread(gateSpreads(groups.slice(0, 1), columns))).toBeNull()
    // Channels of the page only.
    expect(widestSpread(gateSpreads(groups, { ...columns, from: 2 }))).toBeNull()
  })

  test.each([1, 3, 8, 25])('%i groups: rows apart, the spread last', (groups) => {
    for (const left of [160, 0]) {
      const layout = profilesLayout(groups, columnsOf(16, 352, left))
      expect(layout.rows).toHaveLength(groups + 1)
      expect(layout.beside).toBe(left > 0)
      for (const [i, { top, height }] of layout.rows.entries()) {
        const next = layout.rows[i + 1]
        if (next !== undefined) expect(top + height + (layout.beside ? 6 : 18)).toBeLessThan(next.top)
        expect(layout.bands.some((band) => band.top <= top && band.top + band.height >= top + height)).toBe(
          true,
        )
      }
      expect(layout.foot).toBeLessThan(layout.height)
    }
  })

  test('numbers of channels do not touch, bars and marks can be seen', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 256 }),
        fc.integer({ min: 300, max: 1000 }),
        (channels, plate) => {
          const columns = columnsOf(channels, plate)
          const places = numberedChannels(columns).map(columns.x)
          expect(places.length).toBeGreaterThan(0)
          for (let i = 1; i < places.length; i++) {
            expect((places[i] ?? 0) - (places[i - 1] ?? 0)).toBeGreaterThanOrEqual(26)
          }
          expect(barWidth(columns.pitch)).toBeGreaterThanOrEqual(1)
          const mark = columnBox(columns, 0)
          expect(mark.width).toBeGreaterThanOrEqual(6)
          expect(mark.x + mark.width / 2).toBeCloseTo(columns.x(0), 9)
        },
      ),
    )
  })
})

describe('branches', () => {
  const amount = fc.double({ min: -5, max: 5, noNaN: true })
  const contributions: fc.Arbitrary<Contributions> = fc.record({
    bias: amount,
    lstm: amount,
    convolution: amount,
  })

  test('segments are as long as the parts, on their side of zero, end to end', () => {
    fc.assert(
      fc.property(contributions, (parts) => {
        const segments = stacked(parts)
        expect(segments.map(({ part }) => part)).toEqual(branchParts.filter((part) => parts[part] !== 0))
        const sides = { right: 0, left: 0 }
        for (const { part, from, to } of segments) {
          expect(to - from).toBeCloseTo(Math.abs(parts[part]), 9)
          if (parts[part] > 0) {
            expect(from).toBeCloseTo(sides.right, 9)
            sides.right = to
          } else {
            expect(to).toBeCloseTo(sides.left, 9)
            sides.left = from
          }
        }
        expect(sides.right + sides.left).toBeCloseTo(sumOf(parts), 9)
      }),
    )
  })

  test.each([960, 640, 352])('at %i px all segments and sums lie in the plot, numbers beside it', (width) => {
    fc.assert(
      fc.property(fc.array(contributions, { minLength: 1, maxLength: 20 }), (rows) => {
        const { plot, x, rows: places, numbers, height } = branchesLayout(rows, width)
        for (const parts of rows) {
          for (const value of [sumOf(parts), ...stacked(parts).flatMap(({ from, to }) => [from, to])]) {
            expect(x(value)).toBeGreaterThanOrEqual(plot.left)
            expect(x(value)).toBeLessThanOrEqual(plot.right)
          }
        }
        for (const end of numbers) {
          expect(end).toBeGreaterThan(plot.right)
          expect(end).toBeLessThanOrEqual(width)
        }
        expect(places.at(-1)?.middle).toBeLessThan(height)
      }),
      { numRuns: 30 },
    )
  })

  test('nothing contributed: a zero line all the same', () => {
    const { x, plot } = branchesLayout([{ bias: 0, lstm: 0, convolution: 0 }], 400)
    expect(x(0)).toBeCloseTo((plot.left + plot.right) / 2, 9)
  })

  test('what is too small for a scale, or no number, is no part of the picture', () => {
    const rows = [
      { bias: Number.MIN_VALUE, lstm: 0, convolution: 0 },
      { bias: Number.POSITIVE_INFINITY, lstm: Number.NaN, convolution: 0 },
    ]
    const { x, ticks, plot } = branchesLayout(rows, 400)
    expect(x(Number.MIN_VALUE)).toBeCloseTo((plot.left + plot.right) / 2, 9)
    expect(x(Number.POSITIVE_INFINITY)).toBeLessThanOrEqual(plot.right)
    expect(ticks.length).toBeGreaterThan(1)
    expect(rows.flatMap(stacked)).toHaveLength(1)
  })

  test('on a phone names stand clear above their bars', () => {
    const { rows, bar, beside } = branchesLayout(
      Array.from({ length: 5 }, () => ({ bias: 1, lstm: 1, convolution: 1 })),
      352,
    )
    expect(beside).toBe(false)
    for (const [i, { text, middle }] of rows.entries()) {
      expect(middle - bar / 2 - 4 - text).toBeGreaterThanOrEqual(8)
      expect(text - 7).toBeGreaterThan((rows[i - 1]?.middle ?? -20) + bar / 2)
    }
  })
})
