/** How the rows of the figure answer to keys. A pure reducer: key and selection in, selection out. */

import { type StageRow, stageRows } from '../../model/state/steps.ts'
import type { Selection } from '../../model/state/store.ts'

export interface Extent {
  readonly channels: number
  readonly reduced: number
  readonly map: readonly [number, number]
}

/** null: the key is not ours, and the browser keeps it. look.md, "Keys". */
export function moveSelection(at: Selection, key: string, shift: boolean, extent: Extent): Selection | null {
  switch (key) {
    case 'ArrowLeft':
      return shift ? moveCell(at, 0, -1, extent) : sideways(at, -1, extent)
    case 'ArrowRight':
      return shift ? moveCell(at, 0, 1, extent) : sideways(at, 1, extent)
    case 'ArrowUp':
      return shift ? inside(at, -1, extent) : { ...at, stage: neighbour(at.stage, -1) }
    case 'ArrowDown':
      return shift ? inside(at, 1, extent) : { ...at, stage: neighbour(at.stage, 1) }
    case 'Home':
      return at.stage === 'hidden' ? { ...at, hidden: 0 } : { ...at, channel: 0 }
    case 'End':
      return at.stage === 'hidden'
        ? { ...at, hidden: extent.reduced - 1 }
        : { ...at, channel: extent.channels - 1 }
    default:
      return null
  }
}

function sideways(at: Selection, by: number, { channels, reduced }: Extent): Selection {
  return at.stage === 'hidden'
    ? { ...at, hidden: clamp(at.hidden + by, reduced) }
    : { ...at, channel: clamp(at.channel + by, channels) }
}

/** Shift: within a map the cell, within a weight matrix the hidden unit (W₂ᵀ is drawn upside down). */
function inside(at: Selection, by: number, extent: Extent): Selection {
  if (at.stage === 'w1') return { ...at, hidden: clamp(at.hidden + by, extent.reduced) }
  if (at.stage === 'w2') return { ...at, hidden: clamp(at.hidden - by, extent.reduced) }
  return moveCell(at, by, 0, extent)
}

function moveCell(at: Selection, down: number, right: number, { map }: Extent): Selection {
  return { ...at, cell: { h: clamp(at.cell.h + down, map[0]), w: clamp(at.cell.w + right, map[1]) } }
}

function neighbour(stage: StageRow, by: number): StageRow {
  const at = stageRows.indexOf(stage)
  return stageRows[clamp(at + by, stageRows.length)] ?? stage
}

function clamp(i: number, count: number): number {
  return Math.max(0, Math.min(count - 1, i))
}
