/** The orthogonal initialiser for layers of TensorFlow.js, without that library's own QR decomposition. */
import * as tf from '@tensorflow/tfjs-core'
import type { initializers } from '@tensorflow/tfjs-layers'
import { seededState } from '../data/rng.ts'
import { sizeOf } from '../tensor.ts'
import { initialise } from './initializers.ts'

interface OrthogonalArgs {
  /** A safe integer; without it every call draws other values. */
  readonly seed?: number
}

/**
 * Rows, or columns where there are fewer, of length 1 at right angles to each other (Saxe et al. 2014).
 * The library's own needs chained operations, which only its union package registers, and takes seconds for larger
 * weights on WebGL; this one is computed in plain loops and is the same on every backend.
 */
class SeededOrthogonal extends tf.serialization.Serializable {
  static readonly className = 'SeededOrthogonal'
  private readonly seed: number | undefined

  constructor({ seed }: OrthogonalArgs = {}) {
    super()
    this.seed = seed
  }

  /** Called by the layer that asks for the weight, which disposes of the result. */
  apply(shape: number[]): tf.Tensor {
    const values = new Float32Array(sizeOf(shape))
    initialise(values, shape, 'orthogonal', seededState(this.seed ?? Math.random() * 2 ** 53))
    return tf.tensor(values, shape)
  }

  override getConfig(): tf.serialization.ConfigDict {
    return this.seed === undefined ? {} : { seed: this.seed }
  }
}

tf.serialization.registerClass(SeededOrthogonal)

/** For the option `kernelInitializer` or `recurrentInitializer` of a layer. */
export function orthogonal(args: OrthogonalArgs): ReturnType<typeof initializers.orthogonal> {
  // Layers look up such a description by its class name; the library hides the class that instances would have to
  // extend, and its types know only names and instances.
  const description = { className: SeededOrthogonal.className, config: { ...args } }
  return description as unknown as ReturnType<typeof initializers.orthogonal>
}
