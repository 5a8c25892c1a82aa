/**
 * MLSTM-FCN as a list of operations (Karim, Majumdar, Darabi, Harford 2018; reference code titu1994/MLSTM-FCN).
 *
 * LSTM branch: [dimension shuffle] → masking → LSTM → dropout
 * convolution branch: (conv → BN → ReLU → SE) → (conv → BN → ReLU → SE) → conv → BN → ReLU → mean over time
 * head: [LSTM, convolution] → dense; the softmax belongs to the loss.
 *
 * No SE after the third convolution. Without SE it is LSTM-FCN, without the LSTM branch its convolution branch alone.
 */
import { whole } from '../checks.ts'
import type { SeriesNetworkConfig } from './config.ts'
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
  weight,
} from './planBuilder.ts'
import type { NetworkPlan } from './planTypes.ts'

/** SE blocks stand after so many of the convolutions. */
const blocksWithSe = 2

/** @throws RangeError if the configuration describes no network */
export function seriesNetworkPlan(config: SeriesNetworkConfig): NetworkPlan {
  checkConfig(config)
  const builder = newPlanBuilder()
  const [length, variables] = config.inputShape
  const input: At = { id: 'input', spatial: [length], channels: variables }
  const recurrent = config.lstm ? lstm(builder, config, input) : null
  let at = input
  for (const [index, filters] of config.filters.entries()) {
    at = block(builder, config, index + 1, at, filters, config.kernels[index] ?? 1)
  }
  const pooled = globalMean(builder, 'head/mean', at)
  dense(
    builder,
    'head',
    recurrent === null ? pooled : concat(builder, recurrent, pooled),
    config.classes,
    'glorotUniform',
  )
  return builder
}

function checkConfig({
  inputShape,
  classes,
  filters,
  kernels,
  ratio,
  lstmUnits,
  dropout,
}: SeriesNetworkConfig): void {
  for (const n of [...inputShape, classes, ...filters, ...kernels, ratio, lstmUnits]) {
    if (!whole(1).fits(n)) throw new RangeError(`a network needs whole numbers of at least 1, got ${n}`)
  }
  if (filters.length <= blocksWithSe || filters.length !== kernels.length) {
    throw new RangeError(
      `a network needs as many kernels as filters, more than ${blocksWithSe}; got ${kernels.length} and ${filters.length}`,
    )
  }
  if (!(dropout >= 0 && dropout < 1))
    throw new RangeError(`a drop rate from 0 to below 1 is needed, got ${dropout}`)
}

function block(
  builder: PlanBuilder,
  config: SeriesNetworkConfig,
  number: number,
  x: At,
  channels: number,
  kernel: number,
): At {
  const name = (part: string) => `block${number}/${part}`
  const v = conv(builder, name('conv'), x, channels, [kernel], { bias: true, initializer: 'heUniform' })
  const normal = batchNorm(builder, name('bn'), v)
  const u = relu(builder, name('relu'), normal)
  if (number > blocksWithSe) return u
  return squeezeExcite(builder, config, number, 'plain', u, { x: x.id, conv: v.id, then: [normal.id, u.id] })
}

/** Weights in Keras' orientation and order of gates: i, f, c, o. */
function lstm(builder: PlanBuilder, config: SeriesNetworkConfig, input: At): At {
  const { lstmUnits: units, shuffle, recurrentActivation, dropout } = config
  const [length = 0] = input.spatial
  const features = shuffle ? length : input.channels
  weight(builder, 'lstm/kernel', ['i', 'g'], [features, 4 * units], 'glorotUniform')
  weight(builder, 'lstm/recurrent', ['u', 'g'], [units, 4 * units], 'orthogonal')
  weight(builder, 'lstm/bias', ['g'], [4 * units], 'lstmBias')
  builder.ops.push({ id: 'lstm', kind: 'lstm', from: input.id, units, shuffle, recurrentActivation })
  builder.ops.push({ id: 'lstm/dropout', kind: 'dropout', from: 'lstm', rate: dropout })
  return { id: 'lstm/dropout', spatial: [], channels: units }
}

function concat(builder: PlanBuilder, first: At, second: At): At {
  builder.ops.push({ id: 'head/concat', kind: 'concat', from: first.id, other: second.id })
  return { id: 'head/concat', spatial: [], channels: first.channels + second.channels }
}
