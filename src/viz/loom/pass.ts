/**
 * The one pass of the first ten seconds, as a function of time: maps fall into means, sums run through the
 * hinge, gates fill, X̃ fades from U. Pure; the numbers that are printed do not take part.
 */
import type { Nd } from '../../model/tensor.ts'

export const passMs = 4500

/** Shares of the way that each stage has gone at time t, 0 … 1. */
export interface Pass {
  readonly z: number
  readonly hidden: number
  readonly gates: number
  readonly scale: number
}

export function passAt(t: number): Pass {
  return {
    z: part(t, 0.02, 0.3),
    hidden: part(t, 0.28, 0.55),
    gates: part(t, 0.5, 0.78),
    scale: part(t, 0.74, 1),
  }
}

function part(t: number, from: number, to: number): number {
  const x = Math.max(0, Math.min(1, (t - from) / (to - from)))
  return x * x * (3 - 2 * x)
}

/** Values on their way up from 0. */
export function grown(tensor: Nd, share: number): Nd {
  return share === 1 ? tensor : { ...tensor, data: tensor.data.map((value) => value * share) }
}

/** From `start` to `end`, value by value. */
export function between(start: Nd, end: Nd, share: number): Nd {
  if (share === 1) return end
  return { ...end, data: end.data.map((value, i) => (start.data[i] ?? 0) * (1 - share) + value * share) }
}
