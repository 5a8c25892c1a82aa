/** Rows of a table, as papaparse reads them: with quotes, and without guessing at types. */
import Papa from 'papaparse'
import { dataError } from '../../dataErrors.ts'
import { DataFormatError } from '../../errors.ts'
import { holdTo, type Limits } from './limits.ts'
import { type Progress, progressEvery } from './lines.ts'
import { numberOf } from './numbers.ts'
import { counted, excerpt, isMissing, shown, withoutMark } from './tokens.ts'

/** How many rows are looked at to find out what the table is like. */
const lookedAt = 50

export interface Table {
  /** Without a byte order mark. */
  readonly text: string
  readonly newline: Newline
  readonly delimiter: string
  /** Numbers may be written 0,5. */
  readonly decimalComma: boolean
  /** null: the first row is data already. */
  readonly names: readonly string[] | null
}

/** Where its row begins; looked for only if asked. */
export type RowLine = () => number

type Newline = '\n' | '\r'

/** With CRLF, CR is white space at the end of a line; alone it ends lines where nothing else does. */
function newlineIn(text: string): Newline {
  return text.includes('\r') && !text.includes('\n') ? '\r' : '\n'
}

/**
 * @param header false or true; undefined to find out by looking
 * @throws DataFormatError if there is no row, the delimiter cannot be one, or there are more cells than any set may have
 */
export function openTable(source: string, limits: Limits, delimiter?: string, header?: boolean): Table {
  if (delimiter !== undefined && !/^[^\r\n"\ufeff]$/.test(delimiter)) {
    throw new DataFormatError(
      `delimiter ${shown(delimiter)}`,
      'one character, no quote',
      null,
      dataError('delimiter', { found: excerpt(delimiter) }),
    )
  }
  const text = withoutMark(source)
  const newline = newlineIn(text)
  const chosen = delimiter ?? guessDelimiter(text, newline)
  holdLines(text, newline, chosen, limits)
  const decimalComma = chosen !== ','
  const rows = firstRows({ text, newline, delimiter: chosen })
  const [first] = rows
  if (first === undefined) throw new DataFormatError('no rows', 'a table', null, dataError('noRows'))
  const names = (header ?? looksLikeHeader(rows, decimalComma)) ? first.map((cell) => cell.trim()) : null
  return { text, newline, delimiter: chosen, decimalComma, names }
}

/**
 * Calls `visit` with every row that has anything in it, but the header.
 * @throws DataFormatError if there is a stray quote, or a row longer than the header
 */
export function eachRow(
  table: Table,
  visit: (cells: readonly string[], line: RowLine) => void,
  onProgress?: Progress,
): void {
  const { text, newline, delimiter, names } = table
  let rowStart = 0
  let reportAt = progressEvery
  let skip = names !== null
  const line = () => lineAt(text, newline, rowStart)
  Papa.parse<string[]>(text, {
    delimiter,
    newline,
    step: ({ data, errors, meta }) => {
      if (errors.length > 0) throw badQuotes(line())
      if (!isBlank(data)) {
        if (skip) skip = false
        else {
          if (names !== null) holdWidth(data, names.length, line)
          visit(data, line)
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

/** Spreadsheets write rows of nothing but delimiters, too. */
const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '')

function badQuotes(line: number): DataFormatError {
  return new DataFormatError(
    'a stray quote',
    'quotes around the whole cell, and doubled inside',
    line,
    dataError('strayQuote'),
  )
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
function holdLines(text: string, newline: Newline, delimiter: string, limits: Limits): void {
  // And one cell each for id and class.
  const longest = limits.length * limits.channels + 2
  let line = 0
  for (let from = 0; from < text.length; ) {
    const found = text.indexOf(newline, from)
    const end = found < 0 ? text.length : found
    line++
    holdTo(limits, 'values', line - 1, line, true)
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
export function firstRows(table: Pick<Table, 'text' | 'newline' | 'delimiter'>): string[][] {
  const { text, newline, delimiter } = table
  const { data } = Papa.parse<string[]>(beginning(text, newline, 2 * lookedAt), {
    delimiter,
    newline,
    preview: 2 * lookedAt,
  })
  return data.filter((row) => !isBlank(row)).slice(0, lookedAt)
}

function beginning(text: string, newline: Newline, lines: number): string {
  let end = -1
  for (let i = 0; i < lines; i++) {
    end = text.indexOf(newline, end + 1)
    if (end < 0) return text
  }
  return text.slice(0, end)
}

/** Tab and semicolon come first: commas may be decimal commas next to them, but not the other way round. */
const delimiters = ['\t', ';', '|', ',']

/** The first character of `delimiters` that is in every one of the first lines, or else the most frequent one. */
function guessDelimiter(text: string, newline: Newline): string {
  const lines = beginning(text, newline, lookedAt)
    .replace(/"[^"]*"/g, '')
    .split(newline)
    .filter((line) => line.trim() !== '')
  const everywhere = delimiters.find((delimiter) => lines.every((line) => line.includes(delimiter)))
  if (everywhere !== undefined && lines.length > 0) return everywhere
  const counts = delimiters.map((delimiter) =>
    cells(lines.join('\n'), delimiter, 0, Number.POSITIVE_INFINITY),
  )
  return counts.every((count) => count === 1) ? ',' : (delimiters[counts.indexOf(Math.max(...counts))] ?? ',')
}

/**
 * Whether the first of some rows has names. It has, if there is text above a column of numbers; or if what stands above
 * columns of numbers counts them (0, 1, 2, … or 1, 2, 3, …, at least three) and the row below does not.
 */
function looksLikeHeader(rows: readonly (readonly string[])[], decimalComma: boolean): boolean {
  const [first = [], ...others] = rows
  const numeric = first.map((_, i) => isNumericColumn(others, i, decimalComma))
  const named = first.some(
    (cell, i) =>
      numeric[i] === true && !isMissing(cell.trim()) && numberOf(cell.trim(), decimalComma) === null,
  )
  if (named) return true
  const above = first.filter((_, i) => numeric[i] === true)
  const below = (others[0] ?? []).filter((_, i) => numeric[i] === true)
  return isCount(above) && !isCount(below)
}

function isCount(cells: readonly string[]): boolean {
  const start = Number(cells[0])
  return (
    cells.length >= 3 &&
    (start === 0 || start === 1) &&
    cells.every((cell, i) => cell.trim() === String(start + i))
  )
}

/** Whether a column has numbers and nothing else, apart from missing values. */
export function isNumericColumn(
  rows: readonly (readonly string[])[],
  column: number,
  decimalComma: boolean,
): boolean {
  const known = rows.map((row) => (row[column] ?? '').trim()).filter((cell) => !isMissing(cell))
  return known.length > 0 && known.every((cell) => numberOf(cell, decimalComma) !== null)
}
