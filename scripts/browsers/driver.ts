/** What a browser has to do for the checks, whoever drives it. */

export interface Size {
  readonly width: number
  readonly height: number
}

/** In CSS pixels, from the upper left corner of the view. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** Keys that write nothing, as the events name them. */
export type Key =
  | 'Tab'
  | 'Enter'
  | 'Escape'
  | 'Home'
  | 'End'
  | 'ArrowLeft'
  | 'ArrowRight'
  | 'ArrowUp'
  | 'ArrowDown'

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
  /** Into whatever has the focus. */
  press(key: Key, held?: 'Shift'): Promise<void>
  /** Writes into the field that a CSS selector finds. */
  write(selector: string, text: string): Promise<void>
  /** Chooses an option of a `select` by its value. */
  choose(selector: string, value: string): Promise<void>
  /** Opens files, by their paths, with an `input` of files. */
  giveFiles(selector: string, paths: readonly string[]): Promise<void>
  /** Pointer down at the first point, through the others as a hand would go, up at the last. */
  stroke(points: readonly Point[]): Promise<void>
  /** PNG of what is in view. */
  screenshot(): Promise<Uint8Array>
  /** What the browser itself heard of errors since it was asked last; none where it cannot be listened to. */
  heard(): readonly string[]
  /**
   * All that the browser writes into its console, its own complaints too, for a page of the watched site that nobody
   * touches. Absent where that cannot be had.
   */
  readonly consoleOf?: (url: string) => Promise<readonly string[]>
  close(): Promise<void>
}

/** How long a hand takes from one point of a stroke to the next. */
export const handMs = 12

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
