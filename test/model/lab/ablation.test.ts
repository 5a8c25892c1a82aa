/** What variables are ablation, of classifiers whose use of them is known because they are written here. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cuedProblem } from '../../../src/model/data/series/cued.ts'
import { type PlantedOptions, plantedProblem } from '../../../src/model/data/series/planted.ts'
import type { SeriesProblem } from '../../../src/model/data/series/types.ts'
import {
  type Ablation,
  ablateVariables,
  type Reading,
  seriesMeasured,
} from '../../../src/model/lab/ablation.ts'
import { effectOf, isClear, isUsed, mostMoved, usefulFound } from '../../../src/model/lab/variables.ts'

type Classifier = (series: Float32Array) => Reading

function ablationOf({ test: part, channels }: SeriesProblem, read: Classifier): Ablation {
  const passes = ablateVariables(part, channels, read)
  let step = passes.next()
  while (step.done !== true) step = passes.next()
  return step.value
}

const used = (ablation: Ablation) => ablation.variables.map(isUsed)

const variable = (series: Float32Array, channels: number, v: number) =>
  Array.from({ length: series.length / channels }, (_, t) => series[t * channels + v] ?? 0)

/** Root of the energy of each variable: what the planted amplitude shows in. */
const loudness = (series: Float32Array, channels: number) =>
  Array.from({ length: channels }, (_, v) =>
    Math.sqrt(variable(series, channels, v).reduce((sum, value) => sum + value ** 2, 0)),
  )

/**
 * Reads the class off the loudness of the variables that it listens to, each against its own mean by class in the
 * training part; logits are sums, as those of a trained network are.
 */
function listener(
  { train, channels, length, classes }: SeriesProblem,
  weights: readonly number[],
  skipsSilent = false,
): Classifier {
  const size = length * channels
  const sums = classes.map(() => new Float64Array(channels))
  const counts = new Float64Array(classes.length)
  for (const [n, label] of train.y.entries()) {
    counts[label] = (counts[label] ?? 0) + 1
    for (const [v, loud] of loudness(train.x.subarray(n * size, (n + 1) * size), channels).entries()) {
      const sum = sums[label]
      if (sum !== undefined) sum[v] = (sum[v] ?? 0) + loud
    }
  }
  const levels = sums.map((sum, k) => sum.map((value) => value / (counts[k] ?? 1)))
  return (series) => {
    const loud = loudness(series, channels)
    const logits = levels.map((level) =>
      weights.reduce((sum, weight, v) => {
        const isSilent = skipsSilent && loud[v] === 0
        return isSilent ? sum : sum - weight * ((loud[v] ?? 0) - (level[v] ?? 0)) ** 2
      }, 0),
    )
    return { logits, gates: [Float32Array.from(loud, (value) => 1 / (1 + Math.exp(-value)))] }
  }
}

const planted = (useful: readonly boolean[], more: Partial<PlantedOptions> = {}) =>
  plantedProblem({ channels: useful.length, useful, signal: 'amplitude', noise: 0.5, ...more })
const carriers = (...places: number[]) => Array.from({ length: 6 }, (_, v) => places.includes(v))
const listensTo = (truth: readonly boolean[], weight = 1) => truth.map((is) => (is ? weight : 0))

describe('planted: k of n found, m falsely', () => {
  test.each([
    ['one carrier', carriers(0), 0.5],
    ['two', carriers(1, 4), 0.5],
    ['three that say the same', carriers(0, 2, 5), 0],
    ['three, in noise', carriers(0, 2, 5), 1],
    ['all carry it', carriers(0, 1, 2, 3, 4, 5), 0.5],
  ])('%s', (_, truth, noise) => {
    const { problem } = planted(truth, { noise })
    const ablation = ablationOf(problem, listener(problem, listensTo(truth)))
    expect(ablation.accuracy).toBeGreaterThan(0.6)
    const useful = truth.filter(Boolean).length
    expect(usefulFound(used(ablation), truth)).toEqual({ found: useful, useful, falsely: 0 })
  })

  test('of carriers that say the same none is missed when closed; each is found by itself', () => {
    const truth = carriers(0, 1, 2)
    const { problem } = planted(truth, { noise: 0 })
    // Silent variables have no say: two of three still say it all.
    const ablation = ablationOf(problem, listener(problem, listensTo(truth, 8), true))
    const without = ablation.variables.slice(0, 3).map(({ closed }) => closed.accuracy)
    const alone = ablation.variables.slice(0, 3).map(({ alone: { lead } }) => isClear(lead))
    expect(Math.min(...without)).toBeGreaterThan(ablation.accuracy - 0.1)
    expect(alone).toEqual([true, true, true])
  })

  test('none of three that say the very same is missed at all: what each tells alone finds them', () => {
    const count = 60
    const bit = (n: number) => (n % 2 === 0 ? -1 : 1)
    const x = Float32Array.from({ length: 4 * count }, (_, i) => {
      const n = Math.floor(i / 4)
      return i % 4 < 3 ? bit(n) : bit(Math.floor(n / 2))
    })
    const part = { x, y: Uint8Array.from({ length: count }, (_, n) => n % 2), count }
    const ablation = ablationOf(
      { test: part, channels: 4 } as SeriesProblem,
      ([a = 0, b = 0, c = 0, d = 0]) => ({
        logits: [0, 9 * Math.sign(a + b + c) + 0.1 * d],
        gates: [],
      }),
    )
    expect(ablation.variables.map(({ closed }) => closed.accuracy)).toEqual([1, 1, 1, 1])
    expect(ablation.variables.map(({ closed }) => isClear(closed.rise))).toEqual([false, false, false, false])
    expect(used(ablation)).toEqual([true, true, true, false])
  })

  test('a network that also reads what says nothing is not said to have found it', () => {
    const truth = carriers(2)
    for (const seed of [1, 2, 3]) {
      const { problem } = planted(truth, { seed })
      const own = listener(problem, listensTo(truth))
      const weights = [0.9, -0.6, 0, 0.3, -1.2, 0.5]
      // Loud variables push towards class 0, whatever the class is: closing them moves all answers.
      const read: Classifier = (series) => {
        const { logits, gates } = own(series)
        const push = loudness(series, 6).reduce((sum, loud, v) => sum + 0.05 * (weights[v] ?? 0) * loud, 0)
        return { logits: Array.from(logits, (logit, k) => logit + (k === 0 ? push : 0)), gates }
      }
      const found = usefulFound(used(ablationOf(problem, read)), truth)
      expect(found, `seed ${seed}`).toEqual({ found: 1, useful: 1, falsely: 0 })
    }
  })

  test('a carrier that the network does not read is not found; one that always guesses finds none', () => {
    const truth = carriers(0, 3)
    const { problem } = planted(truth)
    const half = ablationOf(problem, listener(problem, listensTo(carriers(3))))
    expect(usefulFound(used(half), truth)).toEqual({ found: 1, useful: 2, falsely: 0 })
    const guess = ablationOf(problem, () => ({ logits: [0.3, 0.2, 0.1], gates: [] }))
    expect(usefulFound(used(guess), truth)).toEqual({ found: 0, useful: 2, falsely: 0 })
  })
})

/** Reads the cue, then the burst that it points to, by its energy at the three frequencies. */
const cueReader: Classifier = (series) => {
  const cue = variable(series, 3, 0)
  const top = Math.max(...cue) + Math.min(...cue)
  const share = 1 / (1 + Math.exp(-3 * top))
  const heard = [1, 2].map((v) => powers(variable(series, 3, v)))
  const logits = [0, 1, 2].map((k) => 3 * (share * (heard[0]?.[k] ?? 0) + (1 - share) * (heard[1]?.[k] ?? 0)))
  return { logits, gates: [] }
}

function powers(values: readonly number[]): number[] {
  return [0.12, 0.2, 0.32].map((frequency) => {
    const parts = [Math.cos, Math.sin].map((wave) =>
      values.reduce((sum, value, t) => sum + value * wave(2 * Math.PI * frequency * t), 0),
    )
    return Math.hypot(...parts) / 10
  })
}

test('a variable that tells the class a little is found though the closed ones push every series to one class', () => {
  const count = 100
  const x = Float32Array.from({ length: 2 * count }, (_, i) =>
    i % 2 === 0 ? (Math.floor(i / 2) % 2) - 0.5 : 0.1,
  )
  const part = { x, y: Uint8Array.from({ length: count }, (_, n) => n % 2), count }
  const ablation = ablationOf({ test: part, channels: 2 } as SeriesProblem, ([a = 0, b = 0]) => ({
    logits: [b === 0 ? 9 : 0, 0.4 * a],
    gates: [],
  }))
  expect(ablation.variables[0]?.alone.accuracy).toBe(0.5)
  expect(ablation.variables[0]?.alone.lead.mean).toBeCloseTo(0.1, 6)
  expect(used(ablation)).toEqual([true, true])
  // Closing the second costs: nobody is right any more on class 1. Alone it says nothing.
  expect(ablation.variables.map(({ alone }) => isClear(alone.lead))).toEqual([true, false])
})

test('cued: the cue says nothing by itself and is missed; both signals are found', () => {
  const ablation = ablationOf(cuedProblem(), cueReader)
  expect(ablation.accuracy).toBeGreaterThan(0.9)
  const [cue] = ablation.variables
  expect(cue === undefined || isClear(cue.alone.lead)).toBe(false)
  expect(usefulFound(used(ablation), [true, true, true])).toEqual({ found: 3, useful: 3, falsely: 0 })
  // Who does not look at the cue has not found it.
  const deaf = ablationOf(cuedProblem(), (series) => cueReader(series.map((x, i) => (i % 3 === 0 ? 0 : x))))
  expect(used(deaf)).toEqual([false, true, true])
})

describe('gates that move', () => {
  test('mean |Δs| of a closed variable, by hand', () => {
    const part = { x: Float32Array.of(1, 2, 3, 5), y: Uint8Array.of(0, 1), count: 2 }
    const read: Classifier = ([a = 0, b = 0]) => ({ logits: [a, b], gates: [Float32Array.of(a, a - b)] })
    const ablation = ablationOf({ test: part, channels: 2 } as SeriesProblem, read)
    expect(ablation.variables.map(({ moved }) => [...(moved[0] ?? [])])).toEqual([
      [2, 2],
      [0, 3.5],
    ])
    expect([...(ablation.meanGates[0] ?? [])]).toEqual([2, -1.5])
    expect(ablation.accuracy).toBe(0.5)
    expect(ablation.loss).toBeCloseTo((Math.log(1 + Math.E) + Math.log(1 + Math.exp(-2))) / 2, 6)
  })

  test('the farthest first, what stands still is left out', () => {
    expect(mostMoved([0.1, 0, 0.3, 0.1, 0.2], 3)).toEqual([2, 4, 0])
    expect(mostMoved([0, 0], 3)).toEqual([])
  })
})

test('an effect counts if it is both sure and large enough', () => {
  const { mean, error } = effectOf([0.1, 0.2, 0.3])
  expect(mean).toBeCloseTo(0.2, 12)
  expect(error).toBeCloseTo(0.1 / Math.sqrt(3), 12)
  expect(isClear({ mean: 0.2, error: 0.049 })).toBe(true)
  expect(isClear({ mean: 0.2, error: 0.051 })).toBe(false)
  expect(isClear({ mean: 0.04, error: 0 })).toBe(false)
  expect(isClear(effectOf([3]))).toBe(false)
  expect(isClear(effectOf([]))).toBe(false)
  expect(isClear(effectOf([Number.NaN, 1]))).toBe(false)
})

test('as many series as there is time for, of all classes, the same ones every time', () => {
  expect(seriesMeasured(160, 12)).toHaveLength(160)
  expect(seriesMeasured(5, 900)).toEqual([0, 1, 2, 3, 4])
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 200 }), (count, variables) => {
      const numbers = seriesMeasured(count, variables)
      expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
      expect(numbers.every((n) => n >= 0 && n < count)).toBe(true)
      expect(numbers.length).toBeLessThanOrEqual(240)
      expect(numbers.length).toBeGreaterThanOrEqual(Math.min(count, 40))
    }),
  )
  // At most 6,000 passes, 2 v + 1 for each series: 6000 / 27 = 222.2 and 6000 / 25 = 240.
  expect(seriesMeasured(1000, 13)).toHaveLength(222)
  expect(seriesMeasured(1000, 12)).toHaveLength(240)
  expect(seriesMeasured(1000, 200)).toHaveLength(40)
  const byClass = [0, 0, 0]
  for (const n of seriesMeasured(720, 6)) byClass[n % 3] = (byClass[n % 3] ?? 0) + 1
  expect(Math.min(...byClass)).toBeGreaterThan(50)
})
