/**
 * Geometry of the block figure ("the loom"): channels are columns, stages stack downwards.
 * Pure: sizes in, rectangles out, in design pixels. look.md, "Channels are columns".
 */

export type Variant = 'wide' | 'medium' | 'phone'

export interface LoomShape {
  /** C of the whole block. */
  readonly channels: number
  /** Width of the hidden layer. */
  readonly reduced: number
  /** Rows and columns of one map; a map of one row is a series, drawn as a curve over its steps. */
  readonly map: readonly [number, number]
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface LoomLayout {
  readonly variant: Variant
  readonly width: number
  readonly height: number
  /** Channels drawn, first included, last excluded: all, or a page of them on a phone. */
  readonly from: number
  readonly to: number
  readonly pitch: number
  /** Width of one map; a cell is `mapSize / map[1]` wide. */
  readonly mapSize: number
  /** Its height: cells are square, but a series is as tall as its row. */
  readonly mapHeight: number
  /** Top of the maps in their row: U's stand on the foot of theirs, X̃'s hang from the head. */
  readonly mapTop: Readonly<Record<'U' | 'out', number>>
  readonly plate: Box
  readonly hinge: Box
  readonly rowsBox: Readonly<Record<LoomRow, Box>>
  /** Middle of the channel's column. */
  readonly x: (channel: number) => number
  /** Middle of hidden unit k's row in W₁, and in W₂ᵀ (mirrored there, so that the U-turns nest). */
  readonly y1: (k: number) => number
  readonly y2: (k: number) => number
  readonly hiddenPitch: number
  /** Largest side of a weight's square. */
  readonly square: number
}

/** Rows with a place on the plate. `funnel` is where threads narrow to a point. */
export type LoomRow = 'names' | 'U' | 'funnel' | 'z' | 'w1' | 'w2' | 'logits' | 's' | 'gateNumbers' | 'out'

interface Measure {
  readonly rail: number
  readonly plate: number
  readonly hinge: number
  readonly gap: number
  readonly rows: readonly (readonly [LoomRow, height: number, before: number])[]
  /** Channels on one page. */
  readonly page: number
}

/** Share of the pitch that a map fills; maps.ts paints the same gaps. */
const mapShare = 14 / 15

const measures: Readonly<Record<Variant, Measure>> = {
  wide: {
    rail: 152,
    plate: 960,
    hinge: 88,
    gap: 8,
    page: 32,
    rows: [
      ['names', 16, 0],
      ['U', 56, 2],
      ['funnel', 22, 0],
      ['z', 46, 0],
      ['w1', 88, 10],
      ['w2', 88, 14],
      ['logits', 26, 8],
      ['s', 60, 10],
      ['gateNumbers', 16, 2],
      ['out', 56, 6],
    ],
  },
  medium: {
    rail: 104,
    plate: 752,
    hinge: 80,
    gap: 4,
    page: 32,
    rows: [
      ['names', 14, 0],
      ['U', 44, 2],
      ['funnel', 18, 0],
      ['z', 42, 0],
      ['w1', 80, 8],
      ['w2', 80, 12],
      ['logits', 24, 6],
      ['s', 56, 8],
      ['gateNumbers', 14, 2],
      ['out', 44, 6],
    ],
  },
  phone: {
    rail: 0,
    plate: 352,
    hinge: 0,
    gap: 0,
    page: 16,
    rows: [
      ['names', 14, 0],
      ['U', 21, 16],
      ['funnel', 12, 0],
      ['z', 40, 14],
      ['w1', 72, 16],
      ['w2', 72, 74],
      ['logits', 22, 16],
      ['s', 56, 16],
      ['gateNumbers', 12, 2],
      ['out', 21, 16],
    ],
  },
}

/** @throws RangeError on a block without channels or hidden units */
export function loomLayout(shape: LoomShape, variant: Variant, page = 0): LoomLayout {
  const { channels, reduced } = shape
  if (channels < 1 || reduced < 1)
    throw new RangeError(`no figure of ${channels} channels and ${reduced} hidden units`)
  const measure = measures[variant]
  const from = Math.min(page * measure.page, Math.floor((channels - 1) / measure.page) * measure.page)
  const to = Math.min(from + measure.page, channels)
  const pitch = measure.plate / Math.max(to - from, channels > measure.page ? measure.page : 1)
  const plateX = measure.rail === 0 ? 0 : measure.rail + measure.gap
  const [rows, columns] = shape.map
  const series = rows === 1 && columns > 1
  const mapSize = series ? pitch * mapShare : Math.min(pitch * mapShare, rowHeight(measure, 'U'))
  const mapHeight = series ? rowHeight(measure, 'U') : mapSize * (rows / columns)
  const rowsBox = {} as Record<LoomRow, Box>
  let y = 0
  for (const [row, height, before] of measure.rows) {
    y += before
    rowsBox[row] = { x: plateX, y, width: measure.plate, height }
    y += height
  }
  const width = measure.hinge === 0 ? measure.plate : plateX + measure.plate + measure.gap + measure.hinge
  const hiddenPitch = rowsBox.w1.height / reduced
  return {
    variant,
    width,
    height: y + 2,
    from,
    to,
    pitch,
    mapSize,
    mapHeight,
    mapTop: { U: rowsBox.U.y + Math.max(0, rowsBox.U.height - mapHeight), out: rowsBox.out.y },
    plate: { x: plateX, y: 0, width: measure.plate, height: y + 2 },
    hinge: {
      x: plateX + measure.plate + measure.gap,
      y: rowsBox.w1.y,
      width: measure.hinge,
      height: rowsBox.w2.y + rowsBox.w2.height - rowsBox.w1.y,
    },
    rowsBox,
    x: (channel) => plateX + (channel - from + 0.5) * pitch,
    y1: (k) => rowsBox.w1.y + (k + 0.5) * hiddenPitch,
    y2: (k) => rowsBox.w2.y + (reduced - k - 0.5) * hiddenPitch,
    hiddenPitch,
    square: Math.min(pitch * 0.72, hiddenPitch * 0.92, 24),
  }
}

/** Channels on one page of the figure. */
export function pageSize(variant: Variant): number {
  return measures[variant].page
}

/** The page that a channel stands on. */
export function pageOf(variant: Variant, channel: number): number {
  return Math.floor(channel / pageSize(variant))
}

function rowHeight(measure: Measure, row: LoomRow): number {
  return measure.rows.find(([name]) => name === row)?.[1] ?? 0
}

/** Side of the square whose area is proportional to |weight|; the largest weight fills `most`. */
export function squareSide(weight: number, largest: number, most: number): number {
  return largest === 0 ? 0 : Math.sqrt(Math.abs(weight) / largest) * most
}

/** U-turn of hidden unit k through the hinge: right along W₁'s row, round, and back along W₂ᵀ's. */
export function uTurn(layout: LoomLayout, k: number): { readonly path: string; readonly reach: number } {
  const top = layout.y1(k)
  const bottom = layout.y2(k)
  const start = layout.hinge.x + hingeNumber
  const radius = (bottom - top) / 2
  const reach = Math.min(
    radius,
    Math.max(6, layout.hinge.width - hingeNumber - 2) * (radius / outermost(layout)),
  )
  return { path: `M${start} ${top}A${reach} ${radius} 0 0 1 ${start} ${bottom}`, reach }
}

/** Room at the left of the hinge for the hidden unit's number. */
export const hingeNumber = 40

function outermost(layout: LoomLayout): number {
  return (layout.y2(0) - layout.y1(0)) / 2
}

/** Position of a signed value in a box whose zero line is shared by `domain` below and above. */
export function signedY(value: number, domain: number, box: Box): number {
  const clipped = domain === 0 ? 0 : Math.max(-1, Math.min(1, value / domain))
  return box.y + box.height / 2 - (clipped * box.height) / 2
}

/** Position of a gate 0–1; values outside (tanh, ReLU) stop at the edge. */
export function gateY(gate: number, box: Box): number {
  return box.y + box.height * (1 - Math.max(0, Math.min(1, gate)))
}
