import { liveRun } from '../../../model/state/shownRun.ts'
import type { ChannelRange } from '../../../viz/charts/waterfall.ts'
import { useApp } from '../../store.tsx'
import { useModule } from '../../useModule.ts'

const load = () => import('./livePictures.ts')

type Part =
  /** In the figure, in its columns. */
  | { readonly part: 'times'; readonly channels: ChannelRange }
  /** Beside the figure; below it, in full; how far it has come; beside the sample on a phone. */
  | { readonly part: 'charts' | 'panels' | 'readouts' | 'sparkline' }

/** The pictures of the run that trains here; nothing of them is loaded before there is one. */
export function LiveSlot(props: Part) {
  const live = useApp(liveRun)
  const loaded = useModule(load, live !== null)
  if (live === null || loaded === null) return null
  if (props.part === 'readouts') return <loaded.RunReadouts />
  if (live.history.length === 0) return null
  switch (props.part) {
    case 'times':
      return <loaded.GateTimes channels={props.channels} />
    case 'charts':
      return <loaded.WatchCharts live={live} />
    case 'sparkline':
      return <loaded.AccuracySparkline live={live} />
    case 'panels':
      return <loaded.LivePanels live={live} />
  }
}
