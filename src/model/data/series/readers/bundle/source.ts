/** Files that belong together, and how. */

/** A file, and what its name and its folders say of it: a cell each. */
export interface Tagged {
  readonly path: string
  readonly cells: readonly string[]
}

/** Files that are read together as one set of series. */
export type Source =
  | { readonly kind: 'file'; readonly path: string }
  /** A table, and the classes of its rows in another one. */
  | { readonly kind: 'labelled'; readonly data: string; readonly labels: string }
  /** A series in each. */
  | {
      readonly kind: 'recordings'
      /** Of what the names and folders say. */
      readonly columns: readonly string[]
      readonly files: readonly Tagged[]
      readonly labels: string | null
    }
  /** In each the same series, a row each, of another variable. */
  | { readonly kind: 'variables'; readonly files: readonly Tagged[]; readonly labels: string | null }

export interface FileSet {
  /** May be empty. */
  readonly name: string
  readonly train: Source
  readonly test: Source | null
}
