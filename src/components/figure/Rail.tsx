import type { ReactNode } from 'react'
import { otherPicture } from '../../model/state/selectors.ts'
import type { RowId, StageRow } from '../../model/state/steps.ts'
import type { LoomLayout, LoomRow } from '../../viz/loom/layout.ts'
import { useApp } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { tildedMark } from '../text/Tilded.tsx'
import { type FigureData, mapScale } from './figureData.ts'

interface Label {
  readonly row: LoomRow
  readonly id: RowId
  readonly symbol: ReactNode
  readonly role: string
  readonly note: string
  readonly legend: string
}

/** Left of each row its symbol, its shape and the numbers of its scale; on a phone in a line above it. */
export function Rail(props: {
  layout: LoomLayout
  data: FigureData
  lit: readonly RowId[]
  /** |value| of the largest squares in W₁ and W₂ᵀ. */
  largest: { readonly w1: number; readonly w2: number } | null
  /** The stage that is selected: the weights that lead to it are drawn as what they contribute. */
  contributing: StageRow
}) {
  const { layout, data, lit, largest, contributing } = props
  const { t, number } = useText()
  const { site, domains, block, other } = data
  const squeeze = useApp((state) => state.edit.squeeze) ?? site.squeeze
  const cut = block?.s.data.some((gate) => gate < 0 || gate > 1) === true
  const otherBar = useApp((state) => otherPicture(state)?.bar ?? null)
  const squares = (what: string | null, most: number) =>
    `${what ?? `${site.reduced} × ${site.channels}`}, ± ${number.short(most)}`
  const shape = `${site.channels} × ${site.spatial.join('×')}`
  const { range, below } = mapScale(data, number.short)
  const labels: Label[] = [
    {
      row: 'U',
      id: 'U',
      symbol: 'U',
      role: 'u',
      // Beside the picture there is no room for more.
      ...(layout.variant === 'medium'
        ? { note: range, legend: below }
        : { note: shape, legend: below === '' ? range : `${range}, ${below}` }),
    },
    {
      row: 'z',
      id: 'z',
      symbol: 'z',
      role: 'z',
      note: t(squeeze === 'max' ? 'rail.zMax' : 'rail.z'),
      legend: `± ${number.short(domains.z)}`,
    },
    {
      row: 'w1',
      id: 'w1',
      symbol: 'W₁',
      role: 'ink',
      note: squares(contributing === 'hidden' ? 'w · z' : null, largest?.w1 ?? 0),
      legend: t('rail.w1'),
    },
    {
      row: 'w2',
      id: 'w2',
      symbol: 'W₂ᵀ',
      role: 'ink',
      note: squares(contributing === 'logits' || contributing === 's' ? 'w · h' : null, largest?.w2 ?? 0),
      legend: t('rail.w2'),
    },
    {
      row: 'logits',
      id: 'logits',
      symbol: t('rail.logits'),
      role: 'ink',
      note: '',
      legend: `± ${number.short(domains.logits)}`,
    },
    {
      row: 's',
      id: 's',
      symbol: 's',
      role: 's',
      note: `${t('rail.s')}, 0 … 1${cut ? ` (${t('rail.cut')})` : ''}`,
      legend: other === null ? '' : t(otherBar === null ? 'rail.other' : `rail.otherBar${otherBar}`),
    },
    { row: 'Xt', id: 'Xt', symbol: tildedMark, role: 'xt', note: shape, legend: t('rail.Xt') },
  ]
  const shown = block === null ? labels.slice(0, 1) : labels
  return (
    <g className='rail'>
      {shown.map((label) =>
        layout.variant === 'phone' ? (
          <PhoneLabel key={label.row} layout={layout} label={label} lit={lit.includes(label.id)} />
        ) : (
          <SideLabel key={label.row} layout={layout} label={label} lit={lit.includes(label.id)} />
        ),
      )}
      {layout.hinge.width === 0 || block === null ? null : (
        <text
          className={`symbol role-hidden ${lit.includes('hidden') ? 'lit' : 'dim'}`}
          x={layout.hinge.x + layout.hinge.width}
          y={layout.hinge.y - 6}
          textAnchor='end'
        >
          {t('rail.hidden')}
        </text>
      )}
      {layout.hinge.width > 0 || block === null ? null : (
        <PhoneHidden layout={layout} largest={number.short(domains.hidden)} lit={lit.includes('hidden')} />
      )}
      {layout.variant !== 'phone' && block !== null ? (
        <text
          className='half-label'
          x={layout.plate.x - 4}
          y={layout.rowsBox.s.y + layout.rowsBox.s.height / 2 + 4}
          textAnchor='end'
        >
          ½
        </text>
      ) : null}
    </g>
  )
}

function SideLabel({ layout, label, lit }: { layout: LoomLayout; label: Label; lit: boolean }) {
  const box = layout.rowsBox[label.row]
  const middle = box.y + box.height / 2
  const x = layout.plate.x - 18
  const two = label.row !== 'logits'
  const lines = [label.note, label.legend].filter((line) => line !== '')
  return (
    <g className={lit ? 'lit' : 'dim'}>
      <text className={`symbol role-${label.role}`} x={x} y={two ? middle - 8 : middle - 1} textAnchor='end'>
        {label.symbol}
      </text>
      {lines.map((line, i) => (
        <text
          key={line}
          className='note'
          x={x}
          y={(two ? middle + 6 : middle + 11) + i * 13}
          textAnchor='end'
        >
          {line}
        </text>
      ))}
    </g>
  )
}

function PhoneLabel({ layout, label, lit }: { layout: LoomLayout; label: Label; lit: boolean }) {
  const y = layout.rowsBox[label.row].y - 4
  return (
    <g className={lit ? 'lit' : 'dim'}>
      <text className={`symbol role-${label.role}`} x={layout.plate.x} y={y}>
        {label.symbol}
      </text>
      <text className='note' x={layout.plate.x + layout.plate.width} y={y} textAnchor='end'>
        {[label.note, label.legend].filter((part) => part !== '').join(' · ')}
      </text>
    </g>
  )
}

/** On a phone the hidden units are a row between W₁ and W₂ᵀ. */
function PhoneHidden({ layout, largest, lit }: { layout: LoomLayout; largest: string; lit: boolean }) {
  const { t } = useText()
  const y = layout.rowsBox.w1.y + layout.rowsBox.w1.height + 13
  return (
    <g className={lit ? 'lit' : 'dim'}>
      <text className='symbol role-hidden' x={layout.plate.x} y={y}>
        h
      </text>
      <text className='note' x={layout.plate.x + layout.plate.width} y={y} textAnchor='end'>
        {`${t('rail.hidden')} · 0 … ${largest}`}
      </text>
    </g>
  )
}
