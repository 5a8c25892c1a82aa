/** Geometry of a gate function with the logits of one picture on it. */
import { line, range, scaleLinear } from 'd3'
import type { ChartSize, Tick } from './line.ts'

/** Logits beyond ± this are drawn at the edge, as arrows. */
const reach = 6

export interface CurvePoint {
  readonly channel: number
  readonly logit: number
  readonly gate: number
  readonly x: number
  readonly y: number
  /** Where the true place lies outside the picture. */
  readonly clipped: 'left' | 'right' | null
}

export interface CurveLayout {
  readonly path: string
  readonly points: readonly CurvePoint[]
  /** None where the curve is too low for numbers under its axis: the axis goes from −`reach` to `reach`. */
  readonly xTicks: readonly Tick[]
  readonly reach: number
  readonly yTicks: readonly Tick[]
  readonly plot: {
    readonly left: number
    readonly right: number
    readonly top: number
    readonly bottom: number
  }
}

export interface CurveInput {
  /** The gate function; for softmax, of one logit while the others stay as they are. */
  readonly gate: (logit: number) => number
  /** [c] */
  readonly logits: Float32Array
  /** [c]; without it `gate(logit)`. Softmax points do not lie on one curve. */
  readonly gates?: Float32Array
}

const margin = { left: 40, right: 68, top: 8, bottom: 20 }
/** For arrows at either end, so that none covers the numbers of the axis. */
const arrowRoom = 10

export function curveLayout({ gate, logits, gates }: CurveInput, size: ChartSize): CurveLayout {
  const [low, high] = [-reach, reach]
  const samples = range(low, high + 0.05, 0.1).map((logit) => ({ logit, gate: gate(logit) }))
  const values = samples.map((sample) => sample.gate)
  // A low curve spends no line on the numbers of its axis.
  const isLow = size.height < 56
  const plot = {
    left: margin.left,
    right: size.width - margin.right,
    top: margin.top,
    bottom: size.height - (isLow ? 4 : margin.bottom),
  }
  const x = scaleLinear()
    .domain([low, high])
    .range([plot.left + arrowRoom, plot.right - arrowRoom])
    .clamp(true)
  const y = scaleLinear()
    .domain([Math.min(0, Math.floor(Math.min(...values))), Math.max(1, Math.ceil(Math.max(...values)))])
    .range([plot.bottom, plot.top])
    .clamp(true)
  const path = line<{ logit: number; gate: number }>()
    .x((sample) => Math.round(x(sample.logit) * 10) / 10)
    .y((sample) => Math.round(y(sample.gate) * 10) / 10)
  return {
    path: path(samples) ?? '',
    points: Array.from(logits, (logit, channel) => {
      const value = gates?.[channel] ?? gate(logit)
      const clipped = logit < low ? 'left' : logit > high ? 'right' : null
      return { channel, logit, gate: value, x: x(logit), y: y(value), clipped }
    }),
    xTicks: (isLow ? [] : [low, -3, 0, 3, high]).map((value) => ({ value, at: x(value) })),
    reach,
    yTicks: (size.height < 80 ? y.domain() : y.ticks(2)).map((value) => ({ value, at: y(value) })),
    plot,
  }
}
