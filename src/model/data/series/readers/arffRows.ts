/** Rows of an ARFF file: the values of a series, and its class. */

import { dataError } from '../../dataErrors.ts'
import { DataFormatError } from '../../errors.ts'
import { type ArffHeader, readWord } from './arffHeader.ts'
import { holdTo, type Limits } from './limits.ts'
import { type Place, type Row, scanValues, skipBlanks } from './numbers.ts'
import { counted, excerpt, shown } from './tokens.ts'

const comma = 44
const backslash = 92
/** No character has this code. */
const noStop = -1

/** A quoted table. @returns the number of its rows */
export function readTable(
  text: string,
  place: Place,
  end: number,
  row: Row,
  { columns }: ArffHeader,
  line: number,
  limits: Limits,
  rowsAre: 'channels' | 'length',
): number {
  const quote = text.charAt(place.at)
  const close = quote === "'" || quote === '"' ? text.indexOf(quote, place.at + 1) : -1
  if (close < 0 || close >= end) {
    const found = text.slice(place.at, Math.min(end, place.at + 60))
    throw new DataFormatError(
      shown(found),
      'a series in quotes and its class',
      line,
      dataError('notQuoted', { found: excerpt(found) }),
    )
  }
  place.at++
  for (let number = 1; ; number++) {
    const before = row.count
    scanValues(text, place, close, backslash, row, line, columns, true)
    const more = place.at < close && text.charCodeAt(place.at) !== backslash
    if (more || row.count - before < columns) {
      const found = more ? `more than ${counted(columns, 'value')}` : counted(row.count - before, 'value')
      throw new DataFormatError(
        `dimension ${number} with ${found}`,
        `${columns}, as many as numeric attributes`,
        line,
        more
          ? dataError('manySteps', { dimension: number, expected: columns })
          : dataError('fewSteps', { dimension: number, found: row.count - before, expected: columns }),
      )
    }
    holdTo(limits, rowsAre, number, line, true)
    if (place.at < close && text.charAt(place.at + 1) !== 'n') {
      const found = text.slice(place.at, Math.min(close, place.at + 2))
      throw new DataFormatError(
        shown(found),
        'a comma, or \\n before the next dimension',
        line,
        dataError('notSeparator', { found: excerpt(found) }),
      )
    }
    if (place.at < close) place.at += 2
    skipBlanks(text, place)
    // A table may end with the end of its last row.
    if (place.at >= close) {
      place.at = close + 1
      return number
    }
  }
}

export function readSteps(
  text: string,
  place: Place,
  end: number,
  row: Row,
  { columns }: ArffHeader,
  line: number,
): number {
  // A quoted class may have commas and blanks of its own; values have no quotes.
  const last = text.charAt(end - 1)
  const quote = last === "'" || last === '"' ? text.indexOf(last, place.at) : end
  let close = Math.max(place.at, quote)
  while (close > place.at && !isApart(text.charCodeAt(close - 1))) close--
  // Behind the last value stand blanks, a comma, or both.
  while (close > place.at && isBlank(text.charCodeAt(close - 1))) close--
  if (close > place.at && text.charCodeAt(close - 1) === comma) close--
  scanValues(text, place, close, noStop, row, line, columns + 1, true)
  if (row.count === columns) return 1
  const found = row.count > columns ? `more than ${counted(columns, 'value')}` : counted(row.count, 'value')
  const expected = `${columns}, as many as numeric attributes, and a class`
  throw new DataFormatError(
    `a series with ${found}`,
    expected,
    line,
    row.count > columns
      ? dataError('manyRowValues', { expected: columns })
      : dataError('fewRowValues', { found: row.count, expected: columns }),
  )
}

const isBlank = (code: number) => code === 32 || code === 9
const isApart = (code: number) => isBlank(code) || code === comma

/** What stands between the values and the class, and the class up to the end of the line. */
export function readLabel(text: string, place: Place, end: number, line: number): string {
  skipBlanks(text, place)
  const hasComma = text.charCodeAt(place.at) === comma
  if (place.at >= end || !(hasComma || isBlank(text.charCodeAt(place.at - 1)))) {
    const found = text.slice(place.at, Math.min(end, place.at + 60))
    throw new DataFormatError(
      found === '' ? 'no class' : shown(found),
      'a comma and a class',
      line,
      dataError('noClass', { found: excerpt(found) }),
    )
  }
  if (hasComma) place.at++
  skipBlanks(text, place)
  const label = readWord(text, place, end, line)
  skipBlanks(text, place)
  if (place.at < end) {
    const found = text.slice(place.at, Math.min(end, place.at + 60))
    throw new DataFormatError(
      `${shown(found)} behind the class`,
      'the end of the line',
      line,
      dataError('behindClass', { found: excerpt(found) }),
    )
  }
  return label
}

/** Steps up to the last at which anything is known. */
export function stepsIn({ values, count }: Row, steps: number): number {
  let longest = 0
  for (let from = 0; from < count; from += steps) {
    let last = steps
    while (last > longest && Number.isNaN(values[from + last - 1])) last--
    if (last > longest) longest = last
  }
  return longest === 0 ? steps : longest
}

/** Rows up to the last in which anything is known. */
export function rowsIn({ values, count }: Row, width: number): number {
  let rows = count / width
  while (rows > 1 && values.subarray((rows - 1) * width, rows * width).every(Number.isNaN)) rows--
  return rows
}

/** From dimension after dimension (of `stride` values) to step after step, as many as there is room for. */
export function transpose({ values }: Row, stride: number, channels: number, into: Float32Array): void {
  const steps = into.length / channels
  for (let c = 0; c < channels; c++) {
    for (let t = 0; t < steps; t++) into[t * channels + c] = values[c * stride + t] ?? 0
  }
}
