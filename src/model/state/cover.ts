/** Rows that a class has still to guess (`?cover=`), and what would give them away. Pure. */
import { lastCalls } from './lastCalls.ts'
import type { RowId } from './steps.ts'
import { rows } from './steps.ts'

/** A cell of X̃ over one of U is the gate, and whether the answer turns tells of the gates. */
const givesAway: Readonly<Partial<Record<RowId, readonly RowId[]>>> = { s: ['out', 'reading'] }

const withTelling = lastCalls(1, (cover: readonly RowId[]): readonly RowId[] =>
  rows.filter((row) => cover.includes(row) || cover.some((covered) => givesAway[covered]?.includes(row))),
)

/** The rows of the address and those that their values can be read from, top to bottom. */
export function coveredRows({ cover }: { readonly cover: readonly RowId[] }): readonly RowId[] {
  return withTelling.call(cover)
}
