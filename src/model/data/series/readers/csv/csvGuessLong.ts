/** Whether a table has a step a row, and what its columns then are. */
import { type ColumnFacts, combinations, stretches } from './csvColumns.ts'
import { areNumbered } from './csvGuessWide.ts'
import { isCalled } from './csvNames.ts'
import type { Windows } from './csvOptions.ts'
import type { Guessed, Seen } from './csvSeen.ts'

/** null if it looks like a table with a series a row. */
export function guessLong(seen: Seen): Guessed | null {
  const { columns, hasNames, rows, time } = seen
  const label = seen.label ?? (hasNames ? null : unnamedLabel(seen))
  const others = columns.filter((column) => column !== label && column !== time && !column.empty)
  const named = others.filter(
    (column) => isCalled(column.name, 'id') && hasNames && isKey(column) && column.different < rows,
  )
  // A subject in each row does not make it a step, if its other columns are counted steps.
  const values = others.filter((column) => !named.includes(column) && column.mostlyNumeric)
  if (time === null && named.length > 0 && areNumbered(values)) return null
  const known = { ...seen, label }
  if (named.length > 0) {
    const steps = time === null ? others.find((column) => isRowNumber(column, named[0])) : undefined
    if (steps === undefined) return withIds(known, named, others)
    return withIds(
      { ...known, time: steps },
      named,
      others.filter((column) => column !== steps),
    )
  }
  if (time !== null) {
    if (hasNames && areNumbered(others)) return null
    const key = others.find((column) => isKey(column) && isBlockwise(column, rows))
    return key === undefined ? oneRecording(known, others) : withIds(known, [key], others)
  }
  return hasNames ? null : unnamed(known, others)
}

/** Names and whole numbers tell series apart, measured values do not. */
const isKey = (column: ColumnFacts) => !column.mostlyNumeric || column.whole

/** Rows with the same cell stand together; of numbers there is more than one, and fewer than there are rows. */
function isBlockwise(column: ColumnFacts, rows: number): boolean {
  if (column.different === rows || (column.mostlyNumeric && column.different < 2)) return false
  return stretches([column], rows) === column.different
}

/** Text that stands in stretches of rows. */
function unnamedLabel({ columns, rows }: Seen): ColumnFacts | null {
  return (
    columns.find(
      (column) => !column.empty && !column.mostlyNumeric && stretches([column], rows) <= rows / 2,
    ) ?? null
  )
}

/** Without names only what stands in blocks, with a class beside it and a time that rises, is taken for an id. */
function unnamed(seen: Seen, others: readonly ColumnFacts[]): Guessed | null {
  const { label, rows } = seen
  if (label === null) return null
  const id = others.find((column) => isKey(column) && isBlockwise(column, rows))
  if (id === undefined) return null
  const time = others.find((column) => column !== id && column.whole && rises(column, id)) ?? null
  if (time === null) return null
  return withIds(
    { ...seen, time },
    [id],
    others.filter((column) => column !== time),
  )
}

/** Written beside the rows of each series by itself, by pandas and R. */
function isRowNumber(column: ColumnFacts, id: ColumnFacts | undefined): boolean {
  return id !== undefined && isCalled(column.name, 'index') && column.whole && rises(column, id)
}

/** Whether the numbers rise from row to row of a series. */
function rises(column: ColumnFacts, id: ColumnFacts): boolean {
  return column.cells.every(
    (cell, row) =>
      row === 0 || id.cells[row] !== id.cells[row - 1] || Number(cell) > Number(column.cells[row - 1]),
  )
}

function withIds(seen: Seen, named: readonly ColumnFacts[], others: readonly ColumnFacts[]): Guessed {
  const { time, rows } = seen
  const variable =
    others.find(
      (column) =>
        isCalled(column.name, 'variable') &&
        isKey(column) &&
        !named.includes(column) &&
        column.different < rows,
    ) ?? null
  const value = variable === null ? null : columnOfValues(others, [...named, variable])
  const melted =
    variable !== null &&
    value !== null &&
    time !== null &&
    combinations([...named, time], rows) < rows &&
    combinations([...named, time, variable], rows) === rows
  const ids = idsOf(seen, named, melted ? variable : null)
  const label = seen.label ?? constantText(others, ids, rows)
  const isOneClass = label === null || combinations([...ids, label], rows) === combinations(ids, rows)
  const used = [...ids, label]
  if (melted)
    return {
      layout: 'long',
      columns: { ...rolesOf(ids, time, label), channels: [value.at], variable: variable.at },
      doubts: [],
    }
  return {
    layout: 'long',
    columns: {
      ...rolesOf(ids, time, label),
      channels: channelsOf(others, used),
      ...(isOneClass ? {} : { windows: windowsFor(seen, label) }),
    },
    doubts: isOneClass ? [] : ['id'],
  }
}

/** As few of the named columns as tell every time, and one class, of a series. */
function idsOf(
  { time, label, rows }: Seen,
  named: readonly ColumnFacts[],
  variable: ColumnFacts | null,
): readonly ColumnFacts[] {
  const beside = [time, variable].filter((column) => column !== null)
  const fits = (ids: readonly ColumnFacts[]) =>
    (time === null || combinations([...ids, ...beside], rows) === rows) &&
    (label === null || combinations([...ids, label], rows) === combinations(ids, rows))
  const single = named.find((column) => fits([column]))
  if (single !== undefined) return [single]
  for (let count = 2; count <= named.length; count++) {
    const some = named.slice(0, count)
    if (fits(some)) return some
  }
  return named.slice(0, 1)
}

/** Text that is the same in all rows of a series. */
function constantText(
  others: readonly ColumnFacts[],
  ids: readonly ColumnFacts[],
  rows: number,
): ColumnFacts | null {
  const series = combinations(ids, rows)
  return (
    others.find(
      (column) =>
        !ids.includes(column) && !column.mostlyNumeric && combinations([...ids, column], rows) === series,
    ) ?? null
  )
}

/** The column of values beside the names of variables: one that is called so, or the only one of numbers. */
function columnOfValues(others: readonly ColumnFacts[], used: readonly ColumnFacts[]): ColumnFacts | null {
  const numbers = others.filter((column) => column.mostlyNumeric && !used.includes(column))
  const named = numbers.filter((column) => isCalled(column.name, 'value'))
  return named[0] ?? (numbers.length === 1 ? (numbers[0] ?? null) : null)
}

/** Times without a series that they are of: one recording, of which windows are cut. */
function oneRecording(seen: Seen, others: readonly ColumnFacts[]): Guessed | null {
  const channels = channelsOf(others, [])
  if (channels.length === 0) return null
  return {
    layout: 'long',
    columns: {
      id: null,
      time: seen.time?.at ?? null,
      label: seen.label?.at ?? null,
      channels,
      windows: windowsFor(seen, seen.label),
    },
    doubts: ['id'],
  }
}

const longestWindow = 128

/** As long as half of the stretches of one class are at least; without classes a twentieth of what was looked at. */
function windowsFor({ rows }: Seen, label: ColumnFacts | null): Windows {
  const lengths: number[] = []
  for (let row = 0; row < rows; row++) {
    if (row === 0 || (label !== null && label.cells[row] !== label.cells[row - 1])) lengths.push(1)
    else lengths[lengths.length - 1] = (lengths.at(-1) ?? 0) + 1
  }
  const middle = lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? rows
  const length = Math.max(2, Math.min(longestWindow, lengths.length > 1 ? middle : Math.floor(rows / 20)))
  return { length, stride: length }
}

const rolesOf = (ids: readonly ColumnFacts[], time: ColumnFacts | null, label: ColumnFacts | null) => ({
  id: ids.length === 1 ? (ids[0]?.at ?? 0) : ids.map(({ at }) => at),
  time: time?.at ?? null,
  label: label?.at ?? null,
})

function channelsOf(others: readonly ColumnFacts[], used: readonly (ColumnFacts | null)[]): number[] {
  return others
    .filter((column) => column.mostlyNumeric && !used.includes(column) && !isSpareId(column))
    .map(({ at }) => at)
}

/** A number that every row has for itself. */
const isSpareId = (column: ColumnFacts) => column.counts && column.unique && isCalled(column.name, 'id')
