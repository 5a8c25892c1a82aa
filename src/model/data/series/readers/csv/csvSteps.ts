/** Names of columns that are steps of variables: `x_0`, `t0_x`, `0_x`; `2024-01-01`, `Jan`, `10 ms`. */
import { parseDate } from '../dates.ts'
import { stemOf } from '../tokens.ts'

const leadingStep = /^(?:t|time|step|frame|s)?[\s_.:-]*\d+[\s_.:-]+(?=\p{L})/iu
const month = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*([ _-]?\d{2,4})?$/i
/** A number, alone or with a unit. */
const measure = /^[+-]?\d+([.,]\d+)?( ?[a-zµμ%°]{1,3})?$/i

/** The name without the number of the step: what the columns of one variable have in common. */
export function variableIn(name: string): string {
  const stem = stemOf(name)
  return stem === name ? name.replace(leadingStep, '') : stem
}

/** Whether the name is nothing but a number or a time. */
export function isStep(name: string): boolean {
  return measure.test(name) || month.test(name) || parseDate(name) !== null
}
