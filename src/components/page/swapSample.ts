import { withBar } from '../../model/state/pictures.ts'
import { otherPicture } from '../../model/state/shownSamples.ts'
import { changeEdits } from '../../model/state/slices/edits.ts'
import { showSample } from '../../model/state/slices/view.ts'
import type { AppStore } from '../../model/state/store.ts'

/**
 * A becomes B and B becomes A: the same picture with the bar in the other ink, or the next one. With gates of its
 * own: borrowed ones would hide what the other picture calls for.
 */
export function swapSample(store: AppStore): void {
  const state = store.getState()
  const other = otherPicture(state)
  if (other === null) return
  changeEdits(store, (edits) => ({ ...edits, source: 'own', gates: {} }))
  showSample(store, other.bar === null ? other.spec : withBar(other.spec, other.bar))
}
