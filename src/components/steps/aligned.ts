/** Numbers that stand below each other, with the same decimals. */

/** Decimals with which numbers stand in columns: as many more as the largest of them leaves room for. */
export function decimalsOf(values: readonly number[], usual: number): number {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  if (largest === 0 || !Number.isFinite(largest)) return usual
  const magnitude = Math.floor(Math.log10(largest))
  return Math.max(0, Math.min(6, magnitude < -1 ? usual - magnitude - 1 : usual - Math.max(0, magnitude)))
}

/** With a real minus sign, and none before a zero. Both languages write decimals alike. */
export function fixed(value: number, decimals: number): string {
  const text = value.toFixed(decimals)
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text.replace('-', '−')
}
