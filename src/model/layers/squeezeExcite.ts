/** The SE block as a layer of TensorFlow.js: Hu et al., *Squeeze-and-Excitation Networks*, section 3. */
import * as tf from '@tensorflow/tfjs-core'
import { initializers, layers, type Shape } from '@tensorflow/tfjs-layers'
import { type GateName, reducedChannels, type SqueezeOp } from '../block/options.ts'
import { singleShape, singleTensor } from './single.ts'

export interface SqueezeExciteArgs {
  /** r: the hidden layer has max(1, floor(C / r)) units; 16 unless told. */
  readonly ratio?: number
  /** Biases in the two fully connected layers; none unless told, as in the paper's ablations. */
  readonly useBias?: boolean
  readonly squeeze?: SqueezeOp
  readonly gate?: GateName
  /** Seed of the initial weights (He normal). */
  readonly seed?: number
  readonly name?: string
  readonly trainable?: boolean
}

/** Every stage of the block for a batch: z, logits, s [n, c]; hiddenPre, hidden [n, k]; out like U. */
export interface SqueezeExciteTensors {
  readonly z: tf.Tensor2D
  readonly hiddenPre: tf.Tensor2D
  readonly hidden: tf.Tensor2D
  readonly logits: tf.Tensor2D
  readonly s: tf.Tensor2D
  readonly out: tf.Tensor
}

const gates: Readonly<Record<GateName, (logits: tf.Tensor2D) => tf.Tensor2D>> = {
  sigmoid: (x) => tf.sigmoid(x),
  tanh: (x) => tf.tanh(x),
  relu: (x) => tf.relu(x),
  /** relu6(x + 3) / 6 as in MobileNetV3; tfjs's own hard sigmoid is another function. */
  hardSigmoid: (x) => tf.mul(tf.relu6(tf.add(x, 3)), 1 / 6),
  softmax: (x) => tf.softmax(x, -1),
}

/**
 * Input [n, …spatial, c], at least one spatial axis; output of the same shape. Weights in the order w1 [c, k], b1 [k],
 * w2 [k, c], b2 [c]; the biases are absent unless `useBias`.
 */
export class SqueezeExcite extends layers.Layer {
  static readonly className = 'SqueezeExcite'
  private readonly options: Required<Omit<SqueezeExciteArgs, 'name' | 'trainable' | 'seed'>>
  private readonly seed: number | undefined
  private w1: ReturnType<SqueezeExcite['addWeight']> | undefined
  private b1: ReturnType<SqueezeExcite['addWeight']> | undefined
  private w2: ReturnType<SqueezeExcite['addWeight']> | undefined
  private b2: ReturnType<SqueezeExcite['addWeight']> | undefined

  /** @throws RangeError if the ratio is no whole number of at least 1, or an option is unknown */
  constructor(args: SqueezeExciteArgs = {}) {
    const { ratio = 16, useBias = false, squeeze = 'mean', gate = 'sigmoid', seed, ...rest } = args
    super(rest)
    if (!Number.isInteger(ratio) || ratio < 1)
      throw new RangeError(`ratio must be a whole number ≥ 1, got ${ratio}`)
    if (squeeze !== 'mean' && squeeze !== 'max') throw new RangeError(`unknown squeeze ${String(squeeze)}`)
    if (!Object.hasOwn(gates, gate)) throw new RangeError(`unknown gate ${String(gate)}`)
    this.options = { ratio, useBias, squeeze, gate }
    this.seed = seed
  }

  override build(inputShape: Shape | Shape[]): void {
    const shape = singleShape(inputShape)
    const channels = shape.at(-1)
    if (shape.length < 3 || channels === null || channels === undefined) {
      throw new RangeError(`SqueezeExcite needs [n, …spatial, c] with a fixed c, got [${shape.join(', ')}]`)
    }
    const reduced = reducedChannels(channels, this.options.ratio)
    const kernel = (offset: number) =>
      initializers.heNormal(this.seed === undefined ? {} : { seed: this.seed + offset })
    const zeros = initializers.zeros()
    this.w1 = this.addWeight('w1', [channels, reduced], 'float32', kernel(0))
    if (this.options.useBias) this.b1 = this.addWeight('b1', [reduced], 'float32', zeros)
    this.w2 = this.addWeight('w2', [reduced, channels], 'float32', kernel(1))
    if (this.options.useBias) this.b2 = this.addWeight('b2', [channels], 'float32', zeros)
    this.built = true
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => this.stages(singleTensor(inputs)).out)
  }

  /** All stages at once; the caller disposes of them (or calls within `tf.tidy`). */
  stages(u: tf.Tensor): SqueezeExciteTensors {
    if (!this.w1 || !this.w2) throw new Error('SqueezeExcite is not built yet')
    const spatial = u.shape.slice(1, -1).map((_, i) => i + 1)
    const z = (this.options.squeeze === 'mean' ? tf.mean(u, spatial) : tf.max(u, spatial)) as tf.Tensor2D
    const hiddenPre = affine(z, this.w1.read(), this.b1?.read())
    const hidden = tf.relu(hiddenPre)
    const logits = affine(hidden, this.w2.read(), this.b2?.read())
    const s = gates[this.options.gate](logits)
    const column = tf.reshape(s, [-1, ...spatial.map(() => 1), s.shape[1]])
    return { z, hiddenPre, hidden, logits, s, out: tf.mul(u, column) }
  }

  override computeOutputShape(inputShape: Shape | Shape[]): Shape {
    return singleShape(inputShape)
  }

  override getConfig(): tf.serialization.ConfigDict {
    const seed = this.seed === undefined ? {} : { seed: this.seed }
    return { ...super.getConfig(), ...this.options, ...seed }
  }
}

function affine(x: tf.Tensor2D, w: tf.Tensor, b: tf.Tensor | undefined): tf.Tensor2D {
  const product: tf.Tensor2D = tf.matMul(x, w as tf.Tensor2D)
  if (!b) return product
  return tf.add(product, b)
}

tf.serialization.registerClass(SqueezeExcite)
