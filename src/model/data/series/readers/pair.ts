/** Two files that belong together: what to learn from and what to be judged by. */

import { dataError } from '../../dataErrors.ts'
import { DataFormatError } from '../../errors.ts'
import type { SeriesSet } from '../types.ts'
import { counted, excerpt, excerpts, plainNames, shown } from './tokens.ts'

export type SeriesFormat = 'ts' | 'arff' | 'csv'

export interface FileRole {
  /** The name without role and ending: the same for the two files of a pair. */
  readonly problem: string
  readonly role: 'train' | 'test' | 'single'
  /** By the ending; null if that says nothing. */
  readonly format: SeriesFormat | null
}

const endings = new Map<string, SeriesFormat>([
  ['ts', 'ts'],
  ['arff', 'arff'],
  ['csv', 'csv'],
  ['tsv', 'csv'],
])

const train = '(train|training|학습|훈련)'
const test = '(test|testing|시험|테스트|평가)'
const behind = '(?:[_\\-. ]?(?:data|set))?'
const roles = [
  {
    role: 'train',
    last: new RegExp(`^(?:(.+)[_\\-. ])?${train}${behind}$`, 'i'),
    first: new RegExp(`^${train}${behind}[_\\-. ](.+)$`, 'i'),
  },
  {
    role: 'test',
    last: new RegExp(`^(?:(.+)[_\\-. ])?${test}${behind}$`, 'i'),
    first: new RegExp(`^${test}${behind}[_\\-. ](.+)$`, 'i'),
  },
] as const

/**
 * `BasicMotions_TRAIN.ts` as the archives name them; also `train.csv`, `train_data.csv`, `train_FD001.txt`,
 * `X_TRAIN.ts.txt`, and the ` (1)` of a second download.
 */
export function fileRole(name: string): FileRole {
  const file = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
  const [whole, ending] = parted(file)
  const [inner, before] = parted(whole)
  const isText = ending === 'txt' && endings.has(before)
  const stem = (isText ? inner : whole)
    .replace(/ ?\(\d{1,3}\)$/, '')
    .trim()
    .normalize('NFC')
  const format = endings.get(isText ? before : ending) ?? null
  for (const { role, last, first } of roles) {
    const problem = last.exec(stem)?.[1] ?? first.exec(stem)?.[2]
    if (problem !== undefined || last.test(stem)) return { problem: problem ?? '', role, format }
  }
  return { problem: stem, role: 'single', format }
}

/** The name without its ending, and the ending in small letters. */
function parted(file: string): [name: string, ending: string] {
  const dot = file.lastIndexOf('.')
  return [dot <= 0 ? file : file.slice(0, dot), dot < 0 ? '' : file.slice(dot + 1).toLowerCase()]
}

/** A keyword stands alone: “@timestamp,value” is the header of a table. */
const keywords =
  /^\s*@(problemname|timestamps?|univariate|dimensions?|classlabel|targetlabel|equallength|serieslength|missing)(?:\s|$)/im

/**
 * What a text is: its content says it, whatever the file is called; where that says nothing, the ending.
 * @param beginning a few thousand characters
 */
export function formatIn(beginning: string, ending: SeriesFormat | null): SeriesFormat {
  if (/^\s*@relation\b/im.test(beginning)) return 'arff'
  if (keywords.test(beginning)) return 'ts'
  // Perhaps one that is damaged: its reader says how.
  if (ending !== null && ending !== 'csv' && (beginning.trim() === '' || /^\s*@/m.test(beginning)))
    return ending
  return 'csv'
}

/** Whether two names are of one problem: systems differ in how they write letters, and people in their case. */
export function isSameProblem(a: FileRole, b: FileRole): boolean {
  const plain = ({ problem }: FileRole) => problem.normalize('NFC').toLowerCase()
  return plain(a) === plain(b)
}

/**
 * Both sets with the classes of the first, in its order.
 *
 * @throws DataFormatError if they have not the same variables, or a series to test is of a class that there is nothing
 *   to learn of; a class that is only declared does no harm
 */
export function joinPair(train: SeriesSet, test: SeriesSet): { train: SeriesSet; test: SeriesSet } {
  holdSameChannels(train, test)
  const classes = new Map(train.classes.map((name, i) => [name, i] as const))
  const series = test.series.map((one) => {
    if (one.label === null) return one
    const name = test.classes[one.label] ?? ''
    const label = classes.get(name)
    if (label === undefined) {
      const some = train.classes.slice(0, 5).map(shown).join(', ')
      throw new DataFormatError(
        `class ${shown(name)} in the test file`,
        `the classes of the training file (${some}${train.classes.length > 5 ? ', …' : ''})`,
        null,
        dataError('otherClass', { name: excerpt(name), classes: excerpts(train.classes) }),
      )
    }
    return { ...one, label }
  })
  return { train, test: { ...test, channelNames: train.channelNames, classes: train.classes, series } }
}

function holdSameChannels(train: SeriesSet, test: SeriesSet): void {
  if (train.channels !== test.channels) {
    throw new DataFormatError(
      `${counted(test.channels, 'variable')} in the test file`,
      `${train.channels}, as in the training file`,
      null,
      dataError('otherChannels', { found: test.channels, expected: train.channels }),
    )
  }
  const plain = plainNames(train.channels)
  const named = [train, test].every(({ channelNames }) => channelNames.some((name, i) => name !== plain[i]))
  const other = test.channelNames.findIndex((name, i) => name !== train.channelNames[i])
  if (named && other >= 0) {
    throw new DataFormatError(
      `variable ${other + 1} of the test file is ${shown(test.channelNames[other] ?? '')}`,
      `${shown(train.channelNames[other] ?? '')}, as in the training file`,
      null,
      dataError('otherVariable', {
        number: other + 1,
        found: excerpt(test.channelNames[other] ?? ''),
        expected: excerpt(train.channelNames[other] ?? ''),
      }),
    )
  }
}
