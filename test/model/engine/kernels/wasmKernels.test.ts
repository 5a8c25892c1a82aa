import * as tf from '@tensorflow/tfjs-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { misfit } from '../../golden.ts'
import { startBackend } from '../../tfBackend.ts'

beforeAll(() => startBackend('wasm'))

/** Both gradients of Σ conv(x, k) · g on one backend. */
async function convGradients(
  backend: 'cpu' | 'wasm',
  kernel: readonly [number, number],
  padding: 'same' | 'valid',
  size: readonly [number, number] = [7, 6],
): Promise<{ dx: Float32Array; dk: Float32Array }> {
  await startBackend(backend)
  const x = tf.randomNormal([3, ...size, 2], 0, 1, 'float32', 1) as tf.Tensor4D
  const k = tf.randomNormal([...kernel, 2, 5], 0, 1, 'float32', 2) as tf.Tensor4D
  const { shape } = tf.conv2d(x, k, 1, padding)
  const g = tf.randomNormal(shape, 0, 1, 'float32', 3)
  const [dx, dk] = tf.grads((a, b) =>
    tf.sum(tf.mul(g, tf.conv2d(a as tf.Tensor4D, b as tf.Tensor4D, 1, padding))),
  )([x, k])
  const result = { dx: (await dx?.data()) as Float32Array, dk: (await dk?.data()) as Float32Array }
  expect(dx?.shape).toEqual(x.shape)
  expect(dk?.shape).toEqual(k.shape)
  return result
}

describe.each(['same', 'valid'] as const)('gradients of a convolution, padding %s', (padding) => {
  test.each([
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 4],
    [5, 5],
    [1, 4],
    [3, 2],
  ] as const)('kernel %i×%i: as on the cpu backend', async (rows, columns) => {
    const expected = await convGradients('cpu', [rows, columns], padding)
    const actual = await convGradients('wasm', [rows, columns], padding)
    expect(misfit(actual.dx, expected.dx)).toBeLessThanOrEqual(1)
    expect(misfit(actual.dk, expected.dk)).toBeLessThanOrEqual(1)
  })

  test('a series of 8 taps (conv1d, as MLSTM-FCN has): as on the cpu backend', async () => {
    const expected = await convGradients('cpu', [1, 8], padding, [1, 20])
    const actual = await convGradients('wasm', [1, 8], padding, [1, 20])
    expect(misfit(actual.dx, expected.dx)).toBeLessThanOrEqual(1)
    expect(misfit(actual.dk, expected.dk)).toBeLessThanOrEqual(1)
  })
})

test.each([
  [
    'Conv2DBackpropInput',
    (x: tf.Tensor4D, k: tf.Tensor4D) => tf.grads((a) => tf.conv2d(a as tf.Tensor4D, k, 2, 'same'))([x]),
  ],
  [
    'Conv2DBackpropFilter',
    (x: tf.Tensor4D, k: tf.Tensor4D) => tf.grads((a) => tf.conv2d(x, a as tf.Tensor4D, 2, 'same'))([k]),
  ],
] as const)('%s refuses a stride by name', async (kernel, gradient) => {
  await startBackend('wasm')
  expect(() => gradient(tf.ones([1, 6, 6, 2]), tf.ones([3, 3, 2, 2]))).toThrow(
    `${kernel} on WASM supports stride 1 only`,
  )
})

test('a dilated gradient is refused', async () => {
  await startBackend('wasm')
  const k = tf.ones([3, 3, 2, 2]) as tf.Tensor4D
  expect(() =>
    tf.grad((x) => tf.conv2d(x as tf.Tensor4D, k, 1, 'same', 'NHWC', 2))(tf.ones([1, 6, 6, 2])),
  ).toThrow(/dilation/)
})

async function poolGradient(
  backend: 'cpu' | 'wasm',
  size: number,
  stride: number,
  padding: 'same' | 'valid',
) {
  await startBackend(backend)
  const x = tf.randomNormal([2, 7, 6, 3], 0, 1, 'float32', 4) as tf.Tensor4D
  const g = tf.randomNormal(tf.maxPool(x, size, stride, padding).shape, 0, 1, 'float32', 5)
  const dx = tf.grad((a) => tf.sum(tf.mul(g, tf.maxPool(a as tf.Tensor4D, size, stride, padding))))(x)
  return (await dx.data()) as Float32Array
}

test.each([
  [2, 2, 'valid'],
  [2, 2, 'same'],
  [3, 2, 'same'],
  [3, 1, 'valid'],
] as const)(
  'gradient of max pooling %i, stride %i, %s: as on the cpu backend',
  async (size, stride, padding) => {
    const expected = await poolGradient('cpu', size, stride, padding)
    expect(misfit(await poolGradient('wasm', size, stride, padding), expected)).toBeLessThanOrEqual(1)
  },
)

test('the gradient of an undecided maximum goes to one cell', async () => {
  await startBackend('wasm')
  const dx = tf.grad((x) => tf.maxPool(x as tf.Tensor4D, 2, 2, 'valid'))(tf.ones([1, 2, 2, 1]))
  expect([...(await dx.data())]).toEqual([1, 0, 0, 0])
})

const cuts: readonly (readonly [what: string, shape: number[], begin: number[], size: number[]])[] = [
  ['a part of a vector', [20], [7], [5]],
  ['all that is left of a vector', [20], [12], [-1]],
  ['whole rows', [4, 5, 2], [1, 0, 0], [2, 5, 2]],
  ['values that do not lie side by side', [4, 5, 2], [1, 2, 0], [2, 3, 1]],
]

test.each(cuts)('slice: %s, as on the cpu backend', async (_, shape, begin, size) => {
  const values = Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => i - 3)
  const cut = async (backend: 'cpu' | 'wasm', dtype: 'float32' | 'int32') => {
    await startBackend(backend)
    const part = tf.slice(tf.tensor(values, shape, dtype), begin, size)
    return { shape: part.shape, dtype: part.dtype, values: [...(await part.data())] }
  }
  for (const dtype of ['float32', 'int32'] as const) {
    expect(await cut('wasm', dtype)).toEqual(await cut('cpu', dtype))
  }
})

test('neither tensors nor memory of the backend are left behind', async () => {
  await startBackend('wasm')
  const x = tf.ones([2, 8, 8, 2]) as tf.Tensor4D
  const k = tf.ones([3, 3, 2, 2]) as tf.Tensor4D
  const step = () =>
    tf.tidy(() => {
      tf.grads((a, b) => tf.maxPool(tf.conv2d(a as tf.Tensor4D, b as tf.Tensor4D, 1, 'same'), 2, 2, 'valid'))(
        [x, k],
      )
    })
  step()
  const before = { tensors: tf.memory().numTensors, buffers: tf.engine().backend.numDataIds() }
  for (let i = 0; i < 5; i++) step()
  expect({ tensors: tf.memory().numTensors, buffers: tf.engine().backend.numDataIds() }).toEqual(before)
})
