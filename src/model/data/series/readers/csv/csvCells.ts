/** Cells of a table as values. */

import { dataError } from '../../../dataErrors.ts'
import { DataFormatError } from '../../../errors.ts'
import { excerpt, isNoValue, shown } from '../tokens.ts'
import { numberIn } from './csvNumbers.ts'
import type { RowLine, Table } from './csvRows.ts'

/** NaN if it is missing. @throws DataFormatError if it is no number */
export function cellValue(cell: string, { decimal, missing }: Table, line: RowLine): number {
  const text = cell.trim()
  if (missing.has(text)) return Number.NaN
  const value = numberIn(text, decimal)
  if (value !== null) return value
  if (isNoValue(text)) return Number.NaN
  const expected = 'a number within ±3.4e38, or an empty cell'
  throw new DataFormatError(
    `${shown(text)} is not a number`,
    expected,
    line(),
    dataError('notCell', { found: excerpt(text) }),
  )
}

export function noCell(cells: number, column: number, line: RowLine): DataFormatError {
  return new DataFormatError(
    `a row of ${cells} cells`,
    `at least ${column + 1}`,
    line(),
    dataError('fewCells', { found: cells, least: column + 1 }),
  )
}
