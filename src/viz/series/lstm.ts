/** Geometry of an LSTM over its steps: gates and states as small bars, one row a unit, one column a step. Pure. */
import type { LstmStep } from '../../model/networks/lstm.ts'
import { box } from '../loom/paths.ts'
import { stepAt } from './series.ts'

/** A state stands under (on a phone: beside) the gate that governs it: i lets c̃ in, f keeps c, o shows c as h. */
export const lstmParts = ['input', 'forget', 'output', 'candidate', 'state', 'hidden'] as const
export type LstmPart = (typeof lstmParts)[number]
const phoneOrder: readonly LstmPart[] = ['input', 'candidate', 'forget', 'state', 'output', 'hidden']

/** Gates, 0–1; the others have a sign. */
export function isGate(part: LstmPart): boolean {
  return part === 'input' || part === 'forget' || part === 'output'
}

/** Rows drawn at most; the caller says how many are left out. */
export const mostUnits = 16

/** First unit of the page of `mostUnits` that a unit stands on. */
export function pageOfUnit(unit: number): number {
  return Math.floor(unit / mostUnits) * mostUnits
}

/** The steps with only the units of the page that begins with unit `from`. */
export function unitsFrom(steps: readonly LstmStep[], from: number): readonly LstmStep[] {
  const part = (values: Float32Array) => values.subarray(from, from + mostUnits)
  return steps.map(({ masked, input, forget, candidate, output, state, hidden }) => ({
    masked,
    input: part(input),
    forget: part(forget),
    candidate: part(candidate),
    output: part(output),
    state: part(state),
    hidden: part(hidden),
  }))
}

export interface LstmPanel {
  readonly part: LstmPart
  readonly x: number
  readonly y: number
  /** First of its row: unit names stand at its left. */
  readonly isFirst: boolean
}

export interface LstmLayout {
  readonly width: number
  readonly height: number
  readonly panels: readonly LstmPanel[]
  readonly panelWidth: number
  readonly panelHeight: number
  readonly units: number
  readonly rowHeight: number
  /** Bars in a row: as many as steps, or as many as pixels if there are more steps; then a bar is a mean. */
  readonly bars: number
  /** Left edge of a step's column, from the panel's left. */
  readonly edge: (step: number) => number
  readonly step: (x: number) => number
  readonly unit: (y: number) => number
}

const title = 26
const axis = 28
const unitNames = 20
const gap = 22

export function lstmLayout(steps: number, allUnits: number, width: number): LstmLayout {
  const columns = width >= 640 ? 3 : 2
  const units = Math.min(allUnits, mostUnits)
  const rowHeight = units > 8 ? 14 : 22
  const panelWidth = Math.floor((width - unitNames - (columns - 1) * gap) / columns)
  const panelHeight = units * rowHeight
  const pitch = title + panelHeight + axis
  const order = columns === 3 ? lstmParts : phoneOrder
  return {
    width,
    height: (order.length / columns) * pitch - axis + 20,
    panels: order.map((part, i) => ({
      part,
      x: unitNames + (i % columns) * (panelWidth + gap),
      y: Math.floor(i / columns) * pitch + title,
      isFirst: i % columns === 0,
    })),
    panelWidth,
    panelHeight,
    units,
    rowHeight,
    bars: Math.min(steps, panelWidth),
    edge: (step) => (step / steps) * panelWidth,
    step: (x) => stepAt(x, steps, panelWidth),
    unit: (y) => Math.max(0, Math.min(units - 1, Math.floor(y / rowHeight))),
  }
}

/** Columns from here on hold a name, cut if need be. */
const nameFrom = 60

/**
 * Which steps have their names printed, every so many, and the room for each.
 * @param longest width of the longest name, in pixels
 */
export function namedSteps(
  steps: number,
  pitch: number,
  longest: number,
): { readonly steps: readonly number[]; readonly room: number } {
  const fits = [1, 2, 4, 8, 16, 32, 64].find((n) => n * pitch - 6 >= longest)
  const every = pitch >= nameFrom ? 1 : Math.min(steps, fits ?? steps)
  return {
    steps: Array.from({ length: Math.ceil(steps / every) }, (_, i) => i * every),
    room: every * pitch - 6,
  }
}

/** Mean of each bar's steps; NaN where one is missing. */
export function barValues(values: ArrayLike<number>, bars: number): Float64Array {
  return Float64Array.from({ length: bars }, (_, bar) => {
    const from = Math.floor((bar * values.length) / bars)
    const to = Math.max(from + 1, Math.floor(((bar + 1) * values.length) / bars))
    let sum = 0
    for (let step = from; step < to; step++) sum += values[step] ?? Number.NaN
    return sum / (to - from)
  })
}

export interface BarRow {
  /** y of the value 0. */
  readonly zero: number
  /** Pixels of the value `domain`. */
  readonly reach: number
  readonly domain: number
  readonly width: number
}

/** Outlines of the bars above and of those below zero; wide bars stand apart, narrow ones touch. */
export function barPaths(
  values: Float64Array,
  { zero, reach, domain, width }: BarRow,
): { readonly above: string; readonly below: string } {
  const pitch = width / values.length
  const apart = pitch >= 6 ? Math.min(2, pitch * 0.12) : 0
  const paths = { above: '', below: '' }
  for (const [bar, value] of values.entries()) {
    const height = Math.max(-1, Math.min(1, value / domain)) * reach
    if (Number.isNaN(height) || height === 0) continue
    const x = bar * pitch + apart / 2
    if (height > 0) paths.above += box(x, zero - height, pitch - apart, height)
    else paths.below += box(x, zero, pitch - apart, -height)
  }
  return paths
}

/** Runs of steps that are skipped, both ends included. */
export function maskedRuns(
  masked: readonly boolean[],
): readonly { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = []
  for (const [step, isMasked] of masked.entries()) {
    const last = runs.at(-1)
    if (!isMasked) continue
    if (last !== undefined && last.to === step - 1) last.to = step
    else runs.push({ from: step, to: step })
  }
  return runs
}
