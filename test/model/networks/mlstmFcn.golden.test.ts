/** MLSTM-FCN as a `LayersModel`, held to the golden values of the reference. */
import * as tf from '@tensorflow/tfjs-core'
import { type LayersModel, layers, model, type SymbolicTensor } from '@tensorflow/tfjs-layers'
import { beforeAll, describe, expect, test } from 'vitest'
import type { SqueezeExcite } from '../../../src/model/layers/squeezeExcite.ts'
import { mlstmFcn } from '../../../src/model/networks/mlstmFcn.ts'
import { sizeOf } from '../../../src/model/tensor.ts'
import { type GoldenTensor, goldenTensor, misfit, readGolden } from '../golden.ts'
import { nodeBackends, startBackend } from '../tfBackend.ts'

type Tensors = Readonly<Record<string, GoldenTensor>>

interface MlstmGolden {
  readonly params: Readonly<Record<'N' | 'V' | 'T' | 'classes' | 'lstm_units', number>> & {
    readonly filters: readonly [number, number, number]
    readonly kernels: readonly [number, number, number]
    readonly se_reduction: number
    readonly parameter_count_incl_bn_moving: number
  }
  readonly tensors: Tensors
  readonly fcn: Tensors
  readonly recurrent_activation: Readonly<Record<'hard_sigmoid' | 'sigmoid', Tensors>>
}

/** The golden's names of each layer's weights, in the layer's order. */
const goldenWeights: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    [1, 2, 3].flatMap((b) => [
      [`conv${b}`, ['kernel', 'bias'].map((part) => `conv${b}_${part}`)],
      [`bn${b}`, ['gamma', 'beta', 'moving_mean', 'moving_variance'].map((part) => `bn${b}_${part}`)],
    ]),
  ),
  se1: ['se1_w1', 'se1_w2'],
  se2: ['se2_w1', 'se2_w2'],
  lstm: ['lstm_kernel', 'lstm_recurrent_kernel', 'lstm_bias'],
  output: ['dense_kernel', 'dense_bias'],
}

/** Layers by the golden's name of their output. */
const layerOutputs: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [1, 2, 3].flatMap((b) => [
      [`conv${b}_ntc`, `conv${b}`],
      [`bn${b}_ntc`, `bn${b}`],
      [`relu${b}_ntc`, `relu${b}`],
    ]),
  ),
  se1_out_ntc: 'se1',
  se2_out_ntc: 'se2',
  gap: 'pool',
  lstm_h: 'lstm',
  concat: 'concat',
  probs: 'output',
}

function outputOf(network: LayersModel, name: string): SymbolicTensor {
  return network.getLayer(name).output as SymbolicTensor
}

/** Outputs of the named layers, by a model that shares the network's weights. */
function outputsOf(network: LayersModel, names: readonly string[], x: tf.Tensor): Map<string, tf.Tensor> {
  const inner = model({ inputs: network.inputs, outputs: names.map((name) => outputOf(network, name)) })
  const values = inner.predict(x)
  return new Map([values].flat().map((value, i) => [names[i] ?? '', value]))
}

/** The network's own LSTM with its masking, once more, giving h of every step, [n, s, u], and c after the last. */
function lstmStates(network: LayersModel, x: tf.Tensor): { h: tf.Tensor; c: tf.Tensor } {
  const own = network.getLayer('lstm')
  const config = { ...own.getConfig(), name: 'lstmSteps', returnSequences: true, returnState: true }
  const twin = layers.lstm(config as unknown as Parameters<typeof layers.lstm>[0])
  const outputs = twin.apply(outputOf(network, 'masking')) as SymbolicTensor[]
  twin.setWeights(own.getWeights())
  const [h, , c] = model({ inputs: network.inputs, outputs }).predict(x) as [tf.Tensor, tf.Tensor, tf.Tensor]
  return { h, c }
}

describe.each(nodeBackends)('on %s', (backend) => {
  beforeAll(() => startBackend(backend))

  describe.each(['mlstm_fcn_shuffle', 'mlstm_fcn_masked_variable'])('%s', (file) => {
    const golden = readGolden<MlstmGolden>(file)
    const { params } = golden
    const tensor = (name: string, from = golden.tensors) => {
      const { shape, data } = goldenTensor(from, name)
      return tf.tensor(data, shape)
    }

    test.each([
      ['hardSigmoid', 'hard_sigmoid'],
      ['sigmoid', 'sigmoid'],
    ] as const)('%s: every intermediate is what the reference computes', (recurrentActivation, called) => {
      const wanted = { ...golden.fcn, ...golden.recurrent_activation[called] }
      const held = new Set<string>()
      const hold = (name: string, actual: tf.Tensor | undefined, expected = goldenTensor(wanted, name)) => {
        expect(actual?.shape, name).toEqual(expected.shape)
        expect(misfit(actual?.dataSync() ?? [], expected.data), name).toBeLessThanOrEqual(1)
        held.add(name)
      }
      tf.tidy(() => {
        const network = mlstmFcn({
          channels: params.V,
          length: params.T,
          classes: params.classes,
          filters: params.filters,
          kernels: params.kernels,
          ratio: params.se_reduction,
          lstmUnits: params.lstm_units,
          recurrentActivation,
        })
        expect(network.countParams()).toBe(params.parameter_count_incl_bn_moving)
        for (const [name, parts] of Object.entries(goldenWeights)) {
          network.getLayer(name).setWeights(parts.map((part) => tensor(part)))
        }
        const x = tensor('x_ntv')

        const outputs = outputsOf(network, Object.values(layerOutputs), x)
        for (const [name, layer] of Object.entries(layerOutputs)) hold(name, outputs.get(layer))
        hold('probs', network.predict(x) as tf.Tensor)

        for (const b of [1, 2]) {
          const u = outputs.get(`relu${b}`) as tf.Tensor
          const { z, hidden, s } = (network.getLayer(`se${b}`) as SqueezeExcite).stages(u)
          hold(`se${b}_z`, z)
          hold(`se${b}_hidden`, hidden)
          hold(`se${b}_s`, s)
        }

        const [kernel, bias] = network.getLayer('output').getWeights() as [tf.Tensor2D, tf.Tensor1D]
        hold('logits', tf.add(tf.matMul(outputs.get('concat') as tf.Tensor2D, kernel), bias))

        hold('lstm_h_steps', lstmStates(network, x).h)
        // With the variables after the s-th set to 0, and so masked, what is left at the end is the state after step s.
        const states = Array.from({ length: params.V }, (_, s) => {
          const upToHere = tf.tensor1d(Array.from({ length: params.V }, (_, v) => (v <= s ? 1 : 0)))
          return lstmStates(network, tf.mul(x, upToHere)).c
        })
        hold('lstm_c_steps', tf.stack(states, 1))
        network.dispose()
      })
      const left = Object.keys(wanted).filter((name) => !held.has(name) && !name.startsWith('no_masking'))
      expect(left).toEqual([])
    })
  })
})

test('without masking the states would be others: the golden can tell', () => {
  const { recurrent_activation } = readGolden<MlstmGolden>('mlstm_fcn_masked_variable')
  const { data: h } = goldenTensor(recurrent_activation.hard_sigmoid, 'lstm_h')
  const { data: other } = goldenTensor(recurrent_activation.hard_sigmoid, 'no_masking_lstm_h')
  expect(misfit(h, other)).toBeGreaterThan(100)
})

interface Counts {
  readonly mlstm_fcn_params: Readonly<
    Record<
      string,
      Readonly<Record<'V' | 'T' | 'classes' | 'lstm_units', number>> &
        Readonly<Record<'shuffle' | 'no_shuffle', Readonly<Record<string, number>>>>
    >
  >
}

describe.each(Object.entries(readGolden<Counts>('counts').mlstm_fcn_params))('%s', (_, problem) => {
  beforeAll(() => startBackend('cpu'))

  test.each(['shuffle', 'no_shuffle'] as const)('as many parameters as the reference, %s', (form) => {
    const { V: channels, T: length, classes, lstm_units: lstmUnits } = problem
    const shuffle = form === 'shuffle'
    const network = mlstmFcn({ channels, length, classes, lstmUnits, shuffle })
    const trainable = network.trainableWeights.reduce((sum, { shape }) => sum + sizeOf(shape as number[]), 0)
    const layerOf = (part: string) => (part === 'dense' ? 'output' : part)
    const { total, non_trainable_bn_moving, trainable: wanted, se_share, ...parts } = problem[form]
    for (const [part, count] of Object.entries(parts))
      expect(network.getLayer(layerOf(part)).countParams(), part).toBe(count)
    expect(network.countParams()).toBe(total)
    expect(trainable).toBe(wanted)
    network.dispose()
  })
})

test.each([
  [{}, 289_585],
  [{ shuffle: false }, 289_137],
  // Without the 2,048 and 8,192 weights of the two SE blocks.
  [{ squeezeExcite: false }, 279_345],
] as const)('JapaneseVowels, %j: %i parameters', async (changes, count) => {
  await startBackend('cpu')
  expect(mlstmFcn({ channels: 12, length: 26, classes: 9, ...changes }).countParams()).toBe(count)
})
