/** The block of a site, described: for computing, training, drawing and explaining it alike. */
import type { GateName, SqueezeOp } from '../block/options.ts'
import { type SeDescription, seBlock } from '../block/seBlock.ts'
import type { Axis } from '../tensor.ts'
import type { Site } from './planTypes.ts'

/** What a reader may change in the description of a trained block; null or absent: as it was trained. */
export interface BlockChanges {
  readonly gate?: GateName | null
  readonly squeeze?: SqueezeOp | null
  readonly dropRelu?: boolean
  readonly dropBias?: boolean
}

/** @param spatial names of U's spatial axes: h, w of pictures, t of series */
export function blockOf(
  site: Pick<Site, 'squeeze' | 'gate' | 'useBias'>,
  spatial: readonly Axis[],
  { gate, squeeze, dropRelu = false, dropBias = false }: BlockChanges = {},
): SeDescription {
  return seBlock({
    spatial,
    squeeze: squeeze ?? site.squeeze,
    gate: gate ?? site.gate,
    useBias: site.useBias && !dropBias,
    dropRelu,
  })
}
