/** How much of a file is read: what a page can hold, and what a network here can still be trained on. */

import {
  anyFunction,
  anyText,
  type Checks,
  holdArgument,
  holdOptions,
  optional,
  whole,
} from '../../../checks.ts'
import { type DataErrorCode, dataError } from '../../dataErrors.ts'
import { DataFormatError } from '../../errors.ts'
import type { Progress } from './lines.ts'

export interface Limits {
  /** Of the file. A text that is already decoded counts a byte for each UTF-16 unit: never more than the file had. */
  readonly bytes: number
  readonly series: number
  /** Variables of a series. */
  readonly channels: number
  /** Steps of a series. */
  readonly length: number
  readonly classes: number
  /** Σ length · channels over all series, padding included. */
  readonly values: number
}

export const defaultLimits: Limits = {
  bytes: 64 * 2 ** 20,
  series: 100_000,
  channels: 256,
  length: 20_000,
  classes: 200,
  values: 16_000_000,
}

/** A table made of several files repeats their names, and its numbers may be written long: UCI HAR has 135 MB of them. */
export const joinedLimits: Limits = { ...defaultLimits, bytes: 192 * 2 ** 20 }

/** Characters of a class name, a series' id or a variable's name. */
const longestName = 200

const words: Readonly<Record<keyof Limits, string>> = {
  bytes: 'bytes',
  series: 'series',
  channels: 'variables',
  length: 'steps in one series',
  classes: 'classes',
  values: 'values in all series together',
}

const codes = {
  bytes: 'manyBytes',
  series: 'manySeries',
  channels: 'manyChannels',
  length: 'longSeries',
  classes: 'manyClasses',
  values: 'manyValues',
} as const satisfies Readonly<Record<keyof Limits, DataErrorCode>>

const most = optional({
  expected: `${whole(1).expected}, or Infinity`,
  fits: (value) => whole(1).fits(value) || value === Number.POSITIVE_INFINITY,
})
const limitChecks: Checks<Limits> = {
  bytes: most,
  series: most,
  channels: most,
  length: most,
  classes: most,
  values: most,
}

/** @throws RangeError if a limit is unknown, or no number from 1 @throws TypeError if they are no object */
export function limitsWith(changes: Partial<Limits> = {}): Limits {
  holdOptions(changes, limitChecks, 'limits')
  const told = Object.entries(changes).filter(([, limit]) => limit !== undefined)
  return { ...defaultLimits, ...Object.fromEntries(told) }
}

/**
 * What all the readers are called with.
 * @throws TypeError if the text is none, or the progress no function; RangeError as `limitsWith` does
 * @throws DataFormatError if the text is longer than the limit
 */
export function heldLimits(text: string, changes?: Partial<Limits>, onProgress?: Progress): Limits {
  holdText(text)
  holdArgument('onProgress', onProgress, optional(anyFunction))
  const limits = limitsWith(changes)
  holdTo(limits, 'bytes', text.length)
  return limits
}

/** @throws TypeError */
export function holdText(text: string): void {
  holdArgument('text', text, { ...anyText, expected: 'a text; bytes are decoded before' })
}

/** Of a file, 1-based; a function where it takes a search, made only for a message. */
export type Line = number | null | (() => number | null)

/**
 * @param found how many there are, or how many at least if counting stops here
 * @throws DataFormatError if that is more than the limit
 */
export function holdTo(
  limits: Limits,
  name: keyof Limits,
  found: number,
  line: Line = null,
  counting = false,
): void {
  if (found <= limits[name]) return
  const most = `at most ${limits[name]} (the limit “${name}”)`
  throw new DataFormatError(
    `${counting ? 'at least ' : ''}${found} ${words[name]}`,
    most,
    lineOf(line),
    dataError(codes[name], { most: limits[name] }),
  )
}

export function lineOf(line: Line): number | null {
  return typeof line === 'function' ? line() : line
}

/** The name as it is. @throws DataFormatError if it is too long to be one */
export function nameWithin(name: string, what: string, line: Line): string {
  if (name.length <= longestName) return name
  throw new DataFormatError(
    `${what} of ${name.length} characters`,
    `at most ${longestName}`,
    lineOf(line),
    dataError('longName', { length: name.length, most: longestName }),
  )
}

/** A title, shortened to the same length: nothing depends on it. */
export function titleOf(text: string): string {
  return text.trim().slice(0, longestName)
}
