/** Files with a series each, written as one table with a step a row. */
import { dataError } from '../../../dataErrors.ts'
import { DataFormatError } from '../../../errors.ts'
import { firstDataRows, type Table } from '../csv/csvRows.ts'
import type { Limits } from '../limits.ts'
import { excerpts } from '../tokens.ts'
import { copyRows, type Joined, type NamedText, namesOf, openNamed, TableWriter } from './joined.ts'
import { type FileLabels, fileLabels } from './labels.ts'
import type { Tagged } from './source.ts'

/**
 * @param columns what the names of the files say, as names of columns before those of the tables
 * @param labels a table with the classes of the files, or null
 * @throws DataFormatError with the name of the file: if its columns are others than those of the first one, or the
 *   labels name none of the files
 */
export function joinRecordings(
  columns: readonly string[],
  files: readonly (NamedText & Tagged)[],
  labels: NamedText | null,
  limits: Limits,
): Joined {
  const [first] = files
  if (first === undefined) throw new DataFormatError('no files', 'at least one', null, dataError('noRows'))
  const model = openNamed(first, limits)
  const names = namesOf(model, firstDataRows(model, 1)[0]?.length ?? 0)
  const classes: FileLabels | null = labels === null ? null : fileLabels(labels, files, limits)
  const writer = new TableWriter(model, limits)
  const added = apart([...columns, ...(classes === null ? [] : [classes.name])], names)
  writer.row([...added, ...names])
  for (const file of files) {
    const table = file === first ? model : openNamed(file, limits, model.names !== null)
    holdSameColumns(file, table, first, model)
    const before = [...file.cells, ...(classes === null ? [] : [classes.of(file.path)])]
    copyRows(file, table, writer, (cells) => writer.row([...before, ...cells]))
  }
  return writer.done()
}

/** None of the names twice: those that say what a file is called are changed. */
function apart(added: readonly string[], names: readonly string[]): string[] {
  const taken = new Set(names.map((name) => name.toLowerCase()))
  return added.map((name) => (taken.has(name.toLowerCase()) ? `${name} (of the file)` : name))
}

function holdSameColumns({ path }: NamedText, table: Table, first: NamedText, model: Table): void {
  const names = (one: Table) =>
    one.names ?? Array.from({ length: firstDataRows(one, 1)[0]?.length ?? 0 }, () => '')
  const [found, expected] = [names(table), names(model)]
  if (found.length === expected.length && found.every((name, i) => name === expected[i])) return
  const isCount = model.names === null
  throw new DataFormatError(
    isCount ? `${found.length} columns` : `the columns ${found.join(', ')}`,
    `${isCount ? expected.length : expected.join(', ')}, as in ${first.path}`,
    null,
    isCount
      ? dataError('otherWidth', { found: found.length, expected: expected.length, first: first.path })
      : dataError('otherColumns', {
          found: excerpts(found, 8),
          expected: excerpts(expected, 8),
          first: first.path,
        }),
    path,
  )
}
