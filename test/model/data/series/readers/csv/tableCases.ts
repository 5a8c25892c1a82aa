/** Reads a table through its guess, and holds it against what is right. */
import { expect } from 'vitest'
import { parseCsv } from '../../../../../../src/model/data/series/readers/csv/csv.ts'
import { previewCsv } from '../../../../../../src/model/data/series/readers/csv/csvPreview.ts'
import type { SeriesSet } from '../../../../../../src/model/data/series/types.ts'
import { dimensionsOf } from '../../seriesFiles.ts'

export function read(text: string): SeriesSet & { readonly doubts: readonly string[] } {
  const { guess, doubts } = previewCsv(text)
  return { ...parseCsv(text, guess), doubts }
}

export interface Expected {
  readonly series: number
  readonly channels?: number
  readonly names?: readonly string[]
  readonly length: number
  readonly classes: readonly string[]
  /** The first series, variable by variable. */
  readonly first: readonly (readonly number[])[]
  readonly doubts?: readonly string[]
  readonly notes?: readonly string[]
}

export function expectRead(set: ReturnType<typeof read>, expected: Expected): void {
  expect({
    series: set.series.length,
    channels: set.channels,
    length: set.length,
    classes: set.classes,
    doubts: set.doubts,
    notes: (set.notes ?? []).map(({ code }) => code),
  }).toEqual({
    series: expected.series,
    channels: expected.channels ?? 1,
    length: expected.length,
    classes: expected.classes,
    doubts: expected.doubts ?? [],
    notes: expected.notes ?? [],
  })
  if (expected.names !== undefined) expect(set.channelNames).toEqual(expected.names)
  expect(dimensionsOf(set)[0]).toEqual(expected.first)
}

export const rowsOf = (count: number, row: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => row(i)).join('\n')
/** Four series of three steps, classes a and b. */
export const longRows = (row: (id: number, t: number, label: string) => string) =>
  rowsOf(12, (i) => row(Math.floor(i / 3), i % 3, Math.floor(i / 3) % 2 === 0 ? 'a' : 'b'))
