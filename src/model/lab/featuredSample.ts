/** Which picture, version and channel a trained network is best told by: found by searching, never by hand. */
import { forwardNetwork, type NetworkTrace } from '../networks/forward.ts'
import type { NetworkPlan, PackedWeights, Site } from '../networks/planTypes.ts'
import { gatesOf, type HeldOutCase, type LabelledPicture, prediction, withGates } from './interventions.ts'

export interface Opening {
  /** Position in the cases searched. */
  readonly position: number
  /** Whether the page opens on the case's other version. */
  readonly swapped: boolean
  readonly channel: number
  /** The least probability, 0–1, of all the readings that were asked for. */
  readonly least: number
}

/**
 * What the page opens on: a picture, in the version whose reading hangs on the gates, and a channel of `site` whose
 * gate it hangs on. Both versions are to be read right, and this one as the other one is (as "the other digit") with:
 * the mean gates and the gates of the other version, at `site` alone and at every site, and its own gates but for the
 * other's in the one channel. The channel is that one of those that turn the reading alone whose own z differs least
 * between the versions: others decide its gate. Of all these readings the least certain counts; the version where
 * that is most is taken.
 * @param meanGates by site id, [c]
 * @throws Error if there is no such version
 */
export function findOpening(
  plan: NetworkPlan,
  weights: PackedWeights,
  site: Site,
  cases: readonly HeldOutCase[],
  meanGates: Readonly<Record<string, Float32Array>>,
): Opening {
  let best: Opening | null = null
  for (const { turned: _, ...found } of openings(plan, weights, site, cases, meanGates)) {
    if (found.least > (best?.least ?? 0)) best = found
  }
  if (best === null) throw new Error('there is no picture whose reading the gates turn')
  return best
}

/**
 * How usual is what the page opens on? Of `of` versions `versions` are turned by the mean gates and by the other
 * version's, `byOneGate` of them also by the other's gate of one channel alone.
 */
export function countTurned(
  plan: NetworkPlan,
  weights: PackedWeights,
  site: Site,
  cases: readonly HeldOutCase[],
  meanGates: Readonly<Record<string, Float32Array>>,
): { readonly versions: number; readonly byOneGate: number; readonly of: number } {
  let [versions, byOneGate, of] = [0, 0, 0]
  for (const { turned, least } of openings(plan, weights, site, cases, meanGates)) {
    of++
    versions += Number(turned)
    byOneGate += Number(least > 0)
  }
  return { versions, byOneGate, of }
}

interface Told extends Pick<Opening, 'channel' | 'least'> {
  /** Whether all gates at once turn the reading. */
  readonly turned: boolean
}

/** Every version of every case that has two. */
function* openings(
  plan: NetworkPlan,
  weights: PackedWeights,
  site: Site,
  cases: readonly HeldOutCase[],
  meanGates: Readonly<Record<string, Float32Array>>,
): Generator<Opening & Told> {
  for (const [position, { own, swapped: twin }] of cases.entries()) {
    if (twin === null) continue
    const ownTrace = forwardNetwork(plan, weights, own.input)
    const twinTrace = forwardNetwork(plan, weights, twin.input)
    for (const swapped of [false, true]) {
      const shown = { ...(swapped ? twin : own), trace: swapped ? twinTrace : ownTrace }
      const other = { ...(swapped ? own : twin), trace: swapped ? ownTrace : twinTrace }
      yield { position, swapped, ...howClearly(plan, weights, site, shown, other, meanGates) }
    }
  }
}

interface TracedPicture extends LabelledPicture {
  readonly trace: NetworkTrace
}

/** `least` is 0 if any reading is another one than was asked for. */
function howClearly(
  plan: NetworkPlan,
  weights: PackedWeights,
  { id }: Site,
  shown: TracedPicture,
  other: TracedPicture,
  meanGates: Readonly<Record<string, Float32Array>>,
): Told {
  const none = { turned: false, channel: 0, least: 0 }
  const [here, there] = [shown.trace.sites[id]?.block, other.trace.sites[id]?.block]
  const mean = meanGates[id]
  if (!here || !there || mean === undefined) return none
  const [own, lent] = [here.s.data, there.s.data]
  const turned = (gates: Readonly<Record<string, Float32Array>>) =>
    certainty(withGates(plan, weights, shown.input, shown.trace, gates), other.label)
  const readings = [
    () => certainty(shown.trace, shown.label),
    () => certainty(other.trace, other.label),
    () => turned({ [id]: mean }),
    () => turned(meanGates),
    () => turned({ [id]: lent }),
    () => turned(gatesOf(other.trace)),
  ]
  let least = 1
  for (const reading of readings) {
    least = Math.min(least, reading())
    if (least === 0) return none
  }
  const alone = own.map((_, c) => turned({ [id]: own.with(c, lent[c] ?? 0) }))
  const moved = alone.map((turns, c) =>
    turns === 0 ? Number.POSITIVE_INFINITY : Math.abs((here.z.data[c] ?? 0) - (there.z.data[c] ?? 0)),
  )
  const channel = moved.indexOf(Math.min(...moved))
  return { turned: true, channel, least: Math.min(least, alone[channel] ?? 0) }
}

/** Probability of the label if it is what is read; 0 if something else is. */
function certainty(trace: NetworkTrace, label: number): number {
  return prediction(trace) === label ? (trace.probabilities.data[label] ?? 0) : 0
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
