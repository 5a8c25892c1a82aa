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
  /** Steps done of the run under way, from 0. */
  | { readonly kind: 'step'; readonly run: number; readonly step: number }
  | ({ readonly kind: 'run' } & SeedRun)

export interface SeedPlan {
  readonly seeds: readonly number[]
  /** Training steps of each run, rounded up to whole epochs. */
  readonly steps: number
}

/** Ends when the caller leaves off: a run that is not whole counts for nothing. */
export async function* compareSeeds(
  engine: Pick<EngineApi, 'prepare' | 'advance' | 'survey'>,
  problem: SeriesProblem,
  config: SeriesRunConfig,
  { seeds, steps }: SeedPlan,
): AsyncGenerator<SeedNews> {
  const perEpoch = Math.ceil(problem.train.count / config.batchSize)
  const epochs = Math.ceil(steps / perEpoch)
  let run = 0
  for (const seed of seeds) {
    // One after the other, so that both have as many runs whenever it is stopped.
    for (const squeezeExcite of [true, false]) {
      const network = { ...config.network, squeezeExcite, seed }
      await engine.prepare(run + 1, { ...config, network, seed, stopAtAccuracy: null }, undefined, problem)
      for (let epoch = 0; epoch < epochs; epoch++) {
        yield { kind: 'step', run, step: epoch * perEpoch }
        await engine.advance('epoch')
      }
      const { logits } = await engine.survey('test', 'chosen')
      const classes = problem.classes.length
      const matrix = confusionMatrix(problem.test.y, predictions(logits, classes), classes)
      yield { kind: 'run', seed, squeezeExcite, accuracy: accuracyOf(matrix, classes) }
      run++
    }
  }
}

export interface Spread {
  readonly mean: number
  /** Standard deviation over the seeds (n − 1); 0 of a single one. */
  readonly deviation: number
}

export function spreadOf(values: readonly number[]): Spread {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, deviation: values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1)) }
}

/** Which side is better by more than both deviations together; null if the difference drowns in the spread. */
export function clearlyBetter(withSe: Spread, withoutSe: Spread): 'with' | 'without' | null {
  const difference = withSe.mean - withoutSe.mean
  if (Math.abs(difference) <= withSe.deviation + withoutSe.deviation) return null
  return difference > 0 ? 'with' : 'without'
}
