/** Values made comparable, series made of one length. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fillMissing } from '../../../../src/model/data/series/missing.ts'
import { prepareProblem } from '../../../../src/model/data/series/prepare.ts'
import type { Series } from '../../../../src/model/data/series/types.ts'
import { numbered, one, ragged, setOf } from './seriesSets.ts'

const raw = { normalise: 'none' } as const

describe('normalising and padding', () => {
  const choices = fc.record({
    normalise: fc.constantFrom('perVariable', 'perSeries', 'none'),
    length: fc.oneof(fc.constant('longest'), fc.integer({ min: 1, max: 16 })),
    pad: fc.constantFrom('end', 'start'),
    missing: fc.constantFrom('interpolate', 'zero'),
    seed: fc.nat(),
  } as const)

  test('zeros at the side that was chosen, finite numbers everywhere, lengths as they were', () => {
    fc.assert(
      fc.property(ragged, choices, (series, chosen) => {
        const problem = prepareProblem({ train: setOf(series, 2), test: null }, chosen)
        const longest = Math.max(...series.filter(({ label }) => label !== null).map(({ length }) => length))
        expect(problem.length).toBe(chosen.length === 'longest' ? longest : chosen.length)
        for (const { count, x, lengths } of [problem.train, problem.validation, problem.test]) {
          expect(x.length).toBe(count * problem.length * 2)
          expect(x.every(Number.isFinite)).toBe(true)
          for (const [n, steps] of lengths.entries()) {
            const own = x.subarray(n * problem.length * 2, (n + 1) * problem.length * 2)
            const padding =
              chosen.pad === 'end' ? own.subarray(2 * steps) : own.subarray(0, own.length - 2 * steps)
            expect(padding.every((value) => value === 0)).toBe(true)
          }
        }
      }),
    )
  })

  const moments = (values: readonly number[]) => {
    const mean = values.reduce((sum, v) => sum + v, 0) / values.length
    return [mean, Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length)] as const
  }

  test('perVariable: mean 0 and deviation 1 over the steps of the training part', () => {
    fc.assert(
      fc.property(ragged, fc.nat(), (drawn, seed) => {
        const series = drawn.map((s) => ({ ...s, data: s.data.map((v) => (Number.isNaN(v) ? 7 : v)) }))
        const { train, length } = prepareProblem({ train: setOf(series, 2), test: null }, { seed })
        for (const v of [0, 1]) {
          const values = [...train.lengths].flatMap((steps, n) =>
            Array.from({ length: steps }, (_, t) => train.x[(n * length + t) * 2 + v] ?? 0),
          )
          const [mean, deviation] = moments(values)
          expect(mean).toBeCloseTo(0, 4)
          expect(deviation).toBeCloseTo(1, 4)
        }
      }),
    )
  })

  test('a constant variable has deviation 1', () => {
    const constant = [0, 0, 1, 1].map(
      (label): Series => ({ data: Float32Array.of(7, 0, 7, 4), length: 2, label }),
    )
    const changed = [{ data: Float32Array.of(9.5, 2, 7, 2), length: 2, label: 0 }]
    const problem = prepareProblem({ train: setOf(constant, 2, 2), test: setOf(changed, 2, 2) })
    expect(problem.scale).toEqual({ mean: [7, 2], deviation: [1, 2] })
    expect([...problem.test.x]).toEqual([2.5, 0, 0, 0])
    expect(problem.train.x.filter((_, i) => i % 2 === 0).every((value) => value === 0)).toBe(true)
  })

  test('perSeries: each variable of each series by its own; a constant one becomes 0', () => {
    const a: Series = { data: Float32Array.of(1, 5, 3, 5, 5, 5), length: 3, label: 0 }
    const b: Series = { data: Float32Array.of(100, 1, 300, 3), length: 2, label: 1 }
    const problem = prepareProblem(
      { train: setOf([a, a, b, b], 2, 2), test: setOf([a, b], 2, 2) },
      { normalise: 'perSeries' },
    )
    const unit = Math.sqrt(1.5)
    const expected = [-unit, 0, 0, 0, unit, 0, -1, -1, 1, 1, 0, 0]
    for (const [i, value] of expected.entries()) expect(problem.test.x[i]).toBeCloseTo(value, 6)
    expect(problem.scale).toBeNull()
    expect([...problem.test.lengths]).toEqual([3, 2])
  })

  test('none: the values themselves', () => {
    const set = setOf([one(0, 4, 5), one(0, 4, 5), one(1, 6), one(1, 6)], 1, 2)
    const problem = prepareProblem({ train: set, test: set }, raw)
    expect([...problem.test.x]).toEqual([4, 5, 4, 5, 6, 0, 6, 0])
    expect(problem.scale).toEqual({ mean: [0], deviation: [1] })
  })

  test.each([
    ['end', [1, 2, 3, 8, 9, 0]],
    ['start', [3, 4, 5, 0, 8, 9]],
  ] as const)('longer series are cut, shorter ones filled, at the %s', (pad, expected) => {
    const set = setOf([one(0, 1, 2, 3, 4, 5), one(1, 8, 9)], 1, 2)
    const train = setOf(numbered([0, 0, 1, 1]), 1, 2)
    const problem = prepareProblem({ train, test: set }, { ...raw, pad, length: 3 })
    expect([...problem.test.x]).toEqual(expected)
    expect([...problem.test.lengths]).toEqual([3, 2])
  })

  test('what is cut off or missing does not count in the mean', () => {
    const nan = Number.NaN
    const set = setOf([one(0, 1, nan, 900), one(0, 1, nan, 900), one(1, 3, 3), one(1, 3, 3)], 1, 2)
    const { scale } = prepareProblem({ train: set, test: set }, { length: 2 })
    expect(scale?.mean[0]).toBeCloseTo(7 / 3, 6)
    expect(scale?.deviation[0]).toBeCloseTo(Math.sqrt(8 / 9), 6)
  })
})

describe('missing values', () => {
  const nan = Number.NaN
  test.each([
    ['interpolate', [nan, 2, nan, nan, 8, nan], [2, 2, 4, 6, 8, 8]],
    ['interpolate', [nan, nan, nan], [0, 0, 0]],
    ['interpolate', [nan, 5], [5, 5]],
    ['zero', [nan, 2, nan, 4], [0, 2, 0, 4]],
  ] as const)('%s: %j', (how, given, expected) => {
    // Beside another variable, which must stay as it is.
    const values = Float32Array.from(given.flatMap((value) => [value, 50]))
    fillMissing(values, 2, how)
    expect([...values]).toEqual(expected.flatMap((value) => [value, 50]))
  })

  test('what is infinite is missing', () => {
    const set = setOf([one(0, 1, Number.POSITIVE_INFINITY, 3), one(1, 1, 1, 1)], 1, 2)
    const problem = prepareProblem({ train: setOf(numbered([0, 0, 1, 1]), 1, 2), test: set }, raw)
    expect([...problem.test.x]).toEqual([1, 2, 3, 1, 1, 1])
  })
})
