/** The reader's files, kept in this browser if they want: raw, as they were, with how a table is arranged. */
import { createStore, del, get, set } from 'idb-keyval'
import type { CsvOptions } from '../../model/data/series/readers/csvOptions.ts'

export interface KeptFiles {
  readonly files: readonly File[]
  readonly csv: CsvOptions | null
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
    const found: unknown = await get(key, store())
    if (typeof found !== 'object' || found === null || !('files' in found) || !Array.isArray(found.files))
      return null
    const files = found.files.filter((file): file is File => file instanceof File)
    const csv = 'csv' in found ? (found.csv as CsvOptions | null) : null
    return files.length === 0 ? null : { files, csv }
  } catch {
    return null
  }
}

export async function forgetFiles(): Promise<void> {
  try {
    await del(key, store())
  } catch {
    // Where nothing can be stored there is nothing to forget.
  }
}
