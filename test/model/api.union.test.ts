/** A reader of the package has the whole of TensorFlow.js in one import: layer and network must live there too. */
import * as tf from '@tensorflow/tfjs'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { imageNetwork, imageNetworkDefaults, mlstmFcn, SqueezeExcite } from '../../src/model/api.ts'

beforeAll(async () => {
  await tf.setBackend('cpu')
})
afterEach(() => tf.disposeVariables())

test('the layer stands in a model of the union package, trains, and survives saving', async () => {
  const model = tf.sequential()
  model.add(tf.layers.conv2d({ inputShape: [6, 6, 1], filters: 8, kernelSize: 3, padding: 'same' }))
  model.add(new SqueezeExcite({ ratio: 4, useBias: true }))
  model.add(tf.layers.globalAveragePooling2d({ dataFormat: 'channelsLast' }))
  model.add(tf.layers.dense({ units: 2, activation: 'softmax' }))
  model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' })
  const x = tf.randomUniform([8, 6, 6, 1], 0, 1, 'float32', 7)
  const y = tf.oneHot(tf.tensor1d([0, 1, 0, 1, 0, 1, 0, 1], 'int32'), 2)
  const before = (await (model.predict(x) as tf.Tensor).data()).slice()
  await model.trainOnBatch(x, y)
  const after = (await (model.predict(x) as tf.Tensor).data()).slice()
  expect(after).not.toEqual(before)

  const loaded = await throughMemory(model)
  expect(await (loaded.predict(x) as tf.Tensor).data()).toEqual(after)
})

async function throughMemory(model: tf.LayersModel): Promise<tf.LayersModel> {
  let saved: tf.io.ModelArtifacts | null = null
  await model.save(
    tf.io.withSaveHandler(async (artifacts) => {
      saved = artifacts
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } }
    }),
  )
  if (saved === null) throw new Error('nothing was saved')
  return tf.loadLayersModel(tf.io.fromMemory(saved))
}

test('the network is a LayersModel of the union package', () => {
  const model = imageNetwork({ ...imageNetworkDefaults, inputShape: [28, 28, 1] })
  expect(model).toBeInstanceOf(tf.LayersModel)
  expect(model.outputs[0]?.shape).toEqual([null, 10])
  model.dispose()
})

test('so is the network of series, which the union package saves and loads', async () => {
  const model = mlstmFcn({ channels: 3, length: 12, classes: 4, filters: [8, 16, 8], seed: 1 })
  expect(model).toBeInstanceOf(tf.LayersModel)
  expect(model.outputs[0]?.shape).toEqual([null, 4])
  const x = tf.randomUniform([5, 12, 3], -1, 1, 'float32', 7)
  const loaded = await throughMemory(model)
  expect(await (loaded.predict(x) as tf.Tensor).data()).toEqual(await (model.predict(x) as tf.Tensor).data())
  model.dispose()
})
