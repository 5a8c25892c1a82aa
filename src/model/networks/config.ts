/** What an image network is made of, as plain data: no tfjs, safe on the main thread. */

import type { GateName, SqueezeOp } from '../block/options.ts'

export { reducedChannels } from '../block/options.ts'
export type { GateName, SqueezeOp }

/** Where the SE block stands in the residual unit: paper, Figure 5 and Table 14. */
export type Placement = 'standard' | 'pre' | 'post' | 'identity'

export interface ImageNetworkConfig {
  /** [height, width, channels] */
  readonly inputShape: readonly [number, number, number]
  readonly classes: number
  /** Output channels of each residual stage; every stage after the first halves the map. */
  readonly filters: readonly number[]
  /** r: the hidden layer has max(1, floor(C / r)) units. */
  readonly ratio: number
  readonly squeezeExcite: boolean
  readonly place: Placement
  readonly squeeze: SqueezeOp
  readonly gate: GateName
  /** Biases in the two fully connected layers of the SE block. */
  readonly useBias: boolean
  /** Seed of the initial weights. */
  readonly seed: number
}

/** The two networks that are trained here on pictures. */
export type ImageNetId = 'inks' | 'digits'

export const imageNetworkDefaults = {
  classes: 10,
  filters: [16, 32],
  ratio: 4,
  squeezeExcite: true,
  place: 'standard',
  squeeze: 'mean',
  gate: 'sigmoid',
  useBias: true,
  seed: 1,
} as const satisfies Omit<ImageNetworkConfig, 'inputShape'>

export function imageNetworkConfig(
  net: ImageNetId,
  changes: Partial<ImageNetworkConfig> = {},
): ImageNetworkConfig {
  return { ...imageNetworkDefaults, inputShape: net === 'inks' ? [28, 28, 2] : [28, 28, 1], ...changes }
}

/** `inputShape` is needed, everything else has a default. */
export type ImageNetworkOptions = Pick<ImageNetworkConfig, 'inputShape'> & Partial<ImageNetworkConfig>
