/** Numbers as tables have them: with a decimal point or comma, in groups of thousands. */
import { numberOf } from '../numbers.ts'

/** `either`: a comma is one where no point is, and the other way round. */
export type Decimal = '.' | ',' | 'either'

/** Blanks of all widths, and the Swiss apostrophes, stand between thousands wherever the decimal sign is. */
const apart = String.raw`'’ \u00a0\u2009\u202f`
const grouped: Readonly<Record<Decimal, RegExp>> = {
  '.': new RegExp(String.raw`^[+-]?[1-9]\d{0,2}(?:([,${apart}])\d{3})(?:\1\d{3})*(?:\.\d+)?$`),
  ',': new RegExp(String.raw`^[+-]?[1-9]\d{0,2}(?:([.${apart}])\d{3})(?:\1\d{3})*(?:,\d+)?$`),
  either: new RegExp(String.raw`^[+-]?[1-9]\d{0,2}(?:([${apart}])\d{3})(?:\1\d{3})*(?:[.,]\d+)?$`),
}
const separators: Readonly<Record<Decimal, RegExp>> = {
  '.': new RegExp(`[,${apart}]`, 'g'),
  ',': new RegExp(`[.${apart}]`, 'g'),
  either: new RegExp(`[${apart}]`, 'g'),
}

/** A whole cell as a number; null if it is none, or infinite as a float32. */
export function numberIn(cell: string, decimal: Decimal): number | null {
  // Most cells are plain numbers: only a point may be meant otherwise, where the comma is the decimal sign.
  const plain = decimal === ',' && cell.includes('.') ? null : numberOf(cell, decimal !== '.')
  if (plain !== null) return plain
  // A minus sign instead of a hyphen: browsers write it so in some languages.
  const written = cell.startsWith('\u2212') ? `-${cell.slice(1)}` : cell
  if (grouped[decimal].test(written))
    return numberOf(written.replace(separators[decimal], ''), decimal !== '.')
  return decimal === ',' || written !== cell ? numberOf(written, decimal !== '.') : null
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
  let pointsBeforeThree = false
  for (const cell of cells) {
    if (!/[.,]\d/.test(cell)) continue
    if (/^[+-]?[1-9]\d{0,2}(\.\d{3})+(,\d+|\.\d{3})$/.test(cell)) pointsOfThousands = true
    else if (/^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+|,\d{3})$/.test(cell)) commasOfThousands = true
    else if (grouped[','].test(cell) && cell.includes('.')) pointsBeforeThree = true
    else if (hasPoint.test(cell)) points++
    else if (hasComma.test(cell) && !grouped['.'].test(cell)) commas++
  }
  if (pointsOfThousands && points === 0 && !commasOfThousands) return ','
  if (commasOfThousands && commas === 0 && !pointsOfThousands) return '.'
  // Next to commas that are decimal ones a point that always has three digits behind it parts thousands.
  if (delimiter !== ',') return pointsBeforeThree && commas > 0 && points === 0 ? ',' : 'either'
  return commas > 0 && points === 0 ? ',' : '.'
}
