/** What follows a lost context: another backend, and the run goes on there. */
import { type Device, isLoss } from '../backends/device.ts'
import { troubleOf } from '../client/codeMissing.ts'
import type { Run } from '../run/run.ts'
import type { EventEmitter } from './eventEmitter.ts'
import type { FrameSender } from './frames.ts'
import type { RunLock } from './runLock.ts'

interface Parts {
  readonly device: Device
  readonly events: EventEmitter
  readonly frames: FrameSender
  readonly runLock: RunLock
  /** null: there is nothing to go on with. */
  readonly run: () => Run | null
  /** Finds a backend that can train the run. */
  readonly ensureBackend: (run: Run) => Promise<void>
}

export class Recovery {
  private readonly parts: Parts
  private recovering: Promise<void> | null = null

  constructor(parts: Parts) {
    this.parts = parts
  }

  /** Resolves when the recovery under way is over; null if there is none. */
  get done(): Promise<void> | null {
    return this.recovering
  }

  /** A lost context ends the task, not the run. */
  async survive<T>(task: () => Promise<T>): Promise<T | undefined> {
    const { device, runLock } = this.parts
    try {
      return await runLock.turns.take(task)
    } catch (error) {
      const cause = device.explain(error)
      if (!isLoss(cause)) throw cause
      await this.recover()
      return undefined
    }
  }

  /** After a lost context: another backend, the weights from host memory. Several may ask; it happens once. */
  recover(): Promise<void> {
    this.recovering ??= this.restoreElsewhere()
      .catch((error: unknown) => this.parts.events.tell(troubleOf(error)))
      .finally(() => {
        this.recovering = null
      })
    return this.recovering
  }

  private async restoreElsewhere(): Promise<void> {
    const { device, events, frames, runLock } = this.parts
    const run = this.parts.run()
    const { phase } = events
    if (run === null) return
    events.enter('lost')
    runLock.turns.abandon()
    device.abandon()
    await this.parts.ensureBackend(run)
    run.goTo(run.latest)
    events.tell({ kind: 'contextLost', backTo: run.step, backend: device.report.chosen })
    frames.follow(events.run, run)
    events.enter(phase)
  }
}
