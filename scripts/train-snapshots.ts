/**
 * Trains the four networks that ship with the page and writes public/snapshots/*.bin:
 * `inks` and `digits`, with SE and without, from the same seed by the same steps. Takes some minutes;
 * the same machine makes the same bytes.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { recipeFor } from '../src/model/engine/recipe.ts'
import { measurePopulation } from '../src/model/engine/run/statistics.ts'
import { digitsData } from '../src/model/engine/run/trainingData.ts'
import type { ImageNetId } from '../src/model/networks/config.ts'
import { decodeSnapshot, encodeSnapshot } from '../src/model/networks/snapshot.ts'
import type { FeaturedSample, ImageSnapshot, StoredPopulation } from '../src/model/networks/snapshotTypes.ts'
import {
  heldOutAccuracy,
  loadData,
  readbackPolicy,
  sessionWith,
  startWasm,
  trainFully,
} from './training/nodeRun.ts'
import { inksFeaturedSample, samplesToShow, withoutGates } from './training/telling.ts'

const seed = 1
/** Training pictures for the gate statistics. */
const populationCount = 2000

const directory = new URL('../public/snapshots/', import.meta.url)

const data = loadData()
await startWasm()
mkdirSync(directory, { recursive: true })
let total = 0
for (const net of ['inks', 'digits'] as const) {
  const withSe = await makeSnapshot(net, true, null)
  await makeSnapshot(net, false, withSe)
}
console.log(`together ${total} bytes`)

/** @param other the same network with SE, whose samples and first picture are taken over */
async function makeSnapshot(
  net: ImageNetId,
  squeezeExcite: boolean,
  other: ImageSnapshot | null,
): Promise<ImageSnapshot> {
  const { config, weights: trained } = await trainFully(
    { net, seed, design: { squeezeExcite } },
    data,
    console.log,
  )
  const { steps, batchSize, learningRate } = recipeFor(net)
  const id = `${net}-${squeezeExcite ? 'se' : 'plain'}`
  const bare: ImageSnapshot = {
    id,
    net,
    config,
    steps,
    batchSize,
    learningRate,
    seed,
    accuracy: 0,
    pictures: data.heldOut.count,
    weights: trained,
    population: [],
    samples: [],
    featuredSample: null,
  }
  // Everything is measured with the weights as the page will read them.
  const { weights } = decodeSnapshot(encodeSnapshot(bare))
  const population = squeezeExcite ? await populationOf({ ...bare, weights }) : []
  const featuredSample = featuredSampleOf({ ...bare, weights, population }, other)
  const snapshot: ImageSnapshot = {
    ...bare,
    accuracy: await heldOutAccuracy(net, config, weights, data),
    population,
    samples: other?.samples ?? samplesToShow(net, data.heldOut, featuredSample),
    featuredSample,
  }
  const file = encodeSnapshot(snapshot)
  writeFileSync(new URL(`${id}.bin`, directory), file)
  total += file.length
  const exact = await heldOutAccuracy(net, config, trained, data)
  console.log(`${id}: ${file.length} bytes, accuracy ${snapshot.accuracy} (before rounding ${exact})`)
  if (featuredSample !== null) console.log(JSON.stringify(featuredSample))
  return snapshot
}

async function populationOf({ net, config, weights }: ImageSnapshot): Promise<StoredPopulation[]> {
  const session = sessionWith(config, weights)
  const { sites, count } = await measurePopulation(
    session,
    digitsData(net, data),
    populationCount,
    readbackPolicy,
  )
  session.dispose()
  const rounded = (values: Float32Array) => Array.from(values, (value) => Number(value.toFixed(5)))
  return sites.map(({ id, meanGate, meanGateByGroup, deadHidden }) => ({
    site: id,
    meanGate: rounded(meanGate),
    meanGateByGroup: meanGateByGroup.map(rounded),
    deadHidden,
    count,
  }))
}

/** @param other as above */
function featuredSampleOf(run: ImageSnapshot, other: ImageSnapshot | null): FeaturedSample | null {
  if (other !== null) return other.featuredSample === null ? null : withoutGates(other.featuredSample)
  return run.net === 'inks' ? inksFeaturedSample(run, data.heldOut) : null
}
