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

let workers: FakeWorker[] = []
let behave: (nth: number) => Behaviour = () => ({})

class FakeWorker {
  onerror: ((event: { message?: string; preventDefault(): void }) => void) | null = null
  readonly asked: string[] = []
  from: Checkpoint | undefined
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
      prepare: async (_run, _config, from) => {
        this.asked.push('prepare')
        this.from = from
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
      credit: () => undefined,
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
    const checkpoint: Checkpoint = {
      config,
      step,
      weights: new Float32Array(1),
      moments: new Float32Array(2),
      random: new Uint32Array(1),
    }
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
  await expect.poll(() => workers[4]?.asked).toEqual(['prepare', 'play'])
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
  await expect.poll(() => workers[6]?.asked).toEqual(['prepare', 'play'])
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
    await expect.poll(() => workers[2]?.asked).toEqual(['prepare', 'play'])
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
