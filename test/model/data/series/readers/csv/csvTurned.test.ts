/** Tables whose rows are columns: a series in each column, or a step. */
import { describe, expect, test } from 'vitest'
import { parseCsv } from '../../../../../../src/model/data/series/readers/csv/csv.ts'
import { previewCsv } from '../../../../../../src/model/data/series/readers/csv/csvPreview.ts'
import { csvOptionsOf } from '../../../../../../src/model/data/series/readers/csv/csvShape.ts'

const turned = { turned: true } as const

describe('rows and columns are turned', () => {
  test('a series in each column, with its class above', () => {
    const text = 'class,walk,run,walk,run\nt0,1,5,2,6\nt1,1.5,5.5,2.5,6.5\nt2,0,"1",0,1\n'
    const { guess, columns } = previewCsv(text, true, turned)
    expect(columns.map(({ name }) => name)).toEqual(['class', 't0', 't1', 't2'])
    const { series, classes } = parseCsv(text, guess)
    expect(series.map(({ label, data }) => [classes[label ?? -1], [...data]])).toEqual([
      ['walk', [1, 1.5, 0]],
      ['run', [5, 5.5, 1]],
      ['walk', [2, 2.5, 0]],
      ['run', [6, 6.5, 1]],
    ])
    // What is kept of it is read back.
    expect(csvOptionsOf(JSON.parse(JSON.stringify(guess)))).toEqual(guess)
    expect(csvOptionsOf({ ...guess, turned: 'yes' })).toBeNull()
  })
  test('a step in each column: id, time and variables are rows', () => {
    const text = 'id;a;a;b;b\ntime;0;1;0;1\nx;0,5;1,5;2,5;3,5\nlabel;p;p;q;q\n'
    const { guess } = previewCsv(text, true, turned)
    const { series, channelNames } = parseCsv(text, guess)
    expect(channelNames).toEqual(['x'])
    expect(series.map(({ data }) => [...data])).toEqual([
      [0.5, 1.5],
      [2.5, 3.5],
    ])
  })
  test('only the beginning of a file: half of its last line is left out', () => {
    const text = 'class,a,b,a,b\nt0,1,2,3,4\nt1,1,2,3,4\nt2,1,2'
    expect(previewCsv(text, false, turned).columns.map(({ name }) => name)).toEqual(['class', 't0', 't1'])
    expect(previewCsv(text, true, turned).columns.map(({ name }) => name)).toEqual([
      'class',
      't0',
      't1',
      't2',
    ])
  })
  test('a wrong cell has no line then: what it is called stands in the message', () => {
    const text = 'class,a,b,a,b\nt0,1,2,3,4\nt1,1,zwei,3,4\nt2,1,2,3,4\n'
    const { guess } = previewCsv(text, true, turned)
    const columns = { label: 0, values: [1, 2, 3] }
    expect(() => parseCsv(text, { ...guess, layout: 'wide', columns })).toThrow(/^“zwei” is not a number/)
    expect(() => parseCsv('a,1\nb,"2"3\n', { ...guess, layout: 'wide', columns })).toThrow(
      /^line 2: a stray quote/,
    )
  })
})
