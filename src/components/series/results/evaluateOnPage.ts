/** All test series read on the page, without the engine: by a network that is at rest. */
import type { SetEvaluation } from '../../../model/engine/protocol.ts'
import { forwardNetwork } from '../../../model/networks/forward.ts'
import type { LoadedProblem } from '../../../model/state/series.ts'
import type { ShownNetwork } from '../../../model/state/shown.ts'
import { nd } from '../../../model/tensor.ts'
import { inSlices } from '../slices.ts'

/** @param pause called now and then @param stop asked whether nobody wants it any more; the result is then null */
export async function evaluateOnPage(
  { plan, weights, step }: ShownNetwork,
  { problem }: LoadedProblem,
  pause: () => Promise<void>,
  stop: () => boolean,
): Promise<SetEvaluation | null> {
  const { length, channels, classes, test } = problem
  const size = length * channels
  const logits = new Float32Array(test.count * classes.length)
  const sites = plan.sites.filter(({ id }) => plan.ops.some((op) => op.id === id))
  const gates = sites.map(({ id, channels: c }) => ({ site: id, values: new Float32Array(test.count * c) }))
  const slices = inSlices(stop)
  for (let n = 0; n < test.count; n++) {
    const trace = forwardNetwork(
      plan,
      weights,
      nd(['t', 'c'], [length, channels], test.x.subarray(n * size, (n + 1) * size)),
    )
    logits.set(trace.logits.data, n * classes.length)
    for (const { site, values } of gates) {
      const s = trace.sites[site]?.block?.s.data
      if (s !== undefined) values.set(s, n * s.length)
    }
    if (await slices.isOver(pause)) return null
  }
  return { step, weights, logits, gates }
}
