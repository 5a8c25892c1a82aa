import { type PointerEvent, useEffect, useId, useReducer, useRef } from 'react'
import type { Point, Stroke } from '../../model/data/drawing.ts'
import { useText } from '../text/i18n.tsx'
import { InkPicture, type PictureData } from './InkPicture.tsx'
import { draw, emptyDrawing } from './strokes.ts'
import './pictures.css'

/** Side of the canvas: the unit of the strokes' points. */
export const padSide = 280

/** While the pen is down, the network hears at most this often. */
const drawMs = 100

export interface DrawPadProps {
  /** After each stroke, undo and clear, and at most ten times a second while drawing. [] = nothing drawn. */
  readonly onDraw: (strokes: readonly Stroke[]) => void
  /** The same strokes as the network gets them, [28, 28, 1]; null: nothing drawn. */
  readonly result: PictureData | null
}

/** Pointer, pen or finger. Who has none of them chooses a stored picture: the text says so. */
export function DrawPad({ onDraw, result }: DrawPadProps) {
  const { t } = useText()
  const hint = useId()
  const [drawing, dispatch] = useReducer(draw, emptyDrawing)
  useReport(drawing.strokes, drawing.drawing, onDraw)

  function onPointerDown(event: PointerEvent<SVGSVGElement>) {
    if (!event.isPrimary || event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    dispatch({ type: 'begin', at: pointIn(event.currentTarget, event.nativeEvent) })
  }
  function onPointerMove(event: PointerEvent<SVGSVGElement>) {
    if (!drawing.drawing || !event.isPrimary) return
    const pad = event.currentTarget
    const between = event.nativeEvent.getCoalescedEvents?.() ?? []
    const events = between.length === 0 ? [event.nativeEvent] : between
    dispatch({ type: 'extend', through: events.map((one) => pointIn(pad, one)) })
  }
  const onPointerEnd = () => dispatch({ type: 'end' })
  const empty = drawing.strokes.length === 0

  return (
    <fieldset className='draw' aria-label={t('draw.title')}>
      <div className='draw-pad'>
        <svg
          viewBox={`0 0 ${padSide} ${padSide}`}
          role='img'
          aria-label={t('draw.pad')}
          aria-describedby={hint}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerEnd}
          onPointerCancel={onPointerEnd}
        >
          {drawing.strokes.map((stroke, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: strokes are only added and removed at the end
            <path key={i} d={strokePath(stroke)} />
          ))}
        </svg>
        <div className='picker-row'>
          <button type='button' aria-disabled={empty} onClick={() => dispatch({ type: 'undo' })}>
            {t('draw.undo')}
          </button>
          <button type='button' aria-disabled={empty} onClick={() => dispatch({ type: 'clear' })}>
            {t('draw.clear')}
          </button>
        </div>
      </div>
      <div className='draw-result'>
        <p id={hint}>
          {t('draw.hint')} {t('draw.alternative')}
        </p>
        {result === null ? (
          <p>{t('draw.empty')}</p>
        ) : (
          <>
            <InkPicture picture={result} size={112} alt={t('picture.alt.drawn')} />
            <p>{t('draw.result')}</p>
          </>
        )}
        <p className='visually-hidden' role='status'>
          {drawing.drawing ? '' : t('draw.strokes', { count: drawing.strokes.length })}
        </p>
      </div>
    </fieldset>
  )
}

/** Hands the strokes on: at once when the pen is up, paced while it is down. Not before the first stroke. */
function useReport(strokes: readonly Stroke[], penDown: boolean, onDraw: DrawPadProps['onDraw']): void {
  const report = useRef(onDraw)
  const reported = useRef<readonly Stroke[]>(emptyDrawing.strokes)
  const reportedAt = useRef(0)
  useEffect(() => {
    report.current = onDraw
  }, [onDraw])
  useEffect(() => {
    if (strokes === reported.current) return
    const wait = penDown ? Math.max(0, reportedAt.current + drawMs - performance.now()) : 0
    const send = () => {
      reported.current = strokes
      reportedAt.current = performance.now()
      report.current(strokes)
    }
    if (wait === 0) {
      send()
      return
    }
    const timer = setTimeout(send, wait)
    return () => clearTimeout(timer)
  }, [strokes, penDown])
}

function pointIn(pad: SVGSVGElement, event: { readonly clientX: number; readonly clientY: number }): Point {
  const box = pad.getBoundingClientRect()
  return {
    x: ((event.clientX - box.left) / box.width) * padSide,
    y: ((event.clientY - box.top) / box.height) * padSide,
  }
}

/** A stroke of one point is a dot: a line of no length with a round cap. */
function strokePath(stroke: Stroke): string {
  const [first, ...rest] = stroke.map(({ x, y }) => `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`)
  return `M${first}L${rest.length === 0 ? first : rest.join(' ')}`
}
