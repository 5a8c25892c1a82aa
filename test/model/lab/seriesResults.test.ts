import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { branchContributions } from '../../../src/model/lab/branches.ts'
import {
  accuracyOf,
  classScores,
  confusionMatrix,
  macroF1,
  mostFrequentMistake,
} from '../../../src/model/lab/confusion.ts'
import { gateProfiles, predictions, seriesOfCell } from '../../../src/model/lab/seriesResults.ts'
import { gatedShares } from '../../../src/model/lab/variables.ts'
import { seriesNetworkConfig } from '../../../src/model/networks/config.ts'
import { forwardNetwork } from '../../../src/model/networks/forward.ts'
import { seriesNetworkPlan } from '../../../src/model/networks/seriesPlan.ts'
import { weight } from '../../../src/model/networks/weights.ts'
import { nd } from '../../../src/model/tensor.ts'
import { drawnWeights } from '../networks/networkCases.ts'

const labels = fc.integer({ min: 1, max: 6 }).chain((classes) =>
  fc.record({
    classes: fc.constant(classes),
    pairs: fc.array(fc.tuple(fc.nat(classes - 1), fc.nat(classes - 1)), { minLength: 1, maxLength: 60 }),
  }),
)

describe('the confusion matrix', () => {
  test('counts every pair, and its scores are what counting by hand gives', () => {
    fc.assert(
      fc.property(labels, ({ classes, pairs }) => {
        const truth = pairs.map(([t]) => t)
        const read = pairs.map(([, p]) => p)
        const matrix = confusionMatrix(truth, read, classes)
        expect(matrix.reduce((sum, n) => sum + n, 0)).toBe(pairs.length)
        expect(accuracyOf(matrix, classes)).toBeCloseTo(
          pairs.filter(([t, p]) => t === p).length / pairs.length,
          12,
        )
        const f1 = Array.from({ length: classes }, (_, c) => {
          const hits = pairs.filter(([t, p]) => t === c && p === c).length
          const missed = pairs.filter(([t, p]) => t === c && p !== c).length
          const wrong = pairs.filter(([t, p]) => t !== c && p === c).length
          const score = classScores(matrix, classes)[c]
          expect(score?.count).toBe(hits + missed)
          if (hits + missed > 0) expect(score?.recall).toBeCloseTo(hits / (hits + missed), 12)
          return hits + missed + wrong === 0
            ? null
            : hits === 0
              ? 0
              : 2 / (1 / (hits / (hits + missed)) + 1 / (hits / (hits + wrong)))
        }).filter((one) => one !== null)
        expect(macroF1(matrix, classes)).toBeCloseTo(f1.reduce((sum, one) => sum + one, 0) / f1.length, 12)
      }),
    )
  })

  test('a class that does not exist, lists of two lengths: refused', () => {
    expect(() => confusionMatrix([0, 2], [0, 0], 2)).toThrow(RangeError)
    expect(() => confusionMatrix([0], [0, 0], 2)).toThrow(RangeError)
  })
})

test('the mistake that is made most often, the first on a draw, none if all is right', () => {
  const matrix = confusionMatrix([0, 0, 1, 1, 2, 2, 2], [0, 1, 2, 2, 0, 0, 2], 3)
  expect(mostFrequentMistake(matrix, 3)).toEqual({ truth: 1, predicted: 2 })
  expect(mostFrequentMistake(confusionMatrix([0, 1, 1, 1], [0, 1, 1, 1], 2), 2)).toBeNull()
})

test('the class with the largest logit is read; the first of equal ones', () => {
  expect([...predictions(Float32Array.of(0, 1, 0, 5, 5, 1), 3)]).toEqual([1, 0])
})

test('the series of a cell of the matrix', () => {
  const [truth, read] = [Uint8Array.of(0, 1, 0, 0), Uint8Array.of(1, 1, 0, 1)]
  expect(seriesOfCell(truth, read, { truth: 0, predicted: 1 })).toEqual([0, 3])
  expect(seriesOfCell(truth, read, { truth: 1, predicted: 0 })).toEqual([])
})

test('gate profiles: means by group, and the channel that differs most; an empty group has none', () => {
  const gates = Float32Array.of(0.1, 0.5, 0.3, 0.5, 0.9, 0.4)
  const profiles = gateProfiles('site1', gates, { count: 3, group: Uint8Array.of(0, 0, 2) }, 3)
  expect([...(profiles.byGroup[0] ?? [])].map((v) => Number(v.toFixed(6)))).toEqual([0.2, 0.5])
  expect([...(profiles.byGroup[1] ?? [])].every(Number.isNaN)).toBe(true)
  expect(profiles.spread.channel).toBe(0)
  expect(profiles.spread.difference).toBeCloseTo(0.7, 6)
})

describe.each([
  ['with both branches', {}],
  ['without the LSTM', { lstm: false }],
])('%s', (_, changes) => {
  const config = seriesNetworkConfig('small', [16, 3], 4, changes)
  const plan = seriesNetworkPlan(config)
  const weights = drawnWeights(plan, 4)
  const input = nd(
    ['t', 'c'],
    [16, 3],
    Float32Array.from({ length: 48 }, (_, i) => Math.sin(i)),
  )
  const trace = forwardNetwork(plan, weights, input)

  test('bias, LSTM and convolutions add up to the logits', () => {
    const { bias, lstm, convolution } = branchContributions(plan, weights, trace)
    for (const [o, logit] of trace.logits.data.entries()) {
      expect((bias[o] ?? 0) + (lstm[o] ?? 0) + (convolution[o] ?? 0)).toBeCloseTo(logit, 4)
    }
    expect(lstm.some((value) => value !== 0)).toBe(config.lstm)
    expect(convolution.some((value) => value !== 0)).toBe(true)
  })

  test('gated shares add up to 1, grow with a kernel, and vanish with its gate', () => {
    const ones = new Float32Array(16).fill(1)
    const shares = gatedShares(plan, weights, ones)
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5)
    const kernel = weight(plan, weights, 'block1/conv/kernel')
    const louder = weights.slice()
    const own = weight(plan, louder, 'block1/conv/kernel').data
    for (let i = 0; i < own.length; i++) if (Math.floor(i / 16) % 3 === 1) own[i] = 3 * (kernel.data[i] ?? 0)
    expect(gatedShares(plan, louder, ones)[1]).toBeGreaterThan(shares[1] ?? 1)
    // Only channel 2 passes: its own kernel alone decides.
    const only = Float32Array.from(ones, (_, c) => Number(c === 2))
    const sums = [0, 1, 2].map((i) => {
      let sum = 0
      for (let tap = 0; tap < 8; tap++) sum += Math.abs(kernel.data[(tap * 3 + i) * 16 + 2] ?? 0)
      return sum
    })
    const total = sums.reduce((a, b) => a + b, 0)
    for (const [i, share] of gatedShares(plan, weights, only).entries()) {
      expect(share).toBeCloseTo((sums[i] ?? 0) / total, 5)
    }
    // Two channels count by |γ| / √(σ² + 0.001): 4 / 2 and 3 / 3.
    const scaled = weights.slice()
    const set = (name: string, at: number, value: number) => {
      weight(plan, scaled, name).data[at] = value
    }
    for (const [at, gamma, variance] of [
      [2, -4, 3.999],
      [5, 3, 8.999],
    ] as const) {
      set('block1/bn/gamma', at, gamma)
      set('block1/bn/variance', at, variance)
    }
    const two = Float32Array.from(ones, (_, c) => (c === 2 ? 1 : c === 5 ? 0.5 : 0))
    const loud = [0, 1, 2].map((i) => {
      let sum = 0
      for (let tap = 0; tap < 8; tap++)
        for (const [c, scale] of [
          [2, 2],
          [5, 0.5],
        ] as const)
          sum += scale * Math.abs(kernel.data[(tap * 3 + i) * 16 + c] ?? 0)
      return sum
    })
    const all = loud.reduce((a, b) => a + b, 0)
    for (const [i, share] of gatedShares(plan, scaled, two).entries()) {
      expect(share).toBeCloseTo((loud[i] ?? 0) / all, 5)
    }
    expect([...gatedShares(plan, weights, new Float32Array(16))]).toEqual([0, 0, 0])
  })
})
