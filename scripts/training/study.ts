/** The same training from several seeds, with SE and without: what the block buys, and what its gates do. */
import type { DataSource } from '../../src/model/data/mnist.ts'
import type { SitePopulation } from '../../src/model/engine/protocol.ts'
import { recipeFor } from '../../src/model/engine/recipe.ts'
import { measurePopulation } from '../../src/model/engine/run/statistics.ts'
import { digitsData } from '../../src/model/engine/run/trainingData.ts'
import { heldOutCase, measureInterventions } from '../../src/model/lab/interventions.ts'
import type { ImageNetId } from '../../src/model/networks/config.ts'
import { imageNetworkPlan } from '../../src/model/networks/plan.ts'
import type { Study } from '../../src/model/networks/snapshotTypes.ts'
import { heldOutAccuracy, readbackPolicy, sessionWith, trainFully } from './nodeRun.ts'

/** Training pictures for the mean gates. */
const POPULATION = 2000

interface SeedResult {
  readonly withSe: number
  readonly withoutSe: number
  readonly own: number
  readonly frozen: number
  readonly atOne: number
  readonly transplanted: number | null
  readonly barContrast: number
}

export async function runStudy(
  net: ImageNetId,
  seeds: readonly number[],
  data: DataSource,
  say: (line: string) => void,
): Promise<Study> {
  const results: SeedResult[] = []
  for (const seed of seeds) {
    const result = await oneSeed(net, seed, data, say)
    say(`${net}, seed ${seed}: ${JSON.stringify(result)}`)
    results.push(result)
  }
  const { steps, batchSize } = recipeFor(net)
  const bars = net === 'inks' ? results : []
  return {
    net,
    steps,
    batchSize,
    seeds,
    pictures: data.heldOut.count,
    withSe: results.map(({ withSe }) => withSe),
    withoutSe: results.map(({ withoutSe }) => withoutSe),
    ownGates: results.map(({ own }) => own),
    frozenGates: results.map(({ frozen }) => frozen),
    gatesAtOne: results.map(({ atOne }) => atOne),
    transplanted: bars.flatMap(({ transplanted }) => (transplanted === null ? [] : [transplanted])),
    barContrast: bars.map(({ barContrast }) => barContrast),
  }
}

async function oneSeed(
  net: ImageNetId,
  seed: number,
  data: DataSource,
  say: (line: string) => void,
): Promise<SeedResult> {
  const plain = await trainFully({ net, seed, design: { squeezeExcite: false } }, data, say)
  const { config, weights } = await trainFully({ net, seed, design: { squeezeExcite: true } }, data, say)
  const session = sessionWith(config, weights)
  const { sites } = await measurePopulation(session, digitsData(net, data), POPULATION, readbackPolicy)
  session.dispose()
  const plan = imageNetworkPlan(config)
  const cases = Array.from({ length: data.heldOut.count }, (_, index) =>
    heldOutCase(net, data.heldOut, index),
  )
  const means = Object.fromEntries(sites.map(({ id, meanGate }) => [id, meanGate]))
  return {
    ...measureInterventions(plan, weights, cases, means),
    withSe: await heldOutAccuracy(net, config, weights, data),
    withoutSe: await heldOutAccuracy(net, plain.config, plain.weights, data),
    barContrast: contrastOf(sites[0]),
  }
}

function contrastOf(site: SitePopulation | undefined): number {
  const [first, second] = site?.meanGateByGroup ?? []
  if (first === undefined || second === undefined) throw new Error('no gates by group')
  return first.reduce((most, gate, c) => Math.max(most, Math.abs(gate - (second[c] ?? 0))), 0)
}
