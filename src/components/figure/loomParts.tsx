/** Parts of the loom that know the selection: where sliders lie, outlines, weights as contributions. */

import type { StageRow } from '../../model/state/steps.ts'
import type { Selection } from '../../model/state/store.ts'
import type { Box, LoomLayout } from '../../viz/loom/layout.ts'
import { largestMagnitude } from '../../viz/loom/maps.ts'
import type { FigureData } from './figureData.ts'

/** Rows of the plate that a stage's slider covers. */
export const rowsOf: Readonly<Record<StageRow, (layout: LoomLayout) => Box>> = {
  U: (layout) => join(layout.rowsBox.names, layout.rowsBox.U),
  z: (layout) => join(layout.rowsBox.funnel, layout.rowsBox.z),
  w1: (layout) => layout.rowsBox.w1,
  hidden: (layout) => (layout.hinge.width > 0 ? layout.hinge : between(layout.rowsBox.w1, layout.rowsBox.w2)),
  w2: (layout) => layout.rowsBox.w2,
  logits: (layout) => layout.rowsBox.logits,
  s: (layout) => join(layout.rowsBox.s, layout.rowsBox.gateNumbers),
  out: (layout) => layout.rowsBox.out,
}

function join(a: Box, b: Box): Box {
  return { x: a.x, y: a.y, width: a.width, height: b.y + b.height - a.y }
}

function between(above: Box, below: Box): Box {
  const y = above.y + above.height
  return { x: above.x, y, width: above.width, height: below.y - y }
}

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
  if (stage !== 'U' && stage !== 'out' && !always) return null
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
  if (channel < layout.from || channel >= layout.to) return null
  if (stage === 'U' || stage === 'out') {
    return <CellOutline layout={layout} row={stage} selection={term} map={map} />
  }
  if (stage === 'hidden') {
    return layout.hinge.width === 0 ? null : (
      <circle className='term-mark' cx={layout.hinge.x + 4} cy={layout.y1(hidden)} r={5} />
    )
  }
  const row = layout.rowsBox[stage]
  const y = stage === 'w1' ? layout.y1(hidden) : stage === 'w2' ? layout.y2(hidden) : row.y + row.height / 2
  return <circle className='term-mark' cx={layout.x(channel)} cy={y} r={Math.max(layout.square * 0.75, 7)} />
}

/** Weights; where a sum is selected, what each one contributes to it: w·z in W₁, w·h in W₂ᵀ. */
export function weightsShown(block: NonNullable<FigureData['block']>, stage: StageRow) {
  const reduced = block.hidden.data.length
  const channels = block.s.data.length
  const w1 = block.w1.data
  const w2 = block.w2.data
  const z = stage === 'hidden' ? block.z.data : null
  const h = stage === 'logits' || stage === 's' ? block.hidden.data : null
  const at1 = (c: number, k: number) => (w1[c * reduced + k] ?? 0) * (z === null ? 1 : (z[c] ?? 0))
  const at2 = (c: number, k: number) => (w2[k * channels + c] ?? 0) * (h === null ? 1 : (h[k] ?? 0))
  const all = (at: (c: number, k: number) => number) =>
    largestMagnitude(
      Float32Array.from({ length: channels * reduced }, (_, i) => at(i % channels, Math.floor(i / channels))),
    )
  return {
    w1: at1,
    w2: at2,
    largest1: all(at1),
    largest2: all(at2),
    dead: (k: number) => block.hidden.data[k] === 0,
  }
}
