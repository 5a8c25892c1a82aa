/** What is wrong with a reader's series, in the page's language. */

import type { IssueValue } from '../../model/data/dataErrors.ts'
import type { DataNote } from '../../model/data/dataNotes.ts'
import type { DataIssue } from '../../model/data/errors.ts'
import type { TextTools } from './i18n.tsx'

export function readerWords(
  { message, line, dataError, file = null }: DataIssue,
  text: Pick<TextTools, 't' | 'number'>,
): string {
  const { t, number } = text
  // Nobody foresaw it: what the code says of it is better than nothing.
  if (dataError === null) return message
  const values = Object.entries(dataError.values).map(([name, value]) => [name, printed(value, text)])
  const words = t(`reader.${dataError.code}`, Object.fromEntries(values))
  const placed = line === null ? words : t('reader.atLine', { line: number.integer(line), words })
  return file === null ? placed : t('reader.inFile', { file, words: placed })
}

/** How a file was understood, in the page's language. */
export function noteWords({ code, values }: DataNote, text: Pick<TextTools, 't' | 'number'>): string {
  const words = Object.entries(values).map(([name, value]) => [name, printed(value, text)])
  return text.t(`reader.note.${code}`, Object.fromEntries(words))
}

/** Pieces of a file in quotes: they are not the page's own words. */
function printed(value: IssueValue, { t, number }: Pick<TextTools, 't' | 'number'>): string {
  if (typeof value === 'number') return Number.isInteger(value) ? number.integer(value) : number.value(value)
  if (typeof value !== 'string') return value.map((one) => (one === '…' ? one : `“${one}”`)).join(', ')
  return value === '' ? t('reader.nothing') : `“${value}”`
}
