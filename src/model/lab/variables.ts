/**
 * What each input variable is worth to a series network. Gates stand for feature channels, which mix all variables;
 * these two measures lead from the one to the other.
 */
import type { NetworkPlan, PackedWeights } from '../networks/planTypes.ts'
import { weight } from '../networks/weights.ts'

/**
 * Series in which one variable stands still at 0: its mean, where the values are normalised. With the dimension
 * shuffle the LSTM's masking then skips it, too.
 * @param x [n · t · channels]
 */
export function withoutVariable(x: Float32Array, channels: number, variable: number): Float32Array {
  const closed = x.slice()
  for (let i = variable; i < closed.length; i += channels) closed[i] = 0
  return closed
}

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

/**
 * How many of the variables that carry the class are among as many with the highest scores. A score of 0 or less
 * finds nothing; of equal ones the first counts.
 * @param scores what closing each costs, or its share
 * @param truth whether it carries the class
 */
export function usefulFound(
  scores: ArrayLike<number>,
  truth: readonly boolean[],
): { readonly found: number; readonly useful: number } {
  const useful = truth.filter(Boolean).length
  const ranked = truth
    .map((_, variable) => variable)
    .filter((variable) => (scores[variable] ?? 0) > 0)
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
  return { found: ranked.slice(0, useful).filter((variable) => truth[variable]).length, useful }
}
