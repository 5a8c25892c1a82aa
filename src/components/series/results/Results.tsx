import { useMemo, useState } from 'react'
import type { SetEvaluation } from '../../../model/engine/protocol.ts'
import { accuracyOf, confusionMatrix, macroF1, mostFrequentMistake } from '../../../model/lab/confusion.ts'
import { predictions, seriesOfCell } from '../../../model/lab/seriesResults.ts'
import type { LoadedProblem } from '../../../model/state/series.ts'
import { liveRun, shownNetwork } from '../../../model/state/shownRun.ts'
import { travelToState } from '../../../model/state/slices/run.ts'
import { showSample } from '../../../model/state/slices/view.ts'
import type { AppStore } from '../../../model/state/store.ts'
import { useApp, useAppStore } from '../../store.tsx'
import { useText } from '../../text/i18n.tsx'
import type { Training } from '../../training/controller/training.ts'
import { className } from '../data/names.ts'
import { useSeen } from '../useSeen.ts'
import { type Cell, ConfusionGrid } from './ConfusionGrid.tsx'
import { Profiles } from './Profiles.tsx'
import { evaluatedNetwork, useEvaluation } from './useEvaluation.ts'
import './results.css'

/** What the network makes of all test series. */
export function Results({ training, loaded }: { training: Training; loaded: LoadedProblem }) {
  const store = useAppStore()
  const { t, number } = useText()
  const chosen = useApp((state) => liveRun(state)?.chosen ?? null)
  // What was asked of one network is not asked of the next.
  const network = useApp(evaluatedNetwork)
  const [asked, setAsked] = useState<typeof network>(null)
  const wanted = asked !== null && asked === network
  const isRunning = useApp((state) => state.engine.phase === 'running')
  const [listed, setListed] = useState(mostListed)
  const [seen, section] = useSeen()
  // A stored run has been trained: its results are worth the reading once somebody looks.
  const isStored = useApp((state) => shownNetwork(state)?.origin === 'snapshot')
  const { evaluation, isLive, busy } = useEvaluation(
    training,
    wanted || typeof network === 'number' || (seen && isStored),
  )
  const [cell, setCell] = useState<Cell | null>(null)
  const { problem } = loaded
  const count = problem.classes.length
  const read = useMemo(
    () => (evaluation === null ? null : predictions(evaluation.logits, count)),
    [evaluation, count],
  )
  const matrix = useMemo(
    () =>
      read === null || read.length !== problem.test.count
        ? null
        : confusionMatrix(problem.test.y, read, count),
    [read, problem, count],
  )
  const names = useMemo(() => problem.classes.map((_, i) => className(loaded, i, t)), [problem, loaded, t])
  // Until the reader chooses, the mistake that happens most.
  const worst = useMemo(() => (matrix === null ? null : mostFrequentMistake(matrix, count)), [matrix, count])
  const selected = cell ?? worst ?? firstCell
  const list = useMemo(
    () => (read === null ? [] : seriesOfCell(problem.test.y, read, selected)),
    [read, problem, selected],
  )
  const choose = (wanted: Cell) => {
    setCell(wanted)
    setListed(mostListed)
  }
  const comes = evaluation === null && isStored
  return (
    <section
      ref={section}
      className={comes ? 'series-results coming' : 'series-results'}
      aria-labelledby='series-results-title'
    >
      <h2 id='series-results-title'>{t('series.results.title')}</h2>
      {evaluation === null || matrix === null ? (
        <p className='buttons'>
          {busy ? (
            <span role='status'>{t('series.results.busy')}</span>
          ) : isLive ? (
            <>
              {isRunning ? (
                <button type='button' onClick={() => void training.pause()}>
                  {t('series.results.pause')}
                </button>
              ) : null}
              <span>{t('series.results.none')}</span>
            </>
          ) : (
            <button type='button' onClick={() => setAsked(network)}>
              {t('series.results.read')}
            </button>
          )}
        </p>
      ) : (
        <>
          <p className='result-numbers'>
            <span>
              {t('series.results.accuracy')}{' '}
              <b data-testid='test-accuracy'>{number.percent1(accuracyOf(matrix, count))}</b>
            </span>
            <span>
              {t('series.results.macroF1')} <b>{number.percent1(macroF1(matrix, count))}</b>
            </span>
            <span className='soft'>
              {isLive && chosen?.step === evaluation.step
                ? t('series.results.chosen', {
                    step: number.integer(evaluation.step),
                    accuracy: number.percent1(chosen.accuracy),
                  })
                : t('series.results.now', { step: number.integer(evaluation.step) })}
            </span>
            {isLive ? (
              <>
                {isRunning ? (
                  <button type='button' onClick={() => void training.pause()}>
                    {t('series.results.pause')}
                  </button>
                ) : null}
                <button type='button' onClick={() => showWeights(store, evaluation)}>
                  {t('series.results.show')}
                </button>
              </>
            ) : null}
          </p>
          <ConfusionGrid matrix={matrix} classes={names} selected={selected} onSelect={choose} />
          <div role='status'>
            {t('series.results.list', {
              count: list.length,
              truth: names[selected.truth] ?? '',
              predicted: names[selected.predicted] ?? '',
            })}
          </div>
          <p className='series-list'>
            {list.slice(0, listed).map((index) => (
              <button
                key={index}
                type='button'
                onClick={() => {
                  showSample(store, { kind: 'heldOut', index, bar: null })
                  document.getElementById('figure')?.scrollIntoView({ block: 'start' })
                }}
              >
                <span className='visually-hidden'>{t('series.which')} </span>
                {index}
              </button>
            ))}
            {list.length > listed ? (
              <button type='button' className='plain' onClick={() => setListed(listed + 4 * mostListed)}>
                {t('series.more', { count: list.length - listed })}
              </button>
            ) : null}
          </p>
          {evaluation.gates.map(({ site, values }, i) => (
            <Profiles key={site} number={i + 1} site={site} gates={values} loaded={loaded} />
          ))}
        </>
      )}
    </section>
  )
}

/** The figure goes back to the weights that were read. */
function showWeights(store: AppStore, { step, weights }: SetEvaluation): void {
  if (liveRun(store.getState()) !== null) travelToState(store, { step, weights })
}

const mostListed = 24
const firstCell: Cell = { truth: 0, predicted: 0 }
