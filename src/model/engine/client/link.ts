/** One worker and the two ways to it: calls through Comlink, events through a port. No tfjs in here. */
import { type Remote, transfer, wrap } from 'comlink'
import type { EngineEvent, WorkerApi } from '../protocol.ts'
import { CodeMissing } from './codeMissing.ts'

export interface Link {
  readonly worker: Worker
  readonly api: Remote<WorkerApi>
  readonly port: MessagePort
  /** Rejects when the worker is lost, so that no call waits for ever. */
  readonly lost: Promise<never>
  readonly lose: (reason: Error) => void
}

export function connect(
  assetBase: string,
  onEvent: (event: EngineEvent) => void,
  onLost: (reason: Error) => void,
): Link {
  const worker = new Worker(new URL('../worker/worker.ts', import.meta.url), {
    type: 'module',
    name: 'engine',
  })
  const { port1, port2 } = new MessageChannel()
  let lose: (reason: Error) => void = () => {}
  const lost = new Promise<never>((_, reject) => {
    lose = reject
  })
  // Whoever waits for a call hears of it; the promise itself is nobody's failure.
  lost.catch(() => {})
  worker.onerror = (event) => {
    event.preventDefault()
    // Of code that does not come the browser gives no reason, not even an empty one.
    onLost(event.message ? new Error(event.message) : new CodeMissing('worker'))
  }
  worker.onmessageerror = () => onLost(new Error('a message of the worker could not be read'))
  port1.onmessage = (event: MessageEvent<EngineEvent>) => onEvent(event.data)
  const api = wrap<WorkerApi>(worker)
  void api.connect(transfer(port2, [port2]), assetBase)
  return { worker, api, port: port1, lost, lose }
}

export function close({ worker, port }: Link): void {
  port.onmessage = null
  port.close()
  worker.terminate()
}
