/** Training of the series network: epochs, what chooses the weights, and that a resumed run cannot be told apart. */
import * as tf from '@tensorflow/tfjs-core'
import { describe, expect, test } from 'vitest'
import { normal, seededState } from '../../../../src/model/data/rng.ts'
import { openSeriesStream } from '../../../../src/model/data/series/stream.ts'
import type { SeriesPart, SeriesProblem } from '../../../../src/model/data/series/types.ts'
import type { HeldOutMetric, SeriesRunConfig } from '../../../../src/model/engine/protocol.ts'
import { dropoutFactors } from '../../../../src/model/engine/run/dropout.ts'
import {
  afterEpoch,
  isBest,
  isExhausted,
  type LearningSchedule,
  newSchedule,
  rateShare,
  STOP_PATIENCE,
  validationPeriod,
  withChosen,
  withLoss,
} from '../../../../src/model/engine/run/learningSchedule.ts'
import {
  clearlyBetter,
  compareSeeds,
  type SeedNews,
  seedSteps,
  spreadOf,
} from '../../../../src/model/lab/seeds.ts'
import { seriesNetworkConfig } from '../../../../src/model/networks/config.ts'
import { forwardNetwork } from '../../../../src/model/networks/forward.ts'
import { seriesNetworkPlan } from '../../../../src/model/networks/seriesPlan.ts'
import { nd } from '../../../../src/model/tensor.ts'
import { misfit } from '../../misfit.ts'
import { startBackend } from '../../tfBackend.ts'
import { advanceBy, type Rig, rig } from '../engineRig.ts'

const [length, channels, classes] = [12, 2, 2]

/** Class 1 has its first variable turned round; learnt within a few epochs. */
function part(count: number, seed: number): SeriesPart {
  const random = seededState(seed)
  const x = new Float32Array(count * length * channels)
  const y = Uint8Array.from({ length: count }, (_, n) => n % classes)
  for (let n = 0; n < count; n++) {
    for (let t = 0; t < length; t++) {
      const at = (n * length + t) * channels
      x[at] = (y[n] === 1 ? -1 : 1) * Math.sin(t) + 0.3 * normal(random)
      x[at + 1] = normal(random)
    }
  }
  return { count, x, y, group: y, lengths: new Uint16Array(count).fill(length) }
}

const problem: SeriesProblem = {
  name: 'turned',
  channels,
  channelNames: ['a', 'b'],
  classes: ['plus', 'minus'],
  length,
  groups: classes,
  train: part(20, 1),
  validation: part(8, 2),
  test: part(11, 3),
  scale: null,
}

function seriesRun(changes: Partial<SeriesRunConfig> = {}): SeriesRunConfig {
  return {
    net: 'series',
    network: seriesNetworkConfig('small', [length, channels], classes, { filters: [4, 6, 4], ratio: 2 }),
    data: 'turned',
    seed: 5,
    batchSize: 8,
    learningRate: 4e-3,
    backend: 'wasm',
    stopAtAccuracy: null,
    maxStepsPerSecond: null,
    ...changes,
  }
}

async function prepared(changes: Partial<SeriesRunConfig> = {}): Promise<Rig> {
  const r = rig()
  await r.trainer.prepare(1, seriesRun(changes), undefined, problem)
  return r
}

describe('the trainer on series', { timeout: 90_000 }, () => {
  test('learns; the validation part stops it, and the test part is read with the weights it chose', async () => {
    const r = await prepared()
    await r.trainer.tune({ stopAtAccuracy: 1 })
    await r.trainer.play()
    expect(r.phases().at(-1)).toBe('done')
    const frame = r.frames.at(-1)
    expect(frame?.heldOut).toMatchObject({ accuracy: 1, count: 8 })
    expect(frame?.chosen).toEqual(frame?.heldOut)
    const evaluation = await r.trainer.evaluateSet('test', 'chosen')
    expect(evaluation.step).toBe(frame?.chosen?.step)
    const plan = seriesNetworkPlan(seriesRun().network)
    const right = Array.from({ length: 11 }, (_, n) => {
      const input = nd(['t', 'c'], [length, channels], problem.test.x.slice(24 * n, 24 * (n + 1)))
      const trace = forwardNetwork(plan, evaluation.weights, input)
      expect(misfit(evaluation.logits.slice(2 * n, 2 * n + 2), trace.logits.data)).toBeLessThanOrEqual(1)
      for (const { site, values } of evaluation.gates) {
        const own = trace.sites[site]?.block?.s.data ?? []
        const here = values.slice(n * own.length, (n + 1) * own.length)
        expect(misfit(here, own)).toBeLessThanOrEqual(1)
      }
      return Number((trace.logits.data[1] ?? 0) > (trace.logits.data[0] ?? 0)) === problem.test.y[n]
    })
    expect(evaluation.gates.map(({ site }) => site)).toEqual(['site1', 'site2'])
    expect(right.filter(Boolean).length).toBeGreaterThanOrEqual(9)
    await r.trainer.dispose()
  })

  test('a resumed run equals the uninterrupted one, in the middle of an epoch too', async () => {
    const [whole, resumed] = [await prepared(), rig()]
    // 20 series in batches of 8: three steps an epoch.
    await advanceBy(whole, 10)
    const middle = structuredClone(await whole.trainer.checkpoint())
    expect(middle.schedule).toMatchObject({ epoch: 3, lossCount: 1 })
    await advanceBy(whole, 17)
    await resumed.trainer.prepare(2, middle.config, middle, problem)
    await advanceBy(resumed, 17)
    expect(await resumed.trainer.checkpoint()).toEqual(await whole.trainer.checkpoint())
    expect(resumed.metrics()).toEqual(whole.metrics().slice(10))
    for (const r of [whole, resumed]) await r.trainer.dispose()
  })

  test('reset equals new', async () => {
    const [a, b] = [await prepared(), await prepared()]
    await advanceBy(a, 4)
    await advanceBy(b, 7)
    await b.trainer.reset()
    await advanceBy(b, 4)
    expect(await b.trainer.checkpoint()).toEqual(await a.trainer.checkpoint())
    for (const r of [a, b]) await r.trainer.dispose()
  })

  test.each([
    ['without shuffle', { shuffle: false }],
    ['without the LSTM', { lstm: false }],
    ['without SE', { squeezeExcite: false }],
  ])('%s: trains, and leaks no tensor', async (_, changes) => {
    const network = { ...seriesRun().network, ...changes }
    const r = await prepared({ network })
    await r.trainer.advance('batch')
    const before = tf.memory().numTensors
    await advanceBy(r, 12)
    await r.trainer.evaluateSet('test', 'chosen')
    await r.trainer.evaluateSet('validation', 'now')
    await r.trainer.population(30)
    await r.trainer.reset()
    await r.trainer.prepare(2, seriesRun({ network }), undefined, problem)
    await r.trainer.advance('batch')
    expect(tf.memory().numTensors).toBe(before)
    const metrics = r.metrics()
    expect(metrics.every(({ loss }) => Number.isFinite(loss))).toBe(true)
    await r.trainer.dispose()
  })

  test('the cpu backend goes the same way', async () => {
    const [cpu, wasm] = [await prepared({ backend: 'cpu' }), await prepared()]
    await advanceBy(cpu, 3)
    const slow = cpu.metrics()
    await wasm.trainer.prepare(1, seriesRun(), undefined, problem)
    await advanceBy(wasm, 3)
    const fast = wasm.metrics().slice(-3)
    expect(
      misfit(
        fast.map(({ loss }) => loss),
        slow.map(({ loss }) => loss),
        { absolute: 1e-4, relative: 1e-4 },
      ),
    ).toBeLessThanOrEqual(1)
    for (const r of [cpu, wasm]) await r.trainer.dispose()
  })

  test('without its series it says so', async () => {
    const r = rig()
    await expect(r.trainer.prepare(1, seriesRun())).rejects.toThrow('a series network needs its series')
    expect(r.phases().at(-1)).toBe('idle')
  })
})

describe('with and without SE over seeds', { timeout: 90_000 }, () => {
  test('runs in pairs, on the engine as it is; each result is that of a run by itself', async () => {
    const r = rig(false)
    const news: SeedNews[] = []
    for await (const one of compareSeeds(r.trainer, problem, seriesRun(), { seeds: [5, 9], steps: 10 }))
      news.push(one)
    const runs = news.flatMap((one) => (one.kind === 'run' ? [one] : []))
    expect(runs.map(({ seed, squeezeExcite }) => [seed, squeezeExcite])).toEqual([
      [5, true],
      [5, false],
      [9, true],
      [9, false],
    ])
    // 20 series in batches of 8: three steps an epoch, four epochs.
    expect(news.flatMap((one) => (one.kind === 'step' && one.run === 3 ? [one.step] : []))).toEqual([
      0, 3, 6, 9,
    ])
    const network = { ...seriesRun().network, squeezeExcite: false, seed: 9 }
    const alone = await prepared({ network, seed: 9 })
    await advanceBy(alone, 12)
    const { logits } = await alone.trainer.evaluateSet('test', 'chosen')
    const right = problem.test.y.filter(
      (label, n) => Number((logits[2 * n + 1] ?? 0) > (logits[2 * n] ?? 0)) === label,
    )
    expect(runs[3]?.accuracy).toBeCloseTo(right.length / problem.test.count, 12)
    for (const one of [r, alone]) await one.trainer.dispose()
  })

  test('goes on after the runs that are there: the same ones as without a stop', async () => {
    const r = rig(false)
    const plan = { seeds: [5, 9], steps: 6 }
    const runsOf = async (done: number) => {
      const news: SeedNews[] = []
      for await (const one of compareSeeds(r.trainer, problem, seriesRun(), { ...plan, done })) news.push(one)
      const first = news[0]
      expect(first).toEqual({ kind: 'step', run: done, step: 0, steps: 6 })
      return news.filter(({ kind }) => kind === 'run')
    }
    const whole = await runsOf(0)
    expect(await runsOf(3)).toEqual(whole.slice(3))
    await r.trainer.dispose()
  })

  test('cued takes longer to learn than all else', () => {
    expect(['cued', 'weather-city', 'own-1'].map(seedSteps)).toEqual([3000, 1200, 1200])
  })

  test('mean and deviation; a difference is clear if it is larger than both deviations', () => {
    expect(spreadOf([0.9, 1]).mean).toBeCloseTo(0.95, 12)
    expect(spreadOf([0.9, 1]).deviation).toBeCloseTo(Math.sqrt(0.005), 12)
    expect(spreadOf([0.5])).toEqual({ mean: 0.5, deviation: null })
    const at = (mean: number, deviation: number | null) => ({ mean, deviation })
    expect(clearlyBetter(at(0.9, 0.05), at(0.7, 0.05))).toBe('with')
    expect(clearlyBetter(at(0.7, 0.05), at(0.9, 0.05))).toBe('without')
    expect(clearlyBetter(at(0.9, 0.15), at(0.7, 0.06))).toBe('within')
    expect(clearlyBetter(at(1, 0), at(1, 0))).toBe('within')
    // One run has no spread: nothing is said.
    expect(clearlyBetter(at(0.9, 0.01), spreadOf([0.1]))).toBe(null)
    expect(clearlyBetter(spreadOf([]), spreadOf([]))).toBe(null)
  })
})

describe('dropout', () => {
  test('follows from seed, step and layer, and keeps the sum', async () => {
    await startBackend('cpu')
    const draw = async (seed: number, step: number, id = 'a') => {
      const factors = dropoutFactors(seed, step, id, 0.8, [100, 50])
      const values = (await factors.data()) as Float32Array
      factors.dispose()
      return [...values]
    }
    const values = await draw(1, 1)
    expect(await draw(1, 1)).toEqual(values)
    for (const other of [await draw(1, 2), await draw(2, 1), await draw(1, 1, 'b')])
      expect(other).not.toEqual(values)
    expect(new Set(values)).toEqual(new Set([0, Math.fround(1 / (1 - 0.8))]))
    expect(values.reduce((sum, v) => sum + v, 0) / values.length).toBeCloseTo(1, 1)
  })
})

describe('the order of the series', () => {
  test('every series once an epoch, the last batch shorter, and a state to go on from', () => {
    const stream = openSeriesStream(problem.train, 3)
    const sizes = Array.from({ length: 6 }, () => stream.next(8).y.length)
    expect(sizes).toEqual([8, 8, 4, 8, 8, 4])
    expect(stream.dealt).toBe(40)
    const key = (x: Float32Array) => Array.from({ length: x.length / 24 }, (_, n) => x[24 * n])
    const epoch = () => [...key(stream.next(8).x), ...key(stream.next(8).x), ...key(stream.next(8).x)]
    const [first, second] = [epoch(), epoch()]
    expect(first).not.toEqual(second)
    expect([...first].sort()).toEqual([...second].sort())
    expect([...first].sort()).toEqual(key(problem.train.x).sort())
    stream.next(8)
    const resumed = openSeriesStream(problem.train, 3, stream.state())
    expect(resumed.next(8)).toEqual(stream.next(8))
    expect(resumed.dealt).toBe(stream.dealt)
  })
})

describe('the course', () => {
  const epochs = (schedule: LearningSchedule, losses: readonly number[]) =>
    losses.reduce((now, loss) => afterEpoch(withLoss(now, loss)), schedule)
  const seen = (accuracy: number, loss: number, step = 0): HeldOutMetric => ({
    step,
    accuracy,
    loss,
    count: 8,
  })

  test('the rate falls by 1/∛2 after 100 epochs without a lower loss, to a tenth at least', () => {
    const still = epochs(newSchedule, [1, ...Array(99).fill(1)])
    expect(rateShare(still)).toBe(1)
    const fallen = epochs(still, [1])
    expect(rateShare(fallen)).toBeCloseTo(0.7937, 4)
    expect(rateShare(epochs(fallen, Array(99).fill(2)))).toBeCloseTo(0.7937, 4)
    expect(rateShare(epochs(fallen, Array(200).fill(2)))).toBeCloseTo(0.5, 4)
    expect(rateShare(epochs(fallen, Array(3000).fill(2)))).toBe(0.1)
  })

  test('an epoch’s loss is the mean of its steps; less than 0.0001 is no improvement', () => {
    const one = afterEpoch(withLoss(withLoss(newSchedule, 2), 4))
    expect(one).toMatchObject({ lowest: 3, stalled: 0, epoch: 1, lossCount: 0 })
    expect(epochs(one, [2.99995])).toMatchObject({ lowest: 3, stalled: 1 })
    expect(epochs(one, [2.9998])).toMatchObject({ lowest: 2.9998, stalled: 0 })
  })

  test('of two validations the one with more right answers is better, then the one with the lower loss', () => {
    const chosen = withChosen(newSchedule, { ...seen(0.75, 0.5), weights: new Float32Array() })
    expect(isBest(newSchedule, seen(0, 9))).toBe(true)
    expect(isBest(chosen, seen(0.875, 9))).toBe(true)
    expect(isBest(chosen, seen(0.75, 0.49))).toBe(true)
    expect(isBest(chosen, seen(0.75, 0.5))).toBe(false)
    expect(isBest(chosen, seen(0.7, 0.1))).toBe(false)
  })

  test('it ends after 100 epochs and 1,000 steps without a better validation, never before the first', () => {
    const { epochs: most, steps } = STOP_PATIENCE
    expect(isExhausted(epochs(newSchedule, Array(most + 1).fill(1)), 9999)).toBe(false)
    const chosen = withChosen(newSchedule, { ...seen(1, 0.1, 50), weights: new Float32Array() })
    expect(isExhausted(epochs(chosen, Array(most - 1).fill(1)), 50 + steps)).toBe(false)
    expect(isExhausted(epochs(chosen, Array(most).fill(1)), 49 + steps)).toBe(false)
    expect(isExhausted(epochs(chosen, Array(most).fill(1)), 50 + steps)).toBe(true)
  })

  test('validation looks at a tenth as many series as training', () => {
    expect(validationPeriod(100, 10)).toBe(1)
    expect(validationPeriod(100, 50)).toBe(5)
    expect(validationPeriod(1000, 10)).toBe(1)
  })
})
