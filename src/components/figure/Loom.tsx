/**
 * The block figure in one of its three layouts. Pictures are drawn by canvas and SVG (hidden from
 * assistive technology); what a person touches are the row sliders on top, one per stage.
 */
import { useMemo } from 'react'
import type { Edits } from '../../model/state/edits.ts'
import { mapSize } from '../../model/state/shown.ts'
import { type RowId, stageRows } from '../../model/state/steps.ts'
import type { Selection } from '../../model/state/store.ts'
import { HiddenRow, Hinge, Weights } from '../../viz/loom/LayerMarks.tsx'
import { type Box, loomLayout, pageOf, type Variant } from '../../viz/loom/layout.ts'
import { Funnel, Gates, Logits, MapFrames, Names, Squeezed, Threads } from '../../viz/loom/Marks.tsx'
import type { Palette } from '../../viz/palette.ts'
import { useText } from '../text/i18n.tsx'
import type { FigureData } from './figureData.ts'
import { CellOutline, rowsOf, TermMark, weightsShown } from './loomParts.tsx'
import { MapCanvas } from './MapCanvas.tsx'
import { Rail } from './Rail.tsx'
import { RowSlider } from './RowSlider.tsx'
import './loom.css'

export interface LoomProps {
  readonly data: FigureData
  readonly variant: Variant
  readonly palette: Palette
  /** What is explained now: hovered, else pinned. */
  readonly selection: Selection
  readonly pinned: Selection
  /** What the pointed-at term of the formula strip stands for. */
  readonly term: Selection | null
  readonly lit: readonly RowId[]
  readonly cover: readonly RowId[]
  readonly edits: Edits
  /** The text speaks of the selected cell of U, whatever stage is selected. */
  readonly showCell: boolean
  /** Numbers change at most four times a second while training; marks follow every frame. */
  readonly printed: FigureData
  readonly onHover: (selection: Selection | null) => void
  readonly onPin: (selection: Selection) => void
  readonly onGate: (channel: number, gate: number, phase: 'start' | 'move') => void
}

export function Loom(props: LoomProps) {
  const {
    data,
    variant,
    palette,
    selection,
    pinned,
    term,
    lit,
    cover,
    edits,
    showCell,
    printed,
    onHover,
    onPin,
    onGate,
  } = props
  const { t, number } = useText()
  const { site, block } = data
  const [rows, columns] = mapSize(site)
  const map = useMemo(() => [rows, columns] as const, [rows, columns])
  const page = pageOf(variant, pinned.index.c)
  const layout = useMemo(
    () => loomLayout({ channels: site.channels, reduced: site.reduced, map }, variant, page),
    [site.channels, site.reduced, map, variant, page],
  )
  const dim = (row: RowId) =>
    `layer ${lit.includes(row) ? 'lit' : 'dim'}${cover.includes(row) ? ' covered' : ''}`
  const percent = (box: Box): React.CSSProperties => ({
    left: `${(box.x / layout.width) * 100}%`,
    top: `${(box.y / layout.height) * 100}%`,
    width: `${(box.width / layout.width) * 100}%`,
    height: `${(box.height / layout.height) * 100}%`,
  })
  const mapBox = (row: 'U' | 'out'): Box => ({
    x: layout.plate.x,
    y: layout.mapTop[row],
    width: layout.pitch * (layout.to - layout.from),
    height: layout.mapHeight,
  })
  const channels = layout.to - layout.from
  const roomForNumbers = layout.pitch >= 44 ? 1 : layout.pitch >= 30 ? 2 : 4
  const gateLabel = (c: number) => {
    const gate = printed.block?.s.data[c]
    if (gate === undefined || !Number.isFinite(gate)) return null
    return c === selection.index.c || (roomForNumbers === 1 && channels <= 16) ? number.gate(gate) : null
  }
  const { own, other, domains } = data
  // Where weights are not spoken of they are drawn as what they are: the same for every picture.
  const contributing = lit.includes(selection.stage === 'hidden' ? 'w1' : 'w2') ? selection.stage : 'U'
  const weights = useMemo(
    () => (block === null ? null : weightsShown(block, contributing)),
    [block, contributing],
  )
  return (
    <div
      className={`loom ${variant}`}
      style={
        { aspectRatio: `${layout.width} / ${layout.height}`, '--design': layout.width } as React.CSSProperties
      }
      onPointerLeave={() => onHover(null)}
    >
      <MapCanvas
        className={`${dim('U')} maps-U`}
        style={percent(mapBox('U'))}
        maps={data.U}
        from={layout.from}
        to={layout.to}
        domain={domains.U}
        palette={palette}
      />
      {block === null ? null : (
        <MapCanvas
          className={`${dim('out')} maps-out`}
          style={percent(mapBox('out'))}
          maps={data.out}
          from={layout.from}
          to={layout.to}
          domain={domains.U}
          palette={palette}
        />
      )}
      <svg viewBox={`0 0 ${layout.width} ${layout.height}`} aria-hidden='true'>
        <Threads layout={layout} selected={selection.index.c} toMaps={block !== null} />
        <g className={dim('U')}>
          <Names
            layout={layout}
            selected={selection.index.c}
            every={layout.pitch < 20 ? 4 : layout.pitch < 36 ? 2 : 1}
          />
          <MapFrames layout={layout} row='U' selected={selection.index.c} />
          <CellOutline layout={layout} row='U' selection={selection} map={map} always={showCell} />
        </g>
        {block === null || weights === null ? null : (
          <>
            <g className={dim('z')}>
              <Funnel layout={layout} selected={selection.index.c} />
              <Squeezed
                layout={layout}
                values={block.z.data}
                domain={domains.z}
                ghost={other?.z.data ?? null}
              />
            </g>
            <g className={dim('w1')}>
              <Weights
                layout={layout}
                which='w1'
                value={weights.w1}
                largest={weights.largest1}
                reduced={site.reduced}
                selectedHidden={selection.index.k}
                dead={weights.dead}
              />
            </g>
            <g className={dim('w2')}>
              <Weights
                layout={layout}
                which='w2'
                value={weights.w2}
                largest={weights.largest2}
                reduced={site.reduced}
                selectedHidden={selection.index.k}
                dead={weights.dead}
              />
            </g>
            <g className={dim('hidden')}>
              {layout.hinge.width > 0 ? (
                <Hinge
                  layout={layout}
                  reduced={site.reduced}
                  hidden={block.hidden.data}
                  largest={domains.hidden}
                  selected={selection.index.k}
                  label={(k) => number.short(printed.block?.hidden.data[k] ?? 0)}
                />
              ) : (
                <HiddenRow
                  layout={layout}
                  reduced={site.reduced}
                  hidden={block.hidden.data}
                  largest={domains.hidden}
                  selected={selection.index.k}
                  label={(k) =>
                    site.reduced <= 8 || k === selection.index.k
                      ? number.short(printed.block?.hidden.data[k] ?? 0)
                      : null
                  }
                />
              )}
            </g>
            <g className={dim('logits')}>
              <Logits
                layout={layout}
                values={block.logits.data}
                domain={domains.logits}
                ghost={other?.logits.data ?? null}
              />
            </g>
            <g className={dim('s')}>
              <Gates
                layout={layout}
                values={block.s.data}
                selected={selection.index.c}
                ghost={other?.s.data ?? null}
                edited={(c) => edits.gates[c] !== undefined}
                label={gateLabel}
              />
            </g>
            <g className={dim('out')}>
              <MapFrames layout={layout} row='out' selected={selection.index.c} />
              <CellOutline layout={layout} row='out' selection={selection} map={map} />
            </g>
          </>
        )}
        {term === null ? null : <TermMark layout={layout} term={term} map={map} />}
        <Rail
          layout={layout}
          data={data}
          lit={lit}
          largest={weights === null ? null : { w1: weights.largest1, w2: weights.largest2 }}
          contributing={contributing}
        />
      </svg>
      {block === null ? <p className='no-block soft'>{t('figure.noSe')}</p> : null}
      {(block === null ? (['U'] as const) : stageRows).map((stage) => (
        <RowSlider
          key={stage}
          stage={stage}
          style={percent(rowsOf[stage](layout))}
          layout={layout}
          map={map}
          reduced={site.reduced}
          pinned={pinned}
          block={block}
          U={data.U}
          own={own}
          covered={cover.includes(stage)}
          onHover={onHover}
          onPin={onPin}
          onGate={onGate}
        />
      ))}
    </div>
  )
}
