/** From files that were dropped or chosen to series in the store. Whatever is wrong with them is said; nothing is lost. */
import { dataIssueOf } from '../../../model/data/errors.ts'
import type { ArffChoices } from '../../../model/data/series/readers/arff.ts'
import { previewSeriesFile, readSeriesFile, WorkerLost } from '../../../model/data/series/readers/client.ts'
import type { CsvOptions, TableOptions } from '../../../model/data/series/readers/csv/csvOptions.ts'
import type { CsvPreview } from '../../../model/data/series/readers/csv/csvPreview.ts'
import { joinedLimits } from '../../../model/data/series/readers/limits.ts'
import { joinPair } from '../../../model/data/series/readers/pair.ts'
import type { SeriesSet } from '../../../model/data/series/types.ts'
import type { SeriesSize } from '../../../model/networks/config.ts'
import type { OwnChoices, OwnSeries } from '../../../model/state/own.ts'
import { fittingChoices } from '../../../model/state/ownLengths.ts'
import { type FilePair, OpenError, type Pair, withFormat } from './filePair.ts'
import { inOwnFile, isJoined, joinNotes } from './fileSource.ts'
import { preparedOwn } from './preparedOwn.ts'

/** What was opened, and how it is made ready at first. */
export interface Opened {
  readonly own: OwnSeries
  readonly preparation: OwnChoices
}

export interface OpenOptions {
  /** Size of the network that is to read the series: it says how long they may be. */
  readonly size: SeriesSize
  readonly csv: CsvOptions | undefined
  readonly rows: ArffChoices['rows']
  /** Name of the file, and the share that is read, 0–1. */
  readonly onProgress: (name: string, share: number) => void
  readonly signal: AbortSignal
}

/** What the files are, by their content. @throws OpenError */
export async function formatted(pair: Pair): Promise<FilePair> {
  try {
    return await withFormat(pair)
  } catch (error) {
    throw unread(pair.train.name, error)
  }
}

/** A table of several files repeats their names. */
const limitsOf = (file: File) => (isJoined(file) ? { bytes: joinedLimits.bytes } : undefined)

/** @throws OpenError with what was wrong, and where */
export async function readPair(
  { train, test, format }: FilePair,
  { size, csv, rows, onProgress, signal }: OpenOptions,
): Promise<Opened> {
  const read = async (file: File): Promise<SeriesSet> => {
    try {
      const set = await readSeriesFile(file, {
        format,
        csv,
        rows,
        signal,
        limits: limitsOf(file),
        onProgress: (done, total) => onProgress(file.name, total === 0 ? 1 : done / total),
      })
      const notes = [...(set.notes ?? []), ...joinNotes(file)]
      return notes.length === 0 ? set : { ...set, notes }
    } catch (error) {
      throw unread(file.name, inOwnFile(file, error), signal)
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
export async function previewFile(
  file: File,
  options: TableOptions,
  signal: AbortSignal,
): Promise<CsvPreview> {
  try {
    return await previewSeriesFile(file, options, signal, limitsOf(file))
  } catch (error) {
    throw unread(file.name, error, signal)
  }
}

/** Names of what browsers throw where a file that was chosen is no longer what it was. */
const unreadable = ['NotReadableError', 'NotFoundError']

/** What the reader of the file said; an abort stays an abort. */
export function unread(name: string, error: unknown, signal?: AbortSignal): unknown {
  if (signal?.aborted || error instanceof OpenError) return error
  if (error instanceof WorkerLost) return new OpenError({ kind: 'lost', detail: error.message })
  if (error instanceof Error && unreadable.includes(error.name)) {
    return new OpenError({ kind: 'changed', name })
  }
  if (error instanceof Error) {
    return new OpenError({ kind: 'unread', name, complaint: dataIssueOf(error) })
  }
  return error
}
