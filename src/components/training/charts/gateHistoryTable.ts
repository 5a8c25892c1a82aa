/** What the waterfall's sentence and table say of a history of gates. */
import type { ChannelRange, GateRecord } from '../../../viz/charts/waterfall.ts'

export interface GateChange {
  readonly channel: number
  readonly fromStep: number
  readonly toStep: number
  readonly before: number
  readonly after: number
}

/** The channel whose gate differs most between the first and the last record; null: fewer than two records. */
export function largestChange(history: readonly GateRecord[], { from, to }: ChannelRange): GateChange | null {
  const first = history[0]
  const last = history[history.length - 1]
  if (first === undefined || last === undefined || first === last) return null
  let best: GateChange | null = null
  for (let channel = from; channel < to; channel++) {
    const before = first.gates[channel] ?? 0
    const after = last.gates[channel] ?? 0
    if (best === null || Math.abs(after - before) > Math.abs(best.after - best.before)) {
      best = { channel, fromStep: first.step, toStep: last.step, before, after }
    }
  }
  return best
}
