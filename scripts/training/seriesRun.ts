/** Full-length training of the series network in Node on WASM: as the page trains it, without the page. */
import type { SeriesPart, SeriesProblem } from '../../src/model/data/series/types.ts'
import type { SeriesRunConfig, SetEvaluation } from '../../src/model/engine/protocol.ts'
import { recipeFor } from '../../src/model/engine/recipe.ts'
import { evaluateSet } from '../../src/model/engine/run/evaluateSet.ts'
import { Run } from '../../src/model/engine/run/run.ts'
import { readAndDispose } from '../../src/model/engine/run/session.ts'
import { measureHeldOut } from '../../src/model/engine/run/statistics.ts'
import { seriesData } from '../../src/model/engine/run/trainingData.ts'
import { predictions } from '../../src/model/lab/seriesResults.ts'
import type { SeriesNetworkConfig } from '../../src/model/networks/config.ts'
import { readbackPolicy } from './nodeRun.ts'

export interface SeriesOutcome {
  /** Of the test part, with the weights that the validation part chose. */
  readonly evaluation: SetEvaluation
  /** 0–1 */
  readonly accuracy: number
  /** Accuracy on the validation part of the same weights. */
  readonly validation: number
  /** Steps taken in all. */
  readonly steps: number
}

/**
 * Trains until the validation part has said for long that it does not get better, or for `most` steps.
 * @param seed of the order and of dropout; `network.seed` is that of the initial weights
 */
export async function trainSeries(
  problem: SeriesProblem,
  network: SeriesNetworkConfig,
  { seed, most = Number.POSITIVE_INFINITY }: { readonly seed: number; readonly most?: number },
): Promise<SeriesOutcome> {
  const { batchSize, learningRate } = recipeFor('series')
  const config: SeriesRunConfig = {
    net: 'series',
    network,
    data: problem.name,
    seed,
    batchSize,
    learningRate,
    backend: 'wasm',
    stopAtAccuracy: null,
    maxStepsPerSecond: null,
  }
  const data = seriesData(problem)
  const run = new Run(config, data)
  try {
    while (!run.isExhausted && run.step < most) {
      await run.train(readAndDispose, 0)
      if (!run.endsEpoch) continue
      await run.settle()
      run.endEpoch()
      if (!run.validationIsDue) continue
      const seen = await measureHeldOut(
        run.session,
        data.heldOut,
        data.heldOut.count,
        readbackPolicy,
        () => false,
      )
      if (seen !== null) await run.validated(seen, readAndDispose)
    }
    await run.settle()
    const evaluation = await evaluateSet(run, problem.test, 'chosen', readbackPolicy)
    const accuracy = accuracyOf(evaluation, problem.test, problem.classes.length)
    return { evaluation, accuracy, validation: run.schedule?.chosen?.accuracy ?? 0, steps: run.step }
  } finally {
    run.dispose()
  }
}

function accuracyOf({ logits }: SetEvaluation, { y, count }: SeriesPart, classes: number): number {
  const read = predictions(logits, classes)
  return y.reduce((right, label, n) => right + Number(read[n] === label), 0) / count
}
