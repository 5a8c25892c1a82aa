/** Values that were not measured. */

/**
 * `interpolate`: on a line between the values before and after, the nearest one at the ends, 0 for a variable without
 * any value. `zero`: 0.
 */
export type Missing = 'interpolate' | 'zero'

/** Whether any value is NaN. */
export function hasMissing(values: Float32Array): boolean {
  // A plain loop: a callback for each of millions of values would be felt on the page.
  for (let i = 0; i < values.length; i++) if (Number.isNaN(values[i])) return true
  return false
}

/**
 * Puts something in the place of NaN, in place.
 * @param values [steps · channels]
 */
export function fillMissing(values: Float32Array, channels: number, how: Missing): void {
  const steps = values.length / channels
  const at = (t: number, v: number) => values[t * channels + v] ?? Number.NaN
  for (let v = 0; v < channels; v++) {
    let before = -1
    for (let t = 0; t < steps; ) {
      if (!Number.isNaN(at(t, v))) {
        before = t++
        continue
      }
      let after = t + 1
      while (after < steps && Number.isNaN(at(after, v))) after++
      const [left, right] = [before < 0 ? at(after, v) : at(before, v), at(after < steps ? after : before, v)]
      for (; t < after; t++) {
        const share = (t - before) / (after - before)
        const between = left + share * (right - left)
        values[t * channels + v] = how === 'zero' || Number.isNaN(between) ? 0 : between
      }
    }
  }
}
