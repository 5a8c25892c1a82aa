/** MLSTM-FCN as a `LayersModel`: options, training, saving; its values and counts are held in networks.mlstmFcn.golden. */
import * as tf from '@tensorflow/tfjs-core'
import {
  type LayersModel,
  loadLayersModel,
  model,
  models,
  type SymbolicTensor,
} from '@tensorflow/tfjs-layers'
import { beforeAll, describe, expect, test } from 'vitest'
import { type MlstmFcnConfig, mlstmFcn } from '../../../src/model/networks/mlstmFcn.ts'
import { misfit } from '../golden.ts'
import { nodeBackends, startBackend } from '../tfBackend.ts'

const small = { channels: 3, length: 12, classes: 3, filters: [8, 16, 8], ratio: 4, lstmUnits: 4 } as const

/** All numbers of all weights, by layer. */
function weightsOf(network: LayersModel): Record<string, number[]> {
  return Object.fromEntries(
    network.layers.map((layer) => [layer.name, layer.getWeights().flatMap((w) => [...w.dataSync()])]),
  )
}

async function saved(network: LayersModel): Promise<tf.io.ModelArtifacts> {
  const kept: tf.io.ModelArtifacts[] = []
  await network.save(
    tf.io.withSaveHandler(async (artifacts) => {
      kept.push(artifacts)
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } }
    }),
  )
  if (kept[0] === undefined) throw new Error('nothing was saved')
  return kept[0]
}

describe.each(nodeBackends)('on %s', (backend) => {
  beforeAll(() => startBackend(backend))

  test.each([
    ['as in the reference', {}],
    ['without SE', { squeezeExcite: false }],
    ['without shuffle', { shuffle: false }],
    ['one unit', { lstmUnits: 1 }],
    ['one variable', { channels: 1 }],
  ] as const)('%s: probabilities, and nothing is left behind', (_, changes) => {
    const before = tf.memory().numTensors
    const network = mlstmFcn({ ...small, ...changes })
    expect(tf.memory().numTensors).toBe(before + network.getWeights().length)
    const x = tf.randomNormal([5, small.length, network.inputs[0]?.shape[2] ?? 0], 0, 1, 'float32', 3)
    const y = network.predict(x) as tf.Tensor
    expect(y.shape).toEqual([5, 3])
    const sums = tf.tidy(() => tf.sum(y, 1).dataSync())
    expect(misfit(sums, [1, 1, 1, 1, 1])).toBeLessThanOrEqual(1)
    tf.dispose([x, y])
    network.dispose()
    expect(tf.memory().numTensors).toBe(before)
  })

  test.each([true, false])(
    'a short training lowers the loss and moves every weight, shuffle %s',
    async (shuffle) => {
      const network = mlstmFcn({ ...small, shuffle, dropout: 0, classes: 2, seed: 4 })
      const start = weightsOf(network)
      network.compile({ optimizer: tf.train.adam(0.01), loss: 'categoricalCrossentropy' })
      // The class says which of the first two variables is the larger one.
      const labels = Array.from({ length: 16 }, (_, n) => n % 2)
      const x = tf.tidy(() => {
        const bias = tf.tensor(
          labels.flatMap((label) => (label === 0 ? [1, -1, 0] : [-1, 1, 0])),
          [16, 1, 3],
        )
        return tf.add(tf.randomNormal([16, 12, 3], 0, 0.5, 'float32', 8), bias)
      })
      const y = tf.oneHot(tf.tensor1d(labels, 'int32'), 2)
      await network.trainOnBatch(x, y)
      const before = tf.memory().numTensors
      const { history } = await network.fit(x, y, { epochs: 6, batchSize: 8, shuffle: false, verbose: 0 })
      expect(tf.memory().numTensors).toBe(before)
      const [first, last] = [history.loss?.at(0), history.loss?.at(-1)]
      expect(last).toBeLessThan(0.5 * (first as number))
      const end = weightsOf(network)
      const still = Object.keys(start).filter(
        (name) => start[name]?.length && start[name].join() === end[name]?.join(),
      )
      expect(still).toEqual([])
    },
  )
})

describe('a network', () => {
  beforeAll(() => startBackend('cpu'))

  test('has the layers of the reference, by name', () => {
    const names = (changes: Partial<MlstmFcnConfig>) =>
      new Set(mlstmFcn({ ...small, ...changes }).layers.map(({ name }) => name))
    const block = (b: number, se: boolean) => [`conv${b}`, `bn${b}`, `relu${b}`, ...(se ? [`se${b}`] : [])]
    const rest = ['input', 'masking', 'lstm', 'dropout', 'pool', 'concat', 'output']
    const blocks = (se: boolean) => [...block(1, se), ...block(2, se), ...block(3, false)]
    expect(names({})).toEqual(new Set([...rest, ...blocks(true), 'shuffle']))
    expect(names({ squeezeExcite: false, shuffle: false })).toEqual(new Set([...rest, ...blocks(false)]))
  })

  test('takes what is not said from the reference', () => {
    const network = mlstmFcn({ channels: 2, length: 8, classes: 10 })
    const settings = (name: string) => network.getLayer(name).getConfig()
    for (const [index, b] of [1, 2, 3].entries()) {
      expect(settings(`conv${b}`)).toMatchObject({
        filters: [128, 256, 128][index],
        kernelSize: [[8, 5, 3][index]],
        padding: 'same',
        useBias: true,
        kernelInitializer: { config: { scale: 2, mode: 'fanIn', distribution: 'uniform' } },
      })
      expect(settings(`bn${b}`)).toMatchObject({ epsilon: 1e-3, momentum: 0.99 })
    }
    expect(settings('se2')).toMatchObject({ ratio: 16, useBias: false, squeeze: 'mean', gate: 'sigmoid' })
    expect(settings('lstm')).toMatchObject({
      units: 8,
      recurrentActivation: 'hardSigmoid',
      unitForgetBias: true,
    })
    const glorotUniform = { config: { scale: 1, mode: 'fanAvg', distribution: 'uniform' } }
    for (const name of ['lstm', 'output'])
      expect(settings(name)).toMatchObject({ kernelInitializer: glorotUniform, useBias: true })
    expect(settings('dropout')).toMatchObject({ rate: 0.8 })
    expect(settings('masking')).toMatchObject({ maskValue: 0 })
    expect(network.inputs[0]?.shape).toEqual([null, 8, 2])
  })

  test('the drop rate is a drop rate, and only training drops', () => {
    const dropout = mlstmFcn(small).getLayer('dropout')
    const ones = tf.ones([100, 100])
    const zeros = (values: tf.Tensor) => values.dataSync().filter((value) => value === 0).length / 10_000
    expect(zeros(dropout.apply(ones, { training: true }) as tf.Tensor)).toBeCloseTo(0.8, 1)
    expect(zeros(dropout.apply(ones) as tf.Tensor)).toBe(0)
  })

  test('with shuffle a variable of zeros is passed over, without it the padding', () => {
    const hidden = (config: Partial<MlstmFcnConfig>, lstm: tf.Tensor[], x: tf.Tensor) => {
      const network = mlstmFcn({ ...small, ...config })
      network.getLayer('lstm').setWeights(lstm)
      const branch = model({
        inputs: network.inputs,
        outputs: network.getLayer('lstm').output as SymbolicTensor,
      })
      return (branch.predict(x) as tf.Tensor).dataSync()
    }
    const x = tf.randomNormal([2, 12, 3], 0, 1, 'float32', 5) as tf.Tensor3D
    const [before, after] = [tf.slice(x, [0, 0, 0], [2, 12, 1]), tf.slice(x, [0, 0, 1], [2, 12, 2])]
    const shuffled = mlstmFcn(small).getLayer('lstm').getWeights()
    const more = tf.concat([tf.zerosLike(before), before, tf.zerosLike(before), after], 2)
    expect(misfit(hidden({ channels: 5 }, shuffled, more), hidden({}, shuffled, x))).toBeLessThanOrEqual(1)

    const plain = mlstmFcn({ ...small, shuffle: false })
      .getLayer('lstm')
      .getWeights()
    const padded = tf.pad(x, [
      [0, 0],
      [0, 4],
      [0, 0],
    ])
    const [long, short] = [{ shuffle: false, length: 16 }, { shuffle: false }]
    expect(misfit(hidden(long, plain, padded), hidden(short, plain, x))).toBeLessThanOrEqual(1)
  })

  test.each(['hardSigmoid', 'sigmoid'] as const)(
    'survives saving and loading, %s',
    async (recurrentActivation) => {
      const network = mlstmFcn({ ...small, recurrentActivation, seed: 2 })
      const loaded = await loadLayersModel(tf.io.fromMemory(await saved(network)))
      const x = tf.randomNormal([4, 12, 3], 0, 1, 'float32', 6)
      expect((loaded.predict(x) as tf.Tensor).dataSync()).toEqual(
        (network.predict(x) as tf.Tensor).dataSync(),
      )
      expect(loaded.getLayer('lstm').getConfig()).toMatchObject({ recurrentActivation, unitForgetBias: true })
      expect(loaded.getLayer('dropout').getConfig()).toMatchObject({ rate: 0.8 })
    },
  )

  test('a topology without its weights starts from the same seed', async () => {
    const network = mlstmFcn({ ...small, seed: 5 })
    const { modelTopology } = await saved(network)
    const anew = await models.modelFromJSON(modelTopology as tf.io.ModelJSON)
    expect(weightsOf(anew)).toEqual(weightsOf(network))
  })

  test('the same seed starts with the same weights, any seed', () => {
    for (const seed of [0, 3, -7, Number.MAX_SAFE_INTEGER]) {
      const start = weightsOf(mlstmFcn({ ...small, seed }))
      expect(weightsOf(mlstmFcn({ ...small, seed }))).toEqual(start)
      for (const name of ['conv1', 'conv2', 'conv3', 'se1', 'se2', 'lstm', 'output'])
        expect(weightsOf(mlstmFcn({ ...small, seed: 4 }))[name], name).not.toEqual(start[name])
    }
    expect(weightsOf(mlstmFcn(small))).not.toEqual(weightsOf(mlstmFcn(small)))
  })

  test('the same seed without SE: everything else starts the same', () => {
    const { se1, se2, ...others } = weightsOf(mlstmFcn({ ...small, seed: 9 }))
    expect([se1?.length, se2?.length]).toEqual([8 * 2 * 2, 16 * 4 * 2])
    expect(weightsOf(mlstmFcn({ ...small, seed: 9, squeezeExcite: false }))).toEqual(others)
  })

  test('the LSTM starts with orthogonal recurrent weights and an open forget gate', () => {
    const [, recurrent, bias] = mlstmFcn(small).getLayer('lstm').getWeights() as [
      tf.Tensor,
      tf.Tensor2D,
      tf.Tensor,
    ]
    const products = tf.matMul(recurrent, recurrent, false, true).dataSync()
    expect(misfit(products, tf.eye(4).dataSync())).toBeLessThanOrEqual(1)
    expect([...bias.dataSync()]).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0])
  })
})
