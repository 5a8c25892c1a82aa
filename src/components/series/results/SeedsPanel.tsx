import { useCallback } from 'react'
import { recipeFor } from '../../../model/engine/recipe.ts'
import { seedSteps } from '../../../model/lab/seeds.ts'
import { type LoadedProblem, seriesConfigOf } from '../../../model/state/series.ts'
import type { AppState } from '../../../model/state/store.ts'
import { useApp, useAppStore } from '../../store.tsx'
import { useText } from '../../text/i18n.tsx'
import { SeedsResults } from './SeedsResults.tsx'
import { allRuns, type SeedsState, seeds, useSeeds, workerMissing } from './useSeeds.ts'
import './results.css'

/** The network on show, with SE and without, from five seeds, in a worker of its own. */
export function SeedsPanel({ loaded }: { loaded: LoadedProblem }) {
  const design = useApp((state) => comparedDesign(state, loaded))
  // Of another network or other series there is nothing to go on with, and its worker ends.
  return <Comparison key={design} loaded={loaded} />
}

/** All that the runs have in common: neither seed nor SE, which are what differs. */
function comparedDesign(state: AppState, { key, problem }: LoadedProblem): string {
  const network = { ...seriesConfigOf(state, problem), squeezeExcite: true, seed: 0 }
  const { batchSize, backend } = state.training
  return JSON.stringify([key, network, batchSize, backend])
}

function Comparison({ loaded }: { loaded: LoadedProblem }) {
  const store = useAppStore()
  const { t, number } = useText()
  const configured = useCallback(() => {
    const state = store.getState()
    return {
      net: 'series' as const,
      network: seriesConfigOf(state, loaded.problem),
      data: loaded.key,
      seed: 1,
      ...state.training,
      learningRate: recipeFor('series').learningRate,
      maxStepsPerSecond: null,
    }
  }, [store, loaded])
  const state = useSeeds(loaded, configured)
  const steps = number.integer(seedSteps(loaded.key))
  return (
    <section className='series-results seeds' aria-labelledby='series-seeds-title'>
      <h2 id='series-seeds-title'>{t('series.seeds.title')}</h2>
      <p>
        {t('series.seeds.what', { count: seeds.length, steps })}{' '}
        {loaded.key === 'cued' ? t('series.seeds.cued') : null}
      </p>
      <Controls state={state} />
      <SeedsResults runs={state.runs} isOver={state.at === null} />
    </section>
  )
}

function Controls({ state }: { state: SeedsState }) {
  const { t, number } = useText()
  const { runs, at, failure } = state
  const some = runs.length > 0
  const isDone = runs.length === allRuns
  const [name, press] =
    at !== null
      ? (['stop', state.stop] as const)
      : isDone
        ? (['again', state.startOver] as const)
        : ([some ? 'goOn' : 'start', state.goOn] as const)
  return (
    <>
      <p className='buttons'>
        <button type='button' onClick={press}>
          {t(`series.seeds.${name}`)}
        </button>
        {at === null && some && !isDone ? (
          <button type='button' onClick={state.startOver}>
            {t('series.seeds.again')}
          </button>
        ) : null}
        {at === null ? null : (
          <>
            <progress
              className='lab-progress'
              value={at.run + at.step / at.steps}
              max={allRuns}
              aria-label={t('series.seeds.bar')}
            />
            <span>
              {t('series.seeds.progress', {
                run: at.run + 1,
                total: allRuns,
                step: number.integer(at.step),
                steps: number.integer(at.steps),
              })}
              {at.secondsLeft === null ? null : ` · ${timeLeft(at.secondsLeft)}`}
            </span>
          </>
        )}
      </p>
      {failure === null ? null : (
        <p role='alert' className='notice'>
          {t('series.seeds.failed', {
            detail: failure === workerMissing ? t('series.seeds.workerMissing') : failure,
            kept: runs.length,
          })}
        </p>
      )}
    </>
  )

  function timeLeft(seconds: number): string {
    return seconds < 90
      ? t('train.load.left', { seconds: number.integer(seconds) })
      : t('series.seeds.minutes', { minutes: number.integer(Math.round(seconds / 60)) })
  }
}
