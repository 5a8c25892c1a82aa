/** @throws RangeError if there is nothing to take the median of */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/**
 * Linear between the order statistics.
 *
 * @param share 0–1
 * @throws RangeError if there are no values
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const at = share * (sorted.length - 1)
  const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  if (below === undefined || above === undefined) throw new RangeError('no values to summarise')
  return below + (above - below) * (at - Math.floor(at))
}

/** @returns `count` results of `measure`, one after another */
export async function repeat<T>(count: number, measure: (run: number) => Promise<T>): Promise<T[]> {
  const results: T[] = []
  for (let run = 0; run < count; run++) results.push(await measure(run))
  return results
}
