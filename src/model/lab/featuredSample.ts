/** Which channel and pictures a trained `inks` network is best told by: found by searching, never by hand. */
import type { NetworkTrace } from '../networks/forward.ts'
import { forwardNetwork } from '../networks/forward.ts'
import type { NetworkPlan, PackedWeights, Site } from '../networks/planTypes.ts'
import { gatesOf, type HeldOutCase, prediction, withGates } from './interventions.ts'

export interface Contrast {
  /** Position in the cases searched. */
  readonly position: number
  readonly channel: number
  /** Whether version A is the picture with the bar in its other ink. */
  readonly swappedIsA: boolean
  /** |gate in A − gate in B| */
  readonly difference: number
}

/**
 * The picture and the channel of `site` whose gates differ most between the two inks of the bar. Only
 * pictures count that are read right in both versions, and as the other digit with the other's gates.
 * Version A is the one with more living hidden units. Among differences that look alike (within 0.02 of
 * the greatest) the picture with the most living hidden units in A is taken.
 * @throws Error if no picture qualifies
 */
export function findContrast(
  plan: NetworkPlan,
  weights: PackedWeights,
  site: Site,
  cases: readonly HeldOutCase[],
): Contrast {
  const found: (Contrast & { readonly living: number })[] = []
  for (const [position, { own, swapped }] of cases.entries()) {
    if (swapped === null) continue
    const [a, b] = [own, swapped].map(({ input }) => forwardNetwork(plan, weights, input)) as [
      NetworkTrace,
      NetworkTrace,
    ]
    const reads = [
      [prediction(a), own.label],
      [prediction(b), swapped.label],
      [prediction(withGates(plan, weights, own.input, a, gatesOf(b))), swapped.label],
      [prediction(withGates(plan, weights, swapped.input, b, gatesOf(a))), own.label],
    ]
    if (reads.some(([read, wanted]) => read !== wanted)) continue
    const swappedIsA = livingHidden(b, site) > livingHidden(a, site)
    const [gatesA, gatesB] = [gatesOf(a)[site.id], gatesOf(b)[site.id]]
    if (gatesA === undefined || gatesB === undefined) continue
    const differences = gatesA.map((gate, c) => Math.abs(gate - (gatesB[c] ?? 0)))
    const channel = indexOfLargest(differences)
    found.push({
      position,
      channel,
      swappedIsA,
      difference: differences[channel] ?? 0,
      living: Math.max(livingHidden(a, site), livingHidden(b, site)),
    })
  }
  const greatest = found.reduce((most, { difference }) => Math.max(most, difference), 0)
  const [best] = found
    .filter(({ difference }) => difference >= greatest - 0.02)
    .sort((x, y) => y.living - x.living || y.difference - x.difference)
  if (best === undefined) throw new Error('no picture is read right in both versions')
  const { living: _, ...contrast } = best
  return contrast
}

function livingHidden(trace: NetworkTrace, { id }: Site): number {
  return trace.sites[id]?.block?.hidden.data.filter((value) => value > 0).length ?? 0
}

export interface Closing {
  readonly position: number
  readonly swapped: boolean
  readonly site: string
  readonly channel: number
  readonly predictionBefore: number
  readonly predictionAfter: number
  /** Probability of the prediction before closing. */
  readonly probabilityBefore: number
  readonly probabilityAfter: number
}

/** The one gate whose closing takes most probability from a right prediction. @throws Error without right predictions */
export function findClosing(
  plan: NetworkPlan,
  weights: PackedWeights,
  cases: readonly HeldOutCase[],
): Closing {
  let best: Closing | null = null
  for (const [position, { own, swapped }] of cases.entries()) {
    for (const picture of swapped === null ? [own] : [own, swapped]) {
      const trace = forwardNetwork(plan, weights, picture.input)
      const predictionBefore = prediction(trace)
      if (predictionBefore !== picture.label) continue
      const probabilityBefore = trace.probabilities.data[predictionBefore] ?? 0
      for (const [site, gates] of Object.entries(gatesOf(trace))) {
        for (const channel of gates.keys()) {
          const closed = gates.with(channel, 0)
          const after = withGates(plan, weights, picture.input, trace, { [site]: closed })
          const probabilityAfter = after.probabilities.data[predictionBefore] ?? 0
          const drop = probabilityBefore - probabilityAfter
          if (best !== null && drop <= best.probabilityBefore - best.probabilityAfter) continue
          best = {
            position,
            swapped: picture === swapped,
            site,
            channel,
            predictionBefore,
            predictionAfter: prediction(after),
            probabilityBefore,
            probabilityAfter,
          }
        }
      }
    }
  }
  if (best === null) throw new Error('no picture is read right')
  return best
}

export interface Patch {
  readonly position: number
  readonly h: number
  readonly w: number
  readonly value: number
}

/** The pictures (with their own bar) and cells in which u of the channel is greatest, one cell a picture. */
export function findPatches(
  plan: NetworkPlan,
  weights: PackedWeights,
  site: Site,
  channel: number,
  cases: readonly HeldOutCase[],
  count: number,
): Patch[] {
  const strongest = cases.map(({ own }, position) => {
    const U = forwardNetwork(plan, weights, own.input).sites[site.id]?.U
    if (U === undefined) throw new RangeError(`no site ${site.id}`)
    const [, width = 0, channels = 0] = U.shape
    const map = U.data.filter((_, i) => i % channels === channel)
    const cell = indexOfLargest(map)
    return { position, h: Math.floor(cell / width), w: cell % width, value: map[cell] ?? 0 }
  })
  return strongest.sort((a, b) => b.value - a.value).slice(0, count)
}

function indexOfLargest(values: Float32Array): number {
  return values.reduce((best, value, i) => (value > (values[best] ?? 0) ? i : best), 0)
}
