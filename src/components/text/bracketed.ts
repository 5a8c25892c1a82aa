import type { NumberFormats } from './i18n.tsx'

/** A number as it stands after an operator: −3 becomes (−3). */
export function bracketed(value: number, number: NumberFormats): string {
  return value < 0 ? `(${number.value(value)})` : number.value(value)
}
