/** What the columns of a table hold, as the dialog about it has them. */
import type { CsvOptions } from '../../../model/data/series/readers/csvOptions.ts'
import type { CsvPreview } from '../../../model/data/series/readers/csvPreview.ts'

export const roles = ['id', 'time', 'label', 'values', 'ignore'] as const
export type Role = (typeof roles)[number]
export type Layout = CsvOptions['layout']

/** One column at most is the series, the time, the class. */
function isSingle(role: Role): boolean {
  return role === 'id' || role === 'time' || role === 'label'
}

/** The guess as one role a column. */
export function rolesOf({ guess, columns }: Pick<CsvPreview, 'guess' | 'columns'>): Role[] {
  const is = (column: string | number | null | undefined, i: number) =>
    column === i || (typeof column === 'string' && column === columns[i]?.name)
  const listed = guess.layout === 'wide' ? guess.columns.values : guess.columns.channels
  const values = listed === null ? null : new Set(listed)
  return columns.map(({ name }, i): Role => {
    if (is(guess.columns.label, i)) return 'label'
    if (is(guess.columns.id, i)) return 'id'
    if (guess.layout === 'long' && is(guess.columns.time, i)) return 'time'
    return values === null || values.has(i) || (name !== '' && values.has(name)) ? 'values' : 'ignore'
  })
}

/** The columns from one to another, both included, with this role; one that had a single role loses it. */
export function withRole(held: readonly Role[], from: number, to: number, role: Role): Role[] {
  return held.map((was, i) => (i >= from && i <= to ? role : isSingle(role) && was === role ? 'ignore' : was))
}

/** The role that all columns from one to another have; null if they differ. */
export function commonRole(held: readonly Role[], from: number, to: number): Role | null {
  const first = held[from] ?? 'ignore'
  return held.slice(from, to + 1).every((role) => role === first) ? first : null
}

/** Columns that have a row of their own wherever the reader looks: what was told apart, and the last, often the class. */
export function pinnedColumns(held: readonly Role[]): ReadonlySet<number> {
  return new Set([...held.flatMap((role, i) => (isSingle(role) ? [i] : [])), held.length - 1])
}

/** More rows than these are a page that nobody reads, and that a browser takes long to draw. */
export const columnsShown = 60

export interface ColumnRow {
  /** The first column, and the last, included. */
  readonly from: number
  readonly to: number
}

/** A row for each of `columnsShown` columns from the first and each pinned one, and one for all between these. */
export function columnRows(count: number, first: number, pinned: ReadonlySet<number>): ColumnRow[] {
  const rows: ColumnRow[] = []
  let begun: number | null = null
  const close = (end: number) => {
    if (begun !== null && begun < end) rows.push({ from: begun, to: end - 1 })
    begun = null
  }
  for (let i = 0; i < count; i++) {
    if ((i >= first && i < first + columnsShown) || pinned.has(i)) {
      close(i)
      rows.push({ from: i, to: i })
    } else {
      begun ??= i
    }
  }
  close(count)
  return rows
}

/** What is missing for the layout, or else what the table is to be read with. */
export type Arranged =
  | { readonly options: CsvOptions; readonly lacks: null }
  | { readonly options: null; readonly lacks: 'values' | 'id' | 'blocks'; readonly values: number }

export function arranged(
  { delimiter }: Pick<CsvPreview, 'delimiter'>,
  layout: Layout,
  header: boolean,
  held: readonly Role[],
  blocks: number,
): Arranged {
  const first = (role: Role) => {
    const found = held.indexOf(role)
    return found < 0 ? null : found
  }
  const values = held.flatMap((role, i) => (role === 'values' ? [i] : []))
  const without = (lacks: 'values' | 'id' | 'blocks') => ({ options: null, lacks, values: values.length })
  if (values.length === 0) return without('values')
  const base = { delimiter, header }
  const [id, label] = [first('id'), first('label')]
  if (layout === 'wide') {
    if (values.length % blocks !== 0) return without('blocks')
    return { options: { ...base, layout, columns: { label, id, values, channels: blocks } }, lacks: null }
  }
  if (id === null) return without('id')
  return {
    options: { ...base, layout, columns: { id, time: first('time'), label, channels: values } },
    lacks: null,
  }
}

/** A text of a file, short enough for a cell. */
export function shortened(text: string, most = 80): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`
}
