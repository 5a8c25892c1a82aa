/** Frames by credit, and the clock of the steps. */
import { expect, test } from 'vitest'
import { messageOf } from '../../../../src/model/engine/client/codeMissing.ts'
import type { EngineEvent, HeldOutMetric } from '../../../../src/model/engine/protocol.ts'
import type { Run } from '../../../../src/model/engine/run/run.ts'
import { EventEmitter } from '../../../../src/model/engine/worker/eventEmitter.ts'
import { FrameSender } from '../../../../src/model/engine/worker/frames.ts'
import { MetricBuffer } from '../../../../src/model/engine/worker/metrics.ts'
import { StepClock, Turns } from '../../../../src/model/engine/worker/pacing.ts'

/** A run whose weights come when they are let. */
function slowRun(step: number) {
  const waiting: { done(): void; fail(): void }[] = []
  const run = {
    step,
    epoch: 2,
    rate: 0.25,
    tensors: 9,
    heldOut: null as HeldOutMetric | null,
    schedule: null as { chosen: object | null } | null,
    metrics: new MetricBuffer(),
    session: {
      packedWeights: () =>
        new Promise<Float32Array>((resolve, reject) => {
          const weights = Float32Array.of(run.step)
          waiting.push({ done: () => resolve(weights), fail: () => reject(new Error('gone')) })
        }),
    },
  }
  const settle = async (how: 'done' | 'fail' = 'done') => {
    waiting.shift()?.[how]()
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
  return { run, asRun: run as unknown as Run, waiting, settle }
}

function sender() {
  const frames: Extract<EngineEvent, { type: 'frame' }>['frame'][] = []
  const emit = (event: EngineEvent) => void (event.type === 'frame' && frames.push(event.frame))
  const read = async () => new Float32Array()
  return { frames, frameSender: new FrameSender(emit, read, new StepClock()) }
}

test('a frame is sent for a credit, and of a state that was not seen', async () => {
  const { frames, frameSender } = sender()
  const { run, asRun, waiting, settle } = slowRun(5)
  run.metrics.push({ step: 5, loss: 1, accuracy: 0 })
  run.heldOut = { step: 4, loss: 2, accuracy: 0.5, count: 10 }
  run.schedule = { chosen: { step: 3, loss: 7, accuracy: 0.25, count: 10, weights: new Float32Array(1) } }
  frameSender.follow(8, asRun)
  expect(waiting).toHaveLength(0)
  frameSender.credit()
  // While one is read no other is begun, whatever comes.
  frameSender.credit()
  frameSender.offer()
  expect(waiting).toHaveLength(1)
  await settle()
  expect(frames).toEqual([
    {
      run: 8,
      step: 5,
      epoch: 2,
      weights: Float32Array.of(5),
      metrics: [{ step: 5, loss: 1, accuracy: 0 }],
      heldOut: { step: 4, loss: 2, accuracy: 0.5, count: 10 },
      // Without its weights.
      chosen: { step: 3, loss: 7, accuracy: 0.25, count: 10 },
      stepsPerSecond: 0,
      learningRate: 0.25,
      tensors: 9,
    },
  ])
  frameSender.offer()
  expect(waiting).toHaveLength(0)
  run.heldOut = { ...run.heldOut, step: 5 }
  frameSender.offer()
  await settle()
  expect(frames[1]?.heldOut?.step).toBe(5)
  // The credit is used up.
  run.step = 6
  frameSender.offer()
  expect(waiting).toHaveLength(0)
  frameSender.credit()
  await settle()
  expect(frames.map(({ step }) => step)).toEqual([5, 5, 6])
})

test('what was read of another run is thrown away; the run that is followed comes first', async () => {
  const { frames, frameSender } = sender()
  const [old, next] = [slowRun(5), slowRun(1)]
  frameSender.follow(1, old.asRun)
  frameSender.credit()
  frameSender.credit()
  frameSender.follow(2, next.asRun)
  await old.settle()
  expect(frames).toEqual([])
  await next.settle()
  expect(frames.map(({ run, step }) => [run, step])).toEqual([[2, 1]])
})

test('a run that is followed anew is sent anew, though its step was seen', async () => {
  const { frames, frameSender } = sender()
  const { asRun, settle } = slowRun(0)
  frameSender.follow(1, asRun)
  frameSender.credit()
  await settle()
  frameSender.credit()
  await settle()
  expect(frames).toHaveLength(1)
  frameSender.follow(2, asRun)
  await settle()
  expect(frames.map(({ run, step }) => [run, step])).toEqual([
    [1, 0],
    [2, 0],
  ])
})

test('a frame that a lost device took with it gives its credit back', async () => {
  const { frames, frameSender } = sender()
  const { run, asRun, settle } = slowRun(5)
  frameSender.follow(1, asRun)
  frameSender.credit()
  await settle('fail')
  expect(frames).toEqual([])
  run.step = 6
  frameSender.offer()
  await settle()
  expect(frames.map(({ step }) => step)).toEqual([6])
})

test('a checkpoint is shared once; every event has the number of its run', () => {
  const events: EngineEvent[] = []
  const emitter = new EventEmitter((event) => events.push(event))
  expect(emitter.phase).toBe('idle')
  emitter.run = 4
  emitter.enter('running')
  expect(emitter.phase).toBe('running')
  const [a, b] = [{ step: 1 }, { step: 1 }] as never[]
  for (const checkpoint of [a, a, b, b, a]) emitter.share(checkpoint as never)
  expect(events).toEqual([
    { type: 'phase', run: 4, phase: 'running' },
    ...[a, b, a].map((checkpoint) => ({ type: 'checkpoint', run: 4, checkpoint })),
  ])
  expect([messageOf(new RangeError('too far')), messageOf('text')]).toEqual(['too far', 'text'])
})

test('the clock: steps a second over the last 64, and the wait for a limit', () => {
  const clock = new StepClock()
  expect([clock.stepsPerSecond(), clock.wait(0, 10)]).toEqual([0, 0])
  clock.tick(1000)
  expect(clock.stepsPerSecond()).toBe(0)
  clock.tick(1500)
  clock.tick(2000)
  expect(clock.stepsPerSecond()).toBe(2)
  // Four a second: the next may start 250 ms after the last ended.
  expect([clock.wait(2100, 4), clock.wait(2250, 4), clock.wait(9000, 4)]).toEqual([150, 0, 0])
  expect(clock.wait(2100, null)).toBe(0)
  for (let i = 1; i <= 64; i++) clock.tick(5000 + 10 * i)
  expect(clock.stepsPerSecond()).toBe(100)
  clock.restart()
  expect([clock.stepsPerSecond(), clock.wait(2100, 4)]).toEqual([0, 0])
})

test('turns: one after the other, also after a failure; those that never end are let go', async () => {
  const turns = new Turns()
  const done: string[] = []
  let release: () => void = () => undefined
  const first = turns.take(async () => {
    await new Promise<void>((resolve) => {
      release = resolve
    })
    done.push('first')
    throw new Error('no')
  })
  const second = turns.take(async () => {
    done.push('second')
    return 2
  })
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(done).toEqual([])
  release()
  await expect(first).rejects.toThrow('no')
  expect(await second).toBe(2)
  expect(done).toEqual(['first', 'second'])
  void turns.take(() => new Promise(() => undefined))
  turns.abandon()
  expect(await turns.take(async () => 'on')).toBe('on')
})
