/** What is wrong with a reader's series, in the page's language. */
import type { Complaint } from '../../model/data/errors.ts'
import type { SaidValue } from '../../model/data/said.ts'
import type { TextTools } from './i18n.tsx'

export function readerWords(
  { message, line, said }: Complaint,
  text: Pick<TextTools, 't' | 'number'>,
): string {
  const { t, number } = text
  // Nobody foresaw it: what the code says of it is better than nothing.
  if (said === null) return message
  const values = Object.entries(said.values).map(([name, value]) => [name, printed(value, text)])
  const words = t(`reader.${said.code}`, Object.fromEntries(values))
  return line === null ? words : t('reader.atLine', { line: number.integer(line), words })
}

/** Pieces of a file in quotes: they are not the page's own words. */
function printed(value: SaidValue, { t, number }: Pick<TextTools, 't' | 'number'>): string {
  if (typeof value === 'number') return Number.isInteger(value) ? number.integer(value) : number.value(value)
  if (typeof value !== 'string') return value.map((one) => (one === '…' ? one : `“${one}”`)).join(', ')
  return value === '' ? t('reader.nothing') : `“${value}”`
}
