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
  const size = useMemo(() => ({ width, height }), [width])
  return (
    <div className='watch-charts' ref={room}>
      <MetricChart name='accuracy' metrics={metrics} heldOut={heldOut} at={at} size={size} />
      <MetricChart name='loss' metrics={metrics} heldOut={heldOut} at={at} size={size} />
      {gates.length === 0 ? null : (
        <figure className='chart-figure'>
          <p className='chart-title role-s'>{t('histogram.title')}</p>
          <Histogram
            gates={gates}
            size={size}
            xLabel={t('histogram.gate')}
            formatX={number.full}
            formatY={number.integer}
            summary={t('histogram.title')}
          />
        </figure>
      )}
    </div>
  )
}
