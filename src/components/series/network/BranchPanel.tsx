import { useCallback, useMemo } from 'react'
import { branchContributions } from '../../../model/lab/branches.ts'
import { view } from '../../../model/state/selection.ts'
import { shownNetwork } from '../../../model/state/shownRun.ts'
import { argmax } from '../../../model/tensor.ts'
import { Branches } from '../../../viz/series/Branches.tsx'
import { branchParts } from '../../../viz/series/branches.ts'
import { useApp } from '../../store.tsx'
import { useText } from '../../text/i18n.tsx'
import { DataTable } from '../../training/charts/DataTable.tsx'
import { useThrottled } from '../../training/charts/useThrottled.ts'
import { useClassName } from '../../useClassName.ts'
import { useCover } from '../../useCover.ts'
import { useWidth } from '../useWidth.ts'
import '../results/results.css'

/** Where each logit comes from: bias, LSTM, convolutions, as they stand in the last layer's sum. */
export function BranchPanel() {
  const { t, number } = useText()
  const className = useClassName()
  const [width, frame] = useWidth()
  const shown = useApp(shownNetwork)
  const traces = useApp(view)
  const covered = useCover()('reading')
  const now = useMemo(
    () => (shown === null || traces === null ? null : { shown, trace: traces.trace }),
    [shown, traces],
  )
  // While it trains the numbers may lag behind the figure, as they do there.
  const seen = useThrottled(now) ?? now
  const classes = useMemo(() => {
    if (seen === null) return []
    const parts = branchContributions(seen.shown.plan, seen.shown.weights, seen.trace)
    return Array.from(seen.trace.logits.data, (logit, o) => ({
      name: className(o),
      logit,
      bias: parts.bias[o] ?? 0,
      lstm: parts.lstm[o] ?? 0,
      convolution: parts.convolution[o] ?? 0,
    }))
  }, [seen, className])
  const words = useMemo(
    () => ({
      bias: t('series.branches.bias'),
      lstm: t('series.branches.lstm'),
      convolution: t('series.branches.conv'),
      sum: t('series.branches.sum'),
    }),
    [t],
  )
  const rows = useCallback(
    () =>
      classes.map((one) => () => [
        one.name,
        ...branchParts.map((part) => number.value(one[part])),
        number.value(one.logit),
      ]),
    [classes, number],
  )
  if (classes.length === 0 || covered) return null
  return (
    <section className='series-branches' aria-labelledby='series-branches-title'>
      <h3 id='series-branches-title'>{t('series.branches.title')}</h3>
      <p>{t('series.branches.what')}</p>
      <div ref={frame} className='series-drawing'>
        <Branches
          label={t('series.branches.label')}
          rows={classes}
          width={width}
          words={words}
          format={number.value}
          formatTick={number.short}
          marked={argmax(classes.map(({ logit }) => logit))}
        />
      </div>
      <DataTable
        caption={t('series.branches.title')}
        columns={[t('series.branches.class'), ...branchParts.map((part) => words[part]), words.sum]}
        rows={rows}
      />
    </section>
  )
}
