import { describe, expect, test } from 'vitest'
import type { DigitSet } from '../../../src/model/data/mnist.ts'
import { seededState, uniform } from '../../../src/model/data/rng.ts'
import { findClosing, findContrast, findPatches } from '../../../src/model/lab/featuredSample.ts'
import {
  gatesOf,
  heldOutCase,
  measureInterventions,
  prediction,
  withGates,
} from '../../../src/model/lab/interventions.ts'
import { imageNetworkConfig } from '../../../src/model/networks/config.ts'
import { forwardNetwork, siteOf } from '../../../src/model/networks/forward.ts'
import { imageNetworkPlan } from '../../../src/model/networks/plan.ts'
import { valueAt } from '../../../src/model/tensor.ts'
import { drawnWeights } from '../networks/networkCases.ts'

const random = seededState(3)
const digits: DigitSet = {
  count: 12,
  rows: 28,
  columns: 28,
  images: Uint8Array.from({ length: 12 * 784 }, () => 255 * uniform(random)),
  labels: Uint8Array.from({ length: 12 }, (_, i) => i % 10),
}
const plan = imageNetworkPlan(imageNetworkConfig('inks'))
const weights = drawnWeights(plan, 4)
const cases = Array.from({ length: 12 }, (_, index) => heldOutCase('inks', digits, index))
const first = cases[0]
if (!first?.swapped) throw new Error('no case')
const trace = forwardNetwork(plan, weights, first.own.input)

describe('a held-out case', () => {
  test('of inks has two versions that read the two digits', () => {
    for (const { own, swapped } of cases) {
      expect(swapped?.label).not.toBe(own.label)
      expect(swapped?.input.data).not.toEqual(own.input.data)
    }
  })

  test('of digits has one', () => {
    expect(heldOutCase('digits', digits, 7)).toMatchObject({ own: { label: 7 }, swapped: null })
  })
})

describe('replaced gates', () => {
  test('its own gates change nothing', () => {
    expect(withGates(plan, weights, first.own.input, trace, gatesOf(trace)).logits).toEqual(trace.logits)
    expect(withGates(plan, weights, first.own.input, trace, {})).toBe(trace)
  })

  test('reach the prediction', () => {
    const other = withGates(plan, weights, first.own.input, trace, { site2: new Float32Array(32) })
    expect(other.logits.data).not.toEqual(trace.logits.data)
    expect(other.sites.site1).toEqual(trace.sites.site1)
  })

  test('shares are counted over the pictures', () => {
    const means = Object.fromEntries(
      plan.sites.map(({ id, channels }) => [id, new Float32Array(channels).fill(1)]),
    )
    // Labelled with what the network reads: own gates are right by construction.
    const agreed = cases.map((one) => {
      const { input } = one.own
      return { ...one, own: { input, label: prediction(forwardNetwork(plan, weights, input)) } }
    })
    const shares = measureInterventions(plan, weights, agreed, means)
    expect(shares.own).toBe(1)
    expect(shares.frozen).toBe(shares.atOne)
    const read = agreed.filter(({ own, swapped }) => {
      if (swapped === null) return false
      const there = gatesOf(forwardNetwork(plan, weights, swapped.input))
      const here = forwardNetwork(plan, weights, own.input)
      return prediction(withGates(plan, weights, own.input, here, there)) === swapped.label
    })
    expect(shares.transplanted).toBe(read.length / 12)
    expect(() => measureInterventions(plan, weights, [], means)).toThrow(RangeError)
  })

  test('where there is no bar nothing is transplanted', () => {
    const plain = imageNetworkPlan(imageNetworkConfig('digits'))
    const means = Object.fromEntries(plain.sites.map(({ id, channels }) => [id, new Float32Array(channels)]))
    const one = [heldOutCase('digits', digits, 0)]
    expect(measureInterventions(plain, drawnWeights(plain, 1), one, means).transplanted).toBeNull()
  })
})

describe('the search', () => {
  test('for a gate to close finds the greatest loss of probability', () => {
    const labelled = cases.slice(0, 2).map((one) => {
      const { input } = one.own
      return {
        ...one,
        swapped: null,
        own: { input, label: prediction(forwardNetwork(plan, weights, input)) },
      }
    })
    const best = findClosing(plan, weights, labelled)
    for (const { own } of labelled) {
      const before = forwardNetwork(plan, weights, own.input)
      for (const [site, gates] of Object.entries(gatesOf(before))) {
        for (const channel of gates.keys()) {
          const overrides = { [site]: { gates: gates.with(channel, 0) } }
          const after = forwardNetwork(plan, weights, own.input, { overrides })
          const drop =
            (before.probabilities.data[own.label] ?? 0) - (after.probabilities.data[own.label] ?? 0)
          expect(drop).toBeLessThanOrEqual(best.probabilityBefore - best.probabilityAfter)
        }
      }
    }
  })

  test('for a gate to close needs a right prediction', () => {
    expect(() =>
      findClosing(plan, weights, [{ ...first, swapped: null, own: { ...first.own, label: -1 } }]),
    ).toThrow('no picture is read right')
  })

  test('for a contrast needs a picture that is read right both ways', () => {
    const wrong = cases.map((one) => ({ ...one, own: { ...one.own, label: -1 } }))
    expect(() => findContrast(plan, weights, siteOf(plan, 'site1'), wrong)).toThrow('in both versions')
  })

  test('for patches gives the largest value of each picture, in order', () => {
    const site = siteOf(plan, 'site1')
    const patches = findPatches(plan, weights, site, 6, cases, 3)
    expect(patches.length).toBe(3)
    expect(patches.map(({ value }) => value)).toEqual(patches.map(({ value }) => value).sort((a, b) => b - a))
    for (const { position, h, w, value } of patches) {
      const U = forwardNetwork(plan, weights, cases[position]?.own.input ?? first.own.input).sites.site1?.U
      if (!U) throw new Error('no U')
      expect(valueAt(U, { h, w, c: 6 })).toBe(value)
      expect(Math.max(...U.data.filter((_, i) => i % 16 === 6))).toBe(value)
    }
  })
})
