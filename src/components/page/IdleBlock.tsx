import { idleBlock } from '../../model/state/blockChanges.ts'
import { fields } from '../../model/state/fields.ts'
import type { BlockChanges } from '../../model/state/shown.ts'
import { choosePlace } from '../../model/state/slices/view.ts'
import { chooseBlock } from '../../model/state/store.ts'
import { useApp, useAppStore } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { blockWords } from '../training/controls/blockWords.ts'

/** The address asks for a block that the network on show cannot have: it says why nothing changes. */
export function IdleBlock() {
  const store = useAppStore()
  const { t } = useText()
  // A text: the same as long as it says the same.
  const idle = useApp((state) => JSON.stringify(idleBlock(state)))
  const isPlain = useApp((state) => state.snapshot === 'plain')
  const block = JSON.parse(idle) as BlockChanges | null
  if (block === null) return null
  return (
    <p className='notice' role='status'>
      {t(isPlain ? 'page.idleBlock' : 'page.idlePlace', { block: blockWords(block, t) })}{' '}
      <button
        type='button'
        className='plain'
        onClick={() => (isPlain ? chooseBlock(store, 'plain') : choosePlace(store, fields.place.initial))}
      >
        {t('page.dismiss')}
      </button>
    </p>
  )
}
