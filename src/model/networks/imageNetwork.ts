/** The image network as a `LayersModel`: the plan, operation by operation; layers are named like the operations. */
import * as tf from '@tensorflow/tfjs-core'
import {
  initializers,
  type LayersModel,
  layers,
  model,
  input as modelInput,
  type SymbolicTensor,
} from '@tensorflow/tfjs-layers'
import { type Checks, holdOptions, optional } from '../checks.ts'
import { PadChannels } from '../layers/padChannels.ts'
import { SqueezeExcite } from '../layers/squeezeExcite.ts'
import { sizeOf } from '../tensor.ts'
import { type ImageNetworkConfig, type ImageNetworkOptions, imageNetworkDefaults } from './config.ts'
import { siteOf } from './forward.ts'
import { imageNetworkChecks, imageNetworkPlan } from './plan.ts'
import { BATCH_NORM_MOMENTUM } from './planBuilder.ts'
import type { NetworkPlan, Op, PackedWeights, WeightSpec } from './planTypes.ts'
import { checkSize, initialWeights } from './weights.ts'

const optionChecks: Checks<ImageNetworkOptions> = {
  ...(Object.fromEntries(
    Object.entries(imageNetworkChecks).map(([name, check]) => [name, optional(check)]),
  ) as Checks<ImageNetworkOptions>),
  inputShape: imageNetworkChecks.inputShape,
}

/**
 * A residual CNN with an SE block per stage; output: logits [n, classes], so train it with a loss from logits.
 * Its initial weights come from `seed` alone, any whole number, and are the same on every backend.
 * @throws RangeError if an option is unknown or none of its choices, or if they describe no network
 * @throws TypeError if the options are no object
 */
export function imageNetwork(options: ImageNetworkOptions): LayersModel {
  holdOptions(options, optionChecks)
  const told = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
  const config: ImageNetworkConfig = { ...imageNetworkDefaults, inputShape: options.inputShape, ...told }
  const plan = imageNetworkPlan(config)
  const symbols = new Map<string, SymbolicTensor>()
  const of = (id: string): SymbolicTensor => {
    const symbol = symbols.get(id)
    if (symbol === undefined) throw new RangeError(`the plan uses ${id} before it is computed`)
    return symbol
  }
  for (const op of plan.ops) symbols.set(op.id, applyOp(op, plan, config, of))
  const network = model({ inputs: of('input'), outputs: of('head'), name: 'imageNetwork' })
  setPacked(network, plan, initialWeights(plan, config.seed))
  return network
}

function applyOp(
  op: Op,
  plan: NetworkPlan,
  config: ImageNetworkConfig,
  of: (id: string) => SymbolicTensor,
): SymbolicTensor {
  const name = op.id
  // All weights are set right after; an initialiser that draws random numbers would only cost time.
  const kernelInitializer = initializers.zeros()
  switch (op.kind) {
    case 'input':
      return modelInput({ shape: [...config.inputShape], name })
    case 'conv':
      return single(
        layers.conv2d({
          name,
          filters: op.channels,
          kernelSize: [...op.kernel],
          padding: 'same',
          useBias: false,
          kernelInitializer,
        }),
        of(op.from),
      )
    case 'batchNorm':
      return single(
        layers.batchNormalization({ name, epsilon: op.epsilon, momentum: BATCH_NORM_MOMENTUM }),
        of(op.from),
      )
    case 'relu':
      return single(layers.reLU({ name }), of(op.from))
    case 'pool': {
      const args = { name, poolSize: op.size, strides: op.size, padding: 'valid' } as const
      return single(op.op === 'max' ? layers.maxPooling2d(args) : layers.averagePooling2d(args), of(op.from))
    }
    case 'padChannels':
      return single(new PadChannels({ name, channels: op.channels }), of(op.from))
    case 'squeezeExcite': {
      const { squeeze, gate, useBias } = siteOf(plan, op.site)
      return single(new SqueezeExcite({ name, ratio: config.ratio, squeeze, gate, useBias }), of(op.from))
    }
    case 'add':
      return layers.add({ name }).apply([of(op.from), of(op.other)]) as SymbolicTensor
    case 'globalMean':
      return single(layers.globalAveragePooling2d({ name }), of(op.from))
    case 'lstm':
    case 'dropout':
    case 'concat':
      throw new RangeError(`${op.kind} belongs to networks of series`)
    case 'dense':
      return single(layers.dense({ name, units: op.units, kernelInitializer }), of(op.from))
  }
}

function single(layer: layers.Layer, symbol: SymbolicTensor): SymbolicTensor {
  return layer.apply(symbol) as SymbolicTensor
}

/** Weights by the layer that owns them, in the layer's own order, which is the plan's. */
function weightsByLayer(plan: NetworkPlan): Map<string, WeightSpec[]> {
  const owners = new Map<string, WeightSpec[]>()
  for (const spec of plan.weights) {
    const owner = spec.name.slice(0, spec.name.lastIndexOf('/'))
    owners.set(owner, [...(owners.get(owner) ?? []), spec])
  }
  return owners
}

/** @throws RangeError if these are the weights of another network */
export function setPacked(network: LayersModel, plan: NetworkPlan, packed: PackedWeights): void {
  checkSize(plan, packed)
  for (const [owner, specs] of weightsByLayer(plan)) {
    tf.tidy(() => {
      const values = specs.map(({ offset, shape }) =>
        tf.tensor(packed.slice(offset, offset + sizeOf(shape)), [...shape]),
      )
      network.getLayer(owner).setWeights(values)
    })
  }
}

/** All weights in the order of the plan; one readback, which does not block. */
export async function getPacked(network: LayersModel, plan: NetworkPlan): Promise<PackedWeights> {
  const owners = [...weightsByLayer(plan)]
  // getWeights hands out the layers' own tensors: they are read here, never disposed of.
  const all = tf.tidy(() =>
    tf.concat1d(
      owners.flatMap(([owner]) =>
        network
          .getLayer(owner)
          .getWeights()
          .map((tensor) => tf.reshape(tensor, [tensor.size]) as tf.Tensor1D),
      ),
    ),
  )
  try {
    const values = (await all.data()) as Float32Array
    const packed = new Float32Array(plan.size)
    let at = 0
    for (const { offset, shape } of owners.flatMap(([, specs]) => specs)) {
      packed.set(values.subarray(at, at + sizeOf(shape)), offset)
      at += sizeOf(shape)
    }
    return packed
  } finally {
    all.dispose()
  }
}
