/**
 * When a run may train and when it may be changed: one loop at a time, no change while it runs, and of wishes
 * that come while another is being carried out the last one wins.
 */
import { Turns } from './pacing.ts'

export class RunLock {
  /** Of tasks that need the run as it stands. */
  readonly turns = new Turns()
  private looping: Promise<void> | null = null
  private changing: Promise<unknown> = Promise.resolve()
  private halting = false
  /** Counts wishes to train or to stop; who waited and finds another number has been overruled. */
  private wishes = 0

  /** Whether the loop should end after the step it is in. */
  get stopping(): boolean {
    return this.halting
  }

  /** Resolves when the change under way, if any, is done or has failed. */
  get settled(): Promise<unknown> {
    return this.changing
  }

  /** Ends the loop, and keeps one that waits for its turn from starting. */
  async halt(): Promise<void> {
    this.wishes += 1
    this.halting = true
    await this.looping
  }

  /** Changes the run once nothing trains. Loops asked for meanwhile begin with what comes out of it. */
  change<T>(act: () => Promise<T>): Promise<T> {
    const changed = this.halt().then(() => this.turns.take(act))
    this.changing = changed.catch(() => undefined)
    return changed
  }

  /**
   * Joins the loop that runs, or starts one.
   * @returns when that loop has ended; at once if a later wish has overruled this one
   */
  async loop(begin: () => Promise<void>): Promise<void> {
    this.wishes += 1
    const wish = this.wishes
    await this.changing
    // A loop that is about to end must not swallow the wish: play right after pause plays.
    while (this.looping !== null && this.halting && wish === this.wishes) await this.looping
    if (wish !== this.wishes) return
    this.halting = false
    this.looping ??= begin().finally(() => {
      this.looping = null
    })
    return this.looping
  }
}
