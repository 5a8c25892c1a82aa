/** A page with nothing on it but the worker that trains: what the live page is compared with. */
import type { BareTask } from './worker.ts'

export type RunBare = (task: BareTask) => Promise<number>

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })

const runBare: RunBare = (task) =>
  new Promise((done, failed) => {
    worker.onmessage = ({ data }: MessageEvent<number>) => done(data)
    worker.onerror = (event) => failed(new Error(event.message))
    worker.onmessageerror = () => failed(new Error('the answer could not be read'))
    worker.postMessage(task)
  })

Object.assign(window, { runBare })
