/** A table with a series a row. */

import { dataError } from '../../dataErrors.ts'
import { DataFormatError } from '../../errors.ts'
import type { SeriesSet } from '../types.ts'
import { type Collector, collectSeries } from './collect.ts'
import { cellValue, noCell } from './csvCells.ts'
import { openLabels } from './csvLabels.ts'
import { columnAt, holdApart, type WideColumns } from './csvOptions.ts'
import { eachRow, type RowLine, type Table } from './csvRows.ts'
import type { Limits } from './limits.ts'
import type { Progress } from './lines.ts'
import { plainNames, stemOf } from './tokens.ts'

/**
 * Empty cells at the end of a row end its series: a table has one width. A cell that says NA, NaN or ? is a step with
 * a missing value even there. With several variables a series ends where all of them have but empty cells left.
 */
export function readWide(
  table: Table,
  columns: WideColumns,
  name: string,
  limits: Limits,
  onProgress?: Progress,
): SeriesSet {
  const { names, decimalComma } = table
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
      const steps = stepsIn(cells, valueColumns, width)
      if (label !== null && label >= cells.length) throw noCell(cells.length, label, line)
      const into = collector.open(steps, label === null ? null : labels.take(cells[label] ?? '', line), line)
      for (let c = 0; c < channels; c++) {
        for (let t = 0; t < steps; t++) {
          const cell = cells[valueColumns[c * width + t] ?? -1] ?? ''
          into[t * channels + c] = cellValue(cell, decimalComma, line)
        }
      }
    },
    onProgress,
  )
  const { classes, classOf } = labels.sorted()
  return collector.finish(name, blockNames(names, valueColumns ?? [], channels), classes, classOf)
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

function stepsIn(cells: readonly string[], columns: readonly number[], width: number): number {
  let longest = 0
  for (let from = 0; from < columns.length; from += width) {
    let last = width
    while (last > longest && (cells[columns[from + last - 1] ?? -1] ?? '').trim() === '') last--
    if (last > longest) longest = last
  }
  return longest
}

/** The name that the columns of each variable have in common, before a number: `x_0, x_1, y_0, y_1` are x and y. */
function blockNames(names: readonly string[] | null, columns: readonly number[], channels: number): string[] {
  const plain = plainNames(channels)
  if (names === null || channels === 1) return plain
  const width = columns.length / channels
  const found = plain.map((_, c) => {
    const stems = new Set(
      columns.slice(c * width, (c + 1) * width).map((column) => stemOf(names[column] ?? '')),
    )
    return stems.size === 1 ? ([...stems][0] ?? '') : ''
  })
  return found.includes('') || new Set(found).size < channels ? plain : found
}
