/** What is wrong with a call of a reader, and not with its file, is said by the name of the option. */
import { describe, expect, test } from 'vitest'
import { parseArff } from '../../../../../src/model/data/series/readers/arff.ts'
import { parseCsv } from '../../../../../src/model/data/series/readers/csv/csv.ts'
import { previewCsv } from '../../../../../src/model/data/series/readers/csv/csvPreview.ts'
import { parseTs } from '../../../../../src/model/data/series/readers/ts.ts'
import { expectRefusal, wrong } from '../../../refused.ts'

const ts = '@classLabel true A B\n@data\n1,2,3:A\n4,5,6:B\n'
const arff = '@relation r\n@attribute t0 numeric\n@attribute class {A,B}\n@data\n1,A\n2,B\n'
const csv = 'id,t,class,a,b\ns,1,A,1,2\ns,2,A,3,4\nu,1,B,5,6\n'
const wide = { layout: 'wide', columns: { label: 'class', values: ['a', 'b'] } } as const
const long = {
  layout: 'long',
  columns: { id: 'id', time: 't', label: 'class', channels: ['a', 'b'] },
} as const

describe.each([
  [
    'parseTs',
    ts,
    (text: string, limits?: object, onProgress?: () => void) => parseTs(text, limits, onProgress),
  ],
  [
    'parseArff',
    arff,
    (text: string, limits?: object, onProgress?: () => void) => parseArff(text, limits, onProgress),
  ],
  [
    'parseCsv',
    csv,
    (text: string, limits?: object, onProgress?: () => void) => parseCsv(text, long, limits, onProgress),
  ],
] as const)('%s', (_, text, parse) => {
  test.each<[what: string, text: unknown, got: string]>([
    ['nothing', undefined, 'undefined'],
    ['null', null, 'null'],
    ['bytes', new Uint8Array(3), 'a Uint8Array'],
    ['a promise', Promise.resolve(''), 'a Promise'],
  ])('the text: %s', (_, given, got) => {
    const message = `text is ${got}; expected a text; bytes are decoded before`
    expectRefusal(() => parse(wrong(given)), TypeError, message)
  })

  const number = 'expected a whole number from 1, or Infinity'
  const names = 'bytes, series, channels, length, classes'
  test.each<[what: string, limits: unknown, kind: typeof RangeError, message: string]>([
    ['unknown', { rows: 4 }, RangeError, `unknown option limits.rows; expected ${names} or values`],
    ['none', { series: 0 }, RangeError, `limits.series is 0; ${number}`],
    ['half', { length: 2.5 }, RangeError, `limits.length is 2.5; ${number}`],
    ['no number', { classes: Number.NaN }, RangeError, `limits.classes is NaN; ${number}`],
    ['in words', { bytes: '64' }, RangeError, `limits.bytes is “64”; ${number}`],
    ['null', null, TypeError, `limits is null; expected an object with ${names} and values`],
    ['a number', 64, TypeError, `limits is 64; expected an object with ${names} and values`],
  ])('limits: %s', (_, limits, kind, message) => {
    expectRefusal(() => parse(text, wrong(limits)), kind, message)
  })

  test('limits that are left open, and none at all', () => {
    const open = { bytes: Number.POSITIVE_INFINITY, length: Number.POSITIVE_INFINITY, series: undefined }
    expect(parse(text, open)).toEqual(parse(text))
  })

  test('the progress', () => {
    expectRefusal(() => parse(text, {}, wrong(true)), TypeError, 'onProgress is true; expected a function')
  })
})

describe('choices of parseArff', () => {
  test.each<[choices: unknown, kind: typeof RangeError, message: string]>([
    [{ rows: 'series' }, RangeError, 'choices.rows is series; expected one of variables, steps'],
    [{ columns: 'steps' }, RangeError, 'unknown option choices.columns; expected rows'],
    ['steps', TypeError, 'choices is steps; expected an object with rows'],
  ])('%j', (choices, kind, message) => {
    expectRefusal(() => parseArff(arff, undefined, undefined, wrong(choices)), kind, message)
  })
})

const start = 'previewCsv(text).guess is a start'
const layouts = `expected one of long, wide; ${start}`
const arrangement = `expected an object that says which columns there are; ${start}`
const table = 'delimiter, firstRow, decimal, missing, header, turned'
const column = 'expected a column, by its name or its position from 0, or null for none'
const columns = 'expected a list of columns, by name or position from 0'

describe('options of parseCsv', () => {
  test.each<[what: string, options: unknown, kind: typeof RangeError, message: string]>([
    [
      'none',
      undefined,
      TypeError,
      `options is undefined; expected an object with layout and columns; ${start}`,
    ],
    [
      'a delimiter alone',
      ';',
      TypeError,
      `options is “;”; expected an object with layout and columns; ${start}`,
    ],
    ['no layout', {}, RangeError, `layout is undefined; ${layouts}`],
    ['what previewCsv gives, not its guess', previewCsv(csv), RangeError, `layout is undefined; ${layouts}`],
    ['another layout', { ...long, layout: 'tall' }, RangeError, `layout is tall; ${layouts}`],
    ['no columns', { layout: 'long' }, TypeError, `columns is undefined; ${arrangement}`],
    [
      'columns in a list',
      { layout: 'wide', columns: ['a', 'b'] },
      TypeError,
      `columns is [a, b]; ${arrangement}`,
    ],
    [
      'unknown',
      { ...long, separator: ';' },
      RangeError,
      `unknown option separator; expected ${table}, name, layout or columns`,
    ],
    ['delimiter', { ...long, delimiter: 5 }, RangeError, 'delimiter is 5; expected one character'],
    ['firstRow', { ...long, firstRow: -1 }, RangeError, 'firstRow is -1; expected a whole number from 0'],
    ['half a row', { ...long, firstRow: 0.5 }, RangeError, 'firstRow is 0.5; expected a whole number from 0'],
    [
      'decimal',
      { ...long, decimal: 'comma' },
      RangeError,
      'decimal is comma; expected one of “.”, “,”, either',
    ],
    ['missing', { ...long, missing: '-200' }, RangeError, 'missing is “-200”; expected a list of texts'],
    [
      'a number for missing',
      { ...long, missing: [-200] },
      RangeError,
      'missing is [-200]; expected a list of texts',
    ],
    ['header', { ...long, header: 1 }, RangeError, 'header is 1; expected true or false'],
    ['name', { ...long, name: null }, RangeError, 'name is null; expected a text'],
  ])('%s', (_, options, kind, message) => {
    expectRefusal(() => parseCsv(csv, wrong(options)), kind, message)
  })

  test.each<[what: string, changes: object, message: string]>([
    [
      'unknown',
      { values: ['a'] },
      'unknown option columns.values; expected id, time, label, channels, variable or windows',
    ],
    [
      'no id',
      { id: undefined },
      'columns.id is undefined; expected a column or several, by name or position from 0, or null for one recording',
    ],
    ['no time', { time: undefined }, `columns.time is undefined; ${column}`],
    ['no label', { label: undefined }, `columns.label is undefined; ${column}`],
    ['label', { label: true }, `columns.label is true; ${column}`],
    ['channels', { channels: undefined }, `columns.channels is undefined; ${columns}`],
    ['one of channels', { channels: 'a' }, `columns.channels is a; ${columns}`],
    ['no column', { channels: ['a', null] }, `columns.channels is [a, null]; ${columns}`],
    ['variable', { variable: ['a'] }, `columns.variable is [a]; ${column}`],
    ['windows', { windows: 4 }, 'columns.windows is 4; expected an object with length and stride, or null'],
    [
      'half a window',
      { windows: { length: 4 } },
      'columns.windows.stride is undefined; expected a whole number from 1',
    ],
    [
      'of a window',
      { windows: { length: 4, step: 2 } },
      'unknown option columns.windows.step; expected length or stride',
    ],
  ])('columns, long: %s', (_, changes, message) => {
    const options = { ...long, columns: { ...long.columns, ...changes } }
    expectRefusal(() => parseCsv(csv, wrong(options)), RangeError, message)
  })

  test.each<[what: string, changes: object, message: string]>([
    ['unknown', { time: 't' }, 'unknown option columns.time; expected label, values, id, channels or order'],
    ['label', { label: undefined }, `columns.label is undefined; ${column}`],
    ['values', { values: undefined }, `columns.values is undefined; ${columns}, or null for all`],
    ['id', { id: ['id', 't'] }, `columns.id is [id, t]; ${column}`],
    ['channels', { channels: ['a'] }, 'columns.channels is [a]; expected a whole number from 1'],
    ['order', { order: 'steps' }, 'columns.order is steps; expected one of blocks, interleaved'],
  ])('columns, wide: %s', (_, changes, message) => {
    const options = { ...wide, columns: { ...wide.columns, ...changes } }
    expectRefusal(() => parseCsv(csv, wrong(options)), RangeError, message)
  })

  test('what is null or left open is taken', () => {
    const open = {
      ...long,
      header: undefined,
      missing: [],
      columns: { ...long.columns, variable: null, windows: null },
    }
    expect(parseCsv(csv, open)).toEqual(parseCsv(csv, long))
  })
})

describe('previewCsv', () => {
  test.each<[what: string, call: () => unknown, kind: typeof RangeError, message: string]>([
    ['text', () => previewCsv(wrong(7)), TypeError, 'text is 7; expected a text; bytes are decoded before'],
    [
      'options in the second place',
      () => previewCsv(csv, wrong({ delimiter: ';' })),
      TypeError,
      'whole is an object; expected true or false; options come after it',
    ],
    [
      'null',
      () => previewCsv(csv, true, wrong(null)),
      TypeError,
      `options is null; expected an object with ${table} and name`,
    ],
    [
      'what parseCsv takes',
      () => previewCsv(csv, true, wrong(long)),
      RangeError,
      `unknown option layout; expected ${table} or name`,
    ],
    [
      'header',
      () => previewCsv(csv, true, wrong({ header: 'yes' })),
      RangeError,
      'header is yes; expected true or false',
    ],
  ])('%s', (_, call, kind, message) => {
    expectRefusal(call, kind, message)
  })
})
