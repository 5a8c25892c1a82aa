/** What the parts of the guess about a table say to each other. */
import type { ColumnFacts } from './csvColumns.ts'
import type { LongColumns, WideColumns } from './csvOptions.ts'

/** What a look at the table does not decide: which series a row belongs to, or which column has the classes. */
export type Doubt = 'id' | 'label'

/** One of the two layouts, with what is in doubt about it. */
export type Guessed =
  | { readonly layout: 'long'; readonly columns: LongColumns; readonly doubts: readonly Doubt[] }
  | { readonly layout: 'wide'; readonly columns: WideColumns; readonly doubts: readonly Doubt[] }

/** What is known of the columns before the layout is. */
export interface Seen {
  /** All but row numbers. */
  readonly columns: readonly ColumnFacts[]
  /** Row numbers that pandas and R write beside the table. */
  readonly index: readonly ColumnFacts[]
  readonly hasNames: boolean
  /** How many rows were looked at. */
  readonly rows: number
  readonly label: ColumnFacts | null
  readonly time: ColumnFacts | null
}

/** Fewer rows than these say nothing by being different. */
export const fewRows = 4
