/** What the two branches of MLSTM-FCN contribute to the logits: the last layer's sum, parted. */
import type { NetworkTrace } from '../networks/forward.ts'
import type { NetworkPlan, PackedWeights } from '../networks/planTypes.ts'
import { weight } from '../networks/weights.ts'

/** Each [classes]; bias + lstm + convolution = logits. */
export interface BranchContributions {
  readonly bias: Float32Array
  readonly lstm: Float32Array
  readonly convolution: Float32Array
}

/**
 * logit_o = b_o + Σ_u W_uo h_u + Σ_c W_(U+c)o p_c, with h the LSTM's last output and p the mean over time of the
 * last convolution's maps.
 * @param trace of a series network; without its LSTM branch that part is 0
 */
export function branchContributions(
  plan: NetworkPlan,
  weights: PackedWeights,
  trace: NetworkTrace,
): BranchContributions {
  const kernel = weight(plan, weights, 'head/kernel').data
  const bias = weight(plan, weights, 'head/bias').data
  const classes = bias.length
  const recurrent = trace.outputs.lstm?.data ?? new Float32Array()
  const pooled = trace.outputs['head/mean']?.data ?? new Float32Array()
  const part = (values: Float32Array, firstRow: number) =>
    Float32Array.from({ length: classes }, (_, o) =>
      values.reduce((sum, value, i) => sum + value * (kernel[(firstRow + i) * classes + o] ?? 0), 0),
    )
  return { bias: bias.slice(), lstm: part(recurrent, 0), convolution: part(pooled, recurrent.length) }
}
