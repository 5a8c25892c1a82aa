/** Rows of a table, as papaparse reads them: with quotes, and without guessing at types. */
import Papa from 'papaparse'
import { dataError } from '../../../dataErrors.ts'
import { DataFormatError } from '../../../errors.ts'
import { holdTo, type Limits } from '../limits.ts'
import { type Newline, newlineIn, type Progress, progressEvery } from '../lines.ts'
import { counted, excerpt, shown, withoutMark } from '../tokens.ts'
import { badQuotes, type Cut, cutText, isBlank, turnedText } from './csvCut.ts'
import { dialectOf } from './csvDialect.ts'
import { headOf } from './csvHead.ts'
import { type Decimal, decimalIn } from './csvNumbers.ts'
import type { TableOptions } from './csvOptions.ts'
import { unitsIn, withoutUnit } from './csvUnits.ts'

/** How many rows are looked at to find out what the table is like. */
const lookedAt = 50

export interface Table extends Cut {
  /** As it was given or found: a blank for any number of blanks and tabs. */
  readonly dialect: { readonly delimiter: string; readonly firstRow: number }
  readonly decimal: Decimal
  /** Cells that stand for a missing value, besides the usual ones. */
  readonly missing: ReadonlySet<string>
  /** Whether rows and columns were turned: the rows are no lines of the file then. */
  readonly turned: boolean
  /** null: the first row is data already. */
  readonly names: readonly string[] | null
  /** Rows that are no data: the names, and what stands above and below them. */
  readonly headRows: number
  /** What stands behind every number of a column, by its position. */
  readonly units: ReadonlyMap<number, string>
}

/** Where its row begins, null if its cells stand in many lines; looked for only if asked. */
export type RowLine = () => number | null

/** @throws DataFormatError if there is no row, the delimiter cannot be one, or there are more cells than any set may have */
export function openTable(source: string, limits: Limits, options: TableOptions = {}): Table {
  holdDelimiter(options.delimiter)
  const whole = withoutMark(source)
  const newline = newlineIn(whole)
  const dialect = dialectOf(whole, newline, options)
  const plain = cutText(whole, newline, dialect)
  holdLines(plain, dialect.firstRow, limits)
  const turned = options.turned === true
  const cut = turned ? turnedText(plain, dialect.firstRow) : plain
  const rows = firstRows(cut, lookedAt)
  const [first] = rows
  if (first === undefined) throw new DataFormatError('no rows', 'a table', null, dataError('noRows'))
  const decimal =
    options.decimal ??
    decimalIn(
      rows.flat().map((cell) => cell.trim()),
      dialect.delimiter,
    )
  // The head is told by the numbers below it: these are looked at without units.
  const likely = unitsIn(rows.slice(Math.floor(rows.length / 2)), decimal)
  const { names, rows: headRows } = headOf(
    rows.map((row) => bareRow(row, likely)),
    decimal,
    options.header,
  )
  const units = unitsIn(rows.slice(headRows), decimal, names)
  return { ...cut, dialect, decimal, missing: new Set(options.missing), turned, names, headRows, units }
}

function holdDelimiter(delimiter: string | undefined): void {
  if (delimiter === undefined || /^[^\r\n"\ufeff]$/.test(delimiter)) return
  throw new DataFormatError(
    `delimiter ${shown(delimiter)}`,
    'one character, no quote',
    null,
    dataError('delimiter', { found: excerpt(delimiter) }),
  )
}

/**
 * Calls `visit` with every row that has anything in it, but the head, and without units.
 * @throws DataFormatError if there is a stray quote, or a row longer than the header
 */
export function eachRow(
  table: Table,
  visit: (cells: readonly string[], line: RowLine) => void,
  onProgress?: Progress,
): void {
  const { text, newline, delimiter, names, dialect, headRows } = table
  let rowStart = 0
  let reportAt = progressEvery
  let above = 0
  const line = () => (table.turned ? null : dialect.firstRow + lineAt(text, newline, rowStart))
  Papa.parse<string[]>(text, {
    delimiter,
    newline,
    step: ({ data, errors, meta }) => {
      if (errors.length > 0) throw badQuotes(line())
      if (!isBlank(data)) {
        if (above < headRows) above++
        else {
          if (names !== null) holdWidth(data, names.length, line)
          visit(bareRow(data, table.units), line)
        }
      }
      rowStart = meta.cursor
      if (rowStart >= reportAt) {
        reportAt = rowStart + progressEvery
        onProgress?.(rowStart, text.length)
      }
    },
  })
  onProgress?.(text.length, text.length)
}

function bareRow(cells: readonly string[], units: ReadonlyMap<number, string>): readonly string[] {
  if (units.size === 0) return cells
  return cells.map((cell, at) => (units.has(at) ? withoutUnit(cell, units.get(at) ?? '') : cell))
}

/** The first rows of data, at most so many with those of the head. */
export function firstDataRows(table: Table, most: number): (readonly string[])[] {
  return firstRows(table, most)
    .slice(table.headRows)
    .map((row) => bareRow(row, table.units))
}

function holdWidth(cells: readonly string[], width: number, line: RowLine): void {
  for (let i = width; i < cells.length; i++) {
    if ((cells[i] ?? '').trim() !== '') {
      throw new DataFormatError(
        `a row of ${cells.length} cells`,
        `${width}, as the header has`,
        line(),
        dataError('manyCells', { found: cells.length, expected: width }),
      )
    }
  }
}

/** Characters of a cell, on average of a line that is suspiciously long. */
const longestCell = 10_000

/** Before all cells are cut out: a file of nothing but delimiters or line ends would be hundreds of megabytes of them. */
function holdLines({ text, newline, delimiter }: Cut, above: number, limits: Limits): void {
  // And one cell each for id and class.
  const longest = limits.length * limits.channels + 2
  let line = above
  for (let from = 0; from < text.length; ) {
    const found = text.indexOf(newline, from)
    const end = found < 0 ? text.length : found
    line++
    holdTo(limits, 'values', line - above - 1, line, true)
    if (end - from > longest) {
      const count = cells(text, delimiter, from, end)
      holdTo({ ...limits, values: longest }, 'values', count, line)
      if (end - from > count * longestCell) {
        throw new DataFormatError(
          `${counted(count, 'cell')} of ${end - from} characters`,
          'numbers and names',
          line,
          dataError('longCells', { characters: end - from }),
        )
      }
    }
    from = end + 1
  }
}

function cells(text: string, delimiter: string, from: number, end: number): number {
  let count = 1
  for (let at = text.indexOf(delimiter, from); at >= 0 && at < end; at = text.indexOf(delimiter, at + 1))
    count++
  return count
}

function lineAt(text: string, newline: Newline, position: number): number {
  let line = 1
  for (let at = text.indexOf(newline); at >= 0 && at < position; at = text.indexOf(newline, at + 1)) line++
  return line
}

/** The first rows that have anything in them, whatever is wrong with their quotes. */
function firstRows({ text, newline, delimiter }: Cut, most: number): string[][] {
  const { data } = Papa.parse<string[]>(beginning(text, newline, 2 * most), {
    delimiter,
    newline,
    preview: 2 * most,
  })
  return data.filter((row) => !isBlank(row)).slice(0, most)
}

function beginning(text: string, newline: Newline, lines: number): string {
  let end = -1
  for (let i = 0; i < lines; i++) {
    end = text.indexOf(newline, end + 1)
    if (end < 0) return text
  }
  return text.slice(0, end)
}
