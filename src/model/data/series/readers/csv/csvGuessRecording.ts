/** Tables that are one recording, of which windows are cut. */
import { type ColumnFacts, stretches } from './csvColumns.ts'
import { timesIn } from './csvGuessTime.ts'
import { areNumbered, arrangementOf } from './csvGuessWide.ts'
import type { Decimal } from './csvNumbers.ts'
import type { Windows } from './csvOptions.ts'
import type { Guessed, Seen } from './csvSeen.ts'
import { isStep, variableIn } from './csvSteps.ts'

/** Fewer rows than these may as well be a few short series. */
const fewSteps = 20
/** Rows of one class that stand together, on average, where a class belongs to stretches of rows. */
const longStretch = 3

/** null if there is nothing to read. @param channels positions of the variables */
export function oneRecording({ time, label, rows }: Seen, channels: readonly number[]): Guessed | null {
  if (channels.length === 0) return null
  return {
    layout: 'long',
    columns: {
      id: null,
      time: time?.at ?? null,
      label: label?.at ?? null,
      channels,
      windows: windowsFor(rows, label),
    },
    doubts: ['id'],
  }
}

const longestWindow = 128

/** As long as half of the stretches of one class are at least; without classes a twentieth of what was looked at. */
export function windowsFor(rows: number, label: ColumnFacts | null): Windows {
  const lengths: number[] = []
  for (let row = 0; row < rows; row++) {
    if (row === 0 || (label !== null && label.cells[row] !== label.cells[row - 1])) lengths.push(1)
    else lengths[lengths.length - 1] = (lengths.at(-1) ?? 0) + 1
  }
  const middle = lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? rows
  const length = Math.max(2, Math.min(longestWindow, lengths.length > 1 ? middle : Math.floor(rows / 20)))
  return { length, stride: length }
}

/**
 * Columns with names of their own and no time: they are variables, not steps, unless the classes of the rows change so
 * often that each row may be a series of its own. A single column of values is a recording in any case.
 */
export function recordingOf(seen: Seen, others: readonly ColumnFacts[]): Guessed | null {
  const { rows } = seen
  const label = seen.label ?? labelInStretches(seen, others)
  const values = others.filter((column) => column !== label && column.mostlyNumeric)
  const at = values.map((column) => column.at)
  if (rows < fewSteps) return null
  if (values.length === 1) return oneRecording({ ...seen, label }, at)
  const names = values.map(({ name }) => name)
  const areVariables =
    names.every((name) => name !== '' && !isStep(name)) &&
    new Set(names.map(variableIn)).size > 1 &&
    new Set(names).size === names.length &&
    !areNumbered(values) &&
    arrangementOf(names).channels === 1
  const isInStretches = label === null || stretches([label], rows) <= rows / longStretch
  return areVariables && isInStretches ? oneRecording({ ...seen, label }, at) : null
}

/** The last column, or the first, if it has few whole numbers or words, and rows with the same one stand together. */
function labelInStretches({ columns, rows }: Seen, others: readonly ColumnFacts[]): ColumnFacts | null {
  const text = others.find((column) => !column.mostlyNumeric && isInStretches(column, rows))
  const ends = [columns.at(-1), columns[0]].filter((column) => column !== undefined)
  const code = columns.length > 1 ? ends.find((column) => column.whole && isInStretches(column, rows)) : null
  return text ?? code ?? null
}

const isInStretches = (column: ColumnFacts, rows: number) =>
  column.different > 1 && !column.empty && stretches([column], rows) <= rows / (2 * longStretch)

/**
 * Without names: a clock before all values, and beside it perhaps a number that never changes and a class that stands in
 * stretches of rows; or a single column.
 */
export function leadingClock(seen: Seen, others: readonly ColumnFacts[], decimal: Decimal): Guessed | null {
  const { columns, rows } = seen
  if (rows < fewSteps) return null
  if (columns.length === 1)
    return oneRecording(
      seen,
      others.filter((column) => column.mostlyNumeric).map(({ at }) => at),
    )
  const label =
    seen.label ?? columns.slice(0, 3).find((column) => column.whole && isInStretches(column, rows)) ?? null
  const isAside = (column: ColumnFacts) =>
    column === label ||
    column === seen.label ||
    (column.different < 2 && (column.whole || !column.mostlyNumeric))
  const time = columns.find((column) => !isAside(column)) ?? null
  if (time === null || !isClock(time, decimal)) return null
  const behind = columns.filter((column) => column.at > time.at && column !== label && column.mostlyNumeric)
  return oneRecording(
    { ...seen, label, time },
    behind.map(({ at }) => at),
  )
}

/** It rises from row to row, and not by one: that would be the number of the row. */
function isClock(column: ColumnFacts, decimal: Decimal): boolean {
  const times = timesIn(column, decimal)
  const steps = times.slice(1).map((time, i) => time - (times[i] ?? 0))
  return (
    times.length === column.cells.length &&
    steps.every((step) => step > 0) &&
    steps.some((step) => step !== 1)
  )
}
