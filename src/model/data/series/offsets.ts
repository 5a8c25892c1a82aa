/** Values of which a reader took something away, since float32 could not tell them apart otherwise (`SeriesSet.offsets`). */
import type { Scale } from './normalise.ts'
import type { SeriesSet } from './types.ts'

/** The scale of the values as the file has them, where `scale` is that of what was kept of them. */
export function withOffset({ mean, deviation }: Scale, offsets: readonly number[]): Scale {
  return { mean: mean.map((value, c) => value + (offsets[c] ?? 0)), deviation }
}

/** The test set less the offsets of the training set instead of its own. */
export function withOffsetsOf({ channels, offsets }: SeriesSet, test: SeriesSet): SeriesSet {
  if (offsets === undefined && test.offsets === undefined) return test
  const shift = Array.from({ length: channels }, (_, c) => (test.offsets?.[c] ?? 0) - (offsets?.[c] ?? 0))
  const series = test.series.map((one) => ({
    ...one,
    data: one.data.map((value, i) => value + (shift[i % channels] ?? 0)),
  }))
  return { ...test, series }
}
