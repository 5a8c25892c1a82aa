/**
 * The page's end of the engine: one worker at a time, and a new one from the last checkpoint when it ends.
 * No tfjs in here.
 */
import type { Remote } from 'comlink'
import type { BackendReport, Checkpoint, EngineApi, EngineEvent, WorkerApi } from '../protocol.ts'
import { CodeMissing, troubleOf } from './codeMissing.ts'
import { watchHeartbeat } from './heartbeat.ts'
import { LastKnown, type Prepared } from './lastKnown.ts'
import { close, connect, type Link } from './link.ts'
import { Preparing } from './preparing.ts'

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

export function createEngineClient({ assetBase, onEvent }: EngineClientOptions): EngineClient {
  let link: Link | null = null
  const lastKnown = new LastKnown()
  /** Whether the present worker has that run. */
  let held = false
  let playing = false
  let plays = 0
  const preparing = new Preparing()
  /** null if it was given up. */
  let reviving: Promise<BackendReport | null> | null = null
  const { restarts } = lastKnown

  const heard = (event: EngineEvent) => {
    if (event.type === 'trouble' && event.trouble.kind === 'backendMissing') {
      // Code that a worker could not get some browsers never ask for again: the next wish begins with a new worker.
      const reason = new CodeMissing(event.trouble.backend)
      end(reason)
      return giveUp(reason)
    }
    lastKnown.heard(event)
    onEvent(event)
  }

  const connected = (): Link => {
    link ??= connect(assetBase, heard, (reason) => revive(reason))
    return link
  }

  /** A call that ends, one way or the other, also if the worker does. */
  const call = async <T>(act: (api: Remote<WorkerApi>) => Promise<T>): Promise<T> => {
    await reviving
    if (link === null) throw new Error('the engine does not run')
    return Promise.race([act(link.api), link.lost])
  }

  /** Gets the run ready in the worker there is, or in a new one. */
  const bring = async ({ run, config, problem }: Prepared, from?: Checkpoint): Promise<BackendReport> => {
    if (link === null) {
      // A worker that has yet to be fetched and started cannot say so itself.
      onEvent({ type: 'phase', run, phase: 'loading' })
      onEvent({ type: 'progress', run, progress: { part: 'engine' } })
    }
    const { api, lost } = connected()
    const report = await Promise.race([api.prepare(run, config, from, problem), lost])
    held = true
    return report
  }

  const prepareHere = async (wanted: Prepared, from?: Checkpoint): Promise<BackendReport> => {
    await reviving
    try {
      return await bring(wanted, from)
    } catch (error) {
      // If the worker has ended, the next one may do it.
      const report = await reviving
      if (report === null) throw error
      return report
    }
  }

  /** A worker that hangs on a file which does not come would keep every later run waiting behind it. */
  const abandon = (): void => {
    preparing.forget()
    end(new Error('another run was asked for'))
  }

  /** Whoever waits for the worker hears the reason. @returns false if there is none */
  const end = (reason: Error): boolean => {
    held = false
    const ended = link
    if (ended === null) return false
    link = null
    close(ended)
    ended.lose(reason)
    return true
  }

  const revive = (reason: Error): void => {
    if (end(reason) && lastKnown.prepared !== null) bringBack(reason)
  }

  const bringBack = (reason: Error): Promise<BackendReport | null> => {
    reviving ??= goOn(reason).finally(() => {
      reviving = null
    })
    return reviving
  }

  const goOn = async (reason: Error): Promise<BackendReport | null> => {
    let last = reason
    while (lastKnown.prepared !== null && restarts.take()) {
      const { prepared } = lastKnown
      const { run, config } = prepared
      const from = lastKnown.checkpoint ?? undefined
      try {
        const report = await bring({ ...prepared, config: from?.config ?? config }, from)
        onEvent({ type: 'trouble', run, trouble: { kind: 'workerLost', backTo: from?.step ?? 0 } })
        void link?.api.credit()
        if (playing) start().catch(giveUp)
        return report
      } catch (error) {
        last = error instanceof Error ? error : new Error(String(error))
        // It has been said.
        if (last instanceof CodeMissing && last.part !== 'worker') return null
        // It lives and refuses: so would the next.
        if (link !== null) break
      }
    }
    const isLost = link === null && !(last instanceof CodeMissing)
    giveUp(isLost ? new Error(`the worker ended again and again: ${last.message}`) : last)
    return null
  }

  /** Nothing runs until somebody wants it again; the checkpoint stays. */
  const giveUp = (reason: Error): void => {
    playing = false
    if (lastKnown.prepared === null) return
    const { run } = lastKnown.prepared
    onEvent({ type: 'phase', run, phase: 'idle' })
    onEvent({ type: 'trouble', run, trouble: troubleOf(reason, lastKnown.checkpoint?.step ?? 0) })
  }

  /** Before what needs the run: waits for a new worker to have it, or tries anew after giving up. */
  const runThere = async (): Promise<void> => {
    for (let known: unknown; known !== preparing.last; ) {
      known = preparing.last
      await known
    }
    await reviving
    if (held || lastKnown.prepared === null) return
    restarts.renew()
    const reason = new Error('the engine does not run')
    if ((await bringBack(reason)) === null) throw reason
  }

  /** Training that a lost worker interrupts goes on in the next one: nobody is to be told twice. */
  const start = async (): Promise<void> => {
    playing = true
    plays += 1
    const mine = plays
    const { api, lost, worker } = connected()
    try {
      await Promise.race([api.play(), lost])
    } catch (error) {
      if (link?.worker !== worker) return
      playing = false
      throw error
    }
    // An earlier play may end while a later one is under way.
    if (mine === plays && link?.worker === worker) playing = false
  }

  const stopHeartbeat = watchHeartbeat(
    () => link?.api ?? null,
    () => revive(new Error('the worker does not answer')),
  )

  return {
    prepare: (run, config, from, problem) => {
      if (preparing.takesTooLong) abandon()
      const wanted: Prepared = { run, config, problem }
      lastKnown.begin(wanted, from)
      held = false
      playing = false
      return preparing.watch(() => prepareHere(wanted, from))
    },
    play: async () => {
      await runThere()
      return start()
    },
    pause: async () => {
      playing = false
      await reviving
      if (link !== null) await call((api) => api.pause())
    },
    advance: async (unit) => {
      await runThere()
      return call((api) => api.advance(unit))
    },
    reset: async () => {
      playing = false
      lastKnown.startOver()
      await runThere()
      return call((api) => api.reset())
    },
    tune: async (changes) => {
      lastKnown.tune(changes)
      await reviving
      if (link !== null) await call((api) => api.tune(changes))
    },
    credit: () => void link?.api.credit(),
    checkpoint: () => call((api) => api.checkpoint()),
    population: (count) => call((api) => api.population(count)),
    inspect: (input) => call((api) => api.inspect(input)),
    evaluateSet: (part, which) => call((api) => api.evaluateSet(part, which)),
    dispose: async () => {
      stopHeartbeat()
      lastKnown.forget()
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
