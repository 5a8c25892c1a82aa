/** When training gives way: to messages, and to a limit on its speed. */

/**
 * Lets waiting messages be handled, then goes on. A message to oneself, since nested timers are
 * held back to 4 ms; and not `scheduler.yield`, whose continuation may overtake the messages.
 */
export const breathe: () => Promise<void> =
  typeof setImmediate === 'function'
    ? () => new Promise((resolve) => setImmediate(resolve))
    : messageToOneself()

function messageToOneself(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel()
  const waiting: (() => void)[] = []
  port1.onmessage = () => waiting.shift()?.()
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve)
      port2.postMessage(null)
    })
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** Times of the last steps: how fast it goes, and how long to wait so as not to go faster than allowed. */
export class StepClock {
  private times: number[] = []
  private static readonly remembered = 64

  /** Forgets the past: after a pause the time before it must not count. */
  restart(): void {
    this.times = []
  }

  /** @param now milliseconds at the end of a step */
  tick(now: number): void {
    this.times.push(now)
    if (this.times.length > StepClock.remembered) this.times.shift()
  }

  /** 0 until two steps are done. */
  stepsPerSecond(): number {
    const [first, last] = [this.times[0], this.times.at(-1)]
    if (first === undefined || last === undefined || last <= first) return 0
    return ((this.times.length - 1) * 1000) / (last - first)
  }

  /** Milliseconds until the next step may start. @param most steps per second; null: no limit */
  wait(now: number, most: number | null): number {
    const last = this.times.at(-1)
    if (most === null || last === undefined) return 0
    return Math.max(0, last + 1000 / most - now)
  }
}

/** Tasks one after the other: a statistic over the weights must not see them change half-way. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve()

  take<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.last.then(task)
    this.last = turn.catch(() => undefined)
    return turn
  }

  /** Lets go of tasks that will never end (a read from a lost context). */
  abandon(): void {
    this.last = Promise.resolve()
  }
}
