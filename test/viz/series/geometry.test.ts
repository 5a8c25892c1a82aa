import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  curve,
  extents,
  lane,
  mostRows,
  type SeriesChartInput,
  seriesChartLayout,
  stepAt,
  stepTicks,
  stepX,
  tapSquares,
} from '../../../src/viz/series/series.ts'
import { clearOf, fitted, heldBetween, textWidth, typeSize, wrapped } from '../../../src/viz/series/text.ts'

/** Numbers of a path's points, two by two. */
function points(path: string): { readonly x: number; readonly y: number }[] {
  return [...path.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }))
}

describe('text without a page', () => {
  const words = fc.string({ maxLength: 40 })

  test('what is fitted fits, is the text or its beginning, and loses nothing that had room', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 0, max: 300 }), (text, room) => {
        const shown = fitted(text, room, 12)
        if (shown === text) return
        expect(textWidth(text, 12)).toBeGreaterThan(room)
        expect(textWidth(shown, 12)).toBeLessThanOrEqual(room)
        if (shown !== '') {
          expect(shown.endsWith('…')).toBe(true)
          expect(text.startsWith(shown.slice(0, -1))).toBe(true)
        }
      }),
    )
  })

  test('lines fit, lose no character but spaces, and are no more than allowed', () => {
    const sentence = fc
      .array(fc.stringMatching(/^[a-zA-Z_]{1,14}$/), { minLength: 1, maxLength: 6 })
      .map((all) => all.join(' '))
    fc.assert(
      fc.property(
        sentence,
        fc.integer({ min: 30, max: 300 }),
        fc.integer({ min: 1, max: 4 }),
        (text, room, most) => {
          const lines = wrapped(text, room, most, 12)
          expect(lines.length).toBeLessThanOrEqual(most)
          for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(room)
          const [said, whole] = [lines.join(''), text].map((one) => one.replaceAll(' ', ''))
          if (said?.endsWith('…')) expect(whole?.startsWith(said.slice(0, -1))).toBe(true)
          else expect(said).toBe(whole)
        },
      ),
    )
    expect(wrapped('highest temperature,\u00a0°C', 120, 2)).toEqual(['highest', 'temperature,\u00a0°C'])
    expect(wrapped('wind', 120, 2)).toEqual(['wind'])
    // Room for “a b ” to the blank, and not for what follows; and for “a b” to the letter.
    expect([25, 24].map((room) => wrapped('a b cd', room, 3))).toEqual([
      ['a b', 'cd'],
      ['a b', 'cd'],
    ])
    expect(wrapped('abcdef', 25, 3)).toEqual(['abc', 'def'])
    expect(wrapped('ab cdefgh ij', 40, 2)).toEqual(['ab', 'cdef…'])
    expect(wrapped('', 120, 2)).toEqual([])
  })

  test('Hangul is larger, and a sign wider than a letter', () => {
    expect([typeSize('wind'), typeSize('바람 2')]).toEqual([12, 14])
    expect(textWidth('바람')).toBeGreaterThan(textWidth('ab') * 1.5)
  })

  test('labels stay between the edges and clear of the one that must stand', () => {
    expect(heldBetween(5, 40, 0, 100)).toBe(20)
    expect(heldBetween(95, 40, 0, 100)).toBe(80)
    expect(heldBetween(50, 40, 0, 100)).toBe(50)
    const ticks = [{ at: 0 }, { at: 30 }, { at: 60 }]
    expect(clearOf(ticks, 40, 20)).toEqual([{ at: 0 }, { at: 60 }])
    expect(clearOf(ticks, null, 20)).toBe(ticks)
  })
})

const [steps, variables] = [20, 3] as const
const data = Float32Array.from({ length: steps * variables }, (_, i) => Math.sin(i))
const input = (changes: Partial<SeriesChartInput> = {}): SeriesChartInput => ({
  data,
  shape: [steps, variables],
  domains: [
    [-1, 1],
    [-2, 2],
    [5, 9],
  ],
  width: 700,
  mode: 'rows',
  ...changes,
})

describe.each([960, 700, 352])('a series at %i px', (width) => {
  const layout = seriesChartLayout(input({ width }))

  test('rows do not overlap, leave room for weights, and all lies within the picture', () => {
    for (const [i, row] of layout.rows.entries()) {
      const next = layout.rows[i + 1]?.top ?? layout.plot.bottom
      expect(row.top + row.height + lane).toBeLessThanOrEqual(next)
      for (const { x, y } of points(row.path)) {
        expect(x).toBeGreaterThanOrEqual(layout.plot.left)
        expect(x).toBeLessThanOrEqual(layout.plot.right)
        expect(y).toBeGreaterThanOrEqual(row.top - 0.05)
        expect(y).toBeLessThanOrEqual(row.top + row.height + 0.05)
      }
    }
    expect(layout.plot.bottom).toBeLessThan(layout.height)
    expect(layout.plot.right).toBeLessThanOrEqual(width)
  })

  test('each point stands at its step and at its value', () => {
    for (const row of layout.rows.slice(0, 2)) {
      const [low, high] = input().domains[row.variable] ?? [0, 1]
      for (const [t, { x, y }] of points(row.path).entries()) {
        expect(x).toBeCloseTo(layout.x(t), 0)
        const value = data[t * variables + row.variable] ?? 0
        expect(y).toBeCloseTo(row.top + row.height * (1 - (value - low) / (high - low)), 0)
      }
    }
  })

  test('the zero line is where the value 0 is; a row that does not reach 0 has none', () => {
    expect(layout.rows[0]?.zero).toBe(layout.rows[0]?.y(0))
    expect(layout.rows[2]?.zero).toBeNull()
  })

  test('places and steps find each other', () => {
    for (let step = 0; step < steps; step++) {
      expect(layout.step(layout.x(step))).toBe(step)
      expect(layout.x(step)).toBeCloseTo((layout.edge(step) + layout.edge(step + 1)) / 2, 9)
    }
    expect(layout.step(-1000)).toBe(0)
    expect(layout.step(9999)).toBe(steps - 1)
    expect(layout.edge(-4)).toBe(layout.plot.left)
    expect(layout.edge(steps + 4)).toBe(layout.plot.right)
  })

  test('windows cover the curves and not the names above them', () => {
    for (const row of layout.rows) {
      const holds = layout.bands.some(
        (band) => band.top <= row.top && band.top + band.height >= row.top + row.height + lane,
      )
      expect(holds).toBe(true)
    }
    const covered = layout.bands.reduce((sum, { height }) => sum + height, 0)
    if (!layout.beside) expect(covered).toBeLessThan(layout.plot.bottom - 40)
  })
})

describe('a series', () => {
  test('has at most twelve rows', () => {
    const wide = { data: new Float32Array(20 * 30), shape: [20, 30] as const, domains: [] }
    expect(seriesChartLayout(input(wide)).rows).toHaveLength(mostRows)
    expect(seriesChartLayout(input({ ...wide, mode: 'thumbnail' })).rows).toHaveLength(mostRows)
  })

  test('ends where its padding begins', () => {
    const path = seriesChartLayout(input({ padFrom: 12 })).rows[0]?.path ?? ''
    expect(points(path)).toHaveLength(12)
  })

  test('is broken where a value is missing; a lone value is a dot', () => {
    const at = [1, Number.NaN, 2, Number.NaN, 3, 4].map((y, x) => ({ x, y }))
    expect(curve(at, 100)).toBe('M0,1h0M2,2h0M4,3L5,4')
    expect(curve([{ x: 0, y: Number.NaN }], 100)).toBe('')
  })

  test('a long one costs no more points than the width can show, and keeps its peak', () => {
    const long = Array.from({ length: 20_000 }, (_, x) => ({ x, y: x === 12_345 ? 900 : Math.sin(x) }))
    const thin = points(curve(long, 600))
    expect(thin.length).toBeLessThanOrEqual(600)
    expect(Math.max(...thin.map(({ y }) => y))).toBe(900)
  })

  test.each([1, 4, 12])('%i variables as a thumbnail stay in it', (count) => {
    const many = Float32Array.from({ length: 20 * count }, (_, i) => 3 * Math.sin(i))
    const layout = seriesChartLayout(
      input({ data: many, shape: [20, count], domains: [], mode: 'thumbnail', width: 84, height: 84 }),
    )
    expect(layout.height).toBe(84)
    for (const row of layout.rows) {
      expect(row.top).toBeGreaterThanOrEqual(-1e-9)
      expect(row.top + row.height).toBeLessThanOrEqual(84 + 1e-9)
      expect(row.height).toBeGreaterThanOrEqual(13.9)
    }
  })

  test('ticks are whole steps of the series', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 60, max: 1200 }), (count, across) => {
        const found = stepTicks(count, across)
        expect(found[0]).toBe(0)
        for (const step of found) expect(Number.isInteger(step) && step < count).toBe(true)
        expect(found.length).toBeLessThanOrEqual(Math.max(3, across / 25))
      }),
    )
  })
})

describe('weights of a window', () => {
  const layout = seriesChartLayout(input())
  const taps = Float32Array.of(1, -0.25, 0, 0.5, 4, 1)

  test('stand under their step and variable, area ∝ |weight|', () => {
    const found = tapSquares(layout, [steps, variables], 6, taps)
    expect(found.map(({ weight }) => weight)).toEqual([1, 0.5, -0.25, 4, 1])
    for (const { x, y, side, weight } of found) {
      const [k, v] = [Math.floor(taps.indexOf(weight) / variables), taps.indexOf(weight) % variables]
      const row = layout.rows[weight === 1 && y > (layout.rows[1]?.top ?? 0) ? 2 : v]
      expect(x).toBe(layout.x(weight === 1 && row === layout.rows[2] ? 7 : 6 + k))
      expect(y - side / 2).toBeGreaterThan((row?.top ?? 0) + (row?.height ?? 0))
      expect(y + side / 2).toBeLessThan((row?.top ?? 0) + (row?.height ?? 0) + lane)
    }
    const side = (weight: number) => found.find((tap) => tap.weight === weight)?.side ?? 0
    expect((side(4) / side(1)) ** 2).toBeCloseTo(4, 9)
    expect((side(1) / side(-0.25)) ** 2).toBeCloseTo(4, 9)
  })

  test('outside of the series they multiply nothing and are not drawn', () => {
    expect(tapSquares(layout, [steps, variables], -1, taps).map(({ weight }) => weight)).toEqual([0.5, 4, 1])
    expect(tapSquares(layout, [steps, variables], 19, taps).map(({ weight }) => weight)).toEqual([1, -0.25])
  })
})

test('the extent of each variable, whatever is missing; one that never changes has room at either side', () => {
  const values = [1, 0, 5, -3, 0, Number.NaN, 2, 0, 5]
  expect(extents(values, 3)).toEqual([
    [-3, 2],
    [-1, 1],
    [0, 10],
  ])
  expect(extents([], 2)).toEqual([
    [-1, 1],
    [-1, 1],
  ])
  fc.assert(
    fc.property(fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 }), (all) => {
      const [[low, high] = [0, 0]] = extents(all, 1)
      expect(low).toBeLessThan(high)
      for (const value of all) {
        expect(value).toBeGreaterThanOrEqual(low)
        expect(value).toBeLessThanOrEqual(high)
      }
    }),
  )
})

test('a step and its place: there and back', () => {
  for (const count of [1, 7, 64]) {
    for (let step = 0; step < count; step++) expect(stepAt(stepX(step, count, 320), count, 320)).toBe(step)
  }
  expect([stepAt(-5, 10, 100), stepAt(500, 10, 100)]).toEqual([0, 9])
})
