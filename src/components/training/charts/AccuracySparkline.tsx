import { useMemo } from 'react'
import type { LiveRun } from '../../../model/state/slices/run.ts'
import { Sparkline } from '../../../viz/charts/Sparkline.tsx'
import { useText } from '../../text/i18n.tsx'
import { useRoom } from '../../useRoom.ts'
import { curvesOf, seriesOf } from './curves.ts'
import { useThrottled } from './useThrottled.ts'

const height = 56
/** Narrower than this it says nothing. */
const least = 48
/** It is not printed. */
const printedRoom = { width: 0, height }
const unit = [0, 1] as const

/** Beside the sample on a phone, where the charts are below the window; the number stands in the reading. */
export function AccuracySparkline({ live }: { live: LiveRun }) {
  const { t, number } = useText()
  const metrics = useThrottled(live.metrics)
  const heldOut = useThrottled(live.heldOut)
  const series = useMemo(
    () =>
      seriesOf(curvesOf('accuracy', metrics, heldOut), {
        batch: t('chart.batch'),
        heldOut: t('chart.heldOut'),
      }),
    [metrics, heldOut, t],
  )
  const [room, box] = useRoom<HTMLElement>(printedRoom)
  const width = Math.floor(box?.width ?? 0)
  const size = useMemo(() => ({ width, height }), [width])
  return (
    <figure className='accuracy-sparkline' ref={room}>
      {width < least ? null : (
        <>
          <figcaption>
            {t('chart.accuracy')} <span>{`0–${number.percent(1)}`}</span>
          </figcaption>
          <Sparkline series={series} size={size} yDomain={unit} />
        </>
      )}
    </figure>
  )
}
