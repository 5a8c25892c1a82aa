import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gestureProblem } from '../../../../src/model/data/series/gestureProblem.ts'
import {
  gestureLength,
  gestureSeries,
  gestureSet,
  isGesture,
  type PenPoint,
  type Recording,
} from '../../../../src/model/data/series/gestures.ts'
import { fewestRecordings } from '../../../../src/model/data/series/gesturesKey.ts'

const line = (points: readonly (readonly [x: number, y: number, time: number])[]): Recording =>
  points.map(([x, y, time]) => ({ x, y, time, pressure: 0.5 }))

const column = (data: Float32Array, variable: number) =>
  Array.from({ length: gestureLength }, (_, i) => data[4 * i + variable] ?? Number.NaN)

const recordings = fc
  .array(
    fc.record({
      x: fc.integer({ min: 0, max: 2800 }).map((x) => x / 10),
      y: fc.integer({ min: 0, max: 2800 }).map((y) => y / 10),
      pause: fc.integer({ min: 0, max: 40 }),
      pressure: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { minLength: 4, maxLength: 60 },
  )
  .map((points) => {
    let time = 0
    return points.map(({ x, y, pause, pressure }): PenPoint => {
      time += pause
      return { x, y, time, pressure }
    })
  })
  .filter((recording) => isGesture(recording, 280))

test('a straight line at one speed: x from −1 to 1, y 0, speed 0 everywhere', () => {
  const data = gestureSeries(
    line([
      [10, 50, 0],
      [60, 50, 500],
      [110, 50, 1000],
    ]),
  )
  const x = column(data, 0)
  expect(x[0]).toBe(-1)
  expect(x.at(-1)).toBe(1)
  for (const [i, value] of x.entries()) expect(value).toBeCloseTo(-1 + (2 * i) / 63, 5)
  for (const v of [1, 2, 3]) for (const value of column(data, v)) expect(value).toBeCloseTo(0, 5)
})

test('what is drawn twice as fast in its second half is sampled in time, not in way', () => {
  const data = gestureSeries(
    line([
      [0, 0, 0],
      [100, 0, 1000],
      [300, 0, 2000],
    ]),
  )
  const speed = column(data, 2)
  expect(speed[10]).toBeCloseTo(2 / 3 - 1, 4)
  expect(speed[50]).toBeCloseTo(4 / 3 - 1, 4)
})

test('place and size do not matter, proportions do', () => {
  fc.assert(
    fc.property(
      recordings,
      fc.double({ min: 0.1, max: 4, noNaN: true }),
      fc.double({ min: -500, max: 500, noNaN: true }),
      (recording, scale, shift) => {
        const moved = recording.map((p) => ({ ...p, x: p.x * scale + shift, y: p.y * scale - shift }))
        const [own, other] = [gestureSeries(recording), gestureSeries(moved)]
        for (const [i, value] of own.entries()) expect(other[i]).toBeCloseTo(value, 3)
      },
    ),
  )
})

test('x and y fit the box, and one of them fills it', () => {
  fc.assert(
    fc.property(recordings, (recording) => {
      const data = gestureSeries(recording)
      const most = Math.max(...[...column(data, 0), ...column(data, 1)].map(Math.abs))
      fc.pre(most > 0)
      expect(most).toBeCloseTo(1, 5)
      expect(data.every(Number.isFinite)).toBe(true)
    }),
  )
})

describe('what is no gesture', () => {
  test.each([
    ['nothing', []],
    [
      'a tap',
      line([
        [5, 5, 0],
        [5, 5, 80],
      ]),
    ],
    [
      'a shiver',
      line([
        [5, 5, 0],
        [6, 5, 20],
        [5, 5, 40],
        [6, 5, 60],
      ]),
    ],
    [
      'points without time between them',
      line([
        [0, 0, 7],
        [50, 0, 7],
        [100, 0, 7],
        [100, 90, 7],
      ]),
    ],
  ])('%s', (_, recording) => {
    expect(isGesture(recording, 280)).toBe(false)
  })

  test('no duration: refused, not NaN', () => {
    expect(() =>
      gestureSeries(
        line([
          [0, 0, 7],
          [50, 0, 7],
        ]),
      ),
    ).toThrow(RangeError)
  })
})

test('a set of classes: names as they are, labels by position', () => {
  const one = line([
    [0, 0, 0],
    [50, 0, 30],
    [100, 0, 60],
    [100, 50, 90],
  ])
  const set = gestureSet([
    { name: '<b>loop</b>', recordings: [one] },
    { name: 'zigzag', recordings: [one, one] },
  ])
  expect(set.classes).toEqual(['<b>loop</b>', 'zigzag'])
  expect(set.series.map(({ label }) => label)).toEqual([0, 1, 1])
  expect(set.series.every(({ data, length }) => length === 64 && data.length === 256)).toBe(true)
})

test('of five recordings each, three to learn from, one to choose and one to judge; values as they are drawn', () => {
  const drawn = (slope: number) =>
    Array.from({ length: fewestRecordings }, (_, i) =>
      line([
        [0, 0, 0],
        [50, slope * (i + 1), 30],
        [100, 0, 90],
      ]),
    )
  const classes = [
    { name: 'up', recordings: drawn(-9) },
    { name: 'down', recordings: drawn(9) },
  ]
  const problem = gestureProblem(classes)
  expect(problem.classes).toEqual(['up', 'down'])
  expect([problem.train, problem.validation, problem.test].map(({ y }) => [...y].sort())).toEqual([
    [0, 0, 0, 1, 1, 1],
    [0, 1],
    [0, 1],
  ])
  // Every recording is in one part, as it is and not normalised anew.
  const parts = [problem.train, problem.validation, problem.test].flatMap(({ x, count }) =>
    Array.from({ length: count }, (_, n) => String(x.slice(n * 256, (n + 1) * 256))),
  )
  const own = classes.flatMap(({ recordings }) => recordings.map((one) => String(gestureSeries(one))))
  expect(parts.sort()).toEqual(own.sort())
})

test('a way that is gone at one instant: it stands still, and nothing is NaN', () => {
  const jump = line([
    [0, 0, 0],
    [100, 0, 0],
    [100, 0, 0],
    [100, 0, 10],
  ])
  expect(gestureSeries(jump).every(Number.isFinite)).toBe(true)
})
