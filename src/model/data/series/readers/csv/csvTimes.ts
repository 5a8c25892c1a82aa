/** What the rows of a series are ordered by. */
import { dataError } from '../../../dataErrors.ts'
import { DataFormatError } from '../../../errors.ts'
import { parseDate, parseSlashed } from '../dates.ts'
import { excerpt, shown } from '../tokens.ts'
import { type Decimal, numberIn } from './csvNumbers.ts'
import type { RowLine } from './csvRows.ts'

/** `slashed`: day and month in an order that only all of them together tell. */
export type TimeKind = 'number' | 'date' | 'slashed' | 'text'

export function timeKindOf(stamp: string, decimal: Decimal): TimeKind {
  if (numberIn(stamp, decimal) !== null) return 'number'
  if (parseDate(stamp) !== null) return 'date'
  return parseSlashed(stamp) === null ? 'text' : 'slashed'
}

/** A time as it may be meant: day before month, and month before day; the same where there is no doubt. */
export interface Moment {
  readonly time: number
  /** NaN if there is no such day. */
  readonly american: number
}

/** @throws DataFormatError if it is of another kind than the first */
export function momentOf(stamp: string, kind: TimeKind, decimal: Decimal, line: RowLine): Moment {
  if (kind === 'text') return { time: 0, american: 0 }
  const found = kind === 'slashed' ? parseSlashed(stamp) : null
  if (found !== null) return found
  const time = kind === 'number' ? numberIn(stamp, decimal) : kind === 'date' ? parseDate(stamp) : null
  if (time !== null) return { time, american: time }
  throw new DataFormatError(
    stamp === '' ? 'no time' : `time ${shown(stamp)}`,
    `a ${kind === 'number' ? 'number' : 'date'}, as in the first row`,
    line(),
    dataError(kind === 'number' ? 'timeNumber' : 'timeDate', { found: excerpt(stamp) }),
  )
}
