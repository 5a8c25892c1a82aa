/** What page and worker say to each other about a file. No reader of a format in here: the page loads this. */

import type { DataError } from '../../dataErrors.ts'
import { DataFormatError } from '../../errors.ts'
import type { PreparationChoices, PreparedProblem } from '../prepare.ts'
import type { ArffChoices } from './arff.ts'
import type { JoinedFiles, JoinedSource } from './bundle/join.ts'
import type { Packed } from './bundle/zip.ts'
import type { CsvOptions, TableOptions } from './csv/csvOptions.ts'
import type { CsvPreview } from './csv/csvPreview.ts'
import type { CsvSample } from './csv/csvSample.ts'
import type { Limits } from './limits.ts'
import type { Progress } from './lines.ts'
import type { PackedSet } from './pack.ts'
import type { SeriesFormat } from './pair.ts'

export interface ReadRequest {
  readonly format: SeriesFormat
  /** For `csv`; what `previewCsv` guesses if left out. */
  readonly csv?: CsvOptions | undefined
  /** For `arff`: what a row of a table is; what its columns' names say if left out. */
  readonly rows?: ArffChoices['rows']
  readonly limits?: Partial<Limits> | undefined
}

/** What the page may ask of the worker. */
export interface ReaderApi {
  read(file: Blob, request: ReadRequest, onProgress: Progress | null): Promise<Answer<PackedSet>>
  preview(file: Blob, options: TableOptions): Promise<Answer<CsvPreview>>
  sample(file: Blob, csv: CsvOptions): Promise<Answer<CsvSample>>
  /** Files in a ZIP archive. */
  list(zip: Blob): Promise<Answer<Packed[]>>
  /** In the order of `paths`. */
  unpack(zip: Blob, paths: readonly string[]): Promise<Answer<Blob[]>>
  join(source: JoinedSource, files: readonly NamedBlob[]): Promise<Answer<JoinedTable>>
  prepare(sets: PackedSets, choices: Partial<PreparationChoices>): Promise<PreparedProblem>
}

export type NamedBlob = readonly [path: string, file: Blob]

/** One table of several files, and which rows are of which. */
export type JoinedTable = Omit<JoinedFiles, 'text'> & { readonly table: Blob }

/** Training set and, where there is one, test set. */
export interface PackedSets {
  readonly train: PackedSet
  readonly test: PackedSet | null
}

/** The fields of a DataFormatError: an error's own fields do not survive the way to the page. */
interface Failure {
  readonly reason: string
  readonly expected: string
  readonly line: number | null
  readonly dataError: DataError | null
  readonly file: string | null
}

/** One of them is null. */
export interface Answer<T> {
  readonly value: T | null
  readonly failure: Failure | null
}

/** Any other error is thrown on. */
export async function answered<T>(work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { value: await work(), failure: null }
  } catch (error) {
    if (!(error instanceof DataFormatError)) throw error
    const { reason, expected, line, dataError, file } = error
    return { value: null, failure: { reason, expected, line, dataError, file } }
  }
}

/** @throws DataFormatError as it was in the worker */
export function resultOf<T>({ value, failure }: Answer<T>): T {
  if (failure !== null) {
    const { reason, expected, line, file } = failure
    throw new DataFormatError(reason, expected, line, failure.dataError, file)
  }
  if (value === null) throw new Error('the worker gave no answer')
  return value
}
