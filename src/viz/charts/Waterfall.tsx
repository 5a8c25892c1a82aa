import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef } from 'react'
import { context2d } from '../context2d.ts'
import { palettes, rgb } from '../palette.ts'
import { sliderKey } from './sliderKey.ts'
import { useScheme } from './useScheme.ts'
import {
  type ChannelRange,
  type GateRecord,
  rowAtPixel,
  rowOfStep,
  stepOfRow,
  waterfallLayout,
  waterfallPixels,
} from './waterfall.ts'
import './charts.css'

export interface WaterfallProps {
  /** In the order of steps; gates of the site on show. */
  readonly history: readonly GateRecord[]
  readonly channels: ChannelRange
  /** Width of the figure's plate: the columns stand under the figure's columns. */
  readonly plateWidth: number
  readonly height?: number
  /** Step on show; null: the newest. */
  readonly selectedStep: number | null
  /** Time travel. null: the newest row, follow the training. */
  readonly onScrub: (step: number | null) => void
  /** Column with a frame. */
  readonly selectedChannel: number | null
  readonly label: string
  readonly formatStep: (step: number) => string
  /** Says what will be here while nothing is recorded. */
  readonly emptyText: string
}

/** Rows that PageUp and PageDown go. */
const page = 10

export function Waterfall(props: WaterfallProps) {
  const { history, channels, plateWidth, height = 120, selectedStep, onScrub } = props
  const canvas = useRef<HTMLCanvasElement>(null)
  const scheme = useScheme()
  const layout = useMemo(
    () => waterfallLayout(history.length, channels, { plateWidth, height }),
    [history.length, channels, plateWidth, height],
  )
  useEffect(() => {
    const context = canvas.current && context2d(canvas.current)
    const { paper, s } = palettes[scheme]
    const width = channels.to - channels.from
    if (!context || layout.rows.length === 0 || width === 0) return
    const pixels = waterfallPixels(history, layout.rows, channels, { paper: rgb(paper), full: rgb(s) })
    context.canvas.width = width
    context.canvas.height = layout.rows.length
    context.putImageData(new ImageData(pixels, width, layout.rows.length), 0, 0)
  }, [history, layout, channels, scheme])

  const row = rowOfStep(layout, history, selectedStep)
  const last = layout.rows.length - 1
  const go = (to: number) => onScrub(stepOfRow(layout, history, to))

  function onPointer(event: PointerEvent<HTMLDivElement>) {
    if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId)
    else if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const to = rowAtPixel(layout, event.clientY - event.currentTarget.getBoundingClientRect().top)
    if (to >= 0) go(to)
  }
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const to = sliderKey(event.key, row, { min: 0, max: last, step: 1, page, downIsMore: true })
    if (to === null || last < 0) return
    event.preventDefault()
    go(to)
  }

  const stepAt = (at: number) => history[layout.rows[at] ?? -1]?.step ?? 0
  return (
    <div
      className='waterfall'
      style={{ width: plateWidth, height }}
      role='slider'
      tabIndex={last < 0 ? -1 : 0}
      aria-orientation='vertical'
      aria-label={props.label}
      aria-disabled={last < 0}
      aria-valuemin={stepAt(0)}
      aria-valuemax={stepAt(last)}
      aria-valuenow={stepAt(row)}
      aria-valuetext={props.formatStep(stepAt(row))}
      onPointerDown={onPointer}
      onPointerMove={onPointer}
      onKeyDown={onKeyDown}
    >
      {last < 0 ? <p className='waterfall-empty'>{props.emptyText}</p> : null}
      <canvas ref={canvas} style={{ width: plateWidth, height }} />
      <svg width={plateWidth} height={height} aria-hidden='true' focusable='false'>
        <Threads channels={channels} pitch={layout.pitch} height={height} />
        {props.selectedChannel === null || last < 0 ? null : (
          <rect
            className='waterfall-channel'
            x={(props.selectedChannel - channels.from) * layout.pitch}
            y={0}
            width={layout.pitch}
            height={height}
          />
        )}
        {last < 0 ? null : (
          <line
            className={selectedStep === null ? 'waterfall-now' : 'waterfall-now held'}
            x1={0}
            x2={plateWidth}
            y1={(row + 0.5) * layout.rowHeight}
            y2={(row + 0.5) * layout.rowHeight}
          />
        )}
      </svg>
    </div>
  )
}

/** The channels' threads run on through the history. */
function Threads({ channels, pitch, height }: { channels: ChannelRange; pitch: number; height: number }) {
  const count = channels.to - channels.from
  const path = Array.from({ length: count }, (_, i) => `M${(i + 0.5) * pitch},0V${height}`).join('')
  return <path className='waterfall-threads' d={path} />
}
