/** Classes that stand in a file of their own. */
import { dataError } from '../../../dataErrors.ts'
import { DataFormatError } from '../../../errors.ts'
import { isCalled } from '../csv/csvNames.ts'
import type { Table } from '../csv/csvRows.ts'
import type { Limits } from '../limits.ts'
import { type NamedText, openNamed, rowsOf } from './joined.ts'

/** A table of labels, read whole. */
export interface LabelTable {
  readonly path: string
  readonly names: readonly string[] | null
  readonly rows: readonly (readonly string[])[]
}

export function readLabels(file: NamedText, limits: Limits): LabelTable {
  const table: Table = openNamed(file, limits)
  return { path: file.path, names: table.names, rows: rowsOf(file, table) }
}

export interface FileLabels {
  /** Of the column. */
  readonly name: string
  /** Empty for a file that it does not name. */
  readonly of: (path: string) => string
}

/** How a path may be written beside its class, from the whole of it to the bare name. */
function spellings(path: string): string[] {
  const parts = path.toLowerCase().normalize('NFC').split('/')
  const tails = parts.map((_, i) => parts.slice(i).join('/'))
  return tails.flatMap((tail) => [tail, tail.replace(/\.[^./]+$/, '')])
}

/** @throws DataFormatError if no column has the names of the files, or nothing but them */
export function fileLabels(
  file: NamedText,
  files: readonly { readonly path: string }[],
  limits: Limits,
): FileLabels {
  const { names, rows } = readLabels(file, limits)
  const known = new Set(files.flatMap(({ path }) => spellings(path)))
  const plain = (cell: string | undefined) =>
    (cell ?? '')
      .toLowerCase()
      .normalize('NFC')
      .replaceAll('\\', '/')
      .replace(/^(\.?\/)+/, '')
  const width = Math.max(0, ...rows.map((row) => row.length))
  const hits = Array.from({ length: width }, (_, i) => rows.filter((row) => known.has(plain(row[i]))).length)
  const key = hits.indexOf(Math.max(...hits))
  const label = labelColumn({ path: file.path, names, rows }, [key])
  if ((hits[key] ?? 0) === 0 || label === null) {
    throw new DataFormatError(
      'no column with the names of the files, and one with their classes',
      'a row for each file, such as “walk/01.csv,walking”',
      null,
      dataError('labelFiles'),
      file.path,
    )
  }
  const found = new Map(rows.map((row) => [plain(row[key]), row[label] ?? '']))
  return {
    name: names?.[label] || 'class',
    of: (path) =>
      spellings(path)
        .map((one) => found.get(one))
        .find((one) => one !== undefined) ?? '',
  }
}

/** The column with the classes: by its name, or the last of text, or the last. @param others what is something else */
export function labelColumn({ names, rows }: LabelTable, others: readonly number[]): number | null {
  const width = Math.max(names?.length ?? 0, ...rows.map((row) => row.length))
  const columns = Array.from({ length: width }, (_, i) => i).filter(
    (i) => !others.includes(i) && !isCounter(rows, i),
  )
  const named = columns.find((i) => isCalled(names?.[i] ?? '', 'label') || /^y$/i.test(names?.[i] ?? ''))
  const text = columns.findLast((i) => rows.some((row) => /[^\d.+eE-]/.test(row[i] ?? '')))
  return named ?? text ?? columns.at(-1) ?? null
}

/** 0, 1, 2, … beside a table is the row number that pandas writes; alone it is all there is. */
function isCounter(rows: readonly (readonly string[])[], column: number): boolean {
  const [first] = rows
  const start = Number(first?.[column])
  return (
    (first?.length ?? 0) > 1 &&
    rows.length > 2 &&
    (start === 0 || start === 1) &&
    rows.every((row, i) => row[column] !== '' && Number(row[column]) === start + i)
  )
}
