/**
 * The same network with SE and without, trained from several seeds: whether the block is worth anything here, and
 * whether the difference is larger than the spread. One run after the other on whatever engine it is given.
 */
import type { SeriesProblem } from '../data/series/types.ts'
import type { EngineApi, SeriesRunConfig } from '../engine/protocol.ts'
import { accuracyOf, confusionMatrix } from './confusion.ts'
import { predictions } from './seriesResults.ts'

export interface SeedRun {
  readonly seed: number
  readonly squeezeExcite: boolean
  /** On the test part, with the weights that the validation part chose; 0–1. */
  readonly accuracy: number
}

export type SeedNews =
  /** Steps done of the run under way, from 0, and how many it will have. */
  | { readonly kind: 'step'; readonly run: number; readonly step: number; readonly steps: number }
  | ({ readonly kind: 'run' } & SeedRun)

export interface SeedPlan {
  readonly seeds: readonly number[]
  /** Training steps of each run, rounded up to whole epochs. */
  readonly steps: number
  /** Runs that are there already, in the order in which they come; it goes on after them. */
  readonly done?: number
}

/** Steps after which runs can be compared: to learn what the cue is for takes longer than to learn anything else. */
export function seedSteps(data: string): number {
  return data === 'cued' ? 3000 : 1200
}

/** Ends when the caller leaves off: a run that is not whole counts for nothing. */
export async function* compareSeeds(
  engine: Pick<EngineApi, 'prepare' | 'advance' | 'evaluateSet'>,
  problem: SeriesProblem,
  config: SeriesRunConfig,
  { seeds, steps, done = 0 }: SeedPlan,
): AsyncGenerator<SeedNews> {
  const perEpoch = Math.ceil(problem.train.count / config.batchSize)
  const epochs = Math.ceil(steps / perEpoch)
  // One after the other, so that both have as many runs whenever it is stopped.
  const runs = seeds.flatMap((seed) => [true, false].map((squeezeExcite) => ({ seed, squeezeExcite })))
  for (const [run, { seed, squeezeExcite }] of runs.entries()) {
    if (run < done) continue
    const network = { ...config.network, squeezeExcite, seed }
    await engine.prepare(run + 1, { ...config, network, seed, stopAtAccuracy: null }, undefined, problem)
    for (let epoch = 0; epoch < epochs; epoch++) {
      yield { kind: 'step', run, step: epoch * perEpoch, steps: epochs * perEpoch }
      await engine.advance('epoch')
    }
    const { logits } = await engine.evaluateSet('test', 'chosen')
    const classes = problem.classes.length
    const matrix = confusionMatrix(problem.test.y, predictions(logits, classes), classes)
    yield { kind: 'run', seed, squeezeExcite, accuracy: accuracyOf(matrix, classes) }
  }
}

export interface Spread {
  /** NaN without values. */
  readonly mean: number
  /** Standard deviation over the seeds (n − 1); null of fewer than two, which have none. */
  readonly deviation: number | null
}

export function spreadOf(values: readonly number[]): Spread {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, deviation: values.length < 2 ? null : Math.sqrt(squares / (values.length - 1)) }
}

/**
 * Which side is better by more than both deviations together; `within`: the difference is no larger than they are.
 * null: one side has too few runs to say so.
 */
export function clearlyBetter(withSe: Spread, withoutSe: Spread): 'with' | 'without' | 'within' | null {
  if (withSe.deviation === null || withoutSe.deviation === null) return null
  const difference = withSe.mean - withoutSe.mean
  if (Math.abs(difference) <= withSe.deviation + withoutSe.deviation) return 'within'
  return difference > 0 ? 'with' : 'without'
}
