/** The worker: a Trainer behind Comlink for calls, and a port for events. */
import { enableProdMode } from '@tensorflow/tfjs-core'
import { expose } from 'comlink'
import { browserBackends } from '../backends/browserBackends.ts'
import { loseWebglContext } from '../backends/guard.ts'
import type { EngineEvent, WorkerApi } from '../protocol.ts'
import { fetchDigits } from './fetchData.ts'
import { Trainer } from './trainer.ts'

let trainer: Trainer | null = null

function connected(): Trainer {
  if (trainer === null) throw new Error('connect the worker first')
  return trainer
}

const api: WorkerApi = {
  connect(port, assetBase) {
    // tfjs checks every result for NaN otherwise; the run does that itself, once a step.
    enableProdMode()
    trainer = new Trainer({
      backends: browserBackends(),
      loadDigits: (progress) => fetchDigits(assetBase, progress),
      emit: (event) => port.postMessage(event, buffersOf(event)),
    })
  },
  ping() {},
  prepare: (run, config, from, problem) => connected().prepare(run, config, from, problem),
  play: () => connected().play(),
  pause: () => connected().pause(),
  advance: (unit) => connected().advance(unit),
  reset: () => connected().reset(),
  tune: (changes) => connected().tune(changes),
  credit: () => connected().credit(),
  checkpoint: () => connected().checkpoint(),
  population: (count) => connected().population(count),
  inspect: (input) => connected().inspect(input),
  evaluateSet: (part, which) => connected().evaluateSet(part, which),
  dispose: () => connected().dispose(),
  loseContext: async () => loseWebglContext(),
}

/** A frame's weights are a copy made for it; a checkpoint stays the trainer's own. */
function buffersOf(event: EngineEvent): Transferable[] {
  return event.type === 'frame' ? [event.frame.weights.buffer as ArrayBuffer] : []
}

expose(api)
