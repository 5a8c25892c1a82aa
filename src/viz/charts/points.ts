/** Series of points: smoothing, thinning, look-up. Pure; `x` is a training step, `y` the value there. */

export interface Point {
  readonly x: number
  readonly y: number
}

/** Weight of the past in the running mean: about the last 20 batches count. */
const smoothing = 0.95

/**
 * Exponential running mean, with the start-up bias divided out (Kingma & Ba 2015, section 3):
 * the first value is itself, a constant stays the constant. Values that are not finite are left out.
 */
export function smooth(points: readonly Point[], keep: number = smoothing): Point[] {
  const result: Point[] = []
  let mean = 0
  let weight = 0
  for (const { x, y } of points) {
    if (!Number.isFinite(y)) continue
    mean = keep * mean + (1 - keep) * y
    weight = keep * weight + (1 - keep)
    result.push({ x, y: mean / weight })
  }
  return result
}

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

/** What was known at `x`: the last point that is not later. null: nothing yet. Points in the order of x. */
export function lastAt(points: readonly Point[], x: number): Point | null {
  let from = 0
  let to = points.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((points[middle]?.x ?? Number.POSITIVE_INFINITY) <= x) from = middle + 1
    else to = middle
  }
  return points[from - 1] ?? null
}
