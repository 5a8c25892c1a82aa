/** The choices an SE block leaves open, as plain data. */

/** How the squeeze reduces a map to a number: paper, section 3.1 and Table 11. */
export type SqueezeOp = 'mean' | 'max'

/** Paper, Table 12, plus softmax and hard sigmoid, relu6(x + 3) / 6 (MobileNetV3). */
export type GateName = 'sigmoid' | 'tanh' | 'relu' | 'hardSigmoid' | 'softmax'

/** Width of the hidden layer: floor(C / r), but at least 1: r > C must not give 0. */
export function reducedChannels(channels: number, ratio: number): number {
  return Math.max(1, Math.floor(channels / ratio))
}
