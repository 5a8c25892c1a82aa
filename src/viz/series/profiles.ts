/** Geometry of mean gates by group under the columns of the figure. Pure; sizes in pixels. */
import { box } from '../loom/paths.ts'

export interface GateColumns {
  /** Channels drawn, first included, last excluded. */
  readonly from: number
  readonly to: number
  /** Middle of a channel's column, as in the figure. */
  readonly x: (channel: number) => number
  readonly pitch: number
}

export interface ProfileRow {
  /** Top and height of the part from 1 down to 0. */
  readonly top: number
  readonly height: number
}

export interface ProfilesLayout {
  readonly height: number
  readonly left: number
  readonly right: number
  /** Names stand at the left of the rows; else above them. */
  readonly beside: boolean
  /** One a group, then that of the spread. */
  readonly rows: readonly ProfileRow[]
  /** What a mark of a column covers: rows without the names above them. */
  readonly bands: readonly ProfileRow[]
  /** y of the channel numbers. */
  readonly foot: number
}

const head = 4
const foot = 20

export function profilesLayout(groups: number, columns: GateColumns): ProfilesLayout {
  const left = columns.x(columns.from) - columns.pitch / 2
  const beside = left >= 72
  const above = beside ? 0 : 20
  const height = groups <= 4 ? 40 : groups <= 10 ? 28 : 18
  const pitch = above + height + (beside ? 12 : 8)
  // The spread is what the others are for: as tall as they at least, and set apart.
  const rows = Array.from({ length: groups + 1 }, (_, i) => ({
    top: head + i * pitch + above + (i === groups ? 8 : 0),
    height: i === groups ? Math.max(height, 28) : height,
  }))
  const last = rows[groups] ?? { top: 0, height: 0 }
  const end = last.top + last.height
  return {
    height: end + foot,
    left,
    right: left + (columns.to - columns.from) * columns.pitch,
    beside,
    rows,
    bands: beside
      ? [{ top: 0, height: end + 3 }]
      : rows.map((row) => ({ top: row.top - 2, height: row.height + 4 })),
    foot: end + 15,
  }
}

/** Width of a gate's bar: with hundreds of channels the column itself. */
export function barWidth(pitch: number): number {
  return pitch < 5 ? Math.max(1, pitch * 0.75) : Math.min(24, pitch * 0.46)
}

function clipped(gate: number): number {
  return Math.max(0, Math.min(1, gate))
}

/** All gates of a row as one outline; a group without series (NaN) has none. */
export function gateBars(gates: ArrayLike<number>, columns: GateColumns, row: ProfileRow): string {
  const width = barWidth(columns.pitch)
  let path = ''
  for (let c = columns.from; c < columns.to; c++) {
    const gate = gates[c] ?? Number.NaN
    if (Number.isNaN(gate)) continue
    const height = Math.max(clipped(gate) * row.height, 0.75)
    path += box(columns.x(c) - width / 2, row.top + row.height - height, width, height)
  }
  return path
}

/** Lowest and highest mean of a channel over all groups; null: no group has series. */
function gateRange(
  groups: readonly ArrayLike<number>[],
  channel: number,
): readonly [low: number, high: number] | null {
  const values = groups.map((gates) => gates[channel] ?? Number.NaN).filter((gate) => !Number.isNaN(gate))
  return values.length === 0 ? null : [Math.min(...values), Math.max(...values)]
}

/** [channels]: distance of the lowest and the highest mean; NaN where no group has series. */
export function gateSpreads(groups: readonly ArrayLike<number>[], columns: GateColumns): Float64Array {
  const spreads = new Float64Array(columns.to).fill(Number.NaN)
  for (let c = columns.from; c < columns.to; c++) {
    const range = gateRange(groups, c)
    if (range !== null) spreads[c] = range[1] - range[0]
  }
  return spreads
}

/** A column's box, never so narrow that it could not be seen. */
export function columnBox(
  columns: GateColumns,
  channel: number,
): { readonly x: number; readonly width: number } {
  const width = Math.max(columns.pitch, 6)
  return { x: columns.x(channel) - width / 2, width }
}

/** The channel whose means differ most; null: none differ, or there are fewer than two groups. */
export function widestSpread(spreads: Float64Array): number | null {
  let found: number | null = null
  for (const [channel, spread] of spreads.entries()) {
    if (spread > (found === null ? 0 : (spreads[found] ?? 0))) found = channel
  }
  return found
}

/** Channels whose numbers are printed: every so many that they do not touch. */
export function numberedChannels({ from, to, pitch }: GateColumns): number[] {
  const every = [1, 2, 4, 8, 16, 32, 64].find((n) => n * pitch >= 26) ?? 128
  return Array.from({ length: to - from }, (_, i) => from + i).filter((c) => c % every === 0)
}
