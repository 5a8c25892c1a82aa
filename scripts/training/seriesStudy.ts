/** The series network from several seeds, with SE and without: what the block buys, and what its gates do. */
import type { SeriesProblem } from '../../src/model/data/series/types.ts'
import { recipeFor } from '../../src/model/engine/recipe.ts'
import { TrainingSession } from '../../src/model/engine/run/session.ts'
import { measurePopulation } from '../../src/model/engine/run/statistics.ts'
import { seriesData } from '../../src/model/engine/run/trainingData.ts'
import { measureInterventions } from '../../src/model/lab/interventions.ts'
import { type SeriesNetworkConfig, seriesNetworkConfig } from '../../src/model/networks/config.ts'
import { networkPlan, sampleShape } from '../../src/model/networks/networkPlan.ts'
import type { PackedWeights } from '../../src/model/networks/planTypes.ts'
import type { Study } from '../../src/model/networks/snapshotTypes.ts'
import { sizeOf } from '../../src/model/tensor.ts'
import { readbackPolicy } from './nodeRun.ts'
import { seriesCases } from './seriesCases.ts'
import { trainSeries } from './seriesRun.ts'

/** At most so many steps a run; the weights are those that the validation part chose on the way. */
const studySteps = 3000

interface SeedResult {
  readonly withSe: number
  readonly withoutSe: number
  readonly own: number
  readonly frozen: number
  readonly atOne: number
  readonly transplanted: number | null
  readonly contrast: number
}

export async function runSeriesStudy(
  net: 'series' | 'cued',
  problem: SeriesProblem,
  seeds: readonly number[],
  say: (line: string) => void,
): Promise<Study> {
  const results: SeedResult[] = []
  for (const seed of seeds) {
    const result = await oneSeed(net, problem, seed)
    say(`${net}, seed ${seed}: ${JSON.stringify(result)}`)
    results.push(result)
  }
  const cued = net === 'cued' ? results : []
  return {
    net,
    steps: studySteps,
    batchSize: recipeFor('series').batchSize,
    seeds,
    pictures: problem.test.count,
    withSe: results.map(({ withSe }) => withSe),
    withoutSe: results.map(({ withoutSe }) => withoutSe),
    ownGates: results.map(({ own }) => own),
    frozenGates: results.map(({ frozen }) => frozen),
    gatesAtOne: results.map(({ atOne }) => atOne),
    transplanted: cued.flatMap(({ transplanted }) => (transplanted === null ? [] : [transplanted])),
    barContrast: cued.map(({ contrast }) => contrast),
  }
}

async function oneSeed(net: 'series' | 'cued', problem: SeriesProblem, seed: number): Promise<SeedResult> {
  const { length, channels, classes } = problem
  const config = (squeezeExcite: boolean) =>
    seriesNetworkConfig('small', [length, channels], classes.length, { seed, squeezeExcite })
  const trained = (squeezeExcite: boolean) =>
    trainSeries(problem, config(squeezeExcite), { seed, most: studySteps })
  const [plain, own] = [await trained(false), await trained(true)]
  const { weights } = own.evaluation
  const sites = await populationOf(problem, config(true), weights)
  const means = Object.fromEntries(sites.map(({ id, meanGate }) => [id, meanGate]))
  return {
    ...measureInterventions(networkPlan(config(true)), weights, seriesCases(net, problem), means),
    withSe: own.accuracy,
    withoutSe: plain.accuracy,
    contrast: Math.max(...sites.map(({ meanGateByGroup: [a, b] }) => widest(a, b))),
  }
}

async function populationOf(problem: SeriesProblem, config: SeriesNetworkConfig, weights: PackedWeights) {
  const plan = networkPlan(config)
  const trainable = plan.weights.filter((spec) => spec.trainable)
  const moments = new Float32Array(2 * trainable.reduce((sum, { shape }) => sum + sizeOf(shape), 0))
  const session = new TrainingSession(
    { plan, inputShape: sampleShape(config), seed: 1 },
    { step: 0, weights, moments },
  )
  const { sites } = await measurePopulation(session, seriesData(problem), problem.train.count, readbackPolicy)
  session.dispose()
  return sites
}

function widest(first: Float32Array | undefined, second: Float32Array | undefined): number {
  if (first === undefined || second === undefined) throw new Error('no gates by group')
  return first.reduce((most, gate, c) => Math.max(most, Math.abs(gate - (second[c] ?? 0))), 0)
}
