/** What a survey of a part says: which class each series was read as, and what the gates are by group. */
import type { SeriesPart } from '../data/series/types.ts'

/** Of one SE site. */
export interface GateProfiles {
  readonly site: string
  /** Mean gate by group (class or cue), each [c]; NaN for a group without series. */
  readonly byGroup: readonly Float32Array[]
  /** Largest difference between two groups' means, and its channel. */
  readonly spread: { readonly difference: number; readonly channel: number }
}

/** @param logits [n · classes] @returns [n], the class with the largest logit */
export function predictions(logits: Float32Array, classes: number): Uint8Array {
  return Uint8Array.from({ length: logits.length / classes }, (_, n) => {
    let best = 0
    for (let o = 1; o < classes; o++) {
      if ((logits[n * classes + o] ?? 0) > (logits[n * classes + best] ?? 0)) best = o
    }
    return best
  })
}

/**
 * @param gates s of every series, [n · c]
 * @param group [n]
 */
export function gateProfiles(
  site: string,
  gates: Float32Array,
  { group, count }: Pick<SeriesPart, 'group' | 'count'>,
  groups: number,
): GateProfiles {
  const channels = count === 0 ? 0 : gates.length / count
  const sums = Array.from({ length: groups }, () => new Float64Array(channels))
  const counts = new Float64Array(groups)
  for (let n = 0; n < count; n++) {
    const g = group[n] ?? 0
    const own = sums[g]
    if (own === undefined) throw new RangeError(`group ${g} of ${groups}`)
    counts[g] = (counts[g] ?? 0) + 1
    for (let c = 0; c < channels; c++) own[c] = (own[c] ?? 0) + (gates[n * channels + c] ?? Number.NaN)
  }
  const byGroup = sums.map((own, g) => Float32Array.from(own, (sum) => sum / (counts[g] ?? 0)))
  return {
    site,
    byGroup,
    spread: widest(
      byGroup.filter((_, g) => (counts[g] ?? 0) > 0),
      channels,
    ),
  }
}

function widest(means: readonly Float32Array[], channels: number): GateProfiles['spread'] {
  let found = { difference: 0, channel: 0 }
  for (let c = 0; c < channels; c++) {
    const here = means.map((gates) => gates[c] ?? 0)
    const difference = Math.max(...here) - Math.min(...here)
    if (difference > found.difference) found = { difference, channel: c }
  }
  return found
}

/** Series of one true class that were read as one class, by their number. */
export function seriesOfCell(
  truth: Uint8Array,
  predicted: Uint8Array,
  cell: { readonly truth: number; readonly predicted: number },
): readonly number[] {
  return Array.from(truth, (label, n) => [label, n] as const)
    .filter(([label, n]) => label === cell.truth && predicted[n] === cell.predicted)
    .map(([, n]) => n)
}
