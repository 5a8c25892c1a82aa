/** The numbers of the figure for one site and picture, ready to be drawn. */
import type { SeTrace } from '../../model/block/seBlock.ts'
import type { Site } from '../../model/networks/planTypes.ts'
import { type StageRow, stageRows } from '../../model/state/steps.ts'
import type { BlockView } from '../../model/state/view.ts'
import type { Nd } from '../../model/tensor.ts'
import { hasNegative, largestMagnitude, niceDomain } from '../../viz/loom/maps.ts'

export interface FigureData {
  readonly site: Site
  /** With the reader's interventions; null in a network without SE, where only U is drawn. */
  readonly block: SeTrace | null
  /** The network's own block, for "its own value". */
  readonly own: SeTrace | null
  /** Sample B. */
  readonly other: SeTrace | null
  readonly U: Nd
  readonly out: Nd
  /** Shared by the pictures that are compared, so that nothing is rescaled away. */
  readonly domains: Readonly<Record<StageRow, number>>
  /** Whether a map on show is below zero anywhere: none is behind a ReLU. */
  readonly signed: boolean
}

/**
 * What the maps' shades or heights stand for, in words: from the lowest to the highest value, and what marks
 * those below 0 where there are any.
 */
export function mapScale(
  data: Pick<FigureData, 'domains' | 'signed'>,
  short: (x: number) => string,
  hatch: string,
): string {
  const largest = short(data.domains.U)
  return data.signed ? `± ${largest}, ${hatch} < 0` : `0 … ${largest}`
}

export function figureData(site: Site, view: BlockView): FigureData | null {
  const here = view.trace.sites[site.id]
  const own = view.own.sites[site.id]
  if (here === undefined || own === undefined) return null
  const other = view.other?.sites[site.id]?.block ?? null
  const block = here.block
  const pair = (pick: (trace: SeTrace) => Nd) =>
    [block, own.block, other].flatMap((trace) => (trace === null ? [] : [pick(trace).data]))
  const otherU = view.other?.sites[site.id]?.U
  const out = block?.out ?? here.U
  const maps = niceDomain(largestMagnitude(own.U.data, ...(otherU === undefined ? [] : [otherU.data])))
  const domains = Object.fromEntries(
    stageRows.map((row) => [row, niceDomain(largestMagnitude(...pair((trace) => trace[row])))]),
  ) as Record<StageRow, number>
  return {
    site,
    block,
    own: own.block,
    other,
    U: here.U,
    out,
    domains: {
      ...domains,
      // What attenuates must not be scaled away: X̃ is drawn as U is.
      U: maps,
      out: maps,
    },
    signed: hasNegative(here.U.data, out.data),
  }
}
