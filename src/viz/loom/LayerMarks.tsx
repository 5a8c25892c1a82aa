/**
 * Marks of the loom that belong to the two layers: weights as Hinton squares, and the hidden units where a row
 * of W₁ turns round into W₂ᵀ.
 */
import { memo, type ReactNode } from 'react'
import { hingeNumber, type LoomLayout, squareSide, uTurn } from './layout.ts'
import { channelsOf, type Values } from './Marks.tsx'
import { box } from './paths.ts'

/** Hinton squares: area ∝ |w|; filled ink is positive, hollow raspberry negative, solid below 6 px. */
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
    const squares = squaresOf(layout, yOf(k), largest, (c) => value(c, k))
    rows.push(
      <g key={k} className={rowClass(k === selectedHidden, dead(k))}>
        <line className='row' x1={row.x} x2={right} y1={yOf(k)} y2={yOf(k)} />
        <path className='w positive' d={squares.positive} />
        <path className='w negative' d={squares.negative} />
        <path className='w negative small' d={squares.small} />
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
  y: number,
  largest: number,
  value: (channel: number) => number,
): Readonly<Record<'positive' | 'negative' | 'small', string>> {
  const paths = { positive: '', negative: '', small: '' }
  for (const c of channelsOf(layout)) {
    const weight = value(c)
    const full = Math.max(squareSide(weight, largest, layout.square), 1)
    const kind = weight >= 0 ? 'positive' : full < smallestHollow ? 'small' : 'negative'
    const side = kind === 'negative' ? full - 1.5 : full
    paths[kind] += box(layout.x(c) - side / 2, y - side / 2, side, side)
  }
  return paths
}

/** Where a row's sum turns round: its value before and after ReLU, and the U-turn into W₂ᵀ. */
export function Hinge(props: {
  layout: LoomLayout
  reduced: number
  hidden: Values
  largest: number
  selected: number
  label: (k: number) => string
}) {
  const { layout, reduced, hidden, largest, selected, label } = props
  const every = Math.ceil(11 / layout.hiddenPitch)
  // Room for the large type of the projector, or only for small type.
  const room = layout.hiddenPitch >= 20 ? ' roomy' : layout.hiddenPitch < 14 ? ' tight' : ''
  return (
    <g className={`hinge${room} role-hidden`}>
      {Array.from({ length: reduced }, (_, k) => {
        const value = hidden[k] ?? 0
        const dead = value === 0
        const strength = largest === 0 ? 0 : Math.min(1, value / largest)
        const show = k === selected || (k % every === 0 && Math.abs(k - selected) >= every)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: hidden units are numbered
          <g key={k} className={rowClass(k === selected, dead)}>
            {show ? (
              <text x={layout.hinge.x + hingeNumber - 6} y={layout.y1(k) + 4}>
                {label(k)}
              </text>
            ) : null}
            <path
              className='turn'
              d={uTurn(layout, k).path}
              style={{ strokeWidth: dead ? 1 : 1 + 3 * strength }}
            />
          </g>
        )
      })}
    </g>
  )
}

/** On a phone the hidden units stand as a centred row between W₁ and W₂ᵀ. */
export function HiddenRow(props: {
  layout: LoomLayout
  hidden: Values
  reduced: number
  largest: number
  selected: number
  label: (k: number) => string | null
}) {
  const { layout, hidden, reduced, largest, selected, label } = props
  const top = layout.rowsBox.w1.y + layout.rowsBox.w1.height
  const bottom = layout.rowsBox.w2.y
  const [foot, most] = [bottom - 34, bottom - top - 48]
  return (
    <g className='hidden-units role-hidden'>
      {Array.from({ length: reduced }, (_, k) => {
        const x = hiddenX(layout, reduced, k)
        const value = hidden[k] ?? 0
        const height = largest === 0 ? 0 : Math.min(1, Math.max(0, value) / largest) * most
        const text = label(k)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: hidden units are numbered
          <g key={k} className={rowClass(k === selected, value === 0)}>
            <line className='row' x1={x - 8} x2={x + 8} y1={foot} y2={foot} />
            <rect className='bar' x={x - 5} y={foot - height} width={10} height={height} />
            {text === null ? null : (
              <text x={x} y={foot + 12}>
                {text}
              </text>
            )}
          </g>
        )
      })}
    </g>
  )
}

/** Middle of hidden unit k in the phone's row. */
export function hiddenX(layout: LoomLayout, reduced: number, k: number): number {
  const step = Math.min(64, layout.plate.width / reduced)
  return layout.plate.x + layout.plate.width / 2 + (k - (reduced - 1) / 2) * step
}
