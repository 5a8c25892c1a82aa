/** Geometry of what a sum is made of: stacked bars that grow from zero to either side. Pure; sizes in pixels. */
import { scaleLinear } from 'd3'

export const branchParts = ['bias', 'lstm', 'convolution'] as const
export type BranchPart = (typeof branchParts)[number]

/** The parts of one class's logit. */
export type Contributions = Readonly<Record<BranchPart, number>>

export interface Segment {
  readonly part: BranchPart
  /** Values at its ends, the lower one first. */
  readonly from: number
  readonly to: number
}

/** Positive parts pile up to the right of zero, negative ones to the left, each in the same order. */
export function stacked(contributions: Contributions): readonly Segment[] {
  let [right, left] = [0, 0]
  return branchParts.flatMap((part) => {
    const value = contributions[part]
    if (value === 0 || !Number.isFinite(value)) return []
    if (value > 0) {
      right += value
      return [{ part, from: right - value, to: right }]
    }
    left += value
    return [{ part, from: left, to: left - value }]
  })
}

export function sumOf({ bias, lstm, convolution }: Contributions): number {
  return bias + lstm + convolution
}

/** Share of a bar's height: the parts are told apart without colour, too. */
export const partHeights: Readonly<Record<BranchPart, number>> = { bias: 1, lstm: 1, convolution: 0.6 }

export interface BranchesLayout {
  readonly height: number
  readonly plot: { readonly left: number; readonly right: number }
  /** Names and numbers stand beside the bars; else above them. */
  readonly beside: boolean
  readonly rows: readonly { readonly text: number; readonly middle: number }[]
  readonly bar: number
  /** Right ends of the columns of numbers: one a part, then the sum. */
  readonly numbers: readonly number[]
  readonly ticks: readonly { readonly value: number; readonly at: number }[]
  readonly x: (value: number) => number
  readonly foot: number
}

/** Logits that lie closer together than this are drawn as 0. */
const least = 1e-9
const besideFrom = 640
const numberWidth = 72
const axis = 22

export function branchesLayout(rows: readonly Contributions[], width: number): BranchesLayout {
  const beside = width >= besideFrom
  const dense = rows.length > 12
  const bar = dense ? 10 : 14
  const pitch = beside ? bar + (dense ? 8 : 12) : bar + (dense ? 26 : 30)
  const names = Math.min(150, width * 0.18)
  const plot = beside ? { left: names, right: width - 4 * numberWidth - 12 } : { left: 0, right: width }
  const ends = rows.flatMap(stacked)
  const low = ends.reduce((lowest, { from }) => Math.min(lowest, from), 0)
  const high = ends.reduce((most, { to }) => Math.max(most, to), 0)
  const x = scaleLinear()
    .domain(high - low > least ? [low, high] : [-1, 1])
    .clamp(true)
    .range([plot.left + 2, plot.right - 2])
  const end = rows.length * pitch
  return {
    height: end + axis,
    plot,
    beside,
    rows: rows.map((_, i) => {
      const middle = beside ? i * pitch + pitch / 2 : i * pitch + pitch - bar / 2 - 5
      return { middle, text: beside ? middle : middle - bar / 2 - 13 }
    }),
    bar,
    numbers: beside ? [1, 2, 3, 4].map((i) => plot.right + 12 + i * numberWidth) : [],
    ticks: x.ticks(Math.max(2, Math.floor((plot.right - plot.left) / 90))).map((value) => ({
      value,
      at: x(value),
    })),
    x: (value) => x(value),
    foot: end + 16,
  }
}
