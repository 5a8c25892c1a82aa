import { useState } from 'react'
import { clearErrors, clearLoss, isUsed, usefulFound } from '../../../model/lab/variables.ts'
import type { LoadedProblem } from '../../../model/state/series.ts'
import { useText } from '../../text/i18n.tsx'
import { Rich } from '../../text/Rich.tsx'
import type { Training } from '../../training/controller/training.ts'
import type { NetworkAblation } from './ablateVariables.ts'
import { MovedGates } from './MovedGates.tsx'
import { UsefulTable } from './UsefulTable.tsx'
import { type AblationState, useAblation } from './useAblation.ts'
import './results.css'

/** Which variables the network uses: what closing each one costs, what it says alone, the truth, the gates. */
export function UsefulPanel({ training, loaded }: { training: Training; loaded: LoadedProblem }) {
  const { t } = useText()
  const state = useAblation(training, loaded)
  return (
    <section className='series-results useful-panel' aria-labelledby='series-useful-title'>
      <h2 id='series-useful-title'>{t('series.useful.title')}</h2>
      <p>
        <Rich text={t('series.useful.why')} />
      </p>
      <Measuring state={state} />
      {state.ablation === null ? null : <Measured ablation={state.ablation} loaded={loaded} />}
    </section>
  )
}

function Measuring({ state }: { state: AblationState }) {
  const { t } = useText()
  const { kind, ablation, share } = state
  if (kind === 'untrained') return <p data-testid='useful-untrained'>{t('series.useful.untrained')}</p>
  if (kind === 'trains') return <p>{t('series.useful.trains')}</p>
  if (ablation !== null) return null
  // One button throughout, so that the keyboard stays where it is.
  return (
    <p className='buttons'>
      <button type='button' onClick={share === null ? state.measure : state.stop}>
        {t(share === null ? 'series.useful.measure' : 'series.useful.stop')}
      </button>
      {share === null ? null : (
        <progress className='lab-progress' value={share} aria-label={t('series.useful.busy')} />
      )}
      <span role='status'>{share === null ? '' : t('series.useful.busy')}</span>
    </p>
  )
}

function Measured({ ablation, loaded }: { ablation: NetworkAblation; loaded: LoadedProblem }) {
  const { t, number } = useText()
  const { truth } = loaded
  const rises = ablation.variables.map(({ closed }) => closed.rise.mean)
  // Until the reader chooses, the variable that is missed most.
  const [chosen, setChosen] = useState<number | null>(null)
  const selected = chosen ?? Math.max(0, rises.indexOf(Math.max(...rises)))
  const { count } = loaded.problem.test
  return (
    <>
      <p role='status' data-testid='useful-found'>
        {truth === null
          ? t('series.useful.none')
          : t('series.useful.found', {
              ...usefulFound(ablation.variables.map(isUsed), truth),
              others: truth.filter((is) => !is).length,
            })}
      </p>
      <p>{t('series.useful.rule', { least: number.gate(clearLoss), errors: number.integer(clearErrors) })}</p>
      <UsefulTable ablation={ablation} loaded={loaded} selected={selected} onSelect={setChosen} />
      <p className='soft'>
        {t('series.useful.of', {
          accuracy: number.percent1(ablation.accuracy),
          loss: number.gate(ablation.loss),
          step: number.integer(ablation.step),
          count: number.integer(ablation.count),
        })}{' '}
        {ablation.count < count ? t('series.useful.sample', { count: number.integer(count) }) : null}
      </p>
      <MovedGates ablation={ablation} loaded={loaded} variable={selected} />
    </>
  )
}
