/** The functions of one number that stand in an SE block, with their derivatives, and softmax. */
import type { GateName } from './options.ts'

/** Functions applied value by value; `softmax` is not among them: it looks at a whole axis. */
export type PointwiseName = Exclude<GateName, 'softmax'> | 'identity'

interface Pointwise {
  readonly apply: (x: number) => number
  /** Its slope at x; at a corner the slope that training uses there (PyTorch's: 0 on both sides' border). */
  readonly derivative: (x: number) => number
}

/** 1 / (1 + e^−x). Written so that e never overflows. */
function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x))
  const e = Math.exp(x)
  return e / (1 + e)
}

/** By name; `Record` makes a gate without its function a compile error. */
export const pointwise: Readonly<Record<PointwiseName, Pointwise>> = {
  /** σ, the paper's gate: opens and closes smoothly between 0 and 1. */
  sigmoid: {
    apply: sigmoid,
    derivative: (x) => {
      const s = sigmoid(x)
      return s * (1 - s)
    },
  },
  /** −1 … 1: a gate can turn a channel's sign (paper, Table 12). */
  tanh: {
    apply: Math.tanh,
    derivative: (x) => 1 - Math.tanh(x) ** 2,
  },
  /** max(0, x): the paper's δ between the two layers, and one of its gates (Table 12), without an upper end. */
  relu: {
    apply: (x) => Math.max(0, x),
    derivative: (x) => (x > 0 ? 1 : 0),
  },
  /** relu6(x + 3) / 6 (MobileNetV3), not clip(0.2 x + 0.5), which Keras 2 and tfjs call hard sigmoid. */
  hardSigmoid: {
    apply: (x) => Math.min(6, Math.max(0, x + 3)) / 6,
    derivative: (x) => (x > -3 && x < 3 ? 1 / 6 : 0),
  },
  /** What stands where a ReLU was dropped. */
  identity: {
    apply: (x) => x,
    derivative: () => 1,
  },
}

/** e^(x_i − max) / Σ_j e^(x_j − max): the gates share one sum of 1. The maximum only keeps e from overflowing. */
export function softmax(values: readonly number[]): number[] {
  const highest = Math.max(...values)
  const exponentials = values.map((x) => Math.exp(x - highest))
  const sum = exponentials.reduce((total, e) => total + e, 0)
  return exponentials.map((e) => e / sum)
}
