import { useText } from '../../text/i18n.tsx'
import { useThrottled } from '../charts/useThrottled.ts'
import { accuracyText } from './words.ts'
import '../training.css'

export interface ReadoutsProps {
  /** Of the latest frame, not of the step that time travel shows. */
  readonly step: number
  readonly epoch: number
  /** 0–1; null: not measured yet. */
  readonly heldOutAccuracy: number | null
  readonly stepsPerSecond: number
}

/** How far the run has come, in numbers that can be read. */
export function Readouts({ step, epoch, heldOutAccuracy, stepsPerSecond }: ReadoutsProps) {
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
