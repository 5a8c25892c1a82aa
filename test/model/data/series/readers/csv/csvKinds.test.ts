/** More tables as tools, loggers and spreadsheets of several countries write them, read through their guess. */
import { describe, expect, test } from 'vitest'
import { dimensionsOf } from '../../seriesFiles.ts'
import { expectRead, longRows, read, rowsOf } from './tableCases.ts'

const nan = Number.NaN
/** Four series of three steps. */
const four = { series: 4, length: 3, classes: ['a', 'b'], first: [[0, 1, 2]] }

describe('numbers', () => {
  test.each<[what: string, value: (t: number) => string, first: readonly number[]]>([
    ['Swiss thousands', (t) => `1'23${t}.5`, [1230.5, 1231.5, 1232.5]],
    ['typographic Swiss thousands', (t) => `1’23${t}.5`, [1230.5, 1231.5, 1232.5]],
    ['French thousands', (t) => `1\u202f23${t},5`, [1230.5, 1231.5, 1232.5]],
    ['blanks between thousands', (t) => `12 23${t}`, [12230, 12231, 12232]],
    ['German thousands beside fractions', (t) => ['999,5', '1.234', '7,25'][t] ?? '', [999.5, 1234, 7.25]],
    ['milliseconds as fractions', (t) => ['0.125', '1.250', '1.375'][t] ?? '', [0.125, 1.25, 1.375]],
    ['a minus sign', (t) => `\u2212${t}.5`, [-0.5, -1.5, -2.5]],
    ['a minus sign and a decimal comma', (t) => `\u2212${t},5`, [-0.5, -1.5, -2.5]],
  ])('%s', (_, value, first) => {
    const text = `id;t;x;class\n${longRows((id, t, c) => `${id};${t};${value(t)};${c}`)}`
    expectRead(read(text), { ...four, first: [first] })
  })

  test('millions with commas in a table of semicolons', () => {
    const set = read(
      `id;t;x;class\n${longRows((id, t, c) => `${id};${t};${t},721,99${t};${c}`)}`.replaceAll(';0,', ';'),
    )
    expect(dimensionsOf(set)[0]).toEqual([[721_990, 1_721_991, 2_721_992]])
  })

  test.each(['n.a.', '---', 'No Data', 'unavailable', '[null]', '#N/A N/A', 'undefined', '결측'])(
    'a missing value: %s',
    (word) => {
      const set = read(
        `id,t,x,class\n${longRows((id, t, c) => `${id},${t},${id === 1 && t === 1 ? word : t},${c}`)}`,
      )
      expect(dimensionsOf(set)[1]).toEqual([[0, nan, 2]])
    },
  )

  test('unknown is a class as well', () => {
    const set = read(
      `id,t,x,class\n${longRows((id, t, c) => `${id},${t},${t},${c === 'a' ? 'unknown' : 'void'}`)}`,
    )
    expect(set.classes).toEqual(['unknown', 'void'])
  })
})

describe('names of columns', () => {
  /** Rows of a series stand in another order than their times. */
  const late = (t: number) => (t + 2) % 3
  test.each([
    'ts',
    'timeStamp',
    '@timestamp',
    'Time / s',
    'Time, ms',
    'Zeit [s]',
    'horodatage',
    'Fecha',
    'created_at',
    'sensor_timestamp',
    'last_changed',
    'Time since start in ms',
  ])('a time: %s', (name) => {
    const text = `id;${name};x;class\n${longRows((id, t, c) => `${id};${late(t)};${late(t)};${c}`)}`
    expectRead(read(text), four)
  })

  test.each(['deviceId', 'Versuch', 'SubjectID', 'Sujet'])('a series: %s', (name) => {
    expectRead(read(`${name},t,x,class\n${longRows((id, t, c) => `${id},${t},${t},${c}`)}`), four)
  })

  test.each(['Klasse', 'classe', 'ActivityName', 'eyeDetection', 'ground_truth'])('a class: %s', (name) => {
    const text = `id,t,x,${name}\n${longRows((id, t, c) => `${id},${t},${t},${c === 'a' ? 0 : 1}`)}`
    expectRead(read(text), { ...four, classes: ['0', '1'] })
  })

  test.each([
    ['name', 'value'],
    ['_field', '_value'],
    ['key', 'Wert'],
  ])('variables one below the other: %s, %s', (variable, value) => {
    const text = `id,time,${variable},${value}\n${rowsOf(24, (i) => `${Math.floor(i / 6)},${i % 3},${Math.floor(i / 3) % 2 ? 'y' : 'x'},${i % 6}`)}`
    const first = [
      [0, 1, 2],
      [3, 4, 5],
    ]
    expectRead(read(text), { ...four, classes: [], channels: 2, names: ['x', 'y'], first })
  })
})
