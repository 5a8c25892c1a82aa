/** Data sets among many files: in a folder, in a ZIP archive, or chosen together. */

import type { DataNote } from '../../../model/data/dataNotes.ts'
import { dataNote } from '../../../model/data/dataNotes.ts'
import { DataFormatError, inFile } from '../../../model/data/errors.ts'
import { fileSetsIn } from '../../../model/data/series/readers/bundle/fileSets.ts'
import { pathsOf } from '../../../model/data/series/readers/bundle/join.ts'
import { partOf } from '../../../model/data/series/readers/bundle/parts.ts'
import type { FileSet, Source } from '../../../model/data/series/readers/bundle/source.ts'
import { joinTables, listZip, unpackZip } from '../../../model/data/series/readers/client.ts'
import type { JoinedTable } from '../../../model/data/series/readers/protocol.ts'
import { pathOf } from '../../droppedFiles.ts'
import { OpenError, type Pair } from './filePair.ts'

/** A file by itself, or one in an archive that nobody has unpacked yet. */
interface Entry {
  readonly path: string
  readonly file: File
  /** Its path in the archive; null if it lies in none. */
  readonly packed: string | null
}

/** What was opened, with all data sets that are in it. */
export interface Collection {
  /** Of the folder, the archive, or the first file. */
  readonly name: string
  readonly sets: readonly FileSet[]
  readonly entries: readonly Entry[]
}

/** Office writes such archives as well. */
const otherArchives = /\.(xlsx|xlsm|docx|pptx|ods|odt|npz|jar|apk|kmz|mlx)$/i

async function isZip(file: File): Promise<boolean> {
  if (/\.zip$/i.test(file.name)) return true
  if (file.size < 22 || otherArchives.test(file.name)) return false
  const [p, k, ...kind] = new Uint8Array(await file.slice(0, 4).arrayBuffer())
  return p === 0x50 && k === 0x4b && kind.join() === '3,4'
}

/** Whether these files are more than a single one or a pair: only then is it looked what is among them. */
export async function areMany(files: readonly File[]): Promise<boolean> {
  if (files.length > 2 || files.some((file) => pathOf(file).includes('/'))) return true
  const isAny = async (what: (file: File) => boolean | Promise<boolean>) =>
    (await Promise.all(files.map(what))).includes(true)
  return (
    (await isAny(isZip)) ||
    (files.length === 2 && (await isAny(({ name }) => partOf(name)?.isLabels === true)))
  )
}

/** @throws OpenError if there is nothing among them that can be read; DataFormatError if an archive is damaged */
export async function collectionOf(files: readonly File[]): Promise<Collection> {
  const entries = (await Promise.all(files.map((file) => entriesIn(file, files.length > 1)))).flat()
  const sets = fileSetsIn(entries.map(({ path }) => path))
  const [first] = files
  const path = first === undefined ? '' : pathOf(first)
  const name = path.includes('/') ? path.slice(0, path.indexOf('/')) : path
  if (sets.length === 0) {
    const names = entries.map((entry) => entry.path)
    throw new OpenError({ kind: 'nothing', names: names.length === 0 ? [name] : names })
  }
  return { name, sets, entries }
}

/** @param isOneOfSeveral whether the paths in an archive may also be in another one */
async function entriesIn(file: File, isOneOfSeveral: boolean): Promise<Entry[]> {
  const path = pathOf(file)
  if (!(await isZip(file))) return [{ path, file, packed: null }]
  const packed = await listZip(file)
  const folder = isOneOfSeveral ? `${path.replace(/\.zip$/i, '')}/` : ''
  return packed.map((one) => ({ path: folder + one.path, file, packed: one.path }))
}

/** The files of one of the sets, unpacked and joined as they need to be. @throws DataFormatError if that cannot be done */
export async function pairOfSet(collection: Collection, set: FileSet, signal: AbortSignal): Promise<Pair> {
  const name = set.name || collection.name.replace(/\.[a-z]{1,4}$/i, '')
  const train = await fileOf(collection, set.train, name, signal)
  return {
    train,
    test: set.test === null ? null : await fileOf(collection, set.test, `${name} (test)`, signal),
  }
}

async function fileOf(
  { entries }: Collection,
  source: Source,
  name: string,
  signal: AbortSignal,
): Promise<File> {
  const byPath = new Map(entries.map((entry) => [entry.path, entry]))
  const wanted = pathsOf(source).flatMap((path) => byPath.get(path) ?? [])
  const found = await unpacked(wanted, signal)
  const lastModified = Math.max(...wanted.map(({ file }) => file.lastModified))
  const plain = (path: string) => path.slice(path.lastIndexOf('/') + 1)
  if (source.kind === 'file') {
    const [first] = wanted
    const whole = found.get(source.path)
    if (first === undefined || whole === undefined) throw new Error(`no file ${source.path}`)
    return first.packed === null ? first.file : new File([whole], plain(source.path), { lastModified })
  }
  const joined = await joinTables(source, [...found], signal)
  const title = source.kind === 'labelled' ? plain(source.data) : name
  const file = new File([joined.table], title, { lastModified })
  tables.set(file, joined)
  return file
}

/** All of them by their paths; of an archive all that are wanted at once. */
async function unpacked(wanted: readonly Entry[], signal: AbortSignal): Promise<Map<string, Blob>> {
  const blobs = new Map<string, Blob>()
  const archives = new Set(wanted.filter(({ packed }) => packed !== null).map(({ file }) => file))
  for (const archive of archives) {
    const inside = wanted.filter(({ file, packed }) => file === archive && packed !== null)
    const found = await unpackZip(
      archive,
      inside.map(({ packed }) => packed ?? ''),
      signal,
    )
    for (const [i, blob] of found.entries()) blobs.set(inside[i]?.path ?? '', blob)
  }
  for (const { path, file, packed } of wanted) if (packed === null) blobs.set(path, file)
  // In the order in which they were asked for.
  return new Map(
    wanted.flatMap(({ path }) => (blobs.has(path) ? [[path, blobs.get(path) ?? new Blob()]] : [])),
  )
}

/** What the tables of several files were made of. */
const tables = new WeakMap<File, JoinedTable>()

export function isJoined(file: File): boolean {
  return tables.has(file)
}

/** What is wrong in a joined table is said of the file, and of its line, that the row comes from. */
export function inOwnFile(file: File, error: unknown): unknown {
  const origins = tables.get(file)?.origins
  if (origins === undefined || !(error instanceof DataFormatError) || error.line === null) return error
  const { line } = error
  const origin = origins.findLast(({ from }) => from <= line)
  if (origin === undefined) return error
  return inFile(error, origin.path, origin.line === null ? null : origin.line + line - origin.from)
}

/** What the joining of several files has to say of how they were read. */
export function joinNotes(file: File): readonly DataNote[] {
  return (tables.get(file)?.encodings ?? []).map((encoding) => dataNote('otherEncoding', { encoding }))
}
