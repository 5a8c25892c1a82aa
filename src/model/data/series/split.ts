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
function holdOut(
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

/**
 * The same for series of which several may be windows of one recording: all of these are kept, or all are held out. A
 * recording is of the class that most of its windows have, of several such the first.
 */
export function holdOutRecordings(
  series: readonly { readonly label: number; readonly recording?: number }[],
  classes: number,
  share: number,
  spare: number,
  random: RandomState,
): Split {
  const members = new Map<number | string, number[]>()
  for (const [i, { recording }] of series.entries()) {
    const key = recording ?? `alone ${i}`
    const own = members.get(key)
    if (own === undefined) members.set(key, [i])
    else own.push(i)
  }
  const groups = [...members.values()]
  const labels = groups.map((own) =>
    commonest(
      own.map((i) => series[i]?.label ?? 0),
      classes,
    ),
  )
  const { kept, held } = holdOut(labels, classes, share, spare, random)
  const all = (chosen: readonly number[]) => chosen.flatMap((g) => groups[g] ?? []).toSorted((a, b) => a - b)
  return { kept: all(kept), held: all(held) }
}

function commonest(labels: readonly number[], classes: number): number {
  const counts = new Uint32Array(classes)
  for (const label of labels) counts[label] = (counts[label] ?? 0) + 1
  return counts.indexOf(Math.max(...counts))
}
