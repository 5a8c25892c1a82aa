import type { SeriesProblem } from '../../../model/data/series/types.ts'
import { isReaders } from '../../../model/state/fields.ts'
import { picture } from '../../../model/state/shownSamples.ts'
import { useApp } from '../../store.tsx'
import { useText } from '../../text/i18n.tsx'
import { DataChoice } from './DataChoice.tsx'
import { PlantPanel } from './PlantPanel.tsx'
import { SeriesBrowser } from './SeriesBrowser.tsx'
import './data.css'

/** What the series are, and the one on show. */
export function SeriesData() {
  const { t, number } = useText()
  const data = useApp((state) => state.data)
  const loaded = useApp((state) => state.problem)
  const shown = useApp(picture)
  const brings = isReaders(data)
  if (loaded === null && brings) return null
  // What the reader brings is chosen over the figure, and the title with it.
  const title = brings ? 'series-shown-title' : 'series-data-title'
  return (
    <section className='series-data' aria-labelledby={title}>
      <h2 id={title}>{t(brings ? 'series.data.shown' : 'series.data.title')}</h2>
      {brings ? null : <DataChoice />}
      {data === 'weather' ? <p>{t('series.weather.what')}</p> : null}
      {data === 'planted' ? <PlantPanel /> : null}
      {data === 'cued' ? (
        <p>
          {t('series.cued.what')} {t('series.cued.classes')}
        </p>
      ) : null}
      {loaded === null || shown === null ? (
        <p className='soft' role='status'>
          {t('series.data.loading')}
        </p>
      ) : (
        <>
          <p className='soft'>
            {t('series.data.parts', {
              train: number.integer(loaded.problem.train.count),
              validation: number.integer(loaded.problem.validation.count),
              test: number.integer(loaded.problem.test.count),
              channels: loaded.problem.channels,
              length: loaded.problem.length,
              classes: loaded.problem.classes.length,
            })}{' '}
            {t(normalisation(loaded.problem))}
          </p>
          <SeriesBrowser
            loaded={loaded}
            shown={shown}
            index={shown.spec.kind === 'heldOut' ? shown.spec.index : 0}
          />
        </>
      )}
    </section>
  )
}

/** How the values were made comparable. */
function normalisation({ scale }: SeriesProblem) {
  if (scale === null) return 'series.normalisedEach'
  const { mean, deviation } = scale
  const untouched = mean.every((value) => value === 0) && deviation.every((value) => value === 1)
  return untouched ? 'series.asTheyAre' : 'series.normalised'
}
