import type { SeriesPart } from './types.ts'

/**
 * Balanced class weights, n / (k · n_c): every class counts alike, however many series it has (King & Zeng 2001, as
 * scikit-learn's `balanced`). 0 for a class that does not occur; k counts those that do.
 * @returns [classes]
 */
export function classWeights({ y, count }: Pick<SeriesPart, 'y' | 'count'>, classes: number): Float32Array {
  const counts = new Float64Array(classes)
  for (const label of y) counts[label] = (counts[label] ?? 0) + 1
  const present = counts.filter((n) => n > 0).length
  return Float32Array.from(counts, (n) => (n === 0 ? 0 : count / (present * n)))
}
