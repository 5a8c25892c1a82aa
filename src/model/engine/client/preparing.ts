/** Runs that are being prepared: when the last of them is ready, and whether that takes too long. */

/** So long a run may take to be prepared before another that is asked for gets a worker of its own. */
const patienceMs = 10_000

export class Preparing {
  private asked: Promise<unknown> = Promise.resolve()
  /** When the worker began to prepare what it has not finished yet. */
  private since: number | null = null

  /** Resolves when the run that was asked for last is prepared, or has failed. */
  get last(): Promise<unknown> {
    return this.asked
  }

  get takesTooLong(): boolean {
    return this.since !== null && performance.now() - this.since > patienceMs
  }

  /** The worker has nothing to prepare any more. */
  forget(): void {
    this.since = null
  }

  watch<T>(prepare: () => Promise<T>): Promise<T> {
    const began = performance.now()
    this.since ??= began
    const done = prepare()
    const settled = done.then(
      () => undefined,
      () => undefined,
    )
    this.asked = settled
    void settled.then(() => {
      if (this.asked === settled) this.since = null
    })
    return done
  }
}
