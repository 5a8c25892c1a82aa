/** Planted signals: the truth about which variables matter is true. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { permutation, seededState } from '../../../../src/model/data/rng.ts'
import {
  type PlantedOptions,
  type PlantedSignal,
  plantedDefaults,
  plantedProblem,
} from '../../../../src/model/data/series/planted.ts'
import type { SeriesPart } from '../../../../src/model/data/series/types.ts'

const signals = ['amplitude', 'frequency', 'timing'] as const
const useful = [false, true, false, false, true, false]
const small = { train: 30, validation: 6, test: 12 } as const

/** Values of one variable of series n, without the padding. */
function variable({ x, count, lengths }: SeriesPart, channels: number, n: number, v: number): number[] {
  const size = x.length / count
  return Array.from({ length: lengths[n] ?? 0 }, (_, t) => x[n * size + t * channels + v] ?? Number.NaN)
}

const energy = (values: readonly number[]) => values.reduce((sum, value) => sum + value ** 2, 0)

/** What each signal can be read from, in one number. */
const measures: Record<PlantedSignal, (values: readonly number[]) => number> = {
  amplitude: energy,
  // Energy of the differences over that of the values: 2 − 2 cos(2πf) for an oscillation.
  frequency: (values) => energy(values.slice(1).map((v, i) => v - (values[i] ?? 0))) / energy(values),
  timing: (values) => values.reduce((sum, v, t) => sum + t * v ** 2, 0) / energy(values) / values.length,
}

/** How far apart the classes are in a measure: variance of the classes' means. */
function spreadOfMeans(values: readonly number[], labels: ArrayLike<number>, classes: number): number {
  const means = Array.from({ length: classes }, (_, c) => {
    const own = values.filter((_, n) => labels[n] === c)
    return own.reduce((sum, value) => sum + value, 0) / own.length
  })
  const middle = means.reduce((sum, mean) => sum + mean, 0) / classes
  return means.reduce((sum, mean) => sum + (mean - middle) ** 2, 0)
}

/** Share of 400 random relabellings that tell classes at least as well apart. */
function chance(values: readonly number[], labels: Uint8Array, classes: number): number {
  const found = spreadOfMeans(values, labels, classes)
  const random = seededState(9)
  let asGood = 0
  for (let i = 0; i < 400; i++) {
    const shuffled = permutation(random, labels.length).map((n) => labels[n] ?? 0)
    if (spreadOfMeans(values, shuffled, classes) >= found) asGood++
  }
  return asGood / 400
}

describe.each(signals)('signal %s', (signal) => {
  const unequal = signal !== 'amplitude'
  const { problem, truth } = plantedProblem({ useful, signal, unequal, seed: 5 })
  const of = (v: number) =>
    Array.from({ length: problem.train.count }, (_, n) => variable(problem.train, 6, n, v))

  test('a useful variable tells the class, a useless one does not', () => {
    expect(truth.useful).toEqual(useful)
    for (const [v, tells] of useful.entries()) {
      for (const measured of signals) {
        // What else a useful variable holds may tell a little as well: noise weighs more in a small burst.
        if (tells && measured !== signal) continue
        const p = chance(of(v).map(measures[measured]), problem.train.y, 3)
        if (tells) expect(p).toBe(0)
        else expect(p).toBeGreaterThan(0.005)
      }
    }
  })

  test('the nearest mean reads a useful variable nearly always, a useless one by chance', () => {
    const { train, test: held } = problem
    for (const [v, tells] of useful.entries()) {
      const measure = (part: SeriesPart, n: number) => measures[signal](variable(part, 6, n, v))
      const means = [0, 1, 2].map((c) => {
        const own = [...train.y.keys()].filter((n) => train.y[n] === c)
        return own.reduce((sum, n) => sum + measure(train, n), 0) / own.length
      })
      const right = [...held.y.keys()].filter((n) => {
        const off = means.map((mean) => Math.abs(measure(held, n) - mean))
        return off.indexOf(Math.min(...off)) === held.y[n]
      })
      if (tells) expect(right.length / held.count).toBeGreaterThan(0.8)
      else expect(right.length / held.count).toBeLessThan(0.45)
    }
  })

  test('useful and useless variables look alike: the same distributions of values and measures', () => {
    const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b)
    /** Kolmogorov and Smirnov: the largest distance between two distribution functions. */
    const distance = (a: readonly number[], b: readonly number[]) => {
      const below = (values: readonly number[], x: number) =>
        values.filter((v) => v <= x).length / values.length
      return Math.max(...a.map((x) => Math.abs(below(a, x) - below(b, x))))
    }
    for (const v of [0, 2, 3, 4, 5]) {
      for (const measured of signals) {
        const [a, b] = [of(1).map(measures[measured]), of(v).map(measures[measured])]
        // Two samples of 240 of one distribution differ by more than 0.178 once in a thousand times.
        expect(distance(sorted(a), sorted(b))).toBeLessThan(0.178)
      }
      const [a, b] = [of(1), of(v)].map((all) => energy(all.flat()) / all.flat().length)
      expect(Math.abs(Math.log((a ?? 0) / (b ?? 1)))).toBeLessThan(0.2)
      expect(a).toBeGreaterThan(0.8)
      expect(a).toBeLessThan(1.7)
    }
  })
})

describe('recipe', () => {
  test('a burst, sample by sample, from its docstring: without noise its places can be read off', () => {
    const length = 4096
    const all = { length, noise: 0, channels: 2, useful: [true, false], seed: 3, ...small } as const
    for (const signal of signals) {
      const { train } = plantedProblem({ ...all, signal, classes: 2 }).problem
      for (let n = 0; n < 12; n++) {
        const place = train.y[n] ?? 0
        const values = variable(train, 2, n, 0)
        // A²/2 · w √π: energy of the burst, nearly all of it within the series.
        const amplitude = Math.sqrt((2 * measures.amplitude(values)) / (0.12 * length * Math.sqrt(Math.PI)))
        const frequency = Math.acos(1 - measures.frequency(values) / 2) / (2 * Math.PI)
        const [found, lowest, range, jitter] = {
          amplitude: [amplitude, 1.8, 2.4, 0.1 * amplitude],
          frequency: [frequency, 0.08, 0.12, 0.05 * frequency],
          timing: [measures.timing(values), 0.25, 0.5, 0.05],
        }[signal] as [number, number, number, number]
        expect(Math.abs(found - lowest - range * place)).toBeLessThan(1.2 * jitter)
      }
    }
  })

  test('noise has the deviation that is asked for', () => {
    const [quiet, loud] = [0, 2].map((noise) => plantedProblem({ noise, seed: 4 }).problem.train.x)
    const off = Array.from(loud ?? [], (value, i) => value - (quiet?.[i] ?? 0))
    expect(Math.sqrt(energy(off) / off.length)).toBeCloseTo(2, 1)
  })
})

describe('parts', () => {
  const options = fc.record({
    channels: fc.integer({ min: 2, max: 12 }),
    signal: fc.constantFrom(...signals),
    length: fc.integer({ min: 16, max: 80 }),
    unequal: fc.boolean(),
    classes: fc.constantFrom(2, 3),
    seed: fc.nat(),
  })

  test('shapes, balance, finite values, zeros after the end', () => {
    fc.assert(
      fc.property(options, (drawn) => {
        const { problem, truth } = plantedProblem({ ...drawn, ...small })
        const { channels, length, classes } = drawn
        expect([problem.channels, problem.length, problem.groups]).toEqual([channels, length, classes])
        expect(truth.useful).toHaveLength(channels)
        expect(truth.useful).toContain(true)
        for (const name of ['train', 'validation', 'test'] as const) {
          const { count, x, y, group, lengths } = problem[name]
          expect([count, x.length]).toEqual([small[name], small[name] * length * channels])
          expect(x.every(Number.isFinite)).toBe(true)
          expect(group).toEqual(y)
          for (let c = 0; c < classes; c++)
            expect(y.filter((label) => label === c)).toHaveLength(count / classes)
          for (const [n, steps] of lengths.entries()) {
            expect(steps).toBeLessThanOrEqual(length)
            expect(steps).toBeGreaterThanOrEqual(drawn.unequal ? 0.6 * length : length)
            const rest = x.subarray((n * length + steps) * channels, (n + 1) * length * channels)
            expect(rest.every((value) => value === 0)).toBe(true)
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  test('a series depends on seed, part and number alone', () => {
    const all: Partial<PlantedOptions> = { seed: 8, unequal: true, ...small }
    const [few, many] = [plantedProblem(all), plantedProblem({ ...all, train: 60, validation: 2 })]
    expect(plantedProblem(all)).toEqual(few)
    expect(many.problem.train.x.slice(0, few.problem.train.x.length)).toEqual(few.problem.train.x)
    expect(many.problem.test).toEqual(few.problem.test)
    const firsts = [few, plantedProblem({ ...all, seed: 9 })].flatMap(({ problem }) =>
      [problem.train, problem.validation, problem.test].map(({ x }) => String(x.slice(0, 40))),
    )
    expect(new Set(firsts).size).toBe(6)
  })

  test('making a variable useful changes no other one', () => {
    const [a, b] = [
      [true, true, false],
      [true, false, false],
    ].map((chosen) => plantedProblem({ channels: 3, useful: chosen, seed: 2, ...small }).problem.train) as [
      SeriesPart,
      SeriesPart,
    ]
    for (let n = 0; n < small.train; n++) {
      for (const v of [0, 2]) expect(variable(b, 3, n, v)).toEqual(variable(a, 3, n, v))
    }
    expect(b.x).not.toEqual(a.x)
  })

  test('unequal lengths reach from 60 to 100 %', () => {
    const { lengths } = plantedProblem({ unequal: true, length: 50 }).problem.train
    expect([Math.min(...lengths), Math.max(...lengths)]).toEqual([30, 50])
  })

  test('without any choice', () => {
    const { train, validation, test: held, length, channels } = plantedProblem().problem
    expect([train.count, validation.count, held.count, length, channels]).toEqual([240, 80, 160, 64, 6])
    expect(plantedDefaults.noise).toBeGreaterThan(0)
  })
})

test.each<[string, Partial<PlantedOptions>, string]>([
  ['one variable', { channels: 1, useful: [true] }, '1 variables: expected 2 to 12'],
  ['13 variables', { channels: 13 }, '13 variables'],
  ['none useful', { channels: 2, useful: [false, false] }, 'expected 2, one of them true'],
  ['useful of another length', { channels: 3, useful: [true] }, 'useful has 1 entries: expected 3'],
  ['another signal', { signal: 'colour' as PlantedSignal }, 'no signal colour'],
  ['four classes', { classes: 4 as 3 }, '4 classes'],
  ['too short', { length: 15 }, 'a length of 15 steps'],
  ['negative noise', { noise: -1 }, 'noise of -1'],
  ['no noise value', { noise: Number.NaN }, 'noise of NaN'],
  ['an empty part', { validation: 0 }, '0 series in the validation part'],
])('%s: refused', (_, options, message) => {
  expect(() => plantedProblem(options)).toThrow(RangeError)
  expect(() => plantedProblem(options)).toThrow(message)
})
