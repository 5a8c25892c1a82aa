/** What the first rows of a table show of each of its columns. */

import { isMissing, isNoValue } from '../tokens.ts'
import { isNumericColumn } from './csvHeader.ts'
import { type Decimal, numberIn } from './csvNumbers.ts'

export interface CsvColumn {
  /** Of the header; empty if there is none. */
  readonly name: string
  /** The first cells that have anything in them. */
  readonly examples: readonly string[]
  /** Whether there are numbers in it and nothing else. */
  readonly numeric: boolean
}

export interface ColumnFacts extends CsvColumn {
  readonly at: number
  readonly cells: readonly string[]
  /** Nothing but missing values. */
  readonly empty: boolean
  /** Nothing that could be a label either: “none” is no value, but may be a class. */
  readonly unlabelled: boolean
  /** Numbers, but for a few cells: what these are the reading will say. */
  readonly mostlyNumeric: boolean
  readonly whole: boolean
  /** How many different cells there are. */
  readonly different: number
  /** Every row has another cell. */
  readonly unique: boolean
  /** 0, 1, 2, … or 1, 2, 3, … from row to row. */
  readonly counts: boolean
}

const examplesShown = 5
/** Share of the cells. */
const mostly = 0.8

/** @param rows without the header */
export function factsOf(
  rows: readonly (readonly string[])[],
  names: readonly string[] | null,
  decimal: Decimal,
): ColumnFacts[] {
  // What stands beyond the header is no column: reading says in which row.
  const width = names?.length ?? Math.max(0, ...rows.map((row) => row.length))
  return Array.from({ length: width }, (_, at) => {
    const cells = rows.map((row) => (row[at] ?? '').trim())
    const known = cells.filter((cell) => !isNoValue(cell))
    const values = known.map((cell) => numberIn(cell, decimal))
    const numbers = values.filter((value) => value !== null)
    const different = new Set(cells).size
    const start = values[0] ?? -1
    return {
      at,
      name: names?.[at] ?? '',
      examples: cells.filter((cell) => cell !== '').slice(0, examplesShown),
      numeric: isNumericColumn(rows, at, decimal),
      cells,
      empty: known.length === 0,
      unlabelled: cells.every(isMissing),
      mostlyNumeric: known.length > 0 && numbers.length >= mostly * known.length,
      whole: known.length > 0 && values.every((value) => Number.isInteger(value)),
      different,
      unique: different === cells.length && known.length === cells.length,
      counts:
        (start === 0 || start === 1) &&
        known.length === cells.length &&
        cells.length >= 3 &&
        values.every((value, i) => value === start + i),
    }
  })
}

/** How many stretches of rows with the same cells the columns have together. */
export function stretches(columns: readonly ColumnFacts[], rows: number): number {
  let count = 0
  for (let row = 0; row < rows; row++) {
    if (row === 0 || columns.some(({ cells }) => cells[row] !== cells[row - 1])) count++
  }
  return count
}

/** How many different combinations of cells the columns have. */
export function combinations(columns: readonly ColumnFacts[], rows: number): number {
  return new Set(
    Array.from({ length: rows }, (_, row) => JSON.stringify(columns.map(({ cells }) => cells[row]))),
  ).size
}

/** Whether all rows with the same cells in `ids` have the same in this column, as far as they have any. */
export function isConstantIn(column: ColumnFacts, ids: readonly ColumnFacts[], rows: number): boolean {
  const known = new Map<string, string>()
  for (let row = 0; row < rows; row++) {
    const cell = column.cells[row] ?? ''
    if (isMissing(cell)) continue
    const id = JSON.stringify(ids.map(({ cells }) => cells[row]))
    if ((known.get(id) ?? cell) !== cell) return false
    known.set(id, cell)
  }
  return true
}
