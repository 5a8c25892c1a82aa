/**
 * Reads the golden values in test/golden: computed with PyTorch in float64,
 * rounded once to float32. Layout suffixes: `_nhwc`, `_ntc` channel last,
 * `_nchw`, `_nct` channel second; weights `_io` [in, out], `_oi` [out, in].
 */
import { readFileSync } from 'node:fs'
import type { GateName, SqueezeOp } from '../../src/model/block/options.ts'

export { misfit } from './misfit.ts'

export interface GoldenTensor {
  readonly shape: readonly number[]
  readonly layout: string
  readonly data: readonly number[]
}

export interface SeGolden {
  readonly id: string
  readonly kind: 'se1d' | 'se2d'
  readonly params: {
    readonly N: number
    readonly C: number
    readonly r: number
    readonly Cr: number
    readonly bias: boolean
    readonly gate: 'sigmoid' | 'tanh' | 'relu' | 'softmax' | 'hard_sigmoid_relu6'
    readonly squeeze: 'avg' | 'max'
  }
  readonly tensors: Readonly<Record<string, GoldenTensor>>
  /** Of the losses Σ out² (`sum_squares`) and Σ G·out (`linear_G`): dU_nhwc, dW1_io, db1, … and `loss`. */
  readonly gradients: Readonly<Record<string, Readonly<Record<string, GoldenTensor | number>>>>
}

/** Every golden of a whole SE block. */
export const seGoldenNames = [
  'se1d_t11_c8_r4_nobias',
  'se2d_c10_r4_floor2_3x6_nobias',
  'se2d_c8_r4_5x7_bias',
  'se2d_dead_bottleneck_nobias',
  'se2d_gate_hard_sigmoid_relu6',
  'se2d_gate_relu',
  'se2d_gate_sigmoid',
  'se2d_gate_softmax',
  'se2d_gate_tanh',
  'se2d_squeeze_max',
] as const

/** The parsed file; the caller names its shape, which the tests then use. */
export function readGolden<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../golden/${name}.json`, import.meta.url), 'utf8')) as T
}

export function readSeGolden(name: string): SeGolden {
  return readGolden<SeGolden>(name)
}

/** What the golden calls avg and hard_sigmoid_relu6, in this project's names. */
export function seGoldenOptions(golden: SeGolden): {
  squeeze: SqueezeOp
  gate: GateName
  useBias: boolean
  ratio: number
} {
  const { gate, squeeze, bias, r } = golden.params
  return {
    squeeze: squeeze === 'avg' ? 'mean' : 'max',
    gate: gate === 'hard_sigmoid_relu6' ? 'hardSigmoid' : gate,
    useBias: bias,
    ratio: r,
  }
}

/** Channel-last suffix of U and out in this golden. */
export function channelLast(golden: SeGolden): 'nhwc' | 'ntc' {
  return golden.kind === 'se1d' ? 'ntc' : 'nhwc'
}

/** One tensor as typed data. @throws Error if the golden has no such tensor */
export function goldenTensor(
  tensors: Readonly<Record<string, GoldenTensor | number>>,
  name: string,
): { shape: number[]; data: Float32Array } {
  const found = tensors[name]
  if (found === undefined || typeof found === 'number') {
    throw new Error(`no tensor ${name} among ${Object.keys(tensors).join(', ')}`)
  }
  return { shape: [...found.shape], data: Float32Array.from(found.data) }
}
