/** What the stored runs are compared with, and what holds of them in all held-out pictures. */
import { existsSync, readFileSync } from 'node:fs'
import type { DataSource } from '../../src/model/data/mnist.ts'
import { cuedProblem } from '../../src/model/data/series/cued.ts'
import { recipeFor } from '../../src/model/engine/recipe.ts'
import { measurePopulation } from '../../src/model/engine/run/statistics.ts'
import { digitsData } from '../../src/model/engine/run/trainingData.ts'
import { countTurned } from '../../src/model/lab/featuredSample.ts'
import { type HeldOutCase, heldOutCase } from '../../src/model/lab/interventions.ts'
import { type MeanGates, measureGateReadings, measureReadings } from '../../src/model/lab/readings.ts'
import { measureSite } from '../../src/model/lab/siteFacts.ts'
import type { ImageNetworkConfig } from '../../src/model/networks/config.ts'
import { networkPlan } from '../../src/model/networks/networkPlan.ts'
import { imageNetworkPlan } from '../../src/model/networks/plan.ts'
import { decodeSnapshot } from '../../src/model/networks/snapshot.ts'
import type { ControlRow, Snapshot, StoredFacts } from '../../src/model/networks/snapshotTypes.ts'
import { siteOrFirst } from '../../src/model/state/shown.ts'
import { sizeOf } from '../../src/model/tensor.ts'
import { keptTraining } from './keptTraining.ts'
import { heldOutAccuracy, readbackPolicy, sessionWith, type TrainedNetwork } from './nodeRun.ts'
import { seriesCases } from './seriesCases.ts'

const { steps: usual } = recipeFor('inks')
/** Training pictures for the mean gates. */
const POPULATION = 2000

interface ControlDesign {
  readonly design: Partial<ImageNetworkConfig>
  readonly steps: number
}

/** More weights than SE has, or a third stage and fewer weights, or twice the steps. */
export const controlDesigns: Readonly<Record<ControlRow['id'], ControlDesign>> = {
  se: { design: { squeezeExcite: true }, steps: usual },
  plain: { design: { squeezeExcite: false }, steps: usual },
  plainWide: { design: { squeezeExcite: false, filters: [16, 34] }, steps: usual },
  plainDeep: { design: { squeezeExcite: false, filters: [12, 20, 24] }, steps: usual },
  plainLong: { design: { squeezeExcite: false }, steps: 2 * usual },
  seLong: { design: { squeezeExcite: true }, steps: 2 * usual },
}

/** Trains and measures one row. The first call takes minutes for each seed. */
export async function controlRow(
  id: ControlRow['id'],
  seeds: readonly number[],
  data: DataSource,
  say: (line: string) => void,
): Promise<ControlRow> {
  const { design, steps } = controlDesigns[id]
  const cases = inksCases(data)
  const runs: { accuracy: number; readings: ControlRow['readings'][number]; trained: TrainedNetwork }[] = []
  for (const seed of seeds) {
    const trained = await keptTraining({ net: 'inks', seed, design, steps }, data, say)
    const accuracy = await heldOutAccuracy('inks', trained.config, trained.weights, data)
    const readings = measureReadings(imageNetworkPlan(trained.config), trained.weights, cases)
    say(`${id}, seed ${seed}: ${accuracy}, ${JSON.stringify(readings)}`)
    runs.push({ accuracy, readings, trained })
  }
  const [first] = runs
  if (first === undefined) throw new RangeError('no seeds')
  const { config } = first.trained
  const gates: ControlRow['gates'][number][] = []
  for (const { trained } of id === 'se' ? runs : []) {
    const means = await meansOver(trained, data)
    gates.push(measureGateReadings(imageNetworkPlan(trained.config), trained.weights, cases, means))
  }
  return {
    id,
    squeezeExcite: config.squeezeExcite,
    filters: config.filters,
    steps,
    weights: trainedWeights(config),
    seeds,
    pictures: cases.length,
    accuracies: runs.map(({ accuracy }) => accuracy),
    readings: runs.map(({ readings }) => readings),
    gates,
  }
}

function trainedWeights(config: ImageNetworkConfig): number {
  const trained = imageNetworkPlan(config).weights.filter(({ trainable }) => trainable)
  return trained.reduce((sum, { shape }) => sum + sizeOf(shape), 0)
}

async function meansOver({ config, weights }: TrainedNetwork, data: DataSource): Promise<MeanGates> {
  const session = sessionWith(config, weights)
  const { sites } = await measurePopulation(session, digitsData('inks', data), POPULATION, readbackPolicy)
  session.dispose()
  return {
    mean: Object.fromEntries(sites.map(({ id, meanGate }) => [id, meanGate])),
    byBar: [0, 1].map((bar) =>
      Object.fromEntries(
        sites.map(({ id, meanGateByGroup }) => [id, meanGateByGroup[bar] ?? new Float32Array()]),
      ),
    ),
  }
}

/** Of the run that ships, with the weights and mean gates that the page reads. */
export function storedFacts(id: 'inks' | 'digits' | 'cued', data: DataSource): StoredFacts {
  const run = storedRun(`${id}-se`)
  const plain = storedRun(`${id}-plain`)
  const plan = networkPlan(run.config)
  const cases = casesOf(id, data)
  const means = storedMeans(run)
  const { weights } = run
  return {
    pictures: cases.length,
    population: run.population[0]?.count ?? 0,
    gates: measureGateReadings(plan, weights, cases, means),
    plain: measureReadings(networkPlan(plain.config), plain.weights, cases),
    turned: id === 'digits' ? null : countTurned(plan, weights, siteOrFirst(plan, null), cases, means.mean),
    sites: plan.sites.map((site) => measureSite(plan, weights, site, cases)),
  }
}

function storedRun(id: string): Snapshot {
  const file = new URL(`../../public/snapshots/${id}.bin`, import.meta.url)
  if (!existsSync(file)) throw new Error(`${id}.bin is needed: run npm run train:snapshots first`)
  return decodeSnapshot(readFileSync(file))
}

function storedMeans({ population }: Snapshot): MeanGates {
  const bySite = (gatesOf: (site: Snapshot['population'][number]) => readonly number[] | undefined) =>
    Object.fromEntries(population.map((one) => [one.site, Float32Array.from(gatesOf(one) ?? [])]))
  return {
    mean: bySite(({ meanGate }) => meanGate),
    byBar: [0, 1].map((bar) => bySite(({ meanGateByGroup }) => meanGateByGroup[bar])),
  }
}

function casesOf(id: 'inks' | 'digits' | 'cued', data: DataSource): HeldOutCase[] {
  if (id === 'inks') return inksCases(data)
  if (id === 'cued') return seriesCases('cued', cuedProblem())
  return Array.from({ length: data.heldOut.count }, (_, index) => heldOutCase('digits', data.heldOut, index))
}

/** Made once: two thousand pictures in two versions. */
let inksMade: HeldOutCase[] | null = null

function inksCases({ heldOut }: DataSource): HeldOutCase[] {
  inksMade ??= Array.from({ length: heldOut.count }, (_, index) => heldOutCase('inks', heldOut, index))
  return inksMade
}
