import { useMemo } from 'react'
import { site, view } from '../../../model/state/selection.ts'
import type { LiveRun } from '../../../model/state/slices/run.ts'
import { Histogram } from '../../../viz/charts/Histogram.tsx'
import { useApp } from '../../store.tsx'
import { useText } from '../../text/i18n.tsx'
import { useRoom } from '../../useRoom.ts'
import { MetricChart } from './TrainingCharts.tsx'
import { useThrottled } from './useThrottled.ts'
import './watch.css'

const height = 76
const gap = 18
/** Heights one above the other, as much as the text that they replace: what stands below does not move. */
const stacked = { accuracy: 44, loss: 60, gates: 56 }
/** All three side by side, as wide as the figure. */
const printedRoom = { width: 694, height }

/** Accuracy, loss and where the gates lie, small, beside the figure; below it they stand in full. */
export function WatchCharts({ live }: { live: LiveRun }) {
  const { t, number } = useText()
  const at = useApp((state) => state.at)
  const metrics = useThrottled(live.metrics)
  const heldOut = useThrottled(live.heldOut)
  const here = useApp(site)
  const traces = useThrottled(useApp(view))
  const s = here === null ? undefined : traces?.own.sites[here.id]?.block?.s.data
  const gates = useMemo(() => (s === undefined ? [] : [s]), [s])
  const [room, box] = useRoom<HTMLDivElement>(printedRoom)
  const columns = (box?.width ?? 0) > 520 ? 3 : 1
  const width = Math.floor(((box?.width ?? 290) - gap * (columns - 1)) / columns)
  const isStacked = columns === 1
  const sizes = useMemo(() => {
    const of = (own: number) => ({ width, height: isStacked ? own : height })
    return { accuracy: of(stacked.accuracy), loss: of(stacked.loss), gates: of(stacked.gates) }
  }, [width, isStacked])
  return (
    <div className='watch-charts' ref={room}>
      <MetricChart
        name='accuracy'
        metrics={metrics}
        heldOut={heldOut}
        at={at}
        size={sizes.accuracy}
        hasSteps={!isStacked}
      />
      <MetricChart name='loss' metrics={metrics} heldOut={heldOut} at={at} size={sizes.loss} />
      {gates.length === 0 ? null : (
        <figure className='chart-figure'>
          <p className='chart-title role-s'>{t('histogram.here')}</p>
          <Histogram
            gates={gates}
            size={sizes.gates}
            xLabel={t('histogram.gate')}
            formatX={number.full}
            formatY={number.integer}
            summary={t('histogram.here')}
          />
        </figure>
      )}
    </div>
  )
}
