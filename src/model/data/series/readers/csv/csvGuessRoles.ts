/** What columns are in a table with a step a row, by how their cells go along with the series. */
import { type ColumnFacts, combinations, isConstantIn } from './csvColumns.ts'
import { isCalled } from './csvNames.ts'

/**
 * The number of a row within its series, called so or not: no two rows of a series have the same one, or it rises by
 * equal steps and the same way in every series.
 * @param free columns that are nothing else yet
 */
export function stepsOf(
  free: readonly ColumnFacts[],
  ids: readonly ColumnFacts[],
  rows: number,
): ColumnFacts | null {
  const numbers = free.filter((column) => column.mostlyNumeric)
  const counted = numbers.find(
    (column) => column.whole && isCalled(column.name, 'id') && combinations([...ids, column], rows) === rows,
  )
  if (counted !== undefined) return counted
  return numbers.length < 2 ? null : (numbers.find((column) => isRegular(column, ids, rows)) ?? null)
}

function isRegular({ cells, whole }: ColumnFacts, ids: readonly ColumnFacts[], rows: number): boolean {
  const begins = (row: number) => row === 0 || ids.some((id) => id.cells[row] !== id.cells[row - 1])
  const [start = 0, second = 0] = cells.map(Number)
  const step = second - start
  const starts = Array.from({ length: rows }, (_, row) => row).filter(begins).length
  if (!whole || !(step > 0) || starts < 2 || starts !== combinations(ids, rows)) return false
  return cells.every((cell, row) => Number(cell) === (begins(row) ? start : Number(cells[row - 1]) + step))
}

/** Few whole numbers, each the same in all rows of several series. */
export function codesOf(
  free: readonly ColumnFacts[],
  ids: readonly ColumnFacts[],
  rows: number,
): ColumnFacts | null {
  const series = combinations(ids, rows)
  return (
    free.findLast(
      (column) =>
        column.whole &&
        column.different > 1 &&
        column.different <= series / 2 &&
        !isCalled(column.name, 'id') &&
        !isCalled(column.name, 'time') &&
        isConstantIn(column, ids, rows),
    ) ?? null
  )
}

/** The name or number of something that several series have in common. */
export const isSharedId = (column: ColumnFacts, ids: readonly ColumnFacts[], rows: number): boolean =>
  isCalled(column.name, 'id') && isConstantIn(column, ids, rows)
