/**
 * The block figure in one of its three layouts. Pictures are drawn by canvas and SVG (hidden from
 * assistive technology); what a person touches are the row sliders on top, one per open stage.
 */
import { type ReactNode, useMemo } from 'react'
import type { Mark } from '../../model/block/description.ts'
import { rowOrder } from '../../model/block/description.ts'
import { seBlock } from '../../model/block/seBlock.ts'
import type { Edits } from '../../model/state/edits.ts'
import type { OpenRows } from '../../model/state/openRows.ts'
import { mapSize } from '../../model/state/shown.ts'
import { type RowId, type StageRow, wholeBlock } from '../../model/state/steps.ts'
import type { Selection } from '../../model/state/store.ts'
import { HiddenUnits, Hinge, Weights } from '../../viz/loom/LayerMarks.tsx'
import { type Box, loomLayout, pageOf, type Variant } from '../../viz/loom/layout.ts'
import { Dots, Funnel, Gates, type Ghost, MapFrames, Names, Stems, Threads } from '../../viz/loom/Marks.tsx'
import type { Palette } from '../../viz/palette.ts'
import { useApp } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { FoldedStrip } from './FoldedStrip.tsx'
import type { FigureData } from './figureData.ts'
import {
  CellOutline,
  type Contributing,
  flippedGates,
  openStageRows,
  percentBox,
  TermMark,
  weightsShown,
} from './loomParts.tsx'
import { MapCanvas } from './MapCanvas.tsx'
import { Rail } from './Rail.tsx'
import { RowSlider } from './RowSlider.tsx'
import { useTweenedGates } from './useTweenedGates.ts'
import './loom.css'

export interface LoomProps {
  readonly data: FigureData
  readonly variant: Variant
  readonly palette: Palette
  readonly open: OpenRows
  /** What is explained now: hovered, else pinned. */
  readonly selection: Selection
  readonly pinned: Selection
  /** What the pointed-at term of the formula strip stands for. */
  readonly term: Selection | null
  readonly cover: readonly RowId[]
  readonly edits: Edits
  /** Matrices that this step speaks of: their weights are drawn as what they contribute. */
  readonly contributing: Contributing
  /** The text speaks of the selected cell of U, whatever stage is selected. */
  readonly showCell: boolean
  /** Inks of the bars of samples A and B. */
  readonly inks: { readonly a: 0 | 1 | null; readonly b: 0 | 1 | null }
  /** Numbers change at most four times a second while training; marks follow every frame. */
  readonly printed: FigureData
  /** What the step draws besides the stages, in the room that the layout leaves it. */
  readonly extra: (channels: { readonly from: number; readonly to: number }) => ReactNode
  readonly onHover: (selection: Selection | null) => void
  readonly onPin: (selection: Selection) => void
  readonly onGate: (channel: number, gate: number, phase: 'start' | 'move') => void
}

const marks = new Map(rowOrder(seBlock()).map(({ id, mark }) => [id as StageRow, mark]))

export function Loom(props: LoomProps) {
  const { data, variant, palette, open, selection, pinned, term, cover, contributing, extra } = props
  const { t } = useText()
  const { site, block, domains } = data
  const [rows, columns] = mapSize(site)
  const map = useMemo(() => [rows, columns] as const, [rows, columns])
  const page = pageOf(variant, pinned.index.c)
  // Without a block U alone is drawn, however the step folds it.
  const alone = block === null
  const stands = useMemo(
    () => (alone ? { ...open, heights: { U: wholeBlock.U, ...open.heights } } : open),
    [alone, open],
  )
  const layout = useMemo(
    () => loomLayout({ channels: site.channels, reduced: site.reduced, map }, variant, stands, page),
    [site.channels, site.reduced, map, variant, stands, page],
  )
  const channels = useMemo(() => ({ from: layout.from, to: layout.to }), [layout.from, layout.to])
  const layer = (row: RowId) => `layer${cover.includes(row) ? ' covered' : ''}`
  const weights = useMemo(
    () => (block === null ? null : weightsShown(block, contributing)),
    [block, contributing],
  )
  const order: readonly StageRow[] = alone ? ['U'] : open.order
  const shown = openStageRows(layout, order)
  // The Tab key has its stop in the figure also where the selected stage is folded.
  const stop = shown.includes(pinned.stage) ? pinned.stage : shown[0]
  return (
    <div
      className={`loom ${variant}`}
      style={
        { aspectRatio: `${layout.width} / ${layout.height}`, '--design': layout.width } as React.CSSProperties
      }
      onPointerLeave={() => props.onHover(null)}
    >
      {shown.map((row) =>
        marks.get(row) === 'maps' ? (
          <MapCanvas
            key={row}
            className={`${layer(row)} maps-${row}`}
            style={percentBox(layout, mapBox(layout, row as 'U' | 'out'))}
            design={mapBox(layout, row as 'U' | 'out')}
            maps={row === 'U' ? data.U : data.out}
            from={layout.from}
            to={layout.to}
            domain={domains.U}
            palette={palette}
          />
        ) : null,
      )}
      <svg viewBox={`0 0 ${layout.width} ${layout.height}`} aria-hidden='true'>
        <Threads layout={layout} selected={selection.index.c} toMaps={block !== null} />
        {shown.map((row) => (
          <g key={row} className={layer(row)}>
            <StageMarks
              {...props}
              row={row}
              mark={marks.get(row) ?? null}
              layout={layout}
              map={map}
              weights={weights}
            />
          </g>
        ))}
        {term === null ? null : <TermMark layout={layout} term={term} map={map} />}
        <Rail layout={layout} data={data} largest={weights?.largest ?? null} contributing={contributing} />
      </svg>
      {block === null ? <p className='no-block soft'>{t('figure.noSe')}</p> : null}
      {block === null
        ? null
        : layout.folded.map((strip) => (
            <FoldedStrip key={strip.rows.join()} strip={strip} layout={layout} site={site} />
          ))}
      {layout.extra === null ? null : (
        <div
          className='loom-extra'
          style={
            {
              ...percentBox(layout, { ...layout.extra, x: 0, width: layout.width }),
              '--rail': `${(layout.plate.x / layout.width) * 100}%`,
              '--after': `${100 - ((layout.plate.x + layout.plate.width) / layout.width) * 100}%`,
            } as React.CSSProperties
          }
        >
          {extra(channels)}
        </div>
      )}
      {shown.map((stage) => (
        <RowSlider
          key={stage}
          stage={stage}
          rows={shown}
          style={percentBox(layout, sliderBox(layout, stage))}
          layout={layout}
          map={map}
          reduced={site.reduced}
          pinned={pinned}
          tabStop={stage === stop}
          block={block}
          U={data.U}
          own={data.own}
          covered={cover.includes(stage)}
          onHover={props.onHover}
          onPin={props.onPin}
          onGate={props.onGate}
        />
      ))}
    </div>
  )
}

type Layout = ReturnType<typeof loomLayout>

function mapBox(layout: Layout, row: 'U' | 'out'): Box {
  return {
    x: layout.plate.x,
    y: layout.mapTop[row],
    width: layout.pitch * (layout.to - layout.from),
    height: layout.mapHeight,
  }
}

/** A row's slider covers the row; that of weights reaches over the sums at their ends. */
function sliderBox(layout: Layout, row: StageRow): Box {
  return layout.rowsBox[row]
}

/** One row drawn the way its description says. */
function StageMarks(
  props: LoomProps & {
    row: StageRow
    mark: Mark
    layout: Layout
    map: readonly [number, number]
    weights: ReturnType<typeof weightsShown> | null
  },
) {
  const { row, mark, layout, map, weights, data, selection, printed, inks, showCell } = props
  const { number } = useText()
  const { site, block, other, domains } = data
  const { c: channel, k: hidden } = selection.index
  const ghost = useMemo<Ghost | null>(
    () => (other === null || row === 'w1' || row === 'w2' ? null : { values: other[row].data, ink: inks.b }),
    [other, row, inks.b],
  )
  if (mark === 'maps' && (row === 'U' || row === 'out')) {
    return (
      <>
        {row === 'U' ? (
          <Names
            layout={layout}
            selected={channel}
            every={layout.pitch < 24 ? 4 : layout.pitch < 36 ? 2 : 1}
          />
        ) : null}
        <MapFrames layout={layout} row={row} selected={channel} />
        <CellOutline
          layout={layout}
          row={row}
          selection={selection}
          map={map}
          always={showCell && row === 'U'}
        />
      </>
    )
  }
  if (block === null || weights === null) return null
  switch (mark) {
    case 'stems':
      return (
        <>
          {row === 'z' ? <Funnel layout={layout} selected={channel} /> : null}
          <Stems layout={layout} row={row} values={block[row].data} domain={domains[row]} ghost={ghost} />
        </>
      )
    case 'weights': {
      const which = row === 'w1' ? 'w1' : 'w2'
      return (
        <>
          <Weights
            layout={layout}
            which={which}
            value={weights[which]}
            largest={weights.largest[which]}
            reduced={site.reduced}
            selectedHidden={hidden}
            dead={weights.dead}
          />
          {layout.hinge.width === 0 || (which === 'w2' && layout.isOpen('w1')) ? null : (
            <Hinge
              layout={layout}
              reduced={site.reduced}
              hidden={block.hidden.data}
              largest={domains.hidden}
              selected={hidden}
              label={(k) => {
                const value = number.short(printed.block?.hidden.data[k] ?? 0)
                // Where the sums turn round into the other matrix there is room for the number alone.
                return layout.isOpen('w1') && layout.isOpen('w2') ? value : `h${subscript(k)} ${value}`
              }}
            />
          )}
        </>
      )
    }
    case 'units': {
      const room = layout.plate.width / site.reduced
      const value = (trace: typeof block | null, k: number) => number.short(trace?.hidden.data[k] ?? 0)
      return (
        <HiddenUnits
          layout={layout}
          hidden={block.hidden.data}
          ink={inks.a}
          other={ghost}
          reduced={site.reduced}
          largest={domains.hidden}
          selected={hidden}
          label={(k) =>
            room < 60 && k !== hidden
              ? null
              : room >= 100 && other !== null
                ? `h${subscript(k)} ${value(printed.block, k)} | ${value(printed.other, k)}`
                : value(printed.block, k)
          }
        />
      )
    }
    case 'dots':
      return <Dots layout={layout} row={row} values={block[row].data} domain={domains[row]} ghost={ghost} />
    case 'gates':
      return <GateRow {...props} ghost={ghost} />
    default:
      return null
  }
}

/** The gates move where something else than a run has changed them. */
function GateRow(props: Omit<LoomProps, 'extra'> & { layout: Layout; ghost: Ghost | null }) {
  const { layout, data, printed, selection, edits, ghost } = props
  const { number } = useText()
  const own = data.block?.s.data ?? noGates
  const plays = useApp((state) => state.engine.phase === 'running')
  const values = useTweenedGates(own, !plays)
  const channel = selection.index.c
  const flipped = flippedGates(own, data.other?.s.data ?? null)
  return (
    <Gates
      layout={layout}
      values={values}
      selected={channel}
      ghost={ghost}
      edited={(c) => edits.gates[c] !== undefined}
      label={(c) => {
        if (layout.gateNumbers.height === 0) return null
        const gate = printed.block?.s.data[c]
        const printsAll = layout.pitch >= 44 && layout.to - layout.from <= 16
        const text =
          gate === undefined || !Number.isFinite(gate) || !(printsAll || c === channel)
            ? ''
            : number.gate(gate)
        const mark = flipped.has(c) && (text === '' || layout.pitch >= 44) ? '⇅' : ''
        return text === '' && mark === '' ? null : `${text}${mark}`
      }}
    />
  )
}

const noGates = new Float32Array(0)

function subscript(k: number): string {
  return [...String(k)].map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]).join('')
}
