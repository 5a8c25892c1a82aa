/** The rows of series in order of time. */
import { type DataNote, dataNote } from '../../../dataNotes.ts'
import type { Rows } from './csvRecords.ts'
import type { TimeKind } from './csvTimes.ts'

/**
 * Where day and month may stand in either order, the one that makes every row a day of the calendar; if both do, they
 * must put the rows in the same order. null: the rows stay as they stand.
 */
export function timesOf(
  rows: Rows,
  spans: readonly Uint32Array[],
  kind: TimeKind | null,
): Float64Array | null {
  if (kind === null || kind === 'text') return null
  const european = rows.time.subarray(0, rows.count)
  if (kind !== 'slashed') return european
  const american = rows.american.subarray(0, rows.count)
  const [isEuropean, isAmerican] = [european, american].map((times) => !times.some(Number.isNaN))
  if (!isEuropean) return isAmerican ? american : null
  const sorted = (span: Uint32Array, times: Float64Array) => sortByTime(span.slice(), times).join()
  const same = !isAmerican || spans.every((span) => sorted(span, european) === sorted(span, american))
  return same ? european : null
}

function sortByTime(rows: Uint32Array, times: Float64Array): Uint32Array {
  for (let i = 1; i < rows.length; i++) {
    if ((times[rows[i] ?? 0] ?? 0) < (times[rows[i - 1] ?? 0] ?? 0)) {
      return rows.sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b)
    }
  }
  return rows
}

const day = 24 * 60 * 60 * 1000

/** Puts the rows of a series in order of time; times of day that go over midnight are in order already. */
export function putInOrder(rows: Uint32Array, times: Float64Array, kind: TimeKind | null): Uint32Array {
  return kind === 'date' && isOverMidnight(rows, times) ? rows : sortByTime(rows, times)
}

/** Whether times of day fall once, from the last quarter of a day to the first, and end before they began. */
function isOverMidnight(rows: Uint32Array, times: Float64Array): boolean {
  const at = (i: number) => times[rows[i] ?? 0] ?? 0
  const falls = fallsIn(rows, times)
  const [fall = 0] = falls
  const [evening, morning] = [at(fall - 1), at(fall)]
  return (
    falls.length === 1 &&
    evening >= 0.75 * day &&
    evening < day &&
    morning >= 0 &&
    morning <= 0.25 * day &&
    at(rows.length - 1) < at(0)
  )
}

/** Positions at which the time is earlier than before. */
function fallsIn(rows: Uint32Array, times: Float64Array): number[] {
  const falls: number[] = []
  for (let i = 1; i < rows.length; i++) {
    if ((times[rows[i] ?? 0] ?? 0) < (times[rows[i - 1] ?? 0] ?? 0)) falls.push(i)
  }
  return falls
}

/** Of the time that was reached: it begins anew where it falls nearly to where it began. */
const nearBeginning = 0.1
/** Rows of a recording, on average; if time falls more often, it is only out of order. */
const fewestRows = 3

/** Several recordings one below the other, if the time begins anew; each in order of time. */
export function recordingsOf(rows: Uint32Array, times: Float64Array, kind: TimeKind | null): Uint32Array[] {
  const falls = fallsIn(rows, times)
  const starts = [0, ...falls]
  const at = (i: number) => times[rows[i] ?? 0] ?? 0
  const beginsAnew = falls.every((fall, i) => {
    const begin = at(starts[i] ?? 0)
    return at(fall) - begin <= nearBeginning * (at(fall - 1) - begin)
  })
  if (!beginsAnew || starts.length * fewestRows > rows.length || isOverMidnight(rows, times))
    return [putInOrder(rows, times, kind)]
  return starts.map((start, i) => rows.subarray(start, starts[i + 1] ?? rows.length))
}

export function timeNotes(
  spans: readonly Uint32Array[],
  times: Float64Array | null,
  kind: TimeKind | null,
  isMelted: boolean,
): DataNote[] {
  if (kind === null) return []
  if (times === null) return [dataNote('timesUnread', {})]
  if (isMelted) return []
  let twice = 0
  for (const span of spans)
    for (let i = 1; i < span.length; i++) if (times[span[i] ?? 0] === times[span[i - 1] ?? 0]) twice++
  return twice === 0 ? [] : [dataNote('timesTwice', { count: twice })]
}
