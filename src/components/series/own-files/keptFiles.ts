/** The reader's files, kept in this browser if they want: raw, as they were, with how a table is arranged. */
import { createStore, del, get, set } from 'idb-keyval'
import type { ArffChoices } from '../../../model/data/series/readers/arff.ts'
import type { CsvOptions } from '../../../model/data/series/readers/csv/csvOptions.ts'
import { csvOptionsOf } from '../../../model/data/series/readers/csv/csvShape.ts'
import type { OwnSeries } from '../../../model/state/own.ts'

export interface KeptFiles {
  readonly files: readonly File[]
  /** null: no table, or nobody knows any more how it is arranged. */
  readonly csv: CsvOptions | null
  /** What the rows of ARFF tables are, if the reader said so. */
  readonly rows?: ArffChoices['rows']
}

/** What series were read from: found as long as the series are there, whatever is on show meanwhile. */
const sources = new WeakMap<OwnSeries, KeptFiles>()

export function rememberFiles(own: OwnSeries, files: KeptFiles): void {
  sources.set(own, files)
}

export function filesOf(own: OwnSeries | null): KeptFiles | null {
  return own === null ? null : (sources.get(own) ?? null)
}

export function areSameFiles(a: KeptFiles, b: KeptFiles): boolean {
  const plain = ({ files }: KeptFiles) =>
    JSON.stringify(files.map(({ name, size, lastModified }) => [name, size, lastModified]))
  return plain(a) === plain(b)
}

const key = 'files'

function store() {
  return createStore('se-explainer-files', 'kept')
}

/** @returns false if the browser refuses */
export async function keepFiles(kept: KeptFiles): Promise<boolean> {
  try {
    await set(key, kept, store())
    return true
  } catch {
    return false
  }
}

/** null if there are none, or what there is makes no sense. */
export async function keptFiles(): Promise<KeptFiles | null> {
  try {
    return soundFiles(await get(key, store()))
  } catch {
    return null
  }
}

/** What was kept, as far as it makes sense: files without their arrangement are still files. */
export function soundFiles(found: unknown): KeptFiles | null {
  if (typeof found !== 'object' || found === null || !('files' in found) || !Array.isArray(found.files))
    return null
  const files = found.files.filter((file): file is File => file instanceof File)
  const csv = 'csv' in found ? csvOptionsOf(found.csv) : null
  const rows =
    'rows' in found && (found.rows === 'variables' || found.rows === 'steps') ? found.rows : undefined
  return files.length === 0 ? null : { files, csv, ...(rows === undefined ? {} : { rows }) }
}

export async function forgetFiles(): Promise<void> {
  try {
    await del(key, store())
  } catch {
    // Where nothing can be stored there is nothing to forget.
  }
}
