/** Whether a table has a step a row, and what its columns then are. */
import { type ColumnFacts, combinations, isConstantIn, stretches } from './csvColumns.ts'
import { leadingClock, oneRecording, recordingOf, windowsFor } from './csvGuessRecording.ts'
import { codesOf, isSharedId, stepsOf } from './csvGuessRoles.ts'
import { isClock } from './csvGuessTime.ts'
import { areNumbered } from './csvGuessWide.ts'
import { isCalled } from './csvNames.ts'
import type { Decimal } from './csvNumbers.ts'
import type { Guessed, Seen } from './csvSeen.ts'

/** null if it looks like a table with a series a row. */
export function guessLong(seen: Seen, decimal: Decimal): Guessed | null {
  const { columns, hasNames, rows, time } = seen
  const label = seen.label ?? (hasNames ? null : unnamedLabel(seen))
  const others = columns.filter((column) => column !== label && column !== time && !column.empty)
  const keys = others.filter(
    (column) => isCalled(column.name, 'id') && hasNames && isKey(column) && column.different < rows,
  )
  // dim_id is the name of a variable, where something else tells series apart.
  const own = keys.filter(({ name }) => !isCalled(name, 'variable'))
  const named = own.length > 0 ? own : keys
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
    if (key !== undefined) return withIds(known, [key], others)
    return oneRecording(known, channelsOf(others, [], hasNames))
  }
  if (hasNames) return recordingOf(known, others)
  return unnamed(known, others) ?? leadingClock(known, others, decimal)
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
  const melted = variable !== null && value !== null && isMelted(seen, named, variable)
  const ids = idsOf(seen, named, melted ? variable : null)
  const free = others.filter((column) => !ids.includes(column) && column !== (melted ? variable : null))
  const text = seen.label ?? constantText(free, ids, rows)
  const codes = text === null && !melted ? codesOf(free, ids, rows) : null
  const label = text ?? codes
  if (melted)
    return {
      layout: 'long',
      columns: { ...rolesOf(ids, time, label), channels: [value.at], variable: variable.at },
      doubts: [],
    }
  const unused = free.filter((column) => column !== label)
  const steps = time ?? (seen.hasNames ? stepsOf(unused, ids, rows) : null)
  const variables = unused.filter((column) => column !== steps && !isSharedId(column, ids, rows))
  const isOneClass = label === null || isConstantIn(label, ids, rows)
  return {
    layout: 'long',
    columns: {
      ...rolesOf(ids, steps, label),
      channels: channelsOf(variables, ids, seen.hasNames),
      ...(isOneClass ? {} : { windows: windowsFor(rows, label) }),
    },
    doubts: [...(isOneClass ? [] : (['id'] as const)), ...(codes === null ? [] : (['label'] as const))],
  }
}

/** Whether a row has one variable alone: at each time there is a row for several, or every series has as many of each. */
function isMelted({ time, rows }: Seen, named: readonly ColumnFacts[], variable: ColumnFacts): boolean {
  if (time !== null)
    return (
      combinations([...named, time], rows) < rows && combinations([...named, time, variable], rows) === rows
    )
  return (
    !variable.mostlyNumeric &&
    variable.different > 1 &&
    combinations([...named, variable], rows) === combinations(named, rows) * variable.different &&
    combinations([...named, variable], rows) < rows
  )
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
    (label === null || isConstantIn(label, ids, rows))
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
    others.find((column) => !column.mostlyNumeric && combinations([...ids, column], rows) === series) ?? null
  )
}

/** The column of values beside the names of variables: one that is called so, or the only one of numbers. */
function columnOfValues(others: readonly ColumnFacts[], used: readonly ColumnFacts[]): ColumnFacts | null {
  const numbers = others.filter((column) => column.mostlyNumeric && !used.includes(column))
  const named = numbers.filter((column) => isCalled(column.name, 'value'))
  return named[0] ?? (numbers.length === 1 ? (numbers[0] ?? null) : null)
}

const rolesOf = (ids: readonly ColumnFacts[], time: ColumnFacts | null, label: ColumnFacts | null) => ({
  id: ids.length === 1 ? (ids[0]?.at ?? 0) : ids.map(({ at }) => at),
  time: time?.at ?? null,
  label: label?.at ?? null,
})

/** Columns of numbers; if there are none, others with digits in them: reading then says which cell is no number. */
function channelsOf(free: readonly ColumnFacts[], ids: readonly ColumnFacts[], hasNames: boolean): number[] {
  const numbers = free.filter(
    (column) => column.mostlyNumeric && !isSpareId(column) && !isClock(column, ids, hasNames),
  )
  const some =
    numbers.length > 0 ? numbers : free.filter(({ cells }) => cells.some((cell) => /\d/.test(cell)))
  return some.map(({ at }) => at)
}

/** Rows that are counted on, from whatever number. */
const isSpareId = ({ name, cells }: ColumnFacts) =>
  cells.length > 2 &&
  isCalled(name, 'id') &&
  cells.every((cell, row) => cell !== '' && (row === 0 || Number(cell) === Number(cells[row - 1]) + 1))
