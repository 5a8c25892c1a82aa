/** Networks to compare the two computations on; used in Node and in the browser. */
import * as tf from '@tensorflow/tfjs-core'
import { normal, seededState, uniform } from '../../../src/model/data/rng.ts'
import {
  type ImageNetworkConfig,
  imageNetworkConfig,
  type Placement,
} from '../../../src/model/networks/config.ts'
import { forwardNetwork } from '../../../src/model/networks/forward.ts'
import { imageNetwork, setPacked } from '../../../src/model/networks/imageNetwork.ts'
import { imageNetworkPlan } from '../../../src/model/networks/plan.ts'
import type { NetworkPlan, PackedWeights } from '../../../src/model/networks/planTypes.ts'
import { initialWeights } from '../../../src/model/networks/weights.ts'
import { type Nd, nd, sizeOf } from '../../../src/model/tensor.ts'

const placements: readonly Placement[] = ['standard', 'pre', 'post', 'identity']

export const networkCases: readonly (readonly [string, ImageNetworkConfig])[] = [
  ...placements.map((place) => [`inks, ${place}`, imageNetworkConfig('inks', { place })] as const),
  ['inks without SE', imageNetworkConfig('inks', { squeezeExcite: false })],
  ['digits', imageNetworkConfig('digits')],
  [
    'max, hard sigmoid, no bias',
    imageNetworkConfig('digits', { squeeze: 'max', gate: 'hardSigmoid', useBias: false }),
  ],
  ['softmax, r greater than C', imageNetworkConfig('digits', { gate: 'softmax', ratio: 64 })],
  [
    'odd maps, three stages',
    imageNetworkConfig('digits', { inputShape: [21, 17, 3], filters: [5, 5, 9], classes: 4, ratio: 2 }),
  ],
]

/** Initial weights in which nothing is 0 or 1 by rule: statistics, γ, β and biases are drawn as well. */
export function drawnWeights(plan: NetworkPlan, seed: number): PackedWeights {
  const packed = initialWeights(plan, seed)
  const random = seededState(seed, 99)
  for (const { name, shape, offset } of plan.weights) {
    if (shape.length > 1) continue
    const positive = name.endsWith('/gamma') || name.endsWith('/variance')
    for (let i = 0; i < sizeOf(shape); i++) {
      packed[offset + i] = positive ? 0.5 + uniform(random) : 0.3 * normal(random)
    }
  }
  return packed
}

export function drawnPicture([height, width, channels]: ImageNetworkConfig['inputShape'], seed: number): Nd {
  const random = seededState(seed, 98)
  const data = Float32Array.from({ length: height * width * channels }, () =>
    Math.max(0, uniform(random) - 0.5),
  )
  return nd(['h', 'w', 'c'], [height, width, channels], data)
}

/** Logits of two pictures by the current backend of TensorFlow.js and by the reference. */
export async function bothLogits(
  config: ImageNetworkConfig,
): Promise<{ tfjs: Float32Array; reference: number[] }> {
  const plan = imageNetworkPlan(config)
  const packed = drawnWeights(plan, 7)
  const pictures = [drawnPicture(config.inputShape, 1), drawnPicture(config.inputShape, 2)]
  const reference = pictures.flatMap((picture) => [...forwardNetwork(plan, packed, picture).logits.data])
  const network = imageNetwork(config)
  setPacked(network, plan, packed)
  const x = tf.stack(pictures.map(({ data, shape }) => tf.tensor(data, [...shape])))
  const logits = network.predict(x) as tf.Tensor
  const tfjs = (await logits.data()) as Float32Array
  tf.dispose([x, logits])
  network.dispose()
  return { tfjs, reference }
}
