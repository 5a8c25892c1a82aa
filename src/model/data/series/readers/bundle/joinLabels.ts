/** A table, and the classes of its rows or of its series in another one: written as one. */
import { dataError } from '../../../dataErrors.ts'
import { DataFormatError } from '../../../errors.ts'
import { eachRow, firstDataRows, type Table } from '../csv/csvRows.ts'
import type { Limits } from '../limits.ts'
import {
  copyRows,
  type Joined,
  type NamedText,
  namesOf,
  namingFile,
  openNamed,
  TableWriter,
} from './joined.ts'
import { type LabelTable, labelColumn, readLabels } from './labels.ts'

/**
 * By a column that both have, or else row by row.
 * @throws DataFormatError if there is neither a label for each row, nor a column in common
 */
export function joinLabels(data: NamedText, labels: NamedText, limits: Limits): Joined {
  const table = openNamed(data, limits)
  const found = readLabels(labels, limits)
  const key = sharedKey(table, found)
  const names = namesOf(table, firstDataRows(table, 1)[0]?.length ?? 0)
  const writer = new TableWriter(table, limits)
  const classOf = key === null ? rowByRow(data, table, found) : byKey(key, found)
  const name = (key === null ? null : found.names?.[key.label]) || 'class'
  writer.row([...names, names.includes(name) ? `${name} (labels)` : name])
  let row = 0
  copyRows(data, table, writer, (cells) => {
    // Rows that are short would put the class elsewhere.
    const whole = Array.from({ length: names.length }, (_, i) => cells[i] ?? '')
    writer.row([...whole, classOf(cells, row)])
    row++
  })
  return writer.done()
}

type ClassOf = (cells: readonly string[], row: number) => string

interface Key {
  /** Column of the data, and of the labels. */
  readonly data: number
  readonly labels: number
  /** Column of the labels with the classes. */
  readonly label: number
}

/** Columns of the same name, of which every row of labels has another value. */
function sharedKey(table: Table, labels: LabelTable): Key | null {
  const { names, rows } = labels
  if (table.names === null || names === null) return null
  for (const [at, name] of names.entries()) {
    const data = table.names.findIndex((one) => one !== '' && one.toLowerCase() === name.toLowerCase())
    if (data < 0 || new Set(rows.map((row) => row[at])).size < rows.length) continue
    const label = labelColumn({ ...labels, rows }, [at])
    if (label !== null) return { data, labels: at, label }
  }
  return null
}

function byKey({ data, labels: at, label }: Key, { rows }: LabelTable): ClassOf {
  const classes = new Map(rows.map((row) => [row[at] ?? '', row[label] ?? '']))
  return (cells) => classes.get((cells[data] ?? '').trim()) ?? ''
}

function rowByRow(data: NamedText, table: Table, labels: LabelTable): ClassOf {
  let count = 0
  namingFile(data.path, () => eachRow(table, () => count++))
  // A name above labels that are numbers is one itself where pandas wrote it: 0. The count tells.
  const all = labels.rows.length === count + 1 && labels.names === null ? labels.rows.slice(1) : labels.rows
  const isNamed = labels.names !== null && labels.rows.length === count - 1
  const rows = isNamed ? [labels.names ?? [], ...labels.rows] : all
  const label = labelColumn({ ...labels, rows }, [])
  if (rows.length !== count || label === null) {
    throw new DataFormatError(
      `${labels.rows.length} labels for ${count} rows`,
      `a label for each row of ${data.path}, or a column that both files have`,
      null,
      dataError('labelRows', { found: labels.rows.length, rows: count, data: data.path }),
      labels.path,
    )
  }
  return (_, row) => rows[row]?.[label] ?? ''
}
