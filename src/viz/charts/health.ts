/** Are these gates alive? Counts and warnings for the histogram. Thresholds are ours, stated here once. */

/** Gates this near to ½ may not have learnt anything yet. */
const nearHalf = [0.45, 0.55] as const
/** Beyond these σ is flat: hardly any gradient comes through. */
const saturation = [0.02, 0.98] as const
/** Share of the gates from which on a count becomes a warning. */
const warningShare = 0.5

export type HealthWarning = 'nearHalf' | 'closed' | 'open' | 'someDead' | 'allDead'

export interface GateHealth {
  /** Gates looked at: pictures × channels. */
  readonly count: number
  readonly nearHalf: number
  /** Below 0.02. */
  readonly closed: number
  /** Above 0.98. */
  readonly open: number
  readonly dead: number
  readonly hidden: number
  readonly mean: number
  readonly warnings: readonly HealthWarning[]
}

/**
 * @param gates one [c] each picture (or any other grouping: only the values count)
 * @param deadHidden by hidden unit: was it 0 for every picture looked at?
 */
export function gateHealth(gates: readonly Float32Array[], deadHidden: readonly boolean[]): GateHealth {
  const total = { count: 0, nearHalf: 0, closed: 0, open: 0, sum: 0 }
  for (const picture of gates) {
    for (const gate of picture) {
      total.count++
      total.sum += gate
      if (gate >= nearHalf[0] && gate <= nearHalf[1]) total.nearHalf++
      if (gate < saturation[0]) total.closed++
      if (gate > saturation[1]) total.open++
    }
  }
  const { sum, ...counts } = total
  const dead = deadHidden.filter(Boolean).length
  const hidden = deadHidden.length
  const mean = counts.count === 0 ? Number.NaN : sum / counts.count
  return { ...counts, dead, hidden, mean, warnings: warningsOf(counts, dead, hidden) }
}

function warningsOf(
  counts: {
    readonly count: number
    readonly nearHalf: number
    readonly closed: number
    readonly open: number
  },
  dead: number,
  hidden: number,
): HealthWarning[] {
  const many = (n: number) => counts.count > 0 && n / counts.count >= warningShare
  const warnings: HealthWarning[] = []
  if (many(counts.nearHalf)) warnings.push('nearHalf')
  if (many(counts.closed)) warnings.push('closed')
  if (many(counts.open)) warnings.push('open')
  if (dead > 0) warnings.push(dead === hidden ? 'allDead' : 'someDead')
  return warnings
}
