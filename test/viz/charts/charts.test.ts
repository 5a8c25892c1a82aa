import { describe, expect, test } from 'vitest'
import { curveLayout } from '../../../src/viz/charts/curve.ts'
import { decimate } from '../../../src/viz/charts/decimate.ts'
import { gateHealth } from '../../../src/viz/charts/health.ts'
import { histogramLayout } from '../../../src/viz/charts/histogram.ts'
import { lineLayout, mostPoints, type Series, spread } from '../../../src/viz/charts/line.ts'
import { lastAt, type Point, smooth } from '../../../src/viz/charts/points.ts'
import { sliderKey } from '../../../src/viz/charts/sliderKey.ts'
import {
  rowAtPixel,
  rowOfStep,
  sampledRows,
  stepOfRow,
  waterfallLayout,
  waterfallPixels,
} from '../../../src/viz/charts/waterfall.ts'

const size = { width: 320, height: 110 }
const at = (values: readonly number[]): Point[] => values.map((y, i) => ({ x: i + 1, y }))

describe('points', () => {
  test('a running mean starts at the first value and keeps a constant', () => {
    expect(smooth(at([3, 3, 3])).map((point) => point.y)).toEqual([3, 3, 3].map((y) => expect.closeTo(y, 12)))
    expect(smooth(at([7]))[0]?.y).toBeCloseTo(7, 12)
  })

  test('a running mean weighs the past as stated', () => {
    // weights 0.5·0.5 and 0.5, over their sum 0.75
    expect(smooth(at([0, 3]), 0.5)[1]?.y).toBeCloseTo((0.25 * 0 + 0.5 * 3) / 0.75, 12)
  })

  test('a value that is no number is left out and does not spoil what follows', () => {
    expect(smooth(at([1, Number.NaN, 1])).map((point) => point.x)).toEqual([1, 3])
    expect(smooth(at([1, Number.NaN, 1]))[1]?.y).toBeCloseTo(1, 12)
  })

  test('thinning keeps ends, order and every extreme', () => {
    const points = at(
      Array.from({ length: 5000 }, (_, i) => (i === 1234 ? 50 : i === 4001 ? -50 : Math.sin(i))),
    )
    const thin = decimate(points, 100)
    expect(thin.length).toBeLessThanOrEqual(100)
    expect(thin[0]).toBe(points[0])
    expect(thin.at(-1)).toBe(points.at(-1))
    expect(Math.max(...thin.map((point) => point.y))).toBe(50)
    expect(Math.min(...thin.map((point) => point.y))).toBe(-50)
    for (let i = 1; i < thin.length; i++) expect(thin[i]?.x).toBeGreaterThan(thin[i - 1]?.x ?? 0)
  })

  test.each([1, 30, 2500, 4970, 4998])('a peak or a dip at place %i is kept', (place) => {
    for (const y of [9, -9]) {
      const points = at(Array.from({ length: 5000 }, (_, i) => (i === place ? y : Math.sin(i))))
      expect(decimate(points, 100)).toContain(points[place])
    }
  })

  test('short series are not thinned', () => {
    const points = at([1, 2, 3])
    expect(decimate(points, 100)).toBe(points)
    expect(() => decimate(points, 3)).toThrow(RangeError)
  })

  test('what was known at a step is the last point that is not later', () => {
    const points = [10, 20, 30].map((x) => ({ x, y: x }))
    expect(lastAt(points, 9)).toBeNull()
    expect(lastAt(points, 20)?.x).toBe(20)
    expect(lastAt(points, 29)?.x).toBe(20)
    expect(lastAt(points, 1e9)?.x).toBe(30)
  })
})

const series = (batch: Point[], heldOut: Point[]): Series[] => [
  { id: 'batch', label: 'batch', kind: 'line', points: batch },
  { id: 'heldOut', label: 'held-out', kind: 'points', points: heldOut },
]

describe('line chart', () => {
  test('places points by their value and reads places back', () => {
    const layout = lineLayout(series([{ x: 100, y: 0.5 }], [{ x: 50, y: 1 }]), size, [0, 1])
    expect(layout.x(100)).toBe(layout.plot.right)
    expect(layout.y(0.5)).toBe((layout.plot.top + layout.plot.bottom) / 2)
    expect(layout.marks[1]?.dots).toEqual([
      { x: (layout.plot.left + layout.plot.right) / 2, y: layout.plot.top },
    ])
    expect(layout.invert(layout.x(37))).toBeCloseTo(37, 9)
    expect(layout.invert(-100)).toBe(0)
    expect(layout.invert(1e6)).toBe(100)
  })

  test('the domain of y reaches from 0 to at least the highest value', () => {
    const layout = lineLayout(series(at([2.31, 1.2]), []), size)
    expect(layout.yDomain[0]).toBe(0)
    expect(layout.yDomain[1]).toBeGreaterThanOrEqual(2.31)
  })

  test('direct labels do not touch and stay inside', () => {
    const layout = lineLayout(series(at([1, 0.01]), at([1, 0.012])), size, [0, 1])
    const [first, second] = layout.labels
    expect(Math.abs((first?.y ?? 0) - (second?.y ?? 0))).toBeGreaterThanOrEqual(15)
    for (const label of layout.labels) expect(label.y).toBeLessThanOrEqual(layout.plot.bottom)
    expect(spread([10, 11, 12], 5, 0, 15)).toEqual([5, 10, 15])
  })

  test('nothing trained yet: axes, no marks, no NaN', () => {
    const layout = lineLayout(series([], []), size)
    expect(layout.labels).toEqual([])
    expect(layout.marks.map((mark) => mark.path)).toEqual(['', ''])
    expect(JSON.stringify(layout)).not.toMatch(/null|NaN/)
  })

  test('infinite and missing losses are not drawn', () => {
    const layout = lineLayout(series(at([1, Number.NaN, Number.POSITIVE_INFINITY, 2]), []), size)
    expect(layout.marks[0]?.path).not.toMatch(/NaN|Infinity/)
    expect(layout.yDomain[1]).toBeLessThan(10)
  })

  test('a long run costs no more marks than the width can show', () => {
    const layout = lineLayout(series(at(Array.from({ length: 20_000 }, (_, i) => Math.sin(i) + 1)), []), size)
    expect(layout.marks[0]?.path.split('L').length).toBeLessThanOrEqual(mostPoints)
  })
})

describe('ticks of x', () => {
  const xTicksAt = (width: number, latest = 2350) =>
    lineLayout(series(at(Array.from({ length: latest }, () => 1)), []), { width, height: 84 }).xTicks

  test.each([178, 210, 240, 320])('at %i pixels their numbers do not touch, and two are there', (width) => {
    for (const latest of [1, 90, 175, 470, 522, 999, 2350]) {
      const places = xTicksAt(width, latest).map((tick) => tick.at)
      expect(places.length, `until step ${latest}`).toBeGreaterThanOrEqual(2)
      for (const [i, place] of places.entries())
        if (i > 0) expect(place - (places[i - 1] ?? 0)).toBeGreaterThanOrEqual(36)
    }
  })

  test('steps are whole', () => {
    for (const latest of [1, 2, 3, 7])
      for (const { value } of xTicksAt(320, latest)) expect(Number.isInteger(value)).toBe(true)
  })

  test('where there is room there are more', () => {
    expect(xTicksAt(320).length).toBeGreaterThan(xTicksAt(178).length)
    const gates = [Float32Array.of(0.2, 0.8)]
    const marked = (width: number) =>
      histogramLayout(gates, { width, height: 84 }).xTicks.map(({ value }) => value)
    expect(marked(320)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1])
    expect(marked(190)).toEqual([0, 0.5, 1])
  })
})

describe('slider keys', () => {
  const range = { min: 0, max: 10, step: 1, page: 5 }
  test.each([
    ['ArrowRight', 5],
    ['ArrowUp', 5],
    ['ArrowLeft', 3],
    ['ArrowDown', 3],
    ['PageUp', 9],
    ['PageDown', 0],
    ['Home', 0],
    ['End', 10],
    ['a', null],
    ['Tab', null],
  ])('%s from 4 goes to %s', (key, expected) => {
    expect(sliderKey(key, 4, range)).toBe(expected)
  })

  test('on an axis of time that runs downwards, down is later', () => {
    expect(sliderKey('ArrowDown', 4, { ...range, downIsMore: true })).toBe(5)
    expect(sliderKey('ArrowUp', 0, { ...range, downIsMore: true })).toBe(0)
  })
})

describe('waterfall', () => {
  const channels = { from: 0, to: 2 }
  const plate = { plateWidth: 960, height: 120 }
  const history = Array.from({ length: 500 }, (_, i) => ({
    step: i * 10,
    gates: Float32Array.of(i / 499, 0.5),
  }))

  test('a column is as wide as the pitch of the figure', () => {
    expect(waterfallLayout(1, { from: 0, to: 16 }, plate).pitch).toBe(60)
    expect(waterfallLayout(1, { from: 16, to: 32 }, { plateWidth: 352, height: 120 }).pitch).toBe(22)
  })

  test('fills its height from the first record on; newest and oldest are always drawn', () => {
    expect(waterfallLayout(3, channels, plate).rowHeight).toBe(40)
    const full = waterfallLayout(500, channels, plate)
    expect(full.rows).toHaveLength(120)
    expect(full.rowHeight).toBe(1)
    expect(full.rows[0]).toBe(0)
    expect(full.rows.at(-1)).toBe(499)
    expect(new Set(sampledRows(121, 120)).size).toBe(120)
  })

  test('paints paper for 0, full colour for 1, a row a record, a column a channel', () => {
    const colours = { paper: [200, 100, 0], full: [0, 100, 250] } as const
    const records = [{ step: 0, gates: Float32Array.of(9, 0, 1, 0.5, -1) }]
    expect([...waterfallPixels(records, [0], { from: 1, to: 5 }, colours)]).toEqual([
      200, 100, 0, 255, 0, 100, 250, 255, 100, 100, 125, 255, 200, 100, 0, 255,
    ])
  })

  test('a place on it and a step find each other', () => {
    const layout = waterfallLayout(500, channels, plate)
    for (const row of [0, 1, 60, 118]) {
      const step = stepOfRow(layout, history, row)
      expect(step).toBe(history[layout.rows[row] ?? -1]?.step)
      expect(rowOfStep(layout, history, step)).toBe(row)
      expect(rowAtPixel(layout, row * layout.rowHeight + 0.5)).toBe(row)
    }
  })

  test('the newest row means: follow', () => {
    const layout = waterfallLayout(500, channels, plate)
    expect(stepOfRow(layout, history, 119)).toBeNull()
    expect(rowOfStep(layout, history, null)).toBe(119)
    expect(rowAtPixel(layout, 5000)).toBe(119)
    expect(rowAtPixel(layout, -5)).toBe(0)
  })

  test('nothing recorded: no row', () => {
    const layout = waterfallLayout(0, channels, plate)
    expect([0, 10].map((y) => rowAtPixel(layout, y))).toEqual([-1, -1])
    expect(rowOfStep(layout, [], 3)).toBe(-1)
  })
})

describe('gate health', () => {
  const gates = (...values: number[]) => [Float32Array.from(values)]

  test('counts by the stated thresholds', () => {
    const health = gateHealth(gates(0.5, 0.44, 0.56, 0.01, 0.03, 0.99, 0.97), [true, false, false])
    expect(health).toMatchObject({ count: 7, nearHalf: 1, closed: 1, open: 1, dead: 1, hidden: 3 })
    expect(health.mean).toBeCloseTo((0.5 + 0.44 + 0.56 + 0.01 + 0.03 + 0.99 + 0.97) / 7, 6)
    expect(health.warnings).toEqual(['someDead'])
  })

  test.each([
    ['nearHalf', gates(0.5, 0.5, 0.9), [false]],
    ['closed', gates(0.001, 0.001, 0.9), [false]],
    ['open', gates(0.999, 0.999, 0.3), [false]],
    ['allDead', gates(0.2, 0.3), [true, true]],
  ] as const)('warns: %s', (warning, values, dead) => {
    expect(gateHealth(values, dead).warnings).toEqual([warning])
  })

  test('healthy gates, and none at all, give no warning', () => {
    expect(gateHealth(gates(0.2, 0.7, 0.9), [false]).warnings).toEqual([])
    expect(gateHealth([], []).warnings).toEqual([])
  })
})

describe('histogram', () => {
  test('counts every gate once, in bins of 0.05', () => {
    const layout = histogramLayout([Float32Array.of(0, 0.02, 0.5, 1), Float32Array.of(0.97)], size)
    expect(layout.bars).toHaveLength(20)
    expect(layout.bars.reduce((sum, bar) => sum + bar.count, 0)).toBe(5)
    expect(layout.bars[0]?.count).toBe(2)
    expect(layout.bars[19]?.count).toBe(2)
    expect(layout.bars[0]?.height).toBeCloseTo(layout.plot.bottom - layout.plot.top, 9)
  })

  test('gates of tanh and ReLU widen the range', () => {
    const layout = histogramLayout([Float32Array.of(-0.5, 3)], size)
    expect(layout.bars[0]?.from).toBeCloseTo(-0.5, 9)
    expect(layout.bars.at(-1)?.to).toBeCloseTo(3, 9)
    expect(layout.bars.reduce((sum, bar) => sum + bar.count, 0)).toBe(2)
  })
})

describe('gate curve', () => {
  const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))

  test('points lie where logit and gate say', () => {
    const layout = curveLayout({ gate: sigmoid, logits: Float32Array.of(0, 3) }, size)
    const [zero, three] = layout.points
    expect(zero).toMatchObject({ gate: 0.5, clipped: null })
    expect(zero?.x).toBeCloseTo((layout.plot.left + layout.plot.right) / 2, 9)
    expect(zero?.y).toBeCloseTo((layout.plot.top + layout.plot.bottom) / 2, 9)
    expect(three?.gate).toBeCloseTo(sigmoid(3), 12)
  })

  test('logits beyond ±6 stand at the edge and say so', () => {
    const layout = curveLayout({ gate: sigmoid, logits: Float32Array.of(-9, 9, 6) }, size)
    expect(layout.points.map((point) => point.clipped)).toEqual(['left', 'right', null])
    const [below, above, six] = layout.points
    expect(above?.x).toBe(six?.x)
    // Their arrows, 8 px long, cover no number of the axis.
    expect((below?.x ?? 0) - layout.plot.left).toBeGreaterThan(8)
    expect(layout.plot.right - (above?.x ?? 0)).toBeGreaterThan(8)
  })

  test('the axis covers the gate function: tanh below zero, ReLU above one', () => {
    const tanh = curveLayout({ gate: Math.tanh, logits: Float32Array.of(0) }, size)
    expect(tanh.points[0]?.y).toBeCloseTo((tanh.plot.top + tanh.plot.bottom) / 2, 9)
    const relu = curveLayout({ gate: (x) => Math.max(0, x), logits: Float32Array.of(6) }, size)
    expect(relu.points[0]?.y).toBeCloseTo(relu.plot.top, 9)
  })

  test('softmax: the points carry the gates as they are', () => {
    const layout = curveLayout(
      { gate: sigmoid, logits: Float32Array.of(1), gates: Float32Array.of(0.25) },
      size,
    )
    expect(layout.points[0]?.gate).toBe(0.25)
  })
})
