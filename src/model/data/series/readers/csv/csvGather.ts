/** From the rows of a table to series: in order of time, whole or as windows. */
import { dataError } from '../../../dataErrors.ts'
import { dataNote } from '../../../dataNotes.ts'
import { DataFormatError } from '../../../errors.ts'
import type { SeriesSet } from '../../types.ts'
import { type Collector, collectSeries } from '../collect.ts'
import type { Limits } from '../limits.ts'
import type { Labels } from './csvLabels.ts'
import type { Windows } from './csvOptions.ts'
import { putInOrder, recordingsOf, timeNotes, timesOf } from './csvOrder.ts'
import type { Group, Rows } from './csvRecords.ts'
import type { TimeKind } from './csvTimes.ts'

interface Read {
  readonly rows: Rows
  readonly groups: readonly Group[]
  /** null: there is no column of time. */
  readonly kind: TimeKind | null
  readonly windows: Windows | null
  /** Whether a row has the value of one variable alone. */
  readonly isMelted: boolean
}

/** @throws DataFormatError beyond the limits, if windows are impossible, or if a variable has two values at one time */
export function gatherRows(
  { rows, groups, kind, windows, isMelted }: Read,
  channelNames: readonly string[],
  labels: Labels,
  name: string,
  limits: Limits,
): SeriesSet {
  holdWindows(windows)
  const order = rowsByGroup(rows, groups)
  const spans = spansOf(order, groups)
  const times = timesOf(rows, spans, kind)
  if (times !== null && windows === null) for (const span of spans) putInOrder(span, times, kind)
  const collector = collectSeries(Math.max(1, channelNames.length), limits)
  const recordings: number[] = []
  let left = 0
  for (const [i, span] of spans.entries()) {
    const label = groups[i]?.label ?? null
    if (isMelted) openMelted(rows, span, times, channelNames.length, label, collector)
    else if (windows === null) openRows(rows, span, label, collector)
    else {
      const pieces = times === null ? [span] : recordingsOf(span, times, kind)
      for (const run of pieces.flatMap((piece) => runsOf(piece, rows.label))) {
        const recording = groups.length > 1 ? i : (recordings.at(-1) ?? -1) + 1
        const cut = windowsOf(run.length, windows)
        for (const [from, to] of cut) {
          const own = rows.label[run[0] ?? 0] ?? -1
          openRows(rows, run.subarray(from, to), own < 0 ? null : own, collector)
          recordings.push(recording)
        }
        left += run.length - coveredBy(cut)
      }
    }
  }
  const { classes, classOf } = labels.sorted()
  const set = collector.finish(name, channelNames, classes, classOf)
  const notes = [
    ...timeNotes(spans, times, kind, isMelted),
    ...(left > 0 ? [dataNote('rowsLeft', { count: left })] : []),
  ]
  const series =
    windows === null ? set.series : set.series.map((one, n) => ({ ...one, recording: recordings[n] ?? 0 }))
  return { ...set, series, ...(notes.length === 0 ? {} : { notes }) }
}

function holdWindows(windows: Windows | null): void {
  if (windows === null) return
  const wrong = [windows.length, windows.stride].find((steps) => !Number.isInteger(steps) || steps < 1)
  if (wrong !== undefined)
    throw new DataFormatError(
      `windows of ${wrong} steps`,
      'a whole number from 1',
      null,
      dataError('windowSteps', { found: wrong }),
    )
}

/** Numbers of the rows, those of the first group first. */
function rowsByGroup({ count, group }: Rows, groups: readonly Group[]): Uint32Array {
  const next = new Uint32Array(groups.length)
  for (let i = 1; i < next.length; i++) next[i] = (next[i - 1] ?? 0) + (groups[i - 1]?.rows ?? 0)
  const order = new Uint32Array(count)
  for (let row = 0; row < count; row++) {
    const g = group[row] ?? 0
    const at = next[g] ?? 0
    order[at] = row
    next[g] = at + 1
  }
  return order
}

function spansOf(order: Uint32Array, groups: readonly Group[]): Uint32Array[] {
  let end = 0
  return groups.map(({ rows }) => {
    end += rows
    return order.subarray(end - rows, end)
  })
}

function openRows(
  { values, width }: Rows,
  own: Uint32Array,
  label: number | null,
  collector: Collector,
): void {
  const into = collector.open(own.length, label, null)
  for (let t = 0; t < own.length; t++) {
    const row = (own[t] ?? 0) * width
    for (let c = 0; c < width; c++) into[t * width + c] = values[row + c] ?? 0
  }
}

/** A step for every time at which any variable has a value; without times a variable's values follow each other. */
function openMelted(
  { values, variable }: Rows,
  own: Uint32Array,
  times: Float64Array | null,
  channels: number,
  label: number | null,
  collector: Collector,
): void {
  const counts = new Uint32Array(channels)
  const known = new Map<number, number>()
  const steps = Array.from(own, (row) => {
    const channel = variable[row] ?? 0
    const key = times === null ? (counts[channel] ?? 0) : (times[row] ?? 0)
    counts[channel] = (counts[channel] ?? 0) + 1
    // Rows are in order of time, so that new times are later ones.
    const step = known.get(key) ?? known.size
    known.set(key, step)
    return step
  })
  const into = collector.open(known.size, label, null).fill(Number.NaN)
  const taken = new Set<number>()
  for (const [i, step] of steps.entries()) {
    const row = own[i] ?? 0
    const place = step * channels + (variable[row] ?? 0)
    if (taken.has(place))
      throw new DataFormatError(
        'a time comes twice in a variable',
        'each time once',
        null,
        dataError('timeTwice'),
      )
    taken.add(place)
    into[place] = values[row] ?? Number.NaN
  }
}

/** Stretches of rows that have the same label. */
function runsOf(own: Uint32Array, label: Int32Array): Uint32Array[] {
  const runs: Uint32Array[] = []
  for (let from = 0, to = 1; from < own.length; to++) {
    if (to < own.length && label[own[to] ?? 0] === label[own[from] ?? 0]) continue
    runs.push(own.subarray(from, to))
    from = to
  }
  return runs
}

/** How many rows are in any of the windows. */
function coveredBy(cut: readonly (readonly [from: number, to: number])[]): number {
  return cut.reduce((sum, [from, to], i) => sum + to - Math.max(from, cut[i - 1]?.[1] ?? 0), 0)
}

/** From and to of every window; a stretch that is shorter than one is one by itself. */
function windowsOf(rows: number, { length, stride }: Windows): [from: number, to: number][] {
  if (rows <= length) return [[0, rows]]
  return Array.from({ length: Math.floor((rows - length) / stride) + 1 }, (_, i) => [
    i * stride,
    i * stride + length,
  ])
}
