/** A table with a series a row. */

import { dataError } from '../../../dataErrors.ts'
import { DataFormatError } from '../../../errors.ts'
import type { SeriesSet } from '../../types.ts'
import { type Collector, collectSeries } from '../collect.ts'
import type { Limits } from '../limits.ts'
import type { Progress } from '../lines.ts'
import { plainNames } from '../tokens.ts'
import { cellValue, noCell } from './csvCells.ts'
import { openLabels } from './csvLabels.ts'
import { columnAt, holdApart, type WideColumns } from './csvOptions.ts'
import { openRanges, type Ranges } from './csvRanges.ts'
import { eachRow, type RowLine, type Table } from './csvRows.ts'
import { variableIn } from './csvSteps.ts'

/**
 * Empty cells at the end of a row end its series: a table has one width. A cell that says NA, NaN or ? is a step with
 * a missing value even there; but NaN is none at the end of a row between tabs or blanks, without a header: the
 * archives pad shorter series so. With several variables a series ends where all of them have but such cells left. Values that float32 could not tell apart are kept
 * less an offset (`SeriesSet.offsets`).
 */
export function readWide(
  table: Table,
  columns: WideColumns,
  name: string,
  limits: Limits,
  onProgress?: Progress,
): SeriesSet {
  const ranges = openRanges()
  const set = readOnce(table, columns, name, limits, [], ranges, onProgress)
  const offsets = ranges.offsets(set.channels)
  return offsets === null
    ? set
    : { ...readOnce(table, columns, name, limits, offsets, null, onProgress), offsets }
}

function readOnce(
  table: Table,
  columns: WideColumns,
  name: string,
  limits: Limits,
  offsets: readonly number[],
  ranges: Ranges | null,
  onProgress?: Progress,
): SeriesSet {
  const { names } = table
  const channels = columns.channels ?? 1
  if (!Number.isInteger(channels) || channels < 1) {
    throw new DataFormatError(
      `${channels} variables`,
      'a whole number from 1',
      null,
      dataError('variableCount', { found: channels }),
    )
  }
  const collector: Collector = collectSeries(channels, limits)
  const label = columns.label === null ? null : columnAt(columns.label, names)
  const id = columns.id === undefined || columns.id === null ? null : columnAt(columns.id, names)
  const given = columns.values?.map((column) => columnAt(column, names)) ?? null
  holdApart([label, id, ...(given ?? [])].filter((column) => column !== null))
  const labels = openLabels(limits)
  let valueColumns = given ?? (names === null ? null : others(names.length, label, id))
  eachRow(
    table,
    (cells, line) => {
      // Without a header rows may have as many cells as they have steps; only blocks need one width.
      if (valueColumns === null || (given === null && names === null && channels === 1)) {
        valueColumns = others(cells.length, label, id)
      }
      const width = blockWidth(valueColumns.length, channels, line)
      const place =
        columns.order === 'interleaved' ? { step: channels, variable: 1 } : { step: 1, variable: width }
      const steps = stepsIn(cells, valueColumns, width, place, isPadded(table) ? isPadding : isEmpty)
      if (label !== null && label >= cells.length) throw noCell(cells.length, label, line)
      const into = collector.open(steps, label === null ? null : labels.take(cells[label] ?? '', line), line)
      for (let c = 0; c < channels; c++) {
        for (let t = 0; t < steps; t++) {
          const cell = cells[valueColumns[c * place.variable + t * place.step] ?? -1] ?? ''
          const value = cellValue(cell, table, line)
          ranges?.add(c, value)
          into[t * channels + c] = value - (offsets[c] ?? 0)
        }
      }
    },
    onProgress,
  )
  const { classes, classOf } = labels.sorted()
  return collector.finish(
    name,
    blockNames(names, valueColumns ?? [], channels, columns.order === 'interleaved'),
    classes,
    classOf,
  )
}

function others(width: number, label: number | null, id: number | null): number[] {
  return Array.from({ length: width }, (_, i) => i).filter((i) => i !== label && i !== id)
}

function blockWidth(columns: number, channels: number, line: RowLine): number {
  if (columns % channels === 0) return columns / channels
  throw new DataFormatError(
    `${columns} columns of values`,
    `a multiple of ${channels}, the variables`,
    line(),
    dataError('columnBlocks', { columns, variables: channels }),
  )
}

/** How far apart the columns are that lie next to each other in time, and in the order of variables. */
interface Strides {
  readonly step: number
  readonly variable: number
}

const isEmpty = (cell: string) => cell === ''
const isPadding = (cell: string) => cell === '' || cell.toLowerCase() === 'nan'
const isPadded = ({ names, delimiter }: Table) => names === null && delimiter === '\t'

/** @param isNothing whether a cell at the end of a row says that the series is over */
function stepsIn(
  cells: readonly string[],
  columns: readonly number[],
  width: number,
  { step, variable }: Strides,
  isNothing: (cell: string) => boolean,
): number {
  const nothingAt = (t: number, from: number) =>
    isNothing((cells[columns[from + t * step] ?? -1] ?? '').trim())
  let longest = 0
  for (let from = 0; from < (columns.length / width) * variable; from += variable) {
    let last = width
    while (last > longest && nothingAt(last - 1, from)) last--
    if (last > longest) longest = last
  }
  return longest
}

/** The name that the columns of each variable have in common, before a number: `x_0, x_1, y_0, y_1` are x and y. */
function blockNames(
  names: readonly string[] | null,
  columns: readonly number[],
  channels: number,
  interleaved: boolean,
): string[] {
  const plain = plainNames(channels)
  if (names === null || channels === 1) return plain
  const width = columns.length / channels
  const found = plain.map((_, c) => {
    const stems = new Set(
      columns
        .filter((_, i) => (interleaved ? i % channels : Math.floor(i / width)) === c)
        .map((column) => variableIn(names[column] ?? '')),
    )
    return stems.size === 1 ? ([...stems][0] ?? '') : ''
  })
  return found.includes('') || new Set(found).size < channels ? plain : found
}
