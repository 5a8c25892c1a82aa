/** Series in tables: comma-, semicolon- or tab-separated text. */
import { dataNote } from '../../../dataNotes.ts'
import type { SeriesSet } from '../../types.ts'
import { heldLimits, type Limits, titleOf } from '../limits.ts'
import type { Progress } from '../lines.ts'
import { holdCsvOptions } from './csvChecks.ts'
import { readLong } from './csvLong.ts'
import { type CsvOptions, namesColumns } from './csvOptions.ts'
import { openTable } from './csvRows.ts'
import { readWide } from './csvWide.ts'

/**
 * An empty cell, NA, NaN or ? is NaN among values and no label among labels; so are, among values, the words of
 * `isNoValue` and of `options.missing`. Numbers may have a decimal comma where the cells show that it is one. The classes are those that occur, sorted: by size if all are numbers. Without
 * `options.header` the first row is a header if columns are asked for by name, or if it looks like one
 * (`looksLikeHeader`).
 *
 * @throws DataFormatError with the line and what was expected there, also if a column that is asked for does not exist
 * @throws TypeError or RangeError if the call itself is wrong: no columns, an unknown layout, option or limit;
 *   `previewCsv(text).guess` is a start
 */
export function parseCsv(
  text: string,
  options: CsvOptions,
  limits?: Partial<Limits>,
  onProgress?: Progress,
): SeriesSet {
  const within = heldLimits(text, limits, onProgress)
  holdCsvOptions(options)
  const header = options.header ?? (namesColumns(options) ? true : undefined)
  const table = openTable(text, within, { ...options, header })
  const name = titleOf(options.name ?? '')
  const set =
    options.layout === 'long'
      ? readLong(table, options.columns, name, within, onProgress)
      : readWide(table, options.columns, name, within, onProgress)
  const { firstRow } = table.dialect
  const notes = [
    ...(firstRow > 0 ? [dataNote('linesAbove', { count: firstRow })] : []),
    ...(table.headRows > 1 ? [dataNote('headRows', { count: table.headRows - 1 })] : []),
    ...(set.notes ?? []),
  ]
  return notes.length === 0 ? set : { ...set, notes }
}
