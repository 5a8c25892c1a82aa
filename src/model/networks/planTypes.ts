/**
 * A network as an ordered list of operations. One plan is walked twice: by the
 * reference forward pass (plain loops, main thread) and by the tfjs builder
 * (worker). Nothing here imports tfjs.
 */

import type { GateName, SqueezeOp } from '../block/options.ts'
import type { Nd } from '../tensor.ts'
import type { Placement, RecurrentActivation } from './config.ts'

export type OpId = string

export type Op =
  | { readonly id: OpId; readonly kind: 'input' }
  | {
      readonly id: OpId
      readonly kind: 'conv'
      readonly from: OpId
      /** Lengths along the spatial axes. */
      readonly kernel: readonly number[]
      readonly channels: number
      readonly bias: boolean
    }
  | { readonly id: OpId; readonly kind: 'batchNorm'; readonly from: OpId; readonly epsilon: number }
  | { readonly id: OpId; readonly kind: 'relu'; readonly from: OpId }
  | {
      readonly id: OpId
      readonly kind: 'pool'
      readonly from: OpId
      readonly op: 'mean' | 'max'
      readonly size: number
    }
  /** Identity shortcut that gains channels by zeros (He et al. 2016, option A): no weights. */
  | { readonly id: OpId; readonly kind: 'padChannels'; readonly from: OpId; readonly channels: number }
  | { readonly id: OpId; readonly kind: 'squeezeExcite'; readonly from: OpId; readonly site: string }
  | { readonly id: OpId; readonly kind: 'add'; readonly from: OpId; readonly other: OpId }
  | { readonly id: OpId; readonly kind: 'globalMean'; readonly from: OpId }
  /** (t, c) → (u): the state h after the last step; a step whose values are all 0 is masked, that is, skipped. */
  | {
      readonly id: OpId
      readonly kind: 'lstm'
      readonly from: OpId
      readonly units: number
      /** Dimension shuffle: it reads C steps of T values. */
      readonly shuffle: boolean
      readonly recurrentActivation: RecurrentActivation
    }
  /** Only while training: a share `rate` of the values becomes 0, the others grow by 1 / (1 − rate). */
  | { readonly id: OpId; readonly kind: 'dropout'; readonly from: OpId; readonly rate: number }
  /** Values of `from`, then of `other`. */
  | { readonly id: OpId; readonly kind: 'concat'; readonly from: OpId; readonly other: OpId }
  | { readonly id: OpId; readonly kind: 'dense'; readonly from: OpId; readonly units: number }

/** One SE block of a network. Without SE the site still exists: its U is then the output as well. */
export interface Site {
  /** `site1`, `site2`, …: what the URL says. */
  readonly id: string
  /** In a residual unit; `plain` where there is none: after the ReLU, before the next convolution. */
  readonly place: Placement | 'plain'
  readonly channels: number
  readonly reduced: number
  /** Lengths of the spatial axes of U. */
  readonly spatial: readonly number[]
  readonly squeeze: SqueezeOp
  readonly gate: GateName
  readonly useBias: boolean
  /** Operation whose output is U: whatever the gates multiply. */
  readonly u: OpId
  /** The last convolution before U, F_tr of step 1; null where none stands between the unit's input and U. */
  readonly transform: {
    readonly x: OpId
    readonly conv: OpId
    /** What stands between the convolution and U, in order. */
    readonly then: readonly OpId[]
  } | null
}

/** How a weight begins: He normal (variance 2 / fan-in) for kernels and matrices, unless it is named here. */
export type Initializer =
  | 'heNormal'
  | 'heUniform'
  | 'glorotUniform'
  | 'orthogonal'
  | 'lstmBias'
  | 'zeros'
  | 'ones'

export interface WeightSpec {
  /** `stem/conv/kernel`, `stage1/bn1/gamma`, `site1/w1`, `head/bias`, … */
  readonly name: string
  readonly initializer: Initializer
  readonly axes: Nd['axes']
  readonly shape: readonly number[]
  /** Position of the first value in the packed array. */
  readonly offset: number
  /** False for the running statistics of batch normalisation. */
  readonly trainable: boolean
}

export interface NetworkPlan {
  readonly ops: readonly Op[]
  readonly sites: readonly Site[]
  readonly weights: readonly WeightSpec[]
  /** Number of values in the packed array. */
  readonly size: number
}

/** All weights of a network, one after the other in the order of `plan.weights`. */
export type PackedWeights = Float32Array
