import { type KeyboardEvent, useRef } from 'react'
import { type ConfusionMatrix, classScores } from '../../model/lab/confusion.ts'
import { useText } from '../text/i18n.tsx'
import './results.css'

export interface Cell {
  readonly truth: number
  readonly predicted: number
}

const moves: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** The confusion matrix with one tab stop: arrow keys move, the chosen cell names its series. */
export function ConfusionGrid(props: {
  matrix: ConfusionMatrix
  classes: readonly string[]
  selected: Cell
  onSelect: (cell: Cell) => void
}) {
  const { matrix, classes, selected, onSelect } = props
  const { t, number } = useText()
  const grid = useRef<HTMLTableElement>(null)
  const count = classes.length
  const at = (truth: number, predicted: number) => matrix[truth * count + predicted] ?? 0
  const scores = classScores(matrix, count)
  const share = (value: number) => (Number.isNaN(value) ? '–' : number.percent(value))
  const choose = (truth: number, predicted: number) => {
    onSelect({ truth, predicted })
    grid.current?.querySelector<HTMLElement>(`[data-cell="${truth}-${predicted}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key]
    if (move === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const clamp = (i: number) => Math.max(0, Math.min(count - 1, i))
    choose(clamp(selected.truth + move[0]), clamp(selected.predicted + move[1]))
  }
  return (
    <div className='confusion-scroll'>
      <table ref={grid} className='confusion' aria-label={t('series.results.confusion')}>
        <thead>
          <tr>
            <th scope='col' className='corner'>
              {t('series.results.truth')} ↓ · {t('series.results.predicted')} →
            </th>
            {classes.map((name, c) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two classes may have one name
              <th key={c} scope='col' title={name}>
                <span>{name}</span>
              </th>
            ))}
            <th scope='col' className='soft'>
              {t('series.results.recall')}
            </th>
          </tr>
        </thead>
        <tbody>
          {classes.map((name, truth) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two classes may have one name
            <tr key={truth}>
              <th scope='row' title={name}>
                <span>{name}</span>
              </th>
              {classes.map((other, predicted) => {
                const here = selected.truth === truth && selected.predicted === predicted
                const own = at(truth, predicted)
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two classes may have one name
                  <td key={predicted}>
                    <button
                      type='button'
                      data-cell={`${truth}-${predicted}`}
                      className={truth === predicted ? 'hit' : undefined}
                      style={
                        { '--share': own / Math.max(1, scores[truth]?.count ?? 0) } as React.CSSProperties
                      }
                      aria-pressed={here}
                      tabIndex={here ? 0 : -1}
                      onClick={() => choose(truth, predicted)}
                      onKeyDown={onKeyDown}
                    >
                      {own === 0 ? '' : number.integer(own)}
                      <span className='visually-hidden'>
                        {' '}
                        {t('series.results.cell', { count: own, truth: name, predicted: other })}
                      </span>
                    </button>
                  </td>
                )
              })}
              <td className='soft score'>{share(scores[truth]?.recall ?? Number.NaN)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope='row' className='soft'>
              {t('series.results.precision')}
            </th>
            {scores.map(({ precision }, c) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a class is its place
              <td key={c} className='soft score'>
                {share(precision)}
              </td>
            ))}
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
