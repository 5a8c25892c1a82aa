/** The learning rates of the slider: 1, 1.5, 2.5, 4, 6 × 10ⁿ from 10⁻⁵ to 10, so that equal ways are equal factors. */
export const rates: readonly number[] = [
  ...[-5, -4, -3, -2, -1, 0].flatMap((power) =>
    [1, 1.5, 2.5, 4, 6].map((digit) => Number(`${digit}e${power}`)),
  ),
  10,
]

/** Position of the nearest rate, by factor. Rates outside the list (a link may hold one) go to its ends. */
export function ratePosition(rate: number): number {
  const distance = (other: number) => Math.abs(Math.log(other / rate))
  let best = 0
  for (const [i, other] of rates.entries()) if (distance(other) < distance(rates[best] ?? other)) best = i
  return best
}
