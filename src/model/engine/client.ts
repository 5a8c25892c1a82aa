/**
 * The page's end of the engine: one worker at a time, and a new one from the last checkpoint when it ends.
 * No tfjs in here.
 */
import { type Remote, transfer, wrap } from 'comlink'
import type { BackendReport, Checkpoint, EngineApi, EngineEvent, RunConfig, WorkerApi } from './protocol.ts'
import { watchPulse } from './pulse.ts'

export interface EngineClient extends EngineApi {
  /** Throws away the WebGL context as a driver would. False if the backend has none. For tests. */
  loseContext(): Promise<boolean>
  /** Ends the worker without a word, as a browser short of memory would. For tests. */
  terminateForTest(): void
}

export interface EngineClientOptions {
  /** Absolute URL of the folder that holds `packaged/`. */
  readonly assetBase: string
  readonly onEvent: (event: EngineEvent) => void
}

interface Link {
  readonly worker: Worker
  readonly api: Remote<WorkerApi>
  readonly port: MessagePort
  /** Rejects when the worker is lost, so that no call waits for ever. */
  readonly lost: Promise<never>
  readonly lose: (reason: Error) => void
}

export function createEngineClient({ assetBase, onEvent }: EngineClientOptions): EngineClient {
  let link: Link | null = null
  /** What a new worker has to go on from. */
  let prepared: { readonly run: number; readonly config: RunConfig } | null = null
  let checkpoint: Checkpoint | null = null
  let playing = false
  let reviving: Promise<void> | null = null

  const heard = (event: EngineEvent) => {
    if (event.type === 'checkpoint' && event.run === prepared?.run) checkpoint = event.checkpoint
    onEvent(event)
  }

  const connected = (): Link => {
    link ??= connect(assetBase, heard, (reason) => void revive(reason))
    return link
  }

  /** A call that ends, one way or the other, also if the worker does. */
  const call = async <T>(act: (api: Remote<WorkerApi>) => Promise<T>): Promise<T> => {
    await reviving
    const { api, lost } = connected()
    return Promise.race([act(api), lost])
  }

  const revive = (reason: Error): void => {
    const ended = link
    if (ended === null) return
    link = null
    close(ended)
    ended.lose(reason)
    if (prepared === null) return
    reviving ??= goOn(playing).finally(() => {
      reviving = null
    })
  }

  const goOn = async (play: boolean): Promise<void> => {
    if (prepared === null) return
    const { run, config } = prepared
    const from = checkpoint ?? undefined
    const { api, lost } = connected()
    try {
      await Promise.race([api.prepare(run, from?.config ?? config, from), lost])
      onEvent({ type: 'trouble', run, trouble: { kind: 'workerLost', backTo: from?.step ?? 0 } })
      void api.credit()
      if (play) void start()
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error)
      onEvent({ type: 'trouble', run, trouble: { kind: 'failed', detail } })
    }
  }

  /** Training that a lost worker interrupts goes on in the next one: nobody is to be told twice. */
  const start = async (): Promise<void> => {
    playing = true
    const { api, lost, worker } = connected()
    try {
      await Promise.race([api.play(), lost])
    } catch (error) {
      if (link?.worker === worker) throw error
      return
    }
    if (link?.worker === worker) playing = false
  }

  const stopPulse = watchPulse(
    () => link?.api ?? null,
    () => revive(new Error('the worker does not answer')),
  )

  return {
    prepare: async (run, config, from): Promise<BackendReport> => {
      prepared = { run, config }
      checkpoint = from ?? null
      playing = false
      return call((api) => api.prepare(run, config, from))
    },
    play: async () => {
      await reviving
      return start()
    },
    pause: () => {
      playing = false
      return call((api) => api.pause())
    },
    advance: (unit) => call((api) => api.advance(unit)),
    reset: () => {
      playing = false
      checkpoint = null
      return call((api) => api.reset())
    },
    tune: async (changes) => {
      if (prepared !== null) prepared = { ...prepared, config: { ...prepared.config, ...changes } }
      if (checkpoint !== null) checkpoint = { ...checkpoint, config: { ...checkpoint.config, ...changes } }
      await call((api) => api.tune(changes))
    },
    credit: () => void link?.api.credit(),
    checkpoint: () => call((api) => api.checkpoint()),
    population: (count) => call((api) => api.population(count)),
    inspect: (input) => call((api) => api.inspect(input)),
    dispose: async () => {
      stopPulse()
      prepared = null
      const ended = link
      link = null
      if (ended !== null) close(ended)
    },
    loseContext: () => call((api) => api.loseContext()),
    terminateForTest: () => {
      link?.worker.terminate()
      // A browser gives no sign either: only the heartbeat notices. A test need not wait for it.
      revive(new Error('the worker was ended'))
    },
  }
}

function connect(
  assetBase: string,
  onEvent: (event: EngineEvent) => void,
  onLost: (reason: Error) => void,
): Link {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'engine' })
  const { port1, port2 } = new MessageChannel()
  let lose: (reason: Error) => void = () => {}
  const lost = new Promise<never>((_, reject) => {
    lose = reject
  })
  // Whoever waits for a call hears of it; the promise itself is nobody's failure.
  lost.catch(() => {})
  worker.onerror = (event) => {
    event.preventDefault()
    onLost(new Error(event.message === '' ? 'the worker could not start' : event.message))
  }
  worker.onmessageerror = () => onLost(new Error('a message of the worker could not be read'))
  port1.onmessage = (event: MessageEvent<EngineEvent>) => onEvent(event.data)
  const api = wrap<WorkerApi>(worker)
  void api.connect(transfer(port2, [port2]), assetBase)
  return { worker, api, port: port1, lost, lose }
}

function close({ worker, port }: Link): void {
  port.onmessage = null
  port.close()
  worker.terminate()
}
