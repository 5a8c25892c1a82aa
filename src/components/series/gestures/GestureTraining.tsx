import { fewestRecordings } from '../../../model/data/series/gesturesKey.ts'
import { liveRun } from '../../../model/state/shownRun.ts'
import { useApp } from '../../store.tsx'
import { useText } from '../../text/i18n.tsx'
import { useThrottled } from '../../training/charts/useThrottled.ts'
import type { Training } from '../../training/controller/training.ts'
import { accuracyText, phaseText } from '../../training/controls/words.ts'
import type { GestureRun } from './useGestureRun.ts'

/** Training where the gestures are drawn: one button whose word changes, and how far it has come. */
export function GestureTraining(props: { training: Training; run: GestureRun; onTrain: () => void }) {
  const { training, run, onTrain } = props
  const { t } = useText()
  const running = run.phase === 'running'
  const loading = run.phase === 'loading'
  // Disabled would lose the focus that the button has when training begins.
  const idle = loading || !run.isLoaded
  const press = () => {
    if (idle) return
    if (running) return void training.pause()
    onTrain()
    void training.play()
  }
  return (
    <>
      <p className='buttons'>
        <button type='button' className='primary' aria-disabled={idle} onClick={press}>
          {t(
            running
              ? 'series.gestures.pause'
              : run.canTry
                ? 'series.gestures.goOn'
                : loading
                  ? 'series.gestures.loading'
                  : 'series.gestures.train',
          )}
        </button>
      </p>
      <Progress run={run} />
    </>
  )
}

/** Not announced while it counts: the bar that accompanies every run does that. */
function Progress({ run }: { run: GestureRun }) {
  const text = useText()
  const { t, number } = text
  const step = useApp((state) => liveRun(state)?.step ?? 0)
  const accuracy = useApp((state) => liveRun(state)?.heldOut.at(-1)?.accuracy ?? null)
  const counted = t('series.gestures.step', {
    step: number.integer(step),
    accuracy: accuracyText(accuracy, text),
  })
  const shown = useThrottled(counted)
  const { enough, hasRun, canTry, phase } = run
  const failed = phase === 'diverged' || phase === 'lost'
  return (
    <p className='gesture-progress' data-testid='gesture-progress'>
      {!enough
        ? t('series.gestures.need', { least: fewestRecordings })
        : !hasRun
          ? t('series.gestures.trainFirst')
          : failed
            ? phaseText(phase, { step, heldOutAccuracy: accuracy }, text)
            : canTry
              ? // Before the first validation it has hardly learnt anything.
                `${shown} ${accuracy === null ? '' : t('series.gestures.nowDraw')}`
              : t(phase === 'loading' ? 'series.gestures.loading' : 'series.gestures.trainFirst')}
    </p>
  )
}
