/** Pieces of text that all the formats have in common. */

import { dataError } from '../../dataErrors.ts'
import { DataFormatError } from '../../errors.ts'

const longestShown = 40

/** A piece of a file for a message: in quotes, shortened, and without characters that would disturb the line. */
export function shown(token: string): string {
  return token === '' ? 'nothing' : `“${excerpt(token)}”`
}

/** The same without quotes: as the page is given it. */
export function excerpt(token: string): string {
  const cut = token.length > longestShown ? `${token.slice(0, longestShown)}…` : token
  return cut.replace(/\p{C}/gu, '·')
}

/** The first few names; `…` where there are more. */
export function excerpts(names: readonly string[], most = 5): string[] {
  return [...names.slice(0, most).map(excerpt), ...(names.length > most ? ['…'] : [])]
}

/** `1 value`, `2 values`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** What stands for a label, an id or a time that is not there, in tables. */
export function isMissing(cell: string): boolean {
  if (cell.length > 4) return false
  switch (cell.toUpperCase()) {
    case '':
    case '?':
    case 'NA':
    case 'NAN':
    case 'N/A':
    case '#N/A':
    case '<NA>':
      return true
    default:
      return false
  }
}

/**
 * What spreadsheets, databases, pandas, R and loggers write where there is no value. More than for labels: a class may
 * well be called “none” or “-”.
 */
const noValues = new Set(
  [
    'null (null) [null] nil none nat nan -nan +nan nan(ind) -nan(ind) 1.#qnan 1.#ind -1.#ind <na> n.a. n.d. nd k.a. missing',
    'undefined unavailable unknown invalid void nodata no-data - -- --- . .. * ** \\n #na #nv #n/a! #div/0! #num! #value!',
    '#ref! #name? #null! 없음 결측 결측치 해당없음',
  ].flatMap((words) => words.split(' ')),
)
for (const words of ['no data', 'no value', '#n/a n/a', '데이터 없음']) noValues.add(words)
const longestNoValue = Math.max(...Array.from(noValues, (word) => word.length))

/** What stands for a value that is not there, in tables. */
export function isNoValue(cell: string): boolean {
  return isMissing(cell) || (cell.length <= longestNoValue && noValues.has(cell.toLowerCase()))
}

export function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

/** Names for variables that a file gives none: the same in every language. */
export function plainNames(channels: number): string[] {
  return Array.from({ length: channels }, (_, i) => `x${i + 1}`)
}

/** A column's name without the number at its end. */
export function stemOf(name: string): string {
  return name.replace(/[\s_.:[(-]*\d+[\])]?$/, '')
}

/** Class names and their positions, in the order of the file. @throws DataFormatError if one comes twice */
export function positions(classes: readonly string[], line: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const name of classes) {
    if (found.has(name))
      throw new DataFormatError(
        `class ${shown(name)} comes twice`,
        'different names',
        line,
        dataError('classTwice', { name: excerpt(name) }),
      )
    found.set(name, found.size)
  }
  return found
}

/**
 * Position of a label among the declared classes; null if it is `?`, and no class is called so.
 * @throws DataFormatError if there is no such class
 */
export function labelPosition(
  label: string,
  classes: ReadonlyMap<string, number>,
  line: number,
): number | null {
  const position = classes.get(label)
  if (position !== undefined) return position
  if (label === '?') return null
  const first = [...classes.keys()].slice(0, 5).map(shown).join(', ')
  const all =
    classes.size > 5 ? `one of the ${classes.size} declared classes (${first}, …)` : `one of ${first}`
  const names = excerpts([...classes.keys()])
  throw new DataFormatError(
    label === '' ? 'no label' : `label ${shown(label)}`,
    all,
    line,
    label === ''
      ? dataError('noLabel', { classes: names })
      : dataError('unknownLabel', { label: excerpt(label), classes: names }),
  )
}
