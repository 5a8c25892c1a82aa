/**
 * Marks of the loom that belong to the two layers: weights as Hinton squares, and the hidden units where a row
 * of W₁ turns round into W₂ᵀ.
 */
import { memo, type ReactNode } from 'react'
import { channelsOf } from './ChannelMarks.tsx'
import type { LoomLayout } from './layout.ts'
import { box, lineFrom } from './paths.ts'
import { hingeNumber, squareSide, uTurn } from './scales.ts'
import type { Ghost, Values } from './ValueMarks.tsx'

/** Hinton squares: area ∝ |w|; filled ink is positive, hollow raspberry negative, and a minus where that would close up. */
export const Weights = memo(function Weights(props: {
  layout: LoomLayout
  which: 'w1' | 'w2'
  /** Weight, or contribution, of channel c and hidden unit k. */
  value: (channel: number, k: number) => number
  largest: number
  reduced: number
  selectedHidden: number
  dead: (k: number) => boolean
}) {
  const { layout, which, value, largest, reduced, selectedHidden, dead } = props
  const row = layout.rowsBox[which]
  const yOf = which === 'w1' ? layout.y1 : layout.y2
  const right = row.x + row.width + (layout.hinge.width > 0 ? 8 : 0)
  const rows: ReactNode[] = []
  for (let k = 0; k < reduced; k++) {
    const squares = squaresOf(layout, which, yOf(k), largest, (c) => value(c, k))
    rows.push(
      <g key={k} className={rowClass(k === selectedHidden, dead(k))}>
        <line className='row' x1={row.x} x2={right} y1={yOf(k)} y2={yOf(k)} />
        <path className='w positive' d={squares.positive} />
        <path className='w negative' d={squares.negative} />
        <path className='w minus' d={squares.minus} />
      </g>,
    )
  }
  return <g className={`weights ${which}`}>{rows}</g>
})

function rowClass(selected: boolean, dead: boolean): string {
  return `hidden-row${selected ? ' selected' : ''}${dead ? ' dead' : ''}`
}

/** Below this side a hollow square would close up. */
const smallestHollow = 6

/** The squares of one row, by what they look like. A hollow one is drawn within its side: its line is 1.5 wide. */
function squaresOf(
  layout: LoomLayout,
  which: 'w1' | 'w2',
  y: number,
  largest: number,
  value: (channel: number) => number,
): Readonly<Record<'positive' | 'negative' | 'minus', string>> {
  const paths = { positive: '', negative: '', minus: '' }
  for (const c of channelsOf(layout)) {
    const weight = value(c)
    const full = Math.max(squareSide(weight, largest, layout.square[which]), 1)
    const x = layout.x(c)
    if (weight < 0 && full < smallestHollow) {
      // As long as the square is wide: never mistaken for a small positive one.
      const half = Math.max(full, 2.5) / 2 + 0.5
      paths.minus += lineFrom(x - half, y, x + half, y)
      continue
    }
    const side = weight < 0 ? full - 1.5 : full
    paths[weight < 0 ? 'negative' : 'positive'] += box(x - side / 2, y - side / 2, side, side)
  }
  return paths
}

/**
 * At the ends of the rows: the hidden units, where both matrices are open with the U-turn from W₁ into W₂ᵀ.
 */
export function Hinge(props: {
  layout: LoomLayout
  reduced: number
  hidden: Values
  largest: number
  selected: number
  label: (k: number) => string
}) {
  const { layout, reduced, hidden, largest, selected, label } = props
  const { hiddenPitch, isOpen, turns } = layout
  const [pitch, yOf] = isOpen('w1') ? [hiddenPitch.w1, layout.y1] : [hiddenPitch.w2, layout.y2]
  const every = Math.ceil(15 / pitch)
  return (
    <g className='hinge role-hidden'>
      {Array.from({ length: reduced }, (_, k) => {
        const value = hidden[k] ?? 0
        const dead = value === 0
        const strength = largest === 0 ? 0 : Math.min(1, Math.abs(value) / largest)
        const show = k === selected || (k % every === 0 && Math.abs(k - selected) >= every)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: hidden units are numbered
          <g key={k} className={rowClass(k === selected, dead)}>
            {show ? (
              <text x={layout.hinge.x + (turns ? hingeNumber - 4 : layout.hinge.width)} y={yOf(k) + 4.5}>
                {label(k)}
              </text>
            ) : null}
            {turns ? (
              <path
                className='turn'
                d={uTurn(layout, k).path}
                style={{ strokeWidth: dead ? 1 : 1 + 3 * strength }}
              />
            ) : null}
          </g>
        )
      })}
    </g>
  )
}

/** A hidden unit as a bar for each of the two samples, on a zero line: ReLU has cut what is below it. */
export function HiddenUnits(props: {
  layout: LoomLayout
  hidden: Values
  /** Of sample A's bar. */
  ink: 0 | 1 | null
  other: Ghost | null
  reduced: number
  largest: number
  selected: number
  /** Printed below unit k; null: no room. */
  label: (k: number) => ReactNode
}) {
  const { layout, hidden, ink, other, reduced, largest, selected, label } = props
  const row = layout.rowsBox.hidden
  const text = Math.min(18, row.height / 2)
  // Without ReLU a unit may be below zero: then the line stands in the middle.
  const low = [...Array.from({ length: reduced }, (_, k) => [hidden[k] ?? 0, other?.values[k] ?? 0])].flat()
  const signed = low.some((value) => value < 0)
  const height = row.height - text
  const foot = signed ? row.y + height / 2 : row.y + height
  const reach = (signed ? height / 2 : height) - 2
  const width = Math.max(3, Math.min(14, (hiddenStep(layout, reduced) - 8) / 2))
  const bar = (x: number, value: number) => {
    const length = largest === 0 ? 0 : Math.max(-1, Math.min(1, value / largest)) * reach
    return box(x, length < 0 ? foot : foot - length, width, Math.abs(length))
  }
  return (
    <g className='hidden-units role-hidden'>
      {Array.from({ length: reduced }, (_, k) => {
        const x = hiddenX(layout, reduced, k)
        const words = label(k)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: hidden units are numbered
          <g key={k} className={rowClass(k === selected, (hidden[k] ?? 0) === 0)}>
            <line className='row' x1={x - width - 3} x2={x + width + 3} y1={foot} y2={foot} />
            <path
              className={`bar${ink === null ? '' : ` bar-ink-${ink}`}`}
              d={bar(other === null ? x - width / 2 : x - width - 0.5, hidden[k] ?? 0)}
            />
            {other === null ? null : (
              <path
                className={`bar other${other.ink === null ? '' : ` bar-ink-${other.ink}`}`}
                d={bar(x + 0.5, other.values[k] ?? 0)}
              />
            )}
            {words === null ? null : (
              <text x={x} y={row.y + row.height - 4}>
                {words}
              </text>
            )}
          </g>
        )
      })}
    </g>
  )
}

function hiddenStep(layout: LoomLayout, reduced: number): number {
  return Math.min(150, layout.plate.width / reduced)
}

/** Middle of hidden unit k in its row. */
export function hiddenX(layout: LoomLayout, reduced: number, k: number): number {
  return layout.plate.x + layout.plate.width / 2 + (k - (reduced - 1) / 2) * hiddenStep(layout, reduced)
}
