import { useText } from '../../text/i18n.tsx'
import { accuracyText } from './words.ts'
import '../training.css'

export interface StoredRunNoticeProps {
  readonly steps: number
  readonly seed: number
  /** 0–1; null: not known. */
  readonly heldOutAccuracy: number | null
  /** Starts training with the same seed. */
  readonly onTrain: () => void
}

/** Until the reader trains, the figure shows a run that was trained before: it says so. */
export function StoredRunNotice({ steps, seed, heldOutAccuracy, onTrain }: StoredRunNoticeProps) {
  const { t, number } = useText()
  const values = {
    steps: number.integer(steps),
    seed: String(seed),
    accuracy: accuracyText(heldOutAccuracy, { t, number }),
  }
  return (
    <div className='stored-run'>
      <p>
        {t('stored.what', values)} {t('stored.until')}
      </p>
      <button type='button' onClick={() => onTrain()}>
        {t('stored.train')}
      </button>
    </div>
  )
}
