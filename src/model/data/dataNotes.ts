/**
 * What a reader should know of how their file was understood, where the file does not say it: a code, and the values
 * that its sentence needs.
 */
import type { IssueValue } from './dataErrors.ts'

/** Names of the values of every code. */
export const dataNoteValues = {
  /** ARFF: a row of a table is a step, and its columns are the variables. */
  rowsAreSteps: ['names'],
  /** ARFF: a row of a table is a variable, and its columns are the steps. */
  rowsAreVariables: ['steps'],
  /** Lines above a table: comments, a title. */
  linesAbove: ['count'],
  /** Rows above the values of a table, besides the names of its columns: units, groups of columns. */
  headRows: ['count'],
  /** ARFF: each attribute is a step, whatever it is called. */
  columnsAreSteps: ['names'],
  /** The times of a table cannot be put in order: its rows stay as they stand. */
  timesUnread: [],
  /** Rows of a series that have the time of another one. */
  timesTwice: ['count'],
  /** Rows at the ends of stretches that are no whole window. */
  rowsLeft: ['count'],
  /** The text is no UTF-8. */
  otherEncoding: ['encoding'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type DataNoteCode = keyof typeof dataNoteValues

export interface DataNote {
  readonly code: DataNoteCode
  readonly values: Readonly<Record<string, IssueValue>>
}

/** A code with its values: the compiler asks for those that its sentence has, and no others. */
export function dataNote<C extends DataNoteCode>(
  code: C,
  values: Readonly<Record<(typeof dataNoteValues)[C][number], IssueValue>>,
): DataNote {
  return { code, values }
}
