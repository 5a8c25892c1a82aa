/**
 * Operations the training step is made of, arranged for the kernels that are fast everywhere.
 * Per-channel sums over [n, h, w, c] are matrix products with a row of ones: tfjs' own reductions
 * transpose the whole tensor first unless the reduced axes come last. The ones are filled in on the device;
 * `tf.ones` would make them here and send them there.
 */
import * as tf from '@tensorflow/tfjs-core'

/** Sum over everything but the channel. @param x [n, h, w, c] @returns [c] */
function channelSums(x: tf.Tensor4D): tf.Tensor1D {
  const channels = x.shape[3]
  const rows = x.size / channels
  return tf.reshape(tf.matMul(tf.fill([1, rows], 1), tf.reshape(x, [rows, channels])), [channels])
}

/**
 * Mean and biased variance of every channel; constants for the gradient, see `normaliseBatch`.
 * @param x [n, h, w, c]
 */
export function channelMoments(x: tf.Tensor4D): {
  readonly mean: tf.Tensor1D
  readonly variance: tf.Tensor1D
} {
  const count = x.size / x.shape[3]
  const mean = tf.mul(channelSums(x), 1 / count) as tf.Tensor1D
  // Centred before squaring: E[x²] − E[x]² cancels when the mean is large.
  const variance = tf.mul(channelSums(tf.square(tf.sub(x, mean))), 1 / count) as tf.Tensor1D
  return { mean, variance }
}

/** γ (x − μ) / √(σ² + ε) + β with given statistics, as one multiply and one add per value. */
export function normalise(
  x: tf.Tensor4D,
  mean: tf.Tensor1D,
  variance: tf.Tensor1D,
  gamma: tf.Tensor1D,
  beta: tf.Tensor1D,
  epsilon: number,
): tf.Tensor4D {
  const scale = tf.mul(gamma, tf.rsqrt(tf.add(variance, epsilon)))
  return tf.add(tf.mul(x, scale), tf.sub(beta, tf.mul(mean, scale)))
}

/**
 * The same with the batch's own statistics: the gradient passes through mean and variance
 * (Ioffe & Szegedy 2015, section 3), written out, since that is a third of the kernels.
 */
export function normaliseBatch(
  x: tf.Tensor4D,
  mean: tf.Tensor1D,
  variance: tf.Tensor1D,
  gamma: tf.Tensor1D,
  beta: tf.Tensor1D,
  epsilon: number,
): tf.Tensor4D {
  const count = x.size / x.shape[3]
  const operation = tf.customGrad((...inputs) => {
    const [input, g, b, save] = inputs as unknown as [tf.Tensor4D, tf.Tensor1D, tf.Tensor1D, tf.GradSaveFunc]
    const inverse = tf.rsqrt(tf.add(variance, epsilon)) as tf.Tensor1D
    const unit = tf.mul(tf.sub(input, mean), inverse) as tf.Tensor4D
    save([unit, inverse, g])
    const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]): tf.Tensor[] => {
      const [xHat, inv, scale] = saved as [tf.Tensor4D, tf.Tensor1D, tf.Tensor1D]
      const dBeta = channelSums(dy as tf.Tensor4D)
      const dGamma = channelSums(tf.mul(dy, xHat) as tf.Tensor4D)
      const perValue = tf.mul(scale, inv)
      // γ / σ · (dy − mean(dy) − x̂ · mean(dy · x̂))
      const dx = tf.mul(
        tf.sub(tf.sub(dy, tf.mul(dBeta, 1 / count)), tf.mul(xHat, tf.mul(dGamma, 1 / count))),
        perValue,
      )
      return [dx, dGamma, dBeta]
    }
    return { value: tf.add(tf.mul(unit, g), b), gradFunc }
  })
  return operation(x, gamma, beta) as tf.Tensor4D
}

/** [n, a] and [n, b] → [n, a + b]. tfjs' own gradient wants a kernel that nothing else needs; slices do. */
export function concatColumns(first: tf.Tensor2D, second: tf.Tensor2D): tf.Tensor2D {
  const [rows, columns] = first.shape
  const operation = tf.customGrad((a, b) => ({
    value: tf.concat([a as tf.Tensor2D, b as tf.Tensor2D], 1),
    gradFunc: (dy: tf.Tensor) => [
      tf.slice(dy, [0, 0], [rows, columns]),
      tf.slice(dy, [0, columns], [rows, second.shape[1]]),
    ],
  }))
  return operation(first, second) as tf.Tensor2D
}

/** Zeros appended to the channels. @param x [n, h, w, c] @returns [n, h, w, channels] */
export function padLastAxis(x: tf.Tensor4D, channels: number): tf.Tensor4D {
  return tf.pad(x, [
    [0, 0],
    [0, 0],
    [0, 0],
    [0, channels - x.shape[3]],
  ])
}

/**
 * Cross-entropy of the softmax, mean over the batch.
 * @param logits [n, classes]
 * @param target one row per sample: one-hot, or one-hot times a weight of the sample's class [n, classes]
 */
export function crossEntropy(logits: tf.Tensor2D, target: tf.Tensor2D): tf.Scalar {
  return tf.mul(tf.sum(tf.mul(tf.logSoftmax(logits), target)), -1 / logits.shape[0])
}
