/**
 * Series in ARFF, the format of Weka (University of Waikato, Attribute-Relation File Format), as the UEA and UCR
 * archives have them. Several variables are one relational attribute, whose value is a quoted text; `\n` in it is two
 * characters:
 *
 *     @relation Motions
 *     @attribute series relational
 *     @attribute t0 numeric
 *     @attribute t1 numeric
 *     @end series
 *     @attribute activity {Standing,Running}
 *     @data
 *     '0.1,0.2\n1,?',Standing
 *
 * One variable is a numeric attribute for each step instead: `0.1,0.2,Standing`.
 */

import { dataError } from '../../dataErrors.ts'
import { DataFormatError } from '../../errors.ts'
import type { SeriesSet } from '../types.ts'
import { type ArffHeader, readArffHeader, readWord } from './arffHeader.ts'
import { type Collector, collectSeries } from './collect.ts'
import { holdTo, type Limits, limitsWith } from './limits.ts'
import { openLines, type Progress } from './lines.ts'
import { emptyRow, type Place, type Row, scanValues, skipBlanks } from './numbers.ts'
import { counted, excerpt, labelPosition, plainNames, shown, withoutMark } from './tokens.ts'

const comma = 44
const backslash = 92
/** No character has this code. */
const noStop = -1

/**
 * `?` is NaN. A table has one length, so shorter series are padded with `?` there: steps at the end of a series at
 * which every variable is missing are cut off (unless that is all of it). A label `?` is no label.
 *
 * @throws DataFormatError with the line and what was expected there: no such file, or one beyond the limits
 */
export function parseArff(text: string, limits?: Partial<Limits>, onProgress?: Progress): SeriesSet {
  const within = limitsWith(limits)
  holdTo(within, 'bytes', text.length)
  const source = withoutMark(text)
  const lines = openLines(source, onProgress)
  const header = readArffHeader(source, lines, within)
  const row = emptyRow()
  const place = { at: 0 }
  let channels = header.relational ? 0 : 1
  let collector: Collector | null = null
  while (lines.next()) {
    const { start, end, number: line } = lines
    if (source[start] === '%') continue
    if (source[start] === '{') {
      throw new DataFormatError('a sparse row', 'values separated by commas', line, dataError('sparseRow'))
    }
    row.count = 0
    place.at = start
    const found = header.relational
      ? readTable(source, place, end, row, header, line, within)
      : readSteps(source, place, end, row, header, line)
    if (channels === 0) channels = found
    if (found !== channels) {
      throw new DataFormatError(
        `a series with ${counted(found, 'dimension')}`,
        `${channels}, as before`,
        line,
        dataError('dimensionsBefore', { found, expected: channels }),
      )
    }
    const label = labelPosition(readLabel(source, place, end, line), header.classOf, line)
    collector ??= collectSeries(channels, within, line)
    const steps = stepsIn(row, header.steps)
    transpose(row, header.steps, channels, collector.open(steps, label, line))
  }
  if (collector === null)
    throw new DataFormatError('no series', 'one at least behind @data', lines.number, dataError('noSeries'))
  return collector.finish(header.name, plainNames(channels), header.classes)
}

/** A quoted table, a dimension a row. @returns how many */
function readTable(
  text: string,
  place: Place,
  end: number,
  row: Row,
  { steps }: ArffHeader,
  line: number,
  limits: Limits,
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
  for (let dimension = 1; ; dimension++) {
    const before = row.count
    scanValues(text, place, close, backslash, row, line, steps)
    // A comma, if there is another value.
    const more = place.at < close && text.charCodeAt(place.at) === comma
    if (more || row.count - before < steps) {
      const found = more ? `more than ${counted(steps, 'value')}` : counted(row.count - before, 'value')
      const expected = `${steps}, as many as numeric attributes`
      throw new DataFormatError(
        `dimension ${dimension} with ${found}`,
        expected,
        line,
        more
          ? dataError('manySteps', { dimension, expected: steps })
          : dataError('fewSteps', { dimension, found: row.count - before, expected: steps }),
      )
    }
    holdTo(limits, 'channels', dimension, line, true)
    if (place.at >= close) {
      place.at = close + 1
      return dimension
    }
    if (text.charAt(place.at + 1) !== 'n') {
      const found = text.slice(place.at, Math.min(close, place.at + 2))
      throw new DataFormatError(
        shown(found),
        'a comma, or \\n before the next dimension',
        line,
        dataError('notSeparator', { found: excerpt(found) }),
      )
    }
    place.at += 2
  }
}

function readSteps(
  text: string,
  place: Place,
  end: number,
  row: Row,
  { steps }: ArffHeader,
  line: number,
): number {
  // A quoted class may have commas of its own; values have no quotes.
  const last = text.charAt(end - 1)
  const quote = last === "'" || last === '"' ? text.indexOf(last, place.at) : end - 1
  const close = Math.max(place.at, text.lastIndexOf(',', quote))
  scanValues(text, place, close, noStop, row, line, steps + 1)
  if (row.count === steps) return 1
  const found = row.count > steps ? `more than ${counted(steps, 'value')}` : counted(row.count, 'value')
  const expected = `${steps}, as many as numeric attributes, and a class`
  throw new DataFormatError(
    `a series with ${found}`,
    expected,
    line,
    row.count > steps
      ? dataError('manyRowValues', { expected: steps })
      : dataError('fewRowValues', { found: row.count, expected: steps }),
  )
}

/** The comma behind the values, and the word behind it up to the end of the line. */
function readLabel(text: string, place: Place, end: number, line: number): string {
  skipBlanks(text, place)
  if (place.at >= end || text.charCodeAt(place.at) !== comma) {
    const found = text.slice(place.at, Math.min(end, place.at + 60))
    throw new DataFormatError(
      found === '' ? 'no class' : shown(found),
      'a comma and a class',
      line,
      dataError('noClass', { found: excerpt(found) }),
    )
  }
  place.at++
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
function stepsIn({ values, count }: Row, steps: number): number {
  let longest = 0
  for (let from = 0; from < count; from += steps) {
    let last = steps
    while (last > longest && Number.isNaN(values[from + last - 1])) last--
    if (last > longest) longest = last
  }
  return longest === 0 ? steps : longest
}

/** From dimension after dimension (of `stride` values) to step after step, as many as there is room for. */
function transpose({ values }: Row, stride: number, channels: number, into: Float32Array): void {
  const steps = into.length / channels
  for (let c = 0; c < channels; c++) {
    for (let t = 0; t < steps; t++) into[t * channels + c] = values[c * stride + t] ?? 0
  }
}
