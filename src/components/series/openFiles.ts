/** From files that were dropped or chosen to series in the store. Whatever is wrong with them is said; nothing is lost. */
import { previewSeriesFile, readSeriesFile, WorkerLost } from '../../model/data/series/readers/client.ts'
import type { CsvOptions } from '../../model/data/series/readers/csvOptions.ts'
import type { CsvPreview } from '../../model/data/series/readers/csvPreview.ts'
import { fileRole, joinPair, type SeriesFormat } from '../../model/data/series/readers/pair.ts'
import type { SeriesSet } from '../../model/data/series/types.ts'
import type { SeriesSize } from '../../model/networks/config.ts'
import { fittingChoices, type OwnChoices, type OwnSeries } from '../../model/state/own.ts'
import { preparedOwn } from './preparedOwn.ts'

/** Files that belong together. */
export interface FilePair {
  readonly train: File
  readonly test: File | null
  readonly format: SeriesFormat
}

/** What keeps files from being opened: in the page's words, with what a reader of them said. */
export type OpenProblem =
  | { readonly kind: 'ending'; readonly name: string }
  | { readonly kind: 'several'; readonly names: readonly string[] }
  | { readonly kind: 'unread'; readonly name: string; readonly detail: string }
  /** Nothing is wrong with the files: what reads them could not be had. */
  | { readonly kind: 'lost'; readonly detail: string }

export class OpenError extends Error {
  readonly problem: OpenProblem

  constructor(problem: OpenProblem) {
    super(problem.kind)
    this.name = 'OpenError'
    this.problem = problem
  }
}

/** Which of the files is for what. @throws OpenError if they are no single file and no pair */
export function pairOf(files: readonly File[]): FilePair {
  const known = files.map((file) => ({ file, ...fileRole(file.name) }))
  const [first, second, more] = known
  const strange = known.find(({ format }) => format === null)
  if (first === undefined || strange !== undefined) {
    throw new OpenError({ kind: 'ending', name: strange?.file.name ?? '' })
  }
  const format = first.format ?? 'csv'
  if (second === undefined) return { train: first.file, test: null, format }
  const [train, test] = first.role === 'test' ? [second, first] : [first, second]
  if (more !== undefined || train.role !== 'train' || test.role !== 'test' || train.format !== test.format) {
    throw new OpenError({ kind: 'several', names: files.map(({ name }) => name) })
  }
  return { train: train.file, test: test.file, format }
}

/** What was opened, and how it is made ready at first. */
export interface Opened {
  readonly own: OwnSeries
  readonly preparation: OwnChoices
}

export interface OpenOptions {
  /** Size of the network that is to read the series: it says how long they may be. */
  readonly size: SeriesSize
  readonly csv: CsvOptions | undefined
  /** Name of the file, and the share that is read, 0–1. */
  readonly onProgress: (name: string, share: number) => void
  readonly signal: AbortSignal
}

/** @throws OpenError with what was wrong, and where */
export async function readPair(
  { train, test, format }: FilePair,
  { size, csv, onProgress, signal }: OpenOptions,
): Promise<Opened> {
  const read = async (file: File): Promise<SeriesSet> => {
    try {
      return await readSeriesFile(file, {
        format,
        csv,
        signal,
        onProgress: (done, total) => onProgress(file.name, total === 0 ? 1 : done / total),
      })
    } catch (error) {
      throw unread(file.name, error, signal)
    }
  }
  const trainSet = await read(train)
  const testSet = test === null ? null : await read(test)
  try {
    const joined = testSet === null ? { train: trainSet, test: null } : joinPair(trainSet, testSet)
    const files = [train.name, ...(test === null ? [] : [test.name])]
    const own = { id: Date.now(), ...joined, files }
    // Also what reads well may be nothing to train on.
    const preparation = fittingChoices(own, size)
    await preparedOwn(own, preparation)
    signal.throwIfAborted()
    return { own, preparation }
  } catch (error) {
    throw unread((test ?? train).name, error, signal)
  }
}

/** @throws OpenError */
export async function previewFile(file: File, signal: AbortSignal): Promise<CsvPreview> {
  try {
    return await previewSeriesFile(file, signal)
  } catch (error) {
    throw unread(file.name, error, signal)
  }
}

/** What the reader of the file said; an abort stays an abort. */
function unread(name: string, error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return error
  if (error instanceof WorkerLost) return new OpenError({ kind: 'lost', detail: error.message })
  if (error instanceof Error) {
    return new OpenError({ kind: 'unread', name, detail: error.message })
  }
  return error
}
