/**
 * Adam against values of another implementation: algorithm 1 of Kingma & Ba 2015 with ε̂ of the end of section 2, in
 * float64 (Python), rate 0.002, β₁ 0.9, β₂ 0.999, ε̂ 1e-7. The second weight's gradients are about as small as ε̂.
 */
import * as tf from '@tensorflow/tfjs-core'
import { beforeAll, expect, test } from 'vitest'
import { type AdamState, adamStep } from '../../../../src/model/engine/run/adam.ts'
import { startBackend } from '../../tfBackend.ts'

beforeAll(() => startBackend('cpu'))

const gradients = [
  [0.5, -2e-6, 3e-3],
  [-0.25, 1e-6, 1e-3],
  [1, -4e-6, -2e-3],
  [0.125, 2e-6, 5e-4],
  [-0.75, -1e-6, 1e-3],
]
const expected = [
  [0.99800001, -0.49922515, 0.24800211],
  [0.99746734, -0.49900456, 0.24626172],
  [0.99615112, -0.49822583, 0.24580765],
  [0.99495317, -0.49790561, 0.245285],
  [0.99470041, -0.49750611, 0.24457842],
]
const moments = {
  first: [3.183e-2, -3.0232e-7, 2.5273e-4],
  second: [1.8874246e-3, 2.5945043e-14, 1.5202811e-8],
}

test('five steps', () => {
  const start = tf.memory().numTensors
  let state: AdamState = {
    weights: tf.tensor1d([1, -0.5, 0.25]),
    first: tf.zeros([3]),
    second: tf.zeros([3]),
  }
  for (const [i, values] of gradients.entries()) {
    const gradient = tf.tensor1d(values)
    const next = adamStep(state, gradient, 0.002, i + 1)
    tf.dispose([state.weights, state.first, state.second, gradient])
    state = next
    for (const [k, weight] of state.weights.dataSync().entries()) {
      expect(weight, `step ${i + 1}, weight ${k}`).toBeCloseTo(expected[i]?.[k] ?? Number.NaN, 6)
    }
  }
  for (const [k, value] of state.first.dataSync().entries())
    expect(value / (moments.first[k] ?? 0)).toBeCloseTo(1, 5)
  for (const [k, value] of state.second.dataSync().entries())
    expect(value / (moments.second[k] ?? 0)).toBeCloseTo(1, 5)
  expect(tf.memory().numTensors).toBe(start + 3)
  tf.dispose([state.weights, state.first, state.second])
})
