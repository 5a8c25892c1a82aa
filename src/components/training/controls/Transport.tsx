import { useId, useState } from 'react'
import type { BackendReport, LoadProgress, Phase } from '../../../model/engine/protocol.ts'
import { useText } from '../../text/i18n.tsx'
import { Progress } from './Progress.tsx'
import { Readouts } from './Readouts.tsx'
import { RateSlider, SettingSelects, type SettingsProps } from './Settings.tsx'
import { backendText } from './words.ts'
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
  readonly onAdvance: (unit: 'batch' | 'epoch') => void
  /** Same seed, step 0. */
  readonly onReset: () => void
  /** Another seed, step 0. */
  readonly onNewStart: () => void
}

/** All that tunes the training; what starts and stops it is TrainButton. */
export function Transport(props: TransportProps) {
  const { phase, progress, backend } = props
  const text = useText()
  const { t } = text
  const panel = useId()
  const [open, setOpen] = useState(false)
  return (
    <section className={open ? 'transport open' : 'transport'} aria-label={t('train.controls')}>
      <div className='transport-bar'>
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
    </section>
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
