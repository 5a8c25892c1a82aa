/**
 * What each input variable is worth to a series network. Gates stand for feature channels, which mix all variables;
 * these two measures lead from the one to the other.
 */
import type { NetworkPlan, PackedWeights } from '../networks/planTypes.ts'
import { weight } from '../networks/weights.ts'

/**
 * How much of each variable the first convolution lets on, by its gates: Σ_c s̄_c |γ_c / √(σ²_c + ε)| Σ_τ |v_c(τ, i)|,
 * as shares of their sum.
 * @param meanGates s̄ of the first SE site, [c]; ones where the network has no SE
 * @returns [variables]
 */
export function gatedShares(
  plan: NetworkPlan,
  weights: PackedWeights,
  meanGates: ArrayLike<number>,
): Float32Array {
  const kernel = weight(plan, weights, 'block1/conv/kernel')
  const gamma = weight(plan, weights, 'block1/bn/gamma').data
  const variance = weight(plan, weights, 'block1/bn/variance').data
  const norm = plan.ops.find((op) => op.id === 'block1/bn')
  const epsilon = norm?.kind === 'batchNorm' ? norm.epsilon : 0
  const [taps = 0, variables = 0, channels = 0] = kernel.shape
  const sums = new Float64Array(variables)
  for (let c = 0; c < channels; c++) {
    const scale = Math.abs((gamma[c] ?? 0) / Math.sqrt((variance[c] ?? 0) + epsilon)) * (meanGates[c] ?? 0)
    for (let tap = 0; tap < taps; tap++) {
      for (let i = 0; i < variables; i++) {
        const value = kernel.data[(tap * variables + i) * channels + c] ?? 0
        sums[i] = (sums[i] ?? 0) + scale * Math.abs(value)
      }
    }
  }
  const total = sums.reduce((sum, value) => sum + value, 0)
  return Float32Array.from(sums, (value) => (total === 0 ? 0 : value / total))
}

/** A mean over series and how sure it is. */
export interface Effect {
  readonly mean: number
  /** Standard error of the mean; infinite of fewer than two series. */
  readonly error: number
}

export function effectOf(values: readonly number[]): Effect {
  const n = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, error: n < 2 ? Number.POSITIVE_INFINITY : Math.sqrt(squares / (n - 1) / n) }
}

/** With two measures of up to a dozen variables each, two standard errors would be reached by chance. */
export const clearErrors = 4
/** Of cross-entropy, in nats. Less than that changes nobody's answer, however sure it is. */
export const clearLoss = 0.05

export function isClear({ mean, error }: Effect): boolean {
  return mean >= clearLoss && mean > clearErrors * error
}

/** What one variable is worth. */
export interface VariableAblation {
  /** With this one closed: accuracy, and by how much the cross-entropy is higher. */
  readonly closed: { readonly accuracy: number; readonly rise: Effect }
  /**
   * With all others closed: accuracy, and by how much the cross-entropy lies below that of labels at random. What says
   * nothing about the class has 0 here, however far closed variables push the answers: both sides move alike.
   */
  readonly alone: { readonly accuracy: number; readonly lead: Effect }
  /** By SE site, [c]: mean |s with this one closed − s|. */
  readonly moved: readonly Float32Array[]
}

/**
 * Whether the network uses the variable: it is missed when closed, or it tells the class by itself. Of variables that
 * say the same none is missed, but each speaks for itself; a cue says nothing by itself, but is missed.
 */
export function isUsed({ closed, alone }: Pick<VariableAblation, 'closed' | 'alone'>): boolean {
  return isClear(closed.rise) || isClear(alone.lead)
}

/** Variables found, compared with the truth: no ranks, so that ties and the number of carriers do not matter. */
export function usefulFound(
  used: readonly boolean[],
  truth: readonly boolean[],
): { readonly found: number; readonly useful: number; readonly falsely: number } {
  return {
    found: used.filter((is, variable) => is && truth[variable] === true).length,
    useful: truth.filter(Boolean).length,
    falsely: used.filter((is, variable) => is && truth[variable] !== true).length,
  }
}

/** Channels by how far their gates move, the farthest first; those that stand still are left out. */
export function mostMoved(moved: ArrayLike<number>, most: number): readonly number[] {
  return Array.from(moved, (_, channel) => channel)
    .filter((channel) => (moved[channel] ?? 0) > 0)
    .sort((a, b) => (moved[b] ?? 0) - (moved[a] ?? 0) || a - b)
    .slice(0, most)
}
