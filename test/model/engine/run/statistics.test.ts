/** Measurements over many samples, with a network whose answers are written down. */
import { expect, test } from 'vitest'
import type { Read, TrainingSession } from '../../../../src/model/engine/run/session.ts'
import { measureHeldOut, measurePopulation } from '../../../../src/model/engine/run/statistics.ts'
import type { SampleList, TrainingData } from '../../../../src/model/engine/run/trainingData.ts'

/** Tensors are lists of numbers here. */
const read = (async (values: number[]) => Float32Array.from(values)) as unknown as Read
const policy = { breathe: async () => undefined, read }

/** Sample n: gates n and 10 n; hidden units n − 3, which the first four do not wake, and 0; group n % 2. */
function population(epochSize: number) {
  const asked: number[] = []
  let dealt = 0
  const data = {
    groups: 3,
    population: () => ({
      epochSize,
      next(size: number) {
        asked.push(size)
        const numbers = Array.from({ length: size }, () => dealt++)
        return { x: numbers, y: numbers, group: Uint8Array.from(numbers, (n) => n % 2) }
      },
    }),
  }
  const session = {
    step: 8,
    plan: { sites: [{ id: 'site1', channels: 2, reduced: 2 }], ops: [{ id: 'site1' }] },
    infer(numbers: number[], pick: (outputs: ReadonlyMap<string, number[]>) => number[][]) {
      const gates = numbers.flatMap((n) => [n, 10 * n])
      const hidden = numbers.flatMap((n) => [Math.max(0, n - 3), 0])
      return pick(
        new Map([
          ['site1/s', gates],
          ['site1/hidden', hidden],
        ]),
      )
    },
  }
  const measure = (most: number) =>
    measurePopulation(session as unknown as TrainingSession, data as unknown as TrainingData, most, policy)
  return { asked, measure }
}

test('no sample is counted twice, however many are asked for', async () => {
  const { asked, measure } = population(6)
  const { step, count, sites } = await measure(100)
  expect([step, count, asked]).toEqual([8, 6, [6]])
  expect([...(sites[0]?.meanGate ?? [])]).toEqual([2.5, 25])
})

test('means over all and by group, in slices of fifty; a unit that nothing wakes is dead', async () => {
  const { asked, measure } = population(1000)
  const { count, sites } = await measure(120)
  expect([count, asked]).toEqual([120, [50, 50, 20]])
  const [site] = sites
  expect(site?.id).toBe('site1')
  expect([...(site?.meanGate ?? [])]).toEqual([59.5, 595])
  expect(site?.meanGateByGroup.map((mean) => [...mean])).toEqual([
    [59, 590],
    [60, 600],
    // A group that never came has no mean.
    [Number.NaN, Number.NaN],
  ])
  expect(site?.deadHidden).toEqual([false, true])
  expect((await population(1000).measure(3)).sites[0]?.deadHidden).toEqual([true, true])
})

test('held-out loss and accuracy are those of the samples looked at; who is told to stop says nothing', async () => {
  const asked: number[][] = []
  const samples = {
    count: 130,
    batch(first: number, size: number) {
      asked.push([first, size])
      return { x: [], y: [first, size] }
    },
  }
  // The sums of a batch: every sample costs 2, and of each batch ten are right.
  const session = {
    step: 4,
    evaluate: ({ y: [, size = 0] }: { y: number[] }) => [2 * size, 10],
  }
  const look = (count: number, stop: () => boolean) =>
    measureHeldOut(
      session as unknown as TrainingSession,
      samples as unknown as SampleList,
      count,
      policy,
      stop,
    )
  expect(await look(500, () => false)).toEqual({ step: 4, loss: 2, accuracy: 30 / 130, count: 130 })
  expect(asked.splice(0)).toEqual([
    [0, 50],
    [50, 50],
    [100, 30],
  ])
  expect(await look(60, () => false)).toEqual({ step: 4, loss: 2, accuracy: 20 / 60, count: 60 })
  asked.length = 0
  expect(await look(60, () => true)).toBeNull()
  expect(asked).toHaveLength(1)
})
