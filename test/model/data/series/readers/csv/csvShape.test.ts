/** Kept arrangements of tables: sound ones come back, damaged ones do not. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { previewCsv } from '../../../../../../src/model/data/series/readers/csv/csvPreview.ts'
import { csvOptionsOf } from '../../../../../../src/model/data/series/readers/csv/csvShape.ts'

const long = {
  layout: 'long',
  delimiter: ',',
  header: true,
  columns: { id: 0, time: null, label: 'class', channels: [2, 3] },
}
const wide = { layout: 'wide', columns: { label: 4, values: null } }

test('what a look at a table suggests, and what people choose, comes back whole', () => {
  for (const table of ['id,t,x,class\na,1,2,A\na,2,3,A\nb,1,4,B\n', '1,2,3,A\n4,5,6,B\n']) {
    const { guess } = previewCsv(table)
    expect(csvOptionsOf(structuredClone(guess))).toEqual(guess)
  }
  expect(csvOptionsOf(long)).toEqual(long)
  expect(csvOptionsOf({ ...long, name: 'Mine' })).toEqual({ ...long, name: 'Mine' })
  expect(csvOptionsOf(wide)).toEqual({ ...wide, columns: { ...wide.columns, id: null, channels: 1 } })
})

test('every choice comes back as it was kept', () => {
  const table = { delimiter: ';', firstRow: 2, decimal: ',', missing: ['-200', ''], name: '' }
  const windows = { length: 5, stride: 1 }
  const columns = { id: null, time: 'at', label: null, channels: ['x'], variable: 0, windows }
  const kept = [
    { ...long, ...table, columns },
    { ...long, firstRow: 0, decimal: 'either', header: false, columns: { ...columns, id: [0, 'b'] } },
    {
      ...wide,
      ...table,
      columns: { label: null, values: [0, 1], id: 'n', channels: 2, order: 'interleaved' },
    },
  ]
  for (const one of kept) expect(csvOptionsOf(structuredClone(one))).toEqual(one)
  const blocks = { ...wide, columns: { label: 0, values: [1], id: 2, channels: 1 } }
  expect(csvOptionsOf({ ...blocks, columns: { ...blocks.columns, order: 'blocks' } })).toEqual(blocks)
})

test('what does not belong in there is left out', () => {
  const more = { ...long, evil: 1, columns: { ...long.columns, evil: 2 } }
  expect(csvOptionsOf(more)).toEqual(long)
})

test.each<[what: string, value: unknown]>([
  ['nothing', null],
  ['text', 'long'],
  ['no columns', { layout: 'long' }],
  ['another layout', { ...long, layout: 'square' }],
  ['columns of the other layout', { ...wide, layout: 'long' }],
  ['no series column', { ...long, columns: { ...long.columns, id: null } }],
  ['a negative position', { ...long, columns: { ...long.columns, label: -1 } }],
  ['half a position', { ...long, columns: { ...long.columns, time: 0.5 } }],
  ['no variables', { ...long, columns: { ...long.columns, channels: [] } }],
  ['variables that are no list', { ...long, columns: { ...long.columns, channels: { length: 2 } } }],
  ['a variable that is none', { ...long, columns: { ...long.columns, channels: [1, null] } }],
  ['values that are no list', { ...wide, columns: { label: null, values: '1' } }],
  ['no variable per row', { ...wide, columns: { ...wide.columns, channels: 0 } }],
  ['windows without a length', { ...long, columns: { ...long.columns, windows: { stride: 1 } } }],
  ['windows that stand still', { ...long, columns: { ...long.columns, windows: { length: 5, stride: 0 } } }],
  ['windows as text', { ...long, columns: { ...long.columns, windows: 'all' } }],
  ['no series columns', { ...long, columns: { ...long.columns, id: [] } }],
  ['a name of variables that is no column', { ...long, columns: { ...long.columns, variable: true } }],
  ['another order', { ...wide, columns: { ...wide.columns, order: 'mixed' } }],
  ['an id that is no column', { ...wide, columns: { ...wide.columns, id: {} } }],
  ['a class that is no column', { ...wide, columns: { ...wide.columns, label: true } }],
  ['half a line above', { ...long, firstRow: 0.5 }],
  ['lines before the first', { ...long, firstRow: -1 }],
  ['another decimal sign', { ...long, decimal: ';' }],
  ['missing values as numbers', { ...long, missing: [-200] }],
  ['missing values as text', { ...long, missing: 'NA' }],
  ['a delimiter as a number', { ...long, delimiter: 4 }],
  ['two delimiters', { ...long, delimiter: ', ' }],
  ['a header as text', { ...long, header: 'no' }],
  ['a name as a number', { ...long, name: 5 }],
])('refused: %s', (_, value) => {
  expect(csvOptionsOf(value)).toBeNull()
})

test('anything at all is an arrangement or null', () => {
  fc.assert(fc.property(fc.anything(), (value) => typeof csvOptionsOf(value) === 'object'))
})
