/** Whatever is wrong with the SE layer's options or inputs is said by name, and no tensor is left behind. */
import * as tf from '@tensorflow/tfjs-core'
import { layers, type SymbolicTensor, sequential, input as symbolOf } from '@tensorflow/tfjs-layers'
import { beforeAll, describe, expect, test } from 'vitest'
import { SqueezeExcite } from '../../../src/model/layers/squeezeExcite.ts'
import { expectRefusal, wrong } from '../refused.ts'
import { startBackend } from '../tfBackend.ts'

beforeAll(() => startBackend('cpu'))

const lengths = 'a list of whole numbers from 1, or null for any length'

describe('options', () => {
  test.each<[what: string, options: unknown, kind: typeof RangeError, message: string]>([
    [
      'unknown',
      { reduction: 4 },
      RangeError,
      'unknown option reduction; expected ratio, useBias, squeeze, gate, seed, name, trainable, inputShape, batchInputShape, batchSize, dtype, inputDType or weights',
    ],
    ['ratio 0', { ratio: 0 }, RangeError, 'ratio is 0; expected a whole number from 1'],
    ['ratio 2.5', { ratio: 2.5 }, RangeError, 'ratio is 2.5; expected a whole number from 1'],
    ['ratio in words', { ratio: '16' }, RangeError, 'ratio is “16”; expected a whole number from 1'],
    ['no ratio', { ratio: null }, RangeError, 'ratio is null; expected a whole number from 1'],
    ['useBias', { useBias: 'no' }, RangeError, 'useBias is no; expected true or false'],
    ['squeeze', { squeeze: 'median' }, RangeError, 'squeeze is median; expected one of mean, max'],
    [
      'gate',
      { gate: 'swish' },
      RangeError,
      'gate is swish; expected one of sigmoid, softmax, tanh, relu, hardSigmoid',
    ],
    ['half a seed', { seed: 0.5 }, RangeError, 'seed is 0.5; expected a whole number'],
    ['no seed', { seed: Number.NaN }, RangeError, 'seed is NaN; expected a whole number'],
    ['a seed in words', { seed: '1' }, RangeError, 'seed is “1”; expected a whole number'],
    ['name', { name: 5 }, RangeError, 'name is 5; expected a text'],
    ['trainable', { trainable: 0 }, RangeError, 'trainable is 0; expected true or false'],
    ['inputShape', { inputShape: 8 }, RangeError, `inputShape is 8; expected ${lengths}`],
    ['a length', { inputShape: [4, 4, 0] }, RangeError, `inputShape is [4, 4, 0]; expected ${lengths}`],
    ['batchInputShape', { batchInputShape: [] }, RangeError, `batchInputShape is []; expected ${lengths}`],
    ['batchSize', { batchSize: -1 }, RangeError, 'batchSize is -1; expected a whole number from 1'],
    ['dtype', { dtype: 'float16' }, RangeError, 'dtype is float16; expected one of float32, int32, bool'],
    ['weights', { weights: {} }, RangeError, 'weights is an object; expected a list of tensors'],
    [
      'a ratio alone',
      4,
      TypeError,
      'options is 4; expected an object with ratio, useBias, squeeze, gate, seed, name, trainable, inputShape, batchInputShape, batchSize, dtype, inputDType and weights',
    ],
  ])('%s', (_, options, kind, message) => {
    expectRefusal(() => new SqueezeExcite(wrong(options)), kind, message)
  })

  test('what layers of the library take besides is taken', () => {
    const options = {
      name: 'se',
      trainable: false,
      dtype: 'float32',
      batchSize: 2,
      inputShape: [4, null, 8],
    } as const
    const layer = new SqueezeExcite({ ...options, inputShape: [4, null, 8], ratio: 4, seed: -3 })
    const config = layer.getConfig()
    expect(config).toMatchObject({
      ...{ name: 'se', trainable: false, dtype: 'float32', batchInputShape: [2, 4, null, 8] },
      ...{ ratio: 4, seed: -3, useBias: false, squeeze: 'mean', gate: 'sigmoid' },
    })
    const again = SqueezeExcite.fromConfig(SqueezeExcite, { ...config, customObjects: {} })
    expect(again.getConfig()).toEqual(config)
  })

  test('what a saved layer cannot have been is refused when it is loaded', () => {
    const config = new SqueezeExcite().getConfig()
    expectRefusal(
      () => SqueezeExcite.fromConfig(SqueezeExcite, { ...config, gate: 'swish' }),
      RangeError,
      'gate is swish; expected one of sigmoid, softmax, tanh, relu, hardSigmoid',
    )
  })
})

describe('inputs', () => {
  const shapes = '[n, …spatial, c] with one to three spatial axes and a fixed c'
  const eight = 'expected 8 channels, which it was built for'

  test.each<[what: string, shape: (number | null)[], message: string]>([
    ['no spatial axis', [2, 8], `input of se is [2, 8]; expected ${shapes}`],
    ['four spatial axes', [1, 2, 2, 2, 2, 8], `input of se is [1, 2, 2, 2, 2, 8]; expected ${shapes}`],
    ['any number of channels', [null, 4, 4, null], `input of se is [null, 4, 4, null]; expected ${shapes}`],
  ])('of a layer that is not built: %s', (_, shape, message) => {
    const layer = new SqueezeExcite({ name: 'se' })
    expectRefusal(() => layer.build(shape), RangeError, message)
    const symbol = symbolOf({ batchShape: shape })
    expectRefusal(() => layer.apply(symbol), RangeError, message)
    expect(layer.reducedChannels).toBeNull()
    expectRefusal(
      () => sequential({ layers: [new SqueezeExcite({ name: 'se', batchInputShape: shape })] }),
      RangeError,
      message,
    )
  })

  test('of a layer that was built for 8 channels: 16', () => {
    const before = tf.memory().numTensors
    const layer = new SqueezeExcite({ name: 'se', ratio: 2, useBias: true })
    const right = tf.ones([1, 3, 3, 8])
    tf.dispose(layer.apply(right) as tf.Tensor)
    const other = tf.ones([1, 3, 3, 16])
    const message = `input of se is [1, 3, 3, 16]; ${eight}`
    for (const call of [
      () => layer.apply(other),
      () => layer.call(other),
      () => layer.stages(other),
      () => layer.build([1, 3, 3, 16]),
      () => layer.computeOutputShape([1, 3, 3, 16]),
      () => layer.apply(symbolOf({ batchShape: [1, 3, 3, 16] })),
    ])
      expectRefusal(call, RangeError, message)
    expect(layer.reducedChannels).toBe(4)
    // Still of use, and built once.
    layer.build([null, 8, 8])
    expect(layer.getWeights().length).toBe(4)
    tf.dispose([layer.apply(right) as tf.Tensor, right, other])
    layer.dispose()
    expect(tf.memory().numTensors).toBe(before)
  })

  test('in a model too', () => {
    const model = sequential({ layers: [layers.conv1d({ filters: 16, kernelSize: 1, inputShape: [5, 2] })] })
    const layer = new SqueezeExcite({ name: 'se' })
    layer.build([null, 5, 8])
    expectRefusal(() => model.add(layer), RangeError, `input of se is [null, 5, 16]; ${eight}`)
  })

  test('that are no numbers, several, or no tensor', () => {
    const layer = new SqueezeExcite({ name: 'se' })
    const words = tf.fill([1, 2, 8], 'a', 'string' as 'float32')
    const numbers = tf.ones([1, 2, 8])
    const one = 'expected one tensor'
    const dtype = 'input of se is string; expected one of float32, int32, bool'
    expectRefusal(() => layer.apply(words), RangeError, dtype)
    expectRefusal(() => layer.apply([numbers, numbers]), TypeError, `inputs is [a Tensor, a Tensor]; ${one}`)
    expectRefusal(() => layer.apply([]), TypeError, `inputs is []; ${one}`)
    expectRefusal(() => layer.apply(wrong(null)), TypeError, `inputs is null; ${one}`)
    expectRefusal(() => layer.apply(wrong([[1, 2]])), TypeError, `inputs is [[…]]; ${one}`)
    expectRefusal(
      () => layer.stages(numbers),
      RangeError,
      'se is not built; expected apply or build before stages',
    )
    expect(layer.weights).toEqual([])
    tf.dispose([words, numbers])
  })
})

test('stages leave what they return and nothing else', () => {
  const layer = new SqueezeExcite({ ratio: 2, useBias: true, gate: 'hardSigmoid' })
  layer.build([null, 3, 5, 8])
  const u = tf.ones([2, 3, 5, 8])
  const before = tf.memory().numTensors
  const stages = layer.stages(u)
  expect(tf.memory().numTensors).toBe(before + 6)
  tf.dispose([stages, u])
})

describe('seed', () => {
  const weightsOf = (seed?: number) => {
    const layer = new SqueezeExcite(seed === undefined ? { ratio: 2 } : { ratio: 2, seed })
    const symbol = symbolOf({ shape: [4, 8] }) as SymbolicTensor
    layer.apply(symbol)
    const values = layer.getWeights().map((weight) => [...weight.dataSync()])
    layer.dispose()
    return values
  }
  const seeds = [0, 1, -1, 2, -(2 ** 40), 2 ** 32 - 1, Number.MAX_SAFE_INTEGER]

  test.each(seeds)('%d starts with the same weights every time', (seed) => {
    expect(weightsOf(seed)).toEqual(weightsOf(seed))
  })

  test('each starts with weights of its own, in both layers', () => {
    const starts = seeds.flatMap((seed) => weightsOf(seed))
    expect(new Set(starts.map((values) => values.join())).size).toBe(2 * seeds.length)
  })

  test('without one every layer starts elsewhere', () => {
    expect(weightsOf()).not.toEqual(weightsOf())
  })
})
