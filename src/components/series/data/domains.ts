/** On what scale the variables of a series are drawn. */
import type { SeriesProblem } from '../../../model/data/series/types.ts'
import { memo } from '../../../model/state/lastCalls.ts'
import { extents } from '../../../viz/series/series.ts'

/** Lowest and highest value of each variable over the whole test part: its series can be compared. */
export const domainsOf = memo(({ test, channels }: SeriesProblem) => extents(test.x, channels))

/**
 * A normalised value back in the variable's own unit, without the digits that float32 has added; as it is where each
 * series has a scale of its own.
 */
export function measured({ scale }: SeriesProblem, value: number, variable: number): number {
  if (scale === null) return value
  const deviation = scale.deviation[variable] ?? 1
  const mean = scale.mean[variable] ?? 0
  return Math.round(((value * deviation + mean) / deviation) * 1e5) * 1e-5 * deviation
}
