/** How the text of a table is cut into cells, found out by looking at its first lines. */
import type { Newline } from '../lines.ts'

export interface Dialect {
  /** One character; a blank stands for any number of blanks and tabs. */
  readonly delimiter: string
  /** What ends every line and is no delimiter: `;` in the files of WISDM. */
  readonly lineEnd: string | null
  /** Lines before the table: comments, a title, `sep=;`. */
  readonly firstRow: number
}

/** How many lines are looked at. */
const lookedAt = 100
/** More lines than these are no title. */
const longestTitle = 30

/** Tab and semicolon come first: commas may be decimal commas next to them, but not the other way round. */
const delimiters = ['\t', ';', '|', ','] as const

/**
 * @param given what is known already
 */
export function dialectOf(
  text: string,
  newline: Newline,
  given: { readonly delimiter?: string | undefined; readonly firstRow?: number | undefined },
): Dialect {
  const lines = firstLines(text, newline)
  const comments = given.firstRow ?? commentsIn(lines)
  const named = given.delimiter ?? separatorNamed(lines.slice(0, comments))
  const table = lines.slice(comments)
  const delimiter = named ?? guessDelimiter(table)
  const title = given.firstRow === undefined ? titleIn(table, delimiter) : 0
  return { delimiter, lineEnd: lineEndIn(table, delimiter), firstRow: comments + title }
}

function firstLines(text: string, newline: Newline): string[] {
  const lines: string[] = []
  for (let from = 0; from < text.length && lines.length < lookedAt; ) {
    const found = text.indexOf(newline, from)
    const end = found < 0 ? text.length : found
    lines.push(text.slice(from, Math.min(end, from + 20_000)).trimEnd())
    from = end + 1
  }
  return lines
}

const comment = /^\s*(#(?!n\/a)|%|\/\/)/i
const separator = /^"?sep=(.)"?$/i

/**
 * Lines at the beginning that are comments; `sep=;` is Excel's. The last comment is the header, if it has as many cells
 * as the lines below: numpy writes it so.
 */
function commentsIn(lines: readonly string[]): number {
  let count = 0
  while (
    count < lines.length &&
    (comment.test(lines[count] ?? '') ||
      separator.test(lines[count] ?? '') ||
      (count > 0 && lines[count] === ''))
  )
    count++
  // A file of nothing else is a table as it stands.
  if (count === lines.length) return 0
  while (count > 0 && lines[count - 1] === '') count--
  const last = lines[count - 1] ?? ''
  const below = lines.slice(count).filter((line) => line !== '')
  if (count === 0 || separator.test(last)) return count
  const delimiter = guessDelimiter(below)
  const width = cellsIn(below[0] ?? '', delimiter)
  return width > 1 && cellsIn(last.replace(comment, ''), delimiter) === width ? count - 1 : count
}

function separatorNamed(comments: readonly string[]): string | undefined {
  return comments.map((line) => separator.exec(line)?.[1]).find((found) => found !== undefined)
}

/** Without what stands in quotes. */
const bare = (line: string) => line.replace(/"[^"]*"/g, '""')

/** Cells of a line, of which the last has something in it. */
function cellsIn(line: string, delimiter: string): number {
  const text = bare(line).trim()
  if (delimiter === ' ') return text === '' ? 0 : text.split(/\s+/).length
  const cells = bare(line).split(delimiter)
  while (cells.length > 0 && (cells.at(-1) ?? '').trim() === '') cells.pop()
  return cells.length
}

/** The first of `delimiters` that parts nearly every line, or else the one that parts most; or blanks. */
function guessDelimiter(lines: readonly string[]): string {
  const filled = lines.filter((line) => line.trim() !== '')
  const shares = delimiters.map((delimiter) => {
    const parted = filled.filter((line) => cellsIn(line, delimiter) > 1).length
    return filled.length === 0 ? 0 : parted / filled.length
  })
  const everywhere = delimiters.find((_, i) => (shares[i] ?? 0) >= 0.95)
  if (everywhere !== undefined) return everywhere
  const widths = delimiters.map((delimiter) =>
    filled.reduce((sum, line) => sum + cellsIn(line, delimiter), 0),
  )
  const most = widths.indexOf(Math.max(...widths))
  if ((shares[most] ?? 0) >= 0.5) return delimiters[most] ?? ','
  if (isByBlanks(filled)) return ' '
  return (shares[most] ?? 0) > 0 ? (delimiters[most] ?? ',') : ','
}

/** Rows of numbers; or all of them with as many cells, but the header may have one less, and a number in nearly all. */
function isByBlanks(lines: readonly string[]): boolean {
  if (lines.length === 0) return false
  const numbers = lines.filter(
    (line) => cellsIn(line, ' ') > 2 && /^[\s\d.+eE?-]*$/.test(line.replace(/nan|na/gi, '')),
  )
  if (numbers.length / lines.length >= 0.9) return true
  const [first = 0, ...widths] = lines.map((line) => cellsIn(line.replace(comment, ''), ' '))
  const width = widths[0] ?? 0
  return (
    width > 2 &&
    widths.every((one) => one === width) &&
    (first === width || first === width - 1) &&
    lines.slice(1).every((line) => /(^|\s)"?[+-]?\d+([.,]\d+)?(e[+-]?\d+)?"?(\s|$)/i.test(line))
  )
}

function lineEndIn(lines: readonly string[], delimiter: string): string | null {
  const filled = lines.filter((line) => line !== '')
  const ends = [';', ',', '|'].filter((end) => end !== delimiter)
  return (
    ends.find(
      (end) => filled.length > 1 && filled.filter((line) => line.endsWith(end)).length / filled.length >= 0.8,
    ) ?? null
  )
}

/**
 * Lines above a header with far fewer cells than it has: a title, or what a logger says of itself. Above rows of values
 * there is none: what looks short may be a series.
 */
function titleIn(lines: readonly string[], delimiter: string): number {
  const widths = lines.map((line) => cellsIn(line, delimiter))
  const filled = widths.filter((width) => width > 0)
  const usual = filled.toSorted((a, b) => a - b)[Math.floor(filled.length / 2)] ?? 0
  const first = widths.findIndex((width) => width >= usual - 1 && width > 0)
  if (usual < 3 || first <= 0 || first > longestTitle || first > lines.length / 2) return 0
  const numbersIn = (line = '') =>
    line.split(delimiter).filter((cell) => /^\s*"?[+-]?[\d.,]+(e[+-]?\d+)?"?\s*$/i.test(cell))
  const isHeader = numbersIn(lines[first]).length === 0 && numbersIn(lines[first + 1]).length > 0
  return isHeader && widths.slice(0, first).every((width) => width <= usual / 2) ? first : 0
}
