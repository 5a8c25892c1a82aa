/** Dimensions written with time stamps: `(t,v),(t,v):(t,v)`. */

import { dataError } from '../../dataErrors.ts'
import { DataFormatError } from '../../errors.ts'
import { parseDate } from './dates.ts'
import { holdTo, type Limits } from './limits.ts'
import { numberOf, type Place, type Row, scanValues, skipBlanks } from './numbers.ts'
import { excerpt, shown } from './tokens.ts'

export type StampKind = 'number' | 'date'

/** The values of one series as a line gives them: dimension after dimension in `row`. */
export interface Dimensions {
  /** Values of each dimension. */
  readonly counts: readonly number[]
  readonly steps: number
  /** Step of every value of `row`; null: each dimension from step 0 on. */
  readonly stepOf: Uint32Array | null
}

const colon = 58
const comma = 44
const closing = 41

/** A file is to use one kind of stamp only. */
export interface StampState {
  kind: StampKind | null
}

/**
 * Reads the dimensions between `start` and `end` into `row`.
 *
 * The stamps give the order and are not kept, nor are the distances between them: a step for every time at which
 * any dimension has a value, and nothing (NaN, by `stepOf`) in the dimensions that have none then.
 *
 * @throws DataFormatError if a pair cannot be read, or a time comes twice in a dimension
 */
export function readStamped(
  text: string,
  start: number,
  end: number,
  row: Row,
  line: number,
  state: StampState,
  limits: Limits,
): Dimensions {
  const place = { at: start }
  const counts: number[] = []
  const times: number[] = []
  for (;;) {
    const before = row.count
    readPairs(text, place, end, row, times, line, state)
    counts.push(row.count - before)
    holdTo(limits, 'length', row.count - before, line)
    holdTo(limits, 'channels', counts.length, line, true)
    if (place.at >= end) break
    place.at++
  }
  const { steps, stepOf } = stepsOf(counts, times, line)
  return { counts, steps, stepOf }
}

/** Pairs up to the colon behind the dimension, or `end`; `?` alone, or nothing, is a dimension without values. */
function readPairs(
  text: string,
  place: Place,
  end: number,
  row: Row,
  times: number[],
  line: number,
  state: StampState,
): void {
  skipBlanks(text, place)
  if (text[place.at] === '?') {
    place.at++
    skipBlanks(text, place)
    if (place.at >= end || text.charCodeAt(place.at) === colon) return
  } else if (place.at >= end || text.charCodeAt(place.at) === colon) return
  for (;;) {
    skipBlanks(text, place)
    const open = place.at
    const close = text[open] === '(' ? text.indexOf(')', open) : -1
    if (close < 0 || close >= end) throw noPair(text.slice(open, Math.min(end, open + 60)), line)
    const separator = text.lastIndexOf(',', close)
    if (separator <= open) throw noPair(text.slice(open, Math.min(close + 1, open + 60)), line)
    times.push(timeOf(text.slice(open + 1, separator).trim(), state, line))
    place.at = separator + 1
    scanValues(text, place, close, closing, row, line, 1)
    place.at = close + 1
    skipBlanks(text, place)
    const code = text.charCodeAt(place.at)
    if (place.at >= end || code === colon) return
    if (code !== comma) throw noPair(text.slice(place.at, Math.min(end, place.at + 60)), line)
    place.at++
  }
}

function noPair(found: string, line: number): DataFormatError {
  return new DataFormatError(
    shown(found),
    'a pair (time,value)',
    line,
    dataError('notPair', { found: excerpt(found) }),
  )
}

function timeOf(stamp: string, state: StampState, line: number): number {
  const number = state.kind === 'date' ? null : numberOf(stamp, false)
  const time = number ?? (state.kind === 'number' ? null : parseDate(stamp))
  if (time === null) {
    const all = { number: 'a number, as before', date: 'a date, as before' }
    const expected = state.kind === null ? 'a number or a date like 2024-05-01 10:00:00' : all[state.kind]
    const codes = { number: 'stampNumber', date: 'stampDate' } as const
    throw new DataFormatError(
      `time stamp ${shown(stamp)}`,
      expected,
      line,
      dataError(state.kind === null ? 'stamp' : codes[state.kind], { found: excerpt(stamp) }),
    )
  }
  state.kind = number === null ? 'date' : 'number'
  return time
}

function stepsOf(
  counts: readonly number[],
  times: readonly number[],
  line: number,
): { steps: number; stepOf: Uint32Array | null } {
  const longest = Math.max(...counts)
  if (isRegular(counts, times)) return { steps: longest, stepOf: null }
  const steps = new Map([...new Set(times)].sort((a, b) => a - b).map((time, step) => [time, step] as const))
  const stepOf = Uint32Array.from(times, (time) => steps.get(time) ?? 0)
  let from = 0
  for (const count of counts) {
    const own = stepOf.subarray(from, from + count)
    if (new Set(own).size < count) {
      throw new DataFormatError(
        'a time comes twice in a dimension',
        'each time once',
        line,
        dataError('timeTwice'),
      )
    }
    from += count
  }
  return { steps: steps.size, stepOf }
}

/** Whether times rise, and are the same in all dimensions: then each value stands at the step of its place. */
function isRegular(counts: readonly number[], times: readonly number[]): boolean {
  const count = counts[0] ?? 0
  if (counts.some((other) => other !== count)) return false
  for (let i = 0; i < times.length; i++) {
    const time = times[i] ?? 0
    if (i < count ? i > 0 && time <= (times[i - 1] ?? 0) : time !== times[i % count]) return false
  }
  return true
}
