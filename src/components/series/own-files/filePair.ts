/** Which of the files that were dropped or chosen is for what, and what may be wrong with them. */
import type { DataIssue } from '../../../model/data/errors.ts'
import { decodeText } from '../../../model/data/series/readers/decode.ts'
import {
  fileRole,
  formatIn,
  isSameProblem,
  type SeriesFormat,
} from '../../../model/data/series/readers/pair.ts'

/** Files that belong together. */
export interface Pair {
  readonly train: File
  readonly test: File | null
}

/** The same, of one format. */
export interface FilePair extends Pair {
  readonly format: SeriesFormat
}

/** What keeps files from being opened: in the page's words, with what a reader of them said. */
export type OpenProblem =
  /** Many, and none of them of a kind that is read. */
  | { readonly kind: 'nothing'; readonly names: readonly string[] }
  /** Two, but not one to train and one to test. */
  | { readonly kind: 'several'; readonly names: readonly string[] }
  /** The halves of two pairs. */
  | { readonly kind: 'strangers'; readonly train: Half; readonly test: Half }
  /** The halves of one pair in two formats. */
  | { readonly kind: 'formats'; readonly names: readonly string[] }
  /** It was written to, or taken away, since it was chosen: the browser gives it no more. */
  | { readonly kind: 'changed'; readonly name: string }
  | { readonly kind: 'unread'; readonly name: string; readonly complaint: DataIssue }
  /** Nothing is wrong with the files: what reads them could not be had. */
  | { readonly kind: 'lost'; readonly detail: string }

interface Half {
  readonly name: string
  readonly problem: string
}

export class OpenError extends Error {
  readonly problem: OpenProblem

  constructor(problem: OpenProblem) {
    super(problem.kind)
    this.name = 'OpenError'
    this.problem = problem
  }
}

/** @throws OpenError if they are no single file and no pair */
export function pairOf(files: readonly File[]): Pair {
  const names = files.map(({ name }) => name)
  const known = files.map((file) => ({ file, name: file.name, ...fileRole(file.name) }))
  const [first, second] = known
  if (first === undefined) throw new OpenError({ kind: 'several', names })
  if (second === undefined) return { train: first.file, test: null }
  const [train, test] = first.role === 'test' ? [second, first] : [first, second]
  if (train.role !== 'train' || test.role !== 'test') throw new OpenError({ kind: 'several', names })
  if (!isSameProblem(train, test)) {
    const half = ({ name, problem }: Half): Half => ({ name, problem })
    throw new OpenError({ kind: 'strangers', train: half(train), test: half(test) })
  }
  return { train: train.file, test: test.file }
}

/** Bytes that tell what a file is. */
const told = 2 ** 16

/** @throws DataFormatError if it is no text */
async function formatOf(file: File): Promise<SeriesFormat> {
  const beginning = new Uint8Array(await file.slice(0, told).arrayBuffer())
  return formatIn(decodeText(beginning, file.size > told).text, fileRole(file.name).format)
}

/**
 * @throws OpenError if the two are of different formats; DataFormatError if one is no text; what the browser throws if it
 * cannot read a file
 */
export async function withFormat(pair: Pair): Promise<FilePair> {
  const { train, test } = pair
  const format = await formatOf(train)
  if (test !== null && (await formatOf(test)) !== format)
    throw new OpenError({ kind: 'formats', names: [train.name, test.name] })
  return { ...pair, format }
}
