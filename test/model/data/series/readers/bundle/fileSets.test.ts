/** Data sets told by the names of files: as archives, tools and people arrange them. */
import { describe, expect, test } from 'vitest'
import { fileSetsIn } from '../../../../../../src/model/data/series/readers/bundle/fileSets.ts'
import { pathsOf } from '../../../../../../src/model/data/series/readers/bundle/join.ts'
import type { FileSet } from '../../../../../../src/model/data/series/readers/bundle/source.ts'

/** `name: kind paths | kind paths` */
const told = ({ name, train, test }: FileSet) =>
  [train, test]
    .filter((source) => source !== null)
    .map((source) => `${source.kind} ${pathsOf(source).join(' ')}`)
    .join(' | ')
    .replace(/^/, `${name}: `)

const pairs = (name: string, endings: readonly string[]) =>
  endings.flatMap((ending) => [`${name}_TRAIN${ending}`, `${name}_TEST${ending}`])

describe('the archives', () => {
  test('a download of UEA: the pair of .ts, not the ARFF beside it, its dimensions or its description', () => {
    const paths = [
      'BasicMotions.txt',
      'BasicMotions.jpg',
      ...pairs('BasicMotions', ['.arff', '.ts', '.txt']),
      ...pairs('BasicMotionsDimension1', ['.arff']),
      ...pairs('BasicMotionsDimension2', ['.arff']),
    ]
    expect(fileSetsIn(paths).map(told)).toEqual([
      'BasicMotions: file BasicMotions_TRAIN.ts | file BasicMotions_TEST.ts',
    ])
  })
  test('the whole archive: a set for each folder', () => {
    const paths = [
      'Multivariate_ts/',
      ...['Heartbeat', 'Epilepsy'].flatMap((name) => pairs(`Multivariate_ts/${name}/${name}`, ['.ts'])),
    ]
    expect(fileSetsIn(paths).map(told)).toEqual([
      'Epilepsy: file Multivariate_ts/Epilepsy/Epilepsy_TRAIN.ts | file Multivariate_ts/Epilepsy/Epilepsy_TEST.ts',
      'Heartbeat: file Multivariate_ts/Heartbeat/Heartbeat_TRAIN.ts | file Multivariate_ts/Heartbeat/Heartbeat_TEST.ts',
    ])
  })
  test('UCR 2018 has tables only, with a README beside', () => {
    const paths = ['GunPoint/README.md', ...pairs('GunPoint/GunPoint', ['.tsv'])]
    expect(fileSetsIn(paths).map(told)).toEqual([
      'GunPoint: file GunPoint/GunPoint_TRAIN.tsv | file GunPoint/GunPoint_TEST.tsv',
    ])
  })
  test('what systems put beside files is passed over', () => {
    const paths = [
      '__MACOSX/._A_TRAIN.ts',
      '.DS_Store',
      'A/.hidden.ts',
      'A/desktop.ini',
      ...pairs('A/A', ['.ts']),
    ]
    expect(fileSetsIn(paths).map(told)).toEqual(['A: file A/A_TRAIN.ts | file A/A_TEST.ts'])
  })
  test('folders may say what is for what', () => {
    expect(fileSetsIn(['d/train/Moves.ts', 'd/test/Moves.ts']).map(told)).toEqual([
      'Moves: file d/train/Moves.ts | file d/test/Moves.ts',
    ])
  })
  test('halves alone are files; nothing that can be read is nothing', () => {
    expect(fileSetsIn(['A_TRAIN.ts']).map(told)).toEqual(['A: file A_TRAIN.ts'])
    expect(fileSetsIn(['a.png', 'b.docx', 'readme.txt', 'c/'])).toEqual([])
  })
})

describe('labels in a file of their own', () => {
  test('beside the only table', () => {
    expect(fileSetsIn(['x/data.csv', 'x/labels.csv']).map(told)).toEqual([
      'data: labelled x/data.csv x/labels.csv',
    ])
  })
  test('X_train, y_train and the same for the test', () => {
    expect(fileSetsIn(['X_train.csv', 'y_train.csv', 'X_test.csv', 'y_test.csv']).map(told)).toEqual([
      ': labelled X_train.csv y_train.csv | labelled X_test.csv y_test.csv',
    ])
    expect(fileSetsIn(['train_data.csv', 'train_labels.csv', 'test_data.csv']).map(told)).toEqual([
      ': labelled train_data.csv train_labels.csv',
    ])
  })
  test('UCI HAR: the features, or the signals with a variable in each file', () => {
    const signals = ['body_acc_x', 'body_acc_y', 'body_gyro_x']
    const paths = ['README.txt', 'activity_labels.txt', 'features.txt', 'features_info.txt'].map(
      (name) => `UCI HAR Dataset/${name}`,
    )
    for (const role of ['train', 'test']) {
      for (const name of ['X', 'y', 'subject']) paths.push(`UCI HAR Dataset/${role}/${name}_${role}.txt`)
      for (const name of signals) paths.push(`UCI HAR Dataset/${role}/Inertial Signals/${name}_${role}.txt`)
    }
    const sets = fileSetsIn(paths)
    expect(
      sets.map(({ name, train, test }) => [name, train.kind, test?.kind, pathsOf(train).length]),
    ).toEqual([
      ['Inertial Signals', 'variables', 'variables', 4],
      ['UCI HAR Dataset', 'labelled', 'labelled', 2],
    ])
    expect(sets[0]?.train).toMatchObject({
      labels: 'UCI HAR Dataset/train/y_train.txt',
      files: signals.map((name) => ({ cells: [name] })),
    })
  })
})

describe('a series in each file', () => {
  test('a folder a class', () => {
    const [set] = fileSetsIn(['rec/walk/2.csv', 'rec/walk/10.csv', 'rec/run/1.csv', 'rec/notes.pdf'])
    expect(set).toEqual({
      name: 'rec',
      test: null,
      train: {
        kind: 'recordings',
        columns: ['file', 'folder'],
        labels: null,
        files: [
          { path: 'rec/run/1.csv', cells: ['run/1.csv', 'run'] },
          { path: 'rec/walk/2.csv', cells: ['walk/2.csv', 'walk'] },
          { path: 'rec/walk/10.csv', cells: ['walk/10.csv', 'walk'] },
        ],
      },
    })
  })
  test('folders for training and test above the classes', () => {
    const [set] = fileSetsIn([
      'train/walk/1.csv',
      'train/run/1.csv',
      'train/run/2.csv',
      'test/walk/1.csv',
      'test/run/1.csv',
    ])
    expect(set?.train).toMatchObject({
      kind: 'recordings',
      columns: ['file', 'folder'],
      files: [{ cells: ['train/run/1.csv', 'run'] }, {}, {}],
    })
    expect(set?.test).toMatchObject({ kind: 'recordings', files: [{ cells: ['test/run/1.csv', 'run'] }, {}] })
  })
  test('the class in the name; several levels of folders; labels in a table beside', () => {
    expect(fileSetsIn(['walk_01.csv', 'walk_02.csv', 'run_01.csv'])[0]?.train).toMatchObject({
      columns: ['file', 'name'],
      files: [
        { cells: ['run_01.csv', 'run'] },
        { cells: ['walk_01.csv', 'walk'] },
        { cells: ['walk_02.csv', 'walk'] },
      ],
    })
    expect(fileSetsIn(['s1/walk/a.csv', 's1/run/a.csv', 's2/walk/a.csv'])[0]?.train).toMatchObject({
      columns: ['file', 'folder 1', 'folder 2'],
    })
    expect(fileSetsIn(['r/a.csv', 'r/b.csv', 'r/labels.csv'])[0]?.train).toMatchObject({
      columns: ['file'],
      labels: 'r/labels.csv',
    })
  })
})
