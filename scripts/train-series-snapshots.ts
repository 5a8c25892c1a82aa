/**
 * Trains the series networks that ship with the page and writes public/snapshots/{series,cued}-{se,plain}.bin: the
 * small size on the weather of two cities and on the cued signal, with SE and without. Some minutes; the same machine makes the same bytes.
 */
import { writeFileSync } from 'node:fs'
import { cuedProblem } from '../src/model/data/series/cued.ts'
import type { SeriesProblem } from '../src/model/data/series/types.ts'
import { decodeWeather, weatherProblem } from '../src/model/data/series/weather.ts'
import type { PopulationStats } from '../src/model/engine/protocol.ts'
import { recipeFor } from '../src/model/engine/recipe.ts'
import { TrainingSession } from '../src/model/engine/run/session.ts'
import { measurePopulation } from '../src/model/engine/run/statistics.ts'
import { seriesData } from '../src/model/engine/run/trainingData.ts'
import { predictions } from '../src/model/lab/seriesResults.ts'
import { type SeriesNetworkConfig, seriesNetworkConfig } from '../src/model/networks/config.ts'
import { forwardNetwork } from '../src/model/networks/forward.ts'
import { networkPlan, sampleShape } from '../src/model/networks/networkPlan.ts'
import type { PackedWeights } from '../src/model/networks/planTypes.ts'
import { decodeSnapshot, encodeSnapshot } from '../src/model/networks/snapshot.ts'
import type { FeaturedSample, Snapshot, StoredPopulation } from '../src/model/networks/snapshotTypes.ts'
import { nd, sizeOf } from '../src/model/tensor.ts'
import { packWeather } from './prepare-weather.ts'
import { readbackPolicy, startWasm } from './training/nodeRun.ts'
import { trainSeries } from './training/seriesRun.ts'
import { cuedFeaturedSample, withoutGates } from './training/telling.ts'

const seed = 1
/** The cued signal takes long to be learnt to the last series; this is where the curves are flat. */
const cuedSteps = 5000

await startWasm()
const { problem: weather } = weatherProblem(decodeWeather(packWeather()), 'city')
let told: FeaturedSample | null = null
for (const squeezeExcite of [true, false]) {
  await makeSnapshot('series', weather, squeezeExcite, Number.POSITIVE_INFINITY, () => null)
  await makeSnapshot('cued', cuedProblem(), squeezeExcite, cuedSteps, (run) => {
    told = told === null ? cuedFeaturedSample(run, cuedProblem()) : withoutGates(told)
    return told
  })
}

async function makeSnapshot(
  name: string,
  problem: SeriesProblem,
  squeezeExcite: boolean,
  most: number,
  tell: (run: Snapshot) => FeaturedSample | null,
): Promise<void> {
  const { length, channels, classes } = problem
  const config = seriesNetworkConfig('small', [length, channels], classes.length, { seed, squeezeExcite })
  const { evaluation } = await trainSeries(problem, config, { seed, most })
  const { batchSize, learningRate } = recipeFor('series')
  const bare: Snapshot = {
    id: `${name}-${squeezeExcite ? 'se' : 'plain'}`,
    net: 'series',
    config,
    steps: evaluation.step,
    batchSize,
    learningRate,
    seed,
    accuracy: 0,
    pictures: problem.test.count,
    weights: evaluation.weights,
    population: [],
    samples: [],
    featuredSample: null,
  }
  // Everything is measured with the weights as the page will read them.
  const { weights } = decodeSnapshot(encodeSnapshot(bare))
  const accuracy = testAccuracy(problem, config, weights)
  const population = squeezeExcite ? stored(await populationOf(problem, config, weights)) : []
  const featuredSample = tell({ ...bare, weights, population })
  const file = encodeSnapshot({ ...bare, accuracy, population, featuredSample })
  writeFileSync(new URL(`../public/snapshots/${bare.id}.bin`, import.meta.url), file)
  console.log(`${bare.id}: ${file.length} bytes, step ${evaluation.step}, test accuracy ${accuracy}`)
}

function testAccuracy(problem: SeriesProblem, config: SeriesNetworkConfig, weights: PackedWeights): number {
  const plan = networkPlan(config)
  const { test, length, channels } = problem
  const size = length * channels
  const right = Array.from(test.y, (label, n) => {
    const input = nd(['t', 'c'], [length, channels], test.x.slice(n * size, (n + 1) * size))
    const [read] = predictions(forwardNetwork(plan, weights, input).logits.data, config.classes)
    return Number(read === label)
  })
  return right.reduce<number>((sum, one) => sum + one, 0) / test.count
}

async function populationOf(
  problem: SeriesProblem,
  config: SeriesNetworkConfig,
  weights: PackedWeights,
): Promise<PopulationStats> {
  const plan = networkPlan(config)
  const trainable = plan.weights.filter((spec) => spec.trainable)
  const size = trainable.reduce((sum, { shape }) => sum + sizeOf(shape), 0)
  const session = new TrainingSession(
    { plan, inputShape: sampleShape(config), seed },
    { step: 0, weights, moments: new Float32Array(2 * size) },
  )
  const stats = await measurePopulation(session, seriesData(problem), problem.train.count, readbackPolicy)
  session.dispose()
  return stats
}

function stored({ sites, count }: PopulationStats): StoredPopulation[] {
  const rounded = (values: Float32Array) => Array.from(values, (value) => Number(value.toFixed(5)))
  return sites.map(({ id, meanGate, meanGateByGroup, deadHidden }) => ({
    site: id,
    meanGate: rounded(meanGate),
    meanGateByGroup: meanGateByGroup.map(rounded),
    deadHidden,
    count,
  }))
}
