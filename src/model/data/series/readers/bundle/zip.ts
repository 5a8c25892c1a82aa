/** Files in a ZIP archive: its list is read first, and then only what is wanted. */
import {
  BlobReader,
  configure,
  ERR_ENCRYPTED,
  ERR_UNSUPPORTED_COMPRESSION,
  type FileEntry,
  ZipReader,
} from '@zip.js/zip.js/lib/zip-core-external.js'
import { type DataErrorCode, dataError } from '../../../dataErrors.ts'
import { DataFormatError, inFile } from '../../../errors.ts'

// This runs in a worker already.
configure({ useWebWorkers: false })

/** Files and folders: the largest archive of series has some hundreds. */
const mostEntries = 20_000

export interface Packed {
  readonly path: string
  /** Bytes, as the archive says. */
  readonly size: number
}

/** @throws DataFormatError if it is damaged, or of too many files */
export async function packedIn(zip: Blob): Promise<Packed[]> {
  return withEntries(zip, async (entries) =>
    entries.map(({ filename, uncompressedSize }) => ({ path: filename, size: uncompressedSize })),
  )
}

/**
 * @param most bytes of all of them together; counted while they are unpacked, whatever the archive says
 * @returns in the order of `paths`
 * @throws DataFormatError if it is damaged, encrypted, packed in an unusual way, or larger than that
 */
export async function unpack(zip: Blob, paths: readonly string[], most: number): Promise<Blob[]> {
  return withEntries(zip, async (entries) => {
    const byPath = new Map(entries.map((entry) => [entry.filename, entry]))
    const found: Blob[] = []
    let left = most
    for (const path of paths) {
      const entry = byPath.get(path)
      if (entry === undefined) throw refused('zipDamaged', `no file ${path}`)
      try {
        const blob = await unpacked(entry, left, most)
        left -= blob.size
        found.push(blob)
      } catch (error) {
        throw error instanceof DataFormatError ? inFile(error, path) : inFile(reasonOf(error), path)
      }
    }
    return found
  })
}

async function withEntries<T>(zip: Blob, work: (entries: readonly FileEntry[]) => Promise<T>): Promise<T> {
  const reader = new ZipReader(new BlobReader(zip), {
    checkOverlappingEntry: true,
    checkSignature: true,
    decodeText: nameOf,
  })
  try {
    const entries: FileEntry[] = []
    let count = 0
    for await (const entry of reader.getEntriesGenerator()) {
      count++
      if (count > mostEntries) {
        throw new DataFormatError(
          `more than ${mostEntries} files`,
          'fewer',
          null,
          dataError('zipMany', { most: mostEntries }),
        )
      }
      if (!entry.directory) entries.push(entry)
    }
    return await work(entries)
  } catch (error) {
    throw error instanceof DataFormatError ? error : reasonOf(error)
  } finally {
    await reader.close()
  }
}

/** Ends as soon as there is more than may be: a small archive can unpack to anything. */
async function unpacked(entry: FileEntry, left: number, most: number): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  const sink = new WritableStream<Uint8Array<ArrayBuffer>>({
    write(chunk) {
      bytes += chunk.length
      if (bytes > left)
        throw new DataFormatError(`more than ${most} bytes`, 'fewer', null, dataError('manyBytes', { most }))
      // What arrives may be used again for what comes next.
      chunks.push(chunk.slice())
    },
  })
  await entry.getData(sink)
  return new Blob(chunks)
}

/** Names without a mark for UTF-8 are that all the same, or else what Korean Windows writes. */
function nameOf(bytes: Uint8Array): string | undefined {
  for (const encoding of ['utf-8', 'euc-kr']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // Neither: the library decodes it as DOS did.
    }
  }
}

function reasonOf(error: unknown): DataFormatError {
  const message = error instanceof Error ? error.message : String(error)
  if (message === ERR_ENCRYPTED) return refused('zipLocked', 'an encrypted file')
  if (message === ERR_UNSUPPORTED_COMPRESSION) return refused('zipMethod', 'an unusual compression')
  return refused('zipDamaged', `a damaged archive (${message})`)
}

function refused(
  code: Extract<DataErrorCode, 'zipDamaged' | 'zipLocked' | 'zipMethod'>,
  reason: string,
): DataFormatError {
  return new DataFormatError(reason, 'a ZIP archive that can be unpacked', null, dataError(code))
}
