/** `cued`: what is to be read is written elsewhere in the series. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Cue, cuedProblem, cuedSeries, withOtherCues } from '../../../../src/model/data/series/cued.ts'
import type { SeriesPart } from '../../../../src/model/data/series/types.ts'

const variable = (x: Float32Array, v: number) => Array.from(x.filter((_, i) => i % 3 === v))
const steps = (values: readonly number[]) => [...values.keys()].filter((t) => Math.abs(values[t] ?? 0) > 1e-9)
const otherOf = (cue: Cue): Cue => (cue === 0 ? 1 : 0)

const cases = [
  fc.record({ length: fc.integer({ min: 40, max: 90 }), seed: fc.nat() }),
  fc.constantFrom('train', 'validation', 'test'),
  fc.nat(5000),
] as const

describe('one series', () => {
  test('the same with the other cue: only the cue variable differs, and there only the spike', () => {
    fc.assert(
      fc.property(...cases, (options, part, index) => {
        const own = cuedSeries(options, part, index)
        const other = cuedSeries(options, part, index, otherOf(own.cue))
        expect(cuedSeries(options, part, index, own.cue)).toEqual(own)
        for (const v of [1, 2]) expect(variable(other.x, v)).toEqual(variable(own.x, v))
        const [before, after] = [variable(own.x, 0), variable(other.x, 0)]
        const changed = [...before.keys()].filter((t) => before[t] !== after[t])
        expect(changed).toEqual([own.cueAt - 1, own.cueAt, own.cueAt + 1])
        const turned = own.cue === 0 ? -1 : 1
        for (const [k, t] of changed.entries()) {
          expect((after[t] ?? 0) - (before[t] ?? 0)).toBeCloseTo(turned * 10 * (k === 1 ? 1 : 0.5), 5)
        }
        expect(own.label).toBe(own.classes[own.cue])
        expect(other.label).toBe(own.classes[other.cue])
        expect(other.label).not.toBe(own.label)
      }),
    )
  })

  test('no stack of convolutions of 8, 5 and 3 steps sees both a spike and a burst', () => {
    const seen = 1 + (8 - 1) + (5 - 1) + (3 - 1)
    fc.assert(
      fc.property(...cases, (options, part, index) => {
        const quiet = cuedSeries({ ...options, noise: 0 }, part, index)
        const spike = steps(variable(quiet.x, 0))
        expect(spike).toEqual([quiet.cueAt - 1, quiet.cueAt, quiet.cueAt + 1])
        expect(Math.min(spike[0] ?? 99, options.length - 1 - (spike[2] ?? 0))).toBeLessThan(8)
        for (const v of [1, 2] as const) {
          const burst = steps(variable(quiet.x, v))
          expect(burst.length).toBeGreaterThan(10)
          const first = quiet.burstAt[v - 1] ?? -1
          expect(Math.min(...burst)).toBeGreaterThanOrEqual(first)
          expect(Math.max(...burst)).toBeLessThan(first + 16)
          for (const a of burst) for (const b of spike) expect(Math.abs(a - b)).toBeGreaterThanOrEqual(seen)
        }
      }),
    )
  })

  test('spike and bursts are all over their places', () => {
    const all = Array.from({ length: 400 }, (_, i) => cuedSeries({}, 'train', i))
    expect(new Set(all.map(({ cueAt }) => cueAt))).toEqual(
      new Set([1, 2, 3, 4, 5, 6, 57, 58, 59, 60, 61, 62]),
    )
    for (const v of [0, 1] as const) {
      expect(new Set(all.map(({ burstAt }) => burstAt[v])).size).toBe(49)
    }
    expect(all.filter(({ burstAt: [a, b] }) => a === b).length).toBeLessThan(40)
  })
})

describe('the problem', () => {
  const problem = cuedProblem({ seed: 6 })

  test('labels, cues and other classes are in balance in each part', () => {
    expect([problem.channels, problem.length, problem.groups]).toEqual([3, 64, 2])
    for (const name of ['train', 'validation', 'test'] as const) {
      const { count, y, group } = problem[name]
      const seen = new Map<string, number>()
      for (let i = 0; i < count; i++) {
        const { label, cue, classes } = cuedSeries({ seed: 6 }, name, i)
        expect([label, cue]).toEqual([y[i], group[i]])
        expect(label).toBe(i % 3)
        expect(classes[0]).not.toBe(classes[1])
        const kind = `${cue} ${classes}`
        seen.set(kind, (seen.get(kind) ?? 0) + 1)
      }
      expect([...seen.values()]).toEqual(new Array(12).fill(count / 12))
    }
  })

  test('a series depends on seed, part and number alone', () => {
    expect(cuedProblem({ seed: 6 })).toEqual(problem)
    const few = cuedProblem({ seed: 6, train: 5, test: 7 })
    expect(few.train.x).toEqual(problem.train.x.slice(0, few.train.x.length))
    expect(few.test.x).toEqual(problem.test.x.slice(0, few.test.x.length))
    const firsts = [problem, cuedProblem({ seed: 7 })].flatMap(({ train, validation, test: held }) =>
      [train, validation, held].map(({ x }) => String(x.slice(0, 30))),
    )
    expect(new Set(firsts).size).toBe(6)
  })

  test('the part with the other cues', () => {
    const options = { seed: 6, length: 50, test: 9 }
    const { test: held } = cuedProblem(options)
    const others = withOtherCues(options, 'test')
    expect(others.length).toBe(held.x.length)
    for (let i = 0; i < 9; i++) {
      const cue: Cue = held.group[i] === 0 ? 1 : 0
      expect(others.slice(i * 150, (i + 1) * 150)).toEqual(cuedSeries(options, 'test', i, cue).x)
    }
  })

  /** Where the energy of a variable lies: its shares around the three frequencies. */
  function spectrum(values: readonly number[]): number[] {
    const powers = [0.12, 0.2, 0.32].map((frequency) => {
      let power = 0
      for (const f of [frequency - 0.01, frequency, frequency + 0.01]) {
        const sum = (wave: (angle: number) => number) =>
          values.reduce((total, value, t) => total + value * wave(2 * Math.PI * f * t), 0)
        power += sum(Math.cos) ** 2 + sum(Math.sin) ** 2
      }
      return power
    })
    const all = powers.reduce((sum, power) => sum + power, 0)
    return powers.map((power) => power / all)
  }

  const features = ({ x, count, group }: SeriesPart, reads: (cue: number) => number) =>
    Array.from({ length: count }, (_, n) =>
      spectrum(variable(x.slice(n * 192, (n + 1) * 192), reads(group[n] ?? 0))),
    )

  /** Accuracy on the test part of the nearest mean of the training part. */
  function nearestMean(reads: (cue: number) => number): number {
    const own = features(problem.train, reads)
    const means = [0, 1, 2].map((c) => {
      const members = own.filter((_, n) => problem.train.y[n] === c)
      return [0, 1, 2].map((k) => members.reduce((sum, f) => sum + (f[k] ?? 0), 0) / members.length)
    })
    const right = features(problem.test, reads).filter((found, n) => {
      const off = means.map((mean) => mean.reduce((sum, m, k) => sum + (m - (found[k] ?? 0)) ** 2, 0))
      return off.indexOf(Math.min(...off)) === problem.test.y[n]
    })
    return right.length / problem.test.count
  }

  test('the class is in the variable that the cue names, and in no other', () => {
    expect(nearestMean((cue) => 1 + cue)).toBeGreaterThan(0.9)
    // The other one tells only which class it is not.
    expect(nearestMean((cue) => 2 - cue)).toBeLessThan(0.58)
    // Always reading a, whatever the cue: right when it says so, or by chance.
    expect(nearestMean(() => 1)).toBeLessThan(0.62)
    expect(nearestMean(() => 0)).toBeLessThan(0.43)
  })

  test('the cue is read from the spike, and from nothing else', () => {
    const { x, count, group } = problem.test
    for (const [v, least, most] of [
      [0, 0.99, 1],
      [1, 0.4, 0.6],
      [2, 0.4, 0.6],
    ] as const) {
      const right = [...new Array(count).keys()].filter((n) => {
        const values = variable(x.slice(n * 192, (n + 1) * 192), v)
        return (Math.max(...values) > -Math.min(...values) ? 0 : 1) === group[n]
      })
      expect(right.length / count).toBeGreaterThanOrEqual(least)
      expect(right.length / count).toBeLessThanOrEqual(most)
    }
  })
})

test.each([
  ['too short', { length: 39 }, 'a length of 39 steps: expected 40 to 4096'],
  ['half a step', { length: 64.5 }, 'a length of 64.5'],
  ['noise', { noise: Number.POSITIVE_INFINITY }, 'noise of Infinity'],
  ['an empty part', { test: 0 }, '0 series in the test part'],
])('%s: refused', (_, options, message) => {
  expect(() => cuedProblem(options)).toThrow(RangeError)
  expect(() => cuedProblem(options)).toThrow(message)
})

test('a number that no series has', () => {
  expect(() => cuedSeries({}, 'test', -1)).toThrow('series -1')
  expect(() => cuedSeries({}, 'test', 2 ** 28)).toThrow(RangeError)
})
