import { useMemo } from 'react'
import { forwardNetwork } from '../../../model/networks/forward.ts'
import { type Recorded, spread } from '../../../model/state/history.ts'
import { site } from '../../../model/state/selection.ts'
import { liveRun, shownNetwork } from '../../../model/state/shownRun.ts'
import { picture } from '../../../model/state/shownSamples.ts'
import { ownTrace } from '../../../model/state/view.ts'
import type { GateRecord } from '../../../viz/charts/waterfall.ts'
import { useApp } from '../../store.tsx'

/** Lines of the waterfall. */
const mostLines = 60

/** Gates of a recorded state, by the picture and the site that they were computed for. */
const known = new WeakMap<Recorded, { readonly key: string; readonly gates: Float32Array }>()

/** The gates of the site on show, for the picture on show, at the recorded steps of the run. */
export function useGateHistory(): readonly GateRecord[] {
  const live = useApp(liveRun)
  const a = useApp(picture)
  const here = useApp(site)
  const shown = useApp(shownNetwork)
  const key = `${a?.key} ${here?.id}`
  return useMemo(() => {
    if (live === null || a === null || here === null) return []
    return spread(live.history, mostLines).flatMap((one) => {
      const cached = known.get(one)
      if (cached?.key === key) return [{ step: one.step, gates: cached.gates }]
      const trace =
        shown?.weights === one.weights ? ownTrace(shown, a) : forwardNetwork(live.plan, one.weights, a.input)
      const gates = trace.sites[here.id]?.block?.s.data
      if (gates === undefined) return []
      known.set(one, { key, gates })
      return [{ step: one.step, gates }]
    })
  }, [live, a, here, key, shown])
}
