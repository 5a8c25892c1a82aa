import { type CSSProperties, type KeyboardEvent, type MouseEvent, memo, useMemo, useRef } from 'react'
import {
  type ConfusionLayout,
  cellInk,
  confusionLayout,
  type MatrixCell,
  movedCell,
  rowShares,
} from './confusion.ts'
import { textWidth } from './text.ts'
import './confusion.css'

export interface ConfusionProps {
  /** Name of the grid. */
  readonly label: string
  /** Counts by true class (row) and class read (column), row-major. */
  readonly matrix: ArrayLike<number>
  readonly classes: readonly string[]
  /** What there is, in pixels; more classes than that holds are scrolled. */
  readonly width: number
  /** "truth ↓", "prediction →", "all", "recall", "precision". */
  readonly words: Readonly<Record<'truth' | 'prediction' | 'sum' | 'recall' | 'precision', string>>
  /** By true class. */
  readonly sums: readonly string[]
  readonly recalls: readonly string[]
  /** By class read. */
  readonly precisions: readonly string[]
  readonly formatCount: (count: number) => string
  /** A cell in words, with its count as it is printed. */
  readonly cellLabel: (truth: number, prediction: number) => string
  /** null: none; Tab then leads to the first. */
  readonly selected: MatrixCell | null
  readonly onSelect: (truth: number, prediction: number) => void
}

/** A confusion matrix with one tab stop: arrow keys move, and what is moved to is selected. */
export function Confusion(props: ConfusionProps) {
  const { matrix, classes, width, words, onSelect } = props
  const count = classes.length
  const selected = within(props.selected, count)
  const grid = useRef<HTMLTableElement>(null)
  const layout = useMemo(() => {
    const longest = (names: readonly string[]) => Math.max(0, ...names.map((name) => textWidth(name)))
    const { truth, prediction, precision } = words
    return confusionLayout(classes.length, width, longest(classes), longest([truth, prediction, precision]))
  }, [classes, words, width])
  const { numbered, sums } = layout
  const rowName = (name: string, truth: number) => (numbered ? `${truth + 1}\u00a0${name}` : name)
  const shares = useMemo(() => rowShares(matrix, count), [matrix, count])
  const choose = ({ truth, prediction }: MatrixCell) => {
    onSelect(truth, prediction)
    grid.current?.querySelector<HTMLElement>(`[data-cell="${truth}-${prediction}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return
    const here = selected ?? { truth: 0, prediction: 0 }
    const isPress = event.key === 'Enter' || event.key === ' '
    const to = isPress ? here : movedCell(event.key, event.ctrlKey, here, count)
    if (to === null) return
    event.preventDefault()
    choose(to)
  }
  const onClick = ({ target }: MouseEvent) => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null
    const [truth, prediction] = cell?.dataset.cell?.split('-').map(Number) ?? []
    if (truth !== undefined && prediction !== undefined) choose({ truth, prediction })
  }
  return (
    <div className='viz-confusion' style={sizes(layout, count)}>
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table in which one moves is a grid
        role='grid'
        aria-label={props.label}
        className={kind(layout)}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <colgroup>
          <col className='names' />
          <col span={count} />
          <col span={sums ? 2 : 1} className='scores' />
        </colgroup>
        <thead>
          <tr>
            <th scope='col' className='corner'>
              <span>{words.truth}</span>
              <span>{words.prediction}</span>
            </th>
            {classes.map((name, c) => (
              <th
                // biome-ignore lint/suspicious/noArrayIndexKey: two classes may have one name
                key={c}
                scope='col'
                title={name}
                className={c !== selected?.prediction ? undefined : c * 2 < count ? 'here' : 'here late'}
              >
                <span>{numbered ? c + 1 : name}</span>
              </th>
            ))}
            {sums ? (
              <th scope='col' className='score'>
                {words.sum}
              </th>
            ) : null}
            <th scope='col' className='score'>
              {words.recall}
            </th>
          </tr>
        </thead>
        <tbody>
          {classes.map((name, truth) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two classes may have one name
            <tr key={truth}>
              <th scope='row' title={name} className={truth === selected?.truth ? 'here' : undefined}>
                <span>{rowName(name, truth)}</span>
              </th>
              <Cells
                matrix={matrix}
                shares={shares}
                truth={truth}
                classes={count}
                chosen={truth === selected?.truth ? selected.prediction : null}
                stop={truth === (selected?.truth ?? 0) ? (selected?.prediction ?? 0) : null}
                isDense={layout.dense}
                formatCount={props.formatCount}
                cellLabel={props.cellLabel}
              />
              {[...(sums ? [props.sums] : []), props.recalls].map((texts, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <td key={i} className={truth === selected?.truth ? 'score here' : 'score'}>
                  <span>{texts[truth]}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope='row' className='foot'>
              {words.precision}
            </th>
            {classes.map((_, c) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a class is its place
              <td key={c} className={`score${c === selected?.prediction ? ' here' : ''}`}>
                <span>{props.precisions[c]}</span>
              </td>
            ))}
            <td colSpan={sums ? 2 : 1} />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

/** The matrix may have shrunk since the cell was selected. */
function within(cell: MatrixCell | null, count: number): MatrixCell | null {
  return cell !== null && cell.truth < count && cell.prediction < count ? cell : null
}

function sizes({ cell, names, head, scores, sums }: ConfusionLayout, count: number): CSSProperties {
  return {
    '--count': count,
    '--cell': `${cell}px`,
    '--names': `${names}px`,
    '--head': `${head}px`,
    '--scores': `${scores}px`,
    '--score-columns': sums ? 2 : 1,
  } as CSSProperties
}

function kind({ numbered, tight, dense }: ConfusionLayout): string {
  return dense ? 'dense' : `${numbered ? 'numbered' : ''}${tight ? ' tight' : ''}`
}

/** Row by row: a selection renders two of them, not all. */
const Cells = memo(function Cells(props: {
  matrix: ArrayLike<number>
  shares: Float64Array
  truth: number
  classes: number
  /** Column that is selected, of this row. */
  chosen: number | null
  /** Column that Tab leads to, of this row. */
  stop: number | null
  isDense: boolean
  formatCount: (count: number) => string
  cellLabel: (truth: number, prediction: number) => string
}) {
  const { matrix, shares, truth, classes, chosen, stop, isDense, formatCount, cellLabel } = props
  return Array.from({ length: classes }, (_, prediction) => {
    const own = matrix[truth * classes + prediction] ?? 0
    return (
      <td
        // biome-ignore lint/suspicious/noArrayIndexKey: a class is its place
        key={prediction}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: what a cell of a grid is
        role='gridcell'
        data-cell={`${truth}-${prediction}`}
        className={truth === prediction ? 'cell hit' : 'cell'}
        style={{ '--ink-share': cellInk(shares[truth * classes + prediction] ?? 0) } as CSSProperties}
        aria-label={cellLabel(truth, prediction)}
        aria-selected={prediction === chosen}
        tabIndex={prediction === stop ? 0 : -1}
      >
        {isDense || own === 0 ? null : formatCount(own)}
      </td>
    )
  })
})
