/** An arrangement of a table that was kept: storage is not trusted. */
import type { Column, CsvOptions } from './csvOptions.ts'

type Fields = Readonly<Record<string, unknown>>

/** null if it is no arrangement; whether the columns are there only the table can say. */
export function csvOptionsOf(value: unknown): CsvOptions | null {
  if (!isRecord(value) || !isRecord(value.columns)) return null
  const table = tableOf(value)
  if (table === null) return null
  const { columns } = value
  if (value.layout === 'long') {
    const { id, time, label, channels } = columns
    if (!isColumn(id) || !isColumnOrNull(time) || !isColumnOrNull(label) || !isColumns(channels)) return null
    return { ...table, layout: 'long', columns: { id, time, label, channels } }
  }
  if (value.layout === 'wide') {
    const { label, values, id = null, channels = 1 } = columns
    if (!isColumnOrNull(label) || !isColumnOrNull(id) || !isCount(channels)) return null
    if (values !== null && !isColumns(values)) return null
    return { ...table, layout: 'wide', columns: { label, values, id, channels } }
  }
  return null
}

/** null if one of the three is there and is not what it should be. */
function tableOf({
  delimiter,
  header,
  name,
}: Fields): Pick<CsvOptions, 'delimiter' | 'header' | 'name'> | null {
  if (delimiter !== undefined && (typeof delimiter !== 'string' || delimiter.length !== 1)) return null
  if (header !== undefined && typeof header !== 'boolean') return null
  if (name !== undefined && typeof name !== 'string') return null
  return {
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(header === undefined ? {} : { header }),
    ...(name === undefined ? {} : { name }),
  }
}

const isRecord = (value: unknown): value is Fields => typeof value === 'object' && value !== null
const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 1
const isColumn = (value: unknown): value is Column =>
  typeof value === 'string' || (Number.isInteger(value) && Number(value) >= 0)
const isColumnOrNull = (value: unknown): value is Column | null => value === null || isColumn(value)
const isColumns = (value: unknown): value is Column[] =>
  Array.isArray(value) && value.length > 0 && value.every(isColumn)
