import type { NetworkPlan, PackedWeights, Site } from '../../../model/networks/planTypes.ts'
import { weight } from '../../../model/networks/weights.ts'

/**
 * The kernel that leads from the variables to a feature channel, [k · v]; null where the site's convolution reads
 * feature channels, not the series.
 */
export function firstTaps(
  { plan, weights }: { readonly plan: NetworkPlan; readonly weights: PackedWeights },
  { transform }: Site,
  channel: number,
): Float32Array | null {
  const reads = plan.ops.find(({ id }) => id === transform?.x)
  if (transform === null || reads?.kind !== 'input') return null
  const kernel = weight(plan, weights, `${transform.conv}/kernel`)
  const [taps = 0, variables = 0, channels = 0] = kernel.shape
  return Float32Array.from({ length: taps * variables }, (_, i) => kernel.data[i * channels + channel] ?? 0)
}
