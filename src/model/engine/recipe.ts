/** How a run is trained, in one place: the page, the snapshots and the tests share it. */

/** What the learning rate starts from unless the reader says otherwise. */
export const DEFAULT_LEARNING_RATE = 4e-3

/** Adam's second moments are guesses at first; the first steps are short. */
const WARM_UP_STEPS = 20

/** @param step number of the step, from 1 @param base what the reader set */
export function rateAt(step: number, base: number): number {
  return base * Math.min(1, step / WARM_UP_STEPS)
}

/** A rate to try after `rate` has led to NaN. */
export function saferRate(rate: number): number {
  return Math.min(rate / 10, DEFAULT_LEARNING_RATE)
}
