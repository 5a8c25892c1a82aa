/** From a point on the figure to what stands there. Pure. */
import type { LoomLayout, LoomRow } from './layout.ts'

export interface Hit {
  readonly row: LoomRow
  readonly channel: number
  /** In W₁ and W₂ᵀ. */
  readonly hidden?: number
  /** In a map of U or X̃. */
  readonly cell?: { readonly h: number; readonly w: number }
}

/** @param x, y in design pixels */
export function hitRow(
  layout: LoomLayout,
  row: LoomRow,
  x: number,
  y: number,
  map: readonly [number, number],
): Hit {
  const box = layout.rowsBox[row]
  const column = clampIndex((x - box.x) / layout.pitch, layout.to - layout.from)
  const channel = layout.from + column
  if (row === 'U' || row === 'out') {
    const left = layout.x(channel) - layout.mapSize / 2
    return {
      row,
      channel,
      cell: {
        h: clampIndex(((y - layout.mapTop[row]) / layout.mapHeight) * map[0], map[0]),
        w: clampIndex(((x - left) / layout.mapSize) * map[1], map[1]),
      },
    }
  }
  if (row === 'w1' || row === 'w2') {
    const pitch = layout.hiddenPitch[row]
    const count = Math.round(box.height / pitch)
    const fromTop = clampIndex((y - box.y) / pitch, count)
    return { row, channel, hidden: row === 'w2' && layout.turns ? count - 1 - fromTop : fromTop }
  }
  return { row, channel }
}

function clampIndex(position: number, count: number): number {
  return Math.max(0, Math.min(count - 1, Math.floor(position)))
}
