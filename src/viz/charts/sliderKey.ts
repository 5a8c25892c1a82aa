/** A chart that is moved along with keys, as one reducer. */

export interface SliderRange {
  readonly min: number
  readonly max: number
  readonly step: number
  readonly page: number
  /** Down goes on to later values: on a vertical axis of time whose newest row is the lowest. */
  readonly downIsMore?: boolean
}

/** The new value, within the range; null: not a key of a slider, leave it to the page. */
export function sliderKey(key: string, value: number, range: SliderRange): number | null {
  const down = range.downIsMore === true ? 1 : -1
  const moves: Readonly<Record<string, number>> = {
    ArrowRight: range.step,
    ArrowLeft: -range.step,
    ArrowDown: down * range.step,
    ArrowUp: -down * range.step,
    PageDown: down * range.page,
    PageUp: -down * range.page,
    Home: Number.NEGATIVE_INFINITY,
    End: Number.POSITIVE_INFINITY,
  }
  const move = moves[key]
  return move === undefined ? null : Math.min(range.max, Math.max(range.min, value + move))
}
