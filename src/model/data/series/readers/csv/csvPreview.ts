/** A first look at a table, for a dialog in which people say what its columns are. */

import { holdArgument, yesOrNo } from '../../../../checks.ts'
import { defaultLimits, holdText } from '../limits.ts'
import { holdTableOptions } from './csvChecks.ts'
import { type CsvColumn, factsOf } from './csvColumns.ts'
import { guessOptions } from './csvGuess.ts'
import type { Decimal } from './csvNumbers.ts'
import type { CsvOptions, TableOptions } from './csvOptions.ts'
import { firstRows, openTable } from './csvRows.ts'
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
  const table = openTable(text.slice(0, previewCharacters), defaultLimits, options)
  const isCut = !whole || text.length > previewCharacters
  const all = firstRows(table, lookedAt).slice(table.names === null ? 0 : 1)
  // The last row may be half of one; if it is the only one, that must do.
  const rows = isCut && all.length > 1 && all.length < lookedAt - 1 ? all.slice(0, -1) : all
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
