/** A table with a step of a series a row. */

import { dataError } from '../../dataErrors.ts'
import { DataFormatError } from '../../errors.ts'
import type { SeriesSet } from '../types.ts'
import { collectSeries } from './collect.ts'
import { cellValue, noCell } from './csvCells.ts'
import { type Labels, openLabels } from './csvLabels.ts'
import { columnAt, holdApart, type LongColumns } from './csvOptions.ts'
import { eachRow, type RowLine, type Table } from './csvRows.ts'
import { parseDate } from './dates.ts'
import { holdTo, type Limits, nameWithin } from './limits.ts'
import type { Progress } from './lines.ts'
import { numberOf } from './numbers.ts'
import { excerpt, isMissing, plainNames, shown } from './tokens.ts'

interface Group {
  readonly number: number
  rows: number
  label: number | null
}

/** What was read, a row of the table after the other. */
interface Rows {
  count: number
  /** [count · channels] */
  values: Float32Array
  /** [count]: number of the series. */
  group: Uint32Array
  /** [count]; zeros if the order is that of the file. */
  time: Float64Array
}

type TimeKind = 'number' | 'date' | 'text'

/**
 * Steps with the same time stay in the order of the file. Whether times are numbers, dates or other text the first row
 * decides.
 */
export function readLong(
  table: Table,
  columns: LongColumns,
  name: string,
  limits: Limits,
  onProgress?: Progress,
): SeriesSet {
  const { names, decimalComma } = table
  const id = columnAt(columns.id, names)
  const time = columns.time === null ? null : columnAt(columns.time, names)
  const label = columns.label === null ? null : columnAt(columns.label, names)
  const values = columns.channels.map((column) => columnAt(column, names))
  if (values.length === 0)
    throw new DataFormatError('no column of values', 'one at least', null, dataError('noValueColumn'))
  holdTo(limits, 'channels', values.length)
  const used = [id, time, label, ...values].filter((column) => column !== null)
  holdApart(used)
  const last = Math.max(...used)
  const labels = openLabels(limits)
  const groups = new Map<string, Group>()
  const rows: Rows = {
    count: 0,
    values: new Float32Array(1024 * values.length),
    group: new Uint32Array(1024),
    time: new Float64Array(1024),
  }
  let kind: TimeKind | null = time === null ? 'text' : null
  eachRow(
    table,
    (cells, line) => {
      if (last >= cells.length) throw noCell(cells.length, last, line)
      const group = groupOf(cells[id] ?? '', groups, limits, line)
      if (label !== null) setLabel(group, cells[label] ?? '', labels, line)
      const stamp = time === null ? '' : (cells[time] ?? '').trim()
      kind ??= kindOf(stamp, decimalComma)
      makeRoom(rows, values.length)
      rows.group[rows.count] = group.number
      if (time !== null) rows.time[rows.count] = timeOf(stamp, kind, decimalComma, line)
      for (let c = 0; c < values.length; c++) {
        rows.values[rows.count * values.length + c] = cellValue(
          cells[values[c] ?? -1] ?? '',
          decimalComma,
          line,
        )
      }
      rows.count++
      if (rows.count * values.length > limits.values) {
        holdTo(limits, 'values', rows.count * values.length, line, true)
      }
    },
    onProgress,
  )
  return gather(rows, [...groups.values()], values, table, labels, name, limits)
}

function groupOf(cell: string, groups: Map<string, Group>, limits: Limits, line: RowLine): Group {
  const id = cell.trim()
  let group = groups.get(id)
  if (group === undefined) {
    if (isMissing(id))
      throw new DataFormatError(
        'a row without an id',
        'the name or number of a series',
        line(),
        dataError('noId'),
      )
    nameWithin(id, 'an id', line)
    holdTo(limits, 'series', groups.size + 1, line, true)
    group = { number: groups.size, rows: 0, label: null }
    groups.set(id, group)
  }
  group.rows++
  holdTo(limits, 'length', group.rows, line, true)
  return group
}

function setLabel(group: Group, cell: string, labels: Labels, line: RowLine): void {
  const label = labels.take(cell, line)
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

function kindOf(stamp: string, decimalComma: boolean): TimeKind {
  if (numberOf(stamp, decimalComma) !== null) return 'number'
  return parseDate(stamp) === null ? 'text' : 'date'
}

function timeOf(stamp: string, kind: TimeKind, decimalComma: boolean, line: RowLine): number {
  if (kind === 'text') return 0
  const time = kind === 'number' ? numberOf(stamp, decimalComma) : parseDate(stamp)
  if (time !== null) return time
  const found = stamp === '' ? 'no time' : `time ${shown(stamp)}`
  throw new DataFormatError(
    found,
    `a ${kind}, as in the first row`,
    line(),
    dataError(kind === 'number' ? 'timeNumber' : 'timeDate', { found: excerpt(stamp) }),
  )
}

function makeRoom(rows: Rows, channels: number): void {
  if (rows.count < rows.group.length) return
  const length = rows.count * 2
  const { values, group, time } = rows
  rows.values = new Float32Array(length * channels)
  rows.values.set(values)
  rows.group = new Uint32Array(length)
  rows.group.set(group)
  rows.time = new Float64Array(length)
  rows.time.set(time)
}

function gather(
  rows: Rows,
  groups: readonly Group[],
  columns: readonly number[],
  { names }: Table,
  labels: Labels,
  name: string,
  limits: Limits,
): SeriesSet {
  const channels = columns.length
  const collector = collectSeries(channels, limits)
  const order = rowsByGroup(rows, groups)
  let from = 0
  for (const group of groups) {
    const own = order.subarray(from, from + group.rows)
    from += group.rows
    if (!isSorted(own, rows.time)) own.sort((a, b) => (rows.time[a] ?? 0) - (rows.time[b] ?? 0))
    const into = collector.open(group.rows, group.label, null)
    for (let t = 0; t < own.length; t++) {
      const row = (own[t] ?? 0) * channels
      for (let c = 0; c < channels; c++) into[t * channels + c] = rows.values[row + c] ?? 0
    }
  }
  const { classes, classOf } = labels.sorted()
  const channelNames = names === null ? plainNames(channels) : columns.map((column) => names[column] ?? '')
  return collector.finish(name, channelNames, classes, classOf)
}

/** Numbers of the rows, those of the first series first. */
function rowsByGroup({ count, group }: Rows, groups: readonly Group[]): Uint32Array {
  const next = new Uint32Array(groups.length)
  for (let i = 1; i < next.length; i++) next[i] = (next[i - 1] ?? 0) + (groups[i - 1]?.rows ?? 0)
  const order = new Uint32Array(count)
  for (let row = 0; row < count; row++) {
    const g = group[row] ?? 0
    const at = next[g] ?? 0
    order[at] = row
    next[g] = at + 1
  }
  return order
}

function isSorted(rows: Uint32Array, time: Float64Array): boolean {
  for (let i = 1; i < rows.length; i++) {
    if ((time[rows[i] ?? 0] ?? 0) < (time[rows[i - 1] ?? 0] ?? 0)) return false
  }
  return true
}
