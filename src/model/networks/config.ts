/** What a network is made of, as plain data: no tfjs, safe on the main thread. */

import type { GateName, SqueezeOp } from '../block/options.ts'

/** Where the SE block stands in the residual unit: paper, Figure 5 and Table 14. */
export const placements = ['standard', 'pre', 'post', 'identity'] as const
export type Placement = (typeof placements)[number]

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

/** Keras' `hard_sigmoid`, clip(0.2 x + 0.5, 0, 1), as TensorFlow 1 had it in its LSTM, or σ as TensorFlow 2. */
export const recurrentActivations = ['hardSigmoid', 'sigmoid'] as const
export type RecurrentActivation = (typeof recurrentActivations)[number]

/** MLSTM-FCN (Karim et al. 2018; LSTM-FCN is the same without SE), with what the reference leaves to choose. */
export interface SeriesNetworkConfig {
  /** [T steps, V variables] */
  readonly inputShape: readonly [number, number]
  readonly classes: number
  /** Output channels of the three convolutions; SE blocks stand after the first two only. */
  readonly filters: readonly number[]
  /** Their lengths in steps. */
  readonly kernels: readonly number[]
  /** r: the hidden layer has max(1, floor(C / r)) units. */
  readonly ratio: number
  readonly squeezeExcite: boolean
  /** The LSTM branch; without it the network is the convolution branch alone. */
  readonly lstm: boolean
  readonly lstmUnits: number
  /** Dimension shuffle: the LSTM reads V steps of T values instead of T steps of V. */
  readonly shuffle: boolean
  readonly recurrentActivation: RecurrentActivation
  /** Share of the LSTM's outputs dropped while training. */
  readonly dropout: number
  readonly squeeze: SqueezeOp
  readonly gate: GateName
  /** Biases in the two layers of the SE block; the reference has none. */
  readonly useBias: boolean
  /** Seed of the initial weights. */
  readonly seed: number
}

export type NetworkConfig = ImageNetworkConfig | SeriesNetworkConfig

export function isSeriesConfig(config: NetworkConfig): config is SeriesNetworkConfig {
  return 'kernels' in config
}

/** The two networks that are trained here on pictures. */
export type ImageNetId = 'inks' | 'digits'

/** All networks that are trained here. */
export type NetId = ImageNetId | 'series'

/** What `imageNetwork` takes unless told; the shape of the pictures has no default. */
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

/** `paper`: the reference's own widths. `small`: an eighth of them, with a ratio that leaves hidden units to look at. */
export type SeriesSize = 'small' | 'paper'

const seriesSizes = {
  small: { filters: [16, 32, 16], ratio: 4 },
  paper: { filters: [128, 256, 128], ratio: 16 },
} as const satisfies Record<SeriesSize, Partial<SeriesNetworkConfig>>

/** Everything but the shape of the data, as in the reference code titu1994/MLSTM-FCN. */
const seriesNetworkDefaults = {
  kernels: [8, 5, 3],
  squeezeExcite: true,
  lstm: true,
  lstmUnits: 8,
  shuffle: true,
  recurrentActivation: 'hardSigmoid',
  dropout: 0.8,
  squeeze: 'mean',
  gate: 'sigmoid',
  useBias: false,
  seed: 1,
} as const satisfies Partial<SeriesNetworkConfig>

/** @param inputShape [T, V] */
export function seriesNetworkConfig(
  size: SeriesSize,
  inputShape: readonly [number, number],
  classes: number,
  changes: Partial<SeriesNetworkConfig> = {},
): SeriesNetworkConfig {
  return { ...seriesNetworkDefaults, ...seriesSizes[size], inputShape, classes, ...changes }
}
