import { useMemo, useState } from 'react'
import { integer, seededState } from '../../../model/data/rng.ts'
import type { Picture } from '../../../model/state/pictures.ts'
import type { LoadedProblem } from '../../../model/state/series.ts'
import { sampleSpec } from '../../../model/state/shownSamples.ts'
import { showSample } from '../../../model/state/slices/view.ts'
import { useApp, useAppStore } from '../../store.tsx'
import { useText } from '../../text/i18n.tsx'
import { className } from './names.ts'
import { ShownSeries } from './ShownSeries.tsx'

/** The test series one by one: which is on show, and its variables over time. */
export function SeriesBrowser(props: { loaded: LoadedProblem; shown: Picture; index: number }) {
  const { loaded, shown, index } = props
  const spec = useApp(sampleSpec)
  // Where there is none of the number that is asked for, another one is on show.
  const wanted = spec.kind === 'heldOut' ? spec.index : index
  const store = useAppStore()
  const { t, number } = useText()
  const { problem, names } = loaded
  const { test } = problem
  const [only, setOnly] = useState<number | null>(null)
  const all = useMemo(
    () => Array.from({ length: test.count }, (_, n) => n).filter((n) => only === null || test.y[n] === only),
    [test, only],
  )
  const show = (other: number | undefined) => {
    if (other !== undefined) showSample(store, { kind: 'heldOut', index: other, bar: null })
  }
  const place = all.findIndex((n) => n >= index)
  const step = (by: number) => show(all[(Math.max(0, place) + by + all.length) % all.length])
  const name = names?.[index]
  return (
    <div className='series-browser'>
      <p className='buttons'>
        <button type='button' onClick={() => step(-1)}>
          {t('series.previous')}
        </button>
        <button type='button' onClick={() => step(1)}>
          {t('series.next')}
        </button>
        <button
          type='button'
          onClick={() => show(all[integer(seededState(Date.now()), Math.max(1, all.length))])}
        >
          {t('series.random')}
        </button>
        <label>
          {t('series.ofClass')}{' '}
          <select
            value={only ?? ''}
            onChange={(event) => {
              const other = event.currentTarget.value === '' ? null : Number(event.currentTarget.value)
              setOnly(other)
              if (other !== null && test.y[index] !== other) show(test.y.indexOf(other))
            }}
          >
            <option value=''>{t('series.anyClass')}</option>
            {problem.classes.map((one, i) => (
              <option key={one} value={i}>
                {className(loaded, i, t)}
              </option>
            ))}
          </select>
        </label>
        <span role='status'>
          {t('series.position', { index, total: number.integer(test.count) })}
          {shown.label === null ? '' : ` · ${className(loaded, shown.label, t)}`}
          {name === undefined ? '' : ` · ${t('series.begins', { day: name })}`}
        </span>
      </p>
      {index === wanted ? null : (
        <p className='notice' role='status'>
          {t('series.chartNone', { wanted, index, last: test.count - 1 })}
        </p>
      )}
      <ShownSeries loaded={loaded} shown={shown} />
    </div>
  )
}
