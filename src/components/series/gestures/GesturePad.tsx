import { type PointerEvent, useRef, useState } from 'react'
import type { PenPoint, Recording } from '../../../model/data/series/gestures.ts'
import { useText } from '../../text/i18n.tsx'

/** Side of the pad: the unit of the points. */
export const padSize = 280

/** One stroke at a time, with mouse, pen or finger; heard while it is drawn, and when it is done. */
export function GesturePad(props: {
  disabled: boolean
  onDraw: (recording: Recording, done: boolean) => void
  /** The browser took the pointer away in the middle of a stroke. */
  onCancel: () => void
}) {
  const { disabled, onDraw, onCancel } = props
  const { t } = useText()
  const [points, setPoints] = useState<readonly PenPoint[]>([])
  // The stroke under way: events come faster than renderings.
  const stroke = useRef<PenPoint[] | null>(null)

  const add = (event: PointerEvent<SVGSVGElement>) => {
    const pad = event.currentTarget
    const box = pad.getBoundingClientRect()
    const between = event.nativeEvent.getCoalescedEvents?.() ?? []
    for (const one of between.length === 0 ? [event.nativeEvent] : between) {
      stroke.current?.push({
        x: ((one.clientX - box.left) / box.width) * padSize,
        y: ((one.clientY - box.top) / box.height) * padSize,
        time: one.timeStamp,
        pressure: one.pressure,
      })
    }
    setPoints([...(stroke.current ?? [])])
  }
  return (
    <svg
      className='gesture-pad'
      viewBox={`0 0 ${padSize} ${padSize}`}
      role='img'
      aria-label={`${t('series.gestures.pad')}. ${t('series.gestures.hint')}`}
      data-disabled={disabled}
      onPointerDown={(event) => {
        if (disabled || !event.isPrimary || event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        stroke.current = []
        add(event)
      }}
      onPointerMove={(event) => {
        if (stroke.current === null || !event.isPrimary) return
        add(event)
        onDraw(stroke.current, false)
      }}
      onPointerUp={(event) => {
        if (stroke.current === null) return
        add(event)
        const done = stroke.current
        stroke.current = null
        onDraw(done, true)
      }}
      onPointerCancel={() => {
        if (stroke.current === null) return
        stroke.current = null
        setPoints([])
        onCancel()
      }}
    >
      <polyline points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
    </svg>
  )
}
