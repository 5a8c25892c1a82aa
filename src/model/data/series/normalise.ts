/** Values of one variable made comparable with those of the others. */

export interface Scale {
  /** [variables] */
  readonly mean: readonly number[]
  readonly deviation: readonly number[]
}

/**
 * Mean and standard deviation of every variable; the deviation of a constant one is 1. NaN (missing) is left out.
 * @param x [… · variables]
 */
export function scaleOf(x: Float32Array, variables: number): Scale {
  const count = new Float64Array(variables)
  const sum = new Float64Array(variables)
  for (let i = 0; i < x.length; i++) {
    const value = x[i] ?? 0
    const v = i % variables
    if (Number.isNaN(value)) continue
    count[v] = (count[v] ?? 0) + 1
    sum[v] = (sum[v] ?? 0) + value
  }
  const mean = Array.from(sum, (total, v) => total / Math.max(1, count[v] ?? 0))
  const squares = new Float64Array(variables)
  for (let i = 0; i < x.length; i++) {
    const off = (x[i] ?? 0) - (mean[i % variables] ?? 0)
    if (!Number.isNaN(off)) squares[i % variables] = (squares[i % variables] ?? 0) + off * off
  }
  const deviation = Array.from(squares, (total, v) => {
    const found = Math.sqrt(total / Math.max(1, count[v] ?? 0))
    // What varies by rounding only is constant.
    return found > 1e-7 * Math.abs(mean[v] ?? 0) ? found : 1
  })
  return { mean, deviation }
}

/** (value − mean) / deviation by variable. */
export function scaled(x: Float32Array, variables: number, { mean, deviation }: Scale): Float32Array {
  return x.map((value, i) => (value - (mean[i % variables] ?? 0)) / (deviation[i % variables] ?? 1))
}
