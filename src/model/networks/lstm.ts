/** The LSTM branch in plain loops: every gate and state of every step, as the page draws them. */
import { type Nd, nd } from '../tensor.ts'
import type { RecurrentActivation } from './config.ts'

export interface LstmWeights {
  /** (i, g): values of a step × gates, in Keras' order i, f, c̃, o. */
  readonly kernel: Nd
  /** (u, g) */
  readonly recurrent: Nd
  /** (g) */
  readonly bias: Nd
}

export interface LstmOptions {
  /** Dimension shuffle: a step is one variable with all its values over time. */
  readonly shuffle: boolean
  readonly recurrentActivation: RecurrentActivation
}

/** One step, each [u]. Hochreiter & Schmidhuber 1997, with the forget gate of Gers et al. 2000. */
export interface LstmStep {
  /** All values are 0: the step is skipped and the states stay; the gates are NaN. */
  readonly masked: boolean
  /** How much of the candidate enters, 0–1. */
  readonly input: Float32Array
  /** How much of the state stays, 0–1. */
  readonly forget: Float32Array
  /** tanh, −1–1. */
  readonly candidate: Float32Array
  /** How much of the state is shown, 0–1. */
  readonly output: Float32Array
  /** c = f · c + i · c̃ */
  readonly state: Float32Array
  /** h = o · tanh(c) */
  readonly hidden: Float32Array
}

/**
 * @param series (t, c)
 * @throws RangeError if the weights do not fit
 */
export function lstmSteps(series: Nd, weights: LstmWeights, options: LstmOptions): readonly LstmStep[] {
  const [time = 0, variables = 0] = series.shape
  const [count, features] = options.shuffle ? [variables, time] : [time, variables]
  const [ins = 0, gates = 0] = weights.kernel.shape
  if (ins !== features)
    throw new RangeError(`the LSTM reads ${ins} values a step, the series has ${features}`)
  const units = gates / 4
  const at = options.shuffle
    ? (step: number, f: number) => series.data[f * variables + step] ?? 0
    : (step: number, f: number) => series.data[step * variables + f] ?? 0
  let state: Float32Array = new Float32Array(units)
  let hidden: Float32Array = new Float32Array(units)
  return Array.from({ length: count }, (_, step): LstmStep => {
    const x = Float64Array.from({ length: features }, (_, f) => at(step, f))
    const made = x.some((value) => value !== 0)
      ? oneStep(x, state, hidden, weights, options.recurrentActivation)
      : skipped(state, hidden)
    state = made.state
    hidden = made.hidden
    return made
  })
}

/** (u): what the branch hands on, h after the last step. */
export function lstm(series: Nd, weights: LstmWeights, options: LstmOptions): Nd {
  const last = lstmSteps(series, weights, options).at(-1)?.hidden ?? new Float32Array()
  return nd(['u'], [last.length], last)
}

function skipped(state: Float32Array, hidden: Float32Array): LstmStep {
  const none = new Float32Array(state.length).fill(Number.NaN)
  return { masked: true, input: none, forget: none, candidate: none, output: none, state, hidden }
}

function oneStep(
  x: Float64Array,
  state: Float32Array,
  hidden: Float32Array,
  { kernel, recurrent, bias }: LstmWeights,
  activation: RecurrentActivation,
): LstmStep {
  const units = state.length
  const sums = Float64Array.from(bias.data)
  addProducts(sums, x, kernel.data)
  addProducts(sums, hidden, recurrent.data)
  const gate = recurrentActivations[activation]
  const part = (position: number, apply: (value: number) => number) =>
    Float32Array.from({ length: units }, (_, u) => apply(sums[position * units + u] ?? 0))
  const [input, forget, candidate, output] = [part(0, gate), part(1, gate), part(2, Math.tanh), part(3, gate)]
  const next = Float32Array.from(
    state,
    (c, u) => (forget[u] ?? 0) * c + (input[u] ?? 0) * (candidate[u] ?? 0),
  )
  return {
    masked: false,
    input,
    forget,
    candidate,
    output,
    state: next,
    hidden: next.map((c, u) => (output[u] ?? 0) * Math.tanh(c)),
  }
}

/** sums += values · matrix, row-major. */
function addProducts(sums: Float64Array, values: ArrayLike<number>, matrix: Float32Array): void {
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0
    for (let g = 0; g < sums.length; g++)
      sums[g] = (sums[g] ?? 0) + value * (matrix[i * sums.length + g] ?? 0)
  }
}

const recurrentActivations: Readonly<Record<RecurrentActivation, (x: number) => number>> = {
  /** Keras' own hard sigmoid, not MobileNetV3's. */
  hardSigmoid: (x) => Math.min(1, Math.max(0, 0.2 * x + 0.5)),
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
}
