/** Geometry of one series: its variables as small multiples over shared steps. Pure; sizes in pixels. */
import { ticks } from 'd3'
import { decimate } from '../charts/decimate.ts'
import type { Point } from '../charts/points.ts'
import { squareSide } from '../loom/scales.ts'

/** Rows drawn at most; the caller says how many are left out. */
export const mostRows = 12

export interface SeriesChartInput {
  /** [t · v] */
  readonly data: ArrayLike<number>
  readonly shape: readonly [steps: number, variables: number]
  /** Lowest and highest value of a row, by variable. */
  readonly domains: readonly (readonly [low: number, high: number])[]
  readonly width: number
  /** `thumbnail`: lines only, laid over each other where they are many. */
  readonly mode: 'rows' | 'thumbnail'
  /** Of a thumbnail; rows take what they need. */
  readonly height?: number
  /** Steps from here on are padding; no curve is drawn there. */
  readonly padFrom?: number
}

export interface VariableRow {
  readonly variable: number
  readonly top: number
  readonly height: number
  /** y of the value 0; null: not within the domain. */
  readonly zero: number | null
  readonly path: string
  /** y of a value, kept within the row. */
  readonly y: (value: number) => number
}

export interface SeriesChartLayout {
  readonly width: number
  readonly height: number
  readonly plot: {
    readonly left: number
    readonly right: number
    readonly top: number
    readonly bottom: number
  }
  /** Names stand at the left of the rows; else above them. */
  readonly beside: boolean
  /** What windows and padding cover: rows without the names above them. */
  readonly bands: readonly { readonly top: number; readonly height: number }[]
  readonly rows: readonly VariableRow[]
  readonly ticks: readonly { readonly value: number; readonly at: number }[]
  /** Left edge of a step's cell, kept within the plot. */
  readonly edge: (step: number) => number
  /** Middle of a step's cell. */
  readonly x: (step: number) => number
  /** The step at a place. */
  readonly step: (x: number) => number
}

/** From here on there is room for names at the left. */
const besideFrom = 560
const names = { beside: 132, above: 18 } as const
/** As wide as the figure's left rail, where there is as much room. */
const railFrom = 860
const rail = 152
const numbers = { beside: 104, above: 0 } as const
/** Under each row: room for the weights of a window. */
export const lane = 15
const axis = 22

/** Where rows stand and how tall they are. */
function measure(input: SeriesChartInput, count: number) {
  if (input.mode === 'thumbnail') {
    const height = input.height ?? 84
    const pitch = height / Math.max(1, count)
    // Many variables overlap a little: a curve in 5 px would be flat.
    const own = Math.min(height, Math.max(pitch * 0.88, Math.min(14, height / 2)))
    const first = count > 1 ? own / 2 : height / 2
    const apart = count > 1 ? (height - own) / (count - 1) : 0
    return {
      plot: { left: 0, right: input.width, top: 0, bottom: height },
      height,
      beside: false,
      bands: [{ top: 0, height }],
      row: (i: number) => ({ top: first + i * apart - own / 2, height: own }),
    }
  }
  const beside = input.width >= besideFrom
  const head = beside ? 0 : names.above
  const own = count <= 4 ? 52 : count <= 8 ? 36 : 24
  const pitch = head + own + lane
  const bottom = 2 + count * pitch
  return {
    plot: {
      left: beside ? (input.width >= railFrom ? rail : names.beside) : 0,
      right: input.width - (beside ? numbers.beside : numbers.above),
      top: 2,
      bottom,
    },
    height: bottom + axis,
    beside,
    bands: beside
      ? [{ top: 2, height: bottom - 2 }]
      : Array.from({ length: count }, (_, i) => ({ top: 2 + i * pitch + head, height: own + lane })),
    row: (i: number) => ({ top: 2 + i * pitch + head, height: own }),
  }
}

export function seriesChartLayout(input: SeriesChartInput): SeriesChartLayout {
  const [steps, variables] = input.shape
  const count = Math.min(variables, mostRows)
  const { plot, height, beside, bands, row } = measure(input, count)
  const across = plot.right - plot.left
  const x = (step: number) => plot.left + stepX(step, steps, across)
  const drawn = Math.min(steps, input.padFrom ?? steps)
  return {
    width: input.width,
    height,
    plot,
    beside,
    bands,
    rows: Array.from({ length: count }, (_, variable) => {
      const place = row(variable)
      const y = rowScale(input.domains[variable] ?? [-1, 1], place)
      const points = Array.from({ length: drawn }, (_, t): Point => {
        const value = input.data[t * variables + variable] ?? Number.NaN
        return { x: x(t), y: Number.isNaN(value) ? Number.NaN : y(value) }
      })
      const [low, high] = input.domains[variable] ?? [-1, 1]
      return {
        variable,
        ...place,
        zero: low <= 0 && high >= 0 ? y(0) : null,
        path: curve(points, Math.max(4, across * 2)),
        y,
      }
    }),
    ticks: stepTicks(steps, across).map((value) => ({ value, at: x(value) })),
    edge: (step) => plot.left + (Math.max(0, Math.min(steps, step)) / steps) * across,
    x,
    step: (pixels) => stepAt(pixels - plot.left, steps, across),
  }
}

function rowScale(
  [low, high]: readonly [number, number],
  { top, height }: { readonly top: number; readonly height: number },
): (value: number) => number {
  const span = high > low ? high - low : 1
  return (value) => top + height * (1 - Math.max(0, Math.min(1, (value - low) / span)))
}

/** A line through the points, broken where a value is missing; a lone one is a dot of the line's width. */
export function curve(points: readonly Point[], most: number): string {
  const runs: Point[][] = []
  let open: Point[] | null = null
  for (const point of points) {
    if (!Number.isFinite(point.y)) open = null
    else if (open === null) {
      open = [point]
      runs.push(open)
    } else open.push(point)
  }
  return runs
    .map((run) => {
      const thin = decimate(run, Math.max(4, Math.floor((most * run.length) / points.length)))
      const places = thin.map((point) => `${round(point.x)},${round(point.y)}`)
      return `M${places.join('L')}${places.length === 1 ? 'h0' : ''}`
    })
    .join('')
}

/** Middle of a step's cell: the same place that the maps of the figure give it. */
export function stepX(step: number, steps: number, width: number): number {
  return ((step + 0.5) / steps) * width
}

/** The step whose cell holds the place. */
export function stepAt(x: number, steps: number, width: number): number {
  return Math.max(0, Math.min(steps - 1, Math.floor((x / width) * steps)))
}

/**
 * Lowest and highest value of every variable; one that never changes has room at either side.
 * @param data [… · variables], NaN where a value is missing
 */
export function extents(
  data: ArrayLike<number>,
  variables: number,
): readonly (readonly [low: number, high: number])[] {
  const low = new Array<number>(variables).fill(Number.POSITIVE_INFINITY)
  const high = new Array<number>(variables).fill(Number.NEGATIVE_INFINITY)
  for (let i = 0; i < data.length; i++) {
    const [v, value] = [i % variables, data[i] ?? Number.NaN]
    if (value < (low[v] ?? 0)) low[v] = value
    if (value > (high[v] ?? 0)) high[v] = value
  }
  return low.map((least, v) => {
    const most = high[v] ?? 0
    const room = Math.max(1, Math.abs(least))
    return least < most ? [least, most] : least === most ? [least - room, least + room] : [-1, 1]
  })
}

/** Whole steps, some 80 pixels apart, from the first to at most the last. */
export function stepTicks(steps: number, across: number): number[] {
  return ticks(0, Math.max(0, steps - 1), Math.max(1, Math.floor(across / 80))).filter(Number.isInteger)
}

export interface Tap {
  /** Middle of the square. */
  readonly x: number
  readonly y: number
  readonly side: number
  readonly weight: number
}

/**
 * A kernel's weights in the lane under each row, as Hinton squares: area ∝ |weight|. Taps outside of the series
 * multiply zeros and are left out.
 * @param taps [k · v], of which the first stands at step `from`
 */
export function tapSquares(
  layout: SeriesChartLayout,
  [steps, variables]: readonly [steps: number, variables: number],
  from: number,
  taps: ArrayLike<number>,
): readonly Tap[] {
  const largest = Array.from(taps).reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  const room = Math.min(lane - 4, (layout.edge(1) - layout.edge(0)) * 0.94)
  const found: Tap[] = []
  for (const row of layout.rows) {
    for (let k = 0; k < taps.length / variables; k++) {
      const [step, weight] = [from + k, taps[k * variables + row.variable] ?? 0]
      if (step < 0 || step >= steps || weight === 0) continue
      const side = squareSide(weight, largest, room)
      found.push({ x: layout.x(step), y: row.top + row.height + lane / 2 + 1, side, weight })
    }
  }
  return found
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
