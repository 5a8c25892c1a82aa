/** A reader of the package has the whole of TensorFlow.js in one import: layer and networks live and end there too. */
import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { imageNetwork, imageNetworkDefaults, mlstmFcn, SqueezeExcite } from '../../src/model/api.ts'

beforeAll(async () => {
  await tf.setBackend('cpu')
})

const classes = 3

function layerInModel(): tf.LayersModel {
  const model = tf.sequential()
  model.add(
    new SqueezeExcite({ inputShape: [6, 6, 4], ratio: 2, useBias: true, gate: 'hardSigmoid', seed: 0 }),
  )
  model.add(tf.layers.conv2d({ filters: 8, kernelSize: 3, padding: 'same' }))
  model.add(new SqueezeExcite({ ratio: 4, squeeze: 'max' }))
  model.add(tf.layers.globalAveragePooling2d({ dataFormat: 'channelsLast' }))
  model.add(tf.layers.dense({ units: classes }))
  return model
}

/** What each makes has no softmax but mlstmFcn's. */
const fromLogits = (labels: tf.Tensor, logits: tf.Tensor) => tf.losses.softmaxCrossEntropy(labels, logits)

type Loss = typeof fromLogits | string

describe.each<[name: string, make: () => tf.LayersModel, input: number[], loss: Loss]>([
  ['the layer in a model', layerInModel, [6, 6, 4], fromLogits],
  [
    'imageNetwork',
    () => imageNetwork({ ...imageNetworkDefaults, inputShape: [12, 12, 2], filters: [4, 8], classes }),
    [12, 12, 2],
    fromLogits,
  ],
  [
    'mlstmFcn',
    () => mlstmFcn({ channels: 4, length: 12, classes, filters: [8, 16, 8], ratio: 4, dropout: 0, seed: 1 }),
    [12, 4],
    'categoricalCrossentropy',
  ],
])('%s', (_, make, shape, loss) => {
  const batch = () => {
    const x = tf.randomNormal([6, ...shape], 0, 1, 'float32', 7)
    const y = tf.tidy(() => tf.oneHot(tf.tensor1d([0, 1, 2, 0, 1, 2], 'int32'), classes))
    return { x, y }
  }
  const blocksOf = (model: tf.LayersModel) =>
    model.layers.filter((layer) => layer instanceof SqueezeExcite).map((layer) => layer.getConfig())
  const valuesOf = async (model: tf.LayersModel, x: tf.Tensor) => {
    const out = model.predict(x) as tf.Tensor
    const values = [...(await out.data())]
    out.dispose()
    return values
  }

  test('is a model of the union package', () => {
    const model = make()
    expect(model).toBeInstanceOf(tf.LayersModel)
    expect(model.outputs[0]?.shape).toEqual([null, classes])
    model.dispose()
  })

  test('trains, is saved and loaded, gives the same, trains on, and leaves nothing behind', async () => {
    const before = tf.memory().numTensors
    const { x, y } = batch()
    const model = make()
    const start = await valuesOf(model, x)
    model.compile({ optimizer: 'adam', loss })
    const losses = await training(model, x, y)
    expect(losses.at(-1)).toBeLessThan(losses[0] ?? 0)
    const trained = await valuesOf(model, x)
    expect(trained).not.toEqual(start)

    const loaded = await throughMemory(model)
    expect(await valuesOf(loaded, x)).toEqual(trained)
    expect(blocksOf(loaded)).toEqual(blocksOf(model))
    expect(blocksOf(model).length).toBe(2)
    loaded.compile({ optimizer: 'adam', loss })
    await training(loaded, x, y)
    expect(await valuesOf(loaded, x)).not.toEqual(trained)

    tf.dispose([x, y])
    model.dispose()
    loaded.dispose()
    expect(tf.memory().numTensors).toBe(before)
  })

  async function training(model: tf.LayersModel, x: tf.Tensor, y: tf.Tensor): Promise<number[]> {
    const losses = [(await model.trainOnBatch(x, y)) as number]
    // The first step makes the optimizer's own tensors, the others none.
    const after = tf.memory().numTensors
    for (let step = 0; step < 5; step++) losses.push((await model.trainOnBatch(x, y)) as number)
    expect(tf.memory().numTensors).toBe(after)
    return losses
  }
})

/** As text, as it would come from a server. */
async function throughMemory(model: tf.LayersModel): Promise<tf.LayersModel> {
  const saved: tf.io.ModelArtifacts[] = []
  await model.save(
    tf.io.withSaveHandler(async (artifacts) => {
      saved.push(artifacts)
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } }
    }),
  )
  const [artifacts] = saved
  if (artifacts === undefined) throw new Error('nothing was saved')
  const modelTopology = JSON.parse(JSON.stringify(artifacts.modelTopology))
  return tf.loadLayersModel(tf.io.fromMemory({ ...artifacts, modelTopology }))
}
