/** The LSTM of MLSTM-FCN as operations of tfjs-core; the reference is networks/lstm.ts. */
import * as tf from '@tensorflow/tfjs-core'
import type { Op } from '../../networks/planTypes.ts'

interface LstmTensors {
  /** [features, 4 · units]: gates in the order i, f, c̃, o */
  readonly kernel: tf.Tensor2D
  /** [units, 4 · units] */
  readonly recurrent: tf.Tensor2D
  /** [4 · units] */
  readonly bias: tf.Tensor1D
}

/**
 * @param x [n, 1, T, V]
 * @returns h after the last step, [n, units]
 */
export function lstmGraph(
  x: tf.Tensor4D,
  { units, shuffle, recurrentActivation }: Extract<Op, { kind: 'lstm' }>,
  { kernel, recurrent, bias }: LstmTensors,
): tf.Tensor2D {
  const [n, , time, variables] = x.shape
  const [count, features] = shuffle ? [variables, time] : [time, variables]
  const series = tf.reshape(x, [n, time, variables])
  // Steps first, so that one step is one slice.
  const steps: tf.Tensor2D = tf.reshape(tf.transpose(series, shuffle ? [2, 0, 1] : [1, 0, 2]), [
    count * n,
    features,
  ])
  // What the input adds to the gates is one product for all steps.
  const inputs = tf.add(tf.matMul(steps, kernel), bias) as tf.Tensor2D
  const present = presence(steps)
  const gate = recurrentActivation === 'sigmoid' ? tf.sigmoid<tf.Tensor2D> : hardSigmoid
  let state = tf.fill([n, units], 0) as tf.Tensor2D
  // Also a single step reads it: a weight that nothing used would have no gradient.
  let hidden = state
  for (let step = 0; step < count; step++) {
    const given = tf.slice(inputs, [step * n, 0], [n, 4 * units])
    const sums: tf.Tensor2D = tf.add(given, tf.matMul(hidden, recurrent))
    const part = (position: number) => tf.slice(sums, [0, position * units], [n, units])
    const candidate: tf.Tensor2D = tf.mul(gate(part(0)), tf.tanh(part(2)))
    const next: tf.Tensor2D = tf.add(tf.mul(gate(part(1)), state), candidate)
    const shown: tf.Tensor2D = tf.mul(gate(part(3)), tf.tanh(next))
    const here = tf.slice(present, [step * n, 0], [n, 1])
    state = held(state, next, here)
    hidden = held(hidden, shown, here)
  }
  return hidden
}

/** 1 where a step has a value that is not 0, else 0: Keras' Masking(0). @returns [rows, 1] */
function presence(steps: tf.Tensor2D): tf.Tensor2D {
  // Largest above and below zero: a square of a tiny value would underflow.
  const above = tf.relu(tf.max(steps, 1, true))
  const below = tf.relu(tf.max(tf.neg(steps), 1, true))
  return tf.step(tf.add(above, below)) as tf.Tensor2D
}

/** Masked series keep what they had. @param here [n, 1], 1 or 0 */
function held(before: tf.Tensor2D, after: tf.Tensor2D, here: tf.Tensor2D): tf.Tensor2D {
  return tf.add(before, tf.mul(tf.sub(after, before), here))
}

/** Keras' own, clip(0.2 x + 0.5, 0, 1), with kernels that the block needs anyway: relu6(6 · (0.2 x + 0.5)) / 6. */
function hardSigmoid(x: tf.Tensor2D): tf.Tensor2D {
  return tf.mul(tf.relu6(tf.add(tf.mul(x, 1.2), 3)), 1 / 6)
}
