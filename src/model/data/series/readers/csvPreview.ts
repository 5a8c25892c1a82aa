/** A first look at a table, for a dialog in which people say what its columns are. */
import type { CsvOptions } from './csvOptions.ts'
import { firstRows, isNumericColumn, openTable, type Table } from './csvRows.ts'
import { defaultLimits } from './limits.ts'
import { stemOf } from './tokens.ts'

export interface CsvColumn {
  /** Of the header; empty if there is none. */
  readonly name: string
  /** The first cells that have anything in them. */
  readonly examples: readonly string[]
  /** Whether there are numbers in it and nothing else. */
  readonly numeric: boolean
}

export interface CsvPreview {
  readonly delimiter: string
  readonly header: boolean
  readonly columns: readonly CsvColumn[]
  /** How many rows below the header were looked at. */
  readonly rows: number
  /** A start for the dialog; its columns are positions. */
  readonly guess: CsvOptions
}

/** Characters that are looked at. */
export const previewCharacters = 2 ** 20

const examplesShown = 5

const called = {
  id: /^(.*[ _-])?(id|ids|case|series|sample|subject|trial|record|recording|instance|sequence|segment)([ _-]?(id|no|nr|number|index))?$/i,
  time: /^(t|time|times|timestamp|datetime|date|step|steps|timestep|time[ _-](step|index|stamp)|frame|tick|seconds?|ms)$/i,
  label: /^(label|labels|class|classes|class[ _-]?(label|name|id)|target|activity|category)$/i,
}

/**
 * @param whole false if `text` is only the beginning of a file, and may end within a row
 * @throws DataFormatError if there is no row
 */
export function previewCsv(text: string, whole = true): CsvPreview {
  const table = openTable(text.slice(0, previewCharacters), defaultLimits)
  const isCut = !whole || text.length > previewCharacters
  const all = firstRows(table).slice(table.names === null ? 0 : 1)
  // The last row may be half of one; if it is the only one, that must do.
  const rows = isCut && all.length > 1 ? all.slice(0, -1) : all
  const width = Math.max(table.names?.length ?? 0, ...rows.map((row) => row.length))
  const columns = Array.from({ length: width }, (_, i) => columnOf(table, rows, i))
  return {
    delimiter: table.delimiter,
    header: table.names !== null,
    columns,
    rows: rows.length,
    guess: guessOptions(columns, rows, table),
  }
}

function columnOf(table: Table, rows: readonly (readonly string[])[], i: number): CsvColumn {
  const known = cellsOf(rows, i).filter((cell) => cell !== '')
  return {
    name: table.names?.[i] ?? '',
    examples: known.slice(0, examplesShown),
    numeric: isNumericColumn(rows, i, table.decimalComma),
  }
}

const cellsOf = (rows: readonly (readonly string[])[], i: number) => rows.map((row) => (row[i] ?? '').trim())

/**
 * A table is taken to be long if it has a column of ids: one that is called so, or else the first besides time and
 * label if there is a column of time; and if ids come more than once. Otherwise it is wide.
 */
function guessOptions(
  columns: readonly CsvColumn[],
  rows: readonly (readonly string[])[],
  { delimiter, names }: Table,
): CsvOptions {
  const found = (pattern: RegExp): number | null => {
    const i = columns.findIndex(({ name }) => pattern.test(name))
    return i < 0 ? null : i
  }
  const time = found(called.time)
  // Next to x it is a variable.
  const y = found(/^x$/i) === null ? found(/^y$/i) : null
  const label = found(called.label) ?? y
  const base = { delimiter, header: names !== null }
  const id =
    found(called.id) ?? (time === null ? null : columns.findIndex((_, i) => i !== time && i !== label))
  const ids = id === null || id < 0 ? null : cellsOf(rows, id)
  if (id !== null && ids !== null && new Set(ids).size < ids.length) {
    return { ...base, layout: 'long', columns: longColumns(columns, rows, ids, { id, time, label }) }
  }
  const wideLabel = label ?? labelColumn(columns, rows)
  const values = columns.map((_, i) => i).filter((i) => i !== wideLabel && i !== id)
  const channels = blocksIn(values.map((i) => columns[i]?.name ?? ''))
  return { ...base, layout: 'wide', columns: { label: wideLabel, values: null, id, channels } }
}

function longColumns(
  columns: readonly CsvColumn[],
  rows: readonly (readonly string[])[],
  ids: readonly string[],
  found: { id: number; time: number | null; label: number | null },
) {
  const rest = columns.map((_, i) => i).filter((i) => !Object.values(found).includes(i))
  // Text that is the same in all rows of a series.
  const constant = (i: number): boolean => {
    const cells = cellsOf(rows, i)
    return new Set(cells.map((cell, row) => JSON.stringify([ids[row], cell]))).size === new Set(ids).size
  }
  const label = found.label ?? rest.find((i) => columns[i]?.numeric === false && constant(i)) ?? null
  const channels = rest.filter((i) => i !== label && columns[i]?.numeric === true)
  return { id: found.id, time: found.time, label, channels }
}

/** The last column of text, or the first; or else one of few whole numbers at the beginning or the end. */
function labelColumn(columns: readonly CsvColumn[], rows: readonly (readonly string[])[]): number | null {
  if (columns.length < 2) return null
  const last = columns.length - 1
  const isText = (i: number): boolean => columns[i]?.numeric === false && columns[i]?.examples.length > 0
  const isCode = (i: number): boolean => {
    const cells = cellsOf(rows, i)
    return (
      cells.every((cell) => /^-?\d+(\.0*)?$/.test(cell)) &&
      new Set(cells).size <= Math.max(2, cells.length / 2)
    )
  }
  const candidates = [last, 0]
  return candidates.find(isText) ?? candidates.toReversed().find(isCode) ?? null
}

/** Number of equally long blocks of columns that have a name in common before their numbers. */
function blocksIn(names: readonly string[]): number {
  const stems = names.map(stemOf)
  const blocks = new Set(stems)
  const width = names.length / blocks.size
  const apart = [...blocks]
  const fits = !blocks.has('') && stems.every((stem, i) => stem === apart[Math.floor(i / width)])
  return fits && width > 1 && Number.isInteger(width) ? blocks.size : 1
}
