/**
 * Gestures as time series: the path of a pen, sampled evenly in time. Where on the pad and how large a gesture was
 * drawn is taken out, so that a few recordings are enough; how it was drawn stays.
 */
import type { Series, SeriesSet } from './types.ts'

/** Where the pen was, and when. */
export interface PenPoint {
  readonly x: number
  readonly y: number
  /** Milliseconds. */
  readonly time: number
  /** 0–1, as the pointer reports it: a mouse always says 0.5. */
  readonly pressure: number
}

/** From touching down to lifting off, in order of time. */
export type Recording = readonly PenPoint[]

export interface GestureClass {
  readonly name: string
  readonly recordings: readonly Recording[]
}

/** Steps of every gesture. */
export const gestureLength = 64

/** Fewer points, or a shorter way than this share of the pad, are a tap and no gesture. */
const fewestPoints = 4
const shortestWay = 0.05

export const gestureVariables = ['x', 'y', 'speed', 'pressure'] as const

/** @param size side of the pad in the points' unit */
export function isGesture(recording: Recording, size: number): boolean {
  const first = recording[0]
  const last = recording.at(-1)
  if (first === undefined || last === undefined || recording.length < fewestPoints) return false
  return last.time > first.time && wayOf(recording) >= shortestWay * size
}

/**
 * x and y from the middle of the gesture's box, in units of half its longer side; speed as way a step over the
 * mean; pressure as reported, −1 to 1.
 * @returns [gestureLength · 4], time-major
 * @throws RangeError if it has no duration
 */
export function gestureSeries(recording: Recording): Float32Array {
  const sampled = resample(recording, gestureLength)
  const [xs, ys] = [sampled.map(({ x }) => x), sampled.map(({ y }) => y)]
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  // All its points may have come at one time but for one: then it stands still.
  const half = Math.max(right - left, bottom - top) / 2 || 1
  const steps = sampled.map((point, i) => distance(sampled[i - 1] ?? point, point))
  const mean = steps.reduce((sum, step) => sum + step, 0) / (steps.length - 1) || 1
  const data = new Float32Array(gestureLength * gestureVariables.length)
  for (const [i, { x, y, pressure }] of sampled.entries()) {
    const speed = i === 0 ? (steps[1] ?? 0) : (steps[i] ?? 0)
    data.set(
      [(x - (left + right) / 2) / half, (y - (top + bottom) / 2) / half, speed / mean - 1, 2 * pressure - 1],
      i * gestureVariables.length,
    )
  }
  return data
}

/** The recordings of all classes as one set. */
export function gestureSet(classes: readonly GestureClass[]): SeriesSet {
  const series = classes.flatMap(({ recordings }, label) =>
    recordings.map((recording): Series => ({ data: gestureSeries(recording), length: gestureLength, label })),
  )
  return {
    name: 'gestures',
    channels: gestureVariables.length,
    channelNames: gestureVariables,
    classes: classes.map(({ name }) => name),
    length: gestureLength,
    series,
  }
}

/** `count` points, evenly spread over the time of the recording. @throws RangeError if it has no duration */
function resample(recording: Recording, count: number): PenPoint[] {
  const first = recording[0]
  const last = recording.at(-1)
  if (first === undefined || last === undefined || !(last.time > first.time)) {
    throw new RangeError('a gesture needs two points at different times')
  }
  let after = 1
  return Array.from({ length: count }, (_, i) => {
    const time = first.time + (i / (count - 1)) * (last.time - first.time)
    while (after < recording.length - 1 && (recording[after]?.time ?? 0) < time) after++
    return between(recording[after - 1] ?? first, recording[after] ?? last, time)
  })
}

function between(a: PenPoint, b: PenPoint, time: number): PenPoint {
  // Several events may carry one time.
  const share = b.time > a.time ? Math.max(0, Math.min(1, (time - a.time) / (b.time - a.time))) : 1
  const mix = (from: number, to: number) => from + share * (to - from)
  return { x: mix(a.x, b.x), y: mix(a.y, b.y), time, pressure: mix(a.pressure, b.pressure) }
}

function wayOf(recording: Recording): number {
  return recording.reduce((sum, point, i) => sum + distance(recording[i - 1] ?? point, point), 0)
}

function distance(a: PenPoint, b: PenPoint): number {
  return Math.hypot(b.x - a.x, b.y - a.y)
}
