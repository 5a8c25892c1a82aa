/** What of the engine's own code may not come, and what is said of an error then. No tfjs in here. */
import type { BackendName, Trouble } from '../protocol.ts'

/** Code that could not be loaded: nothing is wrong with the run, and another worker may get it. */
export class CodeMissing extends Error {
  readonly part: 'worker' | BackendName

  constructor(part: CodeMissing['part']) {
    super(`the code of ${part === 'worker' ? 'the worker' : part} could not be loaded`)
    this.name = 'CodeMissing'
    this.part = part
  }
}

/** @param backTo step of the state that is kept, if one is */
export function troubleOf(error: unknown, backTo?: number): Trouble {
  const kept = backTo === undefined ? {} : { backTo }
  if (!(error instanceof CodeMissing)) return { kind: 'failed', detail: messageOf(error), ...kept }
  if (error.part === 'worker') return { kind: 'workerMissing', ...kept }
  return { kind: 'backendMissing', backend: error.part, ...kept }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
