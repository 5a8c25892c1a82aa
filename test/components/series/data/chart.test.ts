import { describe, expect, test } from 'vitest'
import { domainsOf, measured } from '../../../../src/components/series/data/domains.ts'
import { firstTaps } from '../../../../src/components/series/data/firstTaps.ts'
import { cellWindow } from '../../../../src/components/steps/cellWindow.ts'
import { plantedProblem } from '../../../../src/model/data/series/planted.ts'
import { seriesNetworkConfig } from '../../../../src/model/networks/config.ts'
import { forwardNetwork } from '../../../../src/model/networks/forward.ts'
import { networkPlan } from '../../../../src/model/networks/networkPlan.ts'
import { initialWeights } from '../../../../src/model/networks/weights.ts'
import { nd } from '../../../../src/model/tensor.ts'

const { problem } = plantedProblem({ useful: [true, false, false], channels: 3, length: 20, test: 6 })
const plan = networkPlan(seriesNetworkConfig('small', [20, 3], 3))
const network = { plan, weights: initialWeights(plan, 4) }
const input = nd(['t', 'c'], [20, 3], problem.test.x.slice(0, 60))
const [first, second] = plan.sites
if (first === undefined || second === undefined) throw new Error('two sites')

describe('the weights under the chart', () => {
  test('times the values above them they give the convolution, at the edges as well', () => {
    const convolved = forwardNetwork(plan, network.weights, input).outputs['block1/conv']?.data
    for (const channel of [0, 7, 15]) {
      const taps = firstTaps(network, first, channel)
      expect(taps).toHaveLength(8 * 3)
      for (const w of [0, 9, 19]) {
        const { x } = cellWindow(plan, first.u, { h: 0, w }, input)
        let sum = 0
        for (const [i, weight] of (taps ?? []).entries()) {
          const at = x + Math.floor(i / 3)
          if (at >= 0 && at < 20) sum += weight * (input.data[at * 3 + (i % 3)] ?? Number.NaN)
        }
        expect(convolved?.[w * 16 + channel], `channel ${channel}, step ${w}`).toBeCloseTo(sum, 5)
      }
    }
  })

  test('at the second site there are none: its convolution reads feature channels', () => {
    expect(firstTaps(network, second, 0)).toBeNull()
  })
})

describe('what a unit of U depends on', () => {
  /** Steps of the input that move U at the step when they change. */
  const moved = (here: typeof first, of: typeof network, w: number) => {
    const values = (x: typeof input) =>
      forwardNetwork(of.plan, of.weights, x)
        .outputs[here.u]?.data.slice(w * here.channels, (w + 1) * here.channels)
        .join()
    const before = values(input)
    return Array.from({ length: 20 }, (_, step) => step).filter((step) => {
      const data = input.data.slice()
      for (let v = 0; v < 3; v++) data[step * 3 + v] = (data[step * 3 + v] ?? 0) + 3
      return values(nd(['t', 'c'], [20, 3], data)) !== before
    })
  }
  const without = networkPlan(seriesNetworkConfig('small', [20, 3], 3, { squeezeExcite: false }))
  const plain = { plan: without, weights: initialWeights(without, 4) }

  test('behind gates the whole series, else no more than its window', () => {
    for (const [here, of, gated] of [
      [first, network, false],
      [second, network, true],
      [without.sites[1] ?? second, plain, false],
    ] as const) {
      const { x, width, ...seen } = cellWindow(of.plan, here.u, { h: 0, w: 4 }, input)
      expect(seen.gated, here.id).toBe(gated)
      const steps = moved(here, of, 4)
      if (gated) expect(steps).toHaveLength(20)
      else expect(steps.every((step) => step >= x && step < x + width)).toBe(true)
      expect(steps.length).toBeGreaterThanOrEqual(seen.inside.width)
    }
  })
})

test('a window that holds everything leaves nothing to the gates', () => {
  const short = networkPlan(seriesNetworkConfig('small', [6, 3], 3))
  const tiny = nd(['t', 'c'], [6, 3], input.data.slice(0, 18))
  const deep = short.sites[1]?.u ?? ''
  expect(cellWindow(short, deep, { h: 0, w: 2 }, tiny)).toMatchObject({ inside: { width: 6 }, gated: false })
})

test('scales hold every test series and are computed once', () => {
  const domains = domainsOf(problem)
  expect(domains).toHaveLength(3)
  for (const [i, value] of problem.test.x.entries()) {
    const [low = 0, high = 0] = domains[i % 3] ?? []
    expect(value >= low && value <= high).toBe(true)
  }
  expect(domainsOf(problem)).toBe(domains)
})

test('a normalised value comes back in its own unit', () => {
  const scaled = { ...problem, scale: { mean: [10, 0, 3], deviation: [4, 1, 0.5] } }
  expect(measured(scaled, Math.fround((12.8 - 10) / 4), 0)).toBeCloseTo(12.8, 4)
  expect(measured(scaled, Math.fround(-10 / 4), 0), 'no rain is 0, not nearly 0').toBe(0)
  expect(measured({ ...problem, scale: null }, 1.25, 2)).toBe(1.25)
})
