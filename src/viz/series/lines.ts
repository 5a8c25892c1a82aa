/** Geometry of a series as small curves, one variable above the other. Pure. */

export interface LinesBox {
  readonly width: number
  readonly height: number
}

/** One variable's row. */
export interface SeriesRow {
  readonly top: number
  readonly height: number
  /** y of the value 0. */
  readonly zero: number
  /** Its curve as an SVG path. */
  readonly path: string
}

/** Space between two rows, as a share of a row. */
const gapShare = 0.12

/** Largest |value| of every variable over all steps; 1 where it is 0 throughout. */
export function magnitudes(data: Float32Array, channels: number): number[] {
  const most = new Array<number>(channels).fill(0)
  for (let i = 0; i < data.length; i++) {
    const c = i % channels
    most[c] = Math.max(most[c] ?? 0, Math.abs(data[i] ?? 0))
  }
  return most.map((value) => (value > 0 ? value : 1))
}

/**
 * Each variable in a row of its own, with zero in the middle and its own scale.
 * @param data [t · channels]
 * @param domains |value| that reaches a row's edge, by variable
 */
export function seriesRows(
  data: Float32Array,
  [steps, channels]: readonly [t: number, c: number],
  domains: readonly number[],
  { width, height }: LinesBox,
): readonly SeriesRow[] {
  const pitch = height / channels
  return Array.from({ length: channels }, (_, c) => {
    const rowHeight = pitch * (1 - gapShare)
    const top = c * pitch + (pitch - rowHeight) / 2
    const zero = top + rowHeight / 2
    const y = (value: number) => {
      const share = Math.max(-1, Math.min(1, value / (domains[c] ?? 1)))
      return zero - (share * rowHeight) / 2
    }
    const points = Array.from(
      { length: steps },
      (_, t) => `${round(stepX(t, steps, width))},${round(y(data[t * channels + c] ?? 0))}`,
    )
    return { top, height: rowHeight, zero, path: points.length === 0 ? '' : `M${points.join('L')}` }
  })
}

/** Middle of a step's cell: the same place that the maps of the figure give it. */
export function stepX(step: number, steps: number, width: number): number {
  return ((step + 0.5) / steps) * width
}

/** The step whose cell holds the place. */
export function stepAt(x: number, steps: number, width: number): number {
  return Math.max(0, Math.min(steps - 1, Math.floor((x / width) * steps)))
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
