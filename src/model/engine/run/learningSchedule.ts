/**
 * How a run of a series network goes, epoch by epoch, as in the reference code (titu1994/MLSTM-FCN): the learning
 * rate falls when the training loss stands still, and the weights that do best on the validation part are kept. The
 * reference kept those that did best on the test set; here nothing looks at it.
 */
import type { PackedWeights } from '../../networks/planTypes.ts'

/** What a look at the validation part has seen: a `HeldOutMetric` of the protocol, which imports this file. */
export interface Validation {
  readonly step: number
  readonly loss: number
  readonly accuracy: number
  readonly count: number
}

/** The checkpoint that the validation part speaks for. */
export interface Chosen extends Validation {
  readonly weights: PackedWeights
}

/** Everything that decides how it goes on; plain data, so that a checkpoint can carry it. */
export interface LearningSchedule {
  /** Whole epochs done. */
  readonly epoch: number
  /** Training losses of the epoch under way. */
  readonly lossSum: number
  readonly lossCount: number
  /** Epoch of the last validation. */
  readonly validated: number
  /** How often the rate was lowered. */
  readonly reductions: number
  /** Lowest mean training loss of an epoch, and epochs since; null before the first. */
  readonly lowest: number | null
  readonly stalled: number
  readonly chosen: Chosen | null
  /** Epochs since it was chosen. */
  readonly sinceChosen: number
}

export const newSchedule: LearningSchedule = {
  epoch: 0,
  lossSum: 0,
  lossCount: 0,
  validated: 0,
  reductions: 0,
  lowest: null,
  stalled: 0,
  chosen: null,
  sinceChosen: 0,
}

/** Reduce on plateau: factor 1/∛2 after 100 epochs, down to a tenth (1e-3 → 1e-4). */
const FACTOR = 1 / Math.cbrt(2)
const PATIENCE = 100
const FLOOR = 0.1
/** Keras' `min_delta`: less is no improvement. */
const MIN_DELTA = 1e-4

/** Share of the learning rate that is in force. */
export function rateShare({ reductions }: LearningSchedule): number {
  return Math.max(FLOOR, FACTOR ** reductions)
}

export function withLoss(schedule: LearningSchedule, loss: number): LearningSchedule {
  return { ...schedule, lossSum: schedule.lossSum + loss, lossCount: schedule.lossCount + 1 }
}

/** After the last batch of an epoch. */
export function afterEpoch(schedule: LearningSchedule): LearningSchedule {
  const loss = schedule.lossSum / Math.max(1, schedule.lossCount)
  const better = schedule.lowest === null || loss < schedule.lowest - MIN_DELTA
  const stalled = better ? 0 : schedule.stalled + 1
  const reduce = stalled >= PATIENCE
  return {
    ...schedule,
    epoch: schedule.epoch + 1,
    lossSum: 0,
    lossCount: 0,
    lowest: better ? loss : schedule.lowest,
    stalled: reduce ? 0 : stalled,
    reductions: schedule.reductions + Number(reduce),
    sinceChosen: schedule.sinceChosen + 1,
  }
}

/** Whether a validation is the best so far: more right answers, or as many with a lower loss. */
export function isBest({ chosen }: LearningSchedule, { accuracy, loss }: Validation): boolean {
  return chosen === null || accuracy > chosen.accuracy || (accuracy === chosen.accuracy && loss < chosen.loss)
}

export function withChosen(schedule: LearningSchedule, chosen: Chosen): LearningSchedule {
  return { ...schedule, chosen, sinceChosen: 0 }
}

/** Early stop: so many epochs, and at least as many steps, without a better validation. */
export const STOP_PATIENCE = { epochs: 100, steps: 1000 } as const

export function isExhausted(schedule: LearningSchedule, step: number): boolean {
  return (
    schedule.chosen !== null &&
    schedule.sinceChosen >= STOP_PATIENCE.epochs &&
    step - schedule.chosen.step >= STOP_PATIENCE.steps
  )
}

/**
 * Epochs from one validation to the next: it may look at a tenth as many series as the training does between.
 * A look costs a third of a step on as many series.
 */
export function validationPeriod(trainCount: number, validationCount: number): number {
  return Math.max(1, Math.round((10 * validationCount) / Math.max(1, trainCount)))
}
