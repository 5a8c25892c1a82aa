import { useEffect, useState } from 'react'
import { gatedShares, usefulFound } from '../../model/lab/variables.ts'
import { shownNetwork } from '../../model/state/selectors.ts'
import type { LoadedProblem } from '../../model/state/series.ts'
import type { ShownNetwork } from '../../model/state/shown.ts'
import { pause } from '../soon.ts'
import { useApp } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { Rich } from '../text/Rich.tsx'
import { variableName } from './names.ts'
import { measureWorth, type Worth } from './worth.ts'

/** Which variables the network uses: what closing each one costs, what the gates let through, and the truth. */
export function UsefulPanel({ loaded }: { loaded: LoadedProblem }) {
  const { t, number } = useText()
  const shown = useApp(shownNetwork)
  const [asked, setAsked] = useState<ShownNetwork | null>(null)
  const [found, setFound] = useState<{ readonly of: ShownNetwork; readonly worth: Worth } | null>(null)
  useEffect(() => {
    if (asked === null) return
    let current = true
    void measureWorth(asked, loaded, pause, () => !current).then((worth) => {
      if (!current) return
      setAsked(null)
      if (worth !== null) setFound({ of: asked, worth })
    })
    return () => {
      current = false
    }
  }, [asked, loaded])
  if (shown === null) return null
  const { problem, truth } = loaded
  const of = found?.of ?? null
  const worth = found?.worth ?? null
  const gates = of?.population.find(({ site }) => site === 'site1')?.meanGate
  const channels = of?.plan.sites[0]?.channels ?? 0
  const shares =
    of === null ? null : gatedShares(of.plan, of.weights, gates ?? new Float32Array(channels).fill(1))
  const costs = worth === null ? [] : worth.closed.map((without) => worth.accuracy - without)
  const byCost = truth === null || worth === null ? null : usefulFound(costs, truth)
  const byGates = truth === null || shares === null ? null : usefulFound(shares, truth)
  const most = Math.max(1e-6, ...costs)
  return (
    <section className='series-results' aria-labelledby='series-useful-title'>
      <h2 id='series-useful-title'>{t('series.useful.title')}</h2>
      <p>
        <Rich text={t('series.useful.why')} />
      </p>
      <p className='buttons'>
        <button type='button' disabled={asked !== null} onClick={() => setAsked(shown)}>
          {t('series.useful.measure')}
        </button>
        <span role='status'>{asked === null ? '' : t('series.useful.busy')}</span>
      </p>
      {worth === null || shares === null ? null : (
        <>
          {byCost === null || byGates === null ? (
            <p>{t('series.useful.none')}</p>
          ) : (
            <p role='status' data-testid='useful-found'>
              {t('series.useful.found', { ...byCost })} {t('series.useful.foundGates', { ...byGates })}
            </p>
          )}
          <div className='useful-scroll'>
            <table className='useful'>
              <caption className='visually-hidden'>{t('series.useful.table')}</caption>
              <thead>
                <tr>
                  <th scope='col'>{t('series.useful.variable')}</th>
                  {truth === null ? null : <th scope='col'>{t('series.useful.truth')}</th>}
                  <th scope='col'>{t('series.useful.loss')}</th>
                  <th scope='col'>{t('series.useful.drop')}</th>
                  <th scope='col'>{t('series.useful.weight')}</th>
                </tr>
              </thead>
              <tbody>
                {costs.map((cost, v) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a variable is its place
                  <tr key={v}>
                    <th scope='row'>{variableName(loaded, v, t)}</th>
                    {truth === null ? null : (
                      <td>{t(truth[v] === true ? 'series.useful.yes' : 'series.useful.no')}</td>
                    )}
                    <td>{number.percent1(worth.closed[v] ?? 0)}</td>
                    <td>
                      <Bar share={Math.max(0, cost) / most} tone='ink' />
                      {number.percent1(cost)}
                    </td>
                    <td>
                      <Bar share={(shares[v] ?? 0) / Math.max(...shares)} tone='s' />
                      {number.percent1(shares[v] ?? 0)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p className='soft'>
            {t('series.useful.of', {
              accuracy: number.percent1(worth.accuracy),
              step: number.integer(of?.step ?? 0),
              count: number.integer(problem.test.count),
            })}
          </p>
        </>
      )}
    </section>
  )
}

function Bar({ share, tone }: { share: number; tone: 'ink' | 's' }) {
  return (
    <span
      className={`useful-bar ${tone}`}
      style={{ '--share': share } as React.CSSProperties}
      aria-hidden='true'
    />
  )
}
