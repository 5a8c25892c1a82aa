/**
 * F_tr, what makes U: u_c = v_c ∗ X = Σ_s v_c^s ∗ x^s (Hu et al., equation 1),
 * with the window as its reduction, and the batch normalisation and ReLU that
 * may stand between the convolution and U. Same padding, stride 1.
 */
import { type Axis, type Index, type Nd, offsetOf, strides } from '../tensor.ts'

/** One input position that a kernel looks at. */
export interface WindowCell {
  /** Position in the input; outside of it where `inside` is false: padding, which counts as 0. */
  readonly at: readonly number[]
  /** Position in the kernel. */
  readonly tap: readonly number[]
  readonly inside: boolean
}

/** Cells before the window's own in `same` padding: an even kernel has one fewer before than after. */
function samePadding(kernel: number): number {
  return Math.floor((kernel - 1) / 2)
}

/**
 * What the output cell sees of the input, row by row.
 * @param cell position along each spatial axis
 * @param kernel lengths of the kernel
 * @param shape lengths of the input
 * @throws RangeError if the cell is outside the input or the lengths differ in number
 */
export function receptiveField(
  cell: readonly number[],
  kernel: readonly number[],
  shape: readonly number[],
): readonly WindowCell[] {
  if (kernel.length !== cell.length || shape.length !== cell.length) {
    throw new RangeError(
      `cell, kernel and shape have ${cell.length}, ${kernel.length} and ${shape.length} axes`,
    )
  }
  if (cell.some((i, axis) => !(i >= 0 && i < (shape[axis] ?? 0)))) {
    throw new RangeError(`cell (${cell.join(', ')}) outside ${shape.join('×')}`)
  }
  const taps = kernel.reduce<number[][]>(
    (all, length) => all.flatMap((tap) => Array.from({ length }, (_, i) => [...tap, i])),
    [[]],
  )
  return taps.map((tap) => {
    const at = tap.map((offset, axis) => (cell[axis] ?? 0) + offset - samePadding(kernel[axis] ?? 1))
    return { at, tap, inside: at.every((i, axis) => i >= 0 && i < (shape[axis] ?? 0)) }
  })
}

export interface Tap extends WindowCell {
  readonly weight: number
  /** Value of the input; 0 in the padding. */
  readonly value: number
  readonly product: number
}

export interface BatchNormAt {
  readonly gamma: number
  readonly beta: number
  readonly mean: number
  readonly variance: number
  readonly epsilon: number
}

export interface ConvArithmetic {
  /** Output channel. */
  readonly channel: number
  /** By input channel s: v_c^s, x^s in the window, and the sum of their products. */
  readonly perChannel: readonly {
    readonly channel: number
    readonly taps: readonly Tap[]
    readonly sum: number
  }[]
  readonly bias: number | null
  /** v: Σ over the input channels, plus the bias. */
  readonly convolved: number
  /** Its constants and γ (v − mean) / √(var + ε) + β; null without batch normalisation. */
  readonly batchNorm: (BatchNormAt & { readonly result: number }) | null
  /** True if a ReLU stands between. */
  readonly relu: boolean
  /** u. */
  readonly result: number
}

/** What stands between the convolution and U; each tensor is [c]. */
export interface ConvThen {
  readonly bias?: Float32Array
  readonly batchNorm?: {
    readonly gamma: Float32Array
    readonly beta: Float32Array
    readonly mean: Float32Array
    readonly variance: Float32Array
    readonly epsilon: number
  }
  readonly relu?: boolean
}

/**
 * One cell of U written out.
 * @param x [h, w, c] or [t, c]
 * @param kernel [y, x, i, c] or [x, i, c]: offsets, input channel, output channel
 * @param index the cell, by x's axis names, `c` being the output channel
 * @throws RangeError if kernel and input do not fit, or the cell is outside
 */
export function convArithmetic(x: Nd, kernel: Nd, index: Index, then: ConvThen = {}): ConvArithmetic {
  const spatial = x.axes.slice(0, -1)
  const inputs = x.shape.at(-1) ?? 0
  const outputs = kernel.shape.at(-1) ?? 0
  if (kernel.shape.length !== spatial.length + 2 || kernel.shape.at(-2) !== inputs) {
    throw new RangeError(`kernel ${kernel.shape.join('×')} does not fit the input ${x.shape.join('×')}`)
  }
  const channel = index.c ?? -1
  if (!(channel >= 0 && channel < outputs))
    throw new RangeError(`channel ${channel} outside 0…${outputs - 1}`)

  const cell = spatial.map((axis) => index[axis] ?? -1)
  const steps = strides(kernel.shape)
  const window = receptiveField(cell, kernel.shape.slice(0, spatial.length), x.shape.slice(0, -1))
  const tapAt = (one: WindowCell, input: number): Tap => {
    const place = [...one.tap, input, channel].reduce((sum, i, axis) => sum + i * (steps[axis] ?? 0), 0)
    const weight = kernel.data[place] ?? Number.NaN
    const value = one.inside ? (x.data[offsetOf(x, named(spatial, one.at, input))] ?? Number.NaN) : 0
    return { ...one, weight, value, product: weight * value }
  }
  const perChannel = Array.from({ length: inputs }, (_, input) => {
    const taps = window.map((one) => tapAt(one, input))
    return { channel: input, taps, sum: taps.reduce((sum, tap) => sum + tap.product, 0) }
  })
  const bias = then.bias === undefined ? null : at(then.bias, channel)
  const convolved = perChannel.reduce((sum, one) => sum + one.sum, bias ?? 0)
  const batchNorm = then.batchNorm === undefined ? null : normalised(convolved, then.batchNorm, channel)
  const normal = batchNorm?.result ?? convolved
  const relu = then.relu ?? false
  return {
    channel,
    perChannel,
    bias,
    convolved,
    batchNorm,
    relu,
    result: relu ? Math.max(0, normal) : normal,
  }
}

function normalised(value: number, norm: NonNullable<ConvThen['batchNorm']>, channel: number) {
  const constants: BatchNormAt = {
    gamma: at(norm.gamma, channel),
    beta: at(norm.beta, channel),
    mean: at(norm.mean, channel),
    variance: at(norm.variance, channel),
    epsilon: norm.epsilon,
  }
  const { gamma, beta, mean, variance, epsilon } = constants
  return { ...constants, result: (gamma * (value - mean)) / Math.sqrt(variance + epsilon) + beta }
}

function named(axes: readonly Axis[], position: readonly number[], channel: number): Index {
  return Object.fromEntries([...axes.map((axis, i) => [axis, position[i] ?? -1]), ['c', channel]])
}

function at(values: Float32Array, i: number): number {
  return values[i] ?? Number.NaN
}

/** What changes the size of a unit's window, seen from the picture. */
export type WindowOp =
  | { readonly kind: 'conv'; readonly kernel: number }
  | { readonly kind: 'pool'; readonly size: number }

/** Cells `from` … `to` along an axis, both included; may reach beyond the picture, where padding is seen. */
export interface Span {
  readonly from: number
  readonly to: number
}

/**
 * The pixels of the picture that cell `i` sees through several operations, along
 * one axis. With a shortcut around some of them, give the longest way: the others
 * see a part of it.
 * @param ops in the order from the picture to the cell
 */
export function pictureSpan(i: number, ops: readonly WindowOp[]): Span {
  return ops.reduceRight<Span>(
    ({ from, to }, op) => {
      if (op.kind === 'pool') return { from: from * op.size, to: (to + 1) * op.size - 1 }
      const before = samePadding(op.kernel)
      return { from: from - before, to: to + op.kernel - 1 - before }
    },
    { from: i, to: i },
  )
}

/** The part of a span inside 0 … length − 1. */
export function clippedSpan({ from, to }: Span, length: number): Span {
  return { from: Math.max(0, from), to: Math.min(length - 1, to) }
}
