/**
 * Tables as people's tools write them, read through the guess that a reader of the page begins with. The inputs in
 * test/cases/tables are one of a kind each; below them stand others of the same kinds.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseCsv } from '../../../../../../src/model/data/series/readers/csv/csv.ts'
import { previewCsv } from '../../../../../../src/model/data/series/readers/csv/csvPreview.ts'
import { decodeText } from '../../../../../../src/model/data/series/readers/decode.ts'
import { dimensionsOf, labelsOf, refusal } from '../../seriesFiles.ts'
import { type Expected, expectRead, longRows, read, rowsOf } from './tableCases.ts'

const folder = new URL('../../../../../cases/tables/', import.meta.url).pathname
const nan = Number.NaN

const walk = { series: 12, length: 3, classes: ['run', 'walk'], first: [[0.5, 1.5, -0.5]] }
const ab = { classes: ['a', 'b'] }
const small = { series: 8, length: 3, ...ab }

const files: Readonly<Record<string, Expected | string>> = {
  'R-write-table.csv': walk,
  'csv-activity-stream.csv': {
    series: 6,
    channels: 3,
    names: ['ax', 'ay', 'az'],
    length: 10,
    classes: ['run', 'walk'],
    first: [[0, 1, 2, 3, 4, 0, 1, 2, 3, 4], [0, 1, 2, 0, 1, 2, 0, 1, 2, 0], new Array(10).fill(9.5)],
    doubts: ['id'],
  },
  'csv-comment-lines.csv': { ...small, notes: ['linesAbove'], first: [[0.5, 1.5, 2.5]] },
  'csv-ddmmyyyy-unordered.csv': { ...small, first: [[10, 20, 30]] },
  'csv-decimal-comma-quoted.csv': { ...walk, series: 8 },
  'csv-gps.csv': { series: 12, channels: 2, names: ['lat', 'lon'], length: 6, ...ab, first: [[], []] },
  'csv-large-offset.csv': { series: 12, length: 4, ...ab, first: [[0, 1, 2, 3]] },
  'csv-long-instances-timepoints.csv': {
    series: 8,
    channels: 2,
    names: ['dim_0', 'dim_1'],
    length: 4,
    classes: [],
    first: [
      [0, 10, 20, 30],
      [0, -1, -2, -3],
    ],
  },
  'csv-long-melted.csv': {
    ...small,
    channels: 2,
    names: ['x', 'y'],
    first: [
      [0, 1, 2],
      [100, 101, 102],
    ],
  },
  'csv-long-row-id-first.csv': {
    series: 8,
    channels: 2,
    names: ['a', 'b'],
    length: 4,
    classes: ['tile', 'wood'],
    first: [
      [0, 1, 2, 3],
      [0, -1, -2, -3],
    ],
  },
  'csv-long-time-s.csv': {
    series: 8,
    channels: 2,
    names: ['Acceleration x (m/s^2)', 'Acceleration y (m/s^2)'],
    length: 4,
    ...ab,
    first: [
      [0, 10, 20, 30],
      [0, -1, -2, -3],
    ],
  },
  'csv-long-timepoint.csv': {
    series: 8,
    channels: 2,
    names: ['c0', 'c1'],
    length: 4,
    ...ab,
    first: [
      [0, 10, 20, 30],
      [0, -1, -2, -3],
    ],
  },
  'csv-long-two-ids.csv': { series: 16, length: 3, ...ab, first: [[0, 1, 2]] },
  'csv-missing-hash-na.csv': { ...small, first: [[0.5, 1.5, 2.5]] },
  'csv-missing-inf.csv': 'line 6: “inf” is not a number',
  'csv-missing-none.csv': { ...small, first: [[0.5, 1.5, 2.5]] },
  'csv-missing-null.csv': { ...small, first: [[0.5, 1.5, 2.5]] },
  'csv-missing-pd-na.csv': { ...small, first: [[0.5, 1.5, 2.5]] },
  'csv-one-stream-label-per-row.csv': {
    series: 6,
    length: 10,
    names: ['value'],
    classes: ['0', '1'],
    first: [[0, 1.75, 0.25, 2, 0.5, 2.25, 0.75, 2.5, 1, 2.75]],
    doubts: ['id'],
  },
  'csv-tsv-nan-padded.tsv': { series: 56, length: 4, classes: ['1', '2'], first: [[0.5, 0.25, 0.125]] },
  'csv-wide-filename-codelabel.csv': { ...walk, classes: ['0', '1'] },
  'csv-wide-interleaved.csv': {
    series: 12,
    channels: 2,
    names: ['x', 'y'],
    length: 3,
    ...ab,
    first: [[0, 0.1, 0.2].map(Math.fround), [100, 100.1, 100.2].map(Math.fround)],
  },
  'csv-wide-label-1e0.csv': { series: 12, length: 3, classes: ['0', '1'], first: [[0, 0.5, 0.25]] },
  'csv-wide-pandas-index-named.csv': walk,
  'csv-wide-pandas-index-numbered.csv': walk,
  'csv-wide-textid-among-values.csv': {
    series: 12,
    length: 3,
    classes: ['1', '2', '3'],
    first: [[135, 190, 229]],
  },
  'csv-wide-textid-unlabelled.csv': { ...walk, classes: [], doubts: ['label'] },
  'csv-wide-unnamed0.csv': walk,
  'csv-wisdm-trailing-semicolon.csv': {
    series: 4,
    channels: 3,
    length: 6,
    classes: ['Jogging', 'Walking'],
    first: [
      [-0.69, 0.31, 1.31, 2.31, 3.31, 4.31].map(Math.fround),
      [12.6, 11.6, 10.6, 9.6, 8.6, 7.6].map(Math.fround),
      [0.5, 0.51, 0.52, 0.53, 0.54, 0.55].map(Math.fround),
    ],
  },
  'ucr-spaces.txt': { series: 12, length: 3, classes: ['1', '2'], first: [[0.5, -1.5, -0.5]] },
}

describe('a file of each kind', () => {
  test('all of them are here', () => {
    expect(readdirSync(folder).toSorted()).toEqual(Object.keys(files).toSorted())
  })

  test.each(Object.entries(files))('%s', (name, expected) => {
    const { text } = decodeText(readFileSync(`${folder}${name}`))
    if (typeof expected === 'string') {
      expect(refusal(() => read(text)).message).toContain(expected)
      return
    }
    const set = read(text)
    if (name === 'csv-gps.csv') {
      expectRead(
        { ...set, series: set.series.map((one) => ({ ...one, data: new Float32Array(), length: 0 })) },
        expected,
      )
      const own = dimensionsOf(set)[0]?.map((values, c) =>
        values.map((value) => value + (set.offsets?.[c] ?? 0)),
      )
      for (const [t, value] of (own?.[0] ?? []).entries()) expect(value).toBeCloseTo(37.566535 + t * 1e-6, 8)
      for (const [t, value] of (own?.[1] ?? []).entries()) expect(value).toBeCloseTo(126.977969 + t * 1e-6, 8)
      return
    }
    expectRead(set, expected)
    if (name === 'csv-large-offset.csv') expect(set.offsets).toEqual([1_700_000_000])
    if (name.startsWith('csv-missing-')) expect(dimensionsOf(set)[1]).toEqual([[1.5, nan, 3.5]])
    if (name === 'R-write-table.csv') expect(labelsOf(set).slice(0, 3)).toEqual(['walk', 'run', 'walk'])
  })
})

const four = { series: 4, length: 3, ...ab, first: [[0, 1, 2]] }

describe('others of the same kinds', () => {
  test('a first series that is shorter than the others is no title', () => {
    const rows = rowsOf(
      12,
      (i) => `${Array.from({ length: i === 0 ? 2 : 8 }, (_, t) => t).join(',')},${i % 2 ? 'b' : 'a'}`,
    )
    // Its class stands elsewhere than in the other rows: that is said, and nothing is lost.
    expect(refusal(() => read(rows)).message).toContain('line 1: a row of 3 cells')
  })

  test.each<[what: string, text: string, expected: Expected]>([
    [
      'Excel names the delimiter',
      `sep=;\nid;t;x;class\n${longRows((id, t, c) => `${id};${t};${t},0;${c}`)}`,
      { ...four, notes: ['linesAbove'] },
    ],
    [
      'numpy writes the header as a comment',
      `# id,t,x,class\n${longRows((id, t, c) => `${id},${t},${t},${c}`)}`,
      four,
    ],
    [
      'comments of another program',
      `// made by a logger\n% unit g\n\nid,t,x,class\n${longRows((id, t, c) => `${id},${t},${t},${c}`)}`,
      { ...four, notes: ['linesAbove'] },
    ],
    [
      'a title above the header',
      `Acceleration of four people\n\nid,t,x,class\n${longRows((id, t, c) => `${id},${t},${t},${c}`)}`,
      { ...four, notes: ['linesAbove'] },
    ],
    [
      'what a logger says of itself',
      `Device,Logger 3\nStarted,noon\nid,t,x,class\n${longRows((id, t, c) => `${id},${t},${t},${c}`)}`,
      { ...four, notes: ['linesAbove'] },
    ],
    [
      'a delimiter at the end of every line',
      `id,t,x,class,\n${longRows((id, t, c) => `${id},${t},${t},${c},`)}`,
      four,
    ],
    [
      'tabs and blanks around',
      `id\t t\t x\tclass\n${longRows((id, t, c) => `${id}\t ${t}\t ${t} \t${c}`)}`,
      four,
    ],
    ['bars', `id|t|x|class\n${longRows((id, t, c) => `${id}|${t}|${t}|${c}`)}`, four],
    [
      'thousands with points',
      `id;t;x;class\n${longRows((id, t, c) => `${id};${t};1.00${t},5;${c}`)}`,
      { ...four, first: [[1000.5, 1001.5, 1002.5]] },
    ],
    [
      'thousands with commas in quotes',
      `id,t,x,class\n${longRows((id, t, c) => `${id},${t},"1,00${t}.5",${c}`)}`,
      { ...four, first: [[1000.5, 1001.5, 1002.5]] },
    ],
    [
      'German dates',
      `id;Datum;x;class\n${longRows((id, t, c) => `${id};0${3 - t}.02.2024;${t};${c}`)}`.replace(
        'Datum',
        'date',
      ),
      { ...four, first: [[2, 1, 0]] },
    ],
    [
      'American dates',
      `id,date,x,class\n${longRows((id, t, c) => `${id},${3 - t}/20/2024,${t},${c}`)}`,
      { ...four, first: [[2, 1, 0]] },
    ],
    [
      'times of day',
      `id,time,x,class\n${longRows((id, t, c) => `${id},1${2 - t}:00:00.5,${t},${c}`)}`,
      { ...four, first: [[2, 1, 0]] },
    ],
    [
      'times with AM and PM',
      `id,time,x,class\n${longRows((id, t, c) => `${id},${['1:05 PM', '12:05 PM', '11:05 AM'][t]},${t},${c}`)}`,
      { ...four, first: [[2, 1, 0]] },
    ],
    [
      'dates that nobody can order',
      `id,date,x,class\n${longRows((id, t, c) => `${id},${['03/02/2024', '01/05/2024', '02/04/2024'][t]},${t},${c}`)}`,
      { ...four, notes: ['timesUnread'] },
    ],
    [
      'times in words',
      `id,time,x,class\n${longRows((id, t, c) => `${id},${['first', 'second', 'third'][t]},${t},${c}`)}`,
      { ...four, notes: ['timesUnread'] },
    ],
    [
      'a time twice',
      `id,t,x,class\n${longRows((id, t, c) => `${id},${Math.min(t, 1)},${t},${c}`)}`,
      { ...four, notes: ['timesTwice'] },
    ],
    [
      'Korean names',
      `시계열,시간,값,클래스\n${longRows((id, t, c) => `${id},${2 - t},${t},${c}`)}`,
      { ...four, names: ['값'], first: [[2, 1, 0]] },
    ],
    [
      'three names of a series',
      `subject,session,trial,t,x,class\n${rowsOf(24, (i) => `${Math.floor(i / 12)},${Math.floor(i / 6) % 2},${Math.floor(i / 3) % 2},${i % 3},${i % 3},${Math.floor(i / 3) % 2 ? 'b' : 'a'}`)}`,
      { ...four, series: 8 },
    ],
    [
      'a class column called so',
      `id,t,x,Class Label\n${longRows((id, t, c) => `${id},${t},${t},${c}`)}`,
      four,
    ],
    [
      'an activity with a number',
      `user,timestamp,x,activity_id\n${longRows((id, t, c) => `${id},${t},${t},${c === 'a' ? 1 : 2}`)}`,
      { ...four, classes: ['1', '2'] },
    ],
    [
      'pandas with two levels',
      `level_0,level_1,id,t,x,class\n${rowsOf(12, (i) => `${i},${i},${Math.floor(i / 3)},${i % 3},${i % 3},${Math.floor(i / 3) % 2 ? 'b' : 'a'}`)}`,
      four,
    ],
    [
      'a sampled index',
      `,t0,t1,t2,label\n${rowsOf(12, (i) => `${(i * 7) % 13},0,1,2,${i % 2 ? 'b' : 'a'}`)}`,
      { ...four, series: 12 },
    ],
    [
      'an index without a header',
      rowsOf(12, (i) => `${i},0.5,1.5,${i},${i % 2 ? 'b' : 'a'}`),
      { ...four, series: 12, first: [[0.5, 1.5, 0]] },
    ],
    [
      'times as names',
      `0.0,0.1,0.2,0.3,y\n${rowsOf(12, (i) => `0,1,${i},3,${i % 2 ? 'b' : 'a'}`)}`,
      { ...four, series: 12, length: 4, first: [[0, 1, 0, 3]] },
    ],
    [
      'years as names',
      `2019,2020,2021,2022\n${rowsOf(12, (i) => `0,1.5,${i * 2},3`)}`,
      { ...four, series: 12, length: 4, classes: [], first: [[0, 1.5, 0, 3]], doubts: ['label'] },
    ],
    [
      'a person in each row',
      `subject,f0,f1,f2,label\n${rowsOf(12, (i) => `${Math.floor(i / 3)},0,1,2,${i % 2 ? 'b' : 'a'}`)}`,
      { ...four, series: 12 },
    ],
    [
      'a day a row',
      `date,00:00,06:00,12:00,label\n${rowsOf(12, (i) => `2024-01-${10 + i},0,1,2,${i % 2 ? 'b' : 'a'}`)}`,
      { ...four, series: 12 },
    ],
    [
      'a file and a person beside the values',
      `file,person,v1,v2,v3,class\n${rowsOf(12, (i) => `f${i}.csv,p${i % 5},0,1,2,${i % 2 ? 'b' : 'a'}`)}`,
      { ...four, series: 12 },
    ],
    [
      'blocks',
      `x1,x2,x3,y1,y2,y3,c\n${rowsOf(12, (i) => `0,1,2,3,4,5,${i % 2 ? 'b' : 'a'}`)}`.replace(
        ',c\n',
        ',class\n',
      ),
      {
        ...four,
        series: 12,
        channels: 2,
        names: ['x', 'y'],
        first: [
          [0, 1, 2],
          [3, 4, 5],
        ],
      },
    ],
    [
      'melted, as tsfresh has it',
      `id,time,kind,value\n${rowsOf(24, (i) => `${Math.floor(i / 6)},${i % 3},${Math.floor(i / 3) % 2 ? 'temperature' : 'pressure'},${i % 6}`)}`,
      {
        ...four,
        channels: 2,
        names: ['pressure', 'temperature'],
        classes: [],
        first: [
          [0, 1, 2],
          [3, 4, 5],
        ],
      },
    ],
    [
      'melted, and one variable is not measured at every time',
      `case,t,variable,value\n${longRows((id, t) => `${id},${t},x,${t}`)}\n${rowsOf(4, (i) => `${i},1,y,7`)}`,
      {
        ...four,
        channels: 2,
        names: ['x', 'y'],
        classes: [],
        first: [
          [0, 1, 2],
          [nan, 7, nan],
        ],
      },
    ],
    [
      'recordings whose class changes',
      `subject,timestamp,hr,activityID\n${rowsOf(40, (i) => `${Math.floor(i / 20)},${i % 20},${i % 10},${Math.floor(i / 10) % 2}`)}`,
      {
        series: 4,
        length: 10,
        names: ['hr'],
        classes: ['0', '1'],
        first: [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
        doubts: ['id'],
      },
    ],
  ])('%s', (_, text, expected) => {
    expectRead(read(text), expected)
  })

  test.each(['#NV', '-', '--', '.', '\\N', 'NaT', 'nil', 'NULL', '#DIV/0!', '-nan', '1.#QNAN', 'N/A', 'n/a'])(
    'a missing value: %s',
    (word) => {
      const set = read(
        `id,t,x,class\n${longRows((id, t, c) => `${id},${t},${id === 1 && t === 1 ? word : t},${c}`)}`,
      )
      expect(dimensionsOf(set).slice(0, 2)).toEqual([[[0, 1, 2]], [[0, nan, 2]]])
    },
  )

  test('words for missing values can be said', () => {
    const text = `id,t,x,class\n${longRows((id, t, c) => `${id},${t},${t === 1 ? -200 : t},${c}`)}`
    const set = parseCsv(text, { ...previewCsv(text).guess, missing: ['-200'] })
    expect(dimensionsOf(set)[0]).toEqual([[0, nan, 2]])
  })

  test('classes that are called none or - are classes', () => {
    const set = read(`id,t,x,class\n${longRows((id, t, c) => `${id},${t},${t},${c === 'a' ? 'none' : '-'}`)}`)
    expect(set.classes).toEqual(['-', 'none'])
  })

  test('windows of a recording: length and stride; what is left over is told', () => {
    const text = `t,x,label\n${rowsOf(23, (i) => `${i},${i},${i < 12 ? 'a' : 'b'}`)}`
    const { guess } = previewCsv(text)
    if (guess.layout !== 'long') throw new Error('no stream')
    const set = parseCsv(text, { ...guess, columns: { ...guess.columns, windows: { length: 4, stride: 3 } } })
    expect(dimensionsOf(set).map(([values]) => values)).toEqual([
      [0, 1, 2, 3],
      [3, 4, 5, 6],
      [6, 7, 8, 9],
      [12, 13, 14, 15],
      [15, 16, 17, 18],
      [18, 19, 20, 21],
    ])
    expect(labelsOf(set)).toEqual(['a', 'a', 'a', 'b', 'b', 'b'])
    expect(set.series.map(({ recording }) => recording)).toEqual([0, 0, 0, 1, 1, 1])
    expect(set.notes).toEqual([{ code: 'rowsLeft', values: { count: 3 } }])
  })

  test('a wrong value beyond the first rows is named with its line', () => {
    const text = `id,t,x,class\n${rowsOf(3000, (i) => `${Math.floor(i / 3)},${i % 3},${i === 2500 ? 'oops' : i},a`)}`
    expect(refusal(() => read(text)).message).toContain('line 2502: “oops” is not a number')
  })
})
