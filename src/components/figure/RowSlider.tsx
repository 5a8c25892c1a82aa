/**
 * One stage of the figure as a slider: what keyboard, pointer and screen reader use. ← → choose the channel
 * (the hidden unit in the hinge), ↑ ↓ the stage, with Shift the cell. Dragging a gate up or down sets it.
 */
import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef } from 'react'
import type { SeTrace } from '../../model/block/seBlock.ts'
import type { StageRow } from '../../model/state/steps.ts'
import type { Selection } from '../../model/state/store.ts'
import { type Nd, valueAt } from '../../model/tensor.ts'
import { hitRow } from '../../viz/loom/hit.ts'
import { hiddenX } from '../../viz/loom/LayerMarks.tsx'
import type { LoomLayout } from '../../viz/loom/layout.ts'
import { useText } from '../text/i18n.tsx'
import { moveSelection } from './rows.ts'

export function RowSlider(props: {
  stage: StageRow
  /** Rows that stand open, in order: ↑ and ↓ go through them. */
  rows: readonly StageRow[]
  style: CSSProperties
  layout: LoomLayout
  map: readonly [number, number]
  reduced: number
  pinned: Selection
  /** The one row that the Tab key stops at. */
  tabStop: boolean
  block: SeTrace | null
  own: SeTrace | null
  U: Nd
  covered: boolean
  onHover: (selection: Selection | null) => void
  onPin: (selection: Selection) => void
  onGate: (channel: number, gate: number, phase: 'start' | 'move') => void
}) {
  const { stage, rows, style, layout, map, reduced, pinned, block, own, U, covered, onHover, onPin, onGate } =
    props
  const { t, number } = useText()
  const drag = useRef<Drag | null>(null)
  const active = pinned.stage === stage

  const pick = (event: PointerEvent<HTMLDivElement>): Selection => {
    const box = (event.currentTarget.parentElement as HTMLElement).getBoundingClientRect()
    const scale = layout.width / box.width
    return select(
      stage,
      layout,
      map,
      reduced,
      pinned,
      (event.clientX - box.left) * scale,
      (event.clientY - box.top) * scale,
    )
  }

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return
    const selection = pick(event)
    onPin(selection)
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = {
      startY: event.clientY,
      channel: selection.index.c,
      gate: null,
      mouse: event.pointerType === 'mouse',
    }
  }

  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const dragging = drag.current
    if (dragging === null) {
      if (event.pointerType === 'mouse') onHover(pick(event))
      return
    }
    if (
      stage === 's' &&
      dragging.mouse &&
      (dragging.gate !== null || Math.abs(event.clientY - dragging.startY) > 4)
    ) {
      const box = event.currentTarget.getBoundingClientRect()
      const { rowsBox, gateNumbers } = layout
      const bar = box.height * (1 - gateNumbers.height / rowsBox.s.height)
      const gate = snapGate(1 - (event.clientY - box.top) / bar, own?.s.data[dragging.channel])
      onGate(dragging.channel, gate, dragging.gate === null ? 'start' : 'move')
      dragging.gate = gate
      return
    }
    onPin(pick(event))
  }

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const channels = U.shape.at(-1) ?? 1
    const moved = moveSelection({ ...pinned, stage }, event.key, event.shiftKey, {
      rows,
      channels,
      reduced,
      map,
    })
    if (moved === null) return
    event.preventDefault()
    onPin(moved)
    if (moved.stage !== stage) {
      event.currentTarget.parentElement?.querySelector<HTMLElement>(`[data-stage="${moved.stage}"]`)?.focus()
    }
  }

  const at = { ...pinned, stage }
  const value = covered ? null : selectedValue(at, block, U)
  const hidden = stage === 'hidden'
  return (
    <div
      className={`row-slider${active ? ' active' : ''}${covered ? ' covered' : ''}`}
      data-stage={stage}
      data-part={stage === 's' ? 'gates' : undefined}
      style={style}
      role='slider'
      tabIndex={props.tabStop ? 0 : -1}
      aria-label={t(`row.${stage}`)}
      aria-valuemin={0}
      aria-valuemax={hidden ? reduced - 1 : (U.shape.at(-1) ?? 1) - 1}
      aria-valuenow={hidden ? pinned.index.k : pinned.index.c}
      aria-valuetext={
        value === null
          ? t('row.covered', { channel: pinned.index.c })
          : t(hidden ? 'row.hiddenValue' : 'row.value', {
              channel: hidden ? pinned.index.k : pinned.index.c,
              value: number.value(value),
            })
      }
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        drag.current = null
      }}
      onPointerCancel={() => {
        drag.current = null
      }}
      onKeyDown={onKeyDown}
      onFocus={() => {
        if (!active) onPin(at)
      }}
    />
  )
}

interface Drag {
  readonly startY: number
  readonly channel: number
  readonly mouse: boolean
  gate: number | null
}

/** A dragged gate snaps at 0, at its own value and at 1. */
export function snapGate(gate: number, own: number | undefined): number {
  for (const stop of [0, 1, ...(own === undefined ? [] : [own])])
    if (Math.abs(gate - stop) < 0.03) return stop
  return Math.max(0, Math.min(1, gate))
}

function select(
  stage: StageRow,
  layout: LoomLayout,
  map: readonly [number, number],
  reduced: number,
  pinned: Selection,
  x: number,
  y: number,
): Selection {
  const { index } = pinned
  if (stage === 'hidden') return { stage, index: { ...index, k: hiddenAt(layout, reduced, x) } }
  const { channel, hidden, cell } = hitRow(layout, stage, x, y, map)
  const place = cell === undefined ? {} : { ...cell, t: cell.w }
  return {
    stage,
    index: { ...index, c: channel, k: Math.min(hidden ?? index.k, reduced - 1), ...place },
  }
}

/** The nearest unit of the row. */
function hiddenAt(layout: LoomLayout, reduced: number, x: number): number {
  const units = Array.from({ length: reduced }, (_, k) => k)
  const distance = (k: number) => Math.abs(hiddenX(layout, reduced, k) - x)
  return units.reduce((best, k) => (distance(k) < distance(best) ? k : best), 0)
}

/** The number that a selection stands on; the same that the formula strip explains. */
export function selectedValue({ stage, index }: Selection, block: SeTrace | null, U: Nd): number | null {
  if (block === null) return stage === 'U' ? valueAt(U, index) : null
  return valueAt(block[stage], index)
}
