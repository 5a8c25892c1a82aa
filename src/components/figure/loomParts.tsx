/** Parts of the loom that know the selection: where sliders lie, outlines, weights as contributions. */
import type { StageRow } from '../../model/state/steps.ts'
import type { Selection } from '../../model/state/store.ts'
import type { Box, LoomLayout } from '../../viz/loom/layout.ts'
import { largestMagnitude } from '../../viz/loom/maps.ts'
import type { FigureData } from './figureData.ts'

/** The selected cell of a map. */
export function CellOutline(props: {
  layout: LoomLayout
  row: 'U' | 'out'
  selection: Selection
  map: readonly [number, number]
  /** Whatever stage is selected. */
  always?: boolean
}) {
  const { layout, row, selection, map, always = false } = props
  const { stage, index } = selection
  const channel = index.c
  if (!layout.isOpen(row) || (stage !== 'U' && stage !== 'out' && !always)) return null
  if (channel < layout.from || channel >= layout.to) return null
  const [height, width] = [layout.mapHeight / map[0], layout.mapSize / map[1]]
  return (
    <rect
      className='cell'
      x={layout.x(channel) - layout.mapSize / 2 + index.w * width}
      y={layout.mapTop[row] + index.h * height}
      width={width}
      height={height}
    />
  )
}

/** A ring round what a term of the formula strip stands for. */
export function TermMark(props: { layout: LoomLayout; term: Selection; map: readonly [number, number] }) {
  const { layout, term, map } = props
  const { stage } = term
  const { c: channel, k: hidden } = term.index
  if (channel < layout.from || channel >= layout.to || !layout.isOpen(stage)) return null
  if (stage === 'U' || stage === 'out') {
    return <CellOutline layout={layout} row={stage} selection={term} map={map} />
  }
  if (stage === 'hidden') return null
  const row = layout.rowsBox[stage]
  const y = stage === 'w1' ? layout.y1(hidden) : stage === 'w2' ? layout.y2(hidden) : row.y + row.height / 2
  const square = stage === 'w1' || stage === 'w2' ? layout.square[stage] : 0
  return <circle className='term-mark' cx={layout.x(channel)} cy={y} r={Math.max(square * 0.75, 7)} />
}

/** Whether the weights of a matrix are drawn as what they contribute to a sum. */
export interface Contributing {
  readonly w1: boolean
  readonly w2: boolean
}

/**
 * Weights, or what each one contributes: w·z in W₁, w·h in W₂ᵀ. The largest square stands for the largest of both
 * samples, so that those of one can be compared with those of the other.
 */
export function weightsShown(
  block: NonNullable<FigureData['block']>,
  contributing: Contributing,
  other: FigureData['other'] = null,
) {
  const reduced = block.hidden.data.length
  const channels = block.s.data.length
  const w1 = block.w1.data
  const w2 = block.w2.data
  type At = (c: number, k: number) => number
  const timesZ = (of: Pick<typeof block, 'z'>): At => {
    const z = contributing.w1 ? of.z.data : null
    return (c, k) => (w1[c * reduced + k] ?? 0) * (z === null ? 1 : (z[c] ?? 0))
  }
  const timesH = (of: Pick<typeof block, 'hidden'>): At => {
    const h = contributing.w2 ? of.hidden.data : null
    return (c, k) => (w2[k * channels + c] ?? 0) * (h === null ? 1 : (h[k] ?? 0))
  }
  const all = (at: At) =>
    Float32Array.from({ length: channels * reduced }, (_, i) => at(i % channels, Math.floor(i / channels)))
  const both = other === null ? [block] : [block, other]
  return {
    w1: timesZ(block),
    w2: timesH(block),
    largest: {
      w1: largestMagnitude(...both.map((of) => all(timesZ(of)))),
      w2: largestMagnitude(...both.map((of) => all(timesH(of)))),
    },
    dead: (k: number) => block.hidden.data[k] === 0,
  }
}

/** As a share of the figure, so that it lies right at every size. */
export function percentBox(layout: LoomLayout, box: Box): React.CSSProperties {
  return {
    left: `${(box.x / layout.width) * 100}%`,
    top: `${(box.y / layout.height) * 100}%`,
    width: `${(box.width / layout.width) * 100}%`,
    height: `${(box.height / layout.height) * 100}%`,
  }
}

/** Channels whose gates lie on different sides of ½ in the two samples. */
export function flippedGates(a: ArrayLike<number>, b: ArrayLike<number> | null): ReadonlySet<number> {
  const flipped = new Set<number>()
  if (b === null) return flipped
  for (let c = 0; c < a.length; c++) if ((a[c] ?? 0) >= 0.5 !== (b[c] ?? 0) >= 0.5) flipped.add(c)
  return flipped
}

/** Rows that can be selected: those that stand open. */
export function openStageRows(layout: LoomLayout, order: readonly StageRow[]): readonly StageRow[] {
  return order.filter((row) => layout.isOpen(row))
}
