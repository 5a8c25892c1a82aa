/** Rows above the values of a table: names of its columns, and what loggers and pandas write above and below them. */
import { isNoValue } from '../tokens.ts'
import { isNumericColumn, namesIn } from './csvHeader.ts'
import { type Decimal, numberIn } from './csvNumbers.ts'

export interface Head {
  /** null: the first row is data. */
  readonly names: readonly string[] | null
  /** How many rows are no data. */
  readonly rows: number
}

/** More rows than these are no head. */
const longest = 30

/**
 * @param rows the first ones
 * @param header as for `namesIn`
 */
export function headOf(
  rows: readonly (readonly string[])[],
  decimal: Decimal,
  header: boolean | undefined,
): Head {
  const several = header === false ? null : severalRows(rows, decimal)
  if (several !== null) return several
  const names = namesIn(rows, decimal, header)
  return { names, rows: names === null ? 0 : 1 }
}

/**
 * Rows at the beginning with text above columns of numbers, the last of them without any number there. The names are
 * the first of those that names every column apart; if none does, columns of the same name are called by all
 * of their cells.
 */
function severalRows(rows: readonly (readonly string[])[], decimal: Decimal): Head | null {
  const body = rows.slice(Math.min(longest, Math.floor(rows.length / 2)))
  const width = Math.max(0, ...body.map(({ length }) => length))
  const columns = Array.from({ length: width }, (_, at) => at)
  const numeric = columns.filter((at) => isNumericColumn(body, at, decimal))
  const texts = columns
    .filter((at) => !numeric.includes(at))
    .map((at) => ({ at, cells: new Set(body.map((row) => (row[at] ?? '').trim())) }))
  const cellOf = (row: readonly string[] | undefined, at: number) => (row?.[at] ?? '').trim()
  const isNumber = (cell: string) => numberIn(cell, decimal) !== null
  const comesAgain = (row: readonly string[]) =>
    texts.some(({ at, cells }) => cellOf(row, at) !== '' && cells.has(cellOf(row, at)))
  const isText = (cell: string) => !isNoValue(cell) && !isNumber(cell)
  const isAbove = (row: readonly string[]) =>
    isRule(row) || (numeric.some((at) => isText(cellOf(row, at))) && !comesAgain(row))
  const found = rows.findIndex((row) => !isAbove(row))
  const end = Math.max(0, found)
  let start = end
  while (start > 0 && numeric.every((at) => !isNumber(cellOf(rows[start - 1], at)))) start--
  if (end < 2 || end > longest || start === end) return null
  const own = rows.slice(start, end)
  const used = columns.filter((at) => body.some((row) => cellOf(row, at) !== ''))
  const tells = (row: readonly string[]) => {
    const cells = used.map((at) => cellOf(row, at))
    return new Set(cells).size === cells.length && !cells.slice(1).includes('')
  }
  const named = own.find(tells)
  const cells = columns.map((at) => own.map((row) => cellOf(row, at)).filter((cell) => cell !== ''))
  const isShared = (name = '') => cells.filter(([first]) => first === name).length > 1
  const names = columns.map((at) => {
    if (named !== undefined) return cellOf(named, at)
    const own = cells[at] ?? []
    return isShared(own[0]) ? own.join(' ') : (own[0] ?? '')
  })
  return { names, rows: end }
}

/** The line below the header in Markdown. */
const isRule = (row: readonly string[]) =>
  row.every((cell) => /^\s*(:?-{3,}:?)?\s*$/.test(cell)) && row.some((cell) => cell.trim() !== '')
