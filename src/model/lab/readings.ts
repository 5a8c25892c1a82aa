/** How all held-out pictures are read with other gates: right, as the other digit, or as neither. */
import { forwardNetwork, type NetworkTrace } from '../networks/forward.ts'
import type { NetworkPlan, PackedWeights } from '../networks/planTypes.ts'
import type { GateReadings, Readings } from '../networks/snapshotTypes.ts'
import { gatesOf, type HeldOutCase, prediction, withGates } from './interventions.ts'

type Gates = Readonly<Record<string, Float32Array>>

/** Mean gates by site, and by bar and site. */
export interface MeanGates {
  readonly mean: Gates
  readonly byBar: readonly Gates[]
}

type Tally = { -readonly [K in keyof Readings]: number }

const none = (): Tally => ({ right: 0, other: 0, neither: 0 })

function count(tally: Tally, trace: NetworkTrace, { own, swapped }: HeldOutCase): void {
  const read = prediction(trace)
  if (read === own.label) tally.right++
  else if (read === swapped?.label) tally.other++
  else tally.neither++
}

/** With what the network computes itself. */
export function measureReadings(
  plan: NetworkPlan,
  weights: PackedWeights,
  cases: readonly HeldOutCase[],
): Readings {
  const tally = none()
  for (const one of cases) count(tally, forwardNetwork(plan, weights, one.own.input), one)
  return tally
}

/** @throws RangeError if a mean is missing */
export function measureGateReadings(
  plan: NetworkPlan,
  weights: PackedWeights,
  cases: readonly HeldOutCase[],
  means: MeanGates,
): GateReadings {
  const ids = plan.sites.map(({ id }) => id)
  const ones = Object.fromEntries(
    plan.sites.map(({ id, channels }) => [id, new Float32Array(channels).fill(1)]),
  )
  const bySite = (): Record<string, Tally> => Object.fromEntries(ids.map((id) => [id, none()]))
  const all = { own: none(), frozen: none(), atOne: none(), transplanted: none(), byBar: none() }
  const at = { frozen: bySite(), transplanted: bySite(), byBar: bySite() }
  let barred = 0
  for (const one of cases) {
    const { own, swapped, bar } = one
    const trace = forwardNetwork(plan, weights, own.input)
    const read = (tally: Tally | undefined, gates: Gates) => {
      if (tally !== undefined) count(tally, withGates(plan, weights, own.input, trace, gates), one)
    }
    const everywhereAndAt = (name: keyof typeof at, gates: Gates) => {
      read(all[name], gates)
      for (const id of ids) read(at[name][id], { [id]: gatesAt(gates, id) })
    }
    read(all.own, {})
    read(all.atOne, ones)
    everywhereAndAt('frozen', means.mean)
    if (swapped === null || bar === null) continue
    barred++
    everywhereAndAt('transplanted', gatesOf(forwardNetwork(plan, weights, swapped.input)))
    everywhereAndAt('byBar', means.byBar[bar] ?? {})
  }
  const hasBars = barred > 0
  return {
    own: all.own,
    frozen: all.frozen,
    frozenAt: at.frozen,
    atOne: all.atOne,
    transplanted: hasBars ? all.transplanted : null,
    transplantedAt: hasBars ? at.transplanted : null,
    byBar: hasBars ? all.byBar : null,
    byBarAt: hasBars ? at.byBar : null,
  }
}

function gatesAt(gates: Gates, id: string): Float32Array {
  const found = gates[id]
  if (found === undefined) throw new RangeError(`no gates for ${id}`)
  return found
}
