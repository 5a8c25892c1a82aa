/** How often a worker that ends is replaced: not for ever, if each ends before it gets anywhere. */

const MOST_RESTARTS = 3

export class Restarts {
  private used = 0
  /** The latest step that any worker of the run has got to. */
  private furthest = 0

  /** A run begins at `step`, with every try before it. */
  begin(step: number): void {
    this.used = 0
    this.furthest = step
  }

  /** Somebody wants it tried again. */
  renew(): void {
    this.used = 0
  }

  /** Only what no worker before has reached is progress: else a run could end at the same step for ever. */
  reached(step: number): void {
    if (step <= this.furthest) return
    this.furthest = step
    this.used = 0
  }

  /** Uses up a restart. False if none is left. */
  take(): boolean {
    if (this.used === MOST_RESTARTS) return false
    this.used += 1
    return true
  }
}
