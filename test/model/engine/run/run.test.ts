/** The places a run goes back to: what has lived long enough, and what was forgotten on the way back. */
import '@tensorflow/tfjs-backend-cpu'
import * as tf from '@tensorflow/tfjs-core'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { SeriesPart, SeriesProblem } from '../../../../src/model/data/series/types.ts'
import { registerTrainingGradients } from '../../../../src/model/engine/kernels/gradients.ts'
import type { HeldOutMetric, SeriesRunConfig } from '../../../../src/model/engine/protocol.ts'
import { Run } from '../../../../src/model/engine/run/run.ts'
import { readAndDispose } from '../../../../src/model/engine/run/session.ts'
import { seriesData } from '../../../../src/model/engine/run/trainingData.ts'
import { seriesNetworkConfig } from '../../../../src/model/networks/config.ts'

const part = (count: number): SeriesPart => ({
  count,
  x: Float32Array.from({ length: count * 4 }, (_, i) => Math.sin(i)),
  y: Uint8Array.from({ length: count }, (_, i) => i % 2),
  group: new Uint8Array(count),
  lengths: new Uint16Array(count).fill(4),
})
const problem: SeriesProblem = {
  name: 'short',
  channels: 1,
  channelNames: ['a'],
  classes: ['plus', 'minus'],
  length: 4,
  groups: 1,
  train: part(6),
  validation: part(2),
  test: part(2),
  scale: null,
}

let run: Run

beforeAll(async () => {
  registerTrainingGradients()
  await tf.setBackend('cpu')
})
beforeEach(() => {
  const config: SeriesRunConfig = {
    net: 'series',
    data: 'short',
    network: seriesNetworkConfig('small', [4, 1], 2, { filters: [2, 2, 2], kernels: [1, 1, 1], lstm: false }),
    seed: 5,
    batchSize: 2,
    learningRate: 1e-3,
    backend: 'cpu',
    stopAtAccuracy: null,
    maxStepsPerSecond: null,
  }
  run = new Run(config, seriesData(problem))
})
afterEach(() => run.dispose())

async function trainTo(step: number): Promise<void> {
  while (run.step < step) await run.train(readAndDispose, 0)
}

const seenAt = (step: number): HeldOutMetric => ({ step, loss: 1, accuracy: 0.5, count: 100 })

test('a state is good when the run has lived ten steps beyond it', async () => {
  await trainTo(3)
  await run.remember(readAndDispose)
  await trainTo(5)
  // While one is on probation no other takes its place.
  await run.remember(readAndDispose)
  await trainTo(12)
  expect(run.lastGood.step).toBe(0)
  await trainTo(13)
  expect(run.lastGood.step).toBe(3)
  await run.remember(readAndDispose)
  await trainTo(23)
  expect(run.lastGood.step).toBe(13)
})

test('the latest state is where it came to rest, until there is a later good one', async () => {
  expect(run.latest.step).toBe(0)
  await trainTo(4)
  await run.comeToRest(readAndDispose)
  expect(run.latest.step).toBe(4)
  await run.remember(readAndDispose)
  await trainTo(5)
  await run.comeToRest(readAndDispose)
  await trainTo(14)
  expect([run.lastGood.step, run.latest.step]).toEqual([4, 5])
})

test('going back forgets what was remembered, and the result of a later step alone', async () => {
  await trainTo(4)
  const four = await run.checkpoint(readAndDispose)
  run.heldOut = seenAt(4)
  run.goTo(four)
  expect(run.heldOut).toEqual(seenAt(4))
  await trainTo(6)
  await run.remember(readAndDispose)
  await run.comeToRest(readAndDispose)
  run.heldOut = seenAt(5)
  run.goTo(four)
  expect([run.step, run.lastGood.step, run.latest.step, run.heldOut]).toEqual([4, 4, 4, null])
  expect(run.metrics.drain().map(({ step }) => step)).toEqual([1, 2, 3, 4])
  await trainTo(17)
  expect(run.lastGood.step).toBe(4)
})
