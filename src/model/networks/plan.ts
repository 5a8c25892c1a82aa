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
import { gateNames, squeezeOps } from '../block/options.ts'
import { anySeed, type Checks, holdOption, listOf, oneOf, refusal, whole, yesOrNo } from '../checks.ts'
import { type ImageNetworkConfig, placements } from './config.ts'
import {
  type At,
  batchNorm,
  conv,
  dense,
  globalMean,
  newPlanBuilder,
  type PlanBuilder,
  relu,
  squeezeExcite,
} from './planBuilder.ts'
import type { NetworkPlan, OpId, Site } from './planTypes.ts'

/** Batch normalisation follows, so a bias would be taken off again. */
const plainConv = { bias: false, initializer: 'heNormal' } as const
const kernel = [3, 3] as const

/** @throws RangeError if the configuration describes no network */
export function imageNetworkPlan(config: ImageNetworkConfig): NetworkPlan {
  checkConfig(config)
  const builder = newPlanBuilder()
  const [height, width, channels] = config.inputShape
  let at: At = stem(builder, { id: 'input', spatial: [height, width], channels }, stemChannels(config))
  for (const [index, filters] of config.filters.entries()) {
    const stage = index + 1
    if (index > 0) at = pool(builder, `stage${stage}/pool`, at)
    at = residualUnit(builder, config, stage, at, filters)
  }
  head(builder, at, config.classes)
  return builder
}

function stemChannels(config: ImageNetworkConfig): number {
  return Math.max(1, Math.floor((config.filters[0] ?? 1) / 2))
}

export const imageNetworkChecks: Checks<ImageNetworkConfig> = {
  inputShape: listOf(whole(1), 'three whole numbers from 1: height, width and channels', 3),
  classes: whole(1),
  filters: listOf(whole(1), 'a list of whole numbers from 1, one for each stage'),
  ratio: whole(1),
  squeezeExcite: yesOrNo,
  place: oneOf(placements),
  squeeze: oneOf(squeezeOps),
  gate: oneOf(gateNames),
  useBias: yesOrNo,
  seed: anySeed,
}

function checkConfig(config: ImageNetworkConfig): void {
  for (const [name, check] of Object.entries(imageNetworkChecks)) {
    holdOption(name, config[name as keyof ImageNetworkConfig], check)
  }
  const { inputShape, filters } = config
  if (filters.some((n, i) => n < (filters[i - 1] ?? 0)))
    throw new RangeError(refusal('filters', filters, 'no fewer channels than in the stage before'))
  const least = 2 ** filters.length
  if (Math.min(inputShape[0], inputShape[1]) < least)
    throw new RangeError(
      refusal('inputShape', inputShape, `at least ${least}×${least} pixels for ${filters.length} stages`),
    )
}

function stem(builder: PlanBuilder, at: At, channels: number): At {
  return relu(
    builder,
    'stem/relu',
    batchNorm(
      builder,
      'stem/bn',
      pool(builder, 'stem/pool', conv(builder, 'stem/conv', at, channels, kernel, plainConv)),
    ),
  )
}

/** Hu et al., Figure 5: the four places of the SE block in a residual unit. */
function residualUnit(
  builder: PlanBuilder,
  config: ImageNetworkConfig,
  stage: number,
  x: At,
  channels: number,
): At {
  const name = (part: string) => `stage${stage}/${part}`
  const { place } = config
  const se = (u: At, transform: Site['transform']) =>
    squeezeExcite(builder, config, stage, place, u, transform)

  const entry = place === 'pre' ? se(x, lastTransform(builder, x.id)) : x
  const a = relu(
    builder,
    name('relu1'),
    batchNorm(builder, name('bn1'), conv(builder, name('conv1'), entry, channels, kernel, plainConv)),
  )
  const r = batchNorm(builder, name('bn2'), conv(builder, name('conv2'), a, channels, kernel, plainConv))
  const made = { x: a.id, conv: name('conv2') }

  const branch = place === 'standard' ? se(r, { ...made, then: [r.id] }) : r
  const own = place === 'identity' ? se(x, lastTransform(builder, x.id)) : x
  const shortcut = own.channels === channels ? own : padChannels(builder, name('shortcut'), own, channels)
  builder.ops.push({ id: name('add'), kind: 'add', from: branch.id, other: shortcut.id })
  const sum = relu(builder, name('relu2'), { ...branch, id: name('add') })
  return place === 'post' ? se(sum, { ...made, then: [r.id, name('add'), sum.id] }) : sum
}

/** The chain convolution → … → `id`, if nothing but single-input operations stands between. */
function lastTransform(builder: PlanBuilder, id: OpId): Site['transform'] {
  const then: OpId[] = []
  for (let op = builder.ops.find((o) => o.id === id); op !== undefined; ) {
    if (op.kind === 'conv') return { x: op.from, conv: op.id, then }
    if (op.kind !== 'batchNorm' && op.kind !== 'relu' && op.kind !== 'pool') return null
    then.unshift(op.id)
    const from = op.from
    op = builder.ops.find((o) => o.id === from)
  }
  return null
}

function pool(builder: PlanBuilder, id: OpId, at: At): At {
  builder.ops.push({ id, kind: 'pool', from: at.id, op: 'max', size: 2 })
  return { ...at, id, spatial: at.spatial.map((length) => Math.floor(length / 2)) }
}

function padChannels(builder: PlanBuilder, id: OpId, at: At, channels: number): At {
  builder.ops.push({ id, kind: 'padChannels', from: at.id, channels })
  return { ...at, id, channels }
}

function head(builder: PlanBuilder, at: At, classes: number): void {
  dense(builder, 'head', globalMean(builder, 'head/mean', at), classes, 'heNormal')
}
