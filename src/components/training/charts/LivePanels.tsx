import { useMemo, useRef } from 'react'
import { forwardNetwork } from '../../../model/networks/forward.ts'
import { type Recorded, spread } from '../../../model/state/history.ts'
import { liveRun, picture, pinned, shownNetwork, site } from '../../../model/state/selectors.ts'
import { mapSize } from '../../../model/state/shown.ts'
import { type LiveRun, travelTo } from '../../../model/state/slices/run.ts'
import { ownTrace } from '../../../model/state/view.ts'
import { useApp, useAppStore } from '../../store.tsx'
import { GateHistogram } from './GateHistogram.tsx'
import { GateHistory } from './GateHistory.tsx'
import { TrainingCharts } from './TrainingCharts.tsx'
import { useFigureWidth } from './useFigureWidth.ts'

/** Lines of the waterfall. */
const mostLines = 60

/** Loss, accuracy and the health of the gates so far. */
export function LivePanels({ live }: { live: LiveRun }) {
  const at = useApp((state) => state.at)
  return (
    <section className='live-panels'>
      <TrainingCharts metrics={live.metrics} heldOut={live.heldOut} at={at} />
      <Health />
    </section>
  )
}

/** Gates over time under the figure's columns; scrubbing is time travel. */
export function GateTimes() {
  const store = useAppStore()
  const live = useApp(liveRun)
  const a = useApp(picture)
  const here = useApp(site)
  const shown = useApp(shownNetwork)
  const at = useApp((state) => state.at)
  const channel = useApp((state) => pinned(state)?.index.c ?? null)
  const shape = useMemo(
    () =>
      here === null
        ? null
        : {
            channels: here.channels,
            reduced: here.reduced,
            map: mapSize(here),
          },
    [here],
  )
  const figure = useFigureWidth(shape, channel ?? 0)
  const known = useRef(new WeakMap<Recorded, { readonly key: string; readonly gates: Float32Array }>())
  const key = `${a?.key} ${here?.id}`
  const history = useMemo(() => {
    if (live === null || a === null || here === null) return []
    return spread(live.history, mostLines).flatMap((one) => {
      const cached = known.current.get(one)
      if (cached?.key === key) return [{ step: one.step, gates: cached.gates }]
      const trace =
        shown?.weights === one.weights ? ownTrace(shown, a) : forwardNetwork(live.plan, one.weights, a.input)
      const gates = trace.sites[here.id]?.block?.s.data
      if (gates === undefined) return []
      known.current.set(one, { key, gates })
      return [{ step: one.step, gates }]
    })
  }, [live, a, here, key, shown])
  if (figure === null || here === null || history.length === 0) return null
  const { layout, scale } = figure
  return (
    <GateHistory
      rail={layout.plate.x * scale}
      plateWidth={layout.pitch * (layout.to - layout.from) * scale}
      channels={{ from: layout.from, to: layout.to }}
      selectedChannel={channel}
      history={history}
      selectedStep={at}
      onScrub={(step) => travelTo(store, step)}
    />
  )
}

function Health() {
  const here = useApp(site)
  const shown = useApp(shownNetwork)
  const step = useApp((state) => state.live?.populationStep ?? null)
  const population = shown?.population.find((one) => one.site === here?.id)
  const gates = useMemo(
    () => population?.meanGateByGroup.map((group) => Float32Array.from(group)) ?? [],
    [population],
  )
  if (population === undefined || step === null) return null
  return (
    <GateHistogram
      gates={gates}
      deadHidden={population.deadHidden}
      over={{ count: population.count, step }}
    />
  )
}
