/** One training step against the plain loops: batch statistics, loss and its weights, running statistics. */
import '@tensorflow/tfjs-backend-cpu'
import * as tf from '@tensorflow/tfjs-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { registerTrainingGradients } from '../../../../src/model/engine/kernels/gradients.ts'
import { packingOf } from '../../../../src/model/engine/run/packing.ts'
import { readAndDispose, TrainingSession } from '../../../../src/model/engine/run/session.ts'
import { seriesNetworkConfig } from '../../../../src/model/networks/config.ts'
import { forwardNetwork } from '../../../../src/model/networks/forward.ts'
import { seriesNetworkPlan } from '../../../../src/model/networks/seriesPlan.ts'
import { initialWeights, weight } from '../../../../src/model/networks/weights.ts'
import { nd } from '../../../../src/model/tensor.ts'

const [length, variables, classes, count] = [5, 2, 3, 4] as const
const plan = seriesNetworkPlan(
  seriesNetworkConfig('small', [length, variables], classes, {
    filters: [4, 4, 4],
    kernels: [3, 1, 1],
    lstm: false,
    dropout: 0,
  }),
)
const start = initialWeights(plan, 3)
const batch = {
  x: Float32Array.from({ length: count * length * variables }, (_, i) => Math.sin(1 + i * i)),
  y: Uint8Array.of(2, 0, 1, 2),
  group: new Uint8Array(count),
}
const size = length * variables
const samples = Array.from({ length: count }, (_, n) =>
  nd(['t', 'c'], [length, variables], batch.x.slice(n * size, (n + 1) * size)),
)

beforeAll(async () => {
  registerTrainingGradients()
  await tf.setBackend('cpu')
})

const moments = () => new Float32Array(2 * packingOf(plan).trainableSize)
const sessionWith = (classWeights: Float32Array | null = null) =>
  new TrainingSession(
    { plan, inputShape: [1, length, variables], classWeights, seed: 1 },
    { step: 6, weights: start, moments: moments() },
  )

/** The weights with the statistics of the batch, block by block, and what they are. */
function withBatchStatistics() {
  const weights = start.slice()
  const statistics = new Map<string, number[]>()
  for (const block of ['block1', 'block2', 'block3']) {
    const maps = samples.map(
      (sample) => forwardNetwork(plan, weights, sample).outputs[`${block}/conv`]?.data ?? [],
    )
    const values = Array.from({ length: 4 }, (_, c) =>
      maps.flatMap((map) => [...map].filter((_v, i) => i % 4 === c)),
    )
    const mean = values.map((all) => all.reduce((sum, v) => sum + v, 0) / all.length)
    const variance = values.map(
      (all, c) => all.reduce((sum, v) => sum + (v - (mean[c] ?? 0)) ** 2, 0) / all.length,
    )
    for (const [name, found] of [
      ['mean', mean],
      ['variance', variance],
    ] as const) {
      statistics.set(`${block}/bn/${name}`, found)
      weight(plan, weights, `${block}/bn/${name}`).data.set(found)
    }
  }
  return { weights, statistics }
}

/** −log p of each sample's label, and whether it is the likeliest. */
function readings(weights: Float32Array) {
  return samples.map((sample, n) => {
    const { probabilities } = forwardNetwork(plan, weights, sample)
    const label = batch.y[n] ?? 0
    const own = probabilities.data[label] ?? 0
    return { label, loss: -Math.log(own), right: Math.max(...probabilities.data) === own }
  })
}

describe('a step', () => {
  test('says loss and accuracy of the batch before it, by the batch’s own statistics', async () => {
    const read = readings(withBatchStatistics().weights)
    const session = sessionWith()
    const [loss, accuracy] = await readAndDispose(session.train(batch, 1e-3))
    expect(loss).toBeCloseTo(read.reduce((sum, one) => sum + one.loss, 0) / count, 4)
    expect(accuracy).toBe(read.filter(({ right }) => right).length / count)
    expect(session.step).toBe(7)
    session.dispose()
  })

  test('with weights of the classes the loss counts by them, the accuracy does not', async () => {
    const read = readings(withBatchStatistics().weights)
    const classWeights = Float32Array.of(3, 0.5, 1)
    const session = sessionWith(classWeights)
    const [loss, accuracy] = await readAndDispose(session.train(batch, 1e-3))
    const weighed = read.reduce((sum, one) => sum + (classWeights[one.label] ?? 0) * one.loss, 0)
    expect(loss).toBeCloseTo(weighed / count, 4)
    expect(accuracy).toBe(read.filter(({ right }) => right).length / count)
    session.dispose()
  })

  test('leaves the running statistics a tenth nearer to the batch’s', async () => {
    const { statistics } = withBatchStatistics()
    const session = sessionWith()
    await readAndDispose(session.train(batch, 1e-3))
    const { weights, moments: after } = await session.state()
    for (const [name, values] of statistics) {
      const before = weight(plan, start, name).data
      for (const [c, value] of weight(plan, weights, name).data.entries())
        expect(value).toBeCloseTo(0.9 * (before[c] ?? 0) + 0.1 * (values[c] ?? 0), 5)
    }
    expect(await session.packedWeights()).toEqual(weights)
    // First moments are a tenth of the gradient, second ones a thousandth of its square.
    const n = packingOf(plan).trainableSize
    for (let i = 0; i < n; i++) expect(after[n + i]).toBeCloseTo(0.1 * (after[i] ?? 0) ** 2, 6)
    expect(after.slice(0, n).some((value) => Math.abs(value) > 1e-3)).toBe(true)
    session.dispose()
  })
})

test('a look gives the sums of loss and right answers with the running statistics', async () => {
  const read = readings(start)
  const session = sessionWith(Float32Array.of(9, 9, 9))
  const [loss, right] = await readAndDispose(session.evaluate(batch))
  expect(loss).toBeCloseTo(
    read.reduce((sum, one) => sum + one.loss, 0),
    4,
  )
  expect(right).toBeCloseTo(read.filter((one) => one.right).length, 5)
  const all = await session.tensorsOf(batch.x.slice(0, size), readAndDispose)
  const first = samples[0]
  const trace = first === undefined ? null : forwardNetwork(plan, start, first)
  for (const [i, value] of (all['site1/s'] ?? []).entries())
    expect(value).toBeCloseTo(trace?.sites.site1?.block?.s.data[i] ?? Number.NaN, 5)
  session.dispose()
})

test('weights or moments of another network are refused', () => {
  const setting = { plan, inputShape: [1, length, variables] as const, seed: 1 }
  const state = { step: 0, weights: start, moments: moments() }
  expect(() => new TrainingSession(setting, { ...state, weights: start.slice(1) })).toThrow(RangeError)
  expect(() => new TrainingSession(setting, { ...state, moments: state.moments.slice(1) })).toThrow(
    `the network needs ${state.moments.length}`,
  )
})
