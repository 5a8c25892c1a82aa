import type { ReactNode } from 'react'
import { type Input, rowOrder } from '../../model/block/description.ts'
import { seBlock } from '../../model/block/seBlock.ts'
import { otherPicture } from '../../model/state/shownSamples.ts'
import { rowSymbols, type StageRow } from '../../model/state/steps.ts'
import type { LoomLayout } from '../../viz/loom/layout.ts'
import { useApp } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { tildedMark } from '../text/Tilded.tsx'
import { type FigureData, mapScale } from './figureData.ts'
import type { Contributing } from './loomParts.tsx'

interface Line {
  readonly text: string
  /** Ink of a bar, where the line tells of its mark. */
  readonly ink?: 0 | 1 | null
}

interface Label {
  readonly row: StageRow
  readonly symbol: ReactNode
  readonly role: string
  readonly lines: readonly Line[]
}

const tensors = rowOrder(seBlock())

/** The description's symbol, as the figure draws the tensor: maps of all channels, W₂ turned; times what it meets. */
function symbolOf(row: StageRow, factor = ''): { readonly symbol: ReactNode; readonly role: string } {
  const tensor = tensors.find(({ id }) => id === row)
  if (tensor === undefined) return { symbol: row, role: 'ink' }
  const { mark, axes, role } = tensor
  if (row === 'out') return { symbol: tildedMark, role }
  const symbol = rowSymbols[row]
  const turned = mark === 'weights' && axes[0] !== 'c'
  return { symbol: turned ? <Turned symbol={symbol} factor={factor} /> : symbol + factor, role }
}

/** Wᵀ. Inter has no raised T: a character that fonts of the system draw would look different on every machine. */
function Turned({ symbol, factor }: { symbol: string; factor: string }) {
  return (
    <>
      {symbol}
      <tspan className='raised' dy='-0.35em'>
        T
      </tspan>
      {factor === '' ? null : <tspan dy='0.28em'>{factor}</tspan>}
    </>
  )
}

/** Left of each open row its symbol, its shape and the numbers of its scale; on a phone the symbol alone. */
export function Rail(props: {
  layout: LoomLayout
  data: FigureData
  /** |value| of the largest squares in W₁ and W₂ᵀ. */
  largest: { readonly w1: number; readonly w2: number } | null
  contributing: Contributing
}) {
  const { layout, data, largest, contributing } = props
  const { t, number } = useText()
  const { site, domains, block, other } = data
  const squeeze = useApp((state) => state.edit.squeeze) ?? site.squeeze
  const cut = block?.s.data.some((gate) => gate < 0 || gate > 1) === true
  const otherBar = useApp((state) => otherPicture(state)?.bar ?? null)
  const scale = mapScale(data, number.short, t('rail.hatch'))
  const shape = `${site.channels} × ${site.spatial.join('×')}`
  const signed = (domain: number) => ({ text: `± ${number.short(domain)}` })
  const ghost: Line[] =
    other === null
      ? []
      : [{ text: t(otherBar === null ? 'rail.other' : `rail.otherBar${otherBar}`), ink: otherBar }]
  const weightsOf = (row: 'w1' | 'w2'): Line[] => [
    { text: t('rail.weights') },
    { text: `± ${number.short(largest?.[row] ?? 0)}` },
  ]
  const linesOf = ({ id, mark }: Input): readonly Line[] => {
    const row = id as StageRow
    switch (mark) {
      case 'maps':
        return row === 'U' ? [{ text: shape }, { text: scale }] : [{ text: t('rail.out') }]
      case 'stems':
        return [{ text: t(squeeze === 'max' ? 'rail.zMax' : 'rail.z') }, signed(domains[row])]
      case 'weights':
        return weightsOf(row === 'w1' ? 'w1' : 'w2')
      case 'units':
        return [{ text: t('rail.hidden') }, { text: `0 … ${number.short(domains[row])}` }]
      case 'dots':
        return [{ text: t(`row.${row}`) }, signed(domains[row])]
      case 'gates':
        return [{ text: `${t('rail.s')} 0 … 1${cut ? ` (${t('rail.cut')})` : ''}` }, ...ghost]
      case null:
        return []
    }
  }
  const labels: Label[] = tensors.map((tensor) => {
    const row = tensor.id as StageRow
    const isProduct = (row === 'w1' || row === 'w2') && contributing[row] && layout.variant !== 'phone'
    const factor = isProduct ? ` · ${row === 'w1' ? 'z' : 'h'}` : ''
    return { row, ...symbolOf(row, factor), lines: linesOf(tensor) }
  })
  const shown = (block === null ? labels.slice(0, 1) : labels).filter(({ row }) => layout.isOpen(row))
  return (
    <g className='rail'>
      {shown.map((label) => (
        <RowLabel key={label.row} layout={layout} label={label} />
      ))}
      {layout.variant !== 'phone' && block !== null ? (
        <text
          className='half-label'
          x={layout.plate.x + 2}
          y={layout.rowsBox.s.y + (layout.rowsBox.s.height - layout.gateNumbers.height) / 2 - 4}
        >
          ½
        </text>
      ) : null}
    </g>
  )
}

/** Between two lines of notes. */
const lineHeight = 15

function RowLabel({ layout, label }: { layout: LoomLayout; label: Label }) {
  const box = layout.rowsBox[label.row]
  const phone = layout.variant === 'phone'
  const x = layout.plate.x - (phone ? 5 : 12)
  // Notes give way where the row is low: the symbol is never missing.
  const room = phone
    ? 0
    : Math.max(0, Math.min(label.lines.length, Math.floor((box.height - 18) / lineHeight)))
  // In the lowest rows the first of them stands beside the symbol.
  const beside = room === 0 && !phone ? label.lines[0] : undefined
  const middle = box.y + box.height / 2
  const top = middle - ((room - 1) * lineHeight) / 2
  return (
    <g>
      <text
        className={`symbol role-${label.role}`}
        x={x}
        y={room === 0 ? middle + 6 : top - 1}
        textAnchor='end'
      >
        {beside === undefined ? null : <tspan className='note'>{`${beside.text}\u00a0`}</tspan>}
        {label.symbol}
      </text>
      {label.lines.slice(0, room).map((line, i) => (
        <text
          key={line.text}
          className={`note${line.ink === undefined || line.ink === null ? '' : ` bar-ink-${line.ink}`}`}
          x={x}
          y={top + 15 + i * lineHeight}
          textAnchor='end'
        >
          {line.text}
        </text>
      ))}
    </g>
  )
}
