import { liveRun } from '../../../model/state/shownRun.ts'
import { useApp } from '../../store.tsx'
import { useText } from '../../text/i18n.tsx'
import { useThrottled } from '../charts/useThrottled.ts'
import type { Training } from '../controller/training.ts'

/** One button whose word changes, so that focus stays on it. */
export function TrainButton({ training }: { training: Training }) {
  const { t, number } = useText()
  const phase = useApp((state) => state.engine.phase)
  const step = useThrottled(useApp((state) => liveRun(state)?.step ?? null))
  const running = phase === 'running'
  const loading = phase === 'loading'
  const word = running
    ? t('train.pause')
    : loading
      ? t('train.loadingButton')
      : t(step === null || step === 0 ? 'train.play' : 'train.goOn')
  return (
    <button
      type='button'
      className='train'
      aria-disabled={loading}
      onClick={() => (loading ? undefined : running ? void training.pause() : void training.play())}
    >
      <svg width='12' height='12' viewBox='0 0 12 12' aria-hidden='true' focusable='false'>
        <path d={running ? 'M1,0H4.5V12H1ZM7.5,0H11V12H7.5Z' : 'M1,0L11.5,6L1,12Z'} />
      </svg>
      {word}
      {step === null ? null : (
        <span className='train-step soft' aria-hidden='true'>
          {' · '}
          {t('waterfall.step', { step: number.integer(step) })}
        </span>
      )}
    </button>
  )
}
