/** What the columns of a table hold, as the dialog about it has them. */
import type { CsvOptions, Windows } from '../../../model/data/series/readers/csv/csvOptions.ts'
import type { CsvPreview } from '../../../model/data/series/readers/csv/csvPreview.ts'

export const roles = ['id', 'time', 'label', 'variable', 'values', 'ignore'] as const
export type Role = (typeof roles)[number]
/** `windows`: a step a row, as `long`; series are windows over the recordings. */
export const layouts = ['long', 'windows', 'wide'] as const
export type Layout = (typeof layouts)[number]
export type Order = 'blocks' | 'interleaved'

/** What the reader says besides the columns. */
export interface Arrangement {
  readonly layout: Layout
  readonly header: boolean
  /** Variables of a row, where it is a series. */
  readonly blocks: number
  readonly order: Order
  readonly windows: Windows
}

/** What a reader begins with who wants windows where none were guessed. */
const usualWindows: Windows = { length: 50, stride: 50 }

export function arrangementOf({ guess, header }: Pick<CsvPreview, 'guess' | 'header'>): Arrangement {
  if (guess.layout === 'wide') {
    const { channels = 1, order = 'blocks' } = guess.columns
    return { layout: 'wide', header, blocks: channels, order, windows: usualWindows }
  }
  const windows = guess.columns.windows ?? null
  const layout = windows === null ? 'long' : 'windows'
  return { layout, header, blocks: 1, order: 'blocks', windows: windows ?? usualWindows }
}

/** One column at most is the time, the class, the name of the variable; several may name the series together. */
function isSingle(role: Role): boolean {
  return role === 'time' || role === 'label' || role === 'variable'
}

/** The guess as one role a column. */
export function rolesOf({ guess, columns }: Pick<CsvPreview, 'guess' | 'columns'>): Role[] {
  const is = (column: string | number | null | undefined, i: number) =>
    column === i || (typeof column === 'string' && column === columns[i]?.name)
  const { id } = guess.columns
  const ids = typeof id === 'object' && id !== null ? id : [id]
  const listed = guess.layout === 'wide' ? guess.columns.values : guess.columns.channels
  const values = listed === null ? null : new Set(listed)
  return columns.map(({ name }, i): Role => {
    if (is(guess.columns.label, i)) return 'label'
    if (ids.some((one) => is(one, i))) return 'id'
    if (guess.layout === 'long' && is(guess.columns.time, i)) return 'time'
    if (guess.layout === 'long' && is(guess.columns.variable, i)) return 'variable'
    return values === null || values.has(i) || (name !== '' && values.has(name)) ? 'values' : 'ignore'
  })
}

/** Roles that a column can have in a layout. */
export function rolesIn(layout: Layout): readonly Role[] {
  return roles
    .filter((role) => layout === 'long' || role !== 'variable')
    .filter((role) => layout !== 'wide' || role !== 'time')
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
  return new Set([
    ...held.flatMap((role, i) => (isSingle(role) || role === 'id' ? [i] : [])),
    held.length - 1,
  ])
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
export type Lack = 'values' | 'id' | 'blocks' | 'oneValue'
export type Arranged =
  | { readonly options: CsvOptions; readonly lacks: null }
  | { readonly options: null; readonly lacks: Lack; readonly values: number }

/** @param preview what was found out about the text, which the columns say nothing of */
export function arranged(
  { guess }: Pick<CsvPreview, 'guess'>,
  { layout, header, blocks, order, windows }: Arrangement,
  held: readonly Role[],
  missing: readonly string[] = [],
): Arranged {
  const all = (role: Role) => held.flatMap((one, i) => (one === role ? [i] : []))
  const first = (role: Role) => all(role)[0] ?? null
  const values = all('values')
  const without = (lacks: Lack): Arranged => ({ options: null, lacks, values: values.length })
  if (values.length === 0) return without('values')
  const { layout: _layout, columns: _columns, ...table } = guess
  const base = { ...table, header, ...(missing.length === 0 ? {} : { missing }) }
  const [ids, label] = [all('id'), first('label')]
  const id = ids.length > 1 ? ids : (ids[0] ?? null)
  if (layout === 'wide') {
    if (values.length % blocks !== 0) return without('blocks')
    const arrangement = { channels: blocks, ...(order === 'blocks' || blocks === 1 ? {} : { order }) }
    return {
      options: { ...base, layout, columns: { label, id: ids[0] ?? null, values, ...arrangement } },
      lacks: null,
    }
  }
  const time = first('time')
  if (layout === 'windows')
    return {
      options: { ...base, layout: 'long', columns: { id, time, label, channels: values, windows } },
      lacks: null,
    }
  if (id === null) return without('id')
  const variable = first('variable')
  if (variable !== null && values.length > 1) return without('oneValue')
  const columns = { id, time, label, channels: values, ...(variable === null ? {} : { variable }) }
  return { options: { ...base, layout, columns }, lacks: null }
}
