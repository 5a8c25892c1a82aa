/** What a line of the bench is: it measures, and holds what it finds against a budget. */
import type { Browser } from '@playwright/test'
import type { BackendReport } from '../../src/model/engine/protocol.ts'

/** Sizes and counts are the same on every machine, and so may fail a build; times never do. */
export type Kind = 'size' | 'count' | 'time'

export interface Budget {
  readonly at: 'most' | 'least'
  readonly value: number
}

export interface Row {
  readonly name: string
  /** null: it could not be measured; `note` says why. */
  readonly value: number | null
  readonly unit: string
  readonly kind: Kind
  /** null: told for orientation. */
  readonly budget: Budget | null
  /** What the value is the median (or as the note says) of. */
  readonly values?: readonly number[]
  readonly note?: string
}

/** How a cost grows: one value for each size. */
export interface Curve {
  readonly name: string
  readonly over: string
  readonly unit: string
  readonly points: readonly { readonly at: number; readonly value: number }[]
}

export interface Findings {
  readonly rows: readonly Row[]
  readonly curves?: readonly Curve[]
  /** What the engine chose, where a line let it choose. */
  readonly backend?: BackendReport
}

export interface BenchContext {
  /**
   * Draws without WebGL. Software WebGL would also put the page together, in a process that takes
   * the cores away from the training, and says nothing about a machine with a graphics processor.
   */
  readonly browser: Browser
  /** With WebGL on the processor, started when it is first asked for. */
  readonly webglBrowser: () => Promise<Browser>
  /** DevTools port of the browser. */
  readonly debugPort: number
  /** The built site. */
  readonly siteUrl: string
  /** The bare training loop (bareSite.ts), built when it is first asked for. */
  readonly bareUrl: () => Promise<string>
  /** Repetitions of a time; at least 5 unless the caller wants a quick look. */
  readonly repeats: number
  readonly say: (text: string) => void
}

export interface Line {
  readonly id: string
  readonly measure: (context: BenchContext) => Promise<Findings>
}

export const atMost = (value: number): Budget => ({ at: 'most', value })
export const atLeast = (value: number): Budget => ({ at: 'least', value })

/** null: there is no budget. What could not be measured is not met. */
export function isMet({ value, budget }: Row): boolean | null {
  if (budget === null) return null
  if (value === null) return false
  return budget.at === 'most' ? value <= budget.value : value >= budget.value
}
