import * as tf from '@tensorflow/tfjs-core'
import { describe, expect, test } from 'vitest'
import { CodeMissing } from '../../../../src/model/engine/client/codeMissing.ts'
import type { EngineEvent } from '../../../../src/model/engine/protocol.ts'
import { imageNetworkConfig } from '../../../../src/model/networks/config.ts'
import { advanceBy, rig, smallRun } from '../engineRig.ts'

const tiny = { batchSize: 2, network: imageNetworkConfig('digits', { filters: [2, 4], ratio: 2 }) }

const troubles = (events: readonly EngineEvent[]) =>
  events.flatMap((event) => (event.type === 'trouble' ? [event.trouble] : []))

test('the trainer runs on the cpu backend, the last resort, and stays reproducible there', async () => {
  const [a, b] = [rig(), rig()]
  for (const r of [a, b]) expect((await r.trainer.prepare(1, smallRun('cpu', tiny))).chosen).toBe('cpu')
  await advanceBy(a, 3)
  await advanceBy(b, 3)
  expect(a.metrics().length).toBe(3)
  expect(b.metrics()).toEqual(a.metrics())
  expect(await b.trainer.checkpoint()).toEqual(await a.trainer.checkpoint())
  for (const r of [a, b]) await r.trainer.dispose()
}, 60_000)

test('code that does not come is told of; once it is there, the same trainer trains', async () => {
  let comes = false
  const { trainer, events, phases } = rig(true, undefined, {
    cpu: async () => {
      if (!comes) throw new CodeMissing('cpu')
    },
  })
  await expect(trainer.prepare(1, smallRun('cpu', tiny))).rejects.toThrow('the code of cpu')
  expect(troubles(events)).toEqual([{ kind: 'backendMissing', backend: 'cpu' }])
  expect(phases()).toEqual(['loading', 'idle'])
  comes = true
  expect((await trainer.prepare(1, smallRun('cpu', tiny))).chosen).toBe('cpu')
  await trainer.dispose()
})

// One step on cpu takes as long as fifty on WASM: the rest is tested there.
describe.each(['wasm'] as const)('the trainer on %s', { timeout: 90_000 }, (backend) => {
  test('learns, and says where it stands', async () => {
    const r = rig()
    const report = await r.trainer.prepare(1, smallRun(backend, { learningRate: 0.02 }))
    expect(report).toMatchObject({ chosen: backend, reason: 'requested', renderer: null })
    expect(report.stepMs[backend]).toBeGreaterThan(0)
    await r.trainer.tune({ stopAtAccuracy: 0.9 })
    await r.trainer.play()
    expect(r.phases()).toEqual(['loading', 'ready', 'running', 'done'])
    const parts = r.events.flatMap((event) => (event.type === 'progress' ? [event.progress.part] : []))
    expect(parts).toEqual(['engine', 'warmup', 'warmup', 'calibration'])
    const last = r.frames.at(-1)
    expect(last?.heldOut?.accuracy).toBeGreaterThanOrEqual(0.9)
    expect(last?.heldOut?.count).toBe(100)
    const metrics = r.metrics()
    expect(metrics.map((m) => m.step)).toEqual(metrics.map((_, i) => i + 1))
    expect(metrics.at(-1)?.loss).toBeLessThan((metrics[0]?.loss ?? 0) / 2)
    await r.trainer.dispose()
  })

  test('the same seed gives the same curve, bit for bit; reset equals new', async () => {
    const [a, b] = [rig(), rig()]
    for (const r of [a, b]) await r.trainer.prepare(1, smallRun(backend))
    await advanceBy(a, 12)
    await advanceBy(b, 12)
    const first = await a.trainer.checkpoint()
    expect(a.metrics().length).toBe(12)
    expect(b.metrics()).toEqual(a.metrics())
    expect(await b.trainer.checkpoint()).toEqual(first)
    expect(b.phases().at(-1)).toBe('paused')
    await b.trainer.reset()
    expect(b.phases().at(-1)).toBe('ready')
    await advanceBy(b, 12)
    expect(await b.trainer.checkpoint()).toEqual(first)
    for (const r of [a, b]) await r.trainer.dispose()
  })

  test('another seed gives another curve', async () => {
    const [a, b] = [rig(), rig()]
    await a.trainer.prepare(1, smallRun(backend))
    await b.trainer.prepare(1, smallRun(backend, { seed: 6 }))
    await advanceBy(a, 3)
    await advanceBy(b, 3)
    expect(b.metrics()).not.toEqual(a.metrics())
    for (const r of [a, b]) await r.trainer.dispose()
  })

  test('a resumed run equals the uninterrupted one', async () => {
    const [whole, resumed] = [rig(), rig()]
    await whole.trainer.prepare(
      1,
      smallRun(backend, { net: 'inks', network: imageNetworkConfig('inks', { filters: [4, 6] }) }),
    )
    // Over the end of the epoch (200 pictures, 25 steps), where the order is drawn anew.
    await advanceBy(whole, 20)
    const middle = structuredClone(await whole.trainer.checkpoint())
    await advanceBy(whole, 15)
    await resumed.trainer.prepare(2, middle.config, middle)
    expect(resumed.phases().at(-1)).toBe('paused')
    await advanceBy(resumed, 15)
    expect(await resumed.trainer.checkpoint()).toEqual(await whole.trainer.checkpoint())
    expect(resumed.metrics()).toEqual(whole.metrics().slice(20))
    for (const r of [whole, resumed]) await r.trainer.dispose()
  })

  test('gates are counted while it trains; the run itself does not notice', async () => {
    const r = rig()
    await r.trainer.prepare(1, smallRun(backend, tiny))
    await advanceBy(r, 50)
    const counts = r.events.flatMap((event) => (event.type === 'population' ? [event.stats] : []))
    expect(counts).toHaveLength(1)
    expect(counts[0]).toMatchObject({ step: 50, count: 100 })
    expect(counts[0]?.sites.map(({ meanGate }) => meanGate.length)).toEqual([2, 4])
    const before = await r.trainer.checkpoint()
    expect(await r.trainer.population(100)).toEqual(counts[0])
    expect(await r.trainer.checkpoint()).toEqual(before)
    await r.trainer.dispose()
  })

  test('leaks no tensor over steps, a reset, a switch of network and the statistics', async () => {
    const r = rig()
    await r.trainer.prepare(1, smallRun(backend))
    await r.trainer.advance('batch')
    const before = tf.memory().numTensors
    await advanceBy(r, 250)
    await r.trainer.population(60)
    await r.trainer.inspect(new Float32Array(784))
    await r.trainer.reset()
    await r.trainer.prepare(
      2,
      smallRun(backend, { network: imageNetworkConfig('digits', { filters: [4], squeezeExcite: false }) }),
    )
    await advanceBy(r, 3)
    expect(tf.memory().numTensors).toBe(before)
    expect(new Set(r.frames.map((frame) => frame.tensors))).toEqual(new Set([before]))
    await r.trainer.dispose()
    expect(tf.memory().numTensors).toBe(before - 4)
  }, 60_000)

  test('a rate that explodes: the last good state comes back, and a smaller rate is proposed', async () => {
    const r = rig()
    await r.trainer.prepare(1, smallRun(backend))
    await advanceBy(r, 5)
    const good = await r.trainer.checkpoint()
    await r.trainer.tune({ learningRate: 1e6 })
    await r.trainer.play()
    expect(r.phases().at(-1)).toBe('diverged')
    const [trouble] = troubles(r.events)
    expect(trouble).toMatchObject({ kind: 'diverged', backTo: 0 })
    expect(trouble?.kind === 'diverged' && trouble.suggestedRate).toBeLessThanOrEqual(4e-3)
    // Nothing but the start had proved good by then.
    const back = await r.trainer.checkpoint()
    expect(back.step).toBe(0)
    await r.trainer.tune({ learningRate: 4e-3 })
    await advanceBy(r, 5)
    const again = await r.trainer.checkpoint()
    expect({ ...again, config: null }).toEqual({ ...good, config: null })
    await r.trainer.dispose()
  })

  test('weights that run away while the loss stays a number: the state that is looked at next says so', async () => {
    const r = rig()
    await r.trainer.prepare(1, smallRun(backend, { learningRate: 10 }))
    // A state is looked at every few seconds and whenever the loop ends.
    for (let i = 0; i < 40 && r.phases().at(-1) !== 'diverged'; i++) await r.trainer.advance('batch')
    expect(r.phases().at(-1)).toBe('diverged')
    expect(r.metrics().every(({ loss }) => loss < 1000)).toBe(true)
    expect(troubles(r.events)[0]).toMatchObject({ kind: 'diverged', backTo: 0 })
    expect((await r.trainer.checkpoint()).step).toBe(0)
    await r.trainer.dispose()
  })
})
