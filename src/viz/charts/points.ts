/** Series of points: smoothing, look-up. Pure; `x` is a training step, `y` the value there. */

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
