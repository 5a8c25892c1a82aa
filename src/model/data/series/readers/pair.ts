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

/** `BasicMotions_TRAIN.ts` as the archives name them; also `-train`, and the ` (1)` of a second download. */
export function fileRole(name: string): FileRole {
  const file = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
  const dot = file.lastIndexOf('.')
  const ending = dot < 0 ? '' : file.slice(dot + 1).toLowerCase()
  const stem = (dot <= 0 ? file : file.slice(0, dot)).replace(/ ?\(\d{1,3}\)$/, '').trim()
  const parts = /^(.+)[_\-. ](train|test)$/i.exec(stem)
  const role = parts?.[2]?.toLowerCase() === 'train' ? 'train' : 'test'
  return {
    problem: parts?.[1] ?? stem,
    role: parts === null ? 'single' : role,
    format: endings.get(ending) ?? null,
  }
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
