/** An arrangement of a table that was kept: storage is not trusted. */
import type { Column, CsvOptions, TableOptions, Windows } from './csvOptions.ts'

type Fields = Readonly<Record<string, unknown>>

/** null if it is no arrangement; whether the columns are there only the table can say. */
export function csvOptionsOf(value: unknown): CsvOptions | null {
  if (!isRecord(value) || !isRecord(value.columns)) return null
  const table = tableOf(value)
  if (table === null) return null
  const { columns } = value
  if (value.layout === 'long') {
    const { id, time, label, channels, variable = null, windows = null } = columns
    if (!(isColumnOrNull(id) || isColumns(id)) || !isColumnOrNull(time) || !isColumnOrNull(label)) return null
    if (id === null && windows === null) return null
    if (!isColumns(channels) || !isColumnOrNull(variable) || !(windows === null || isWindows(windows)))
      return null
    return {
      ...table,
      layout: 'long',
      columns: {
        ...{ id, time, label, channels },
        ...(variable === null ? {} : { variable }),
        ...(windows === null ? {} : { windows }),
      },
    }
  }
  if (value.layout === 'wide') {
    const { label, values, id = null, channels = 1, order = 'blocks' } = columns
    if (!isColumnOrNull(label) || !isColumnOrNull(id) || !isCount(channels)) return null
    if (values !== null && !isColumns(values)) return null
    if (order !== 'blocks' && order !== 'interleaved') return null
    return {
      ...table,
      layout: 'wide',
      columns: { label, values, id, channels, ...(order === 'blocks' ? {} : { order }) },
    }
  }
  return null
}

/** null if one of these is there and is not what it should be. */
function tableOf({
  delimiter,
  header,
  name,
  firstRow,
  decimal,
  missing,
  turned,
}: Fields): TableOptions | null {
  if (delimiter !== undefined && (typeof delimiter !== 'string' || delimiter.length !== 1)) return null
  if (header !== undefined && typeof header !== 'boolean') return null
  if (name !== undefined && typeof name !== 'string') return null
  if (firstRow !== undefined && !(Number.isInteger(firstRow) && Number(firstRow) >= 0)) return null
  if (decimal !== undefined && decimal !== '.' && decimal !== ',' && decimal !== 'either') return null
  if (missing !== undefined && !isTexts(missing)) return null
  if (turned !== undefined && typeof turned !== 'boolean') return null
  return {
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(header === undefined ? {} : { header }),
    ...(name === undefined ? {} : { name }),
    ...(firstRow === undefined ? {} : { firstRow: Number(firstRow) }),
    ...(decimal === undefined ? {} : { decimal }),
    ...(missing === undefined ? {} : { missing }),
    ...(turned === undefined ? {} : { turned }),
  }
}

const isRecord = (value: unknown): value is Fields => typeof value === 'object' && value !== null
const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 1
const isColumn = (value: unknown): value is Column =>
  typeof value === 'string' || (Number.isInteger(value) && Number(value) >= 0)
const isColumnOrNull = (value: unknown): value is Column | null => value === null || isColumn(value)
const isColumns = (value: unknown): value is Column[] =>
  Array.isArray(value) && value.length > 0 && value.every(isColumn)
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')
const isWindows = (value: unknown): value is Windows =>
  isRecord(value) && isCount(value.length) && isCount(value.stride)
