import type { Trouble } from '../../../model/engine/protocol.ts'
import { type TextKey, useText } from '../../text/i18n.tsx'
import { backendKeys } from './words.ts'
import '../training.css'

export interface TroubleNoticeProps {
  readonly trouble: Trouble
  /** The lower rate that the engine suggests: set it and go on. */
  readonly onUseRate: (learningRate: number) => void
  readonly onRetry: () => void
  readonly onDismiss: () => void
}

/** What happened, what was kept, what to do. */
export function TroubleNotice({ trouble, onUseRate, onRetry, onDismiss }: TroubleNoticeProps) {
  const { t, number } = useText()
  const { kind } = trouble
  const values = {
    atStep: 'atStep' in trouble ? number.integer(trouble.atStep) : '',
    backTo: 'backTo' in trouble ? number.integer(trouble.backTo) : '',
    backend: 'backend' in trouble ? t(backendKeys[trouble.backend]) : '',
  }
  const say = (part: 'what' | 'kept' | 'todo') => t(`trouble.${kind}.${part}` satisfies TextKey, values)
  const isMissing = kind === 'workerMissing' || kind === 'backendMissing'
  const goesOn = (kind === 'failed' || isMissing) && trouble.backTo !== undefined && trouble.backTo > 0
  const canRetry = 'detail' in trouble || isMissing
  return (
    <div className='trouble' role={needsReader[kind] ? 'alert' : 'status'}>
      <p>
        <strong>{say('what')}</strong> {goesOn ? t('trouble.failed.keptAt', values) : say('kept')}{' '}
        {say('todo')}
      </p>
      {'detail' in trouble ? (
        <p className='chart-note'>{t('trouble.detail', { detail: trouble.detail })}</p>
      ) : null}
      <div className='transport-buttons'>
        {trouble.kind === 'diverged' ? (
          <button type='button' className='primary' onClick={() => onUseRate(trouble.suggestedRate)}>
            {t('trouble.diverged.button', { rate: number.full(trouble.suggestedRate) })}
          </button>
        ) : null}
        {canRetry ? (
          <button type='button' className='primary' onClick={() => onRetry()}>
            {t('trouble.retry')}
          </button>
        ) : null}
        <button type='button' onClick={() => onDismiss()}>
          {t('trouble.dismiss')}
        </button>
      </div>
    </div>
  )
}

/** Does training stand still until the reader does something? Then the message may interrupt. */
const needsReader: Readonly<Record<Trouble['kind'], boolean>> = {
  diverged: true,
  contextLost: false,
  workerLost: false,
  dataMissing: true,
  workerMissing: true,
  backendMissing: true,
  failed: true,
}
