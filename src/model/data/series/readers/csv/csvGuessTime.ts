/** Which column has the times of the rows. */
import { parseDate, parseSlashed } from '../dates.ts'
import { isNoValue } from '../tokens.ts'
import type { ColumnFacts } from './csvColumns.ts'
import { isCalled } from './csvNames.ts'
import { type Decimal, numberIn } from './csvNumbers.ts'

/**
 * Of several columns that are called so, one that differs, can be read, and falls less often from row to row than the
 * others: a date before the time of day, which begins anew every day. If none is called so, one of dates.
 */
export function timeOf(columns: readonly ColumnFacts[], decimal: Decimal): ColumnFacts | null {
  const named = columns.filter((column) => !column.empty && isCalled(column.name, 'time'))
  if (named.length === 0) return columns.find((column) => isDates(column, decimal)) ?? null
  if (named.length < 2) return named[0] ?? null
  const ranked = named.map((column) => {
    const times = timesIn(column, decimal)
    const faults = [
      column.different < 2,
      times.length < column.cells.length / 2,
      /^(steps?|cycles?)$/i.test(column.name),
    ]
    return { column, rank: [...faults.map(Number), falls(times), -column.different] }
  })
  return ranked.toSorted((a, b) => comparison(a.rank, b.rank))[0]?.column ?? null
}

const isDates = (column: ColumnFacts, decimal: Decimal) =>
  !column.empty &&
  !column.mostlyNumeric &&
  column.different > 1 &&
  timesIn(column, decimal).length === column.cells.filter((cell) => !isNoValue(cell)).length

function comparison(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}

/** Of the cells that can be read. */
export function timesIn({ cells }: ColumnFacts, decimal: Decimal): number[] {
  return cells
    .filter((cell) => !isNoValue(cell))
    .map((cell) => numberIn(cell, decimal) ?? parseDate(cell) ?? parseSlashed(cell)?.time ?? null)
    .filter((time) => time !== null)
}

const falls = (times: readonly number[]) => times.filter((time, i) => time < (times[i - 1] ?? time)).length

/** Share of the rows at which a clock may begin anew. */
const restarts = 0.05

/** Another clock beside the time: it goes on from row to row of a series, and is no variable. */
export function isClock(column: ColumnFacts, ids: readonly ColumnFacts[], hasNames: boolean): boolean {
  if (!hasNames || !isCalled(column.name, 'time')) return false
  const { cells } = column
  const stops = cells.filter(
    (cell, row) =>
      row > 0 &&
      ids.every((id) => id.cells[row] === id.cells[row - 1]) &&
      !(Number(cell) > Number(cells[row - 1])),
  )
  return stops.length <= restarts * cells.length
}
