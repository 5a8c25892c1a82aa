/** What a stored run is told by: the picture that it opens on, and those that ship with it. */
import { heldOutPair } from '../../src/model/data/inks.ts'
import { type DigitSet, digitImage, digitLabel } from '../../src/model/data/mnist.ts'
import type { SeriesProblem } from '../../src/model/data/series/types.ts'
import { findClosing, findOpening, findPatches } from '../../src/model/lab/featuredSample.ts'
import { heldOutCase } from '../../src/model/lab/interventions.ts'
import type { ImageNetId } from '../../src/model/networks/config.ts'
import { siteOf } from '../../src/model/networks/forward.ts'
import { networkPlan } from '../../src/model/networks/networkPlan.ts'
import type { FeaturedSample, Snapshot, StoredSample } from '../../src/model/networks/snapshotTypes.ts'
import { siteOrFirst } from '../../src/model/state/shown.ts'
import { seriesCases } from './seriesCases.ts'

/** Held-out pictures that are searched: for the opening and the patches, and for the closed gate, which is slow. */
const searched = 600
const searchedForClosing = 200
const shownSamples = 10
const patchCount = 3

type Told = Pick<Snapshot, 'config' | 'weights' | 'population'>

/** @param run with its population; weights as the page will read them */
export function inksFeaturedSample({ config, weights, population }: Told, heldOut: DigitSet): FeaturedSample {
  const plan = networkPlan(config)
  const site = siteOf(plan, 'site1')
  const cases = Array.from({ length: searched }, (_, index) => heldOutCase('inks', heldOut, index))
  const opening = findOpening(plan, weights, site, cases, meansOf(population))
  const { position, swapped, ...closing } = findClosing(plan, weights, cases.slice(0, searchedForClosing))
  const patches = findPatches(plan, weights, site, opening.channel, cases, patchCount)
  const barOf = (index: number, other: boolean): 0 | 1 =>
    (heldOutPair(heldOut, index).bar === 0) === other ? 1 : 0
  return {
    site: site.id,
    channel: opening.channel,
    index: opening.position,
    barA: barOf(opening.position, opening.swapped),
    closing: { ...closing, index: position, bar: barOf(position, swapped) },
    patches: patches.map(({ position: index, h, w }) => ({ index, bar: barOf(index, false), h, w })),
  }
}

/** Of the site that the page opens on. */
export function cuedFeaturedSample(
  { config, weights, population }: Told,
  problem: SeriesProblem,
): FeaturedSample {
  const plan = networkPlan(config)
  const site = siteOrFirst(plan, null)
  const cases = seriesCases('cued', problem)
  const { position, swapped, channel } = findOpening(plan, weights, site, cases, meansOf(population))
  const own = problem.test.group[position] === 1
  return {
    site: site.id,
    channel,
    index: position,
    barA: own === swapped ? 0 : 1,
    closing: null,
    patches: [],
  }
}

/** The network without SE opens on the same picture; nothing else is said of its gates. */
export function withoutGates(featuredSample: FeaturedSample): FeaturedSample {
  return { ...featuredSample, closing: null, patches: [] }
}

function meansOf(population: Snapshot['population']): Record<string, Float32Array> {
  return Object.fromEntries(population.map(({ site, meanGate }) => [site, Float32Array.from(meanGate)]))
}

/** The pictures that the featuredSample needs, then the first ones whose class is not shown yet. */
export function samplesToShow(
  net: ImageNetId,
  heldOut: DigitSet,
  featuredSample: FeaturedSample | null,
): StoredSample[] {
  const { index: first, closing, patches } = featuredSample ?? { index: null, closing: null, patches: [] }
  const needed = [first, closing?.index, ...patches.map(({ index }) => index)]
  const shown = [...new Set(needed.filter((index) => index != null))]
  const labelOf = (index: number) => heldOutCase(net, heldOut, index).own.label
  const labels = new Set(shown.map(labelOf))
  for (let index = 0; shown.length < shownSamples && index < heldOut.count; index++) {
    if (shown.includes(index) || (labels.has(labelOf(index)) && labels.size < 10)) continue
    shown.push(index)
    labels.add(labelOf(index))
  }
  return shown.map((index) => storedSample(net, heldOut, index))
}

function storedSample(net: ImageNetId, heldOut: DigitSet, index: number): StoredSample {
  const pair = net === 'inks' ? heldOutPair(heldOut, index) : null
  const digits = pair === null ? [index] : [pair.a, pair.b]
  return {
    index,
    digits: digits.map((digit) => digitImage(heldOut, digit)),
    labels: digits.map((digit) => digitLabel(heldOut, digit)),
    bar: pair?.bar ?? 0,
  }
}
