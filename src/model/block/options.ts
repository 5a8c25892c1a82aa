/** The choices an SE block leaves open, as plain data. */
import { holdOption, whole } from '../checks.ts'

/** How the squeeze reduces a map to a number: paper, section 3.1 and Table 11. */
export const squeezeOps = ['mean', 'max'] as const
export type SqueezeOp = (typeof squeezeOps)[number]

/** Paper, Table 12, plus softmax and hard sigmoid, relu6(x + 3) / 6 (MobileNetV3). */
export const gateNames = ['sigmoid', 'softmax', 'tanh', 'relu', 'hardSigmoid'] as const
export type GateName = (typeof gateNames)[number]

/**
 * Width of the hidden layer: floor(C / r), but at least 1: r > C must not give 0.
 * @throws RangeError if either is no whole number from 1
 */
export function reducedChannels(channels: number, ratio: number): number {
  holdOption('channels', channels, whole(1))
  holdOption('ratio', ratio, whole(1))
  return Math.max(1, Math.floor(channels / ratio))
}
