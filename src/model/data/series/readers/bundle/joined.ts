/** Several tables written as one, which is then read as any other. */
import { DataFormatError, inFile } from '../../../errors.ts'
import { eachRow, openTable, type Table } from '../csv/csvRows.ts'
import { holdTo, type Limits } from '../limits.ts'

export interface NamedText {
  readonly path: string
  readonly text: string
}

/** Where rows come from, so that what is wrong with one is said of its own file. */
export interface Origin {
  readonly path: string
  /** Line of the first row in the whole, from 1. */
  readonly from: number
  /** Its line in the file; null if not every row has one line there. */
  readonly line: number | null
}

export interface Joined {
  readonly text: string
  readonly origins: readonly Origin[]
}

/** @throws DataFormatError as `openTable` does, with the name of the file */
export function openNamed({ path, text }: NamedText, limits: Limits, header?: boolean): Table {
  return namingFile(path, () => openTable(text, limits, { header }))
}

/** What is wrong in one of several files is said with its name. */
export function namingFile<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof DataFormatError ? inFile(error, path) : error
  }
}

/** Rows of one table after the other. */
export class TableWriter {
  private readonly lines: string[] = []
  private readonly origins: Origin[] = []
  private bytes = 0
  private count = 1
  private readonly delimiter: string
  private readonly limits: Limits

  /** @param dialect its first table: its delimiter stays, so that decimal commas are not parted */
  constructor({ dialect }: Table, limits: Limits) {
    this.delimiter = dialect.delimiter === ' ' ? '\t' : dialect.delimiter
    this.limits = limits
  }

  /** @throws DataFormatError if it becomes more than may be read */
  row(cells: readonly string[]): void {
    this.written([this.line(cells)])
  }

  /** Pieces of a row that `line` has written already. @throws DataFormatError if it becomes more than may be read */
  written(pieces: readonly string[]): void {
    const text = pieces.join(this.delimiter)
    this.lines.push(text)
    this.bytes += text.length + 1
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.count++
    this.count++
    holdTo(this.limits, 'bytes', this.bytes, null, true)
  }

  /** Cells as they stand in a row. */
  line(cells: readonly string[]): string {
    return cells.map((cell) => this.quoted(cell)).join(this.delimiter)
  }

  /** With so many empty cells more. */
  padded(line: string, cells: number): string {
    return line + this.delimiter.repeat(Math.max(0, cells))
  }

  /** What follows is of this file. */
  begin(path: string, line: number | null): void {
    this.origins.push({ path, from: this.count, line })
  }

  done(): Joined {
    return { text: `${this.lines.join('\n')}\n`, origins: this.origins }
  }

  private quoted(cell: string): string {
    const isPlain = !cell.includes(this.delimiter) && !/["\r\n]/.test(cell)
    return isPlain ? cell : `"${cell.replaceAll('"', '""')}"`
  }
}

/** Calls `visit` with the rows of a table, and says first where they come from. */
export function copyRows(
  { path, text }: NamedText,
  table: Table,
  writer: TableWriter,
  visit: (cells: readonly string[]) => void,
): void {
  const above = table.dialect.firstRow + table.headRows
  // Empty lines and line ends within quotes would make the count of lines another one than that of rows.
  const isEven = !/\n\s*\n|"/.test(text)
  writer.begin(path, isEven ? above + 1 : null)
  namingFile(path, () => eachRow(table, visit))
}

/** Names of the columns, `column 1` and so on if there are none. */
export function namesOf(table: Table, width: number): readonly string[] {
  return table.names ?? Array.from({ length: width }, (_, i) => `column ${i + 1}`)
}

/** The rows without the header. */
export function rowsOf({ path }: NamedText, table: Table): string[][] {
  const rows: string[][] = []
  namingFile(path, () => eachRow(table, (cells) => rows.push(cells.map((cell) => cell.trim()))))
  return rows
}
