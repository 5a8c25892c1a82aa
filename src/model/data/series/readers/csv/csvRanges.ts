/** How far the values of each variable lie apart, to see whether a float32 can tell them from each other. */

export interface Ranges {
  add(channel: number, value: number): void
  /**
   * What to take away from the values of each variable so that float32 keeps their differences; null if it does as they
   * are.
   */
  offsets(channels: number): number[] | null
}

/** Half a step of float32 at 1. */
const halfStep = 2 ** -24
/** As fine as this the range of a variable is to be told apart. */
const finest = 1e-3

export function openRanges(): Ranges {
  const low: number[] = []
  const high: number[] = []
  return {
    add(channel, value) {
      if (Number.isNaN(value)) return
      low[channel] = Math.min(low[channel] ?? value, value)
      high[channel] = Math.max(high[channel] ?? value, value)
    },
    offsets(channels) {
      const found = Array.from({ length: channels }, (_, c) => {
        const [least, most] = [low[c] ?? 0, high[c] ?? 0]
        const range = most - least
        const rounding = Math.max(Math.abs(least), Math.abs(most)) * halfStep
        return range > 0 && rounding > finest * range ? least : 0
      })
      return found.some((offset) => offset !== 0) ? found : null
    },
  }
}
