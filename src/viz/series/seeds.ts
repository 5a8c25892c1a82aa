/** Geometry of results by seed: dots of two groups or more over one axis of accuracy. Pure; sizes in pixels. */
import { scaleLinear } from 'd3'

export interface SeedsLayout {
  readonly height: number
  readonly left: number
  readonly right: number
  /** Names stand at the left of the rows; else above them. */
  readonly beside: boolean
  /** Where the names and the middles of the rows are. */
  readonly rows: readonly { readonly name: number; readonly middle: number }[]
  readonly ticks: readonly { readonly value: number; readonly at: number }[]
  readonly x: (accuracy: number) => number
  /** y of the numbers of the axis, and of its name below them. */
  readonly foot: number
  readonly caption: number
}

/** The axis is never narrower than this: a tenth of a point would look like a world. */
const narrowest = 0.1
const besideFrom = 420
const rail = 104
const edge = 16

/** The part of 0–1 that holds all values, with some room. */
export function accuracyDomain(values: readonly number[]): readonly [low: number, high: number] {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [0, 1]
  const room = Math.max(0.01, (high - low) * 0.08, (narrowest - (high - low)) / 2)
  const to = Math.min(1, high + room)
  const from = Math.max(0, Math.min(low - room, to - narrowest))
  return [from, Math.max(to, from + narrowest)]
}

/** @param values of all groups, ends of the spreads included */
export function seedsLayout(groups: number, values: readonly number[], width: number): SeedsLayout {
  const beside = width >= besideFrom
  const left = beside ? rail : edge
  const right = width - edge
  const pitch = beside ? 46 : 64
  const rows = Array.from({ length: groups }, (_, i) => {
    const middle = i * pitch + (beside ? 26 : 42)
    return { name: beside ? middle : middle - 30, middle }
  })
  const foot = groups * pitch + 20
  const x = scaleLinear(accuracyDomain(values), [left, right]).clamp(true)
  const ticks = x
    .ticks(Math.max(2, Math.floor((right - left) / 70)))
    .map((value) => ({ value, at: x(value) }))
  return { height: foot + 24, left, right, beside, rows, ticks, x, foot, caption: foot + 18 }
}

/** How far a dot stands from its row's middle: seeds one below the other, so that equal results do not hide. */
export function seedOffset(place: number, seeds: number): number {
  return seeds < 2 ? 0 : (place / (seeds - 1) - 0.5) * 20
}
