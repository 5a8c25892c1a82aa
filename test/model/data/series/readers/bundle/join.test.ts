/** Several files as one table, read as the page reads any other: through its preview and the guess. */
import { describe, expect, test } from 'vitest'
import { fileSetsIn } from '../../../../../../src/model/data/series/readers/bundle/fileSets.ts'
import { joinFiles } from '../../../../../../src/model/data/series/readers/bundle/join.ts'
import type { Source } from '../../../../../../src/model/data/series/readers/bundle/source.ts'
import { parseCsv } from '../../../../../../src/model/data/series/readers/csv/csv.ts'
import { previewCsv } from '../../../../../../src/model/data/series/readers/csv/csvPreview.ts'
import { defaultLimits } from '../../../../../../src/model/data/series/readers/limits.ts'

type Texts = Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>

async function joined(texts: Texts, which: 'train' | 'test' = 'train', limits = defaultLimits) {
  const [set] = fileSetsIn(Object.keys(texts))
  const source: Source | null | undefined = set?.[which]
  if (source === null || source === undefined || source.kind === 'file')
    throw new Error('no set to be joined')
  return joinFiles(
    source,
    new Map(Object.entries(texts).map(([path, text]) => [path, new Blob([text])])),
    limits,
  )
}

async function read(texts: Texts) {
  const { text } = await joined(texts)
  const { guess, doubts } = previewCsv(text)
  const { series, classes, channelNames } = parseCsv(text, guess)
  return {
    doubts,
    classes,
    channelNames,
    series: series.map(({ label, data }) => [label === null ? null : classes[label], [...data]] as const),
  }
}

describe('a series in each file', () => {
  test('a folder a class; the time of the tables stays the time', async () => {
    const found = await read({
      'rec/walk/1.csv': 't,x,y\n0,1,2\n1,3,4\n2,5,6\n',
      'rec/walk/2.csv': 't,x,y\r\n0,7,8\r\n1,9,10\r\n2,1,1\r\n',
      'rec/run/1.csv': 't,x,y\n1,0.5,0\n0,-1,0\n',
    })
    expect(found).toEqual({
      doubts: [],
      classes: ['run', 'walk'],
      channelNames: ['x', 'y'],
      // By their times, in the order of the files.
      series: [
        ['run', [-1, 0, 0.5, 0]],
        ['walk', [1, 2, 3, 4, 5, 6]],
        ['walk', [7, 8, 9, 10, 1, 1]],
      ],
    })
  })
  test('single columns without a header, the class in the name', async () => {
    const found = await read({
      'Z001.txt': '12\n22\n35\n',
      'Z002.txt': '1\n2\n3\n',
      'S001.txt': '-5\n-6\n-7\n',
      'S002.txt': '0\n1\n0\n',
    })
    expect(found.classes).toEqual(['S', 'Z'])
    expect(found.series[2]).toEqual(['Z', [12, 22, 35]])
  })
  test('row numbers of pandas beside each table are no variable', async () => {
    const found = await read({
      'a/1.csv': ',x\n0,5\n1,6\n2,7\n3,9\n',
      'a/2.csv': ',x\n0,8\n1,9\n2,1\n3,9\n',
      'b/1.csv': ',x\n0,4\n1,3\n2,2\n3,9\n',
    })
    expect(found.channelNames).toEqual(['x'])
    expect(found.series[0]).toEqual(['a', [5, 6, 7, 9]])
  })
  test('decimal commas, comments, quotes and line ends within them', async () => {
    const found = await read({
      'a/1.csv': '# logger\nx;note\n0,5;"a ""b"""\n1,5;"c\nd"\n',
      'b/1.csv': 'x;note\n2,5;e\n3,5;f\n4,5;g\n',
      'b/2.csv': 'x;note\n2,5;e\n3,5;f\n',
    })
    expect(found.series).toEqual([
      ['a', [0.5, 1.5]],
      ['b', [2.5, 3.5, 4.5]],
      ['b', [2.5, 3.5]],
    ])
  })
  test('labels in a table beside, by the names of the files', async () => {
    const texts = {
      'd/01.csv': 'x\n1\n2\n',
      'd/02.csv': 'x\n3\n4\n',
      'd/03.csv': 'x\n5\n6\n',
      'd/04.csv': 'x\n7\n8\n',
    }
    const found = await read({
      ...texts,
      'd/labels.csv': 'file,rater,state\n01,r1,rest\n02,r1,move\n03,r2,rest\n04,r2,move\n',
    })
    expect(found.series).toEqual([
      ['rest', [1, 2]],
      ['move', [3, 4]],
      ['rest', [5, 6]],
      ['move', [7, 8]],
    ])
    await expect(joined({ ...texts, 'd/labels.csv': 'file,state\nx,rest\ny,move\n' })).rejects.toMatchObject({
      file: 'd/labels.csv',
      dataError: { code: 'labelFiles' },
    })
  })
  test('other columns, a file that is no text, too much: said of the file', async () => {
    const texts = { 'a/1.csv': 'x,y\n1,2\n', 'a/2.csv': 'x,y\n1,2\n' }
    await expect(joined({ ...texts, 'b/1.csv': 'x,z\n1,2\n' })).rejects.toMatchObject({
      file: 'b/1.csv',
      message: 'b/1.csv: the columns x, z; expected x, y, as in a/1.csv',
    })
    await expect(joined({ ...texts, 'b/1.csv': 'x,y\n1,"2"3\n' })).rejects.toMatchObject({
      file: 'b/1.csv',
      line: 2,
    })
    await expect(joined({ ...texts, 'b/1.csv': Uint8Array.of(65, 0, 66, 67) })).rejects.toMatchObject({
      file: 'b/1.csv',
      dataError: { code: 'zeroByte' },
    })
    await expect(joined({ ...texts, 'b/1.csv': '' })).rejects.toMatchObject({
      file: 'b/1.csv',
      dataError: { code: 'noRows' },
    })
    await expect(
      joined({ ...texts, 'b/1.csv': 'x,y\n1,2\n' }, 'train', { ...defaultLimits, bytes: 40 }),
    ).rejects.toMatchObject({
      dataError: { code: 'manyBytes' },
    })
  })
  test('where each row comes from, and which text was no UTF-8', async () => {
    const euckr = Uint8Array.of(...new TextEncoder().encode('x\n1\n#'), 0xb0, 0xc8, 0xb1, 0xe2)
    const { origins, encodings } = await joined({
      'a/1.csv': '# c\nx\n1\n2\n',
      'b/1.csv': 'x\n3\n\n4\n',
      'b/2.csv': euckr,
    })
    expect(origins).toEqual([
      { path: 'a/1.csv', from: 2, line: 3 },
      { path: 'b/1.csv', from: 4, line: null },
      { path: 'b/2.csv', from: 6, line: 2 },
    ])
    expect(encodings).toEqual(['euc-kr'])
  })
})

describe('labels in a file of their own', () => {
  const wide = '0,1,2\n1.5,2.5,3.5\n4,5,6.5\n7.5,8,9\n1,1,1.5\n'
  const expected = [
    ['a', [1.5, 2.5, 3.5]],
    ['b', [4, 5, 6.5]],
    ['a', [7.5, 8, 9]],
    ['b', [1, 1, 1.5]],
  ]
  test.each([
    ['a name above', 'label\na\nb\na\nb\n'],
    ['no name', 'a\nb\na\nb\n'],
    ['row numbers of pandas', ',0\n0,a\n1,b\n2,a\n3,b\n'],
  ])('a label a row: %s', async (_, labels) => {
    const { series } = await read({ 'X_train.csv': wide, 'y_train.csv': labels })
    expect(series.map(([label, data]) => [label, data])).toEqual(expected)
  })
  test('numbers, with a number as the name of the column', async () => {
    const { series } = await read({ 'X_train.csv': wide, 'y_train.csv': '0\n1\n2\n1\n2\n' })
    expect(series.map(([label]) => label)).toEqual(['1', '2', '1', '2'])
  })
  test('blanks between the cells, no header anywhere', async () => {
    const { series } = await read({
      'X_train.txt': '  2.8e-001 -2.0e-002 1.0e+000\n  1.5e-001 -1.0e-002 3.0e+000\n  1e0 2e0 3e0\n',
      'y_train.txt': '5\n4\n5\n',
    })
    expect(series.map(([label, data]) => [label, data.map((value) => Number(value.toFixed(3)))])).toEqual([
      ['5', [0.28, -0.02, 1]],
      ['4', [0.15, -0.01, 3]],
      ['5', [1, 2, 3]],
    ])
  })
  test('a column in common: the class of a series for each of its rows', async () => {
    const { series, channelNames, doubts } = await read({
      'X_train.csv':
        'row_id,series_id,measurement_number,x,y\n0_0,0,0,1,2\n0_1,0,1,3,4\n1_0,1,0,5,6\n1_1,1,1,7,8\n2_0,2,0,5,6\n2_1,2,1,7,8\n',
      'y_train.csv': 'series_id,group_id,surface\n0,13,tile\n1,31,wood\n2,2,tile\n',
    })
    expect(doubts).toEqual([])
    expect(channelNames).toEqual(['x', 'y'])
    expect(series).toEqual([
      ['tile', [1, 2, 3, 4]],
      ['wood', [5, 6, 7, 8]],
      ['tile', [5, 6, 7, 8]],
    ])
  })
  test('neither as many labels as rows nor a column in common', async () => {
    await expect(joined({ 'X_train.csv': wide, 'y_train.csv': 'a\nb\na\n' })).rejects.toMatchObject({
      file: 'y_train.csv',
      dataError: { code: 'labelRows', values: { found: 3, rows: 4, data: 'X_train.csv' } },
    })
  })
})

describe('a variable in each file', () => {
  const texts = {
    'train/Signals/acc_x_train.txt': '1 2 4\n4 5 6\n7 8 9\n',
    'train/Signals/acc_y_train.txt': '10 20 50\n40 50 60\n70 80 90\n',
    'train/y_train.txt': '2\n1\n2\n',
  }
  test('side by side, with the classes', async () => {
    const { series, channelNames, classes } = await read(texts)
    expect(classes).toEqual(['1', '2'])
    expect(channelNames).toEqual(['acc_x', 'acc_y'])
    expect(series.map(([label, data]) => [label, data])).toEqual([
      ['2', [1, 10, 2, 20, 4, 50]],
      ['1', [4, 40, 5, 50, 6, 60]],
      ['2', [7, 70, 8, 80, 9, 90]],
    ])
  })
  test('another number of rows or columns is said of its file', async () => {
    await expect(
      joined({ ...texts, 'train/Signals/acc_y_train.txt': '1 2 4\n4 5 6\n' }),
    ).rejects.toMatchObject({
      file: 'train/Signals/acc_y_train.txt',
      dataError: { code: 'otherRows' },
    })
    await expect(
      joined({ ...texts, 'train/Signals/acc_y_train.txt': '1 2\n4 5\n4 6\n' }),
    ).rejects.toMatchObject({ dataError: { code: 'otherWidth' } })
    await expect(joined({ ...texts, 'train/y_train.txt': '2\n1\n' })).rejects.toMatchObject({
      file: 'train/y_train.txt',
    })
  })
})
