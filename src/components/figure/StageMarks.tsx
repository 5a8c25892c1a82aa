/** The marks of one stage of the block: what stands in a row of the figure, below the row's slider. */
import { useMemo } from 'react'
import type { Mark } from '../../model/block/description.ts'
import type { Edits } from '../../model/state/edits.ts'
import type { StageRow } from '../../model/state/steps.ts'
import type { Selection } from '../../model/state/store.ts'
import { Funnel, MapFrames, Names } from '../../viz/loom/ChannelMarks.tsx'
import { HiddenUnits, Hinge, Weights } from '../../viz/loom/LayerMarks.tsx'
import type { LoomLayout } from '../../viz/loom/layout.ts'
import { Dots, Gates, type Ghost, Stems } from '../../viz/loom/ValueMarks.tsx'
import { useApp } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import type { FigureData } from './figureData.ts'
import { CellOutline, flippedGates, type weightsShown } from './loomParts.tsx'
import { useTweenedGates } from './useTweenedGates.ts'

/** What the marks of every stage are drawn from. */
export interface DrawnFrom {
  readonly data: FigureData
  /** What is explained now: hovered, else pinned. */
  readonly selection: Selection
  readonly edits: Edits
  /** The text speaks of the selected cell of U, whatever stage is selected. */
  readonly showCell: boolean
  /** Inks of the bars of samples A and B. */
  readonly inks: { readonly a: 0 | 1 | null; readonly b: 0 | 1 | null }
  /** Numbers change at most four times a second while training; marks follow every frame. */
  readonly printed: FigureData
}

/** One row drawn the way its description says. */
export function StageMarks(
  props: DrawnFrom & {
    row: StageRow
    mark: Mark
    layout: LoomLayout
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
      const named = room >= 130
      const value = (trace: typeof block | null, k: number) =>
        (named ? number.short : number.gate)(trace?.hidden.data[k] ?? 0)
      /** Each number in the ink of the bar that it is of. */
      const both = (name: string, k: number) => (
        <>
          {name}
          <tspan className={inks.a === null ? undefined : `bar-ink-${inks.a}`}>
            {value(printed.block, k)}
          </tspan>
          {' | '}
          <tspan className={inks.b === null ? undefined : `bar-ink-${inks.b}`}>
            {value(printed.other, k)}
          </tspan>
        </>
      )
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
              : room >= 76 && other !== null
                ? both(named ? `h${subscript(k)} ` : '', k)
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
function GateRow(props: DrawnFrom & { layout: LoomLayout; ghost: Ghost | null }) {
  const { layout, data, printed, selection, edits, ghost } = props
  const { number } = useText()
  const own = data.block?.s.data ?? noGates
  const plays = useApp((state) => state.engine.phase === 'running')
  // In the larger type of a projector the numbers would run together.
  const presents = useApp((state) => state.projector)
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
      // On a phone the number of the selected gate reaches over its neighbours.
      marked={(c) => layout.variant === 'phone' && layout.gateNumbers.height > 0 && flipped.has(c)}
      label={(c) => {
        if (layout.gateNumbers.height === 0) return null
        const gate = printed.block?.s.data[c]
        const printsAll = !presents && layout.pitch >= 44 && layout.to - layout.from <= 16
        const text =
          gate === undefined || !Number.isFinite(gate) || !(printsAll || c === channel)
            ? ''
            : number.gate(gate)
        const mark =
          flipped.has(c) && layout.variant !== 'phone' && (text === '' || layout.pitch >= 44) ? '↕' : ''
        return text === '' && mark === '' ? null : `${text}${mark}`
      }}
    />
  )
}

const noGates = new Float32Array(0)

function subscript(k: number): string {
  return [...String(k)].map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]).join('')
}
