/** Frames by credit: one is sent only when the page has drawn the last; training waits for neither. */

import type { EngineEvent, HeldOutMetric } from '../protocol.ts'
import type { Run } from '../run/run.ts'
import type { Read } from '../run/session.ts'
import type { StepClock } from './pacing.ts'

export class FrameSender {
  private readonly emit: (event: EngineEvent) => void
  private readonly read: Read
  private readonly clock: StepClock
  private run: Run | null = null
  private id = 0
  private credited = false
  /** The frame being read, if any: a new one does not start before it is sent or given up. */
  private sending: object | null = null
  /** What the page has seen; null: it has to see what there is. */
  private seen: { readonly step: number; readonly heldOutStep: number | null } | null = null

  constructor(emit: (event: EngineEvent) => void, read: Read, clock: StepClock) {
    this.emit = emit
    this.read = read
    this.clock = clock
  }

  /** From now on the frames show this run, beginning with a fresh one. */
  follow(id: number, run: Run): void {
    this.id = id
    this.run = run
    this.seen = null
    this.sending = null
    this.offer()
  }

  credit(): void {
    this.credited = true
    this.offer()
  }

  /** Sends a frame if the page wants one and has not seen this state. Never waits. */
  offer(): void {
    const { run } = this
    if (run === null || !this.credited || this.sending !== null || !this.isNews(run)) return
    this.credited = false
    const token = {}
    this.sending = token
    // A device that goes away takes the frame with it; `follow` starts anew after the recovery.
    this.send(run, token).catch(() => this.giveUp(token))
  }

  private isNews(run: Run): boolean {
    const heldOutStep = run.heldOut?.step ?? null
    return this.seen === null || this.seen.step !== run.step || this.seen.heldOutStep !== heldOutStep
  }

  private async send(run: Run, token: object): Promise<void> {
    const { step, epoch, heldOut, rate, tensors } = run
    const chosen = run.schedule?.chosen ?? null
    this.seen = { step, heldOutStep: heldOut?.step ?? null }
    const metrics = run.metrics.drain()
    const weights = await run.session.packedWeights(this.read)
    // Another run, or the same one from an earlier step, has begun while this was read.
    if (this.sending !== token) return
    this.sending = null
    this.emit({
      type: 'frame',
      frame: {
        run: this.id,
        step,
        epoch,
        weights,
        metrics,
        heldOut,
        chosen: chosen === null ? null : metricOf(chosen),
        stepsPerSecond: this.clock.stepsPerSecond(),
        learningRate: rate,
        tensors,
      },
    })
    // A state that came meanwhile goes out with the next credit, not with the next step.
    this.offer()
  }

  private giveUp(token: object): void {
    this.credited = true
    if (this.sending === token) this.sending = null
  }
}

/** Without the weights: a frame has some already. */
function metricOf({ step, loss, accuracy, count }: HeldOutMetric): HeldOutMetric {
  return { step, loss, accuracy, count }
}
