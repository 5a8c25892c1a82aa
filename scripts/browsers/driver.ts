/** What a browser has to do for the checks, whoever drives it. */

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Driver {
  /** Name and version, for the report. */
  readonly name: string
  open(url: string): Promise<void>
  /** Sets the size of the page's view, in CSS pixels. */
  resize(size: Size): Promise<void>
  /** Runs a function in the page: it sees its arguments, as JSON carries them, and nothing from around it. */
  evaluate<A extends readonly unknown[], R>(run: (...args: A) => R, ...args: A): Promise<Awaited<R>>
  /** Presses the first element that a CSS selector finds, with real events. @throws Error if there is none to press */
  click(selector: string): Promise<void>
  /** PNG of what is in view. */
  screenshot(): Promise<Uint8Array>
  close(): Promise<void>
}

/** Why a browser is not to be had on this machine. */
export class NotInstalled extends Error {}

/** `run` with its arguments as an expression; the compiler of these scripts names inner functions with a helper. */
export function expressionOf(run: (...args: never[]) => unknown, args: readonly unknown[]): string {
  return `((__name) => (${run.toString()})(...${JSON.stringify(args)}))((fn) => fn)`
}

/** Calls `ready` until it says so. @throws Error naming `what` after `limitMs` */
export async function until(
  what: string,
  ready: () => Promise<boolean>,
  { limitMs = 60_000, everyMs = 200 } = {},
): Promise<void> {
  for (const end = performance.now() + limitMs; !(await ready()); ) {
    if (performance.now() > end) throw new Error(`not within ${limitMs / 1000} s: ${what}`)
    await pause(everyMs)
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms))
}
