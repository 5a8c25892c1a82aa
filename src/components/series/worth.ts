/** What closing each variable costs a network, measured over the test series on the page, a little at a time. */
import { predictions } from '../../model/lab/seriesResults.ts'
import { withoutVariable } from '../../model/lab/variables.ts'
import { forwardNetwork } from '../../model/networks/forward.ts'
import type { LoadedProblem } from '../../model/state/series.ts'
import type { ShownNetwork } from '../../model/state/shown.ts'
import { nd } from '../../model/tensor.ts'

export interface Worth {
  /** With all variables, 0–1. */
  readonly accuracy: number
  /** [variables]: with this one closed. */
  readonly closed: readonly number[]
}

const sliceMs = 8

/** @param stop asked whether nobody wants it any more; the result is then null */
export async function measureWorth(
  { plan, weights }: ShownNetwork,
  { problem }: LoadedProblem,
  pause: () => Promise<void>,
  stop: () => boolean,
): Promise<Worth | null> {
  const { test, length, channels, classes } = problem
  const size = length * channels
  let began = performance.now()
  const accuracyOn = async (x: Float32Array): Promise<number | null> => {
    let right = 0
    for (let n = 0; n < test.count; n++) {
      const input = nd(['t', 'c'], [length, channels], x.subarray(n * size, (n + 1) * size))
      const [read] = predictions(forwardNetwork(plan, weights, input).logits.data, classes.length)
      right += Number(read === test.y[n])
      if (performance.now() - began < sliceMs) continue
      await pause()
      if (stop()) return null
      began = performance.now()
    }
    return right / test.count
  }
  const accuracy = await accuracyOn(test.x)
  const closed: number[] = []
  for (let v = 0; v < channels; v++) {
    const without = await accuracyOn(withoutVariable(test.x, channels, v))
    if (without === null) return null
    closed.push(without)
  }
  return accuracy === null ? null : { accuracy, closed }
}
