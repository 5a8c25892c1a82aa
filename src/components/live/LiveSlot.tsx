import { useApp } from '../store.tsx'
import { useModule } from '../useModule.ts'

const load = () => import('./LivePanels.tsx')

/** The charts of the run that trains here; nothing of them is loaded before there is one. */
export function LiveSlot() {
  const live = useApp((state) => state.live)
  const loaded = useModule(load, live !== null)
  return live === null || live.history.length === 0 || loaded === null ? null : (
    <loaded.LivePanels live={live} />
  )
}
