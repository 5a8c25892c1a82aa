import { liveRun } from '../../../model/state/selectors.ts'
import { useApp } from '../../store.tsx'
import { useModule } from '../../useModule.ts'

const load = () => import('./LivePanels.tsx')

/** The pictures of the run that trains here; nothing of them is loaded before there is one. */
export function LiveSlot({ part }: { part: 'times' | 'charts' }) {
  const live = useApp(liveRun)
  const loaded = useModule(load, live !== null)
  if (live === null || live.history.length === 0 || loaded === null) return null
  return part === 'times' ? <loaded.GateTimes /> : <loaded.LivePanels live={live} />
}
