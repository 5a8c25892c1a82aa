import { useCallback, useEffect, useRef, useState } from 'react'
import type { EngineClient } from '../../model/engine/client.ts'
import { recipeFor } from '../../model/engine/recipe.ts'
import { clearlyBetter, compareSeeds, type SeedRun, spreadOf } from '../../model/lab/seeds.ts'
import { type LoadedProblem, seriesConfigOf } from '../../model/state/series.ts'
import { siteUrl } from '../page/files.ts'
import { useAppStore } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { sayMissing } from '../useModule.ts'

const seeds = [1, 2, 3, 4, 5]
const steps = 1200

/** The network on show, with SE and without, from five seeds, in a worker of its own. */
export function SeedsPanel({ loaded }: { loaded: LoadedProblem }) {
  const store = useAppStore()
  const { t, number } = useText()
  const [runs, setRuns] = useState<readonly SeedRun[]>([])
  const [at, setAt] = useState<{ readonly run: number; readonly step: number } | null>(null)
  const stop = useRef<(() => void) | null>(null)
  useEffect(() => () => stop.current?.(), [])

  const start = useCallback(async () => {
    let wanted = true
    let engine: EngineClient | null = null
    const end = () => {
      wanted = false
      void engine?.dispose()
      setAt(null)
      stop.current = null
    }
    stop.current = end
    setRuns([])
    setAt({ run: 0, step: 0 })
    try {
      const { createEngineClient } = await import('../../model/engine/client.ts')
      engine = createEngineClient({ assetBase: siteUrl(''), onEvent: () => undefined })
      const state = store.getState()
      const config = {
        net: 'series' as const,
        network: seriesConfigOf(state, loaded.problem),
        data: loaded.key,
        seed: 1,
        ...state.training,
        learningRate: recipeFor('series').learningRate,
        maxStepsPerSecond: null,
      }
      for await (const news of compareSeeds(engine, loaded.problem, config, { seeds, steps })) {
        if (!wanted) break
        if (news.kind === 'step') setAt({ run: news.run, step: news.step })
        else setRuns((before) => [...before, news])
      }
    } catch {
      // Ended by hand, its calls come to nothing; without the code of the engine the page says so.
      if (wanted && engine === null) sayMissing(store, true)
    }
    if (wanted) end()
  }, [store, loaded])

  const of = (squeezeExcite: boolean) =>
    runs.filter((run) => run.squeezeExcite === squeezeExcite).map((run) => run.accuracy)
  const [withSe, withoutSe] = [of(true), of(false)]
  const cell = (values: readonly number[]) => {
    const { mean, deviation } = spreadOf(values)
    return `${number.percent1(mean)} ± ${number.percent1(deviation)}`
  }
  const done = runs.length === 2 * seeds.length
  return (
    <section className='series-results' aria-labelledby='series-seeds-title'>
      <h2 id='series-seeds-title'>{t('series.seeds.title')}</h2>
      <p>{t('series.seeds.what', { count: seeds.length, steps: number.integer(steps) })}</p>
      <p className='buttons'>
        {at === null ? (
          <button type='button' onClick={() => void start()}>
            {t('series.seeds.start')}
          </button>
        ) : (
          <>
            <button type='button' onClick={() => stop.current?.()}>
              {t('series.seeds.stop')}
            </button>
            <span role='status' aria-live='off'>
              {t('series.seeds.progress', {
                run: at.run + 1,
                total: 2 * seeds.length,
                step: number.integer(at.step),
              })}
            </span>
          </>
        )}
      </p>
      {runs.length === 0 ? null : (
        <div className='useful-scroll'>
          <table className='useful'>
            <caption className='visually-hidden'>{t('series.seeds.table')}</caption>
            <thead>
              <tr>
                <th scope='col'>{t('series.seeds.seed')}</th>
                <th scope='col'>{t('series.seeds.with')}</th>
                <th scope='col'>{t('series.seeds.without')}</th>
              </tr>
            </thead>
            <tbody>
              {withSe.map((accuracy, i) => (
                <tr key={seeds[i]}>
                  <th scope='row'>{seeds[i]}</th>
                  <td>{number.percent1(accuracy)}</td>
                  <td>{withoutSe[i] === undefined ? '–' : number.percent1(withoutSe[i])}</td>
                </tr>
              ))}
              {withoutSe.length === 0 ? null : (
                <tr>
                  <th scope='row'>{t('series.seeds.mean')}</th>
                  <td>{cell(withSe)}</td>
                  <td>{cell(withoutSe)}</td>
                </tr>
              )}
            </tbody>
          </table>
        </div>
      )}
      {done ? (
        <p role='status' data-testid='seeds-result'>
          {t('series.seeds.result', {
            with: cell(withSe),
            without: cell(withoutSe),
            clear: clearlyBetter(spreadOf(withSe), spreadOf(withoutSe)) ?? 'neither',
          })}
        </p>
      ) : null}
    </section>
  )
}
