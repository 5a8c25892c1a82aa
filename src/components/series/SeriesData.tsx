import type { SeriesProblem } from '../../model/data/series/types.ts'
import { dataIds } from '../../model/state/fields.ts'
import { picture, sampleSpec } from '../../model/state/selectors.ts'
import { chooseNetwork } from '../../model/state/store.ts'
import type { Training } from '../live/training.ts'
import { useApp, useAppStore } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { GestureArea } from './GestureArea.tsx'
import { OwnFiles } from './OwnFiles.tsx'
import { PlantPanel } from './PlantPanel.tsx'
import { SeriesBrowser } from './SeriesBrowser.tsx'
import './data.css'

/** Where the series come from, and which one is on show. */
export function SeriesData({ training }: { training: Training }) {
  const store = useAppStore()
  const { t, number } = useText()
  const data = useApp((state) => state.data)
  const task = useApp((state) => state.task)
  const from = useApp((state) => state.from)
  const loaded = useApp((state) => state.problem)
  const shown = useApp(picture)
  const spec = useApp(sampleSpec)
  return (
    <section className='series-data' aria-labelledby='series-data-title'>
      <h2 id='series-data-title'>{t('series.data.title')}</h2>
      {from === 'mlstm-fcn' ? <p>{t('series.from')}</p> : null}
      <p className='net-choices'>
        <label>
          {t('series.data.source')}{' '}
          <select
            value={data}
            onChange={(event) => {
              const wanted = dataIds.find((id) => id === event.currentTarget.value)
              if (wanted !== undefined) chooseNetwork(store, { data: wanted })
            }}
          >
            {dataIds.map((id) => (
              <option key={id} value={id}>
                {t(`series.data.${id}`)}
              </option>
            ))}
          </select>
        </label>
        {data === 'weather' ? (
          <label>
            {t('series.weather.task')}{' '}
            <select
              value={task}
              onChange={(event) =>
                chooseNetwork(store, {
                  task: event.currentTarget.value === 'citySeason' ? 'citySeason' : 'city',
                })
              }
            >
              <option value='city'>{t('series.weather.city')}</option>
              <option value='citySeason'>{t('series.weather.citySeason')}</option>
            </select>
          </label>
        ) : null}
      </p>
      {data === 'weather' ? <p>{t('series.weather.what')}</p> : null}
      {data === 'planted' ? <PlantPanel /> : null}
      {data === 'cued' ? (
        <p>
          {t('series.cued.what')} {t('series.cued.classes')}
        </p>
      ) : null}
      {data === 'gestures' ? <GestureArea training={training} /> : null}
      <OwnFiles />
      {loaded === null && (data === 'own' || data === 'gestures') ? null : loaded === null ||
        shown === null ? (
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
          <SeriesBrowser loaded={loaded} shown={shown} index={spec.kind === 'heldOut' ? spec.index : 0} />
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
