import { useCallback, useMemo } from 'react'
import type { HeldOutMetric, StepMetric } from '../../../model/engine/protocol.ts'
import { LineChart, type Reading } from '../../../viz/charts/LineChart.tsx'
import type { ChartSize } from '../../../viz/charts/line.ts'
import { useText } from '../../text/i18n.tsx'
import { curveRows, curveSummary, curvesOf, type MetricName, seriesOf } from './curves.ts'
import { DataTable } from './DataTable.tsx'
import { usualWidth } from './useChartWidth.ts'
import { useThrottled } from './useThrottled.ts'
import '../training.css'

export interface TrainingChartsProps {
  /** Every step of the run so far, in order. A new array when there is more. */
  readonly metrics: readonly StepMetric[]
  readonly heldOut: readonly HeldOutMetric[]
  /** Step that time travel shows; null: the latest. */
  readonly at: number | null
}

/** Loss and accuracy of the run, side by side where there is room, with their numbers. @param width of each, in pixels */
export function TrainingCharts(props: TrainingChartsProps & { width?: number }) {
  const { t } = useText()
  const { at, width = usualWidth } = props
  const size = useMemo(() => ({ width, height }), [width])
  const metrics = useThrottled(props.metrics)
  const heldOut = useThrottled(props.heldOut)
  return (
    <div className='training-charts'>
      <MetricChart metrics={metrics} heldOut={heldOut} at={at} name='loss' size={size} hasTable />
      <MetricChart metrics={metrics} heldOut={heldOut} at={at} name='accuracy' size={size} hasTable />
      <p className='chart-note'>{t('chart.smoothed')}</p>
    </div>
  )
}

const height = 110
const unit = [0, 1] as const

/**
 * @param hasSteps whether the steps stand under it
 * @param hasTable whether its numbers can be read there
 */
export function MetricChart(
  props: TrainingChartsProps & {
    name: MetricName
    size: ChartSize
    hasSteps?: boolean
    hasTable?: boolean
  },
) {
  const { name, metrics, heldOut, at: held, size, hasSteps = true, hasTable = false } = props
  const { t, number } = useText()
  const title = t(name === 'loss' ? 'chart.loss' : 'chart.accuracy')
  const format = name === 'loss' ? number.value : number.percent1
  const curves = useMemo(() => curvesOf(name, metrics, heldOut), [name, metrics, heldOut])
  const series = useMemo(
    () => seriesOf(curves, { batch: t('chart.batch'), heldOut: t('chart.heldOut') }),
    [curves, t],
  )
  const orNone = useCallback(
    (value: number | null | undefined) =>
      value === null || value === undefined ? t('train.none') : format(value),
    [t, format],
  )
  const rows = useCallback(
    () =>
      curveRows(curves).map((row) => () => [
        number.integer(row.step),
        orNone(row.batch),
        orNone(row.heldOut),
      ]),
    [curves, number, orNone],
  )
  const pointIn = (reading: Reading, id: string) => reading.values.find((value) => value.id === id)?.point
  const summary = curveSummary(curves)
  const describe = (reading: Reading | null): string => {
    if (summary === null) return t('chart.empty')
    const at =
      reading === null
        ? summary
        : {
            step: reading.step,
            batch: pointIn(reading, 'batch')?.y,
            heldOut: pointIn(reading, 'heldOut')?.y,
            heldOutStep: pointIn(reading, 'heldOut')?.x,
          }
    const { step, batch, heldOut, heldOutStep } = at
    const values = { step: number.integer(step), batch: orNone(batch), heldOut: orNone(heldOut) }
    // Measured now and then only.
    return heldOutStep === null || heldOutStep === undefined || heldOutStep === step
      ? t('chart.latest', values)
      : t('chart.latestMeasured', { ...values, measured: number.integer(heldOutStep) })
  }
  return (
    <figure className='chart-figure'>
      <LineChart
        series={series}
        size={size}
        hasSteps={hasSteps}
        yDomain={name === 'accuracy' ? unit : null}
        label={title}
        held={held}
        xLabel={t('chart.step')}
        formatX={number.integer}
        formatY={name === 'loss' ? number.full : number.percent}
        describe={describe}
      />
      <figcaption className='visually-hidden'>
        {summary === null
          ? t('chart.empty')
          : t('chart.summary', {
              name: title,
              step: number.integer(summary.step),
              first: orNone(summary.first),
              batch: orNone(summary.batch),
              heldOut: orNone(summary.heldOut),
            })}
      </figcaption>
      {summary === null || !hasTable ? null : (
        <DataTable
          caption={title}
          columns={[t('train.step'), t('chart.batch'), t('chart.heldOut')]}
          rows={rows}
        />
      )}
    </figure>
  )
}
