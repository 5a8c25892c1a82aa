/** How a table is probably to be understood, from its first rows and the names of its columns. */
import { type ColumnFacts, combinations } from './csvColumns.ts'
import { guessLong } from './csvGuessLong.ts'
import { timeOf } from './csvGuessTime.ts'
import { guessWide } from './csvGuessWide.ts'
import { isCalled } from './csvNames.ts'
import type { CsvOptions, TableOptions } from './csvOptions.ts'
import type { Table } from './csvRows.ts'
import { type Doubt, fewRows, type Seen } from './csvSeen.ts'

export interface Guess {
  readonly options: CsvOptions
  /** Empty if it is sure. */
  readonly doubts: readonly Doubt[]
}

/** @param given what was known of the table before: it stays so */
export function guessOptions(
  all: readonly ColumnFacts[],
  rows: number,
  table: Table,
  given: TableOptions = {},
): Guess {
  const hasNames = table.names !== null
  // One without a name stands before the others.
  const first = all.findIndex((column) => !isIndex(column, hasNames, rows))
  const index = all.filter(
    (column) => isIndex(column, hasNames, rows) && (column.name !== '' || column.at < first || first < 0),
  )
  const others = all.filter((column) => !index.includes(column))
  const label = labelByName(others, rows)
  // A number for each class, beside its name, is no variable.
  const codes = others.filter(
    (column) =>
      column !== label &&
      label !== null &&
      isCalled(column.name, 'label') &&
      column.whole &&
      isSame(column, label, rows),
  )
  const columns = others.filter((column) => !codes.includes(column))
  const time = hasNames
    ? timeOf(
        columns.filter((column) => column !== label),
        table.decimal,
      )
    : null
  const seen: Seen = { columns, index: [...index, ...codes], hasNames, rows, label, time }
  const { doubts, ...guessed } = guessLong(seen, table.decimal) ?? guessWide(seen)
  return { options: { ...tableOptions(table), ...given, ...guessed }, doubts }
}

/** A column without a name is one if it counts the rows, or is the first; one without a header if it is both. */
function isIndex(column: ColumnFacts, hasNames: boolean, rows: number): boolean {
  if (hasNames)
    return (
      isCalled(column.name, 'index') &&
      column.unique &&
      (column.counts || column.at === 0 || column.name !== '')
    )
  return column.at === 0 && column.counts && rows >= fewRows
}

/** Other words for classes may stand for something else beside one of these. */
const isPlainly = /label|class|klasse|target|activit|gesture|클래스|라벨|레이블/i

/** A class is text, or a few whole numbers. `y` is one where there is no x beside it. */
function labelByName(columns: readonly ColumnFacts[], rows: number): ColumnFacts | null {
  const canBe = (column: ColumnFacts) =>
    !column.unlabelled &&
    (!column.mostlyNumeric ||
      column.whole ||
      (/class|label/i.test(column.name) && column.different <= column.cells.length / 4)) &&
    !(column.unique && column.cells.length >= fewRows)
  const named = columns.filter((column) => isCalled(column.name, 'label') && canBe(column))
  const first = named.find(({ name }) => isPlainly.test(name)) ?? named[0]
  // Beside codes may stand what they mean.
  if (first?.mostlyNumeric === false) return first
  if (first !== undefined)
    return named.find((column) => !column.mostlyNumeric && isSame(column, first, rows)) ?? first
  const isName = (name: string) => (column: ColumnFacts) => column.name.toLowerCase() === name
  return columns.some(isName('x'))
    ? null
    : (columns.find((column) => isName('y')(column) && canBe(column)) ?? null)
}

/** Whether two columns part the rows alike. */
function isSame(one: ColumnFacts, other: ColumnFacts, rows: number): boolean {
  return one.different === other.different && combinations([one, other], rows) === one.different
}

/** What was found out about the text, so that the whole file is read as its beginning was. */
function tableOptions({ dialect, decimal, names }: Table): TableOptions {
  const usual = dialect.delimiter === ',' ? '.' : 'either'
  return {
    delimiter: dialect.delimiter,
    header: names !== null,
    ...(dialect.firstRow > 0 ? { firstRow: dialect.firstRow } : {}),
    ...(decimal === usual ? {} : { decimal }),
  }
}
