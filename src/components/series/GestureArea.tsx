import { useRef, useState } from 'react'
import {
  type GestureClass,
  gestureLength,
  gestureSeries,
  gestureVariables,
  isGesture,
  type Recording,
} from '../../model/data/series/gestures.ts'
import { fewestRecordings } from '../../model/data/series/gesturesKey.ts'
import { forwardNetwork } from '../../model/networks/forward.ts'
import { shownNetwork } from '../../model/state/selectors.ts'
import { nd } from '../../model/tensor.ts'
import { argmax } from '../figure/Output.tsx'
import type { Training } from '../live/training.ts'
import { useApp, useAppStore } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { GestureClasses } from './GestureClasses.tsx'
import { GesturePad, padSize } from './GesturePad.tsx'
import { MotionPad } from './MotionPad.tsx'
import './gestures.css'

/** While drawing, the network is asked at most this often. */
const askMs = 80

/** Classes, recordings, training on them, and trying it: recognised while it is drawn. */
export function GestureArea({ training }: { training: Training }) {
  const store = useAppStore()
  const { t, number } = useText()
  const classes = useApp((state) => state.gestures)
  const shown = useApp(shownNetwork)
  const loaded = useApp((state) => state.problem)
  const running = useApp((state) => state.engine.phase === 'running')
  const [target, setTarget] = useState(0)
  const [trying, setTrying] = useState(false)
  const [answer, setAnswer] = useState<readonly number[] | null>(null)
  const asked = useRef(0)
  const ready = shown !== null && loaded?.key.startsWith('gestures-') === true
  const change = (next: readonly GestureClass[]) =>
    store.setState({ gestures: next, at: null, sample: null, cell: null })
  const current = Math.min(target, classes.length - 1)

  const read = (recording: Recording) => {
    if (!ready || !isGesture(recording, padSize)) return
    const { plan, weights } = shown
    const input = nd(['t', 'c'], [gestureLength, gestureVariables.length], gestureSeries(recording))
    setAnswer([...forwardNetwork(plan, weights, input).probabilities.data])
  }
  const onDraw = (recording: Recording, done: boolean) => {
    if (trying) {
      if (!done && performance.now() - asked.current < askMs) return
      asked.current = performance.now()
      read(recording)
      return
    }
    if (!done || !isGesture(recording, padSize)) return
    change(
      classes.map((one, i) => (i === current ? { ...one, recordings: [...one.recordings, recording] } : one)),
    )
  }
  const best = answer === null || answer.length !== classes.length ? null : argmax(answer)
  const enough =
    classes.length >= 2 && classes.every(({ recordings }) => recordings.length >= fewestRecordings)
  return (
    <div className='gestures'>
      <p>{t('series.gestures.what')}</p>
      <div className='gesture-columns'>
        <div>
          <p className='buttons'>
            <button type='button' aria-pressed={!trying} onClick={() => setTrying(false)}>
              {t('series.gestures.record')}
            </button>
            <button type='button' aria-pressed={trying} disabled={!ready} onClick={() => setTrying(true)}>
              {t('series.gestures.tryIt')}
            </button>
          </p>
          <GesturePad disabled={!trying && classes.length === 0} onDraw={onDraw} />
          <p role='status' className='gesture-answer' data-testid='gesture-answer'>
            {!trying
              ? classes.length === 0
                ? t('series.gestures.newClassFirst')
                : `${t('series.gestures.class')} ${classes[current]?.name ?? ''}`
              : best === null
                ? t('series.gestures.nothing')
                : t('series.gestures.reads', {
                    name: classes[best]?.name ?? '',
                    probability: number.percent(answer?.[best] ?? 0),
                  })}
          </p>
          <MotionPad disabled={!trying && classes.length === 0} onDraw={onDraw} />
        </div>
        <div className='gesture-classes'>
          <GestureClasses classes={classes} current={current} onCurrent={setTarget} onChange={change} />
          {enough ? (
            <p className='buttons'>
              <button
                type='button'
                className='primary'
                disabled={!ready || running}
                onClick={() => {
                  setTrying(true)
                  void training.play()
                }}
              >
                {t('series.gestures.train')}
              </button>
            </p>
          ) : (
            <p className='soft'>{t('series.gestures.need', { least: fewestRecordings })}</p>
          )}
          {trying && answer !== null && best !== null ? (
            <ul className='gesture-bars'>
              {classes.map((one, i) => (
                <li key={one.name}>
                  <span>{one.name}</span>
                  <span className='track'>
                    <span className='fill' style={{ '--share': answer[i] ?? 0 } as React.CSSProperties} />
                  </span>
                  <span>{number.percent(answer[i] ?? 0)}</span>
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      </div>
    </div>
  )
}
