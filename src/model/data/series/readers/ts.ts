/**
 * The `.ts` format of the UEA and UCR archives (A. Bagnall et al., The UEA multivariate time series classification
 * archive, 2018) and of sktime and aeon, which document it:
 *
 *     # comment
 *     @problemName BasicMotions
 *     @timeStamps false
 *     @dimensions 2
 *     @equalLength true
 *     @classLabel true Standing Running
 *     @data
 *     0.1,0.2,0.3:1,?,3:Standing
 *
 * A line is a series: dimensions apart by colons, their values by commas, the label last.
 */

import { dataError } from '../../dataErrors.ts'
import { DataFormatError } from '../../errors.ts'
import type { SeriesSet } from '../types.ts'
import { type Collector, collectSeries } from './collect.ts'
import { heldLimits, holdTo, type Limits } from './limits.ts'
import { openLines, type Progress } from './lines.ts'
import { emptyRow, type Row, scanValues, skipBlanks } from './numbers.ts'
import { counted, plainNames, withoutMark } from './tokens.ts'
import { readTsHeader, type TsHeader } from './tsHeader.ts'
import { declaredLabels } from './tsLabels.ts'
import { type Dimensions, readStamped, type StampState } from './tsStamps.ts'

const colon = 58

/**
 * A missing value (`?` or NaN) is NaN, and so are the last steps of a dimension that is shorter than the others of its
 * series. Where a dimension has time stamps, they put its values in order and are then dropped (`readStamped`). A
 * label `?` is no label; how labels are held against the declared classes: `declaredLabels`.
 *
 * @throws DataFormatError with the line and what was expected there: no such file, or one whose head says otherwise
 *   than its series, or one beyond the limits
 * @throws TypeError or RangeError if the call itself is wrong: no text, unknown limits
 */
export function parseTs(text: string, limits?: Partial<Limits>, onProgress?: Progress): SeriesSet {
  const within = heldLimits(text, limits, onProgress)
  const source = withoutMark(text)
  const lines = openLines(source, onProgress)
  const header = readTsHeader(source, lines, within)
  const labels = header.classes === null ? null : declaredLabels(header.classes, header.classLine)
  const row = emptyRow()
  const stamps: StampState = { kind: null }
  let channels = header.dimensions
  let length = header.equalLength === false ? null : header.seriesLength
  let collector: Collector | null = null
  while (lines.next()) {
    const { start, end, number: line } = lines
    if (source[start] === '#') continue
    const labelAt = labels === null ? end : source.lastIndexOf(':', end - 1)
    if (labelAt < start) {
      throw new DataFormatError(
        'no label',
        'values, a colon and a class, as @classLabel true says',
        line,
        dataError('lineWithoutLabel'),
      )
    }
    row.count = 0
    row.missing = 0
    const read = header.timeStamps
      ? readStamped(source, start, labelAt, row, line, stamps, within)
      : readDimensions(source, start, labelAt, row, line, within)
    const dimensions = labels === null ? withoutLast(read, channels) : read
    const { counts } = dimensions
    if (channels !== null && counts.length !== channels)
      throw wrongCount(counts.length, channels, header, line)
    channels = counts.length
    const wrong = length === null ? undefined : counts.find((count) => count !== length)
    if (wrong !== undefined) throw wrongLength(wrong, length ?? 0, header, line)
    if (header.equalLength === true) length ??= equalCount(counts, line)
    if (length !== null && dimensions.steps > length) throw wrongTimes(dimensions.steps, length, line)
    if (header.missing === false && row.missing > 0) {
      throw new DataFormatError(
        'a missing value',
        'none, as @missing false says',
        line,
        dataError('missingValue'),
      )
    }
    const label = labels === null ? null : labels.take(source.slice(labelAt + 1, end).trim(), line)
    collector ??= collectSeries(channels, within, line)
    place(row, dimensions, channels, collector.open(dimensions.steps, label, line))
  }
  if (collector === null)
    throw new DataFormatError('no series', 'one at least behind @data', lines.number, dataError('noSeries'))
  const { classes, classOf } = labels?.sorted() ?? { classes: [], classOf: [] }
  return collector.finish(header.name, plainNames(channels ?? 0), classes, classOf)
}

/**
 * Behind an unlabelled series may stand the colon that would be before its label (aeon writes it): that is no further
 * dimension. @param channels dimensions of a series, if they are known
 */
function withoutLast(read: Dimensions, channels: number | null): Dimensions {
  const { counts } = read
  const isSurplus =
    counts.length > 1 && counts.at(-1) === 0 && counts.length - 1 === (channels ?? counts.length - 1)
  return isSurplus ? { ...read, counts: counts.slice(0, -1) } : read
}

function readDimensions(
  text: string,
  start: number,
  end: number,
  row: Row,
  line: number,
  limits: Limits,
): Dimensions {
  const at = { at: start }
  const counts: number[] = []
  let steps = 0
  for (;;) {
    const before = row.count
    skipBlanks(text, at)
    // An empty dimension is one without a value.
    if (at.at < end && text.charCodeAt(at.at) !== colon)
      scanValues(text, at, end, colon, row, line, limits.length + 1)
    const count = row.count - before
    counts.push(count)
    if (count > steps) steps = count
    holdTo(limits, 'length', steps, line, true)
    holdTo(limits, 'channels', counts.length, line, true)
    if (at.at >= end) return { counts, steps, stepOf: null }
    at.at++
  }
}

/** From dimension after dimension to step after step. */
function place(row: Row, { counts, steps, stepOf }: Dimensions, channels: number, into: Float32Array): void {
  if (row.count < steps * channels) into.fill(Number.NaN)
  const { values } = row
  let from = 0
  for (let c = 0; c < channels; c++) {
    const count = counts[c] ?? 0
    for (let i = 0; i < count; i++) {
      const step = stepOf === null ? i : (stepOf[from + i] ?? 0)
      into[step * channels + c] = values[from + i] ?? 0
    }
    from += count
  }
}

function wrongCount(found: number, channels: number, header: TsHeader, line: number): DataFormatError {
  const why = header.dimensions === null ? 'as the series before have' : 'as the head of the file says'
  return new DataFormatError(
    `a series with ${counted(found, 'dimension')}`,
    `${channels}, ${why}`,
    line,
    dataError(header.dimensions === null ? 'dimensionsBefore' : 'dimensionsHead', {
      found,
      expected: channels,
    }),
  )
}

function wrongLength(found: number, length: number, header: TsHeader, line: number): DataFormatError {
  const why =
    header.seriesLength === null ? 'as before (@equalLength true)' : `as @seriesLength ${length} says`
  return new DataFormatError(
    `a dimension with ${counted(found, 'value')}`,
    `${length}, ${why}`,
    line,
    dataError(header.seriesLength === null ? 'lengthBefore' : 'lengthHead', { found, expected: length }),
  )
}

/** Each dimension has as many values as the head says, but not at the same times. */
function wrongTimes(found: number, length: number, line: number): DataFormatError {
  return new DataFormatError(
    `a series with ${counted(found, 'different time')}`,
    `${length}, as @seriesLength or @equalLength says: the same in all dimensions`,
    line,
    dataError('timesHead', { found, expected: length }),
  )
}

/** Length of all the dimensions of the first series, if it is one length. */
function equalCount(counts: readonly number[], line: number): number {
  const [first = 0, ...others] = counts
  const other = others.find((count) => count !== first)
  if (other === undefined) return first
  throw new DataFormatError(
    `dimensions with ${first} and ${other} values`,
    'as many, by @equalLength true',
    line,
    dataError('lengthsDiffer', { first, other }),
  )
}
