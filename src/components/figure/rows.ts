/** How the rows of the figure answer to keys. A pure reducer: key and selection in, selection out. */

import type { StageRow } from '../../model/state/steps.ts'
import type { Cursor, Selection } from '../../model/state/store.ts'

export interface Extent {
  /** Rows that can be selected, top to bottom. */
  readonly rows: readonly StageRow[]
  readonly channels: number
  readonly reduced: number
  readonly map: readonly [number, number]
}

/** null: the key is not ours, and the browser keeps it. */
export function moveSelection(at: Selection, key: string, shift: boolean, extent: Extent): Selection | null {
  switch (key) {
    case 'ArrowLeft':
      return shift ? moveCell(at, 0, -1, extent) : sideways(at, -1, extent)
    case 'ArrowRight':
      return shift ? moveCell(at, 0, 1, extent) : sideways(at, 1, extent)
    case 'ArrowUp':
      return shift ? inside(at, -1, extent) : { ...at, stage: neighbour(at.stage, -1, extent) }
    case 'ArrowDown':
      return shift ? inside(at, 1, extent) : { ...at, stage: neighbour(at.stage, 1, extent) }
    case 'Home':
      return to(at, at.stage === 'hidden' ? { k: 0 } : { c: 0 })
    case 'End':
      return to(at, at.stage === 'hidden' ? { k: extent.reduced - 1 } : { c: extent.channels - 1 })
    default:
      return null
  }
}

function to(at: Selection, index: Partial<Cursor>): Selection {
  return { ...at, index: { ...at.index, ...index } }
}

function sideways(at: Selection, by: number, { channels, reduced }: Extent): Selection {
  const { c, k } = at.index
  return to(at, at.stage === 'hidden' ? { k: clamp(k + by, reduced) } : { c: clamp(c + by, channels) })
}

/** Shift: within a map the cell, within a weight matrix the hidden unit (beside W₁ the rows of W₂ᵀ run upwards). */
function inside(at: Selection, by: number, extent: Extent): Selection {
  const { k } = at.index
  const upwards = at.stage === 'w2' && extent.rows.includes('w1')
  if (at.stage === 'w1' || at.stage === 'w2')
    return to(at, { k: clamp(upwards ? k - by : k + by, extent.reduced) })
  return moveCell(at, by, 0, extent)
}

function moveCell(at: Selection, down: number, right: number, { map }: Extent): Selection {
  const column = clamp(at.index.w + right, map[1])
  return to(at, { h: clamp(at.index.h + down, map[0]), w: column, t: column })
}

function neighbour(stage: StageRow, by: number, { rows }: Extent): StageRow {
  return rows[clamp(rows.indexOf(stage) + by, rows.length)] ?? stage
}

function clamp(i: number, count: number): number {
  return Math.max(0, Math.min(count - 1, i))
}
