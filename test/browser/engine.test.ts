/** The engine as the page uses it: a real worker, its backends, and what may happen to them. */
import { afterEach, expect, test } from 'vitest'
import { createEngineClient, type EngineClient } from '../../src/model/engine/client/client.ts'
import type { EngineEvent, Frame, RunConfig, Trouble } from '../../src/model/engine/protocol.ts'
import { imageNetworkConfig } from '../../src/model/networks/config.ts'
import { forwardNetwork } from '../../src/model/networks/forward.ts'
import { networkPlan, sampleShape } from '../../src/model/networks/networkPlan.ts'
import { initialWeights } from '../../src/model/networks/weights.ts'
import { misfit } from '../model/misfit.ts'
import { drawnPicture } from '../model/networks/networkCases.ts'

const small: RunConfig = {
  net: 'digits',
  network: imageNetworkConfig('digits', { filters: [4, 6], ratio: 2 }),
  seed: 3,
  batchSize: 8,
  learningRate: 4e-3,
  backend: 'auto',
  stopAtAccuracy: null,
  maxStepsPerSecond: null,
}

interface Page {
  readonly engine: EngineClient
  readonly events: EngineEvent[]
  frames(): Frame[]
  troubles(): Trouble[]
}

let open: Page | null = null

/** @param pays whether each frame is paid for at once, as a page that draws it would */
function page(pays = true): Page {
  const events: EngineEvent[] = []
  const engine = createEngineClient({
    assetBase: `${location.origin}/`,
    onEvent: (event) => {
      events.push(event)
      if (pays && event.type === 'frame') engine.credit()
    },
  })
  open = {
    engine,
    events,
    frames: () => events.flatMap((event) => (event.type === 'frame' ? [event.frame] : [])),
    troubles: () => events.flatMap((event) => (event.type === 'trouble' ? [event.trouble] : [])),
  }
  return open
}

afterEach(async () => {
  await open?.engine.dispose()
  open = null
})

const until = (condition: () => boolean, timeout = 40_000) =>
  expect.poll(condition, { timeout, interval: 20 }).toBe(true)

const lastStep = ({ frames }: Page) => frames().at(-1)?.step ?? 0

test('a software renderer is left to WASM; training runs, pauses and leaks nothing', async () => {
  const p = page()
  const report = await p.engine.prepare(1, small)
  expect(report.chosen).toBe('wasm')
  expect(report.reason).toBe('webglSoftware')
  expect(report.stepMs.wasm).toBeGreaterThan(0)
  p.engine.credit()
  const played = p.engine.play()
  await until(() => lastStep(p) >= 60)
  const asked = performance.now()
  await p.engine.pause()
  // A hundred milliseconds on a quiet machine; tests share theirs.
  expect(performance.now() - asked).toBeLessThan(1500)
  await played
  const { step, tensors } = p.frames().at(-1) ?? { step: Number.NaN, tensors: Number.NaN }
  const held = await p.engine.checkpoint()
  expect(held.step).toBeGreaterThanOrEqual(step)
  expect(new Set(p.frames().map((frame) => frame.tensors))).toEqual(new Set([tensors]))
  const phases = p.events.flatMap((event) => (event.type === 'phase' ? [event.phase] : []))
  // First the page's end says so, while there is no worker yet, then the worker.
  expect(phases).toEqual(['loading', 'loading', 'ready', 'running', 'paused'])
  const losses = p.frames().flatMap((frame) => frame.metrics.map(({ loss }) => loss))
  expect(losses.at(-1)).toBeLessThan(losses[0] ?? 0)
})

test('frames come by credit only', async () => {
  const p = page(false)
  await p.engine.prepare(1, small)
  expect(p.frames()).toHaveLength(0)
  p.engine.credit()
  await until(() => p.frames().length === 1)
  await p.engine.advance('batch')
  await p.engine.advance('batch')
  expect(p.frames()).toHaveLength(1)
  p.engine.credit()
  await until(() => p.frames().length === 2)
  const second = p.frames()[1]
  expect(second?.step).toBe(2)
  expect(second?.metrics.map(({ step }) => step)).toEqual([1, 2])
})

test('two runs of one seed are equal bit for bit', async () => {
  const ends: Float32Array[] = []
  for (const id of [1, 2]) {
    const p = page()
    await p.engine.prepare(id, small)
    for (let i = 0; i < 5; i++) await p.engine.advance('batch')
    ends.push((await p.engine.checkpoint()).weights)
    await p.engine.dispose()
  }
  expect(ends[1]).toEqual(ends[0])
})

test('a worker that ends while training is replaced, and training goes on from the checkpoint', async () => {
  const p = page()
  await p.engine.prepare(1, small)
  p.engine.credit()
  const played = p.engine.play()
  const checkpointed = () =>
    p.events.some((event) => event.type === 'checkpoint' && event.checkpoint.step > 0)
  await until(checkpointed)
  p.engine.terminateForTest()
  await until(() => p.troubles().length > 0)
  const [trouble] = p.troubles()
  expect(trouble?.kind).toBe('workerLost')
  const backTo = trouble?.kind === 'workerLost' ? trouble.backTo : Number.NaN
  expect(backTo).toBeGreaterThan(0)
  const before = p.events.length
  const goneOn = () =>
    p.events.slice(before).some((event) => event.type === 'frame' && event.frame.step > backTo + 20)
  await until(goneOn)
  await played
  await p.engine.pause()
  expect(p.troubles()).toHaveLength(1)
})

test('a rate that explodes: the run goes back, and a smaller rate trains', async () => {
  const p = page()
  await p.engine.prepare(1, { ...small, learningRate: 1e6 })
  p.engine.credit()
  await p.engine.play()
  const [trouble] = p.troubles()
  expect(trouble?.kind).toBe('diverged')
  const suggested = trouble?.kind === 'diverged' ? trouble.suggestedRate : Number.NaN
  expect(suggested).toBeLessThanOrEqual(4e-3)
  expect((await p.engine.checkpoint()).weights.every(Number.isFinite)).toBe(true)
  await p.engine.tune({ learningRate: suggested })
  for (let i = 0; i < 3; i++) await p.engine.advance('batch')
  expect((await p.engine.checkpoint()).step).toBe(3)
  expect(p.troubles()).toHaveLength(1)
})

test('WebGL: its tensors are the reference’s; a lost context is survived on WASM', async () => {
  const p = page()
  const network = imageNetworkConfig('digits', { filters: [2, 4], ratio: 2 })
  const report = await p.engine.prepare(1, { ...small, network, batchSize: 2, backend: 'webgl' })
  expect(report.chosen).toBe('webgl')
  expect(report.reason).toBe('requested')
  await expectReference(p.engine, network)
  p.engine.credit()
  for (let i = 0; i < 2; i++) await p.engine.advance('batch')
  const { step } = await p.engine.checkpoint()
  expect(step).toBe(2)
  expect(await p.engine.loseContext()).toBe(true)
  await until(() => p.troubles().length > 0)
  // It was at rest: nothing of it is lost.
  expect(p.troubles()).toEqual([{ kind: 'contextLost', backTo: step, backend: 'wasm' }])
  for (let i = 0; i < 3; i++) await p.engine.advance('batch')
  const after = await p.engine.checkpoint()
  expect(after.step).toBe(step + 3)
  expect(after.weights.every(Number.isFinite)).toBe(true)
}, 120_000)

const variants = [
  { gate: 'sigmoid', squeeze: 'max' },
  { gate: 'tanh', place: 'pre' },
  { gate: 'relu', place: 'post', useBias: false },
  { gate: 'hardSigmoid', place: 'identity' },
  { gate: 'softmax' },
  { squeezeExcite: false },
] as const

test('every variant of the block trains on the kernels that ship, from the reference’s tensors', async () => {
  const p = page()
  for (const [i, variant] of variants.entries()) {
    const network = imageNetworkConfig('digits', { filters: [4, 6], ratio: 2, ...variant })
    await p.engine.prepare(i + 1, { ...small, network })
    await expectReference(p.engine, network)
    await p.engine.advance('batch')
    const { step, weights } = await p.engine.checkpoint()
    expect(step).toBe(1)
    expect(weights).not.toEqual(initialWeights(networkPlan(network), network.seed))
    expect(weights.every(Number.isFinite)).toBe(true)
  }
})

/** Before the first step: what the worker computes for a picture is what the page computes. */
async function expectReference(engine: EngineClient, network: RunConfig['network']): Promise<void> {
  const plan = networkPlan(network)
  const picture = drawnPicture(sampleShape(network), 4)
  const seen = await engine.inspect(picture.data)
  const { outputs } = forwardNetwork(plan, initialWeights(plan, network.seed), picture)
  const ids = Object.keys(outputs)
  expect(ids.length).toBeGreaterThan(5)
  for (const id of ids) {
    const fit = misfit(seen[id] ?? [], outputs[id]?.data ?? [], { absolute: 1e-4, relative: 1e-4 })
    expect(fit, id).toBeLessThanOrEqual(1)
  }
}
