/**
 * Trains the four networks that ship with the page and writes public/snapshots/*.bin:
 * `inks` and `digits`, with SE and without, from the same seed by the same steps. Takes some minutes;
 * the same machine makes the same bytes.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { heldOutPair } from '../src/model/data/inks.ts'
import { type DataSource, digitImage, digitLabel } from '../src/model/data/mnist.ts'
import { recipeFor } from '../src/model/engine/recipe.ts'
import { measurePopulation } from '../src/model/engine/run/statistics.ts'
import { digitsData } from '../src/model/engine/run/trainingData.ts'
import { findClosing, findContrast, findPatches } from '../src/model/lab/featuredSample.ts'
import { heldOutCase } from '../src/model/lab/interventions.ts'
import type { ImageNetId } from '../src/model/networks/config.ts'
import { siteOf } from '../src/model/networks/forward.ts'
import { imageNetworkPlan } from '../src/model/networks/plan.ts'
import { decodeSnapshot, encodeSnapshot } from '../src/model/networks/snapshot.ts'
import type {
  FeaturedSample,
  ImageSnapshot,
  StoredPopulation,
  StoredSample,
} from '../src/model/networks/snapshotTypes.ts'
import {
  heldOutAccuracy,
  loadData,
  readbackPolicy,
  sessionWith,
  startWasm,
  trainFully,
} from './training/nodeRun.ts'

const seed = 1
/** Training pictures for the gate statistics. */
const populationCount = 2000
/** Held-out pictures that are searched: for the contrast and the patches, and for the closed gate, which is slow. */
const searched = 600
const searchedForClosing = 200
const shownSamples = 10
const patchCount = 3

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

/** @param other the same network with SE, whose samples are taken over */
async function makeSnapshot(
  net: ImageNetId,
  squeezeExcite: boolean,
  other: ImageSnapshot | null,
): Promise<ImageSnapshot> {
  const { config, weights: trained } = await trainFully(net, squeezeExcite, seed, data, console.log)
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
  const told = net === 'inks' && squeezeExcite ? featuredSampleOf({ ...bare, weights }) : null
  const first = told?.indices ?? []
  const snapshot: ImageSnapshot = {
    ...bare,
    accuracy: await heldOutAccuracy(net, config, weights, data),
    population: squeezeExcite ? await populationOf({ ...bare, weights }) : [],
    samples: other?.samples ?? indicesToShow(net, first).map((index) => storedSample(net, data, index)),
    featuredSample: told?.featuredSample ?? null,
  }
  const file = encodeSnapshot(snapshot)
  writeFileSync(new URL(`${id}.bin`, directory), file)
  total += file.length
  const exact = await heldOutAccuracy(net, config, trained, data)
  console.log(`${id}: ${file.length} bytes, accuracy ${snapshot.accuracy} (before rounding ${exact})`)
  if (told !== null) console.log(JSON.stringify(told.featuredSample))
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

/** The featuredSample, and the held-out pictures it needs: their order is that of the samples. */
function featuredSampleOf({ net, config, weights }: ImageSnapshot): {
  featuredSample: FeaturedSample
  indices: number[]
} {
  const plan = imageNetworkPlan(config)
  const site = siteOf(plan, 'site1')
  const cases = Array.from({ length: searched }, (_, index) => heldOutCase(net, data.heldOut, index))
  const contrast = findContrast(plan, weights, site, cases)
  const closing = findClosing(plan, weights, cases.slice(0, searchedForClosing))
  const patches = findPatches(plan, weights, site, contrast.channel, cases, patchCount)
  const indices = [
    ...new Set([contrast.position, closing.position, ...patches.map(({ position }) => position)]),
  ]
  const barOf = (index: number, swapped: boolean): 0 | 1 =>
    (heldOutPair(data.heldOut, index).bar === 0) === swapped ? 1 : 0
  const { position, swapped, ...closed } = closing
  return {
    indices,
    featuredSample: {
      site: site.id,
      channel: contrast.channel,
      sample: indices.indexOf(contrast.position),
      barA: barOf(contrast.position, contrast.swappedIsA),
      closing: { ...closed, sample: indices.indexOf(position), bar: barOf(position, swapped) },
      patches: patches.map(({ position: index, h, w }) => ({ index, bar: barOf(index, false), h, w })),
    },
  }
}

/** The needed pictures, then the first ones whose class is not shown yet. */
function indicesToShow(net: ImageNetId, needed: readonly number[]): number[] {
  const labelOf = (index: number) => heldOutCase(net, data.heldOut, index).own.label
  const shown = [...needed]
  const labels = new Set(shown.map(labelOf))
  for (let index = 0; shown.length < shownSamples && index < data.heldOut.count; index++) {
    if (shown.includes(index) || (labels.has(labelOf(index)) && labels.size < 10)) continue
    shown.push(index)
    labels.add(labelOf(index))
  }
  return shown
}

function storedSample(net: ImageNetId, { heldOut }: DataSource, index: number): StoredSample {
  const pair = net === 'inks' ? heldOutPair(heldOut, index) : null
  const digits = pair === null ? [index] : [pair.a, pair.b]
  return {
    index,
    digits: digits.map((digit) => digitImage(heldOut, digit)),
    labels: digits.map((digit) => digitLabel(heldOut, digit)),
    bar: pair?.bar ?? 0,
  }
}
