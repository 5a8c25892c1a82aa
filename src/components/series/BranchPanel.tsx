import { useCallback, useMemo } from 'react'
import { branchContributions } from '../../model/lab/branches.ts'
import { shownNetwork, view } from '../../model/state/selectors.ts'
import { useApp } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { DataTable } from '../train/DataTable.tsx'
import { useThrottled } from '../train/useThrottled.ts'
import { useClassName } from '../useClassName.ts'
import { useCover } from '../useCover.ts'
import './results.css'

const parts = ['bias', 'lstm', 'convolution'] as const

/** Where each logit comes from: bias, LSTM, convolutions, as they stand in the last layer's sum. */
export function BranchPanel() {
  const { t, number } = useText()
  const className = useClassName()
  const shown = useApp(shownNetwork)
  const traces = useApp(view)
  const covered = useCover()('output')
  const now = useMemo(
    () =>
      shown === null || traces === null
        ? null
        : {
            parts: branchContributions(shown.plan, shown.weights, traces.trace),
            logits: traces.trace.logits.data,
          },
    [shown, traces],
  )
  // While it trains the numbers may lag behind the figure, as they do there.
  const seen = useThrottled(now) ?? now
  const rows = useCallback(
    () =>
      seen === null
        ? []
        : Array.from(seen.logits, (logit, o) => () => [
            className(o),
            ...parts.map((part) => number.value(seen.parts[part][o] ?? 0)),
            number.value(logit),
          ]),
    [seen, className, number],
  )
  if (seen === null || covered) return null
  const most = Math.max(
    1e-6,
    ...parts.flatMap((part) => [...seen.parts[part]].map(Math.abs)),
    ...[...seen.logits].map(Math.abs),
  )
  const style = (value: number) => ({ '--from': 0, '--to': value / most }) as React.CSSProperties
  return (
    <section className='series-branches' aria-labelledby='series-branches-title'>
      <h3 id='series-branches-title'>{t('series.branches.title')}</h3>
      <p>{t('series.branches.what')}</p>
      <p className='branch-legend soft' aria-hidden='true'>
        <span className='bias'>{t('series.branches.bias')}</span>
        <span className='lstm'>{t('series.branches.lstm')}</span>
        <span className='convolution'>{t('series.branches.conv')}</span>
        <span className='sum'>{t('series.branches.sum')}</span>
        {`± ${number.short(most)}`}
      </p>
      <div className='branches' role='img' aria-label={t('series.branches.label')}>
        {Array.from(seen.logits, (logit, o) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a class is its place
          <BranchRow key={o} name={className(o)} value={number.value(logit)}>
            {parts.map((part) => (
              <span key={part} className={`bar ${part}`} style={style(seen.parts[part][o] ?? 0)} />
            ))}
            <span className='sum' style={style(logit)} />
          </BranchRow>
        ))}
      </div>
      <DataTable
        caption={t('series.branches.title')}
        columns={[
          t('series.branches.class'),
          t('series.branches.bias'),
          t('series.branches.lstm'),
          t('series.branches.conv'),
          t('series.branches.sum'),
        ]}
        rows={rows}
      />
    </section>
  )
}

function BranchRow({ name, value, children }: { name: string; value: string; children: React.ReactNode }) {
  return (
    <>
      <span>{name}</span>
      <span className='bars'>{children}</span>
      <span>{value}</span>
    </>
  )
}
