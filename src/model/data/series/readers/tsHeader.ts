/** The head of a `.ts` file: what it says of its series. */

import { dataError } from '../../dataErrors.ts'
import { DataFormatError } from '../../errors.ts'
import { holdTo, type Limits, nameWithin, titleOf } from './limits.ts'
import type { Lines } from './lines.ts'
import { excerpt, shown } from './tokens.ts'

/** null where the file does not say. */
export interface TsHeader {
  readonly name: string
  readonly timeStamps: boolean
  readonly missing: boolean | null
  readonly dimensions: number | null
  readonly equalLength: boolean | null
  readonly seriesLength: number | null
  /** Words behind `@classLabel true`: a name each, or part of one. null: the series have no labels. */
  readonly classes: readonly string[] | null
  /** Of `@classLabel`. */
  readonly classLine: number
}

interface Entry {
  readonly value: string
  readonly line: number
}

/**
 * Reads up to and with `@data`; what stands behind it is the first series. Keywords that are not known here, and lines
 * that are none and no series either, are passed over, as other readers do.
 *
 * @throws DataFormatError if the head cannot be read, contradicts itself, or belongs to a regression problem
 */
export function readTsHeader(text: string, lines: Lines, limits: Limits): TsHeader {
  const entries = new Map<string, Entry>()
  let stray: DataFormatError | null = null
  while (lines.next()) {
    const { start, number: line } = lines
    if (text[start] === '#') continue
    if (text[start] !== '@') {
      const beginning = text.slice(start, Math.min(lines.end, start + 60))
      stray ??= new DataFormatError(
        shown(beginning),
        '# comment, @keyword or @data before the series',
        line,
        dataError('beforeHead', { found: excerpt(beginning) }),
      )
      // Nothing that looks like values is lost without a word.
      if (/^[-+.\d?(]/.test(beginning)) throw stray
      continue
    }
    const [keyword, value] = split(text.slice(start + 1, lines.end))
    if (keyword === 'data') {
      if (value !== '') lines.rest(start + 1 + keyword.length)
      return headerOf(entries, line, limits)
    }
    // Both spellings are in use.
    const key = keyword === 'dimension' ? 'dimensions' : keyword
    if (entries.has(key))
      throw new DataFormatError(
        `${shown(`@${keyword}`)} comes twice`,
        'it once',
        line,
        dataError('keywordTwice', { keyword: excerpt(`@${keyword}`) }),
      )
    // Only the line with the classes may be long.
    entries.set(key, { value, line })
    if (entries.size > 100)
      throw new DataFormatError(
        'more than 100 keywords',
        '@data before',
        line,
        dataError('manyKeywords', { most: 100 }),
      )
  }
  // No file of this kind at all, or one that breaks off.
  if (stray !== null && entries.size === 0) throw stray
  throw new DataFormatError(
    'the file ends',
    'a line @data and series behind it',
    Math.max(1, lines.number),
    dataError('noData'),
  )
}

function split(line: string): [keyword: string, value: string] {
  const space = line.search(/\s/)
  if (space < 0) return [line.toLowerCase(), '']
  return [line.slice(0, space).toLowerCase(), line.slice(space).trim()]
}

function headerOf(entries: ReadonlyMap<string, Entry>, dataLine: number, limits: Limits): TsHeader {
  const targets = truth(entries, 'targetlabel')
  const classLabel = entries.get('classlabel')
  const classes = classLabel === undefined ? null : classesOf(classLabel, limits)
  // A file that names classes has them, whatever else it says of targets.
  if (targets === true && classes === null) {
    throw new DataFormatError(
      'a regression problem (@targetLabel true)',
      'a classification problem, with @classLabel true and its classes',
      entries.get('targetlabel')?.line,
      dataError('regression'),
    )
  }
  // aeon writes @targetLabel false where there are no labels, and nothing of classes.
  if (classLabel === undefined && targets === null) {
    throw new DataFormatError(
      'no @classLabel before @data',
      '@classLabel true and the classes, or @classLabel false',
      dataLine,
      dataError('noClassLabel'),
    )
  }
  return {
    name: titleOf(entries.get('problemname')?.value ?? ''),
    timeStamps: truth(entries, 'timestamps') ?? false,
    missing: truth(entries, 'missing'),
    dimensions: dimensionsOf(entries, limits),
    equalLength: truth(entries, 'equallength'),
    seriesLength: count(entries, 'serieslength', 'length', limits),
    classes,
    classLine: classLabel?.line ?? dataLine,
  }
}

/** Without a comment behind it: what is a word or a number has no # of its own. */
function wordOf({ value }: Entry): string {
  return value.replace(/\s*#.*$/, '')
}

function truth(entries: ReadonlyMap<string, Entry>, key: string): boolean | null {
  const entry = entries.get(key)
  if (entry === undefined) return null
  const value = wordOf(entry).toLowerCase()
  if (value === 'true') return true
  if (value === 'false') return false
  throw new DataFormatError(
    `${shown(entry.value)} for @${key}`,
    'true or false',
    entry.line,
    dataError('notTruth', { found: excerpt(entry.value), keyword: `@${key}` }),
  )
}

function count(
  entries: ReadonlyMap<string, Entry>,
  key: string,
  limit: keyof Limits,
  limits: Limits,
): number | null {
  const entry = entries.get(key)
  if (entry === undefined) return null
  const value = wordOf(entry)
  if (!/^\d{1,15}$/.test(value) || Number(value) === 0) {
    throw new DataFormatError(
      `${shown(entry.value)} for @${key}`,
      'a whole number from 1',
      entry.line,
      dataError('notWhole', { found: excerpt(entry.value), keyword: `@${key}` }),
    )
  }
  holdTo(limits, limit, Number(value), entry.line)
  return Number(value)
}

function dimensionsOf(entries: ReadonlyMap<string, Entry>, limits: Limits): number | null {
  const dimensions = count(entries, 'dimensions', 'channels', limits)
  if (truth(entries, 'univariate') !== true) return dimensions
  if (dimensions !== null && dimensions !== 1) {
    throw new DataFormatError(
      `@dimensions ${dimensions}`,
      '1, as @univariate true says',
      entries.get('dimensions')?.line,
      dataError('univariate', { found: dimensions }),
    )
  }
  return 1
}

function classesOf({ value, line }: Entry, limits: Limits): string[] | null {
  const expected = 'true and the classes, or false'
  const classes: string[] = []
  let first: string | null = null
  for (const [word] of value.matchAll(/\S+/g)) {
    // A comment behind them.
    if (word === '#') break
    if (first === null) first = word.toLowerCase()
    else classes.push(nameWithin(word, 'a class name', line))
    holdTo(limits, 'classes', classes.length, line, true)
  }
  if (first === 'false' && classes.length === 0) return null
  if (first === 'true' && classes.length > 0) return classes
  const found = first === 'true' ? 'no classes' : shown(value)
  throw new DataFormatError(
    `${found} for @classLabel`,
    expected,
    line,
    first === 'true' ? dataError('classLabelEmpty') : dataError('classLabel', { found: excerpt(value) }),
  )
}
