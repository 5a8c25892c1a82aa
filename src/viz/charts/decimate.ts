import type { Point } from './points.ts'

/**
 * At most `most` points with the same outline: each bucket gives its lowest and its highest point, so that no
 * peak is lost; first and last stay.
 * @throws RangeError if `most` leaves no room for a bucket
 */
export function decimate(points: readonly Point[], most: number): readonly Point[] {
  if (most < 4) throw new RangeError(`cannot thin to ${most} points`)
  const first = points[0]
  const last = points[points.length - 1]
  if (points.length <= most || first === undefined || last === undefined) return points
  const buckets = Math.floor((most - 2) / 2)
  const inner = points.length - 2
  const result: Point[] = [first]
  for (let bucket = 0; bucket < buckets; bucket++) {
    const from = 1 + Math.floor((bucket * inner) / buckets)
    const to = 1 + Math.floor(((bucket + 1) * inner) / buckets)
    result.push(...extremes(points, from, to))
  }
  result.push(last)
  return result
}

/** Lowest and highest of points[from … to), in their order; one point if they are the same. */
function extremes(points: readonly Point[], from: number, to: number): Point[] {
  let low = from
  let high = from
  for (let i = from; i < to; i++) {
    const y = points[i]?.y ?? Number.NaN
    if (y < (points[low]?.y ?? y)) low = i
    if (y > (points[high]?.y ?? y)) high = i
  }
  const order = low === high ? [low] : [Math.min(low, high), Math.max(low, high)]
  return order.flatMap((i) => points[i] ?? [])
}
