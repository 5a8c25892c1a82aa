import { withBar } from '../../model/state/pictures.ts'
import { otherPicture } from '../../model/state/selectors.ts'
import { type AppStore, changeEdits } from '../../model/state/store.ts'

/**
 * A becomes B and B becomes A: the same picture with the bar in the other ink, or the next one. With gates of its
 * own: borrowed ones would hide what the other picture calls for.
 */
export function swapSample(store: AppStore): void {
  const state = store.getState()
  const other = otherPicture(state)
  if (other === null) return
  changeEdits(store, (edits) => ({ ...edits, source: 'own', gates: {} }))
  store.setState({ sample: other.bar === null ? other.spec : withBar(other.spec, other.bar) })
}
