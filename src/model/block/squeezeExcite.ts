/** The reference SE block on a batch: what the package exports, and what tests compare tfjs with. */
import { type Checks, holdOptions, oneOf, optional } from '../checks.ts'
import { type Axis, type Nd, nd, sizeOf } from '../tensor.ts'
import { holdBatch, holdWeights } from './blockInputs.ts'
import type { Sizes } from './description.ts'
import { evaluate } from './evaluate.ts'
import { sizeAlong } from './loops.ts'
import { type GateName, gateNames, type SqueezeOp, squeezeOps } from './options.ts'
import { type SeInputs, type SeStageId, seBlock, spatialAxes } from './seBlock.ts'

/** Row-major values with a shape, channel last. */
export interface Values {
  readonly shape: readonly number[]
  readonly data: Float32Array
}

export interface SqueezeExciteWeights {
  /** [c, c/r], Keras' orientation */
  readonly w1: Values
  /** [c/r]; with b2 or not at all */
  readonly b1?: Values
  /** [c/r, c] */
  readonly w2: Values
  /** [c] */
  readonly b2?: Values
}

export interface SqueezeExciteOptions {
  readonly squeeze?: SqueezeOp
  /** `hardSigmoid` is relu6(x + 3) / 6, not tfjs's function of that name. */
  readonly gate?: GateName
}

export type SqueezeExciteResult = Readonly<Record<SeStageId, Values>>

const optionChecks: Checks<SqueezeExciteOptions> = {
  squeeze: optional(oneOf(squeezeOps)),
  gate: optional(oneOf(gateNames)),
}

/**
 * Squeeze (mean or maximum over the spatial axes), excitation (two layers with a
 * ReLU between, then the gate), scale: Hu et al., equations 2 to 4. Sums in
 * float64, every value rounded once to float32.
 *
 * @param u [n, …spatial, c], one to three spatial axes; a single sample has n = 1
 * @returns z, logits, s [n, c]; hiddenPre, hidden [n, c/r]; out as u
 * @throws RangeError if shapes and values do not fit each other, only one bias is given, or an option is unknown
 * @throws TypeError if u or a weight is no {shape, data: Float32Array}, or the options are no object
 */
export function squeezeExcite(
  u: Values,
  weights: SqueezeExciteWeights,
  options: SqueezeExciteOptions = {},
): SqueezeExciteResult {
  holdOptions(options, optionChecks)
  holdBatch(u)
  holdWeights(weights, u.shape.at(-1) ?? 0)
  const { squeeze = 'mean', gate = 'sigmoid' } = options
  const [count = 0, ...shape] = u.shape
  const spatial = spatialAxes(shape.length - 1)
  const { b1, b2 } = weights
  const description = seBlock({ squeeze, gate, spatial, useBias: b1 !== undefined })
  const axes = [...spatial, 'c'] as const
  const size = sizeOf(shape)
  const shared: Omit<SeInputs, 'U'> = {
    w1: named(weights.w1, ['c', 'k']),
    w2: named(weights.w2, ['k', 'c']),
    ...(b1 !== undefined && b2 !== undefined ? { b1: named(b1, ['k']), b2: named(b2, ['c']) } : {}),
  }
  const traces = Array.from({ length: count }, (_, n) =>
    evaluate(description, {
      ...shared,
      U: nd(axes, shape, u.data.subarray(n * size, (n + 1) * size)),
    }),
  )
  const sizes: Sizes = {
    ...Object.fromEntries(axes.map((axis, i) => [axis, shape[i]])),
    k: weights.w1.shape[1] ?? 0,
  }
  return Object.fromEntries(
    description.stages.map(({ id, axes: kept }) => [
      id,
      stacked(
        traces.map((trace) => trace[id]),
        kept.map((axis) => sizeAlong(sizes, axis)),
      ),
    ]),
  ) as SqueezeExciteResult
}

function named(values: Values, axes: readonly Axis[]): Nd {
  return nd(axes, values.shape, values.data)
}

function stacked(parts: readonly Nd[], shape: readonly number[]): Values {
  const size = sizeOf(shape)
  const data = new Float32Array(parts.length * size)
  for (const [n, part] of parts.entries()) data.set(part.data, n * size)
  return { shape: [parts.length, ...shape], data }
}
