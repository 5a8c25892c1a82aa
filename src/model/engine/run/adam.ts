/**
 * Adam (Kingma & Ba 2015, algorithm 1) over one vector that holds every trainable weight: a dozen
 * kernels a step instead of a dozen for each weight, and moments that are plain data, so that a
 * run can be stopped and resumed exactly.
 */
import * as tf from '@tensorflow/tfjs-core'

const BETA1 = 0.9
const BETA2 = 0.999
const EPSILON = 1e-7

export interface AdamState {
  /** Each [size]. */
  readonly weights: tf.Tensor1D
  readonly first: tf.Tensor1D
  readonly second: tf.Tensor1D
}

/**
 * @param gradient [size]
 * @param rate learning rate of this step
 * @param t number of this step, from 1
 * @returns new tensors; the caller disposes the old ones
 */
export function adamStep(state: AdamState, gradient: tf.Tensor1D, rate: number, t: number): AdamState {
  return tf.tidy(() => {
    const first = tf.add(tf.mul(state.first, BETA1), tf.mul(gradient, 1 - BETA1)) as tf.Tensor1D
    const second = tf.add(tf.mul(state.second, BETA2), tf.mul(tf.square(gradient), 1 - BETA2)) as tf.Tensor1D
    // The bias corrections folded into the rate, as at the end of section 2 of the paper.
    const step = (rate * Math.sqrt(1 - BETA2 ** t)) / (1 - BETA1 ** t)
    const change = tf.mul(tf.div(first, tf.add(tf.sqrt(second), EPSILON)), step)
    return { weights: tf.sub(state.weights, change) as tf.Tensor1D, first, second }
  })
}
