import { memo, useMemo } from 'react'
import { box, joined } from '../loom/paths.ts'
import {
  type BranchesLayout,
  type BranchPart,
  branchesLayout,
  branchParts,
  type Contributions,
  partHeights,
  stacked,
  sumOf,
} from './branches.ts'
import { Label } from './Label.tsx'
import { heldBetween, textWidth } from './text.ts'
import './pictures.css'

export interface BranchRow extends Contributions {
  readonly name: string
}

export interface BranchesProps {
  /** The picture in words. */
  readonly label: string
  /** One a class: parts of its logit. */
  readonly rows: readonly BranchRow[]
  /** In pixels. */
  readonly width: number
  /** What the parts and their sum are called. */
  readonly words: Readonly<Record<BranchPart | 'sum', string>>
  readonly format: (value: number) => string
  readonly formatTick: (value: number) => string
  /** The class that was read. */
  readonly marked: number | null
}

/** What bias, LSTM and convolutions put into each logit: bars from zero to either side, their sum a line across. */
export const Branches = memo(function Branches(props: BranchesProps) {
  const { rows, width, words, marked } = props
  const layout = useMemo(() => branchesLayout(rows, width), [rows, width])
  const { plot, bar, x } = layout
  const last = layout.foot - 16
  return (
    <div className='viz-branches' role='img' aria-label={props.label}>
      <p className='legend'>
        {([...branchParts, 'sum'] as const).map((part) => (
          <span key={part} className={part}>
            {words[part]}
          </span>
        ))}
      </p>
      <svg width={width} height={layout.height} aria-hidden='true' focusable='false'>
        {layout.ticks.map(({ value, at }) => (
          <g key={value}>
            <line className={value === 0 ? 'nought' : 'grid'} x1={at} x2={at} y1={0} y2={last + 3} />
            <text
              className='soft-text'
              x={heldBetween(at, textWidth(props.formatTick(value)), plot.left, plot.right)}
              y={layout.foot}
              textAnchor='middle'
            >
              {props.formatTick(value)}
            </text>
          </g>
        ))}
        {branchParts.map((part) => (
          <path
            key={part}
            className={`part ${part}`}
            d={joined(
              rows.flatMap((row, i) =>
                stacked(row)
                  .filter((segment) => segment.part === part)
                  .map((segment) => ({ ...segment, middle: layout.rows[i]?.middle ?? 0 })),
              ),
              ({ from, to, middle }) =>
                box(
                  x(from),
                  middle - (bar * partHeights[part]) / 2,
                  Math.max(0.75, x(to) - x(from) - 1),
                  bar * partHeights[part],
                ),
            )}
          />
        ))}
        {rows.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a class is its place
          <RowMarks key={i} {...props} layout={layout} row={row} place={i} isMarked={i === marked} />
        ))}
      </svg>
    </div>
  )
})

function RowMarks(
  props: Pick<BranchesProps, 'format' | 'width'> & {
    readonly layout: BranchesLayout
    readonly row: BranchRow
    readonly place: number
    readonly isMarked: boolean
  },
) {
  const { layout, row, place, isMarked, format, width } = props
  const { text = 0, middle = 0 } = layout.rows[place] ?? {}
  const { plot, bar, beside, numbers } = layout
  const sum = sumOf(row)
  const at = layout.x(sum)
  const weight = isMarked ? 'value' : undefined
  return (
    <g>
      {Number.isNaN(at)
        ? null
        : ['sum halo', 'sum'].map((name) => (
            <line
              key={name}
              className={name}
              x1={at}
              x2={at}
              y1={middle - bar / 2 - 4}
              y2={middle + bar / 2 + 4}
            />
          ))}
      <Label
        className={weight}
        text={row.name}
        x={0}
        y={text}
        room={beside ? plot.left - 10 : plot.right - textWidth(format(sum)) - 16}
      />
      {beside
        ? branchParts.map((part, i) => (
            <text
              key={part}
              className={`number ${part}`}
              x={numbers[i]}
              y={text}
              dy='0.35em'
              textAnchor='end'
            >
              {format(row[part])}
            </text>
          ))
        : null}
      <text className={weight} x={beside ? numbers[3] : width} y={text} dy='0.35em' textAnchor='end'>
        {format(sum)}
      </text>
    </g>
  )
}
