/** How a table is to be understood: what `parseCsv` is told and `previewCsv` guesses. */

import { dataError } from '../../../dataErrors.ts'
import { DataFormatError } from '../../../errors.ts'
import { excerpt, excerpts, shown } from '../tokens.ts'
import type { Decimal } from './csvNumbers.ts'

/** A column by the name in the header, or by its position, 0-based. */
export type Column = string | number

/** A step of a series a row. */
export interface LongColumns {
  /**
   * Which series the row belongs to; rows of one need not stand together. Several columns name it together. null: the
   * table is one recording, and `windows` are cut from it.
   */
  readonly id: Column | readonly Column[] | null
  /** What the steps are ordered by: numbers or ISO dates; any other text leaves them as they stand. null: likewise. */
  readonly time: Column | null
  /** Class of the series: the same in all its rows, or only in some. null: there are none. */
  readonly label: Column | null
  /** The variables, one column each; one column of values, if `variable` says which variable a row is of. */
  readonly channels: readonly Column[]
  /** A column with the name of the variable that the row is of (a melted table). */
  readonly variable?: Column | null
  /** Series are windows over the recordings; a window lies within rows of one class. Without it each recording is one. */
  readonly windows?: Windows | null
}

/** In steps. */
export interface Windows {
  readonly length: number
  /** From the beginning of one to the next. */
  readonly stride: number
}

/** A series a row. */
export interface WideColumns {
  readonly label: Column | null
  /** The values in order; null: all columns but those of `label` and `id`. */
  readonly values: readonly Column[] | null
  /** A column that tells the rows apart and is no value. */
  readonly id?: Column | null
  /** Variables, 1 if left out. */
  readonly channels?: number
  /**
   * `blocks`: the columns are all steps of the first variable, then all of the second, and so on; so if left out.
   * `interleaved`: all variables of the first step, then of the second.
   */
  readonly order?: 'blocks' | 'interleaved'
}

/** How the text is cut into cells and cells become values; what is left out is found by looking. */
export interface TableOptions {
  /** One character; a blank stands for any number of blanks and tabs. */
  readonly delimiter?: string
  /** Lines above the table, which are passed over. */
  readonly firstRow?: number
  /** Decimal sign. The other one may then stand between thousands. */
  readonly decimal?: Decimal
  /** Words that stand for a missing value, besides those that usually do (`isMissing`). */
  readonly missing?: readonly string[]
  /** Whether the first row has names; found by looking if left out (`looksLikeHeader`). */
  readonly header?: boolean | undefined
  /** Rows are columns and columns are rows: the first column then has the names. */
  readonly turned?: boolean
  /** Of the set: a table has no name of its own. */
  readonly name?: string
}

export type CsvOptions = TableOptions &
  (
    | { readonly layout: 'long'; readonly columns: LongColumns }
    | { readonly layout: 'wide'; readonly columns: WideColumns }
  )

/** Whether a column is asked for by name, so that there must be a header. */
export function namesColumns(options: CsvOptions): boolean {
  const { columns } = options
  const all =
    options.layout === 'long'
      ? [
          ...idColumns(options.columns),
          options.columns.time,
          options.columns.variable,
          ...options.columns.channels,
        ]
      : [options.columns.id, ...(options.columns.values ?? [])]
  return [columns.label, ...all].some((column) => typeof column === 'string')
}

/** None where the table is one recording. */
export function idColumns({ id }: LongColumns): readonly Column[] {
  return id === null ? [] : typeof id === 'object' ? id : [id]
}

/**
 * Position of a column.
 * @param names the header; null if there is none
 * @throws DataFormatError if no column is called so, or the position is none
 */
export function columnAt(column: Column, names: readonly string[] | null): number {
  if (typeof column === 'number') {
    const width = names?.length ?? Number.POSITIVE_INFINITY
    if (Number.isInteger(column) && column >= 0 && column < width) return column
    throw new DataFormatError(
      `column ${column}`,
      `a position from 0${names === null ? '' : ` to ${width - 1}`}`,
      null,
      dataError('columnPosition', { column }),
    )
  }
  const position = (names ?? []).indexOf(column.trim())
  if (position >= 0) return position
  const some = (names ?? []).slice(0, 8).map(shown).join(', ')
  throw new DataFormatError(
    `no column ${shown(column)}`,
    some === '' ? 'a header' : `one of ${some}`,
    1,
    some === ''
      ? dataError('noHeader', { name: excerpt(column) })
      : dataError('noColumn', { name: excerpt(column), names: excerpts(names ?? [], 8) }),
  )
}

/** @throws DataFormatError if two of them are one column */
export function holdApart(found: readonly number[]): void {
  const twice = found.find((column, i) => found.indexOf(column) < i)
  if (twice !== undefined)
    throw new DataFormatError(
      `column ${twice + 1} is used twice`,
      'different columns',
      null,
      dataError('columnTwice', { column: twice + 1 }),
    )
}
