/** The recorded run: weights of many steps within a memory budget, for time travel and the waterfall. */
import type { PackedWeights } from '../networks/planTypes.ts'

export interface Recorded {
  readonly step: number
  readonly weights: PackedWeights
}

/** About 40 MB of a 20,000-value network: 500 records. */
const mostRecords = 500

/**
 * Adds a record; when the budget is full the one whose neighbours stand closest together goes (never the first
 * or the newest), so that the whole run stays covered, evenly, however long it takes. Steps do not go back: a
 * restored run drops what came after.
 */
export function record(
  history: readonly Recorded[],
  added: Recorded,
  most = mostRecords,
): readonly Recorded[] {
  const before = history.filter((one) => one.step < added.step)
  const all = [...before, added]
  return all.length <= most ? all : all.toSpliced(closest(all), 1)
}

/** Adds a state of an earlier step that was not recorded when the run was there; the newest ones stay. */
export function insert(history: readonly Recorded[], added: Recorded): readonly Recorded[] {
  const others = history.filter((one) => one.step !== added.step)
  const place = others.findIndex((one) => one.step > added.step)
  return place < 0 ? [...others, added] : others.toSpliced(place, 0, added)
}

/** Position of the inner record whose loss leaves the smallest gap; the earliest of those. */
function closest(history: readonly Recorded[]): number {
  const gap = (i: number) => (history[i + 1]?.step ?? 0) - (history[i - 1]?.step ?? 0)
  let found = 1
  for (let i = 2; i < history.length - 1; i++) if (gap(i) < gap(found)) found = i
  return found
}

/** The last record at or before `step`; the first if all are later. */
export function recordAt(history: readonly Recorded[], step: number): Recorded | null {
  let found: Recorded | null = history[0] ?? null
  for (const one of history) if (one.step <= step) found = one
  return found
}

/** At most `count` records, spread evenly over the run, the newest among them: the waterfall's lines. */
export function spread(history: readonly Recorded[], count: number): readonly Recorded[] {
  if (history.length <= count) return history
  return Array.from(
    { length: count },
    (_, i) => history[Math.round((i * (history.length - 1)) / (count - 1))] as Recorded,
  )
}
