/**
 * The block figure in one of its three layouts. Pictures are drawn by canvas and SVG (hidden from
 * assistive technology); what a person touches are the row sliders on top, one per open stage.
 */
import { type ReactNode, useMemo } from 'react'
import { rowOrder } from '../../model/block/description.ts'
import { seBlock } from '../../model/block/seBlock.ts'
import type { OpenRows } from '../../model/state/openRows.ts'
import { mapSize } from '../../model/state/shown.ts'
import { type RowId, type StageRow, wholeBlock } from '../../model/state/steps.ts'
import type { Selection } from '../../model/state/store.ts'
import { Threads } from '../../viz/loom/ChannelMarks.tsx'
import { type Box, loomLayout } from '../../viz/loom/layout.ts'
import { pageOf, type Variant } from '../../viz/loom/measures.ts'
import type { Palette } from '../../viz/palette.ts'
import { useText } from '../text/i18n.tsx'
import { FoldedStrip } from './FoldedStrip.tsx'
import { type Contributing, openStageRows, percentBox, TermMark, weightsShown } from './loomParts.tsx'
import { MapCanvas } from './MapCanvas.tsx'
import { Rail } from './Rail.tsx'
import { RowSlider } from './RowSlider.tsx'
import { type DrawnFrom, StageMarks } from './StageMarks.tsx'
import './loom.css'

interface LoomProps extends DrawnFrom {
  readonly variant: Variant
  readonly palette: Palette
  readonly open: OpenRows
  readonly pinned: Selection
  /** What the pointed-at term of the formula strip stands for. */
  readonly term: Selection | null
  readonly cover: readonly RowId[]
  /** Matrices that this step speaks of: their weights are drawn as what they contribute. */
  readonly contributing: Contributing
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
    () => (block === null ? null : weightsShown(block, contributing, data.other)),
    [block, contributing, data.other],
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
