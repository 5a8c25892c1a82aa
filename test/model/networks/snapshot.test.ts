import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DataFormatError } from '../../../src/model/data/errors.ts'
import { composeInks } from '../../../src/model/data/inks.ts'
import { cuedSeries } from '../../../src/model/data/series/cued.ts'
import type { LabelledPicture } from '../../../src/model/lab/interventions.ts'
import { imageNetworkConfig } from '../../../src/model/networks/config.ts'
import { forwardNetwork } from '../../../src/model/networks/forward.ts'
import { networkPlan } from '../../../src/model/networks/networkPlan.ts'
import { imageNetworkPlan } from '../../../src/model/networks/plan.ts'
import { decodeSnapshot, encodeSnapshot } from '../../../src/model/networks/snapshot.ts'
import type { FeaturedSample, Snapshot, Study } from '../../../src/model/networks/snapshotTypes.ts'
import { siteOrFirst } from '../../../src/model/state/shown.ts'
import { nd, sizeOf } from '../../../src/model/tensor.ts'
import { drawnPicture, drawnWeights } from './networkCases.ts'

const config = imageNetworkConfig('inks')
const plan = imageNetworkPlan(config)
const picture = (seed: number) => drawnPicture([28, 28, 1], seed).data.map((v) => v * 255)

const snapshot: Snapshot = {
  id: 'inks-se',
  net: 'inks',
  config,
  steps: 12,
  batchSize: 16,
  learningRate: 0.004,
  seed: 1,
  accuracy: 0.9375,
  pictures: 2000,
  weights: drawnWeights(plan, 1),
  population: [
    { site: 'site1', meanGate: [0.25], meanGateByGroup: [[0.5], [0]], deadHidden: [true, false], count: 10 },
  ],
  samples: [
    { index: 4, digits: [Uint8Array.from(picture(1)), Uint8Array.from(picture(2))], labels: [3, 8], bar: 1 },
    { index: 9, digits: [Uint8Array.from(picture(3)), Uint8Array.from(picture(4))], labels: [0, 1], bar: 0 },
  ],
  featuredSample: null,
}
const file = encodeSnapshot(snapshot)

describe('a stored run', () => {
  const back = decodeSnapshot(file)

  test('comes back as it was, but for the rounding of kernels', () => {
    expect({ ...back, weights: null }).toEqual({ ...snapshot, weights: null })
    for (const { name, shape, offset } of plan.weights) {
      const [stored, own] = [back, snapshot].map(({ weights }) =>
        weights.slice(offset, offset + sizeOf(shape)),
      )
      if (shape.length < 4) expect(stored).toEqual(own)
      else expect(errorInSteps(own ?? [], stored ?? [], shape.at(-1) ?? 0), name).toBeLessThanOrEqual(0.501)
    }
  })

  test('computes nearly the same', () => {
    const input = drawnPicture(config.inputShape, 8)
    const [a, b] = [snapshot, back].map(
      ({ weights }) => forwardNetwork(plan, weights, input).probabilities.data,
    )
    for (const [i, p] of (a ?? []).entries()) expect(Math.abs(p - (b?.[i] ?? 1))).toBeLessThan(0.03)
  })

  test('may lie anywhere in a buffer', () => {
    const shifted = new Uint8Array(file.length + 3)
    shifted.set(file, 3)
    expect(decodeSnapshot(shifted.subarray(3))).toEqual(back)
  })
})

/** Greatest rounding error in steps of the channel's scale. */
function errorInSteps(own: ArrayLike<number>, stored: ArrayLike<number>, channels: number): number {
  const largest = new Float64Array(channels)
  for (let i = 0; i < own.length; i++) {
    largest[i % channels] = Math.max(largest[i % channels] ?? 0, Math.abs(own[i] ?? 0))
  }
  let worst = 0
  for (let i = 0; i < own.length; i++) {
    const step = (largest[i % channels] ?? 0) / 127
    worst = Math.max(worst, Math.abs((own[i] ?? 0) - (stored[i] ?? 0)) / step)
  }
  return worst
}

test('a kernel of zeros stays zero', () => {
  const zeros = decodeSnapshot(encodeSnapshot({ ...snapshot, weights: new Float32Array(plan.size) }))
  expect(zeros.weights.every((value) => value === 0)).toBe(true)
})

test('a damaged file is refused as such, never with another error', () => {
  expect(() => decodeSnapshot(new Uint8Array(5))).toThrow(DataFormatError)
  fc.assert(
    fc.property(fc.nat(file.length - 1), (length) => {
      expect(() => decodeSnapshot(file.slice(0, length))).toThrow(DataFormatError)
    }),
  )
  const otherVersion = file.slice()
  otherVersion[4] = 9
  expect(() => decodeSnapshot(otherVersion)).toThrow('version 9')
  const noJson = file.slice()
  noJson[12] = 0x21
  expect(() => decodeSnapshot(noJson)).toThrow('the description of the run cannot be read')
})

describe('the runs that ship', () => {
  const directory = new URL('../../../public/snapshots/', import.meta.url)
  const ids = ['inks-se', 'inks-plain', 'digits-se', 'digits-plain'] as const
  const read = (id: string) => decodeSnapshot(readFileSync(new URL(`${id}.bin`, directory)))

  test('take no more than 150 kB together, those of series 75 kB', () => {
    const sizeOf = (wanted: (name: string) => boolean) =>
      readdirSync(directory)
        .filter(wanted)
        .reduce((sum, name) => sum + statSync(new URL(name, directory)).size, 0)
    const isSeries = (name: string) => /^(series|cued)-/.test(name)
    expect(sizeOf(isSeries)).toBeLessThanOrEqual(75_000)
    const sizes = [sizeOf((name) => !isSeries(name))]
    expect(sizes.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(150_000)
  })

  test.each(ids)('%s', (id) => {
    const run = read(id)
    expect(run.id).toBe(id)
    expect(run.config.squeezeExcite).toBe(id.endsWith('se'))
    expect(run.weights.every(Number.isFinite)).toBe(true)
    expect(run.population.map(({ site }) => site)).toEqual(id.endsWith('se') ? ['site1', 'site2'] : [])
    expect(run.samples.length).toBeGreaterThanOrEqual(7)
    expect(run.accuracy).toBeGreaterThan(id === 'inks-plain' ? 0.8 : 0.93)
  })

  test('the featuredSample is what the file says', () => {
    const run = read('inks-se')
    const told = run.featuredSample
    if (told === null) throw new Error('no featuredSample')
    const { closing: shut } = told
    if (shut === null) throw new Error('no gate to close')
    const [sample, closing] = [told, shut].map(({ index }) => run.samples.find((one) => one.index === index))
    if (!sample || !closing) throw new Error('its pictures are missing')
    expect(run.samples[0]).toBe(sample)
    const trace = (bar: 0 | 1) =>
      forwardNetwork(networkPlan(run.config), run.weights, inksInput(sample.digits, bar))
    const gate = (bar: 0 | 1) => trace(bar).sites[told.site]?.block?.s.data[told.channel] ?? 0
    expect(Math.abs(gate(0) - gate(1))).toBeGreaterThan(0.8)
    for (const bar of [0, 1] as const) {
      expect(largest(trace(bar).logits.data)).toBe(sample.labels[bar])
    }
    const input = inksInput(closing.digits, shut.bar)
    const before = forwardNetwork(networkPlan(run.config), run.weights, input)
    const gates = before.sites[shut.site]?.block?.s.data.with(shut.channel, 0)
    const after = forwardNetwork(networkPlan(run.config), run.weights, input, {
      overrides: { [shut.site]: { gates: gates ?? new Float32Array() } },
    })
    const probability = ({ probabilities }: typeof before) => probabilities.data[shut.predictionBefore]
    expect(largest(before.logits.data)).toBe(shut.predictionBefore)
    expect(largest(after.logits.data)).toBe(shut.predictionAfter)
    expect(probability(before)).toBeCloseTo(shut.probabilityBefore, 5)
    expect(probability(after)).toBeCloseTo(shut.probabilityAfter, 5)
    const indices = run.samples.map(({ index }) => index)
    for (const patch of told.patches) expect(indices).toContain(patch.index)
  })

  test.each(['inks-se', 'cued-se'])('%s opens on a version whose reading the gates turn', (id) => {
    const run = read(id)
    const told = run.featuredSample
    if (told === null) throw new Error('no featuredSample')
    const plan = networkPlan(run.config)
    const versions = ([told.barA, told.barA === 0 ? 1 : 0] as const).map((bar) => versionOf(run, told, bar))
    const [shown, other] = versions as [LabelledPicture, LabelledPicture]
    const [own, there] = versions.map(({ input }) => forwardNetwork(plan, run.weights, input))
    const readWith = (gates: (site: string) => ArrayLike<number> | undefined, sites: readonly string[]) => {
      const overrides = Object.fromEntries(
        sites.map((site) => [site, { gates: Float32Array.from(gates(site) ?? []) }]),
      )
      return largest(forwardNetwork(plan, run.weights, shown.input, { overrides }).logits.data)
    }
    const mean = (site: string) => run.population.find((one) => one.site === site)?.meanGate
    const lent = (site: string) => there?.sites[site]?.block?.s.data
    const one = (site: string) =>
      own?.sites[site]?.block?.s.data.with(told.channel, lent(site)?.[told.channel] ?? Number.NaN)
    expect(largest(own?.logits.data ?? new Float32Array())).toBe(shown.label)
    expect(largest(there?.logits.data ?? new Float32Array())).toBe(other.label)
    for (const sites of [[told.site], plan.sites.map((site) => site.id)]) {
      expect(readWith(mean, sites)).toBe(other.label)
      expect(readWith(lent, sites)).toBe(other.label)
    }
    expect(readWith(one, [told.site])).toBe(other.label)
    expect(told.site).toBe(siteOrFirst(plan, null).id)
    const { site, channel, index, barA } = told
    expect(read(id.replace('-se', '-plain')).featuredSample).toMatchObject({ site, channel, index, barA })
  })

  test('the study covers all networks from five seeds', () => {
    const path = new URL('study.json', directory)
    expect(existsSync(path)).toBe(true)
    const studies = JSON.parse(readFileSync(path, 'utf8')) as Record<string, Study>
    expect(Object.keys(studies).sort()).toEqual(['cued', 'digits', 'inks', 'series'])
    for (const { seeds, withSe, withoutSe, steps, net } of Object.values(studies)) {
      expect([withSe.length, withoutSe.length]).toEqual([5, 5])
      expect(seeds[0]).toBe(read(`${net}-se`).seed)
      // A stored run on series is of the step that the validation part chose.
      if (net === 'inks' || net === 'digits') expect(steps).toBe(read(`${net}-se`).steps)
    }
  })
})

const largest = (values: Float32Array) => values.indexOf(Math.max(...values))

/** The picture or series that a run opens on, with that bar or cue. */
function versionOf(run: Snapshot, { index }: FeaturedSample, bar: 0 | 1): LabelledPicture {
  if (run.net === 'inks') {
    const sample = run.samples.find((one) => one.index === index)
    if (sample === undefined) throw new Error(`no picture ${index}`)
    return { input: inksInput(sample.digits, bar), label: sample.labels[bar] ?? -1 }
  }
  const { x, label } = cuedSeries({}, 'test', index, bar)
  return { input: nd(['t', 'c'], [x.length / 3, 3], x), label }
}

function inksInput(digits: readonly Uint8Array[], bar: 0 | 1) {
  const [a, b] = digits
  if (!a || !b) throw new Error('two digits are needed')
  return composeInks(a, b, bar)
}
