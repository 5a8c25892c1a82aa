/** The dialog about a table: roles of its columns, and which of very many are on show. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  arranged,
  arrangementOf,
  columnRows,
  columnsShown,
  commonRole,
  pinnedColumns,
  type Role,
  rolesOf,
  withRole,
} from '../../../../src/components/series/own-files/csvRoles.ts'
import { parseCsv } from '../../../../src/model/data/series/readers/csv/csv.ts'
import { previewCsv } from '../../../../src/model/data/series/readers/csv/csvPreview.ts'

const long = 'id,t,x,note,class\na,1,2,hm,A\na,2,3,oh,A\nb,1,4,hm,B\n'
const wide = '1,2,3,A\n4,5,6,B\n7,8,9,A\n'

describe('rolesOf and arranged', () => {
  test.each([
    ['long', long, ['id', 'time', 'values', 'ignore', 'label']],
    ['wide', wide, ['values', 'values', 'values', 'label']],
  ])('%s: the guess as roles, and back to what reads the table alike', (_, table, held) => {
    const preview = previewCsv(table)
    expect(rolesOf(preview)).toEqual(held)
    const { options } = arranged(preview, arrangementOf(preview), rolesOf(preview))
    if (options === null) throw new Error('something is missing')
    expect(parseCsv(table, options)).toEqual(parseCsv(table, preview.guess))
  })

  test('what is missing is named', () => {
    const preview = previewCsv(long)
    const lacks = (layout: 'long' | 'wide', held: Role[], blocks = 1) =>
      arranged(preview, { ...arrangementOf(preview), layout, blocks }, held)
    expect(lacks('long', ['id', 'ignore'])).toEqual({ options: null, lacks: 'values', values: 0 })
    expect(lacks('long', ['values', 'label'])).toEqual({ options: null, lacks: 'id', values: 1 })
    expect(lacks('wide', ['values', 'values', 'values'], 2)).toEqual({
      options: null,
      lacks: 'blocks',
      values: 3,
    })
    expect(lacks('wide', ['values', 'values', 'time', 'values', 'values'], 2)).toMatchObject({
      lacks: null,
      options: { columns: { values: [0, 1, 3, 4], channels: 2, id: null, label: null } },
    })
  })
})

describe('withRole and commonRole', () => {
  const held: Role[] = ['id', 'values', 'values', 'ignore', 'label']

  test('one column at most is the series, the time, the class', () => {
    expect(withRole(held, 1, 1, 'label')).toEqual(['id', 'label', 'values', 'ignore', 'ignore'])
    expect(withRole(held, 3, 3, 'values')).toEqual(['id', 'values', 'values', 'values', 'label'])
  })

  test('a range at once', () => {
    expect(withRole(held, 1, 3, 'ignore')).toEqual(['id', 'ignore', 'ignore', 'ignore', 'label'])
    expect(commonRole(held, 1, 2)).toBe('values')
    expect(commonRole(held, 1, 3)).toBeNull()
    expect(commonRole(held, 4, 4)).toBe('label')
  })
})

describe('columnRows', () => {
  test('few columns have a row each', () => {
    expect(columnRows(3, 0, new Set([2]))).toEqual([0, 1, 2].map((i) => ({ from: i, to: i })))
    expect(columnRows(columnsShown, 0, new Set())).toHaveLength(columnsShown)
  })

  test('of ten thousand, sixty, those told apart, and a row for all between', () => {
    const table = `${Array.from({ length: 9999 }, (_, i) => i / 7).join(',')},A\n`
    const preview = previewCsv(table.repeat(3))
    const held = rolesOf(preview)
    expect(held[9999]).toBe('label')
    const rows = columnRows(10_000, 0, pinnedColumns(held))
    expect(rows).toHaveLength(columnsShown + 2)
    expect(rows.slice(columnsShown)).toEqual([
      { from: 60, to: 9998 },
      { from: 9999, to: 9999 },
    ])
    expect(columnRows(10_000, 5000, pinnedColumns(held)).map(({ from, to }) => to - from + 1)).toEqual([
      5000,
      ...new Array<number>(60).fill(1),
      4939,
      1,
    ])
  })

  test('every column is in one row, in order', () => {
    const anyTable = fc.record({
      count: fc.integer({ min: 1, max: 300 }),
      first: fc.integer({ min: 0, max: 299 }),
      pinned: fc.uniqueArray(fc.integer({ min: 0, max: 299 }), { maxLength: 4 }),
    })
    fc.assert(
      fc.property(anyTable, ({ count, first, pinned }) => {
        const rows = columnRows(count, first, new Set(pinned))
        const all = rows.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i))
        expect(all).toEqual(Array.from({ length: count }, (_, i) => i))
        for (const one of pinned.filter((i) => i < count)) expect(rows).toContainEqual({ from: one, to: one })
        expect(rows.length).toBeLessThanOrEqual(columnsShown + 2 * pinned.length + 2)
      }),
    )
  })
})

describe('what a table may be besides', () => {
  const rows = (count: number, row: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => row(i)).join('\n')
  const melted = `id,t,variable,value,class\n${rows(24, (i) => `${Math.floor(i / 6)},${i % 3},${'xy'[Math.floor(i / 3) % 2]},${i},${'ab'[Math.floor(i / 6) % 2]}`)}`
  const stream = `time,x,activity\n${rows(40, (i) => `${i},${i},${'ab'[Math.floor(i / 10) % 2]}`)}`
  const ids = `subject,trial,t,x,class\n${rows(24, (i) => `${Math.floor(i / 12)},${Math.floor(i / 6) % 2},${i % 6},${i},${'ab'[Math.floor(i / 6) % 2]}`)}`
  const turns = `x_0,y_0,x_1,y_1,label\n${rows(6, (i) => `${i},1,2,3,${'ab'[i % 2]}`)}`

  test.each([
    ['melted', melted, 'long', ['id', 'time', 'variable', 'values', 'label']],
    ['one recording', stream, 'windows', ['time', 'values', 'label']],
    ['several ids', ids, 'long', ['id', 'id', 'time', 'values', 'label']],
    ['variables in turns', turns, 'wide', ['values', 'values', 'values', 'values', 'label']],
  ])('%s: the guess as roles, and back to what reads the table alike', (_, table, layout, held) => {
    const preview = previewCsv(table)
    expect(rolesOf(preview)).toEqual(held)
    expect(arrangementOf(preview).layout).toBe(layout)
    const { options } = arranged(preview, arrangementOf(preview), rolesOf(preview))
    if (options === null) throw new Error('something is missing')
    expect(parseCsv(table, options)).toEqual(parseCsv(table, preview.guess))
  })

  test('windows need no series, another layout does', () => {
    const preview = previewCsv(stream)
    expect(arranged(preview, { ...arrangementOf(preview), layout: 'long' }, rolesOf(preview)).lacks).toBe(
      'id',
    )
  })

  test('a column that names the variable wants one column of values', () => {
    const preview = previewCsv(melted)
    const held: Role[] = ['id', 'values', 'variable', 'values', 'label']
    expect(arranged(preview, arrangementOf(preview), held).lacks).toBe('oneValue')
  })

  test('several columns may name the series, one the time', () => {
    expect(withRole(['id', 'time', 'values'], 2, 2, 'id')).toEqual(['id', 'time', 'id'])
    expect(withRole(['id', 'time', 'values'], 2, 2, 'time')).toEqual(['id', 'ignore', 'time'])
  })
})
