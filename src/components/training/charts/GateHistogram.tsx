import { useCallback, useMemo } from 'react'
import { Histogram } from '../../../viz/charts/Histogram.tsx'
import { gateHealth, type HealthWarning } from '../../../viz/charts/health.ts'
import { histogramLayout } from '../../../viz/charts/histogram.ts'
import { type TextKey, useText } from '../../text/i18n.tsx'
import { DataTable } from './DataTable.tsx'
import { usualWidth } from './useChartWidth.ts'
import '../training.css'

export interface GateHistogramProps {
  /** One [c] each picture or group; a new array when they change. */
  readonly gates: readonly Float32Array[]
  /** By hidden unit: 0 for every picture that was looked at? */
  readonly deadHidden: readonly boolean[]
  /** What was counted: over how many pictures, with the weights of which step. null: not said. */
  readonly over: { readonly count: number; readonly step: number } | null
  /** In pixels. */
  readonly width?: number
}

const height = 110

const warningKeys = {
  nearHalf: 'histogram.warn.nearHalf',
  closed: 'histogram.warn.closed',
  open: 'histogram.warn.open',
  someDead: 'histogram.warn.someDead',
  allDead: 'histogram.warn.allDead',
} as const satisfies Readonly<Record<HealthWarning, TextKey>>

/** Where the gates of a site lie, and whether they look alive. */
export function GateHistogram({ gates, deadHidden, over, width = usualWidth }: GateHistogramProps) {
  const { t, number } = useText()
  const size = useMemo(() => ({ width, height }), [width])
  const health = useMemo(() => gateHealth(gates, deadHidden), [gates, deadHidden])
  const rows = useCallback(
    () =>
      histogramLayout(gates, size).bars.map(({ from, to, count }) => () => [
        `${number.full(Math.round(from * 1000) / 1000)} – ${number.full(Math.round(to * 1000) / 1000)}`,
        number.integer(count),
      ]),
    [gates, size, number],
  )
  if (health.count === 0) return <p className='chart-note'>{t('histogram.empty')}</p>
  const share = (n: number) => number.percent(n / health.count)
  const summary = t('histogram.summary', {
    count: number.integer(health.count),
    mean: number.value(health.mean),
    half: share(health.nearHalf),
    closed: share(health.closed),
    open: share(health.open),
  })
  const facts: readonly (readonly [TextKey, string])[] = [
    ['histogram.nearHalf', share(health.nearHalf)],
    ['histogram.closed', share(health.closed)],
    ['histogram.open', share(health.open)],
    ['histogram.dead', t('histogram.deadOf', { dead: health.dead, hidden: health.hidden })],
  ]
  return (
    <figure className='chart-figure gate-histogram'>
      <p className='chart-title role-s'>{t('histogram.title')}</p>
      <Histogram
        gates={gates}
        size={size}
        xLabel={t('histogram.gate')}
        formatX={number.full}
        formatY={number.integer}
        summary={summary}
      />
      <dl className='gate-health'>
        {facts.map(([key, value]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {over === null ? null : (
        <figcaption className='chart-note'>
          {t('histogram.pictures', { count: number.integer(over.count), step: number.integer(over.step) })}
        </figcaption>
      )}
      {health.warnings.map((warning) => (
        <p key={warning} className='gate-warning'>
          {t(warningKeys[warning])}
        </p>
      ))}
      <DataTable
        caption={t('histogram.title')}
        columns={[t('histogram.range'), t('histogram.count')]}
        rows={rows}
      />
    </figure>
  )
}
