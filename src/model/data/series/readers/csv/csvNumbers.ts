/** Numbers as tables have them: with a decimal point or comma, in groups of thousands. */
import { numberOf } from '../numbers.ts'

/** `either`: a comma is one where no point is, and the other way round. */
export type Decimal = '.' | ',' | 'either'

const grouped: Readonly<Record<'.' | ',', RegExp>> = {
  '.': /^[+-]?[1-9]\d{0,2}(?:[,' \u00a0\u202f]\d{3})+(?:\.\d+)?$/,
  ',': /^[+-]?[1-9]\d{0,2}(?:[.' \u00a0\u202f]\d{3})+(?:,\d+)?$/,
}
const separators: Readonly<Record<'.' | ',', RegExp>> = {
  '.': /[,' \u00a0\u202f]/g,
  ',': /[.' \u00a0\u202f]/g,
}

/** A whole cell as a number; null if it is none, or infinite as a float32. */
export function numberIn(cell: string, decimal: Decimal): number | null {
  // Most cells are plain numbers: only a point may be meant otherwise, where the comma is the decimal sign.
  const plain = decimal === ',' && cell.includes('.') ? null : numberOf(cell, decimal !== '.')
  if (plain !== null || decimal === 'either') return plain
  if (grouped[decimal].test(cell)) return numberOf(cell.replace(separators[decimal], ''), decimal === ',')
  return decimal === ',' ? numberOf(cell, true) : null
}

const hasPoint = /^[+-]?\d*\.\d+(e[+-]?\d+)?$/i
const hasComma = /^[+-]?\d*,\d+(e[+-]?\d+)?$/i

/**
 * The decimal sign of the cells that may be numbers. A single comma or point before three digits may also stand between
 * thousands: it says nothing by itself.
 *
 * @param delimiter of the table: where it is no comma, a comma between digits is a decimal one
 */
export function decimalIn(cells: Iterable<string>, delimiter: string): Decimal {
  let points = 0
  let commas = 0
  let pointsOfThousands = false
  let commasOfThousands = false
  for (const cell of cells) {
    if (!/[.,]\d/.test(cell)) continue
    if (/^[+-]?[1-9]\d{0,2}(\.\d{3})+,\d+$/.test(cell)) pointsOfThousands = true
    else if (/^[+-]?[1-9]\d{0,2}(,\d{3})+\.\d+$/.test(cell)) commasOfThousands = true
    else if (hasPoint.test(cell) && !grouped[','].test(cell)) points++
    else if (hasComma.test(cell) && !grouped['.'].test(cell)) commas++
  }
  if (pointsOfThousands && points === 0 && !commasOfThousands) return ','
  if (commasOfThousands && commas === 0 && !pointsOfThousands) return '.'
  if (delimiter !== ',') return 'either'
  return commas > 0 && points === 0 ? ',' : '.'
}
