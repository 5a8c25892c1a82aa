/**
 * Geometry of the block figure ("the loom"): channels are columns, stages stack downwards. Columns never move; a stage
 * that is not needed folds into a strip, through which the threads run on. Pure: sizes in, rectangles out, in design
 * pixels.
 */
import type { SeRowId } from '../../model/block/seBlock.ts'
import { gateNumbersFrom, type Measure, measures, seriesHeight, type Variant } from './measures.ts'

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

/** A row of the figure: a tensor of the block that is drawn. */
export type LoomRow = SeRowId

/** Which rows stand open, and how tall: shares of the figure where its height is given. */
export interface OpenRows {
  /** All rows, top to bottom. */
  readonly order: readonly LoomRow[]
  /** Those that fold into one strip, where they are folded together. */
  readonly mix: readonly LoomRow[]
  readonly heights: Readonly<Partial<Record<LoomRow, number>>>
  /** Below the gates, in the same columns: what a step draws besides the stages. */
  readonly extra: number
  /** As tall as its rows, instead of as tall as always. */
  readonly whole?: boolean
}

/** Folded rows that follow each other and are one strip. */
export interface FoldedStrip {
  readonly rows: readonly LoomRow[]
  readonly box: Box
}

export interface LoomLayout {
  readonly variant: Variant
  readonly width: number
  readonly height: number
  /** Channels drawn, first included, last excluded: all, or a page of them. */
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
  /** Where each row stands; of a folded one, its strip. */
  readonly rowsBox: Readonly<Record<LoomRow, Box>>
  readonly isOpen: (row: LoomRow) => boolean
  readonly folded: readonly FoldedStrip[]
  /** null: the step draws nothing besides the stages. */
  readonly extra: Box | null
  /** Above U's maps: the channels' numbers. */
  readonly names: Box
  /** At the head of z's row, where maps narrow to a point; null where it has no room. */
  readonly funnel: Box | null
  /** At the foot of the gates: their numbers, and the mark of those that change sides. */
  readonly gateNumbers: Box
  /** Middle of the channel's column. */
  readonly x: (channel: number) => number
  /** Middle of hidden unit k's row in W₁, and in W₂ᵀ. */
  readonly y1: (k: number) => number
  readonly y2: (k: number) => number
  /** Beside W₁ the rows of W₂ᵀ run upwards, so that the U-turns between them nest; alone they run as those of W₁ do. */
  readonly turns: boolean
  /** Height of a hidden unit's row in either matrix. */
  readonly hiddenPitch: Readonly<Record<'w1' | 'w2', number>>
  /** Largest side of a weight's square in either. */
  readonly square: Readonly<Record<'w1' | 'w2', number>>
}

/** Share of the pitch that a map fills; maps.ts paints the same gaps. */
const mapShare = 14 / 15

/** Height of a folded strip: a line of type. */
export const foldedHeight = 22

/** Rows of maps are as tall as their maps, and take no part in sharing out the height. */
const mapRows: readonly LoomRow[] = ['U', 'out']

/** @throws RangeError on a block without channels or hidden units */
export function loomLayout(shape: LoomShape, variant: Variant, open: OpenRows, page = 0): LoomLayout {
  const { channels, reduced } = shape
  if (channels < 1 || reduced < 1)
    throw new RangeError(`no figure of ${channels} channels and ${reduced} hidden units`)
  const measure = measures[variant]
  const from = Math.min(page * measure.page, Math.floor((channels - 1) / measure.page) * measure.page)
  const to = Math.min(from + measure.page, channels)
  const pitch = measure.plate / Math.max(to - from, channels > measure.page ? measure.page : 1)
  const plateX = measure.rail + measure.gap
  const [rows, columns] = shape.map
  const series = rows === 1 && columns > 1
  // Few channels make wide columns: their maps must not be higher than the others.
  const mapsHeight = series
    ? seriesHeight(measure)
    : Math.min(pitch * mapShare * (rows / columns), measure.height / 7)
  const heights = sharedOut(open, measure, mapsHeight)
  const mapRoom = Math.min(...mapRows.flatMap((row) => mapRoomOf(row, heights[row], measure)))
  const mapSize = series ? pitch * mapShare : Math.min(pitch * mapShare, mapRoom * (columns / rows))
  const mapHeight = series ? Math.min(mapsHeight, mapRoom) : mapSize * (rows / columns)

  const rowsBox = {} as Record<LoomRow, Box>
  const folded: { rows: LoomRow[]; box: Box }[] = []
  let y = 0
  let extra: Box | null = null
  for (const row of open.order) {
    const height = heights[row]
    const last = folded.at(-1)
    if (height === null && last !== undefined && isOneStrip(last.rows, row, open)) {
      last.rows.push(row)
      rowsBox[row] = last.box
      continue
    }
    const air = height === null ? 0 : measure.air
    const box = { x: plateX, y: y + air, width: measure.plate, height: (height ?? foldedHeight) - air }
    rowsBox[row] = box
    if (height === null) folded.push({ rows: [row], box })
    y += height ?? foldedHeight
    if (row === 's' && heights.extra > 0) {
      extra = { x: plateX, y: y + 4, width: measure.plate, height: heights.extra - 4 }
      y += heights.extra
    }
  }
  const isOpen = (row: LoomRow) => heights[row] !== null
  const turns = isOpen('w1') && isOpen('w2')
  const { U, z, s, out } = rowsBox
  const names = { ...U, height: Math.min(measure.names, U.height) }
  // Low rows have no room for numbers.
  const numbers = s.height < gateNumbersFrom ? 0 : variant === 'phone' ? 14 : 17
  const pitchOf = (row: 'w1' | 'w2') => rowsBox[row].height / reduced
  const width = plateX + measure.plate + (measure.hinge === 0 ? 0 : measure.gap + measure.hinge)
  return {
    variant,
    width,
    height: y,
    from,
    to,
    pitch,
    mapSize,
    mapHeight,
    mapTop: { U: U.y + Math.max(0, U.height - mapHeight), out: out.y },
    plate: { x: plateX, y: 0, width: measure.plate, height: y },
    hinge: {
      x: plateX + measure.plate + measure.gap,
      y: rowsBox.w1.y,
      width: measure.hinge,
      height: rowsBox.w2.y + rowsBox.w2.height - rowsBox.w1.y,
    },
    rowsBox,
    isOpen,
    folded,
    extra,
    names,
    funnel: isOpen('z') && z.height >= 40 ? { ...z, height: Math.min(40, z.height * 0.3) } : null,
    gateNumbers: { ...s, y: s.y + s.height - numbers, height: numbers },
    x: (channel) => plateX + (channel - from + 0.5) * pitch,
    y1: (k) => rowsBox.w1.y + (k + 0.5) * pitchOf('w1'),
    y2: (k) => rowsBox.w2.y + (turns ? reduced - k - 0.5 : k + 0.5) * pitchOf('w2'),
    turns,
    hiddenPitch: { w1: pitchOf('w1'), w2: pitchOf('w2') },
    square: {
      w1: Math.min(pitch * 0.72, pitchOf('w1') * 0.92, 26),
      w2: Math.min(pitch * 0.72, pitchOf('w2') * 0.92, 26),
    },
  }
}

type Heights = Record<LoomRow, number | null> & { extra: number }

/**
 * How tall every row stands; null: folded. Strips and rows of maps take what they need, and the other rows share the
 * rest in the proportion of their heights.
 */
function sharedOut(open: OpenRows, measure: Measure, mapsHeight: number): Heights {
  const heights = { extra: open.extra } as Heights
  for (const row of open.order) heights[row] = open.heights[row] ?? null
  for (const row of mapRows) {
    const most = heights[row]
    if (most === null || most === undefined) continue
    const names = row === 'U' ? measure.names : 0
    heights[row] = Math.ceil(mapsHeight + names + measure.air + 1)
  }
  if (open.whole === true) return heights
  const fixed =
    foldedHeight * strips(open, heights) + mapRows.reduce((sum, row) => sum + (heights[row] ?? 0), 0)
  const sharing = open.order.filter((row) => heights[row] !== null && !mapRows.includes(row))
  const wanted = sharing.reduce((sum, row) => sum + (heights[row] ?? 0), open.extra)
  const share = (measure.height - fixed) / Math.max(1, wanted)
  for (const row of sharing) heights[row] = (heights[row] ?? 0) * share
  heights.extra = open.extra * share
  return heights
}

/** Strips that the folded rows make. */
function strips(open: OpenRows, heights: Heights): number {
  let count = 0
  let last: LoomRow[] | null = null
  for (const row of open.order) {
    if (heights[row] !== null) continue
    if (last !== null && isOneStrip(last, row, open)) last.push(row)
    else {
      count += 1
      last = [row]
    }
  }
  return count
}

/** Whether a folded row joins the strip above it: stages of the mixing do, if nothing open stands between. */
function isOneStrip(strip: readonly LoomRow[], row: LoomRow, { order, mix }: OpenRows): boolean {
  const above = strip.at(-1)
  return (
    above !== undefined &&
    mix.includes(row) &&
    mix.includes(above) &&
    order.indexOf(row) === order.indexOf(above) + 1
  )
}

/** Height that a row leaves to its maps; nothing is said by a row that is folded. */
function mapRoomOf(row: LoomRow, height: number | null | undefined, { names, air }: Measure): number[] {
  if (height === null || height === undefined) return []
  return [Math.max(4, height - air - (row === 'U' ? names : 0))]
}
