import { useEffect, useRef, useState } from 'react'
import type { PenPoint, Recording } from '../../../model/data/series/gestures.ts'
import { useText } from '../../text/i18n.tsx'
import { padSize } from './GesturePad.tsx'

interface MotionEvents {
  /** Safari asks; other browsers do not have it. */
  readonly requestPermission?: () => Promise<'granted' | 'denied'>
}

/** Gestures with a phone in the hand: its acceleration stands for the pen's place, while a button or Space is held. */
export function MotionPad(props: {
  disabled: boolean
  onDraw: (recording: Recording, done: boolean) => void
  onCancel: () => void
}) {
  const { disabled, onDraw, onCancel } = props
  const { t } = useText()
  const [sensor, setSensor] = useState<'off' | 'on' | 'denied' | 'none'>('off')
  const path = useRef<PenPoint[] | null>(null)
  const heard = useRef(false)
  useEffect(() => {
    if (sensor !== 'on') return
    const listen = (event: DeviceMotionEvent) => {
      const { accelerationIncludingGravity: at } = event
      if (at?.x == null || at.y == null) return
      heard.current = true
      path.current?.push({
        // About ±2 g over the pad.
        x: padSize / 2 + (at.x / 20) * (padSize / 2),
        y: padSize / 2 - (at.y / 20) * (padSize / 2),
        time: event.timeStamp,
        pressure: 0.5,
      })
      if (path.current !== null) onDraw(path.current, false)
    }
    window.addEventListener('devicemotion', listen)
    return () => window.removeEventListener('devicemotion', listen)
  }, [sensor, onDraw])
  if (typeof DeviceMotionEvent === 'undefined' || !matchMedia('(pointer: coarse)').matches) return null
  const ask = async () => {
    const { requestPermission } = DeviceMotionEvent as unknown as MotionEvents
    try {
      const given = requestPermission === undefined ? 'granted' : await requestPermission()
      setSensor(given === 'granted' ? 'on' : 'denied')
    } catch {
      setSensor('denied')
    }
  }
  const end = () => {
    const done = path.current
    path.current = null
    if (done === null) return
    if (heard.current) onDraw(done, true)
    else setSensor('none')
  }
  const drop = () => {
    if (path.current === null) return
    path.current = null
    onCancel()
  }
  return (
    <p className='buttons'>
      {sensor === 'on' ? (
        <button
          type='button'
          className='motion-hold'
          disabled={disabled}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId)
            path.current = []
          }}
          onPointerUp={end}
          onPointerCancel={drop}
          onKeyDown={(event) => {
            if (event.key !== ' ' || event.repeat) return
            event.preventDefault()
            path.current = []
          }}
          onKeyUp={(event) => {
            if (event.key === ' ') end()
          }}
          onBlur={drop}
        >
          {t('series.gestures.motionHold')}
        </button>
      ) : (
        <button type='button' onClick={() => void ask()}>
          {t('series.gestures.motion')}
        </button>
      )}
      <span className='soft' role='status'>
        {sensor === 'off'
          ? t('series.gestures.motionWhy')
          : sensor === 'denied'
            ? t('series.gestures.motionDenied')
            : sensor === 'none'
              ? t('series.gestures.motionNone')
              : ''}
      </span>
    </p>
  )
}
