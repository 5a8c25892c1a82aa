/** Puts the series of a file one behind the other into one buffer, so that a worker can hand them over without a copy. */

import { dataError } from '../../dataErrors.ts'
import { DataFormatError } from '../../errors.ts'
import type { Series, SeriesSet } from '../types.ts'
import { holdTo, type Limits, type Line, lineOf } from './limits.ts'

export interface Collector {
  /**
   * Room for the next series, to be filled before the next call: [steps · channels], zeros.
   * @throws DataFormatError beyond a limit, or if there is no step
   */
  open(steps: number, label: number | null, line: Line): Float32Array
  /**
   * @param classOf position in `classes` of every label given to `open`; as they are if left out
   * @throws DataFormatError if there is no series
   */
  finish(
    name: string,
    channelNames: readonly string[],
    classes: readonly string[],
    classOf?: readonly number[],
  ): SeriesSet
}

/** @throws DataFormatError if there are too many channels */
export function collectSeries(channels: number, limits: Limits, line: Line = null): Collector {
  holdTo(limits, 'channels', channels, line)
  let values = new Float32Array(Math.min(65_536, limits.values))
  let used = 0
  const lengths: number[] = []
  const labels: (number | null)[] = []
  return {
    open(steps, label, at) {
      if (steps === 0)
        throw new DataFormatError(
          'a series without a value',
          'one step at least',
          lineOf(at),
          dataError('emptySeries'),
        )
      holdTo(limits, 'length', steps, at)
      holdTo(limits, 'series', lengths.length + 1, at, true)
      const end = used + steps * channels
      holdTo(limits, 'values', end, at, true)
      if (end > values.length) {
        const more = new Float32Array(Math.min(limits.values, Math.max(end, values.length * 2)))
        more.set(values.subarray(0, used))
        values = more
      }
      const room = values.subarray(used, end)
      used = end
      lengths.push(steps)
      labels.push(label)
      return room
    },
    finish(name, channelNames, classes, classOf) {
      if (lengths.length === 0)
        throw new DataFormatError('no series', 'one at least', null, dataError('noSeries'))
      const all = used === values.length ? values : values.slice(0, used)
      const renamed = labels.map((label) => (label === null ? null : (classOf?.[label] ?? label)))
      return { name, channels, channelNames, classes, ...cutSeries(all, channels, lengths, renamed) }
    },
  }
}

/** Views of a buffer in which the series stand one behind the other. */
export function cutSeries(
  values: Float32Array,
  channels: number,
  lengths: ArrayLike<number>,
  labels: ArrayLike<number | null>,
): { length: number; series: Series[] } {
  let at = 0
  let longest = 0
  const series = Array.from(lengths, (length, i): Series => {
    const data = values.subarray(at, at + length * channels)
    at += data.length
    if (length > longest) longest = length
    return { data, length, label: labels[i] ?? null }
  })
  return { length: longest, series }
}
