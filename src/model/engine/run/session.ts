/**
 * The tensors of one run on the current backend: weights, moments, running statistics.
 * Knows one step; when to take it is the trainer's business.
 */
import * as tf from '@tensorflow/tfjs-core'
import type { Batch } from '../../data/stream.ts'
import { BATCH_NORM_MOMENTUM } from '../../networks/planBuilder.ts'
import type { NetworkPlan, PackedWeights } from '../../networks/planTypes.ts'
import { type AdamState, adamStep } from './adam.ts'
import { dropoutFactors } from './dropout.ts'
import { inference, runGraph } from './graph.ts'
import { crossEntropy } from './graphOps.ts'
import { joinPacked, type Packing, type Part, packingOf, splitPacked } from './packing.ts'

/** What a run is made of, in host memory. */
export interface SessionState {
  /** Steps taken so far. */
  readonly step: number
  readonly weights: PackedWeights
  /** First moments, then second moments, in the order of the trainable weights. */
  readonly moments: Float32Array
}

/** What stays the same over a run. */
export interface SessionSetting {
  readonly plan: NetworkPlan
  /** [h, w, c] of one sample; a series is [1, T, V]. */
  readonly inputShape: readonly [number, number, number]
  /** [classes]: how much a sample's loss counts while training; null: all alike. */
  readonly classWeights?: Float32Array | null
  /** Of what is drawn anew at every step: dropout. */
  readonly seed: number
}

type Vectors = [tf.Tensor1D, tf.Tensor1D, tf.Tensor1D, tf.Tensor1D, tf.Tensor1D]

export class TrainingSession {
  readonly plan: NetworkPlan
  private readonly packing: Packing
  private readonly inputShape: readonly [number, number, number]
  private readonly classWeights: Float32Array | null
  private readonly dropoutSeed: number
  private adam: AdamState
  private statistics: tf.Tensor1D
  private taken: number

  /** @throws RangeError if `state` is one of another network */
  constructor({ plan, inputShape, classWeights, seed }: SessionSetting, state: SessionState) {
    this.plan = plan
    this.inputShape = inputShape
    this.classWeights = classWeights ?? null
    this.dropoutSeed = seed
    this.packing = packingOf(plan)
    const { trainable, statistics } = splitPacked(this.packing, state.weights)
    const n = this.packing.trainableSize
    if (state.moments.length !== 2 * n) {
      throw new RangeError(`these moments have ${state.moments.length} values, the network needs ${2 * n}`)
    }
    this.adam = {
      weights: tf.tensor1d(trainable),
      first: tf.tensor1d(state.moments.slice(0, n)),
      second: tf.tensor1d(state.moments.slice(n)),
    }
    this.statistics = tf.tensor1d(statistics)
    this.taken = state.step
  }

  get step(): number {
    return this.taken
  }

  /**
   * One step of Adam on one batch.
   * @returns [loss, accuracy] of the batch before the step, to be read and disposed by the caller
   */
  train(batch: Batch, rate: number): tf.Tensor1D {
    const t = this.taken + 1
    const [metric, weights, first, second, statistics] = tf.tidy(() => this.computeStep(batch, rate, t))
    this.dispose()
    this.adam = { weights, first, second }
    this.statistics = statistics
    this.taken = t
    return metric
  }

  /** The metric, then what replaces weights, first and second moments, and running statistics. */
  private computeStep(batch: Batch, rate: number, t: number): Vectors {
    const x = this.samples(batch.x)
    const target = this.oneHot(batch.y)
    const weighted = this.classWeights === null ? target : this.oneHot(batch.y, this.classWeights)
    const parts = this.packing.trainable
    const fixed = this.views(this.statistics, this.packing.statistics)
    const kept: tf.Tensor[] = []
    const loss = (...tensors: tf.Tensor[]): tf.Scalar => {
      const weights = new Map(fixed.map((view, i) => [nameOf(this.packing.statistics, i), view]))
      for (const [i, view] of tensors.entries()) weights.set(nameOf(parts, i), view)
      const { logits, batchStatistics } = runGraph(this.plan, weights, x, {
        training: true,
        dropped: (id, rate, shape) => dropoutFactors(this.dropoutSeed, t, id, rate, shape),
      })
      kept.push(tf.keep(logits), this.keepStatistics(batchStatistics))
      return crossEntropy(logits, weighted)
    }
    const { value, grads } = tf.valueAndGrads(loss)(this.views(this.adam.weights, parts))
    const [logits, measured] = kept as [tf.Tensor2D, tf.Tensor1D]
    const gradient = tf.concat1d(grads.map((g) => tf.reshape(g, [g.size]) as tf.Tensor1D))
    const momentum = BATCH_NORM_MOMENTUM
    const metric = tf.stack([value, accuracyOf(logits, target)]) as tf.Tensor1D
    const { weights, first, second } = adamStep(this.adam, gradient, rate, t)
    const statistics = tf.add(
      tf.mul(this.statistics, momentum),
      tf.mul(measured, 1 - momentum),
    ) as tf.Tensor1D
    tf.dispose(kept)
    return [metric, weights, first, second, statistics]
  }

  /** Inside the gradient's scope only what is marked survives. */
  private keepStatistics(measured: ReadonlyMap<string, tf.Tensor>): tf.Tensor1D {
    const inOrder = this.packing.statistics.map(({ spec }) => {
      const tensor = measured.get(spec.name)
      if (tensor === undefined) throw new Error(`no batch statistics for ${spec.name}`)
      return tensor as tf.Tensor1D
    })
    return tf.keep(inOrder.length === 0 ? tf.tensor1d([]) : tf.concat1d(inOrder))
  }

  /**
   * Inference with the running statistics.
   * @returns what `pick` returns; everything else is disposed
   */
  infer<T extends tf.TensorContainer>(
    x: Float32Array,
    pick: (outputs: ReadonlyMap<string, tf.Tensor>, logits: tf.Tensor2D) => T,
  ): T {
    return tf.tidy(() => {
      const weights = new Map<string, tf.Tensor>()
      for (const [vector, parts] of [
        [this.adam.weights, this.packing.trainable],
        [this.statistics, this.packing.statistics],
      ] as const) {
        for (const [i, view] of this.views(vector, parts).entries()) weights.set(nameOf(parts, i), view)
      }
      const { outputs, logits } = runGraph(this.plan, weights, this.samples(x), inference)
      return pick(outputs, logits)
    })
  }

  /** Everything that comes up while one picture passes, by name. */
  async tensorsOf(picture: Float32Array, read: Read): Promise<Readonly<Record<string, Float32Array>>> {
    const tensors = this.infer(picture, (outputs) => Object.fromEntries(outputs))
    const entries = Object.entries(tensors).map(async ([name, tensor]) => [name, await read(tensor)] as const)
    return Object.fromEntries(await Promise.all(entries))
  }

  /** [sum of the losses, number of right answers] of these pictures. */
  evaluate(batch: Pick<Batch, 'x' | 'y'>): tf.Tensor1D {
    return this.infer(batch.x, (_, logits) => {
      const target = this.oneHot(batch.y)
      const n = batch.y.length
      return tf.mul(tf.stack([crossEntropy(logits, target), accuracyOf(logits, target)]), n) as tf.Tensor1D
    })
  }

  /** Reads everything back without blocking. */
  async state(read: Read = readAndDispose): Promise<SessionState> {
    const { weights, first, second } = this.adam
    // Copies, so that a step taken meanwhile does not dispose what is being read.
    const all = tf.tidy(() => tf.concat1d([weights, first, second, this.statistics]))
    const step = this.taken
    const values = await read(all)
    const n = this.packing.trainableSize
    return {
      step,
      weights: joinPacked(this.packing, values.subarray(0, n), values.subarray(3 * n)),
      moments: values.slice(n, 3 * n),
    }
  }

  async packedWeights(read: Read = readAndDispose): Promise<PackedWeights> {
    const all = tf.tidy(() => tf.concat1d([this.adam.weights, this.statistics]))
    const values = await read(all)
    const n = this.packing.trainableSize
    return joinPacked(this.packing, values.subarray(0, n), values.subarray(n))
  }

  dispose(): void {
    tf.dispose([this.adam.weights, this.adam.first, this.adam.second, this.statistics])
  }

  private views(vector: tf.Tensor1D, parts: readonly Part[]): tf.Tensor[] {
    return parts.map(({ spec, offset, size }) =>
      tf.reshape(tf.slice1d(vector, offset, size), [...spec.shape]),
    )
  }

  private samples(x: Float32Array): tf.Tensor4D {
    const [h, w, c] = this.inputShape
    return tf.tensor4d(x, [x.length / (h * w * c), h, w, c])
  }

  private oneHot(labels: Uint8Array, weights: Float32Array | null = null): tf.Tensor2D {
    const classes = this.plan.ops.at(-1)
    if (classes?.kind !== 'dense') throw new Error('the plan does not end in a classifier')
    const values = new Float32Array(labels.length * classes.units)
    for (const [i, label] of labels.entries()) values[i * classes.units + label] = weights?.[label] ?? 1
    return tf.tensor2d(values, [labels.length, classes.units])
  }
}

function nameOf(parts: readonly Part[], i: number): string {
  const part = parts[i]
  if (part === undefined) throw new RangeError(`no weight ${i}`)
  return part.spec.name
}

/** Share of the batch whose largest logit is the label's, 0–1. @param target one-hot */
function accuracyOf(logits: tf.Tensor2D, target: tf.Tensor2D): tf.Scalar {
  return tf.mean(tf.cast(tf.equal(tf.argMax(logits, 1), tf.argMax(target, 1)), 'float32'))
}

/** Reads a tensor and disposes of it; may reject if the device is gone. */
export type Read = (tensor: tf.Tensor) => Promise<Float32Array>

export async function readAndDispose(tensor: tf.Tensor): Promise<Float32Array> {
  try {
    return (await tensor.data()) as Float32Array
  } finally {
    tensor.dispose()
  }
}
