/** Whether the first row of a table has names, and which. */

import { isNoValue } from '../tokens.ts'
import { isCalled } from './csvNames.ts'
import { type Decimal, numberIn } from './csvNumbers.ts'

/**
 * @param rows the first ones
 * @param header false or true; undefined to find out by looking
 * @returns null if the first row is data. R's `write.table` gives the first column, the names of the rows, none: it is
 *   then called ''.
 */
export function namesIn(
  rows: readonly (readonly string[])[],
  decimal: Decimal,
  header: boolean | undefined,
): string[] | null {
  const [first = [], ...others] = rows
  if (!(header ?? looksLikeHeader(first, others, decimal))) return null
  const names = first.map((cell, i) => (i === 0 ? cell.replace(/^\s*(#|%|\/\/)\s*/, '') : cell).trim())
  const widths = new Set(others.map(widthOf))
  const rowNames = new Set(others.map(([name]) => name))
  const isShort =
    others.length > 1 && widths.size === 1 && widths.has(names.length + 1) && rowNames.size === others.length
  return isShort ? ['', ...names] : names
}

/** A name that columns mostly have; a single letter may as well be a class. */
function isUsualName(cell: string): boolean {
  return (
    cell.length > 1 &&
    (['label', 'id', 'time', 'variable', 'value'] as const).some((what) => isCalled(cell, what))
  )
}

/** Without empty cells at its end. */
function widthOf(row: readonly string[]): number {
  let width = row.length
  while (width > 0 && (row[width - 1] ?? '').trim() === '') width--
  return width
}

/**
 * It has names if there is text above a column of numbers; if what stands above columns of numbers counts them, or has
 * equal steps (times, frequencies), and the rows below have not; or if a usual name stands above a column of text in
 * which it does not come again.
 */
function looksLikeHeader(
  first: readonly string[],
  others: readonly (readonly string[])[],
  decimal: Decimal,
): boolean {
  const below = (i: number) => others.map((row) => (row[i] ?? '').trim())
  const numeric = first.map((_, i) => isNumericColumn(others, i, decimal))
  const isNumber = (cell: string) => numberIn(cell.trim(), decimal) !== null
  // Names are as many as cells, or one less (R); a shorter row with numbers in it is a shorter series.
  const widths = others.map(widthOf).toSorted((a, b) => a - b)
  const usualWidth = widths[Math.floor(widths.length / 2)] ?? 0
  if (widthOf(first) + 1 < usualWidth && first.some(isNumber)) return false
  if (first.some((cell, i) => numeric[i] === true && !isNoValue(cell.trim()) && !isNumber(cell))) return true
  if (isTextAboveNumbers(first, others, decimal)) return true
  if (
    first.some(
      (cell, i) => numeric[i] === false && isUsualName(cell.trim()) && !below(i).includes(cell.trim()),
    )
  )
    return true
  const values = (row: readonly string[]) =>
    row
      .filter((cell, i) => numeric[i] === true && isNumber(cell))
      .map((cell) => numberIn(cell.trim(), decimal) ?? 0)
  return hasEqualSteps(values(first)) && !others.slice(0, 2).some((row) => hasEqualSteps(values(row)))
}

/** Share of the cells. */
const mostly = 0.8

/** Whether there is text above every column that is numbers but for a few cells, and there are several of them. */
function isTextAboveNumbers(
  first: readonly string[],
  others: readonly (readonly string[])[],
  decimal: Decimal,
): boolean {
  const isNumber = (cell: string) => numberIn(cell.trim(), decimal) !== null
  const above = first.filter((_, i) => {
    const known = others.map((row) => row[i] ?? '').filter((cell) => !isNoValue(cell.trim()))
    return known.length > 3 && known.filter(isNumber).length >= mostly * known.length
  })
  return above.length > 1 && above.every((cell) => !isNoValue(cell.trim()) && !isNumber(cell))
}

/** 0, 1, 2 or 1, 2, 3; or at least four values that rise by the same step. */
function hasEqualSteps(values: readonly number[]): boolean {
  const [start = 0, second = 0] = values
  const step = second - start
  const counts = step === 1 && (start === 0 || start === 1)
  if (values.length < (counts ? 3 : 4) || !(step > 0)) return false
  return values.every(
    (value, i) => Math.abs(value - (start + i * step)) <= 1e-6 * Math.max(Math.abs(value), step),
  )
}

/** Whether a column has numbers and nothing else, apart from missing values. */
export function isNumericColumn(
  rows: readonly (readonly string[])[],
  column: number,
  decimal: Decimal,
): boolean {
  const known = rows.map((row) => (row[column] ?? '').trim()).filter((cell) => !isNoValue(cell))
  return known.length > 0 && known.every((cell) => numberIn(cell, decimal) !== null)
}
