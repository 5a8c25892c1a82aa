/** Kept runs of the series network: what is offered again, and what is not trusted. */
import { describe, expect, test } from 'vitest'
import { isCheckpoint } from '../../../../src/components/training/controller/checkpointShape.ts'
import { choicesOf } from '../../../../src/components/training/controller/runChoices.ts'
import { streamStateLength } from '../../../../src/model/data/stream.ts'
import type { Checkpoint, SeriesRunConfig } from '../../../../src/model/engine/protocol.ts'
import { newSchedule } from '../../../../src/model/engine/run/learningSchedule.ts'
import { seriesNetworkConfig } from '../../../../src/model/networks/config.ts'
import { seriesNetworkPlan } from '../../../../src/model/networks/seriesPlan.ts'
import { initialWeights } from '../../../../src/model/networks/weights.ts'
import { choicesOfKey, seriesKey } from '../../../../src/model/state/seriesKey.ts'

const network = seriesNetworkConfig('small', [30, 4], 2, { shuffle: false })
const plan = seriesNetworkPlan(network)
const weights = initialWeights(plan, 1)
const config: SeriesRunConfig = {
  net: 'series',
  network,
  data: 'weather-city',
  seed: 1,
  batchSize: 16,
  learningRate: 1e-3,
  backend: 'auto',
  stopAtAccuracy: null,
  maxStepsPerSecond: null,
}
const trainable = plan.weights
  .filter((spec) => spec.trainable)
  .reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1), 0)
const chosen = { step: 8, loss: 0.4, accuracy: 0.9, count: 20, weights }
const good: Checkpoint = {
  config,
  step: 12,
  weights,
  moments: new Float32Array(2 * trainable),
  random: new Uint32Array(streamStateLength),
  schedule: { ...newSchedule, epoch: 3, lowest: 0.5, chosen },
}

test('a sound run is offered again, also before its first validation', () => {
  expect(isCheckpoint(good)).toBe(true)
  expect(isCheckpoint({ ...good, schedule: newSchedule })).toBe(true)
  const other = { ...network, gate: 'tanh', squeeze: 'max' } as const
  expect(isCheckpoint({ ...good, config: { ...config, network: other } })).toBe(true)
})

describe('a damaged run is not offered', () => {
  test.each([
    ['without its course', { schedule: undefined }],
    ['a schedule that counts backwards', { schedule: { ...newSchedule, epoch: -1 } }],
    [
      'chosen weights of another network',
      { schedule: { ...newSchedule, chosen: { ...chosen, weights: new Float32Array(3) } } },
    ],
    [
      'chosen weights that are no numbers',
      { schedule: { ...newSchedule, chosen: { ...chosen, weights: weights.map(() => Number.NaN) } } },
    ],
    ['an accuracy of 9', { schedule: { ...newSchedule, chosen: { ...chosen, accuracy: 9 } } }],
    ['a loss as text', { schedule: { ...newSchedule, lossSum: 'x' } }],
    ['on a file that is not here', { config: { ...config, data: 'own-1-Moves' } }],
    ['on data that do not exist', { config: { ...config, data: 'planted-evil' } }],
    ['filters of no size', { config: { ...config, network: { ...network, filters: [4096, 4096, 4096] } } }],
    ['a series of a million steps', { config: { ...config, network: { ...network, inputShape: [1e6, 4] } } }],
    ['no gate that there is', { config: { ...config, network: { ...network, gate: 'step' } } }],
    ['another drop rate', { config: { ...config, network: { ...network, dropout: 0 } } }],
  ])('%s', (_, changes) => {
    expect(isCheckpoint({ ...good, ...changes })).toBe(false)
  })
})

test('the choices of a run lead back to its data and its network', () => {
  expect(choicesOf({ ...config, data: 'planted-timing-0101-1-u' })).toMatchObject({
    net: 'series',
    data: 'planted',
    plant: { useful: [false, true, false, true], signal: 'timing', noise: 1, unequal: true },
    size: 'small',
    dimensionShuffle: false,
    lstm: true,
  })
})

test.each([
  'weather-city',
  'weather-citySeason',
  'cued',
  'planted-frequency-010010-0.5',
  'planted-amplitude-11-0-u',
])('%s: a name and back', (key) => {
  const choices = choicesOfKey(key)
  expect(choices).not.toBeNull()
  const plant = { useful: [true, true], signal: 'timing', noise: 0, unequal: false } as const
  expect(seriesKey({ data: 'own', task: 'city', plant, ...choices })).toBe(key)
})

test('what only the reader has has no name', () => {
  const plant = { useful: [true, true], signal: 'timing', noise: 0, unequal: false } as const
  for (const data of ['own', 'gestures'] as const) expect(seriesKey({ data, task: 'city', plant })).toBeNull()
  expect(choicesOfKey('own-1')).toBeNull()
})
