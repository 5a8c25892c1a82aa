/** Values that a network can compute with. */

import { dataError } from '../dataErrors.ts'
import { PreparationError } from '../errors.ts'
import type { Scale } from './normalise.ts'
import { excerpt } from './readers/tokens.ts'
import type { SeriesPart, SeriesSet } from './types.ts'

/** Of a value that goes into a network: products of much larger ones are no numbers in float32. */
const largestValue = 1e6

/** @throws PreparationError that names variable and value as they stand in the file, and what to do */
export function holdSize(
  parts: readonly SeriesPart[],
  { channelNames, channels }: SeriesSet,
  normalise: 'perVariable' | 'perSeries' | 'none',
  scale: Scale | null,
): void {
  for (const { x } of parts) {
    for (let i = 0; i < x.length; i++) {
      const value = x[i] ?? 0
      if (Math.abs(value) <= largestValue) continue
      const v = i % channels
      const [mean, deviation] = [scale?.mean[v] ?? 0, scale?.deviation[v] ?? 1]
      const inFile = (value * deviation + mean).toPrecision(3)
      const values = { variable: excerpt(channelNames[v] ?? ''), value: Number(inFile) }
      throw normalise === 'perVariable'
        ? new PreparationError(
            `variable “${channelNames[v]}”: the value ${inFile} is so far from those of the training part (mean ${mean.toPrecision(3)}) that no network can compute with it; correct it in the file, or mark it as missing`,
            dataError('outlier', { ...values, mean: Number(mean.toPrecision(3)) }),
          )
        : new PreparationError(
            `variable “${channelNames[v]}”: the value ${inFile} is too large for a network; have the values normalised`,
            dataError('hugeValue', values),
          )
    }
  }
}
