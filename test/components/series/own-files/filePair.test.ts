/** Which files belong together, what is said of those that do not, and what of kept ones is trusted. */
import { describe, expect, test } from 'vitest'
import { OpenError, pairOf } from '../../../../src/components/series/own-files/filePair.ts'
import {
  areSameFiles,
  filesOf,
  rememberFiles,
  soundFiles,
} from '../../../../src/components/series/own-files/keptFiles.ts'
import { numbered, setOf } from '../../../model/data/series/seriesSets.ts'

const files = (...names: string[]) => names.map((name) => new File(['x'], name, { lastModified: 1 }))

function problemOf(...names: string[]) {
  try {
    pairOf(files(...names))
  } catch (error) {
    if (error instanceof OpenError) return error.problem
    throw error
  }
  throw new Error('they are a pair')
}

describe('pairOf', () => {
  test.each([
    [['a.ts'], 'a.ts', null, 'ts'],
    [['A_TRAIN.arff'], 'A_TRAIN.arff', null, 'arff'],
    [['A_TEST.tsv'], 'A_TEST.tsv', null, 'csv'],
    [['A_TRAIN.ts', 'A_TEST.ts'], 'A_TRAIN.ts', 'A_TEST.ts', 'ts'],
    [['A_TEST.csv', 'A_TRAIN.tsv'], 'A_TRAIN.tsv', 'A_TEST.csv', 'csv'],
  ])('%j: what to learn from comes first', (names, train, other, format) => {
    const pair = pairOf(files(...names))
    expect({ ...pair, train: pair.train.name, test: pair.test?.name ?? null }).toEqual({
      train,
      test: other,
      format,
    })
  })

  test('the halves of two pairs: both data sets are named', () => {
    const expected = {
      kind: 'strangers',
      train: { name: 'BasicMotions_TRAIN.ts', problem: 'BasicMotions' },
      test: { name: 'GunPoint_TEST.ts', problem: 'GunPoint' },
    }
    expect(problemOf('BasicMotions_TRAIN.ts', 'GunPoint_TEST.ts')).toEqual(expected)
    expect(problemOf('GunPoint_TEST.ts', 'BasicMotions_TRAIN.ts')).toEqual(expected)
  })

  test.each([
    [['a.docx'], { kind: 'ending', name: 'a.docx' }],
    [['a.ts', 'noEnding'], { kind: 'ending', name: 'noEnding' }],
    [[], { kind: 'ending', name: '' }],
    [['a.ts', 'b.ts'], { kind: 'several', names: ['a.ts', 'b.ts'] }],
    [['A_TRAIN.ts', 'B_TRAIN.ts'], { kind: 'several', names: ['A_TRAIN.ts', 'B_TRAIN.ts'] }],
    [['A_TEST.ts', 'A.ts'], { kind: 'several', names: ['A_TEST.ts', 'A.ts'] }],
    [['A_TRAIN.ts', 'A_TEST.arff'], { kind: 'formats', names: ['A_TRAIN.ts', 'A_TEST.arff'] }],
    [
      ['A_TRAIN.ts', 'A_TEST.ts', 'B_TRAIN.ts', 'B_TEST.ts'],
      { kind: 'many', names: ['A_TRAIN.ts', 'A_TEST.ts', 'B_TRAIN.ts', 'B_TEST.ts'] },
    ],
    [['A_TRAIN.ts', 'A_TEST.ts', 'read me.txt'], { kind: 'many' }],
  ])('%j are refused', (names, problem) => {
    expect(problemOf(...names)).toMatchObject(problem)
  })
})

describe('kept files', () => {
  const csv = {
    layout: 'long',
    delimiter: ',',
    header: true,
    columns: { id: 0, time: null, label: 1, channels: [2] },
  } as const
  const [file] = files('a.csv')

  test('come back as they were kept', () => {
    expect(soundFiles({ files: [file], csv })).toEqual({ files: [file], csv })
    expect(soundFiles({ files: [file], csv: null })).toEqual({ files: [file], csv: null })
  })

  test('a damaged arrangement is forgotten, the files are not', () => {
    for (const damaged of [undefined, 'long', { ...csv, columns: {} }, { ...csv, layout: 'x' }]) {
      expect(soundFiles({ files: [file], csv: damaged })).toEqual({ files: [file], csv: null })
    }
    expect(soundFiles({ files: [file] })).toEqual({ files: [file], csv: null })
    expect(soundFiles({ files: [file, 'x', null], csv })?.files).toEqual([file])
  })

  test.each([null, 5, 'x', {}, { files: 'x' }, { files: [] }, { files: ['x'] }])('%j is nothing', (found) => {
    expect(soundFiles(found)).toBeNull()
  })

  test('series know the files that they were read from, and no others do', () => {
    const own = { id: 1, train: setOf(numbered([0, 1]), 1), test: null, files: ['a.csv'] }
    const source = { files: files('a.csv'), csv }
    expect(filesOf(own)).toBeNull()
    rememberFiles(own, source)
    expect(filesOf(own)).toBe(source)
    expect(filesOf({ ...own })).toBeNull()
    expect(filesOf(null)).toBeNull()
  })

  test('are the same by name, size and time', () => {
    const of = (...names: string[]) => ({ files: files(...names), csv: null })
    expect(areSameFiles(of('a.ts', 'b.ts'), of('a.ts', 'b.ts'))).toBe(true)
    expect(areSameFiles(of('a.ts', 'b.ts'), of('a.ts'))).toBe(false)
    expect(
      areSameFiles(of('a.ts'), { ...of(), files: [new File(['longer'], 'a.ts', { lastModified: 1 })] }),
    ).toBe(false)
    expect(areSameFiles(of('a.ts'), { ...of(), files: [new File(['x'], 'a.ts', { lastModified: 2 })] })).toBe(
      false,
    )
  })
})
