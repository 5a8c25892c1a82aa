/** A first look at a table, for a dialog in which people say what its columns are. */

import { holdArgument, yesOrNo } from '../../../../checks.ts'
import { defaultLimits, holdText } from '../limits.ts'
import { holdTableOptions } from './csvChecks.ts'
import { type CsvColumn, factsOf } from './csvColumns.ts'
import { guessOptions } from './csvGuess.ts'
import type { Decimal } from './csvNumbers.ts'
import type { CsvOptions, TableOptions } from './csvOptions.ts'
import { firstDataRows, openTable } from './csvRows.ts'
import type { Doubt } from './csvSeen.ts'

export interface CsvPreview {
  readonly delimiter: string
  readonly header: boolean
  readonly decimal: Decimal
  /** Lines above the table. */
  readonly firstRow: number
  readonly columns: readonly CsvColumn[]
  /** How many rows below the header were looked at. */
  readonly rows: number
  /** A start for the dialog; its columns are positions. `parseCsv` reads the table so. */
  readonly guess: CsvOptions
  /** What a person should decide; empty if the guess is sure. */
  readonly doubts: readonly Doubt[]
}

/** Characters that are looked at. */
export const previewCharacters = 2 ** 20
/** Rows that are looked at: enough for several series, or stretches of a class. */
const lookedAt = 2000

/**
 * What the first rows of a table show, and a guess of how it is to be read.
 * @param whole false if `text` is only the beginning of a file, and may end within a row
 * @param options what is known already of how the table is written
 * @throws DataFormatError if there is no row
 * @throws TypeError or RangeError if the call itself is wrong: no text, or an unknown option
 */
export function previewCsv(text: string, whole = true, options: TableOptions = {}): CsvPreview {
  holdText(text)
  holdArgument('whole', whole, { ...yesOrNo, expected: `${yesOrNo.expected}; options come after it` })
  holdTableOptions(options)
  const isCut = !whole || text.length > previewCharacters
  const beginning = text.slice(0, previewCharacters)
  // Half of a last row would be in every row of a table that is turned.
  const end = isCut && options.turned === true ? lastLineEnd(beginning) : beginning.length
  const table = openTable(beginning.slice(0, end), defaultLimits, options)
  const all = firstDataRows(table, lookedAt)
  // The last row may be half of one; if it is the only one, that must do.
  const isHalf = isCut && !table.turned && all.length > 1 && all.length < lookedAt - table.headRows
  const rows = isHalf ? all.slice(0, -1) : all
  const facts = factsOf(rows, table.names, table.decimal)
  const { options: guess, doubts } = guessOptions(facts, rows.length, table, options)
  return {
    delimiter: table.dialect.delimiter,
    header: table.names !== null,
    decimal: table.decimal,
    firstRow: table.dialect.firstRow,
    columns: facts.map(({ name, examples, numeric }) => ({ name, examples, numeric })),
    rows: rows.length,
    guess,
    doubts,
  }
}

/** Where the last line that is whole ends; the end of the text if none is. */
export function lastLineEnd(text: string): number {
  const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'))
  return end < 0 ? text.length : end
}
