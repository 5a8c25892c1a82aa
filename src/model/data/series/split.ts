import { permutation, type RandomState } from '../rng.ts'

export interface Split {
  /** Positions, ascending. */
  readonly kept: readonly number[]
  readonly held: readonly number[]
}

/**
 * Holds out a share of every class, at random: the nearest number of series to share · n, but at least one, and never
 * so many that fewer than `spare` are kept. A class with no more than `spare` series is kept whole.
 * @param labels class of each series, 0 … classes − 1
 * @param share 0–1
 */
export function holdOut(
  labels: readonly number[],
  classes: number,
  share: number,
  spare: number,
  random: RandomState,
): Split {
  const members: number[][] = Array.from({ length: classes }, () => [])
  for (const [i, label] of labels.entries()) members[label]?.push(i)
  const held = new Set<number>()
  for (const own of members) {
    if (own.length <= spare) continue
    const take = Math.min(Math.max(1, Math.round(share * own.length)), own.length - spare)
    for (const i of permutation(random, own.length).subarray(0, take)) held.add(own[i] ?? 0)
  }
  const all = labels.map((_, i) => i)
  return { kept: all.filter((i) => !held.has(i)), held: all.filter((i) => held.has(i)) }
}
