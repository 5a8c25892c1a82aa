/** Numbers and rows of numbers, read from the text without cutting it to pieces: files are tens of megabytes. */

import { dataError } from '../../dataErrors.ts'
import { DataFormatError } from '../../errors.ts'
import { excerpt, shown } from './tokens.ts'

/** Where in the text reading goes on. */
export interface Place {
  at: number
}

/** Values of one series as they are read, one dimension after the other; grows as needed. */
export interface Row {
  values: Float32Array
  count: number
  /** How many of them are marked as missing. */
  missing: number
}

export function emptyRow(): Row {
  return { values: new Float32Array(1024), count: 0, missing: 0 }
}

const comma = 44
const plus = 43
const minus = 45
const point = 46
const zero = 48
const nine = 57
const questionMark = 63
/** OR'd to a letter, this makes it small. */
const small = 32
const letterE = 101
const letterN = 110
const letterA = 97

/** 10⁰ … 10²²: the powers of ten that a float64 holds exactly. */
const powers = Array.from({ length: 23 }, (_, i) => 10 ** i)
/** One digit more, and the digits could exceed 2⁵³. */
const mostMantissa = 900_719_925_474_098
/** From here on a float32 is infinite (2¹²⁸ − 2¹⁰³ rounds up). */
const tooLarge = 2 ** 128 - 2 ** 103

/**
 * The decimal number that begins at `place`, which is moved behind it; NaN, and `place` unmoved, if there is none.
 *
 * The value is exactly `Number()` of the same characters: up to 2⁵³ of digits and 22 of exponent need one rounding
 * only (W. D. Clinger, How to Read Floating Point Numbers Accurately, 1990, section 3); all else is left to `Number`.
 */
function scanNumber(text: string, place: Place): number {
  const start = place.at
  let at = start
  let code = text.charCodeAt(at)
  const negative = code === minus
  if (negative || code === plus) code = text.charCodeAt(++at)
  const firstDigit = at
  let mantissa = 0
  let exact = true
  for (; code >= zero && code <= nine; code = text.charCodeAt(++at)) {
    if (mantissa <= mostMantissa) mantissa = mantissa * 10 + (code - zero)
    else exact = false
  }
  let digits = at - firstDigit
  let exponent = 0
  if (code === point) {
    code = text.charCodeAt(++at)
    const first = at
    for (; code >= zero && code <= nine; code = text.charCodeAt(++at)) {
      if (mantissa <= mostMantissa) mantissa = mantissa * 10 + (code - zero)
      else exact = false
    }
    exponent = first - at
    digits += at - first
  }
  if (digits === 0) return Number.NaN
  if ((code | small) === letterE) {
    let from = at + 1
    code = text.charCodeAt(from)
    const down = code === minus
    if (down || code === plus) code = text.charCodeAt(++from)
    if (code >= zero && code <= nine) {
      let power = 0
      for (; code >= zero && code <= nine; code = text.charCodeAt(++from)) {
        if (power < 10_000) power = power * 10 + (code - zero)
      }
      exponent += down ? -power : power
      at = from
    }
  }
  place.at = at
  if (!exact || exponent < -22 || exponent > 22) return Number(text.slice(start, at))
  const size = exponent < 0 ? mantissa / (powers[-exponent] ?? 1) : mantissa * (powers[exponent] ?? 1)
  return negative ? -size : size
}

/** Moves behind spaces and tabs. */
export function skipBlanks(text: string, place: Place): void {
  let code = text.charCodeAt(place.at)
  while (code === 32 || code === 9) code = text.charCodeAt(++place.at)
}

/**
 * Reads values separated by commas into `row`, until a character `stop` (its code) or `end`, where `place` then is;
 * `?` and NaN are missing. Stops behind the `most`-th value, too.
 *
 * @param blanks whether blanks alone may stand between values as well
 * @throws DataFormatError if something else is among them, or a number too large for a float32
 */
export function scanValues(
  text: string,
  place: Place,
  end: number,
  stop: number,
  row: Row,
  line: number,
  most = Number.POSITIVE_INFINITY,
  blanks = false,
): void {
  for (let read = 1; ; read++) {
    skipBlanks(text, place)
    const from = place.at
    const value = from < end ? scanNumber(text, place) : Number.NaN
    if (place.at === from) {
      if (from >= end || !skipMissing(text, place)) throw noValue(text, from, end, stop, line)
      row.missing++
    } else if (value >= tooLarge || value <= -tooLarge) {
      throw new DataFormatError(
        `${shown(text.slice(from, place.at))} is too large`,
        'a number within ±3.4e38',
        line,
        dataError('tooLarge', { found: excerpt(text.slice(from, place.at)) }),
      )
    }
    if (row.count === row.values.length) {
      const more = new Float32Array(row.count * 2)
      more.set(row.values)
      row.values = more
    }
    row.values[row.count++] = value
    const behind = place.at
    skipBlanks(text, place)
    const code = text.charCodeAt(place.at)
    const isApart = code === comma || (blanks && place.at > behind)
    if (place.at >= end || code === stop || (read === most && isApart)) return
    if (!isApart) throw noValue(text, from, end, stop, line)
    if (code === comma) place.at++
  }
}

/** Moves behind `?` or NaN. */
function skipMissing(text: string, place: Place): boolean {
  const at = place.at
  const code = text.charCodeAt(at)
  const length = code === questionMark ? 1 : isNaNWord(text, at, code) ? 3 : 0
  place.at += length
  return length > 0
}

function isNaNWord(text: string, at: number, code: number): boolean {
  return (
    (code | small) === letterN &&
    (text.charCodeAt(at + 1) | small) === letterA &&
    (text.charCodeAt(at + 2) | small) === letterN
  )
}

function noValue(text: string, from: number, end: number, stop: number, line: number): DataFormatError {
  let to = from
  // Long enough to be recognised; a message needs no more.
  while (to < Math.min(end, from + 60) && text.charCodeAt(to) !== comma && text.charCodeAt(to) !== stop) to++
  const token = text.slice(from, to).trim()
  const found = token === '' ? 'an empty value' : `${shown(token)} is not a number`
  return new DataFormatError(
    found,
    'a number, or ? for a missing value',
    line,
    token === '' ? dataError('emptyValue') : dataError('notNumber', { found: excerpt(token) }),
  )
}

/** A whole cell as a number; null if it is none, or infinite as a float32. Missing values are not asked for here. */
export function numberOf(cell: string, decimalComma: boolean): number | null {
  const written = decimalComma && cell.includes(',') && !cell.includes('.') ? cell.replace(',', '.') : cell
  const place = { at: 0 }
  const value = scanNumber(written, place)
  return place.at === written.length && place.at > 0 && Math.abs(value) < tooLarge ? value : null
}
