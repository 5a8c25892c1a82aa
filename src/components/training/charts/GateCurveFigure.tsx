import { useCallback, useMemo } from 'react'
import { type CurveInput, curveLayout } from '../../../viz/charts/curve.ts'
import { GateCurve } from '../../../viz/charts/GateCurve.tsx'
import { useText } from '../../text/i18n.tsx'
import { DataTable } from './DataTable.tsx'
import { useChartWidth } from './useChartWidth.ts'
import '../training.css'

export interface GateCurveFigureProps extends CurveInput {
  readonly selected: number | null
}

const height = 160

/** The gate function and where this picture's logits stand on it. */
export function GateCurveFigure({ selected, gate, logits, gates }: GateCurveFigureProps) {
  const { t, number } = useText()
  const [figure, width] = useChartWidth<HTMLElement>()
  const size = useMemo(() => ({ width, height }), [width])
  const input = useMemo(
    () => (gates === undefined ? { gate, logits } : { gate, logits, gates }),
    [gate, logits, gates],
  )
  const { points } = useMemo(() => curveLayout(input, size), [input, size])
  const rows = useCallback(
    () =>
      points.map((point) => () => [
        number.integer(point.channel),
        number.value(point.logit),
        number.value(point.gate),
      ]),
    [points, number],
  )
  const values = points.map((point) => point.gate)
  const summary = t('curve.summary', {
    low: number.value(Math.min(...logits)),
    high: number.value(Math.max(...logits)),
    least: number.value(Math.min(...values)),
    most: number.value(Math.max(...values)),
  })
  return (
    <figure className='chart-figure' ref={figure}>
      <p className='chart-title'>{t('curve.title')}</p>
      <GateCurve
        {...input}
        size={size}
        selected={selected}
        xLabel={t('curve.logit')}
        formatX={number.full}
        formatY={number.full}
        summary={summary}
      />
      {points.some((point) => point.clipped !== null) ? (
        <figcaption className='chart-note'>{t('curve.clipped')}</figcaption>
      ) : null}
      <DataTable
        caption={t('curve.title')}
        columns={[t('curve.channel'), t('curve.logit'), t('curve.gate')]}
        rows={rows}
      />
    </figure>
  )
}
