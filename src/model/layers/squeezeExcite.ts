/** The SE block as a layer of TensorFlow.js: Hu et al., *Squeeze-and-Excitation Networks*, section 3. */
import * as tf from '@tensorflow/tfjs-core'
import { initializers, layers, type Shape, type SymbolicTensor } from '@tensorflow/tfjs-layers'
import { parametersOf } from '../block/description.ts'
import { sizeAlong } from '../block/loops.ts'
import { reducedChannels } from '../block/options.ts'
import { type SeDescription, type SeStageId, seBlock, spatialAxes } from '../block/seBlock.ts'
import { holdOptions } from '../checks.ts'
import { blockTensors } from './blockTensors.ts'
import { librarySeeds } from './librarySeeds.ts'
import { singleShape, singleTensor } from './single.ts'
import { holdInput, type SqueezeExciteArgs, squeezeExciteChecks } from './squeezeExciteArgs.ts'

/** Every stage of the block for a batch: z, logits, s [n, c]; hiddenPre, hidden [n, k]; out like U. */
export type SqueezeExciteTensors = Readonly<Record<SeStageId, tf.Tensor>>

/**
 * Input [n, …spatial, c], one to three spatial axes; output of the same shape. Weights in the order w1 [c, k], b1 [k],
 * w2 [k, c], b2 [c]; the biases are absent unless `useBias`. Once it is built it takes inputs with as many channels, of
 * any size, and says by a RangeError if there are others.
 */
export class SqueezeExcite extends layers.Layer {
  static readonly className = 'SqueezeExcite'
  private readonly options: Required<Pick<SqueezeExciteArgs, 'ratio' | 'useBias' | 'squeeze' | 'gate'>>
  private readonly seed: number | undefined
  /** C and k; null before the layer is built. */
  private sizes: { readonly c: number; readonly k: number } | null = null
  /** By the names of the description. */
  private readonly parameters = new Map<string, ReturnType<SqueezeExcite['addWeight']>>()

  /**
   * @throws RangeError if an option is unknown, or none of its choices
   * @throws TypeError if the options are no object
   */
  constructor(args: SqueezeExciteArgs = {}) {
    holdOptions(args, squeezeExciteChecks)
    const { ratio = 16, useBias = false, squeeze = 'mean', gate = 'sigmoid', seed, ...rest } = args
    super(rest)
    this.options = { ratio, useBias, squeeze, gate }
    this.seed = seed
  }

  /** From what `getConfig` gave: how a saved model is loaded. The library adds what it knows of other classes. */
  static override fromConfig<T extends tf.serialization.Serializable>(
    cls: tf.serialization.SerializableConstructor<T>,
    { customObjects: _, ...config }: tf.serialization.ConfigDict,
  ): T {
    return new cls(config)
  }

  /** Width of the hidden layer, max(1, floor(C / r)); null before the layer is built, since C comes with the input. */
  get reducedChannels(): number | null {
    return this.sizes?.k ?? null
  }

  /**
   * What a model calls, with tensors or with symbols.
   * @throws RangeError if it is not one input with one to three spatial axes and the channels that the layer has
   */
  override apply(
    inputs: tf.Tensor | tf.Tensor[] | SymbolicTensor | SymbolicTensor[],
    kwargs?: Parameters<layers.Layer['apply']>[1],
  ): ReturnType<layers.Layer['apply']> {
    // Before any weight is made.
    this.hold(singleTensor<tf.Tensor | SymbolicTensor>(inputs))
    return super.apply(inputs, kwargs)
  }

  /** @throws RangeError as `apply` does */
  override build(inputShape: Shape | Shape[]): void {
    const shape = singleShape(inputShape)
    const c = this.hold({ shape })
    if (this.built) return
    const sizes = { c, k: reducedChannels(c, this.options.ratio) }
    const nextSeed = librarySeeds(this.seed)
    for (const { id, axes } of parametersOf(this.describedBlock(shape.length))) {
      const lengths = axes.map((axis) => sizeAlong(sizes, axis))
      const initializer = axes.length === 1 ? initializers.zeros() : initializers.heNormal(nextSeed())
      this.parameters.set(id, this.addWeight(id, lengths, 'float32', initializer))
    }
    this.sizes = sizes
    this.built = true
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => this.stages(singleTensor(inputs)).out)
  }

  /**
   * All stages at once; the caller disposes of them (or calls within `tf.tidy`).
   * @param u [n, …spatial, c]
   * @throws RangeError if the layer is not built, or was built for other channels
   */
  stages(u: tf.Tensor): SqueezeExciteTensors {
    if (!this.built) throw new RangeError(`${this.name} is not built; expected apply or build before stages`)
    this.hold(u)
    const weights = [...this.parameters].map(([id, weight]) => [id, weight.read()] as const)
    return tf.tidy(() => blockTensors(this.describedBlock(u.rank), { ...Object.fromEntries(weights), U: u }))
  }

  /** @returns its channels @throws RangeError if it is no input of this layer */
  private hold(input: { readonly shape: Shape; readonly dtype?: string }): number {
    return holdInput(this.name, input, this.sizes?.c ?? null)
  }

  /** @param rank of U with its batch */
  private describedBlock(rank: number): SeDescription {
    const { squeeze, gate, useBias } = this.options
    return seBlock({ spatial: spatialAxes(rank - 2), squeeze, gate, useBias })
  }

  /** @throws RangeError as `apply` does */
  override computeOutputShape(inputShape: Shape | Shape[]): Shape {
    const shape = singleShape(inputShape)
    this.hold({ shape })
    return shape
  }

  override getConfig(): tf.serialization.ConfigDict {
    const seed = this.seed === undefined ? {} : { seed: this.seed }
    return { ...super.getConfig(), ...this.options, ...seed }
  }
}

tf.serialization.registerClass(SqueezeExcite)
