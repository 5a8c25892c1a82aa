/** The text of a table, as it is given to papaparse. */
import Papa from 'papaparse'
import { dataError } from '../../../dataErrors.ts'
import { DataFormatError } from '../../../errors.ts'
import type { Newline } from '../lines.ts'
import type { Dialect } from './csvDialect.ts'

/** Text and how it is cut. */
export interface Cut {
  /** Without a byte order mark, without the lines above the table and what ends every line. */
  readonly text: string
  readonly newline: Newline
  /** As papaparse takes it. */
  readonly delimiter: string
}

/** Only what is the matter is done: a long text is not copied without a reason. */
export function cutText(whole: string, newline: Newline, { delimiter, lineEnd, firstRow }: Dialect): Cut {
  let from = 0
  for (let line = 0; line < firstRow && from < whole.length; line++) {
    const end = whole.indexOf(newline, from)
    from = end < 0 ? whole.length : end + 1
  }
  let text = from === 0 ? whole : whole.slice(from)
  if (lineEnd !== null) text = text.replace(new RegExp(`\\${lineEnd}[ \\t]*(?=\\r?\\n|\\r|$)`, 'g'), '')
  if (delimiter === ' ') text = byTabs(text)
  else if (hasBlanksBeforeQuotes(text, delimiter))
    text = text.replace(new RegExp(`(?<=[${delimiter}\\r\\n]|^) +(?=")`, 'g'), '')
  return { text, newline, delimiter: delimiter === ' ' ? '\t' : delimiter }
}

/** Rows as columns. @param above lines of the file before the text */
export function turnedText({ text, newline, delimiter }: Cut, above: number): Cut {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline })
  const [bad] = errors
  if (bad !== undefined) throw badQuotes(above + (bad.row ?? 0) + 1)
  const rows = data.filter((row) => !isBlank(row))
  const width = Math.max(0, ...rows.map((row) => row.length))
  const columns = Array.from({ length: width }, (_, i) => rows.map((row) => row[i] ?? ''))
  return { text: Papa.unparse(columns, { delimiter, newline: '\n' }), newline: '\n', delimiter }
}

/** `"a", "b"`: that is only so where no cell has a quote of its own. */
function hasBlanksBeforeQuotes(text: string, delimiter: string): boolean {
  const beginning = text.slice(0, 20_000)
  return beginning.includes(`"${delimiter} "`) && !text.includes('""')
}

/** A tab for every run of blanks, but not within quotes; the sign of a comment before the header is no cell. */
function byTabs(text: string): string {
  return text
    .replace(/^[ \t]*(#|%|\/\/)[ \t]+/, '')
    .replace(/^[ \t]+|[ \t]+$/gm, '')
    .replace(/"[^"\n]*"|[ \t]+/g, (found) => (found.startsWith('"') ? found : '\t'))
}

/** Spreadsheets write rows of nothing but delimiters, too. */
export const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '')

export function badQuotes(line: number | null): DataFormatError {
  return new DataFormatError(
    'a stray quote',
    'quotes around the whole cell, and doubled inside',
    line,
    dataError('strayQuote'),
  )
}
