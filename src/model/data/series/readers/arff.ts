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
 *
 * So the archives; Weka's own sets of instances in bags (its multi-instance convention) have an attribute for each
 * variable, and a row of the table for each step.
 */

import { type Checks, holdOptions, oneOf, optional } from '../../../checks.ts'
import { dataError } from '../../dataErrors.ts'
import { type DataNote, dataNote } from '../../dataNotes.ts'
import { DataFormatError } from '../../errors.ts'
import type { SeriesSet } from '../types.ts'
import { type ArffHeader, readArffHeader } from './arffHeader.ts'
import { readLabel, readSteps, readTable, rowsIn, stepsIn, transpose } from './arffRows.ts'
import { type Collector, collectSeries } from './collect.ts'
import { heldLimits, type Limits } from './limits.ts'
import { openLines, type Progress } from './lines.ts'
import { emptyRow } from './numbers.ts'
import { counted, excerpts, labelPosition, plainNames, stemOf, withoutMark } from './tokens.ts'

export interface ArffChoices {
  /** What a row of a relational attribute's table is; what the names of its columns say if left out (`rowsOf`). */
  readonly rows?: 'variables' | 'steps' | undefined
}

const choiceChecks: Checks<ArffChoices> = { rows: optional(oneOf(['variables', 'steps'])) }

/**
 * `?` is NaN. A table has one length, so shorter series are padded with `?` there: steps at the end of a series at
 * which every variable is missing are cut off (unless that is all of it). A label `?` is no label. Values are apart by
 * commas or blanks, and a comma at the end of a row is nothing.
 *
 * @throws DataFormatError with the line and what was expected there: no such file, or one beyond the limits
 * @throws TypeError or RangeError if the call itself is wrong: no text, unknown limits or choices
 */
export function parseArff(
  text: string,
  limits?: Partial<Limits>,
  onProgress?: Progress,
  choices: ArffChoices = {},
): SeriesSet {
  const within = heldLimits(text, limits, onProgress)
  holdOptions(choices, choiceChecks, 'choices')
  const source = withoutMark(text)
  const lines = openLines(source, onProgress)
  const header = readArffHeader(source, lines, within)
  const row = emptyRow()
  const place = { at: 0 }
  const rowsAreSteps = header.relational && (choices.rows ?? rowsOf(header)) === 'steps'
  let channels = rowsAreSteps ? header.columns : header.relational ? 0 : 1
  let collector: Collector | null = null
  while (lines.next()) {
    const { start, number: line } = lines
    const end = endOfRow(source, start, lines.end)
    if (source[start] === '%') continue
    if (source[start] === '{') {
      throw new DataFormatError('a sparse row', 'values separated by commas', line, dataError('sparseRow'))
    }
    row.count = 0
    place.at = start
    const found = header.relational
      ? readTable(source, place, end, row, header, line, within, rowsAreSteps ? 'length' : 'channels')
      : readSteps(source, place, end, row, header, line)
    if (channels === 0) channels = found
    if (found !== channels && !rowsAreSteps) {
      throw new DataFormatError(
        `a series with ${counted(found, 'dimension')}`,
        `${channels}, as before`,
        line,
        dataError('dimensionsBefore', { found, expected: channels }),
      )
    }
    const label = labelPosition(readLabel(source, place, end, line), header.classOf, line)
    collector ??= collectSeries(channels, within, line)
    if (rowsAreSteps) {
      const steps = rowsIn(row, channels)
      collector.open(steps, label, line).set(row.values.subarray(0, steps * channels))
    } else {
      const steps = stepsIn(row, header.columns)
      transpose(row, header.columns, channels, collector.open(steps, label, line))
    }
  }
  if (collector === null)
    throw new DataFormatError('no series', 'one at least behind @data', lines.number, dataError('noSeries'))
  const names = rowsAreSteps ? header.columnNames : plainNames(channels)
  const set = collector.finish(header.name, names, header.classes)
  if (header.relational) return { ...set, notes: [rowsNote(rowsAreSteps, header)] }
  // Names that are not counted may as well be variables, and rows the steps of one recording.
  return header.columns === 1 || rowsOf(header) === 'variables'
    ? set
    : { ...set, notes: [dataNote('columnsAreSteps', { names: excerpts(header.columnNames) })] }
}

/** A comma at the end of a row is nothing: MOA writes it, Weka reads it. */
function endOfRow(text: string, start: number, end: number): number {
  return text[end - 1] === ',' ? start + text.slice(start, end - 1).trimEnd().length : end
}

/** Which way the tables were read: the format does not say it. */
function rowsNote(rowsAreSteps: boolean, { columns, columnNames }: ArffHeader): DataNote {
  return rowsAreSteps
    ? dataNote('rowsAreSteps', { names: excerpts(columnNames) })
    : dataNote('rowsAreVariables', { steps: columns })
}

/**
 * Columns that are counted (t0, t1, …; att1, att2, …) are steps, and rows variables, as in the archives; others, or such
 * as are called variables, are variables, and rows steps.
 */
function rowsOf({ columnNames }: ArffHeader): 'variables' | 'steps' {
  const [first = ''] = columnNames
  const stem = stemOf(first)
  const start = Number(first.replace(/^.*?(\d+)\D*$/, '$1'))
  const isCounted =
    stem !== first &&
    columnNames.every(
      (name, i) => stemOf(name) === stem && Number(name.replace(/^.*?(\d+)\D*$/, '$1')) === start + i,
    )
  return isCounted && !/^(dim|dimension|channel|ch|var|variable|sensor|feature|lead|axis)s?$/i.test(stem)
    ? 'variables'
    : 'steps'
}
