/** What the columns of a table with a series a row are. */
import { isNoValue } from '../tokens.ts'
import type { ColumnFacts } from './csvColumns.ts'
import { isCalled } from './csvNames.ts'
import { type Doubt, fewRows, type Guessed, type Seen } from './csvSeen.ts'
import { isStep, variableIn } from './csvSteps.ts'

export function guessWide(seen: Seen): Guessed {
  const { columns, index, rows } = seen
  const { label, doubts } = labelOf(seen)
  const rest = columns.filter((column) => column !== label)
  const ids = rest.filter((column) => !column.empty && isAside(column, seen))
  const values = withoutOthers(rest.filter((column) => !ids.includes(column)))
  // Something must be left to read.
  const aside =
    values.length === 0 ? [...index] : [...index, ...rest.filter((column) => !values.includes(column))]
  const kept = values.length === 0 ? rest : values
  const arrangement = arrangementOf(kept.map(({ name }) => name))
  return {
    layout: 'wide',
    columns: {
      label: label?.at ?? null,
      values: aside.length > 1 ? kept.map(({ at }) => at) : null,
      id: aside[0]?.at ?? null,
      ...arrangement,
    },
    doubts: rows >= fewRows ? doubts : [],
  }
}

/** Columns of steps stand together under counted names; fewer others beside them (an age, a weight) are no steps. */
function withoutOthers(values: readonly ColumnFacts[]): readonly ColumnFacts[] {
  const steps = values.filter(({ name }) => name !== '' && (isStep(name) || variableIn(name) !== name))
  const isMost = steps.length > values.length / 2 && areNumbered(steps)
  return isMost ? steps : values
}

/** Text, a time, and the number of a person or a file are no values. */
function isAside(column: ColumnFacts, { hasNames, time }: Seen): boolean {
  const isNumber = column.mostlyNumeric && column.whole && hasNames && isCalled(column.name, 'id')
  return !column.mostlyNumeric || column === time || isNumber
}

/** By its name; or the last column of text, or the first; or one of few whole numbers at the beginning or the end. */
function labelOf({ columns, label, rows }: Seen): { label: ColumnFacts | null; doubts: readonly Doubt[] } {
  if (label !== null) return { label, doubts: [] }
  const candidates = columns.filter(({ empty }) => !empty)
  if (columns.length < 2) return { label: null, doubts: [] }
  const isText = (column: ColumnFacts) => !column.mostlyNumeric && !(column.unique && rows >= fewRows)
  const texts = candidates.filter(isText)
  const ends = [candidates.at(-1), candidates[0]].filter((column) => column !== undefined)
  const text = ends.find(isText) ?? texts[0]
  if (text !== undefined) return { label: text, doubts: texts.length > 1 ? ['label'] : [] }
  const isCode = (column: ColumnFacts) =>
    column.whole &&
    column.cells.every((cell) => cell !== '') &&
    new Set(column.cells.filter((cell) => !isNoValue(cell))).size > 1 &&
    column.different <= Math.max(2, rows / 2)
  const codes = ends.toReversed().filter(isCode)
  const found = codes[0] ?? null
  const isDoubtful = found === null || new Set(codes).size > 1 || isOneOf(found, candidates)
  return { label: found, doubts: isDoubtful ? ['label'] : [] }
}

/** Whether its name and its whole numbers say that it is a step like others: t0 beside t1. */
function isOneOf({ name }: ColumnFacts, columns: readonly ColumnFacts[]): boolean {
  const stem = variableIn(name)
  const isStepOf = (other: ColumnFacts) =>
    isStep(name) ? isStep(other.name) : stem !== name && variableIn(other.name) === stem
  return name !== '' && columns.filter((other) => other.whole && isStepOf(other)).length > 1
}

/** Whether the names are numbers, times, or one name with numbers behind it: steps of one variable, or of several. */
export function areNumbered(columns: readonly ColumnFacts[]): boolean {
  const names = columns.map(({ name }) => name)
  if (names.length < 3) return false
  if (names.every(isStep)) return true
  const stems = names.map(variableIn)
  if (stems.some((stem, i) => stem === '' || stem === names[i])) return false
  const counts = new Map<string, number>()
  for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  // dim_0, dim_1: variables, of which a row has one value each.
  return [...counts].every(([stem, count]) => count >= 3 && !isCalled(stem, 'variable'))
}

/** Variables one after the other (x_0 x_1 y_0 y_1), or in turns (x_0 y_0 x_1 y_1). */
export function arrangementOf(names: readonly string[]): { channels: number; order?: 'interleaved' } {
  const stems = names.map(variableIn)
  const apart = [...new Set(stems)]
  const width = names.length / apart.length
  if (apart.includes('') || !Number.isInteger(width) || width < 2 || apart.length < 2) return { channels: 1 }
  if (stems.every((stem, i) => stem === apart[Math.floor(i / width)])) return { channels: apart.length }
  const inTurns = stems.every((stem, i) => stem === apart[i % apart.length])
  return inTurns ? { channels: apart.length, order: 'interleaved' } : { channels: 1 }
}
