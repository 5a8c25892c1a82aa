/** What a new worker has to go on from: the run that was asked for last, and how far any worker has got with it. */
import type { SeriesProblem } from '../../data/series/types.ts'
import type { Checkpoint, EngineApi, EngineEvent, RunConfig } from '../protocol.ts'
import { Restarts } from './restarts.ts'

export interface Prepared {
  readonly run: number
  readonly config: RunConfig
  /** A new worker has to be given it again. */
  readonly problem: SeriesProblem | undefined
}

export class LastKnown {
  readonly restarts = new Restarts()
  /** null: nothing was asked for, or it is not wanted any more. */
  prepared: Prepared | null = null
  checkpoint: Checkpoint | null = null

  begin(wanted: Prepared, from: Checkpoint | undefined): void {
    this.prepared = wanted
    this.checkpoint = from ?? null
    this.restarts.begin(from?.step ?? 0)
  }

  heard(event: EngineEvent): void {
    if (event.type === 'checkpoint' && event.run === this.prepared?.run) {
      this.checkpoint = event.checkpoint
      this.restarts.reached(event.checkpoint.step)
    }
    if (event.type === 'frame' && event.frame.run === this.prepared?.run)
      this.restarts.reached(event.frame.step)
  }

  tune(changes: Parameters<EngineApi['tune']>[0]): void {
    const { prepared, checkpoint } = this
    if (prepared !== null) this.prepared = { ...prepared, config: { ...prepared.config, ...changes } }
    if (checkpoint !== null) this.checkpoint = { ...checkpoint, config: { ...checkpoint.config, ...changes } }
  }

  /** The same run from its first step. */
  startOver(): void {
    this.checkpoint = null
    this.restarts.begin(0)
  }

  forget(): void {
    this.prepared = null
  }
}
