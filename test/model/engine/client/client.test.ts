/** The page's end of the engine, with workers that end when the test says so. */
import { expose } from 'comlink'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createEngineClient, type EngineClient } from '../../../../src/model/engine/client/client.ts'
import type {
  BackendReport,
  Checkpoint,
  EngineEvent,
  WorkerApi,
} from '../../../../src/model/engine/protocol.ts'
import { smallRun } from '../engineRig.ts'

const report: BackendReport = { chosen: 'wasm', reason: 'requested', stepMs: {}, renderer: null }
const config = smallRun('wasm')

/** What the n-th worker does when it is asked; it lives if nothing ends it. */
interface Behaviour {
  /** Never gets ready. */
  readonly hangs?: boolean
  prepare?(worker: FakeWorker): void
  play?(worker: FakeWorker): void
}

function checkpointAt(step: number): Checkpoint {
  return {
    config,
    step,
    weights: new Float32Array(1),
    moments: new Float32Array(2),
    random: new Uint32Array(1),
  }
}

let workers: FakeWorker[] = []
let behave: (nth: number) => Behaviour = () => ({})

class FakeWorker {
  onerror: ((event: { message?: string; preventDefault(): void }) => void) | null = null
  readonly asked: string[] = []
  from: Checkpoint | undefined
  config: unknown
  terminated = false
  private readonly ports = new MessageChannel()
  private events: MessagePort | null = null

  constructor() {
    const behaviour = behave(workers.length)
    workers.push(this)
    const forever = () => new Promise<never>(() => undefined)
    const note = (name: string) => async () => void this.asked.push(name)
    const api: Partial<WorkerApi> = {
      connect: (port) => {
        this.events = port
      },
      prepare: async (_run, config, from) => {
        this.asked.push('prepare')
        this.from = from
        this.config = config
        behaviour.prepare?.(this)
        if (behaviour.hangs) await forever()
        return report
      },
      play: () => {
        this.asked.push('play')
        behaviour.play?.(this)
        return forever()
      },
      pause: note('pause'),
      tune: note('tune'),
      reset: note('reset'),
      advance: async (unit) => void this.asked.push(`advance ${unit}`),
      checkpoint: async () => checkpointAt(77),
      population: async (count) => ({ step: 1, count, sites: [] }),
      inspect: async (input) => ({ input }),
      evaluateSet: async (part, which) => ({ part, which }) as never,
      loseContext: async () => true,
      credit: () => void this.asked.push('credit'),
      ping: () => undefined,
    }
    expose(api, this.ports.port2)
  }

  end(message = 'out of memory'): void {
    this.onerror?.({ message, preventDefault: () => undefined })
  }

  say(event: EngineEvent): void {
    this.events?.postMessage(event)
  }

  /** A checkpoint, heard by the page before anything else happens. */
  async reach(step: number): Promise<void> {
    const checkpoint = checkpointAt(step)
    const before = checkpoints()
    this.say({ type: 'checkpoint', run: 1, checkpoint })
    await expect.poll(checkpoints).toBeGreaterThan(before)
  }

  addEventListener(type: string, listener: EventListener): void {
    this.ports.port1.addEventListener(type, listener)
    this.ports.port1.start()
  }

  removeEventListener(type: string, listener: EventListener): void {
    this.ports.port1.removeEventListener(type, listener)
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    this.ports.port1.postMessage(message, transfer)
  }

  terminate(): void {
    this.terminated = true
    this.ports.port1.close()
    this.events?.close()
  }
}

let events: EngineEvent[] = []
let engine: EngineClient

beforeEach(() => {
  vi.stubGlobal('Worker', FakeWorker)
  workers = []
  events = []
  behave = () => ({})
  engine = createEngineClient({ assetBase: 'http://x/', onEvent: (event) => events.push(event) })
})

afterEach(async () => {
  await engine.dispose()
  for (const worker of workers) worker.terminate()
  vi.unstubAllGlobals()
})

const troubles = () => events.flatMap((event) => (event.type === 'trouble' ? [event.trouble] : []))
const phases = () => events.flatMap((event) => (event.type === 'phase' ? [event.phase] : []))
const checkpoints = () => events.filter((event) => event.type === 'checkpoint').length
const kinds = () => troubles().map(({ kind }) => kind)

test('a worker that ends whenever it trains is replaced three times, then given up', async () => {
  behave = (nth) => (nth < 4 ? { play: (worker) => worker.end() } : {})
  await engine.prepare(1, config)
  await engine.play()
  await expect.poll(kinds).toEqual(['workerLost', 'workerLost', 'workerLost', 'failed'])
  expect(troubles().at(-1)).toMatchObject({ backTo: 0, detail: expect.stringContaining('out of memory') })
  expect(phases().at(-1)).toBe('idle')
  expect(workers).toHaveLength(4)
  // Pausing or tuning what is not there starts nothing.
  await engine.pause()
  await engine.tune({ learningRate: 0.01 })
  expect(workers).toHaveLength(4)
  // Whoever wants to train tries anew.
  void engine.play()
  await expect.poll(() => workers[4]?.asked).toEqual(['prepare', 'credit', 'play'])
  expect(kinds().at(-1)).toBe('workerLost')
})

test('one that gets on before it ends is replaced as often as it takes', async () => {
  behave = (nth) => ({
    play: (worker) => {
      if (nth < 6) void worker.reach(10 * (nth + 1)).then(() => worker.end())
    },
  })
  await engine.prepare(1, config)
  await engine.play()
  await expect.poll(() => workers[6]?.asked).toEqual(['prepare', 'credit', 'play'])
  expect(workers[6]?.from?.step).toBe(60)
  expect(new Set(kinds())).toEqual(new Set(['workerLost']))
})

test('workers whose code does not come: it is said what is missing, not that they ended', async () => {
  // A browser tells of it by an event that has no message at all.
  behave = () => ({
    prepare: (worker) => worker.onerror?.({ preventDefault: () => undefined }),
  })
  await expect(engine.prepare(1, config)).rejects.toThrow('could not be loaded')
  expect(troubles()).toEqual([{ kind: 'workerMissing', backTo: 0 }])
})

describe('a backend whose code does not come', () => {
  const missing = (worker: FakeWorker) => {
    worker.say({ type: 'trouble', run: 1, trouble: { kind: 'backendMissing', backend: 'wasm' } })
    throw new Error('the code of wasm could not be loaded')
  }

  test('it is said once; who tries again gets a new worker', async () => {
    behave = (nth) => (nth === 0 ? { prepare: missing } : {})
    await expect(engine.prepare(1, config)).rejects.toThrow('the code of wasm could not be loaded')
    await expect.poll(troubles).toEqual([{ kind: 'backendMissing', backend: 'wasm', backTo: 0 }])
    expect(phases().at(-1)).toBe('idle')
    expect(await engine.prepare(1, config)).toEqual(report)
    expect(workers).toHaveLength(2)
  })

  test('in the place of a worker that has ended: the state is kept, and nothing is tried for ever', async () => {
    behave = (nth) => {
      if (nth === 0) return { play: (worker) => void worker.reach(10).then(() => worker.end()) }
      return nth === 1 ? { prepare: missing } : {}
    }
    await engine.prepare(1, config)
    await engine.play()
    await expect.poll(troubles).toEqual([{ kind: 'backendMissing', backend: 'wasm', backTo: 10 }])
    expect(workers).toHaveLength(2)
    void engine.play()
    // The page asks for frames as well, whenever it has drawn one.
    const asked = () => workers[2]?.asked.filter((call) => call !== 'credit')
    await expect.poll(asked).toEqual(['prepare', 'play'])
    expect(workers[2]?.from?.step).toBe(10)
  })
})

test('coming to the same step again is no progress', async () => {
  behave = () => ({ play: (worker) => void worker.reach(10).then(() => worker.end()) })
  await engine.prepare(1, config)
  await engine.play()
  await expect.poll(() => kinds().at(-1)).toBe('failed')
  expect(workers).toHaveLength(4)
  expect(troubles().at(-1)).toMatchObject({ backTo: 10 })
})

test('a worker that ends while it prepares is replaced too, and the caller gets the report', async () => {
  behave = (nth) => (nth < 2 ? { prepare: (worker) => worker.end() } : {})
  expect(await engine.prepare(1, config)).toEqual(report)
  expect(workers).toHaveLength(3)
})

test('if none gets through preparing, the caller and the page hear of it', async () => {
  behave = () => ({ prepare: (worker) => worker.end('no memory at all') })
  await expect(engine.prepare(1, config)).rejects.toThrow('no memory at all')
  expect(workers).toHaveLength(4)
  expect(kinds()).toEqual(['failed'])
  expect(phases().at(-1)).toBe('idle')
})

test('a worker that refuses is not replaced: the next would refuse too', async () => {
  behave = () => ({
    prepare: () => {
      throw new Error('404')
    },
  })
  await expect(engine.prepare(1, config)).rejects.toThrow('404')
  expect(workers).toHaveLength(1)
})

test('while a worker is fetched and started, the page is told so; one that is there speaks for itself', async () => {
  const preparing = engine.prepare(1, config)
  // A worker cannot have answered yet.
  await Promise.resolve()
  const loading = [
    { type: 'phase', run: 1, phase: 'loading' },
    { type: 'progress', run: 1, progress: { part: 'engine' } },
  ]
  expect(events).toEqual(loading)
  await preparing
  await engine.prepare(2, config)
  expect(events).toEqual(loading)
})

test('a worker that hangs while it prepares is left for a new one when another run is asked for', async () => {
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  try {
    behave = (nth) => (nth === 0 ? { hangs: true } : {})
    const hung = engine.prepare(1, config)
    hung.catch(() => undefined)
    await expect.poll(() => workers[0]?.asked).toContain('prepare')
    now = 5000
    const early = engine.prepare(2, config)
    early.catch(() => undefined)
    expect(workers).toHaveLength(1)
    now = 20_000
    expect(await engine.prepare(3, config)).toEqual(report)
    expect(workers).toHaveLength(2)
    await expect(hung).rejects.toThrow('another run')
  } finally {
    vi.restoreAllMocks()
  }
})

test('play asked for while a run is being prepared waits for it', async () => {
  const preparing = engine.prepare(1, config)
  void engine.play()
  await preparing
  await expect.poll(() => workers[0]?.asked).toEqual(['prepare', 'play'])
  expect(kinds()).toEqual([])
})

test('what is asked of a run goes to the worker, and its answer comes back', async () => {
  await expect(engine.checkpoint()).rejects.toThrow('does not run')
  await engine.prepare(1, config)
  await engine.advance('epoch')
  expect((await engine.checkpoint()).step).toBe(77)
  expect(await engine.population(30)).toMatchObject({ count: 30 })
  expect(await engine.inspect(Float32Array.of(4))).toEqual({ input: Float32Array.of(4) })
  expect(await engine.evaluateSet('test', 'now')).toEqual({ part: 'test', which: 'now' })
  expect(await engine.loseContext()).toBe(true)
  engine.credit()
  await engine.pause()
  expect(workers[0]?.asked).toEqual(['prepare', 'advance epoch', 'credit', 'pause'])
})

test('what was tuned holds in the next worker, which goes on only if it is to train', async () => {
  await engine.prepare(1, config)
  void engine.play()
  await expect.poll(() => workers[0]?.asked).toContain('play')
  await engine.tune({ learningRate: 0.5 })
  await engine.pause()
  workers[0]?.end()
  await expect.poll(() => workers[1]?.asked).toEqual(['prepare', 'credit'])
  expect(workers[1]?.config).toEqual({ ...config, learningRate: 0.5 })
  expect(kinds()).toEqual(['workerLost'])
  void engine.play()
  await expect.poll(() => workers[1]?.asked).toEqual(['prepare', 'credit', 'play'])
  workers[1]?.end()
  await expect.poll(() => workers[2]?.asked).toEqual(['prepare', 'credit', 'play'])
})

test('a run from its start again: a worker that ends then is followed by one that begins there too', async () => {
  behave = (nth) => (nth === 0 ? { play: (worker) => void worker.reach(30) } : {})
  await engine.prepare(1, config)
  void engine.play()
  await expect.poll(checkpoints).toBe(1)
  await engine.reset()
  expect(workers[0]?.asked.at(-1)).toBe('reset')
  workers[0]?.end()
  await expect.poll(() => workers[1]?.asked).toEqual(['prepare', 'credit'])
  expect(workers[1]?.from).toBeUndefined()
  expect(troubles().at(-1)).toMatchObject({ kind: 'workerLost', backTo: 0 })
})

test('a worker that is ended without a word is replaced too', async () => {
  await engine.prepare(1, config)
  engine.terminateForTest()
  expect(workers[0]?.terminated).toBe(true)
  await expect.poll(() => workers[1]?.asked).toEqual(['prepare', 'credit'])
})

test('one that does not answer for half a minute is replaced', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const watched = createEngineClient({ assetBase: 'http://x/', onEvent: (event) => events.push(event) })
  try {
    await watched.prepare(1, config)
    const silent = workers[0]
    if (silent === undefined) throw new Error('no worker')
    silent.postMessage = () => undefined
    vi.advanceTimersByTime(16 * 2000)
    await expect.poll(() => workers.length).toBe(2)
    expect(silent.terminated).toBe(true)
  } finally {
    await watched.dispose()
    vi.useRealTimers()
  }
})

test('when nobody wants it any more the worker is ended, and none comes after it', async () => {
  await engine.prepare(1, config)
  await engine.dispose()
  expect(workers[0]?.terminated).toBe(true)
  await expect(engine.population(1)).rejects.toThrow('does not run')
  expect(workers).toHaveLength(1)
})
