/** What is due after a step, and when a run has reached its goal. */
import { expect, test } from 'vitest'
import type { Device } from '../../../../src/model/engine/backends/device.ts'
import type { PopulationStats } from '../../../../src/model/engine/protocol.ts'
import type { Run } from '../../../../src/model/engine/run/run.ts'
import type { TrainingData } from '../../../../src/model/engine/run/trainingData.ts'
import { StepLoop } from '../../../../src/model/engine/worker/loop.ts'
import { StepClock } from '../../../../src/model/engine/worker/pacing.ts'

/** Held-out pictures that are read right are the first `right` of `count`; `looks` are the numbers of pictures looked at. */
function runTo(
  step: number,
  { right, count, target }: { right: number; count: number; target: number | null },
) {
  const looks: number[] = []
  const counted: PopulationStats[] = []
  const data = {
    groups: 10,
    heldOut: { count, batch: (first: number, size: number) => ({ x: [], y: [first, size] }) },
    population: () => ({ epochSize: 1 }),
  }
  const run = {
    step: step - 1,
    schedule: null,
    heldOut: null as { accuracy: number; count: number } | null,
    config: { stopAtAccuracy: target },
    async train() {
      run.step += 1
    },
    session: {
      step,
      plan: { sites: [], ops: [] },
      evaluate({ y: [first = 0, size = 0] }: { y: number[] }) {
        if (first === 0) looks.push(0)
        looks[looks.length - 1] = first + size
        return [size, Math.max(0, Math.min(size, right - first))]
      },
    },
  }
  const loop = new StepLoop(
    // Tensors are lists of numbers here.
    { read: async (values: number[]) => Float32Array.from(values), lag: 0 } as unknown as Device,
    new StepClock(),
    () => false,
    (stats) => counted.push(stats),
  )
  loop.begin()
  const stops = loop.step(run as unknown as Run, data as unknown as TrainingData)
  return stops.then((reached) => ({ reached, looks, counts: counted.length, heldOut: run.heldOut }))
}

test('a goal that the first hundred pictures reach is confirmed on all of them', async () => {
  const few = await runTo(50, { right: 100, count: 400, target: 0.9 })
  expect(few).toMatchObject({ reached: false, looks: [100, 400], heldOut: { accuracy: 0.25, count: 400 } })
  const most = await runTo(50, { right: 370, count: 400, target: 0.9 })
  expect(most).toMatchObject({ reached: true, looks: [100, 400], heldOut: { accuracy: 0.925, count: 400 } })
  const exactly = await runTo(50, { right: 360, count: 400, target: 0.9 })
  expect(exactly.reached).toBe(true)
})

test('without a goal, or far from it, a look is one of a part, larger later', async () => {
  const early = await runTo(100, { right: 100, count: 400, target: null })
  expect(early).toMatchObject({ reached: false, looks: [100], heldOut: { accuracy: 1, count: 100 } })
  const late = await runTo(250, { right: 100, count: 400, target: 0.5 })
  expect(late).toMatchObject({ reached: false, looks: [250], heldOut: { accuracy: 0.4, count: 250 } })
})

test('looks every 50 steps to 100, then every 250; gates are counted at 50 and every 250', async () => {
  const due = async (step: number) => {
    const { looks, counts } = await runTo(step, { right: 0, count: 100, target: null })
    return [looks.length, counts]
  }
  const found = await Promise.all([49, 50, 51, 100, 150, 200, 250, 300, 500].map(due))
  expect(found).toEqual([
    [0, 0],
    [1, 1],
    [0, 0],
    [1, 0],
    [0, 0],
    [0, 0],
    [1, 1],
    [0, 0],
    [1, 1],
  ])
})
