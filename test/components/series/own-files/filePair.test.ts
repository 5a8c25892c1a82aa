/** Which files belong together, what is said of those that do not, and what of kept ones is trusted. */
import { describe, expect, test } from 'vitest'
import { OpenError, pairOf, withFormat } from '../../../../src/components/series/own-files/filePair.ts'
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
    [['a.ts'], 'a.ts', null],
    [['A_TRAIN.arff'], 'A_TRAIN.arff', null],
    [['A_TEST.tsv'], 'A_TEST.tsv', null],
    [['noEnding'], 'noEnding', null],
    [['A_TRAIN.ts', 'A_TEST.ts'], 'A_TRAIN.ts', 'A_TEST.ts'],
    [['A_TEST.csv', 'A_TRAIN.tsv'], 'A_TRAIN.tsv', 'A_TEST.csv'],
    [['test.csv', 'train.csv'], 'train.csv', 'test.csv'],
    [['train_data.csv', 'test_data.csv'], 'train_data.csv', 'test_data.csv'],
    [['TEST.tsv', 'TRAIN.tsv'], 'TRAIN.tsv', 'TEST.tsv'],
    [['train_FD001.txt', 'test_FD001.txt'], 'train_FD001.txt', 'test_FD001.txt'],
    [['A_TRAIN.ts.txt', 'A_TEST.ts.txt'], 'A_TRAIN.ts.txt', 'A_TEST.ts.txt'],
    [['A-testing.csv', 'A-training (1).csv'], 'A-training (1).csv', 'A-testing.csv'],
    [['동작_시험.csv', '동작_학습.csv'], '동작_학습.csv', '동작_시험.csv'],
  ])('%j: what to learn from comes first', (names, train, other) => {
    const pair = pairOf(files(...names))
    expect([pair.train.name, pair.test?.name ?? null]).toEqual([train, other])
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
    [['a.ts', 'noEnding'], { kind: 'several', names: ['a.ts', 'noEnding'] }],
    [['train_FD001.txt', 'test_FD002.txt'], { kind: 'strangers' }],
    [[], { kind: 'several', names: [] }],
    [['a.ts', 'b.ts'], { kind: 'several', names: ['a.ts', 'b.ts'] }],
    [['A_TRAIN.ts', 'B_TRAIN.ts'], { kind: 'several', names: ['A_TRAIN.ts', 'B_TRAIN.ts'] }],
    [['A_TEST.ts', 'A.ts'], { kind: 'several', names: ['A_TEST.ts', 'A.ts'] }],
  ])('%j are refused', (names, problem) => {
    expect(problemOf(...names)).toMatchObject(problem)
  })
})

describe('withFormat', () => {
  const file = (name: string, text: string) => new File([text], name)
  const ts = '# c\n@problemName P\n@classLabel true a b\n@data\n1:a\n'
  const arff = '% c\n@RELATION r\n@attribute a numeric\n'

  test.each([
    ['a.ts', ts, 'ts'],
    ['a.arff', arff, 'arff'],
    ['a.csv', 'a,b\n1,2\n', 'csv'],
    ['a.txt', ts, 'ts'],
    ['a', arff, 'arff'],
    ['a.ts.txt', ts, 'ts'],
    ['a.csv', ts, 'ts'],
    ['a.ts', arff, 'arff'],
    ['a.ts', 'id,x\n1,2\n', 'csv'],
    ['a.ts', '@data\n1:a\n', 'ts'],
    ['a.arff', '@nothing\n', 'arff'],
    ['a.ts', '', 'ts'],
    ['a.dat', '1 2 3\n', 'csv'],
  ])('%s is read by its content', async (name, text, format) => {
    const one = file(name, text)
    expect(await withFormat({ train: one, test: null })).toEqual({ train: one, test: null, format })
  })

  test('the beginning of UTF-16 is read as well', async () => {
    const text = new Uint8Array([0xff, 0xfe, ...[...arff].flatMap((letter) => [letter.charCodeAt(0), 0])])
    expect((await withFormat({ train: new File([text], 'a'), test: null })).format).toBe('arff')
  })

  test('two formats are no pair', async () => {
    const pair = { train: file('A_TRAIN.ts', ts), test: file('A_TEST.ts', arff) }
    await expect(withFormat(pair)).rejects.toMatchObject({
      problem: { kind: 'formats', names: ['A_TRAIN.ts', 'A_TEST.ts'] },
    })
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
