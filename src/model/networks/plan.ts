/**
 * The residual image network as a list of operations.
 *
 * stem: conv 3×3 → max-pool 2 → BN → ReLU (half the first stage's channels)
 * stage i: [pool 2 if i > 1] → unit(conv → BN → ReLU → conv → BN, SE, shortcut, ReLU)
 * head: mean over the map → dense
 *
 * The SE block stands in the unit as in Hu et al., Figure 5 (`standard` is their SE block).
 * Convolutions have no bias, since batch normalisation follows. The shortcut gains channels by
 * zeros (He et al. 2016, option A), so it has no weights. Max pooling before BN needs a quarter
 * of the arithmetic; ReLU commutes with it.
 */
import type { Axis } from '../tensor.ts'
import { sizeOf } from '../tensor.ts'
import { type ImageNetworkConfig, reducedChannels } from './config.ts'
import type { NetworkPlan, Op, OpId, Site, WeightSpec } from './planTypes.ts'

export const BATCH_NORM_EPSILON = 1e-3
/** Running statistics: new = momentum · old + (1 − momentum) · batch. Keras' 0.99 lags too far behind here. */
export const BATCH_NORM_MOMENTUM = 0.9

/** Operations and weights gathered so far, and the place where the next operation goes. */
interface Draft {
  readonly ops: Op[]
  readonly sites: Site[]
  readonly weights: WeightSpec[]
  size: number
}

/** Where the picture stands: the operation that made it, its map and its channels. */
interface At {
  readonly id: OpId
  readonly spatial: readonly [number, number]
  readonly channels: number
}

/** @throws RangeError if the configuration describes no network */
export function imageNetworkPlan(config: ImageNetworkConfig): NetworkPlan {
  checkConfig(config)
  const draft: Draft = { ops: [], sites: [], weights: [], size: 0 }
  const [height, width, channels] = config.inputShape
  draft.ops.push({ id: 'input', kind: 'input' })
  let at: At = stem(draft, { id: 'input', spatial: [height, width], channels }, stemChannels(config))
  for (const [index, filters] of config.filters.entries()) {
    const stage = index + 1
    if (index > 0) at = pool(draft, `stage${stage}/pool`, at)
    at = residualUnit(draft, config, stage, at, filters)
  }
  head(draft, at, config.classes)
  return draft
}

function stemChannels(config: ImageNetworkConfig): number {
  return Math.max(1, Math.floor((config.filters[0] ?? 1) / 2))
}

function checkConfig({ inputShape, classes, filters, ratio }: ImageNetworkConfig): void {
  for (const n of [...inputShape, classes, ...filters, ratio]) {
    if (!Number.isInteger(n) || n < 1)
      throw new RangeError(`a network needs whole numbers of at least 1, got ${n}`)
  }
  if (filters.length === 0) throw new RangeError('a network needs at least one stage')
  if (filters.some((n, i) => n < (filters[i - 1] ?? 0))) throw new RangeError('a stage cannot lose channels')
  const least = 2 ** filters.length
  const smallest = Math.min(inputShape[0], inputShape[1])
  if (smallest < least)
    throw new RangeError(`pictures of ${smallest} pixels are too small for ${filters.length} stages`)
}

function stem(draft: Draft, at: At, channels: number): At {
  return relu(
    draft,
    'stem/relu',
    batchNorm(draft, 'stem/bn', pool(draft, 'stem/pool', conv(draft, 'stem/conv', at, channels))),
  )
}

/** Hu et al., Figure 5: the four places of the SE block in a residual unit. */
function residualUnit(draft: Draft, config: ImageNetworkConfig, stage: number, x: At, channels: number): At {
  const name = (part: string) => `stage${stage}/${part}`
  const { place } = config
  const se = (u: At, transform: Site['transform']) => squeezeExcite(draft, config, stage, u, transform)

  const entry = place === 'pre' ? se(x, lastTransform(draft, x.id)) : x
  const a = relu(
    draft,
    name('relu1'),
    batchNorm(draft, name('bn1'), conv(draft, name('conv1'), entry, channels)),
  )
  const r = batchNorm(draft, name('bn2'), conv(draft, name('conv2'), a, channels))
  const made = { x: a.id, conv: name('conv2') }

  const branch = place === 'standard' ? se(r, { ...made, then: [r.id] }) : r
  const own = place === 'identity' ? se(x, lastTransform(draft, x.id)) : x
  const shortcut = own.channels === channels ? own : padChannels(draft, name('shortcut'), own, channels)
  draft.ops.push({ id: name('add'), kind: 'add', from: branch.id, other: shortcut.id })
  const sum = relu(draft, name('relu2'), { ...branch, id: name('add') })
  return place === 'post' ? se(sum, { ...made, then: [r.id, name('add'), sum.id] }) : sum
}

/** The chain convolution → … → `id`, if nothing but single-input operations stands between. */
function lastTransform(draft: Draft, id: OpId): Site['transform'] {
  const then: OpId[] = []
  for (let op = draft.ops.find((o) => o.id === id); op !== undefined; ) {
    if (op.kind === 'conv') return { x: op.from, conv: op.id, then }
    if (op.kind !== 'batchNorm' && op.kind !== 'relu' && op.kind !== 'pool') return null
    then.unshift(op.id)
    const from = op.from
    op = draft.ops.find((o) => o.id === from)
  }
  return null
}

/** Adds the site, and the block itself unless the network is built without SE. */
function squeezeExcite(
  draft: Draft,
  config: ImageNetworkConfig,
  stage: number,
  u: At,
  transform: Site['transform'],
): At {
  const { ratio, useBias, squeeze, gate, place } = config
  const site = `site${stage}`
  const reduced = reducedChannels(u.channels, ratio)
  draft.sites.push({
    id: site,
    place,
    channels: u.channels,
    reduced,
    spatial: u.spatial,
    squeeze,
    gate,
    useBias,
    u: u.id,
    transform,
  })
  if (!config.squeezeExcite) return u
  weight(draft, `${site}/w1`, ['c', 'k'], [u.channels, reduced])
  if (useBias) weight(draft, `${site}/b1`, ['k'], [reduced])
  weight(draft, `${site}/w2`, ['k', 'c'], [reduced, u.channels])
  if (useBias) weight(draft, `${site}/b2`, ['c'], [u.channels])
  draft.ops.push({ id: site, kind: 'squeezeExcite', from: u.id, site })
  return { ...u, id: site }
}

function conv(draft: Draft, id: OpId, at: At, channels: number): At {
  weight(draft, `${id}/kernel`, ['y', 'x', 'i', 'c'], [3, 3, at.channels, channels])
  draft.ops.push({ id, kind: 'conv', from: at.id, kernel: 3, channels })
  return { ...at, id, channels }
}

function batchNorm(draft: Draft, id: OpId, at: At): At {
  for (const part of ['gamma', 'beta']) weight(draft, `${id}/${part}`, ['c'], [at.channels])
  for (const part of ['mean', 'variance']) weight(draft, `${id}/${part}`, ['c'], [at.channels], false)
  draft.ops.push({ id, kind: 'batchNorm', from: at.id, epsilon: BATCH_NORM_EPSILON })
  return { ...at, id }
}

function relu(draft: Draft, id: OpId, at: At): At {
  draft.ops.push({ id, kind: 'relu', from: at.id })
  return { ...at, id }
}

function pool(draft: Draft, id: OpId, at: At): At {
  draft.ops.push({ id, kind: 'pool', from: at.id, op: 'max', size: 2 })
  return { ...at, id, spatial: [Math.floor(at.spatial[0] / 2), Math.floor(at.spatial[1] / 2)] }
}

function padChannels(draft: Draft, id: OpId, at: At, channels: number): At {
  draft.ops.push({ id, kind: 'padChannels', from: at.id, channels })
  return { ...at, id, channels }
}

function head(draft: Draft, at: At, classes: number): void {
  draft.ops.push({ id: 'head/mean', kind: 'globalMean', from: at.id })
  weight(draft, 'head/kernel', ['c', 'o'], [at.channels, classes])
  weight(draft, 'head/bias', ['o'], [classes])
  draft.ops.push({ id: 'head', kind: 'dense', from: 'head/mean', units: classes })
}

function weight(
  draft: Draft,
  name: string,
  axes: readonly Axis[],
  shape: readonly number[],
  trainable = true,
): void {
  draft.weights.push({ name, axes, shape, offset: draft.size, trainable })
  draft.size += sizeOf(shape)
}
