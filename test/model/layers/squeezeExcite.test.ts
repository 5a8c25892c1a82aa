import * as tf from '@tensorflow/tfjs-core'
import { layers, models, sequential } from '@tensorflow/tfjs-layers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { SqueezeExcite } from '../../../src/model/layers/squeezeExcite.ts'
import {
  channelLast,
  goldenTensor,
  misfit,
  readSeGolden,
  type SeGolden,
  seGoldenNames,
  seGoldenOptions,
} from '../golden.ts'
import { nodeBackends, startBackend } from '../tfBackend.ts'

beforeEach(() => tf.engine().startScope())
afterEach(() => {
  tf.engine().endScope()
  tf.disposeVariables()
})

function tensorOf(golden: SeGolden, name: string): tf.Tensor {
  const { shape, data } = goldenTensor(golden.tensors, name)
  return tf.tensor(data, shape)
}

/** The layer with the golden's weights, built for its U. */
function goldenLayer(golden: SeGolden): SqueezeExcite {
  const u = goldenTensor(golden.tensors, `U_${channelLast(golden)}`)
  const layer = new SqueezeExcite(seGoldenOptions(golden))
  layer.build(u.shape)
  const names = golden.params.bias ? ['W1_io', 'b1', 'W2_io', 'b2'] : ['W1_io', 'W2_io']
  layer.setWeights(names.map((name) => tensorOf(golden, name)))
  return layer
}

/** PyTorch's name of the gradient with respect to each of the layer's weights. */
const gradientNames: Readonly<Record<string, string>> = { w1: 'dW1_io', b1: 'db1', w2: 'dW2_io', b2: 'db2' }

describe.each(nodeBackends)('on %s', (backend) => {
  beforeEach(() => startBackend(backend))

  describe.each(seGoldenNames)('%s', (name) => {
    const golden = readSeGolden(name)
    const layout = channelLast(golden)

    test('every stage is what PyTorch computes', async () => {
      const stages = goldenLayer(golden).stages(tensorOf(golden, `U_${layout}`))
      const names = { ...stages, hidden_pre: stages.hiddenPre, [`out_${layout}`]: stages.out }
      for (const stage of ['z', 'hidden_pre', 'hidden', 'logits', 's', `out_${layout}`] as const) {
        const expected = goldenTensor(golden.tensors, stage)
        const actual = names[stage as keyof typeof names]
        expect(actual.shape).toEqual(expected.shape)
        expect(misfit(await actual.data(), expected.data)).toBeLessThanOrEqual(1)
      }
    })

    test.each(Object.keys(golden.gradients))('the gradient of %s is what PyTorch computes', async (loss) => {
      const layer = goldenLayer(golden)
      const u = tf.variable(tensorOf(golden, `U_${layout}`), true, 'U')
      const { value, grads } = tf.variableGrads(() => {
        const out = layer.call(u)
        const factor = loss === 'sum_squares' ? out : tensorOf(golden, `G_${layout}`)
        return tf.sum(tf.mul(out, factor)) as tf.Scalar
      })
      const expected = golden.gradients[loss] ?? {}
      const wanted = new Map([['U', `dU_${layout}`]])
      for (const weight of layer.weights) wanted.set(weight.name, gradientNames[weight.originalName] ?? '')
      expect(wanted.size).toBe(golden.params.bias ? 5 : 3)
      expect(misfit(await value.data(), [expected.loss as number])).toBeLessThanOrEqual(1)
      for (const [variable, goldenName] of wanted) {
        const { shape, data } = goldenTensor(expected, goldenName)
        expect(grads[variable]?.shape).toEqual(shape)
        const actual = (await grads[variable]?.data()) ?? []
        expect(misfit(actual, data, { absolute: 1e-5, relative: 1e-4 })).toBeLessThanOrEqual(1)
      }
    })
  })

  test('a call leaves its result and nothing else', () => {
    const golden = readSeGolden('se2d_c8_r4_5x7_bias')
    const layer = goldenLayer(golden)
    const u = tensorOf(golden, 'U_nhwc')
    const before = tf.memory().numTensors
    layer.call(u)
    expect(tf.memory().numTensors).toBe(before + 1)
  })

  test('a saved and loaded model gives the same output', async () => {
    const options = { ratio: 3, useBias: true, squeeze: 'max', gate: 'hardSigmoid', seed: 5 } as const
    const model = sequential({
      layers: [layers.inputLayer({ inputShape: [4, 5, 7] }), new SqueezeExcite(options)],
    })
    let saved: tf.io.ModelArtifacts | undefined
    await model.save(
      tf.io.withSaveHandler(async (artifacts) => {
        saved = artifacts
        return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } }
      }),
    )
    const loaded = await models.modelFromJSON(saved?.modelTopology as tf.io.ModelJSON)
    loaded.setWeights(model.getWeights())
    expect(loaded.layers.at(-1)?.getConfig()).toMatchObject(options)
    const u = tf.randomNormal([2, 4, 5, 7], 0, 1, 'float32', 9)
    const [own, other] = [model.predict(u) as tf.Tensor, loaded.predict(u) as tf.Tensor]
    expect(await other.data()).toEqual(await own.data())
  })
})

test('without options: r 16, no bias, mean, sigmoid', () => {
  expect(new SqueezeExcite().getConfig()).toMatchObject({
    ratio: 16,
    useBias: false,
    squeeze: 'mean',
    gate: 'sigmoid',
  })
})

test('r greater than C leaves one hidden unit', () => {
  const layer = new SqueezeExcite({ ratio: 16 })
  layer.build([null, 5, 5, 4])
  expect(layer.getWeights().map((w) => w.shape)).toEqual([
    [4, 1],
    [1, 4],
  ])
})
