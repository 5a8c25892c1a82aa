import { describe, expect, test } from 'vitest'
import { isCheckpoint } from '../../../../src/components/training/controller/checkpointShape.ts'
import { wantedRun, withFrame } from '../../../../src/components/training/controller/liveRun.ts'
import { streamStateLength } from '../../../../src/model/data/stream.ts'
import { backendNames, type Frame } from '../../../../src/model/engine/protocol.ts'
import { packingOf } from '../../../../src/model/engine/run/packing.ts'
import { networkPlan } from '../../../../src/model/networks/networkPlan.ts'
import { initialWeights } from '../../../../src/model/networks/weights.ts'
import { liveRun } from '../../../../src/model/state/shownRun.ts'
import type { LiveRun } from '../../../../src/model/state/slices/run.ts'
import { createAppStore } from '../../../../src/model/state/store.ts'
import { storedRun } from '../../../model/storedRuns.ts'

const store = createAppStore({
  snapshots: { 'inks-se': storedRun('inks-se'), 'inks-plain': storedRun('inks-plain') },
})
const config = wantedRun(store.getState())
const plan = networkPlan(config.network)

const good = {
  config,
  step: 12,
  weights: initialWeights(plan, 1),
  moments: new Float32Array(2 * packingOf(plan).trainableSize),
  random: new Uint32Array(streamStateLength),
}

const network = (changes: object) => ({ config: { ...config, network: { ...config.network, ...changes } } })
const run = (changes: object) => ({ config: { ...config, ...changes } })
const filled = (array: Float32Array, value: number) => array.map((old, i) => (i === 3 ? value : old))

describe('a run that lay in storage', () => {
  test('as it was written is gone on with, with SE and without, whatever computed it', () => {
    expect(isCheckpoint(good)).toBe(true)
    for (const computedBy of backendNames) expect(isCheckpoint({ ...good, computedBy })).toBe(true)
    const plain = createAppStore({ ...store.getState(), snapshot: 'plain' })
    const other = wantedRun(plain.getState())
    const size = networkPlan(other.network)
    const moments = new Float32Array(2 * packingOf(size).trainableSize)
    expect(isCheckpoint({ ...good, config: other, weights: new Float32Array(size.size), moments })).toBe(true)
  })

  test.each<[string, object | null]>([
    ['nothing', null],
    ['weights as a plain list', { weights: [...good.weights] }],
    ['weights cut short', { weights: good.weights.slice(1) }],
    ['a weight that is no number', { weights: filled(good.weights, Number.NaN) }],
    ['a weight out of bounds', { weights: filled(good.weights, 3e38) }],
    ['no moments', { moments: undefined }],
    ['moments cut short', { moments: good.moments.slice(1) }],
    ['a moment that is no number', { moments: filled(good.moments, Number.NaN) }],
    ['random state cut short', { random: good.random.slice(1) }],
    ['step 0', { step: 0 }],
    ['half a step', { step: 60.5 }],
    ['a step without end', { step: Number.POSITIVE_INFINITY }],
    ['a step as text', { step: '12' }],
    ['no configuration', { config: undefined }],
    ['another network’s name', run({ net: 'digits' })],
    ['an unknown network', run({ net: '__proto__' })],
    ['an unknown gate', network({ gate: 'evil' })],
    ['no squeeze', network({ squeeze: null })],
    ['pictures of another size', network({ inputShape: [280, 280, 2] })],
    ['other filters', network({ filters: [4096, 4096] })],
    ['a batch of millions', run({ batchSize: 1e7 })],
    ['a batch of nothing', run({ batchSize: 0 })],
    ['a rate as text', run({ learningRate: 'x' })],
    ['a rate that is no number', run({ learningRate: Number.NaN })],
    ['an unknown backend', run({ backend: 'evil' })],
    ['a seed as text', run({ seed: 'x' })],
    ['computed by nothing that there is', { computedBy: 'auto' }],
  ])('%s: it is not offered', (_, changes) => {
    expect(isCheckpoint(changes === null ? null : { ...good, ...changes })).toBe(false)
  })
})

const live: LiveRun = {
  run: 1,
  config,
  plan,
  weights: good.weights,
  step: 12,
  epoch: 0,
  metrics: [],
  heldOut: [],
  chosen: null,
  computedBefore: null,
  stepsPerSecond: 0,
  tensors: 0,
  history: [],
  population: [],
  populationStep: null,
  own: null,
}

test('a run is on show only with the network and the block that it trains', () => {
  const shows = (changes: object) => liveRun({ ...store.getState(), live, ...changes }) === live
  expect(shows({})).toBe(true)
  expect(shows({ r: 4 })).toBe(true)
  expect(shows({ r: 8 })).toBe(false)
  expect(shows({ net: 'digits' })).toBe(false)
  expect(shows({ snapshot: 'plain' })).toBe(false)
})

test('a long run keeps a bounded curve, from its first steps to its last', () => {
  const frame = (from: number, count: number): Frame => ({
    run: 1,
    step: from + count,
    epoch: 0,
    weights: good.weights,
    metrics: Array.from({ length: count }, (_, i) => ({
      step: from + i + 1,
      loss: from + i + 1,
      accuracy: 0.5,
    })),
    heldOut: null,
    chosen: null,
    stepsPerSecond: 1,
    learningRate: 1,
    tensors: 0,
  })
  let long = live
  for (let step = 0; step < 100_000; step += 1000) long = withFrame(long, frame(step, 1000))
  const { metrics } = long
  expect(metrics.length).toBeGreaterThan(4000)
  expect(metrics.length).toBeLessThanOrEqual(8192)
  expect(metrics[0]?.step).toBeLessThan(100)
  expect(metrics.at(-1)?.step).toBe(100_000)
  for (let i = 1; i < metrics.length; i++) expect(metrics[i]?.loss).toBeGreaterThan(metrics[i - 1]?.loss ?? 0)
})
