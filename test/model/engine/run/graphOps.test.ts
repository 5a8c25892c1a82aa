/** Operations of the training step: values by hand, gradients against tfjs' own of the same formula. */
import * as tf from '@tensorflow/tfjs-core'
import { beforeAll, expect, test } from 'vitest'
import {
  channelMoments,
  concatColumns,
  crossEntropy,
  normalise,
  normaliseBatch,
  padLastAxis,
} from '../../../../src/model/engine/run/graphOps.ts'
import { startBackend } from '../../tfBackend.ts'

beforeAll(() => startBackend('cpu'))

const close = (values: Iterable<number>, digits = 5) =>
  [...values].map((value) => expect.closeTo(value, digits))

// Two samples of two cells: channel 0 has 1, 2, 3, 6, channel 1 has 10, 10, 20, 20.
const x = () => tf.tensor4d([1, 10, 2, 10, 3, 20, 6, 20], [2, 1, 2, 2])
const epsilon = 0.5

test('mean and biased variance of every channel', () => {
  const { mean, variance } = channelMoments(x())
  expect([...mean.dataSync()]).toEqual(close([3, 15]))
  // (4 + 1 + 0 + 9) / 4 and (25 · 4) / 4.
  expect([...variance.dataSync()]).toEqual(close([3.5, 25]))
})

test('the variance of small differences of large values is kept', () => {
  const { variance } = channelMoments(tf.tensor4d([1000.5, 1001.5], [1, 1, 2, 1]))
  expect([...variance.dataSync()]).toEqual(close([0.25]))
})

test('normalised: γ (x − μ) / √(σ² + ε) + β', () => {
  const given = [
    tf.tensor1d([3, 15]),
    tf.tensor1d([3.5, 24.5]),
    tf.tensor1d([2, -1]),
    tf.tensor1d([0.5, 4]),
  ] as const
  // √(3.5 + 0.5) = 2 and √(24.5 + 0.5) = 5: channel 0 is x − 3 + 0.5, channel 1 is −(x − 15) / 5 + 4.
  const expected = close([-1.5, 5, -0.5, 5, 0.5, 3, 3.5, 3])
  expect([...normalise(x(), ...given, epsilon).dataSync()]).toEqual(expected)
  expect([...normaliseBatch(x(), ...given, epsilon).dataSync()]).toEqual(expected)
})

test('its gradient passes through mean and variance of the batch', () => {
  const factors = tf.tensor4d([0.3, -1, 0.7, 2, -0.2, 0.1, 1.1, -0.6], [2, 1, 2, 2])
  const [gamma, beta] = [tf.tensor1d([2, -1]), tf.tensor1d([0.5, 4])]
  const own = tf.grads((...given) => {
    const [input, g, b] = given as [tf.Tensor4D, tf.Tensor1D, tf.Tensor1D]
    const { mean, variance } = channelMoments(x())
    return tf.sum(tf.mul(normaliseBatch(input, mean, variance, g, b, epsilon), factors))
  })
  const plain = tf.grads((...given) => {
    const [input, g, b] = given as [tf.Tensor4D, tf.Tensor1D, tf.Tensor1D]
    const centred = tf.sub(input, tf.mean(input, [0, 1, 2]))
    const variance = tf.mean(tf.square(centred), [0, 1, 2])
    const unit = tf.div(centred, tf.sqrt(tf.add(variance, epsilon)))
    return tf.sum(tf.mul(tf.add(tf.mul(unit, g), b), factors))
  })
  const expected = plain([x(), gamma, beta])
  for (const [i, gradient] of own([x(), gamma, beta]).entries())
    expect([...gradient.dataSync()]).toEqual(close(expected[i]?.dataSync() ?? []))
})

test('columns beside each other, and each gets its own part of the gradient back', () => {
  const [first, second] = [
    tf.tensor2d([[1], [2]]),
    tf.tensor2d([
      [3, 4],
      [5, 6],
    ]),
  ]
  const joined = concatColumns(first, second)
  expect(joined.arraySync()).toEqual([
    [1, 3, 4],
    [2, 5, 6],
  ])
  const factors = tf.tensor2d([
    [10, 20, 30],
    [40, 50, 60],
  ])
  const gradients = tf.grads((a, b) =>
    tf.sum(tf.mul(concatColumns(a as tf.Tensor2D, b as tf.Tensor2D), factors)),
  )
  expect(gradients([first, second]).map((one) => one.arraySync())).toEqual([
    [[10], [40]],
    [
      [20, 30],
      [50, 60],
    ],
  ])
})

test('channels of zeros behind the own ones', () => {
  expect(padLastAxis(tf.tensor4d([1, 2, 3, 4], [1, 1, 2, 2]), 3).arraySync()).toEqual([
    [
      [
        [1, 2, 0],
        [3, 4, 0],
      ],
    ],
  ])
})

test('cross-entropy is the mean over the batch, of weighed targets the weighed sum by their number', () => {
  // softmax of (ln 1, ln 3) is (1/4, 3/4).
  const logits = tf.tensor2d([
    [0, Math.log(3)],
    [5, 5],
  ])
  const oneHot = tf.tensor2d([
    [1, 0],
    [0, 1],
  ])
  expect(crossEntropy(logits, oneHot).dataSync()[0]).toBeCloseTo((Math.log(4) + Math.log(2)) / 2, 6)
  const weighed = tf.tensor2d([
    [3, 0],
    [0, 0.5],
  ])
  expect(crossEntropy(logits, weighed).dataSync()[0]).toBeCloseTo(
    (3 * Math.log(4) + 0.5 * Math.log(2)) / 2,
    6,
  )
})
