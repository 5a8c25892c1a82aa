/** Files with a series in each row, of one variable each: written as one table with a series a row. */
import { dataError } from '../../../dataErrors.ts'
import { DataFormatError } from '../../../errors.ts'
import { eachRow, type Table } from '../csv/csvRows.ts'
import type { Limits } from '../limits.ts'
import { type Joined, type NamedText, namingFile, openNamed, TableWriter } from './joined.ts'
import { labelColumn, readLabels } from './labels.ts'
import type { Tagged } from './source.ts'

/**
 * The columns are `x_0 x_1 … y_0 y_1 …`, with the classes last.
 * @throws DataFormatError with the name of the file that has another number of rows or columns than the first
 */
export function joinVariables(
  files: readonly (NamedText & Tagged)[],
  labels: NamedText | null,
  limits: Limits,
): Joined {
  const [first] = files
  if (first === undefined) throw new DataFormatError('no files', 'at least one', null, dataError('noRows'))
  const model = openNamed(first, limits)
  const writer = new TableWriter(model, limits)
  const tables = files.map((file) =>
    writtenRows(file, file === first ? model : openNamed(file, limits, model.names !== null), writer),
  )
  const { lines = [], width = 0 } = tables[0] ?? {}
  const rows = lines.length
  for (const [i, table] of tables.entries()) {
    const path = files[i]?.path ?? ''
    holdCount(path, table.lines.length, rows, first.path, 'otherRows')
    holdCount(path, table.width, width, first.path, 'otherWidth')
  }
  const found = labels === null ? null : readLabels(labels, limits)
  if (found !== null) holdCount(found.path, found.rows.length, rows, first.path, 'otherRows')
  const label = found === null ? null : labelColumn(found, [])
  const names = files.flatMap(({ cells: [name = ''] }) =>
    Array.from({ length: width }, (_, t) => `${name}_${t}`),
  )
  writer.row([...names, ...(label === null ? [] : ['class'])])
  writer.begin(first.path, null)
  for (let row = 0; row < rows; row++) {
    const values = tables.map(({ lines, cells }) =>
      writer.padded(lines[row] ?? '', width - (cells[row] ?? 0)),
    )
    writer.written([...values, ...(label === null ? [] : [writer.line([found?.rows[row]?.[label] ?? ''])])])
  }
  return writer.done()
}

interface Written {
  /** A row each: millions of single cells would take ten times the room. */
  readonly lines: readonly string[]
  /** How many cells each of them has. */
  readonly cells: readonly number[]
  readonly width: number
}

function writtenRows({ path }: NamedText, table: Table, writer: TableWriter): Written {
  const lines: string[] = []
  const cells: number[] = []
  namingFile(path, () =>
    eachRow(table, (row) => {
      lines.push(writer.line(row.map((cell) => cell.trim())))
      cells.push(row.length)
    }),
  )
  return { lines, cells, width: cells.reduce((most, count) => Math.max(most, count), 0) }
}

function holdCount(
  path: string,
  found: number,
  expected: number,
  first: string,
  code: 'otherRows' | 'otherWidth',
): void {
  if (found === expected) return
  throw new DataFormatError(
    `${found} ${code === 'otherRows' ? 'rows' : 'columns'}`,
    `${expected}, as in ${first}`,
    null,
    dataError(code, { found, expected, first }),
    path,
  )
}
