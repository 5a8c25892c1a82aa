import { useMemo } from 'react'
import { site } from '../../../model/state/selection.ts'
import { shownNetwork } from '../../../model/state/shownRun.ts'
import type { LiveRun } from '../../../model/state/slices/run.ts'
import { useApp } from '../../store.tsx'
import { GateHistogram } from './GateHistogram.tsx'
import { GateHistoryText } from './GateHistoryText.tsx'
import { TrainingCharts } from './TrainingCharts.tsx'
import { useChartWidth } from './useChartWidth.ts'
import { useThrottled } from './useThrottled.ts'

/** Below the figure, where the small charts are that go along with every frame. */
const panelMs = 1000

/** Loss, accuracy and the health of the gates so far, in full. */
export function LivePanels(props: { live: LiveRun }) {
  const live = useThrottled(props.live, panelMs)
  const at = useApp((state) => state.at)
  const here = useApp(site)
  const [room, width] = useChartWidth<HTMLElement>()
  return (
    <section className='live-panels' ref={room}>
      <TrainingCharts metrics={live.metrics} heldOut={live.heldOut} at={at} width={width} />
      <Health width={width} />
      {here === null ? null : <GateHistoryText channels={here.channels} />}
    </section>
  )
}

function Health({ width }: { width: number }) {
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
      width={width}
    />
  )
}
