/** What happens to the predictions when the gates of a trained network are replaced. */

import { digitPicture } from '../data/digits.ts'
import { heldOutPair, inksLabel, inksPicture } from '../data/inks.ts'
import type { DigitSet } from '../data/mnist.ts'
import { digitLabel } from '../data/mnist.ts'
import type { ImageNetId } from '../networks/config.ts'
import { forwardNetwork, type NetworkTrace } from '../networks/forward.ts'
import type { NetworkPlan, PackedWeights } from '../networks/planTypes.ts'
import type { Nd } from '../tensor.ts'

export interface LabelledPicture {
  readonly input: Nd
  readonly label: number
}

/** A held-out picture; for `inks` in both versions: with its bar, and with the bar in the other ink. */
export interface HeldOutCase {
  readonly index: number
  readonly own: LabelledPicture
  readonly swapped: LabelledPicture | null
  /** Ink of its own bar, of series its own cue; null where there is neither. */
  readonly bar: 0 | 1 | null
}

export function heldOutCase(net: ImageNetId, digits: DigitSet, index: number): HeldOutCase {
  if (net === 'digits') {
    return {
      index,
      own: { input: digitPicture(digits, index), label: digitLabel(digits, index) },
      swapped: null,
      bar: null,
    }
  }
  const pair = heldOutPair(digits, index)
  const other = { ...pair, bar: pair.bar === 0 ? 1 : 0 } as const
  return {
    index,
    own: { input: inksPicture(digits, pair), label: inksLabel(digits, pair) },
    swapped: { input: inksPicture(digits, other), label: inksLabel(digits, other) },
    bar: pair.bar,
  }
}

/** Shares of pictures, 0–1. */
export interface InterventionShares {
  /** Read right with the gates that the network computes. */
  readonly own: number
  /** Read right with every gate at its mean over the training data. */
  readonly frozen: number
  /** Read right with every gate at 1. */
  readonly atOne: number
  /** Read as the other bar wants it, with the gates of the other bar; null where there is no bar. */
  readonly transplanted: number | null
}

/**
 * @param meanGates by site id, [c]
 * @throws RangeError if there are no pictures
 */
export function measureInterventions(
  plan: NetworkPlan,
  weights: PackedWeights,
  cases: readonly HeldOutCase[],
  meanGates: Readonly<Record<string, Float32Array>>,
): InterventionShares {
  if (cases.length === 0) throw new RangeError('no pictures to measure on')
  const ones = Object.fromEntries(
    plan.sites.map(({ id, channels }) => [id, new Float32Array(channels).fill(1)]),
  )
  let [own, frozen, atOne, transplanted, pairs] = [0, 0, 0, 0, 0]
  for (const { own: picture, swapped } of cases) {
    const trace = forwardNetwork(plan, weights, picture.input)
    const readWith = (gates: Readonly<Record<string, Float32Array>>) =>
      prediction(withGates(plan, weights, picture.input, trace, gates))
    own += Number(prediction(trace) === picture.label)
    frozen += Number(readWith(meanGates) === picture.label)
    atOne += Number(readWith(ones) === picture.label)
    if (swapped === null) continue
    pairs++
    transplanted += Number(readWith(gatesOf(forwardNetwork(plan, weights, swapped.input))) === swapped.label)
  }
  const share = (count: number) => count / cases.length
  return {
    own: share(own),
    frozen: share(frozen),
    atOne: share(atOne),
    transplanted: pairs === 0 ? null : transplanted / pairs,
  }
}

/** The class with the highest logit; the first of equals. */
export function prediction({ logits }: NetworkTrace): number {
  return logits.data.reduce((best, value, i) => (value > (logits.data[best] ?? 0) ? i : best), 0)
}

/** Gates of every SE block, by site. */
export function gatesOf(trace: NetworkTrace): Readonly<Record<string, Float32Array>> {
  return Object.fromEntries(
    Object.entries(trace.sites).flatMap(([id, { block }]) => (block === null ? [] : [[id, block.s.data]])),
  )
}

/** The same picture with these gates; sites that are not named compute their own. */
export function withGates(
  plan: NetworkPlan,
  weights: PackedWeights,
  input: Nd,
  trace: NetworkTrace,
  gates: Readonly<Record<string, Float32Array>>,
): NetworkTrace {
  const first = plan.sites.find(({ id }) => gates[id] !== undefined)
  if (first === undefined) return trace
  const overrides = Object.fromEntries(Object.entries(gates).map(([id, values]) => [id, { gates: values }]))
  return forwardNetwork(plan, weights, input, { overrides, from: { trace, site: first.id } })
}
