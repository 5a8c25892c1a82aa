/** How far two lists of numbers are apart. Also for tests in the browser, which cannot read golden files. */

/** Greatest of |actual − expected| / (absolute + relative·|expected|): close enough if ≤ 1; NaN or another length gives ∞. */
export function misfit(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  { absolute = 1e-5, relative = 1e-5 } = {},
): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY
  let worst = 0
  for (let i = 0; i < expected.length; i++) {
    const want = expected[i] ?? Number.NaN
    const error = Math.abs((actual[i] ?? Number.NaN) - want) / (absolute + relative * Math.abs(want))
    if (!(error <= worst)) worst = Number.isNaN(error) ? Number.POSITIVE_INFINITY : error
  }
  return worst
}
