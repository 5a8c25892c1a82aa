/** Geometry of a line chart: series in, paths, ticks and label places out. */
import { extent, line, scaleLinear } from 'd3'
import { decimate } from './decimate.ts'
import type { Point } from './points.ts'

export interface Series {
  readonly id: string
  /** Direct label at the end of the series. */
  readonly label: string
  readonly kind: 'line' | 'points'
  /** In the order of x. */
  readonly points: readonly Point[]
}

export interface ChartSize {
  readonly width: number
  readonly height: number
}

export interface Tick {
  readonly value: number
  /** Pixels from the chart's left or upper edge. */
  readonly at: number
}

export interface LineMarks {
  readonly id: string
  readonly kind: Series['kind']
  /** SVG path; empty without points. */
  readonly path: string
  /** Of kind `points`: the middle of each, in pixels. */
  readonly dots: readonly Point[]
}

export interface EndLabel {
  readonly id: string
  readonly text: string
  readonly x: number
  readonly y: number
}

export interface LineLayout {
  /** Edges of the plot, in pixels from the chart's left and upper edge. */
  readonly plot: {
    readonly left: number
    readonly right: number
    readonly top: number
    readonly bottom: number
  }
  readonly xTicks: readonly Tick[]
  readonly yTicks: readonly Tick[]
  readonly marks: readonly LineMarks[]
  readonly labels: readonly EndLabel[]
  readonly xDomain: readonly [number, number]
  readonly yDomain: readonly [number, number]
  readonly x: (value: number) => number
  readonly y: (value: number) => number
  /** Pixels → value on the x axis, within its domain. */
  readonly invert: (pixels: number) => number
}

/** More points than this make no visible difference at the width of a chart. */
export const mostPoints = 600

/** Pixels around the plot, for ticks at its left and below, and the names of the series at its right. */
export interface Margin {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const fullMargin: Margin = { left: 40, right: 68, top: 8, bottom: 20 }
/** Of a chart that stands on another one with the same x. */
export const bareMargin: Margin = { ...fullMargin, bottom: 5 }

/** Distance of two direct labels, in pixels. */
const labelPitch = 15

/**
 * @param yDomain fixed domain (accuracy: 0–1); without it the data's, rounded outwards, from 0 on
 */
export function lineLayout(
  series: readonly Series[],
  size: ChartSize,
  yDomain?: readonly [number, number],
  margin: Margin = fullMargin,
): LineLayout {
  const plot = {
    left: margin.left,
    right: size.width - margin.right,
    top: margin.top,
    bottom: size.height - margin.bottom,
  }
  const all = series.flatMap((one) => one.points).filter((point) => Number.isFinite(point.y))
  const latest = Math.max(1, ...extent(all, (point) => point.x).map((x) => x ?? 1))
  const x = scaleLinear().domain([0, latest]).range([plot.left, plot.right])
  const y = scaleLinear()
    .domain(yDomain ?? [0, highest(all)])
    .range([plot.bottom, plot.top])
  if (yDomain === undefined) y.nice(3)
  return {
    plot,
    // Without room below there are no numbers.
    xTicks:
      margin.bottom < fullMargin.bottom
        ? []
        : xTickPlaces(x, 3).filter((tick) => Number.isInteger(tick.value)),
    yTicks: tickPlaces(y, Math.max(1, Math.min(3, Math.floor((plot.bottom - plot.top) / rowPitch)))),
    marks: series.map((one) => seriesMarks(one, x, y)),
    labels: endLabels(series, x, y, plot),
    xDomain: [0, latest],
    yDomain: [y.domain()[0] ?? 0, y.domain()[1] ?? 1],
    x: (value) => x(value),
    y: (value) => y(value),
    invert: (pixels) => Math.min(latest, Math.max(0, x.invert(pixels))),
  }
}

function highest(points: readonly Point[]): number {
  const top = points.reduce((most, point) => Math.max(most, point.y), 0)
  return top > 0 ? top : 1
}

type Scale = ReturnType<typeof scaleLinear<number, number>>

/** Room for a number beside the axis of y, in pixels. */
const rowPitch = 16

/** Room for a number under the axis, in pixels. */
const tickPitch = 36

/** Ticks of x: `most`, or as many fewer as it takes for their numbers not to touch; the ends where no two have room. */
export function xTickPlaces(scale: Scale, most: number): Tick[] {
  for (let count = most; count > 0; count--) {
    const ticks = tickPlaces(scale, count)
    const [first, second] = ticks
    if (first !== undefined && second !== undefined && second.at - first.at >= tickPitch) return ticks
  }
  return scale.domain().map((value) => ({ value, at: scale(value) }))
}

function tickPlaces(scale: Scale, count: number): Tick[] {
  return scale.ticks(count).map((value) => ({ value, at: scale(value) }))
}

function seriesMarks(series: Series, x: Scale, y: Scale): LineMarks {
  const points = decimate(
    series.points.filter((point) => Number.isFinite(point.y)),
    mostPoints,
  )
  const path = line<Point>()
    .x((point) => round(x(point.x)))
    .y((point) => round(y(point.y)))
  return {
    id: series.id,
    kind: series.kind,
    path: path(points) ?? '',
    dots:
      series.kind === 'points' ? points.map((point) => ({ x: round(x(point.x)), y: round(y(point.y)) })) : [],
  }
}

/** Tenths of a pixel keep the markup short. */
function round(pixels: number): number {
  return Math.round(pixels * 10) / 10
}

/** Labels beside the last points, moved apart where they would touch. */
function endLabels(series: readonly Series[], x: Scale, y: Scale, plot: LineLayout['plot']): EndLabel[] {
  const labels = series.flatMap((one) => {
    const last = one.points.findLast((point) => Number.isFinite(point.y))
    return last === undefined ? [] : [{ id: one.id, text: one.label, end: x(last.x), y: y(last.y) }]
  })
  labels.sort((a, b) => a.y - b.y)
  const right = Math.max(plot.left, ...labels.map((label) => label.end)) + 6
  const places = spread(
    labels.map((label) => label.y),
    labelPitch,
    plot.top,
    plot.bottom - 4,
  )
  return labels.map(({ id, text }, i) => ({ id, text, x: right, y: places[i] ?? 0 }))
}

/** Sorted places moved apart to `pitch`, kept within `low … high` as far as they fit. */
export function spread(places: readonly number[], pitch: number, low: number, high: number): number[] {
  const result = [...places]
  for (let i = 0; i < result.length; i++) {
    result[i] = Math.max(result[i] ?? 0, i === 0 ? low : (result[i - 1] ?? low) + pitch)
  }
  for (let i = result.length - 1; i >= 0; i--) {
    result[i] = Math.min(result[i] ?? 0, i === result.length - 1 ? high : (result[i + 1] ?? high) - pitch)
  }
  return result
}
