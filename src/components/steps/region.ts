/** A rectangle of a map, and what squeezing it alone would give. */

/** Rows and columns from 0; the last ones belong to the region. */
export interface Region {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** Height and width of a map. */
export type MapSize = readonly [h: number, w: number]

interface Cell {
  readonly h: number
  readonly w: number
}

export function wholeMap([h, w]: MapSize): Region {
  return { top: 0, bottom: h - 1, left: 0, right: w - 1 }
}

/**
 * The cell under a pointer; beyond an edge the nearest one, so that a drag may leave the map.
 * @param x, y share of the map's width and height, from its upper left corner
 */
export function cellAt(x: number, y: number, [h, w]: MapSize): Cell {
  return { h: clamp(Math.floor(y * h), h), w: clamp(Math.floor(x * w), w) }
}

/** The rectangle with these two corners, dragged in whichever direction. */
export function regionBetween(a: Cell, b: Cell): Region {
  return {
    top: Math.min(a.h, b.h),
    bottom: Math.max(a.h, b.h),
    left: Math.min(a.w, b.w),
    right: Math.max(a.w, b.w),
  }
}

export interface Measured {
  readonly count: number
  readonly sum: number
  readonly mean: number
  readonly max: number
  /** The first cell, row by row, that holds the maximum. */
  readonly at: Cell
}

/**
 * One channel of maps (h, w, c), over the cells of the region; sums in float64.
 * @param shape [h, w, c] of `data`
 */
export function measure(
  data: Float32Array,
  shape: readonly [h: number, w: number, c: number],
  channel: number,
  { top, bottom, left, right }: Region,
): Measured {
  const [, columns, channels] = shape
  let [sum, max, at] = [0, Number.NEGATIVE_INFINITY, { h: top, w: left }]
  for (let h = top; h <= bottom; h++) {
    for (let w = left; w <= right; w++) {
      const value = data[(h * columns + w) * channels + channel] ?? Number.NaN
      sum += value
      if (value > max) [max, at] = [value, { h, w }]
    }
  }
  const count = (bottom - top + 1) * (right - left + 1)
  return { count, sum, mean: sum / count, max, at }
}

/** True if some value of the channel is below zero: shares of the sum then need not lie between 0 and 1. */
export function hasNegative(data: Float32Array, channels: number, channel: number): boolean {
  for (let i = channel; i < data.length; i += channels) if ((data[i] ?? 0) < 0) return true
  return false
}

function clamp(i: number, count: number): number {
  return Math.max(0, Math.min(count - 1, i))
}
