import { useCallback, useRef, useState } from 'react'
import {
  type GestureClass,
  gestureLength,
  gestureSeries,
  gestureVariables,
  isGesture,
  type Recording,
} from '../../../model/data/series/gestures.ts'
import { gesturesKey } from '../../../model/data/series/gesturesKey.ts'
import { forwardNetwork } from '../../../model/networks/forward.ts'
import { shownNetwork } from '../../../model/state/shownRun.ts'
import { type AppState, changeGestures, chooseNetwork } from '../../../model/state/store.ts'
import { nd } from '../../../model/tensor.ts'
import { useApp, useAppStore } from '../../store.tsx'
import { useText } from '../../text/i18n.tsx'
import type { Training } from '../../training/controller/training.ts'
import { type Answer, GestureAnswer, GestureBars } from './GestureAnswer.tsx'
import { GestureClasses } from './GestureClasses.tsx'
import { GesturePad, padSize } from './GesturePad.tsx'
import { GestureTraining } from './GestureTraining.tsx'
import { MotionPad } from './MotionPad.tsx'
import { NewGestureClass } from './NewGestureClass.tsx'
import { useGestureRun } from './useGestureRun.ts'
import './gestures.css'

/** While drawing, the network is asked at most this often. */
const askMs = 80

const none: readonly string[] = []

/** What came of the last stroke, or what was done to the recordings. */
interface Outcome {
  /** The recordings it belongs to: with others it says nothing any more. */
  readonly of: readonly GestureClass[]
  readonly drawing: boolean
  readonly kind: 'short' | 'recorded' | Answer
}

/** Classes, recordings, training on them, and trying it: recognised while it is drawn. */
export function GestureArea({ training }: { training: Training }) {
  const store = useAppStore()
  const { t } = useText()
  const classes = useApp((state) => state.gestures)
  const run = useGestureRun()
  const learnt = useApp((state) => state.problem?.problem.classes ?? none)
  const [target, setTarget] = useState(0)
  const [wanted, setWanted] = useState<'record' | 'try'>('record')
  const [last, setLast] = useState<Outcome | null>(null)
  const asked = useRef(0)
  const current = Math.min(target, classes.length - 1)
  // Until a run that was asked for has learnt something the pad rests: a stroke for it is no recording.
  const trying = wanted === 'try' && (run.hasRun || run.canTry)

  const change = useCallback(
    (next: readonly GestureClass[]) => {
      setLast(null)
      setWanted('record')
      changeGestures(store, next)
    },
    [store],
  )
  const onDraw = useCallback(
    (recording: Recording, done: boolean) => {
      const state = store.getState()
      const { gestures } = state
      const say = (kind: Outcome['kind']) => setLast({ of: gestures, drawing: !done, kind })
      if (!isGesture(recording, padSize)) {
        if (done) say('short')
        return
      }
      if (trying) {
        if (!done && performance.now() - asked.current < askMs) return
        asked.current = performance.now()
        const answer = answerTo(recording, state)
        if (answer === null) setLast(null)
        else say(answer)
      } else if (done) {
        const next = gestures.map((one, i) =>
          i === current ? { ...one, recordings: [...one.recordings, recording] } : one,
        )
        change(next)
        setLast({ of: next, drawing: false, kind: 'recorded' })
      }
    },
    [store, trying, current, change],
  )
  const forget = useCallback(() => setLast(null), [])
  const add = (name: string) => {
    change([...classes, { name, recordings: [] }])
    setTarget(classes.length)
  }
  const resting = trying ? !run.canTry : classes.length === 0
  const outcome = last?.of === classes ? last : null
  const answer =
    trying && run.canTry && outcome !== null && typeof outcome.kind === 'object' ? outcome.kind : null
  const chosen = classes[current]
  const hint =
    outcome?.kind === 'short'
      ? t('series.gestures.short')
      : trying
        ? t(run.canTry ? 'series.gestures.nothing' : 'series.gestures.wait')
        : chosen === undefined
          ? t('series.gestures.newClassFirst')
          : outcome?.kind === 'recorded'
            ? t('series.gestures.recorded', { name: chosen.name, count: chosen.recordings.length })
            : t('series.gestures.next', { name: chosen.name })
  return (
    <div className='gestures'>
      <p>{t('series.gestures.what')}</p>
      <p className='soft'>
        {t('series.gestures.pointer')}{' '}
        <button type='button' className='plain' onClick={() => chooseNetwork(store, { data: 'own' })}>
          {t('series.gestures.toOwn')}
        </button>
      </p>
      <NewGestureClass names={classes.map(({ name }) => name)} onAdd={add} />
      <div className='gesture-run'>
        <p className='buttons'>
          <button type='button' aria-pressed={!trying} onClick={() => setWanted('record')}>
            {t('series.gestures.record')}
          </button>
          <button type='button' aria-pressed={trying} disabled={!run.canTry} onClick={() => setWanted('try')}>
            {t('series.gestures.tryIt')}
          </button>
        </p>
        <GestureTraining training={training} run={run} onTrain={() => setWanted('try')} />
      </div>
      <div className='gesture-columns'>
        <div className='gesture-drawing'>
          {classes.length === 0 ? null : (
            <fieldset className='buttons gesture-target' disabled={trying}>
              <legend>{t('series.gestures.class')}</legend>
              {classes.map(({ name }, i) => (
                <button
                  key={name}
                  type='button'
                  title={name}
                  aria-pressed={i === current}
                  onClick={() => {
                    setTarget(i)
                    setLast(null)
                  }}
                >
                  {name}
                </button>
              ))}
            </fieldset>
          )}
          <GestureAnswer answer={answer} hint={hint} drawing={outcome?.drawing === true} />
          <GesturePad key={trying ? 'try' : current} disabled={resting} onDraw={onDraw} onCancel={forget} />
          <GestureBars answer={answer} rows={classes.length} classes={trying && run.canTry ? learnt : none} />
          <MotionPad disabled={resting} onDraw={onDraw} onCancel={forget} />
        </div>
        <div className='gesture-classes'>
          <GestureClasses classes={classes} onChange={change} />
        </div>
      </div>
    </div>
  )
}

/** null unless the network on show has learnt from the recordings as they are now. */
function answerTo(recording: Recording, state: AppState): Answer | null {
  const { problem, gestures } = state
  const shown = shownNetwork(state)
  if (shown?.origin !== 'live' || shown.step === 0 || problem?.key !== gesturesKey(gestures)) return null
  const input = nd(['t', 'c'], [gestureLength, gestureVariables.length], gestureSeries(recording))
  const { probabilities } = forwardNetwork(shown.plan, shown.weights, input)
  return { classes: problem.problem.classes, probabilities: [...probabilities.data] }
}
