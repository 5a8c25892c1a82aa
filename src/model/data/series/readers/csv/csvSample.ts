/** The first series of each class, as a table is read: so that a wrong choice is seen before anything is imported. */
import type { Series, SeriesSet } from '../../types.ts'
import { parseCsv } from './csv.ts'
import type { CsvOptions } from './csvOptions.ts'
import { lastLineEnd } from './csvPreview.ts'

export interface CsvSample {
  /** Of what was looked at, the beginning of the file. */
  readonly set: Omit<SeriesSet, 'series'>
  readonly count: number
  /** At most one a class, in the order of the classes; one without a class if there are none. */
  readonly series: readonly Series[]
}

/** Classes that are shown, and steps of each series. */
const mostClasses = 6
const mostSteps = 1000

/**
 * @param whole false if `text` is only the beginning of a file
 * @throws DataFormatError as `parseCsv` does
 */
export function sampleCsv(text: string, csv: CsvOptions, whole: boolean): CsvSample {
  // The last row may be half of one.
  const { series, ...set } = parseCsv(whole ? text : text.slice(0, lastLineEnd(text)), csv)
  const labels =
    set.classes.length === 0 ? [null] : set.classes.map((_, label) => label).slice(0, mostClasses)
  const first = labels.flatMap((label) => series.find((one) => one.label === label) ?? [])
  return {
    set,
    count: series.length,
    series: first.map((one) => {
      const length = Math.min(one.length, mostSteps)
      // A copy: the buffer of all series is not sent.
      return { ...one, length, data: one.data.slice(0, length * set.channels) }
    }),
  }
}
