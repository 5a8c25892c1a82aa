import { isUsed, type VariableAblation } from '../../../model/lab/variables.ts'
import type { LoadedProblem } from '../../../model/state/series.ts'
import { useText } from '../../text/i18n.tsx'
import { variableName } from '../data/names.ts'
import type { NetworkAblation } from './ablateVariables.ts'

/** Files may hold hundreds of variables. */
const mostRows = 24

/** One row a variable; a press says which gates move without it. */
export function UsefulTable(props: {
  ablation: NetworkAblation
  loaded: LoadedProblem
  selected: number
  onSelect: (variable: number) => void
}) {
  const { ablation, loaded, selected, onSelect } = props
  const { t, number } = useText()
  const { truth } = loaded
  const { variables, shares } = ablation
  const most = {
    rise: largest(variables.map(({ closed }) => closed.rise.mean)),
    lead: largest(variables.map(({ alone }) => alone.lead.mean)),
    share: largest([...shares]),
  }
  const rows = listed(variables)
  return (
    <>
      <div className='useful-scroll'>
        <table className='useful'>
          <caption className='visually-hidden'>{t('series.useful.table')}</caption>
          <thead>
            <tr>
              <th scope='col'>{t('series.useful.variable')}</th>
              {truth === null ? null : <th scope='col'>{t('series.useful.truth')}</th>}
              <th scope='col'>{t('series.useful.used')}</th>
              <th scope='col'>{t('series.useful.closed')}</th>
              <th scope='col'>{t('series.useful.alone')}</th>
              <th scope='col'>{t('series.useful.weight')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ one, v }) => (
              <tr key={v} data-selected={v === selected}>
                <th scope='row'>
                  <button type='button' aria-pressed={v === selected} onClick={() => onSelect(v)}>
                    {variableName(loaded, v, t)}
                  </button>
                </th>
                {truth === null ? null : (
                  <td>{t(truth[v] === true ? 'series.useful.yes' : 'series.useful.no')}</td>
                )}
                <td>{t(isUsed(one) ? 'series.useful.yes' : 'series.useful.no')}</td>
                <Bar value={one.closed.rise.mean} most={most.rise} tone='ink'>
                  {number.gate(one.closed.rise.mean)}{' '}
                  <span className='soft'>({number.percent(one.closed.accuracy)})</span>
                </Bar>
                <Bar value={one.alone.lead.mean} most={most.lead} tone='ink'>
                  {number.gate(one.alone.lead.mean)}{' '}
                  <span className='soft'>({number.percent(one.alone.accuracy)})</span>
                </Bar>
                <Bar value={shares[v] ?? 0} most={most.share} tone='s'>
                  {number.percent(shares[v] ?? 0)}
                </Bar>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length < variables.length ? (
        <p className='soft'>{t('series.useful.listed', { count: rows.length, all: variables.length })}</p>
      ) : null}
    </>
  )
}

function largest(values: readonly number[]): number {
  return Math.max(1e-6, ...values)
}

/** Those that are missed most, where there are too many; in their order. */
function listed(variables: readonly VariableAblation[]) {
  return variables
    .map((one, v) => ({ one, v }))
    .sort((a, b) => b.one.closed.rise.mean - a.one.closed.rise.mean)
    .slice(0, mostRows)
    .sort((a, b) => a.v - b.v)
}

function Bar(props: { value: number; most: number; tone: 'ink' | 's'; children: React.ReactNode }) {
  const { value, most, tone, children } = props
  return (
    <td>
      <span
        className={`useful-bar ${tone}`}
        style={{ '--share': Math.max(0, value) / most } as React.CSSProperties}
        aria-hidden='true'
      />
      {children}
    </td>
  )
}
