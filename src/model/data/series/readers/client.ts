/** The page's end of reading files: a worker for each, ended as soon as it is read or nobody wants it any more. */
import { proxy, type Remote, wrap } from 'comlink'
import { type PreparationChoices, type PreparedProblem, prepareProblem } from '../prepare.ts'
import type { SeriesSet } from '../types.ts'
import type { JoinedSource } from './bundle/join.ts'
import type { Packed } from './bundle/zip.ts'
import type { CsvOptions, TableOptions } from './csv/csvOptions.ts'
import type { CsvPreview } from './csv/csvPreview.ts'
import type { CsvSample } from './csv/csvSample.ts'
import { holdTo, joinedLimits, type Limits, limitsWith } from './limits.ts'
import type { Progress } from './lines.ts'
import { packSet, unpackSet } from './pack.ts'
import { fileRole } from './pair.ts'
import { type JoinedTable, type NamedBlob, type ReaderApi, type ReadRequest, resultOf } from './protocol.ts'

export interface ReadOptions extends ReadRequest {
  /** Characters that are done, and all; about every megabyte. Not called any more once the promise is settled. */
  readonly onProgress?: Progress | undefined
  /** Ends the worker. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Reads a file in a worker. The set is called as the file says, or else as the file is called.
 *
 * @throws DataFormatError with line and expectation, if it is not what it should be or beyond the limits; the reason
 *   of `signal` if it is aborted; WorkerLost if the worker cannot be had; Error if the file cannot
 */
export async function readSeriesFile(
  file: File,
  { onProgress, signal, ...request }: ReadOptions,
): Promise<SeriesSet> {
  holdTo(limitsWith(request.limits), 'bytes', file.size)
  let reading = true
  const report: Progress = (done, total) => {
    if (reading) onProgress?.(done, total)
  }
  const heard = onProgress === undefined ? null : proxy(report)
  try {
    const answer = await inWorker((api) => api.read(file, request, heard), signal)
    const set = unpackSet(resultOf(answer))
    return set.name === '' ? { ...set, name: fileRole(file.name).problem || file.name } : set
  } finally {
    reading = false
  }
}

/**
 * Looks at the beginning of a table, for a dialog; `readSeriesFile` with `csv: preview.guess` reads it so.
 * @param options what is known already of how the table is written
 * @throws like `readSeriesFile`
 */
export async function previewSeriesFile(
  file: File,
  options: TableOptions = {},
  signal?: AbortSignal,
  limits?: Partial<Limits>,
): Promise<CsvPreview> {
  holdTo(limitsWith(limits), 'bytes', file.size)
  return resultOf(await inWorker((api) => api.preview(file, options), signal))
}

/** The first series of each class at the beginning of a table. @throws like `readSeriesFile` */
export async function sampleSeriesFile(
  file: File,
  csv: CsvOptions,
  signal?: AbortSignal,
): Promise<CsvSample> {
  return resultOf(await inWorker((api) => api.sample(file, csv), signal))
}

/** Files in a ZIP archive, without unpacking any. @throws like `readSeriesFile` */
export async function listZip(zip: Blob, signal?: AbortSignal): Promise<Packed[]> {
  return resultOf(await inWorker((api) => api.list(zip), signal))
}

/** In the order of `paths`. @throws like `readSeriesFile` */
export async function unpackZip(zip: Blob, paths: readonly string[], signal?: AbortSignal): Promise<Blob[]> {
  return resultOf(await inWorker((api) => api.unpack(zip, paths), signal))
}

/** One table of several files. @throws like `readSeriesFile` */
export async function joinTables(
  source: JoinedSource,
  files: readonly NamedBlob[],
  signal?: AbortSignal,
): Promise<JoinedTable> {
  const bytes = files.reduce((sum, [, file]) => sum + file.size, 0)
  holdTo(joinedLimits, 'bytes', bytes)
  return resultOf(await inWorker((api) => api.join(source, files), signal))
}

/** Nothing is wrong with the file: what reads it is not there. */
export class WorkerLost extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'WorkerLost'
  }
}

/** Prepares a set of this many values or fewer sooner than a worker would start. */
const fewValues = 500_000

/**
 * `prepareProblem`, but for a large set in a worker, if there is one to be had.
 * @throws RangeError as it does
 */
export async function prepareSeries(
  sets: { readonly train: SeriesSet; readonly test: SeriesSet | null },
  choices: Partial<PreparationChoices>,
): Promise<PreparedProblem> {
  const { train, test } = sets
  const values = [...train.series, ...(test?.series ?? [])].reduce((sum, { data }) => sum + data.length, 0)
  if (values <= fewValues) return prepareProblem(sets, choices)
  const packed = { train: packSet(train), test: test === null ? null : packSet(test) }
  try {
    return await inWorker((api) => api.prepare(packed, choices))
  } catch {
    // Whatever keeps the worker from it: the page can do it as well, only not unnoticed. What is wrong is said again.
    return prepareProblem(sets, choices)
  }
}

async function inWorker<T>(ask: (api: Remote<ReaderApi>) => Promise<T>, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted()
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'reader' })
  const { promise, stop } = failureOf(worker, signal)
  try {
    return await Promise.race([ask(wrap<ReaderApi>(worker)), promise])
  } finally {
    stop()
    worker.terminate()
  }
}

/** Rejects when the worker is lost or not wanted any more, so that no call waits for ever. */
function failureOf(worker: Worker, signal?: AbortSignal): { promise: Promise<never>; stop: () => void } {
  let fail: (reason: unknown) => void = () => {}
  const promise = new Promise<never>((_, reject) => {
    fail = reject
  })
  // Without a call to race against it is nobody's failure.
  promise.catch(() => {})
  const abort = () => fail(signal?.reason)
  signal?.addEventListener('abort', abort)
  worker.onerror = (event) => {
    event.preventDefault()
    // A worker that does not load sends an event without a message.
    fail(new WorkerLost(event.message || 'its code could not be loaded'))
  }
  worker.onmessageerror = () => fail(new WorkerLost('a message of it could not be read'))
  return { promise, stop: () => signal?.removeEventListener('abort', abort) }
}
