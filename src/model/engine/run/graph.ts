/**
 * The network of a plan as tfjs operations: what the worker trains.
 *
 * Built on tfjs-core alone. tfjs-layers weighs more than the rest of the worker's JavaScript, and
 * the download has a budget; `imageNetwork` (a LayersModel over the same plan) is for the package.
 * Tests hold both to the reference forward pass.
 */
import * as tf from '@tensorflow/tfjs-core'
import { parametersOf } from '../../block/description.ts'
import { blockTensors } from '../../layers/blockTensors.ts'
import { BATCH_NORM_EPSILON } from '../../networks/planBuilder.ts'
import type { NetworkPlan, Op, Site } from '../../networks/planTypes.ts'
import { blockOf } from '../../networks/siteBlock.ts'
import { channelMoments, concatColumns, normalise, normaliseBatch, padLastAxis } from './graphOps.ts'
import { lstmGraph } from './lstmGraph.ts'

/** Weights by the names of the plan. */
export type WeightTensors = ReadonlyMap<string, tf.Tensor>

/**
 * `training` normalises by the batch and reports its statistics; `inference` uses the running ones and drops nothing.
 * `dropped` gives the factors of a dropout, [n, units], by its id.
 */
export type GraphMode =
  | {
      readonly training: true
      readonly dropped: (id: string, rate: number, shape: [number, number]) => tf.Tensor2D
    }
  | { readonly training: false }

export const inference: GraphMode = { training: false }

export interface GraphResult {
  /** [n, classes] */
  readonly logits: tf.Tensor2D
  /** Per batch-norm weight (`…/mean`, `…/variance`): the batch's statistics. Empty in inference. */
  readonly batchStatistics: ReadonlyMap<string, tf.Tensor>
  /** Every operation's output by id, and the stages of each SE block: `site1/z`, `site1/s`, … */
  readonly outputs: ReadonlyMap<string, tf.Tensor>
}

/**
 * @param x [n, h, w, c]; series as [n, 1, t, c], which is the same to every operation
 * @throws Error if the plan names an operation or weight that does not exist
 */
export function runGraph(
  plan: NetworkPlan,
  weights: WeightTensors,
  x: tf.Tensor4D,
  mode: GraphMode,
): GraphResult {
  const outputs = new Map<string, tf.Tensor>()
  const batchStatistics = new Map<string, tf.Tensor>()
  const sites = new Map(plan.sites.map((site) => [site.id, site]))
  let logits: tf.Tensor = x
  for (const op of plan.ops) {
    logits = runOp(op)
    outputs.set(op.id, logits)
  }
  return { logits: logits as tf.Tensor2D, batchStatistics, outputs }

  function of(id: string): tf.Tensor4D {
    const tensor = outputs.get(id)
    if (tensor === undefined) throw new Error(`the plan uses ${id} before it is computed`)
    return tensor as tf.Tensor4D
  }

  function weight<T extends tf.Tensor = tf.Tensor1D>(name: string): T {
    const tensor = weights.get(name)
    if (tensor === undefined) throw new Error(`the plan has no weight ${name}`)
    return tensor as T
  }

  function runOp(op: Op): tf.Tensor {
    switch (op.kind) {
      case 'input':
        return x
      case 'conv':
        return conv(op.id, of(op.from), op.kernel, op.bias)
      case 'batchNorm':
        return batchNorm(op.id, of(op.from))
      case 'relu':
        return tf.relu(of(op.from))
      case 'pool':
        return op.op === 'max'
          ? tf.maxPool(of(op.from), op.size, op.size, 'valid')
          : tf.avgPool(of(op.from), op.size, op.size, 'valid')
      case 'padChannels':
        return padLastAxis(of(op.from), op.channels)
      case 'squeezeExcite':
        return squeezeExcite(siteOf(op.site), of(op.from))
      case 'add':
        return tf.add(of(op.from), of(op.other))
      case 'globalMean':
        return tf.mean(of(op.from), [1, 2])
      case 'lstm':
        return lstmGraph(of(op.from), op, {
          kernel: weight<tf.Tensor2D>(`${op.id}/kernel`),
          recurrent: weight<tf.Tensor2D>(`${op.id}/recurrent`),
          bias: weight(`${op.id}/bias`),
        })
      case 'dropout': {
        const input = outputOf(op.from)
        return mode.training && op.rate > 0 ? tf.mul(input, mode.dropped(op.id, op.rate, input.shape)) : input
      }
      case 'concat':
        return concatColumns(outputOf(op.from), outputOf(op.other))
      case 'dense':
        return tf.add(
          tf.matMul(outputOf(op.from), weight<tf.Tensor2D>(`${op.id}/kernel`)),
          weight(`${op.id}/bias`),
        )
    }
  }

  function outputOf(id: string): tf.Tensor2D {
    return of(id) as tf.Tensor as tf.Tensor2D
  }

  function siteOf(id: string): Site {
    const site = sites.get(id)
    if (site === undefined) throw new Error(`the plan has no site ${id}`)
    return site
  }

  function conv(id: string, input: tf.Tensor4D, kernel: readonly number[], bias: boolean): tf.Tensor {
    const given = weight<tf.Tensor>(`${id}/kernel`)
    const rows = kernel.length === 1 ? 1 : kernel[0]
    const filter: tf.Tensor4D = tf.reshape(given, [rows ?? 1, kernel.at(-1) ?? 1, ...inAndOut(given)])
    const convolved = tf.conv2d(input, filter, 1, 'same')
    return bias ? tf.add(convolved, weight(`${id}/bias`)) : convolved
  }

  function batchNorm(id: string, input: tf.Tensor4D): tf.Tensor4D {
    const gamma = weight(`${id}/gamma`)
    const beta = weight(`${id}/beta`)
    if (!mode.training) {
      return normalise(input, weight(`${id}/mean`), weight(`${id}/variance`), gamma, beta, BATCH_NORM_EPSILON)
    }
    const { mean, variance } = channelMoments(input)
    batchStatistics.set(`${id}/mean`, mean)
    batchStatistics.set(`${id}/variance`, variance)
    return normaliseBatch(input, mean, variance, gamma, beta, BATCH_NORM_EPSILON)
  }

  /** Hu et al., equations 2 to 4, from the block's description; a series is a map of one row. */
  function squeezeExcite(site: Site, u: tf.Tensor4D): tf.Tensor {
    const description = blockOf(site, ['h', 'w'])
    const weighed = parametersOf(description).map(({ id }) => [id, weight<tf.Tensor>(`${site.id}/${id}`)])
    const stages = blockTensors(description, { ...Object.fromEntries(weighed), U: u })
    for (const [id, tensor] of Object.entries(stages)) outputs.set(`${site.id}/${id}`, tensor)
    return stages.out
  }
}

/** The last two lengths of a kernel: input and output channels. */
function inAndOut({ shape }: tf.Tensor): [number, number] {
  return [shape.at(-2) ?? 0, shape.at(-1) ?? 0]
}
