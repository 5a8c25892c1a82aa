/** The places a run goes back to: what has lived long enough, and what was forgotten on the way back. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { HeldOutMetric } from '../../../../src/model/engine/protocol.ts'
import { Run } from '../../../../src/model/engine/run/run.ts'
import { readAndDispose } from '../../../../src/model/engine/run/session.ts'
import { digitsData } from '../../../../src/model/engine/run/trainingData.ts'
import { imageNetworkConfig } from '../../../../src/model/networks/config.ts'
import { startBackend } from '../../tfBackend.ts'
import { barData, smallRun } from '../engineRig.ts'

let run: Run

beforeEach(async () => {
  await startBackend('wasm')
  const network = imageNetworkConfig('digits', { filters: [2], ratio: 2 })
  run = new Run(smallRun('wasm', { batchSize: 2, network }), digitsData('digits', barData))
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
