/** A table with a step of a series a row. */

import { dataError } from '../../../dataErrors.ts'
import { DataFormatError } from '../../../errors.ts'
import type { SeriesSet } from '../../types.ts'
import { holdTo, type Limits, nameWithin } from '../limits.ts'
import type { Progress } from '../lines.ts'
import { excerpt, isMissing, plainNames, shown } from '../tokens.ts'
import { cellValue, noCell } from './csvCells.ts'
import { gatherRows } from './csvGather.ts'
import { type Labels, openLabels } from './csvLabels.ts'
import { columnAt, holdApart, idColumns, type LongColumns } from './csvOptions.ts'
import { openRanges, type Ranges } from './csvRanges.ts'
import type { Group, Rows } from './csvRecords.ts'
import { eachRow, type RowLine, type Table } from './csvRows.ts'
import { momentOf, type TimeKind, timeKindOf } from './csvTimes.ts'

interface Positions {
  readonly ids: readonly number[]
  readonly time: number | null
  readonly label: number | null
  readonly variable: number | null
  readonly values: readonly number[]
}

/**
 * Steps with the same time stay in the order of the file. Whether times are numbers, dates or other text the first row
 * decides. Values that float32 could not tell apart are kept less an offset (`SeriesSet.offsets`).
 */
export function readLong(
  table: Table,
  columns: LongColumns,
  name: string,
  limits: Limits,
  onProgress?: Progress,
): SeriesSet {
  const at = positionsOf(columns, table.names, limits)
  const read = (offsets: readonly number[], ranges: Ranges | null): SeriesSet => {
    const labels = openLabels(limits)
    const names = openLabels({ ...limits, classes: limits.channels })
    const { rows, groups, kind } = readRows(
      table,
      at,
      columns,
      labels,
      names,
      offsets,
      limits,
      ranges,
      onProgress,
    )
    const channelNames =
      at.variable === null
        ? table.names === null
          ? plainNames(at.values.length)
          : at.values.map((column) => table.names?.[column] ?? '')
        : names.inOrder()
    const isMelted = at.variable !== null
    const windows = columns.windows ?? null
    return gatherRows({ rows, groups, kind, windows, isMelted }, channelNames, labels, name, limits)
  }
  const ranges = openRanges()
  const set = read([], ranges)
  const offsets = ranges.offsets(set.channels)
  return offsets === null ? set : { ...read(offsets, null), offsets }
}

function positionsOf(columns: LongColumns, names: readonly string[] | null, limits: Limits): Positions {
  const optional = (column: LongColumns['time'] | undefined) =>
    column === null || column === undefined ? null : columnAt(column, names)
  const ids = idColumns(columns).map((column) => columnAt(column, names))
  const [time, label, variable] = [
    optional(columns.time),
    optional(columns.label),
    optional(columns.variable),
  ]
  const values = columns.channels.map((column) => columnAt(column, names))
  if (values.length === 0)
    throw new DataFormatError('no column of values', 'one at least', null, dataError('noValueColumn'))
  holdTo(limits, 'channels', values.length)
  holdApart([...ids, time, label, variable, ...values].filter((column) => column !== null))
  return { ids, time, label, variable, values }
}

function readRows(
  table: Table,
  { ids, time, label, variable, values }: Positions,
  { windows }: LongColumns,
  labels: Labels,
  variables: Labels,
  offsets: readonly number[],
  limits: Limits,
  ranges: Ranges | null,
  onProgress?: Progress,
): { rows: Rows; groups: readonly Group[]; kind: TimeKind | null } {
  const lastColumn = Math.max(
    ...[...ids, time, label, variable, ...values].filter((column) => column !== null),
  )
  const groups = new Map<string, Group>()
  // Rows of one series mostly stand together.
  let last: { readonly cells: readonly string[]; readonly group: Group } | null = null
  const groupIn = (cells: readonly string[], line: RowLine): Group => {
    const before = last
    if (before === null || ids.some((id, i) => cells[id] !== before.cells[i])) {
      const own = ids.map((id) => cells[id] ?? '')
      last = { cells: own, group: groupOf(own, groups, limits, line) }
    }
    const group = last?.group as Group
    group.rows++
    if (!windows) holdTo(limits, 'length', group.rows, line, true)
    return group
  }
  const rows = emptyRows(values.length)
  let kind: TimeKind | null = time === null ? 'text' : null
  eachRow(
    table,
    (cells, line) => {
      if (lastColumn >= cells.length) throw noCell(cells.length, lastColumn, line)
      makeRoom(rows)
      const { count, width } = rows
      const group = groupIn(cells, line)
      rows.group[count] = group.number
      const row = label === null ? null : labels.take(cells[label] ?? '', line)
      rows.label[count] = row ?? -1
      if (!windows) holdLabel(group, row, cells[label ?? -1] ?? '', line)
      const stamp = time === null ? '' : (cells[time] ?? '').trim()
      kind ??= timeKindOf(stamp, table.decimal)
      const moment = momentOf(stamp, kind, table.decimal, line)
      rows.time[count] = moment.time
      rows.american[count] = moment.american
      const of = variable === null ? null : variables.take(cells[variable] ?? '', line)
      if (variable !== null && of === null) throw noVariable(line)
      rows.variable[count] = of ?? 0
      for (let c = 0; c < width; c++) {
        const value = cellValue(cells[values[c] ?? -1] ?? '', table, line)
        const channel = of ?? c
        ranges?.add(channel, value)
        rows.values[count * width + c] = value - (offsets[channel] ?? 0)
      }
      rows.count++
      holdTo(limits, 'values', rows.count * width, line, true)
    },
    onProgress,
  )
  return { rows, groups: [...groups.values()], kind: time === null ? null : kind }
}

function groupOf(cells: readonly string[], groups: Map<string, Group>, limits: Limits, line: RowLine): Group {
  const parts = cells.map((cell) => cell.trim())
  if (parts.some(isMissing))
    throw new DataFormatError(
      'a row without an id',
      'the name or number of a series',
      line(),
      dataError('noId'),
    )
  const id = parts.length === 1 ? (parts[0] ?? '') : JSON.stringify(parts)
  let group = groups.get(id)
  if (group === undefined) {
    for (const part of parts) nameWithin(part, 'an id', line)
    holdTo(limits, 'series', groups.size + 1, line, true)
    group = { number: groups.size, rows: 0, label: null }
    groups.set(id, group)
  }
  return group
}

/** A series is of one class, even if only some of its rows say so. */
function holdLabel(group: Group, label: number | null, cell: string, line: RowLine): void {
  if (label === null || label === group.label) return
  if (group.label !== null) {
    throw new DataFormatError(
      `label ${shown(cell.trim())}`,
      'the same label as in the rows above of this series',
      line(),
      dataError('otherLabel', { label: excerpt(cell.trim()) }),
    )
  }
  group.label = label
}

function noVariable(line: RowLine): DataFormatError {
  return new DataFormatError('a row without a variable', 'the name of one', line(), dataError('noVariable'))
}

function emptyRows(width: number): Rows {
  return {
    count: 0,
    values: new Float32Array(1024 * width),
    width,
    group: new Uint32Array(1024),
    time: new Float64Array(1024),
    american: new Float64Array(1024),
    label: new Int32Array(1024),
    variable: new Uint32Array(1024),
  }
}

function makeRoom(rows: Rows): void {
  if (rows.count < rows.group.length) return
  const length = rows.count * 2
  rows.values = grown(rows.values, new Float32Array(length * rows.width))
  rows.group = grown(rows.group, new Uint32Array(length))
  rows.time = grown(rows.time, new Float64Array(length))
  rows.american = grown(rows.american, new Float64Array(length))
  rows.label = grown(rows.label, new Int32Array(length))
  rows.variable = grown(rows.variable, new Uint32Array(length))
}

function grown<T extends Float32Array | Float64Array | Uint32Array | Int32Array>(from: T, into: T): T {
  into.set(from)
  return into
}
