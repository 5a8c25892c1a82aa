/** What each variable is worth to a network, measured over test series on the page, a little at a time. */

import { type Ablation, ablateVariables } from '../../../model/lab/ablation.ts'
import { gatedShares } from '../../../model/lab/variables.ts'
import { forwardNetwork } from '../../../model/networks/forward.ts'
import type { LoadedProblem } from '../../../model/state/series.ts'
import type { ShownNetwork } from '../../../model/state/shown.ts'
import { nd } from '../../../model/tensor.ts'
import { inSlices } from '../slices.ts'

export type Measured = Pick<ShownNetwork, 'plan' | 'weights' | 'step'>

export interface NetworkAblation extends Ablation {
  readonly step: number
  /** SE sites in the order of `moved`; none in a network without SE. */
  readonly sites: readonly string[]
  /** [variables]: see `gatedShares`. */
  readonly shares: Float32Array
}

/**
 * @param pause called now and then, with the share that is done
 * @param stop asked whether nobody wants it any more; the result is then null
 */
export async function ablationOf(
  { plan, weights, step }: Measured,
  { problem }: LoadedProblem,
  pause: (share: number) => Promise<void>,
  stop: () => boolean,
): Promise<NetworkAblation | null> {
  const { test, length, channels } = problem
  const sites = plan.sites.map(({ id }) => id).filter((id) => plan.ops.some((op) => op.id === id))
  const passes = ablateVariables(test, channels, (series) => {
    const trace = forwardNetwork(plan, weights, nd(['t', 'c'], [length, channels], series))
    const gates = sites.map((site) => trace.sites[site]?.block?.s.data ?? new Float32Array())
    return { logits: trace.logits.data, gates }
  })
  const slices = inSlices(stop)
  for (;;) {
    const one = passes.next()
    if (one.done === true) {
      const ones = new Float32Array(plan.sites[0]?.channels ?? 0).fill(1)
      return {
        ...one.value,
        step,
        sites,
        shares: gatedShares(plan, weights, one.value.meanGates[sites.indexOf('site1')] ?? ones),
      }
    }
    if (await slices.isOver(() => pause(one.value))) return null
  }
}
