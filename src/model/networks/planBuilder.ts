/** How plans are written: operations one after the other, each with the weights it needs. */

import { parametersOf } from '../block/description.ts'
import { sizeAlong } from '../block/loops.ts'
import { type GateName, reducedChannels, type SqueezeOp } from '../block/options.ts'
import { spatialAxes } from '../block/seBlock.ts'
import type { Axis } from '../tensor.ts'
import { sizeOf } from '../tensor.ts'
import type { Initializer, NetworkPlan, Op, OpId, Site, WeightSpec } from './planTypes.ts'
import { blockOf } from './siteBlock.ts'

export const BATCH_NORM_EPSILON = 1e-3
/** Running statistics: new = momentum · old + (1 − momentum) · batch. Keras' 0.99 lags too far behind here. */
export const BATCH_NORM_MOMENTUM = 0.9

/** Operations and weights gathered so far, and the place where the next operation goes. */
export interface PlanBuilder extends NetworkPlan {
  readonly ops: Op[]
  readonly sites: Site[]
  readonly weights: WeightSpec[]
  size: number
}

/** Where the data stand: the operation that made them, the lengths of their spatial axes, and their channels. */
export interface At {
  readonly id: OpId
  readonly spatial: readonly number[]
  readonly channels: number
}

export function newPlanBuilder(): PlanBuilder {
  return { ops: [{ id: 'input', kind: 'input' }], sites: [], weights: [], size: 0 }
}

/** What a site needs to know of a configuration. */
interface BlockConfig {
  readonly ratio: number
  readonly squeezeExcite: boolean
  readonly squeeze: SqueezeOp
  readonly gate: GateName
  readonly useBias: boolean
}

/** Adds the site, and the block itself unless the network is built without SE. */
export function squeezeExcite(
  builder: PlanBuilder,
  config: BlockConfig,
  number: number,
  place: Site['place'],
  u: At,
  transform: Site['transform'],
): At {
  const { ratio, useBias, squeeze, gate } = config
  const id = `site${number}`
  const { channels, spatial } = u
  const reduced = reducedChannels(channels, ratio)
  const site: Site = { id, place, channels, reduced, spatial, squeeze, gate, useBias, u: u.id, transform }
  builder.sites.push(site)
  if (!config.squeezeExcite) return u
  const sizes = { c: channels, k: reduced }
  for (const { id: name, axes } of parametersOf(blockOf(site, spatialAxes(spatial.length)))) {
    const shape = axes.map((axis) => sizeAlong(sizes, axis))
    weight(builder, `${id}/${name}`, axes, shape, axes.length === 1 ? 'zeros' : 'heNormal')
  }
  builder.ops.push({ id, kind: 'squeezeExcite', from: u.id, site: id })
  return { ...u, id }
}

/** Kernel offsets along the last spatial axes: series have x alone. */
const offsetAxes: readonly Axis[] = ['y', 'x']

/** @param kernel its lengths, one for each spatial axis */
export function conv(
  builder: PlanBuilder,
  id: OpId,
  at: At,
  channels: number,
  kernel: readonly number[],
  { bias, initializer }: { readonly bias: boolean; readonly initializer: Initializer },
): At {
  const axes: readonly Axis[] = [...offsetAxes.slice(-kernel.length), 'i', 'c']
  weight(builder, `${id}/kernel`, axes, [...kernel, at.channels, channels], initializer)
  if (bias) weight(builder, `${id}/bias`, ['c'], [channels], 'zeros')
  builder.ops.push({ id, kind: 'conv', from: at.id, kernel, channels, bias })
  return { ...at, id, channels }
}

export function batchNorm(builder: PlanBuilder, id: OpId, at: At): At {
  weight(builder, `${id}/gamma`, ['c'], [at.channels], 'ones')
  weight(builder, `${id}/beta`, ['c'], [at.channels], 'zeros')
  weight(builder, `${id}/mean`, ['c'], [at.channels], 'zeros', false)
  weight(builder, `${id}/variance`, ['c'], [at.channels], 'ones', false)
  builder.ops.push({ id, kind: 'batchNorm', from: at.id, epsilon: BATCH_NORM_EPSILON })
  return { ...at, id }
}

export function relu(builder: PlanBuilder, id: OpId, at: At): At {
  builder.ops.push({ id, kind: 'relu', from: at.id })
  return { ...at, id }
}

/** Mean over the map. */
export function globalMean(builder: PlanBuilder, id: OpId, at: At): At {
  builder.ops.push({ id, kind: 'globalMean', from: at.id })
  return { id, spatial: [], channels: at.channels }
}

/** The last operation: logits. */
export function dense(builder: PlanBuilder, id: OpId, at: At, units: number, initializer: Initializer): void {
  weight(builder, `${id}/kernel`, ['c', 'o'], [at.channels, units], initializer)
  weight(builder, `${id}/bias`, ['o'], [units], 'zeros')
  builder.ops.push({ id, kind: 'dense', from: at.id, units })
}

export function weight(
  builder: PlanBuilder,
  name: string,
  axes: readonly Axis[],
  shape: readonly number[],
  initializer: Initializer,
  trainable = true,
): void {
  builder.weights.push({ name, axes, shape, offset: builder.size, trainable, initializer })
  builder.size += sizeOf(shape)
}
