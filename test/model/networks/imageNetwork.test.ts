import * as tf from '@tensorflow/tfjs-core'
import { models } from '@tensorflow/tfjs-layers'
import { beforeAll, describe, expect, test } from 'vitest'
import { imageNetworkConfig } from '../../../src/model/networks/config.ts'
import { getPacked, imageNetwork, setPacked } from '../../../src/model/networks/imageNetwork.ts'
import { imageNetworkPlan } from '../../../src/model/networks/plan.ts'
import { initialWeights } from '../../../src/model/networks/weights.ts'
import { misfit } from '../golden.ts'
import { nodeBackends, startBackend } from '../tfBackend.ts'
import { bothLogits, drawnWeights, networkCases } from './networkCases.ts'

describe.each(nodeBackends)('on %s', (backend) => {
  beforeAll(() => startBackend(backend))

  test.each(networkCases)('%s: the LayersModel and the reference agree', async (_, config) => {
    const { tfjs, reference } = await bothLogits(config)
    expect(misfit(tfjs, reference)).toBeLessThanOrEqual(1)
  })

  test.each(networkCases)('%s: weights that go in come out', async (_, config) => {
    const plan = imageNetworkPlan(config)
    const network = imageNetwork(config)
    const before = tf.memory().numTensors
    const packed = drawnWeights(plan, 3)
    setPacked(network, plan, packed)
    expect(await getPacked(network, plan)).toEqual(packed)
    expect(tf.memory().numTensors).toBe(before)
    network.dispose()
  })
})

describe('a network', () => {
  const config = imageNetworkConfig('digits', { seed: 12 })
  const plan = imageNetworkPlan(config)
  beforeAll(() => startBackend('cpu'))

  test('starts from the weights of its seed', async () => {
    expect(await getPacked(imageNetwork(config), plan)).toEqual(initialWeights(plan, 12))
  })

  test('has one layer per operation, in order and by name', () => {
    expect(imageNetwork(config).layers.map((layer) => layer.name)).toEqual(plan.ops.map((op) => op.id))
  })

  test('refuses the weights of another network', () => {
    expect(() => setPacked(imageNetwork(config), plan, new Float32Array(3))).toThrow(RangeError)
  })

  test('survives saving and loading', async () => {
    const network = imageNetwork(config)
    let saved: tf.io.ModelArtifacts | undefined
    await network.save(
      tf.io.withSaveHandler(async (artifacts) => {
        saved = artifacts
        return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } }
      }),
    )
    const loaded = await models.modelFromJSON(saved?.modelTopology as tf.io.ModelJSON)
    setPacked(loaded, plan, initialWeights(plan, 4))
    expect(await getPacked(loaded, plan)).toEqual(initialWeights(plan, 4))
  })
})

test('training moves the network towards its labels, and its running statistics', async () => {
  await startBackend('wasm')
  const config = imageNetworkConfig('digits', { inputShape: [12, 12, 1], filters: [4, 8] })
  const plan = imageNetworkPlan(config)
  const network = imageNetwork(config)
  network.compile({
    optimizer: tf.train.adam(0.02),
    loss: (labels: tf.Tensor, logits: tf.Tensor) => tf.losses.softmaxCrossEntropy(labels, logits),
  })
  const x = tf.randomUniform([8, 12, 12, 1], 0, 1, 'float32', 1)
  const y = tf.oneHot([0, 1, 2, 3, 4, 5, 6, 7], 10)
  const losses: number[] = []
  for (let step = 0; step < 12; step++) losses.push((await network.trainOnBatch(x, y)) as number)
  expect(losses.at(-1)).toBeLessThan(0.5 * (losses[0] ?? 0))
  const [before, after] = [initialWeights(plan, config.seed), await getPacked(network, plan)]
  const still = plan.weights.filter(({ offset }) => before[offset] === after[offset]).map(({ name }) => name)
  expect(still).toEqual([])
})
