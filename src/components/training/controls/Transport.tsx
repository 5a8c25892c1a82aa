import { useEffect, useId, useState } from 'react'
import type { BackendReport, LoadProgress, Phase } from '../../../model/engine/protocol.ts'
import { useText } from '../../text/i18n.tsx'
import { useThrottled } from '../charts/useThrottled.ts'
import { Progress } from './Progress.tsx'
import { RateSlider, SettingSelects, type SettingsProps } from './Settings.tsx'
import { accuracyText, backendText, phaseText } from './words.ts'
import '../training.css'

export interface TransportProps extends SettingsProps {
  readonly phase: Phase
  /** Of the latest frame, not of the step that time travel shows. */
  readonly step: number
  readonly epoch: number
  /** 0–1; null: not measured yet. */
  readonly heldOutAccuracy: number | null
  readonly stepsPerSecond: number
  readonly progress: LoadProgress | null
  readonly backend: BackendReport | null
  readonly onPlay: () => void
  readonly onPause: () => void
  readonly onAdvance: (unit: 'batch' | 'epoch') => void
  /** Same seed, step 0. */
  readonly onReset: () => void
  /** Another seed, step 0. */
  readonly onNewStart: () => void
}

/** Everything that starts, stops and tunes the training, in one bar. */
export function Transport(props: TransportProps) {
  const { phase, progress, backend } = props
  const text = useText()
  const { t } = text
  const panel = useId()
  const [open, setOpen] = useState(false)
  return (
    <section className={open ? 'transport open' : 'transport'} aria-label={t('train.controls')}>
      <div className='transport-bar'>
        <PlayButton {...props} />
        <Advance {...props} />
        <RateSlider {...props} />
        {phase === 'loading' && progress !== null ? (
          <Progress progress={progress} />
        ) : (
          <Readouts {...props} />
        )}
        <button
          type='button'
          className='plain transport-more'
          aria-expanded={open}
          aria-controls={panel}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'train.less' : 'train.more')}
        </button>
      </div>
      <div id={panel} className='transport-panel' hidden={!open}>
        <div className='transport-buttons'>
          <button type='button' onClick={() => props.onReset()}>
            {t('train.reset')}
          </button>
          <button type='button' onClick={() => props.onNewStart()}>
            {t('train.newStart')}
          </button>
        </div>
        <SettingSelects {...props} />
        <p className='chart-note'>{t('train.restartNote')}</p>
        {backend === null ? null : <p className='chart-note'>{backendText(backend, text)}</p>}
      </div>
      <Announcement {...props} />
    </section>
  )
}

/** One button whose word changes, so that focus stays on it. */
function PlayButton({ phase, onPlay, onPause }: TransportProps) {
  const { t } = useText()
  const running = phase === 'running'
  const loading = phase === 'loading'
  const word = t(running ? 'train.pause' : loading ? 'train.loadingButton' : 'train.play')
  return (
    <button
      type='button'
      className='primary transport-play'
      aria-disabled={loading}
      onClick={() => (loading ? undefined : running ? onPause() : onPlay())}
    >
      <svg width='12' height='12' viewBox='0 0 12 12' aria-hidden='true' focusable='false'>
        <path d={running ? 'M1,0H4.5V12H1ZM7.5,0H11V12H7.5Z' : 'M1,0L11.5,6L1,12Z'} />
      </svg>
      {word}
    </button>
  )
}

function Advance({ phase, onAdvance }: TransportProps) {
  const { t } = useText()
  const busy = phase === 'running' || phase === 'loading'
  return (
    <div className='transport-advance'>
      <button type='button' aria-disabled={busy} onClick={busy ? undefined : () => onAdvance('batch')}>
        {t('train.batch')}
      </button>
      <button type='button' aria-disabled={busy} onClick={busy ? undefined : () => onAdvance('epoch')}>
        {t('train.epoch')}
      </button>
    </div>
  )
}

function Readouts({ step, epoch, heldOutAccuracy, stepsPerSecond }: TransportProps) {
  const { t, number } = useText()
  const accuracy = accuracyText(heldOutAccuracy, { t, number })
  const line = [number.integer(step), number.integer(epoch), accuracy, number.integer(stepsPerSecond)].join(
    '|',
  )
  const [steps, epochs, held, speed] = useThrottled(line).split('|')
  return (
    <dl className='transport-readouts'>
      <div>
        <dt>{t('train.step')}</dt>
        <dd data-readout='step'>{steps}</dd>
      </div>
      <div className='wide-only'>
        <dt>{t('train.epochCount')}</dt>
        <dd data-readout='epoch'>{epochs}</dd>
      </div>
      <div>
        <dt>{t('train.heldOutShort')}</dt>
        <dd data-readout='held-out'>{held}</dd>
      </div>
      <div className='wide-only'>
        <dt>{t('train.perSecond')}</dt>
        <dd data-readout='speed'>{speed}</dd>
      </div>
    </dl>
  )
}

/** Says a change of phase, never the steps in between; the last frame of a run comes after its end. */
function Announcement(props: TransportProps) {
  const text = useText()
  const said = phaseText(props.phase, props, text)
  const atRest = props.phase !== 'running' && props.phase !== 'loading'
  const [message, setMessage] = useState({ phase: props.phase, text: '' })
  useEffect(() => {
    if (message.phase !== props.phase) setMessage({ phase: props.phase, text: said })
  }, [message, props.phase, said])
  return (
    <p className='visually-hidden' role='status'>
      {atRest && message.text !== '' ? said : message.text}
    </p>
  )
}
