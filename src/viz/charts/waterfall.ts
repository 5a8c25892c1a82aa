/**
 * The gates' history as an image: a column for each channel, under the same column of the figure; a row for
 * each recorded step, the newest at the bottom.
 */
import type { Rgb } from '../loom/maps.ts'

export interface GateRecord {
  readonly step: number
  /** [c], all channels of the site */
  readonly gates: Float32Array
}

/** Channels drawn: first included, last excluded (a phone shows a page of them). */
export interface ChannelRange {
  readonly from: number
  readonly to: number
}

export interface WaterfallLayout {
  /** Positions in the history of the rows drawn, oldest first. */
  readonly rows: readonly number[]
  /** Pixels; all rows together fill the height. */
  readonly rowHeight: number
  readonly pitch: number
}

export function waterfallLayout(
  recorded: number,
  channels: ChannelRange,
  size: { readonly plateWidth: number; readonly height: number },
): WaterfallLayout {
  const rows = sampledRows(recorded, Math.floor(size.height))
  return {
    rows,
    rowHeight: rows.length === 0 ? 0 : size.height / rows.length,
    pitch: size.plateWidth / Math.max(1, channels.to - channels.from),
  }
}

/** At most `most` positions of 0 … recorded − 1, evenly spread, the newest always among them. */
export function sampledRows(recorded: number, most: number): number[] {
  if (recorded <= most) return Array.from({ length: recorded }, (_, i) => i)
  return Array.from({ length: most }, (_, i) => Math.round((i * (recorded - 1)) / (most - 1)))
}

/** RGBA, [rows, channels]: gate 0 is `paper`, 1 is `full`; outside 0–1 it is clipped (tanh, ReLU). */
export function waterfallPixels(
  history: readonly GateRecord[],
  rows: readonly number[],
  { from, to }: ChannelRange,
  { paper, full }: { readonly paper: Rgb; readonly full: Rgb },
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(rows.length * (to - from) * 4)
  let at = 0
  for (const row of rows) {
    const gates = history[row]?.gates
    for (let channel = from; channel < to; channel++) {
      const gate = Math.min(1, Math.max(0, gates?.[channel] ?? 0))
      pixels[at++] = paper[0] + (full[0] - paper[0]) * gate
      pixels[at++] = paper[1] + (full[1] - paper[1]) * gate
      pixels[at++] = paper[2] + (full[2] - paper[2]) * gate
      pixels[at++] = 255
    }
  }
  return pixels
}

/** Row drawn at `y` pixels from the upper edge, clamped to what is drawn; −1 without rows. */
export function rowAtPixel(layout: WaterfallLayout, y: number): number {
  if (layout.rows.length === 0) return -1
  return Math.min(layout.rows.length - 1, Math.max(0, Math.floor(y / layout.rowHeight)))
}

/** Row whose step is nearest to `step` (null: the newest); −1 without rows. */
export function rowOfStep(
  layout: WaterfallLayout,
  history: readonly GateRecord[],
  step: number | null,
): number {
  if (step === null) return layout.rows.length - 1
  let best = -1
  let distance = Number.POSITIVE_INFINITY
  for (const [row, index] of layout.rows.entries()) {
    const away = Math.abs((history[index]?.step ?? Number.NaN) - step)
    if (away < distance) {
      best = row
      distance = away
    }
  }
  return best
}

/** Step of a drawn row as the reader's choice: null for the newest, which is "follow the training". */
export function stepOfRow(
  layout: WaterfallLayout,
  history: readonly GateRecord[],
  row: number,
): number | null {
  if (row >= layout.rows.length - 1) return null
  return history[layout.rows[row] ?? -1]?.step ?? null
}
