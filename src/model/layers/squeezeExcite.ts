/** The SE block as a layer of TensorFlow.js: Hu et al., *Squeeze-and-Excitation Networks*, section 3. */
import * as tf from '@tensorflow/tfjs-core'
import { initializers, layers, type Shape } from '@tensorflow/tfjs-layers'
import { parametersOf } from '../block/description.ts'
import { sizeAlong } from '../block/loops.ts'
import { type GateName, gateNames, reducedChannels, type SqueezeOp, squeezeOps } from '../block/options.ts'
import { type SeDescription, type SeStageId, seBlock, spatialAxes } from '../block/seBlock.ts'
import { blockTensors } from './blockTensors.ts'
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
export type SqueezeExciteTensors = Readonly<Record<SeStageId, tf.Tensor>>

/**
 * Input [n, …spatial, c], one to three spatial axes; output of the same shape. Weights in the order w1 [c, k], b1 [k],
 * w2 [k, c], b2 [c]; the biases are absent unless `useBias`.
 */
export class SqueezeExcite extends layers.Layer {
  static readonly className = 'SqueezeExcite'
  private readonly options: Required<Omit<SqueezeExciteArgs, 'name' | 'trainable' | 'seed'>>
  private readonly seed: number | undefined
  /** By the names of the description. */
  private readonly parameters = new Map<string, ReturnType<SqueezeExcite['addWeight']>>()

  /** @throws RangeError if the ratio is no whole number of at least 1, or an option is unknown */
  constructor(args: SqueezeExciteArgs = {}) {
    const { ratio = 16, useBias = false, squeeze = 'mean', gate = 'sigmoid', seed, ...rest } = args
    super(rest)
    if (!Number.isInteger(ratio) || ratio < 1)
      throw new RangeError(`ratio must be a whole number ≥ 1, got ${ratio}`)
    if (!squeezeOps.includes(squeeze)) throw new RangeError(`unknown squeeze ${String(squeeze)}`)
    if (!gateNames.includes(gate)) throw new RangeError(`unknown gate ${String(gate)}`)
    this.options = { ratio, useBias, squeeze, gate }
    this.seed = seed
  }

  override build(inputShape: Shape | Shape[]): void {
    const shape = singleShape(inputShape)
    const channels = shape.at(-1)
    if (shape.length < 3 || channels === null || channels === undefined) {
      throw new RangeError(`SqueezeExcite needs [n, …spatial, c] with a fixed c, got [${shape.join(', ')}]`)
    }
    const description = this.describedBlock(shape.length)
    const sizes = { c: channels, k: reducedChannels(channels, this.options.ratio) }
    let matrices = 0
    for (const { id, axes } of parametersOf(description)) {
      const lengths = axes.map((axis) => sizeAlong(sizes, axis))
      const initializer =
        axes.length === 1
          ? initializers.zeros()
          : initializers.heNormal(this.seed === undefined ? {} : { seed: this.seed + matrices++ })
      this.parameters.set(id, this.addWeight(id, lengths, 'float32', initializer))
    }
    this.built = true
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => this.stages(singleTensor(inputs)).out)
  }

  /** All stages at once; the caller disposes of them (or calls within `tf.tidy`). */
  stages(u: tf.Tensor): SqueezeExciteTensors {
    if (!this.built) throw new Error('SqueezeExcite is not built yet')
    const weights = [...this.parameters].map(([id, weight]) => [id, weight.read()] as const)
    return blockTensors(this.describedBlock(u.rank), { ...Object.fromEntries(weights), U: u })
  }

  /** @param rank of U with its batch */
  private describedBlock(rank: number): SeDescription {
    const { squeeze, gate, useBias } = this.options
    return seBlock({ spatial: spatialAxes(rank - 2), squeeze, gate, useBias })
  }

  override computeOutputShape(inputShape: Shape | Shape[]): Shape {
    return singleShape(inputShape)
  }

  override getConfig(): tf.serialization.ConfigDict {
    const seed = this.seed === undefined ? {} : { seed: this.seed }
    return { ...super.getConfig(), ...this.options, ...seed }
  }
}

tf.serialization.registerClass(SqueezeExcite)
