/** What the worker does with a file: bytes to text to series. Knows no worker, so that tests can run it anywhere. */
import { dataNote } from '../../dataNotes.ts'
import { prepareProblem } from '../prepare.ts'
import type { SeriesSet } from '../types.ts'
import { parseArff } from './arff.ts'
import { joinFiles } from './bundle/join.ts'
import { parseCsv } from './csv/csv.ts'
import { previewCharacters, previewCsv } from './csv/csvPreview.ts'
import { sampleCsv } from './csv/csvSample.ts'
import { decodeText } from './decode.ts'
import { joinedLimits } from './limits.ts'
import type { Progress } from './lines.ts'
import { packSet, unpackSet } from './pack.ts'
import { answered, type ReaderApi, type ReadRequest } from './protocol.ts'
import { parseTs } from './ts.ts'

export const reader: ReaderApi = {
  read: (file, request, onProgress) =>
    answered(async () => {
      const { text, encoding } = decodeText(new Uint8Array(await file.arrayBuffer()))
      const set = parse(text, request, onProgress ?? undefined)
      if (encoding.startsWith('utf-')) return packSet(set)
      return packSet({ ...set, notes: [...(set.notes ?? []), dataNote('otherEncoding', { encoding })] })
    }),
  preview: (file, options) =>
    answered(async () => {
      const { text, whole } = await beginningOf(file)
      return previewCsv(text, whole, options)
    }),
  sample: (file, csv) =>
    answered(async () => {
      const { text, whole } = await beginningOf(file)
      return sampleCsv(text, csv, whole)
    }),
  list: (zip) =>
    answered(async () => {
      const { packedIn } = await import('./bundle/zip.ts')
      return packedIn(zip)
    }),
  unpack: (zip, paths) =>
    answered(async () => {
      const { unpack } = await import('./bundle/zip.ts')
      return unpack(zip, paths, joinedLimits.bytes)
    }),
  join: (source, files) =>
    answered(async () => {
      const { text, ...rest } = await joinFiles(source, new Map(files), joinedLimits)
      return { ...rest, table: new Blob([text]) }
    }),
  prepare: async ({ train, test }, choices) =>
    prepareProblem({ train: unpackSet(train), test: test === null ? null : unpackSet(test) }, choices),
}

/** There are at least as many bytes as characters. */
async function beginningOf(file: Blob): Promise<{ text: string; whole: boolean }> {
  const whole = file.size <= previewCharacters
  const beginning = whole ? file : file.slice(0, previewCharacters)
  return { text: decodeText(new Uint8Array(await beginning.arrayBuffer()), !whole).text, whole }
}

function parse(text: string, { format, csv, rows, limits }: ReadRequest, onProgress?: Progress): SeriesSet {
  switch (format) {
    case 'ts':
      return parseTs(text, limits, onProgress)
    case 'arff':
      return parseArff(text, limits, onProgress, { rows })
    case 'csv':
      return parseCsv(text, csv ?? previewCsv(text).guess, limits, onProgress)
  }
}
