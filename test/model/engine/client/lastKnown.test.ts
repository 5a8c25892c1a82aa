import { expect, test, vi } from 'vitest'
import { LastKnown } from '../../../../src/model/engine/client/lastKnown.ts'
import { once } from '../../../../src/model/engine/client/once.ts'
import { Preparing } from '../../../../src/model/engine/client/preparing.ts'
import type { Checkpoint, EngineEvent, ImageRunConfig } from '../../../../src/model/engine/protocol.ts'
import { imageNetworkConfig } from '../../../../src/model/networks/config.ts'

const config: ImageRunConfig = {
  net: 'digits',
  network: imageNetworkConfig('digits'),
  seed: 5,
  batchSize: 8,
  learningRate: 4e-3,
  backend: 'wasm',
  stopAtAccuracy: null,
  maxStepsPerSecond: null,
}

const checkpointAt = (step: number): Checkpoint => ({
  config,
  step,
  weights: new Float32Array(1),
  moments: new Float32Array(2),
  random: new Uint32Array(1),
})
const reached = (run: number, step: number): EngineEvent => ({
  type: 'checkpoint',
  run,
  checkpoint: checkpointAt(step),
})
const frameAt = (run: number, step: number) => ({ type: 'frame', frame: { run, step } }) as EngineEvent

/** Restarts that are left. */
function left({ restarts }: LastKnown): number {
  let count = 0
  while (restarts.take()) count++
  return count
}

function begun(from?: Checkpoint): LastKnown {
  const known = new LastKnown()
  known.begin({ run: 3, config, problem: undefined }, from)
  return known
}

test('the latest checkpoint of the run that was asked for last, of no other', () => {
  const known = begun()
  expect(known.checkpoint).toBeNull()
  known.heard(reached(3, 20))
  known.heard(reached(2, 90))
  expect(known.checkpoint?.step).toBe(20)
  expect(begun(checkpointAt(7)).checkpoint?.step).toBe(7)
})

test('three restarts, and three more whenever the run has got further than before', () => {
  const known = begun(checkpointAt(10))
  expect(left(known)).toBe(3)
  expect(left(known)).toBe(0)
  known.heard(reached(3, 10))
  known.heard(frameAt(2, 50))
  expect(left(known)).toBe(0)
  known.heard(frameAt(3, 11))
  expect(left(known)).toBe(3)
  known.heard(reached(3, 11))
  expect(left(known)).toBe(0)
  known.heard(reached(3, 12))
  expect(left(known)).toBe(3)
  known.restarts.renew()
  expect(left(known)).toBe(3)
  // What renews the tries is no progress.
  known.heard(frameAt(3, 12))
  expect(left(known)).toBe(0)
})

test('what is tuned holds for the run as it was asked for, and from the checkpoint on', () => {
  const known = begun()
  known.tune({ learningRate: 0.5 })
  expect(known.prepared?.config).toEqual({ ...config, learningRate: 0.5 })
  known.heard(reached(3, 20))
  known.tune({ stopAtAccuracy: 0.9 })
  expect(known.checkpoint?.config).toEqual({ ...config, stopAtAccuracy: 0.9 })
  expect(known.prepared?.config).toEqual({ ...config, learningRate: 0.5, stopAtAccuracy: 0.9 })
})

test('from the first step again: with every try, and any step is progress', () => {
  const known = begun(checkpointAt(40))
  left(known)
  known.startOver()
  expect(known.checkpoint).toBeNull()
  expect(left(known)).toBe(3)
  known.heard(frameAt(3, 1))
  expect(left(known)).toBe(3)
})

test('what is forgotten is asked for no more', () => {
  const known = begun()
  known.forget()
  known.tune({ learningRate: 0.5 })
  known.heard(reached(3, 5))
  expect([known.prepared, known.checkpoint]).toEqual([null, null])
})

test('once: whoever asks meanwhile gets the same; what failed is tried again', async () => {
  let fails = true
  const act = vi.fn(async () => {
    if (fails) throw new Error('not now')
    return { done: true }
  })
  const get = once(act)
  const [first, second] = [get(), get()]
  await expect(first).rejects.toThrow('not now')
  await expect(second).rejects.toThrow('not now')
  expect(act).toHaveBeenCalledTimes(1)
  fails = false
  const result = await get()
  expect(await get()).toBe(result)
  expect(act).toHaveBeenCalledTimes(2)
})

test('preparing takes too long after ten seconds from the first that is not done', async () => {
  let now = 1000
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  try {
    const preparing = new Preparing()
    expect(preparing.takesTooLong).toBe(false)
    let finish: () => void = () => undefined
    const first = preparing.watch(() => new Promise<void>(() => undefined))
    now = 9000
    const second = preparing.watch(
      () =>
        new Promise<void>((resolve) => {
          finish = resolve
        }),
    )
    now = 11_000
    expect(preparing.takesTooLong).toBe(false)
    now = 11_001
    expect(preparing.takesTooLong).toBe(true)
    finish()
    await second
    await preparing.last
    expect(preparing.takesTooLong).toBe(false)
    void first
    const failing = preparing.watch(() => Promise.reject(new Error('no')))
    await expect(failing).rejects.toThrow('no')
    await preparing.last
    now = 99_000
    expect(preparing.takesTooLong).toBe(false)
    void preparing.watch(() => new Promise<void>(() => undefined))
    now = 999_000
    preparing.forget()
    expect(preparing.takesTooLong).toBe(false)
  } finally {
    vi.restoreAllMocks()
  }
})
