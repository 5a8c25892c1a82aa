/** Geometry of a histogram of gates. */
import { bin, scaleLinear } from 'd3'
import { type ChartSize, type Tick, xTickPlaces } from './line.ts'

export interface HistogramBar {
  readonly from: number
  readonly to: number
  readonly count: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface HistogramLayout {
  readonly bars: readonly HistogramBar[]
  readonly xTicks: readonly Tick[]
  readonly yTicks: readonly Tick[]
  readonly plot: {
    readonly left: number
    readonly right: number
    readonly top: number
    readonly bottom: number
  }
  /** Place of gate = ½. */
  readonly half: number
}

const binCount = 20
const margin = { left: 40, right: 68, top: 8, bottom: 20 }

/** Twenty bins over 0–1; wider only where a gate function leaves that range (tanh, ReLU). */
export function histogramLayout(gates: readonly Float32Array[], size: ChartSize): HistogramLayout {
  const values = gates.flatMap((picture) => [...picture]).filter(Number.isFinite)
  const low = values.reduce((least, gate) => Math.min(least, gate), 0)
  const high = values.reduce((most, gate) => Math.max(most, gate), 1)
  const thresholds = Array.from({ length: binCount - 1 }, (_, i) => low + ((i + 1) * (high - low)) / binCount)
  const bins = bin().domain([low, high]).thresholds(thresholds)(values)
  const plot = {
    left: margin.left,
    right: size.width - margin.right,
    top: margin.top,
    bottom: size.height - margin.bottom,
  }
  const x = scaleLinear().domain([low, high]).range([plot.left, plot.right])
  const most = Math.max(1, ...bins.map((one) => one.length))
  const y = scaleLinear().domain([0, most]).range([plot.bottom, plot.top])
  return {
    bars: bins.map((one) => {
      const [from, to] = [one.x0 ?? low, one.x1 ?? high]
      const top = y(one.length)
      return {
        from,
        to,
        count: one.length,
        x: x(from),
        y: top,
        width: x(to) - x(from),
        height: plot.bottom - top,
      }
    }),
    xTicks: xTickPlaces(x, 4),
    yTicks: y
      .ticks(2)
      .filter(Number.isInteger)
      .map((value) => ({ value, at: y(value) })),
    plot,
    half: x(0.5),
  }
}
