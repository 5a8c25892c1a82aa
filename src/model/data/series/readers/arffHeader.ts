/** The head of an ARFF file: relation and attributes. */

import { dataError } from '../../dataErrors.ts'
import { DataFormatError } from '../../errors.ts'
import { holdTo, type Limits, nameWithin, titleOf } from './limits.ts'
import type { Lines } from './lines.ts'
import { type Place, skipBlanks } from './numbers.ts'
import { excerpt, positions, shown } from './tokens.ts'

export interface ArffHeader {
  readonly name: string
  /** Whether a series is a quoted table of several variables, or one variable written as numbers. */
  readonly relational: boolean
  /** Numeric attributes: steps of a series, its padding counted in; or variables, if `rowsAreSteps`. */
  readonly columns: number
  /** Names of the first of them, no more than there may be variables. */
  readonly columnNames: readonly string[]
  readonly classes: readonly string[]
  readonly classOf: ReadonlyMap<string, number>
}

interface Draft {
  name: string
  /** Name of the relational attribute, and whether its end was reached. */
  relation: { name: string; open: boolean } | null
  columns: number
  columnNames: string[]
  classes: { names: string[]; of: ReadonlyMap<string, number> } | null
}

const expectedHead = 'numeric attributes, alone or in one relational attribute, and then a class {A,B}'

/**
 * Reads up to and with `@data`; what stands behind it is the first series.
 * @throws DataFormatError if the attributes are not those of labelled series
 */
export function readArffHeader(text: string, lines: Lines, limits: Limits): ArffHeader {
  const draft: Draft = { name: '', relation: null, columns: 0, columnNames: [], classes: null }
  while (lines.next()) {
    const { start, end, number: line } = lines
    if (text[start] === '%') continue
    const place = { at: start }
    const keyword = readWord(text, place, end, line).toLowerCase()
    skipBlanks(text, place)
    switch (keyword) {
      case '@relation':
        draft.name = titleOf(readWord(text, place, end, line))
        break
      case '@attribute':
        readAttribute(text, place, end, line, draft, limits)
        break
      case '@end':
        closeRelation(readWord(text, place, end, line), draft, line)
        break
      case '@data':
        if (place.at < end) lines.rest(place.at)
        return headerOf(draft, line)
      default:
        throw new DataFormatError(
          shown(keyword),
          '% comment, @relation, @attribute, @end or @data',
          line,
          dataError('notKeyword', { found: excerpt(keyword) }),
        )
    }
  }
  throw new DataFormatError(
    'the file ends',
    'a line @data and series behind it',
    Math.max(1, lines.number),
    dataError('noData'),
  )
}

function headerOf({ name, relation, columns, columnNames, classes }: Draft, line: number): ArffHeader {
  if (relation?.open)
    throw new DataFormatError(
      '@data',
      `@end ${shown(relation.name)} before`,
      line,
      dataError('openRelation', { name: excerpt(relation.name) }),
    )
  if (columns === 0)
    throw new DataFormatError('no numeric attribute', expectedHead, line, dataError('noNumeric'))
  if (classes === null) {
    throw new DataFormatError(
      'no attribute with classes before @data (a regression problem?)',
      expectedHead,
      line,
      dataError('noClasses'),
    )
  }
  return {
    name,
    relational: relation !== null,
    columns,
    columnNames,
    classes: classes.names,
    classOf: classes.of,
  }
}

function readAttribute(
  text: string,
  place: Place,
  end: number,
  line: number,
  draft: Draft,
  limits: Limits,
): void {
  const name = readWord(text, place, end, line)
  skipBlanks(text, place)
  if (draft.classes !== null) {
    throw new DataFormatError(
      `attribute ${shown(name)} behind the classes`,
      '@data',
      line,
      dataError('behindClasses', { name: excerpt(name) }),
    )
  }
  if (text[place.at] === '{' && place.at < end) {
    if (draft.relation?.open)
      throw new DataFormatError('classes', 'a numeric attribute or @end', line, dataError('classesInside'))
    const names = readClasses(text, place, end, line, limits)
    draft.classes = { names, of: positions(names, line) }
    return
  }
  const type = text.slice(place.at, Math.min(end, place.at + 60))
  if (/^relational$/i.test(type)) {
    if (draft.relation !== null || draft.columns > 0) {
      throw new DataFormatError(
        'another relational attribute',
        expectedHead,
        line,
        dataError('otherRelation'),
      )
    }
    draft.relation = { name, open: true }
  } else if (/^(numeric|real|integer)\b/i.test(type)) {
    if (draft.relation?.open === false) {
      throw new DataFormatError(
        'a numeric attribute behind @end',
        'a class {A,B}',
        line,
        dataError('behindEnd'),
      )
    }
    draft.columns++
    if (draft.columnNames.length < limits.channels) draft.columnNames.push(nameWithin(name, 'a name', line))
    holdTo(limits, 'length', draft.columns, line, true)
  } else {
    const found = type === '' ? 'no type' : `type ${shown(type)}`
    throw new DataFormatError(
      found,
      'numeric, relational or classes {A,B}',
      line,
      dataError('attributeType', { found: excerpt(type) }),
    )
  }
}

function closeRelation(name: string, draft: Draft, line: number): void {
  if (draft.relation?.open !== true)
    throw new DataFormatError('@end', 'a relational attribute before', line, dataError('endAlone'))
  if (name !== draft.relation.name) {
    throw new DataFormatError(
      `@end ${shown(name)}`,
      `@end ${shown(draft.relation.name)}`,
      line,
      dataError('endName', { found: excerpt(name), expected: excerpt(draft.relation.name) }),
    )
  }
  draft.relation.open = false
}

function readClasses(text: string, place: Place, end: number, line: number, limits: Limits): string[] {
  const names: string[] = []
  do {
    place.at++
    skipBlanks(text, place)
    const word = readWord(text, place, end, line)
    if (word === '')
      throw new DataFormatError('an empty class', 'classes {A,B}', line, dataError('emptyClass'))
    names.push(nameWithin(word, 'a class name', line))
    holdTo(limits, 'classes', names.length, line, true)
    skipBlanks(text, place)
  } while (text[place.at] === ',' && place.at < end)
  if (text[place.at] !== '}' || place.at !== end - 1) {
    const found = text.slice(place.at, Math.min(end, place.at + 60))
    throw new DataFormatError(
      shown(found),
      'a comma or }',
      line,
      dataError('notBrace', { found: excerpt(found) }),
    )
  }
  return names
}

const longestWord = 10_000

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' }

/**
 * A word, to the next blank, comma or brace, or in single or double quotes with `\` before what would end it.
 * `place` is moved behind it.
 *
 * @throws DataFormatError if a quote is not closed
 */
export function readWord(text: string, place: Place, end: number, line: number): string {
  const quote = text[place.at]
  if (quote !== "'" && quote !== '"') {
    const start = place.at
    while (place.at < end && !/[\s,{}]/.test(text.charAt(place.at))) place.at++
    return text.slice(start, place.at)
  }
  let word = ''
  // Weka writes the history of a relation into its name, but no more than that.
  const last = Math.min(end, place.at + longestWord)
  for (let at = place.at + 1; at < last; at++) {
    const character = text.charAt(at)
    if (character === quote) {
      place.at = at + 1
      return word
    }
    if (character !== '\\') word += character
    else {
      at++
      const escaped = text.charAt(at)
      word += escapes[escaped] ?? escaped
    }
  }
  const within = last < end ? `within ${longestWord} characters` : 'before the end of the line'
  throw new DataFormatError('a quote that is not closed', `${quote} ${within}`, line, dataError('openQuote'))
}
