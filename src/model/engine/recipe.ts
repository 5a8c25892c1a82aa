/** How a run is trained, in one place: the page, the snapshots, the studies and the tests share it. */
import type { NetId } from '../networks/config.ts'

export interface Recipe {
  /** Length of a full run: by then the learning rate has fallen. */
  readonly steps: number
  readonly batchSize: number
  /** Highest learning rate; it falls along half a cosine, for series when the loss stands still (learningSchedule.ts). */
  readonly learningRate: number
}

/** What the learning rate falls from unless the reader says otherwise. */
export const DEFAULT_LEARNING_RATE = 4e-3
export const DEFAULT_BATCH_SIZE = 16

const usual = { batchSize: DEFAULT_BATCH_SIZE, learningRate: DEFAULT_LEARNING_RATE } as const

/** Tuned: 3,000 steps are enough for `inks` to learn to look at the bar, with SE, and half as many for `digits`. */
const recipes: Readonly<Record<NetId, Recipe>> = {
  inks: { ...usual, steps: 3000 },
  digits: { ...usual, steps: 1500 },
  // The reference's rate; its batch of 128 is a matter for graphics processors.
  series: { batchSize: DEFAULT_BATCH_SIZE, learningRate: 1e-3, steps: 3000 },
}

export function recipeFor(net: NetId): Recipe {
  return recipes[net]
}

/** Adam's second moments are guesses at first; the first steps are short. */
const WARM_UP_STEPS = 20

/** Who trains beyond the full length still sees the network move, a little. */
const REST_SHARE = 0.02

/**
 * Half a cosine after a short warm-up (Loshchilov & Hutter 2017, without restarts).
 * @param step number of the step, from 1
 * @param recipe its `learningRate` may be the reader's own, changed on the way
 */
export function rateAt(step: number, { steps, learningRate }: Omit<Recipe, 'batchSize'>): number {
  if (step > steps) return learningRate * REST_SHARE
  const warmUp = Math.min(1, step / WARM_UP_STEPS)
  return learningRate * warmUp * 0.5 * (1 + Math.cos((Math.PI * (step - 1)) / steps))
}

/** A rate to try after `rate` has led to NaN. */
export function saferRate(rate: number): number {
  return Math.min(rate / 10, DEFAULT_LEARNING_RATE)
}
