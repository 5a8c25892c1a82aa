import { useCallback, useMemo, useState } from 'react'
import { accuracyOf, confusionMatrix, macroF1 } from '../../model/lab/confusion.ts'
import { gateProfiles, predictions, seriesOfCell } from '../../model/lab/seriesResults.ts'
import { insert } from '../../model/state/history.ts'
import { liveRun, pinned } from '../../model/state/selectors.ts'
import type { LoadedProblem } from '../../model/state/series.ts'
import { GateStrip } from '../../viz/charts/GateStrip.tsx'
import type { Training } from '../live/training.ts'
import { useApp, useAppStore } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { DataTable } from '../train/DataTable.tsx'
import { type Cell, ConfusionGrid } from './ConfusionGrid.tsx'
import { className } from './names.ts'
import { useSurvey } from './useSurvey.ts'
import './results.css'

/** What the network makes of all test series. */
export function Results({ training, loaded }: { training: Training; loaded: LoadedProblem }) {
  const store = useAppStore()
  const { t, number } = useText()
  const live = useApp(liveRun)
  const [wanted, setWanted] = useState(false)
  const { survey, isLive, busy } = useSurvey(training, wanted || live !== null)
  const [cell, setCell] = useState<Cell | null>(null)
  const { problem } = loaded
  const count = problem.classes.length
  const read = useMemo(() => (survey === null ? null : predictions(survey.logits, count)), [survey, count])
  const matrix = useMemo(
    () =>
      read === null || read.length !== problem.test.count
        ? null
        : confusionMatrix(problem.test.y, read, count),
    [read, problem, count],
  )
  const names = problem.classes.map((_, i) => className(loaded, i, t))
  const selected =
    cell !== null && cell.truth < count && cell.predicted < count ? cell : { truth: 0, predicted: 0 }
  const list = read === null ? [] : seriesOfCell(problem.test.y, read, selected)
  return (
    <section className='series-results' aria-labelledby='series-results-title'>
      <h2 id='series-results-title'>{t('series.results.title')}</h2>
      {survey === null || matrix === null ? (
        <p className='buttons'>
          {busy ? (
            <span role='status'>{t('series.results.busy')}</span>
          ) : isLive ? (
            t('series.results.none')
          ) : (
            <button type='button' onClick={() => setWanted(true)}>
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
              {isLive && live?.chosen != null && live.chosen.step === survey.step
                ? t('series.results.chosen', {
                    step: number.integer(survey.step),
                    accuracy: number.percent1(live.chosen.accuracy),
                  })
                : t('series.results.now', { step: number.integer(survey.step) })}
            </span>
            {isLive && live !== null ? (
              <button
                type='button'
                onClick={() =>
                  store.setState({
                    live: {
                      ...live,
                      history: insert(live.history, { step: survey.step, weights: survey.weights }),
                    },
                    at: survey.step,
                  })
                }
              >
                {t('series.results.show')}
              </button>
            ) : null}
          </p>
          <ConfusionGrid matrix={matrix} classes={names} selected={selected} onSelect={setCell} />
          <div role='status'>
            {t('series.results.list', {
              count: list.length,
              truth: names[selected.truth] ?? '',
              predicted: names[selected.predicted] ?? '',
            })}
          </div>
          <p className='series-list'>
            {list.slice(0, mostListed).map((index) => (
              <button
                key={index}
                type='button'
                onClick={() => {
                  store.setState({ sample: { kind: 'heldOut', index, bar: null } })
                  document.getElementById('figure')?.scrollIntoView({ block: 'start' })
                }}
              >
                <span className='visually-hidden'>{t('series.which')} </span>
                {index}
              </button>
            ))}
            {list.length > mostListed ? t('series.more', { count: list.length - mostListed }) : null}
          </p>
          {survey.gates.map(({ site, values }, i) => (
            <Profiles key={site} number={i + 1} site={site} gates={values} loaded={loaded} />
          ))}
        </>
      )}
    </section>
  )
}

const mostListed = 24
/** Below this, means of gates are told apart by nothing but the choice of series. */
const flatDifference = 0.05

function Profiles(props: { number: number; site: string; gates: Float32Array; loaded: LoadedProblem }) {
  const { number: place, site, gates, loaded } = props
  const { t, number } = useText()
  const { problem } = loaded
  const pin = useApp(pinned)
  const profiles = useMemo(
    () => gateProfiles(site, gates, problem.test, problem.groups),
    [site, gates, problem],
  )
  const byCue = problem.groups !== problem.classes.length
  const name = useCallback(
    (group: number) => (byCue ? t(group === 0 ? 'ink.bar0' : 'ink.bar1') : className(loaded, group, t)),
    [byCue, loaded, t],
  )
  const rows = useCallback(
    () =>
      profiles.byGroup.map((means, group) => () => [
        name(group),
        ...Array.from(means, (gate) => number.gate(gate)),
      ]),
    [profiles, name, number],
  )
  const { difference, channel } = profiles.spread
  const title = t(byCue ? 'series.results.profilesCue' : 'series.results.profiles', { number: place })
  const channels = profiles.byGroup[0]?.length ?? 0
  return (
    <section className='series-profiles'>
      <h3>{title}</h3>
      <p>
        {t('series.results.profilesWhat', { difference: number.gate(difference), channel })}{' '}
        {difference < flatDifference ? t('series.results.flat') : null}
      </p>
      <div className='profiles'>
        {profiles.byGroup.map((means, group) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a group is its place
          <ProfileRow key={group} name={name(group)}>
            <GateStrip
              gates={means}
              ghost={null}
              selected={pin?.channel ?? 0}
              framed={channel}
              label={t('series.results.profileRow', {
                name: name(group),
                least: number.gate(Math.min(...means)),
                most: number.gate(Math.max(...means)),
              })}
            />
          </ProfileRow>
        ))}
      </div>
      <DataTable
        caption={title}
        columns={[
          t(byCue ? 'step.result.bar' : 'series.branches.class'),
          ...Array.from({ length: channels }, (_, c) => String(c)),
        ]}
        rows={rows}
      />
    </section>
  )
}

function ProfileRow({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <span title={name}>{name}</span>
      {children}
    </>
  )
}
