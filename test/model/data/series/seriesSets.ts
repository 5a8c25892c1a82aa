/** Small sets of series for tests. */
import fc from 'fast-check'
import type { Series, SeriesSet } from '../../../../src/model/data/series/types.ts'

/** Names for classes 0, 1, 2, … */
const names = (count: number) => Array.from({ length: count }, (_, i) => `class ${i}`)

export function setOf(series: readonly Series[], channels: number, classes = 3): SeriesSet {
  return {
    name: 'some',
    channels,
    channelNames: Array.from({ length: channels }, (_, v) => `v${v}`),
    classes: names(classes),
    length: Math.max(...series.map(({ length }) => length)),
    series,
  }
}

/** A series of one variable. */
export const one = (label: number | null, ...values: number[]): Series => ({
  data: Float32Array.from(values),
  length: values.length,
  label,
})

/** Every series is the constant of its number: parts tell which series they hold. */
export const numbered = (labels: readonly (number | null)[], first = 0) =>
  labels.map((label, i) => one(label, first + i, first + i))

/** Sets of two variables with gaps, of 2 classes with at least two series each. */
export const ragged = fc
  .array(
    fc.record({
      label: fc.constantFrom(0, 1, null),
      values: fc.array(
        fc.oneof(
          // In steps of 1/64: values that hardly differ make all others outliers, which are refused (holdSize.ts).
          { weight: 5, arbitrary: fc.integer({ min: -3200, max: 3200 }).map((value) => value / 64) },
          { weight: 1, arbitrary: fc.constant(Number.NaN) },
        ),
        { minLength: 2, maxLength: 24 },
      ),
    }),
    { minLength: 1, maxLength: 20 },
  )
  .map((drawn) => {
    const always = [0, 0, 0, 1, 1, 1].map((label) => ({ label, values: [label, 1, 2, -label] }))
    return [...always, ...drawn].map(({ label, values }): Series => {
      const length = Math.floor(values.length / 2)
      return { data: Float32Array.from(values.slice(0, 2 * length)), length, label }
    })
  })
