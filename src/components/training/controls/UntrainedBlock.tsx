import type { Snapshot } from '../../../model/networks/snapshotTypes.ts'
import { blockChanges } from '../../../model/state/blockChanges.ts'
import type { BlockChanges } from '../../../model/state/shown.ts'
import { chooseRatio } from '../../../model/state/slices/view.ts'
import { chooseBlock } from '../../../model/state/store.ts'
import { useApp, useAppStore } from '../../store.tsx'
import { useText } from '../../text/i18n.tsx'
import { Rich } from '../../text/Rich.tsx'
import { blockWords } from './blockWords.ts'

/** The stored run with another block, which nobody has trained: what is other, and the ways out. */
export function UntrainedBlock({ stored, onTrain }: { stored: Snapshot; onTrain: () => void }) {
  const store = useAppStore()
  const { t } = useText()
  // A text: the same as long as it says the same.
  const changes = JSON.parse(useApp((state) => JSON.stringify(blockChanges(state, stored) ?? {})))
  const { ratio, ...others } = changes as BlockChanges
  const onlyRatio = ratio !== undefined && Object.keys(others).length === 0
  return (
    <p className='run-note' role='status'>
      <span>
        <Rich
          text={
            onlyRatio
              ? t('page.untrained', { r: ratio })
              : t('page.untrainedBlock', { block: blockWords(changes, t) })
          }
        />
      </span>
      <button type='button' onClick={onTrain}>
        {onlyRatio ? t('page.trainThis', { r: ratio }) : t('page.trainBlock')}
      </button>
      <button
        type='button'
        className='plain'
        onClick={() => (onlyRatio ? chooseRatio(store, null) : chooseBlock(store, 'se'))}
      >
        {onlyRatio ? t('page.trainedR', { r: stored.config.ratio }) : t('page.toStored')}
      </button>
    </p>
  )
}
