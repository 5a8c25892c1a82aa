/** A set of series on its way from a worker: one buffer instead of thousands of arrays. */
import type { DataNote } from '../../dataNotes.ts'
import type { SeriesProblem, SeriesSet } from '../types.ts'
import { cutSeries } from './collect.ts'

export interface PackedSet {
  readonly name: string
  readonly channels: number
  readonly channelNames: readonly string[]
  readonly classes: readonly string[]
  /** Σ length · channels: the series one behind the other. */
  readonly values: Float32Array<ArrayBuffer>
  /** A series each: steps, and position in `classes`, −1 for none. */
  readonly lengths: Uint32Array<ArrayBuffer>
  readonly labels: Int32Array<ArrayBuffer>
  /** A series each; null if they are no windows. */
  readonly recordings: Uint32Array<ArrayBuffer> | null
  readonly offsets: readonly number[] | null
  readonly notes: readonly DataNote[]
}

/** Without a copy if the series are views of one buffer already, as the readers make them. */
export function packSet({
  name,
  channels,
  channelNames,
  classes,
  series,
  offsets,
  notes = [],
}: SeriesSet): PackedSet {
  return {
    name,
    channels,
    channelNames,
    classes,
    values: sharedValues(series.map(({ data }) => data)) ?? joined(series.map(({ data }) => data)),
    lengths: Uint32Array.from(series, ({ length }) => length),
    labels: Int32Array.from(series, ({ label }) => label ?? -1),
    recordings: series.some(({ recording }) => recording !== undefined)
      ? Uint32Array.from(series, ({ recording }) => recording ?? 0)
      : null,
    offsets: offsets ?? null,
    notes,
  }
}

export function unpackSet({
  name,
  channels,
  channelNames,
  classes,
  values,
  lengths,
  labels,
  recordings,
  offsets,
  notes,
}: PackedSet): SeriesSet {
  const known = Array.from(labels, (label) => (label < 0 ? null : label))
  const { length, series } = cutSeries(values, channels, lengths, known)
  return {
    name,
    channels,
    channelNames,
    classes,
    length,
    series:
      recordings === null ? series : series.map((one, n) => ({ ...one, recording: recordings[n] ?? 0 })),
    ...(offsets === null ? {} : { offsets }),
    ...(notes.length === 0 ? {} : { notes }),
  }
}

/** What to transfer with it. */
export function buffersOf({ values, lengths, labels, recordings }: PackedSet): ArrayBuffer[] {
  return [values.buffer, lengths.buffer, labels.buffer, ...(recordings === null ? [] : [recordings.buffer])]
}

/** What to transfer with a problem: its parts, each buffer once. */
export function partBuffers({ train, validation, test }: SeriesProblem): ArrayBuffer[] {
  const arrays = [train, validation, test].flatMap(({ x, y, group, lengths }) => [x, y, group, lengths])
  const buffers = arrays.map((array) => array?.buffer).filter((buffer) => buffer instanceof ArrayBuffer)
  return [...new Set(buffers)]
}

/** The buffer that the views fill, one after the other and without a gap; null if they do not. */
function sharedValues(views: readonly Float32Array[]): Float32Array<ArrayBuffer> | null {
  const buffer = views[0]?.buffer
  if (!(buffer instanceof ArrayBuffer)) return null
  let at = 0
  for (const view of views) {
    if (view.buffer !== buffer || view.byteOffset !== at) return null
    at += view.byteLength
  }
  return at === buffer.byteLength ? new Float32Array(buffer) : null
}

function joined(views: readonly Float32Array[]): Float32Array<ArrayBuffer> {
  const values = new Float32Array(views.reduce((sum, view) => sum + view.length, 0))
  let at = 0
  for (const view of views) {
    values.set(view, at)
    at += view.length
  }
  return values
}
