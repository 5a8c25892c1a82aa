/** More tables as tools, loggers and spreadsheets of several countries write them, read through their guess. */
import { describe, expect, test } from 'vitest'
import { parseCsv } from '../../../../../../src/model/data/series/readers/csv/csv.ts'
import { dimensionsOf, refusal } from '../../seriesFiles.ts'
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
    'epoch_ms',
    'datetime_utc',
    'Frame #',
    'eventTime',
    '时间',
  ])('a time: %s', (name) => {
    const text = `id;${name};x;class\n${longRows((id, t, c) => `${id};${late(t)};${late(t)};${c}`)}`
    expectRead(read(text), four)
  })

  test.each(['deviceId', 'Versuch', 'SubjectID', 'Sujet'])('a series: %s', (name) => {
    expectRead(read(`${name},t,x,class\n${longRows((id, t, c) => `${id},${t},${t},${c}`)}`), four)
  })

  test.each(['Klasse', 'classe', 'ActivityName', 'eyeDetection', 'ground_truth', 'type', 'fall', '행동'])(
    'a class: %s',
    (name) => {
      const text = `id,t,x,${name}\n${longRows((id, t, c) => `${id},${t},${t},${c === 'a' ? 0 : 1}`)}`
      expectRead(read(text), { ...four, classes: ['0', '1'] })
    },
  )

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

describe('rows above the values', () => {
  const values = longRows((id, t, c) => `${id},${t},${t},${-t},${c}`)
  const two = {
    ...four,
    channels: 2,
    first: [
      [0, 1, 2],
      [0, -1, -2],
    ],
    notes: ['headRows'],
  }

  test.each<[what: string, head: string, names: readonly string[]]>([
    ['units', 'id,t,x,y,class\n-,s,m/s2,m/s2,-', ['x', 'y']],
    ['units in brackets, and some empty', 'id,t,x,y,class\n,[s],[g],[g],', ['x', 'y']],
    ['groups of columns', 'id,t,acc,acc,class\n,,x,y,', ['acc x', 'acc y']],
    [
      'names, units and objects',
      'id,t,p,p,class\n-,s,bar,bar,-\n,,well a,well b,',
      ['p bar well a', 'p bar well b'],
    ],
    ['groups above names', ',,acc,acc,\nid,t,x,y,class', ['x', 'y']],
    [
      'a logger above, units below',
      'TOA5,6843,CR3000,x,y\nid,t,x,y,class\nID,TS,m/s,m/s,\n,,Smp,Smp,',
      ['x', 'y'],
    ],
  ])('%s', (_, head, names) => {
    const count = head.split('\n').length
    const set = read(`${head}\n${values}`)
    expectRead(set, { ...two, names, notes: count > 1 ? ['headRows'] : [] })
    expect(set.notes).toEqual([{ code: 'headRows', values: { count: count - 1 } }])
  })

  test('lines that a program says of itself, two cells each', () => {
    const text = `LabVIEW Measurement\t\nWriter_Version\t2\nSeparator\tTab\n***End_of_Header***\t\n\nX_Value\tForce\tAccel\n${rowsOf(40, (i) => `${i / 10}\t${i}\t${-i}`)}`
    const set = read(text)
    expect(set).toMatchObject({ channelNames: ['Force', 'Accel'], doubts: ['id'] })
    expect(set.series[0]?.data[0]).toBe(0)
  })

  test('the rule of a Markdown table', () => {
    const text = `| id | t | x | class |\n|---|:---|---:|---|\n${longRows((id, t, c) => `| ${id} | ${t} | ${t} | ${c} |`)}`
    expectRead(read(text), { ...four, notes: ['headRows'] })
  })

  test('a first series of missing values is no head', () => {
    const text = `a0,a1,a2\nNaN,NaN,NaN\n${rowsOf(12, (i) => `0,${i},1.5`)}`
    expectRead(read(text), {
      series: 13,
      length: 3,
      classes: [],
      first: [[nan, nan, nan]],
      doubts: ['label'],
    })
  })

  test('a first row of data with a word in it is no head', () => {
    const text = `id,t,x,class\n7,0,oops,a\n${longRows((id, t, c) => `${id},${t},${t},${c}`)}`
    expect(refusal(() => read(text)).message).toContain('line 2: “oops” is not a number')
  })

  test('a header that comes again is refused with its line', () => {
    const part = (from: number) => longRows((id, t, c) => `${id + from},${t},${t},${c}`)
    const refused = refusal(() => read(`id,t,x,class\n${part(0)}\nid,t,x,class\n${part(4)}`))
    expect(refused.line).toBe(14)
  })
})

describe('units behind numbers', () => {
  test.each(['V', '%', '°C', 'm/s²'])('%s', (unit) => {
    const text = `id;t;x;class\n${longRows((id, t, c) => `${id};${t};${id === 1 && t === 1 ? '-' : `${t},5 ${unit}`};${c}`)}`
    const set = read(text)
    expectRead(set, { ...four, first: [[0.5, 1.5, 2.5]] })
    expect(dimensionsOf(set)[1]).toEqual([[0.5, nan, 2.5]])
  })

  test('in every column but the classes, below a header without usual names', () => {
    const text = `x0,x1,x2,c\n${rowsOf(12, (i) => `0.5 V,1.5 V,${i}.5 V,${i % 2 ? 'b' : 'a'}`)}`
    expectRead(read(text), { ...four, series: 12, first: [[0.5, 1.5, 0.5]] })
  })

  test('two units in a column are refused with the cell', () => {
    const text = `id,t,x,class\n${longRows((id, t, c) => `${id},${t},${t === 1 ? '1500 mV' : '1.2 V'},${c}`)}`
    expect(refusal(() => read(text)).message).toContain('line 2: “1.2 V” is not a number')
  })

  test('a unit is no number of its own, and a word no unit', () => {
    const text = `id,t,x,class\n${longRows((id, t, c) => `${id},${t},${t},${c === 'a' ? '1 st' : '2 st'}`)}`
    expect(read(text).classes).toEqual(['1 st', '2 st'])
  })
})

describe('cells apart by blanks', () => {
  test.each<
    [what: string, header: string, row: (id: number, t: number, c: string) => string, classes: string[]]
  >([
    ['words', 'id t x class', (id, t, c) => `${id} ${t} ${t} ${c}`, ['a', 'b']],
    [
      'row names of R',
      '"id" "t" "x" "class"',
      (id, t, c) => `"r${id}${t}" ${id} ${t} ${t} "${c}"`,
      ['a', 'b'],
    ],
    [
      'blanks in quotes',
      '"id" "t" "x" "class"',
      (id, t, c) => `${id} ${t} ${t} "go  ${c}"`,
      ['go  a', 'go  b'],
    ],
    [
      'a header as a comment',
      '# id t x class',
      (id, t, c) => `${id} ${t} ${t} ${c === 'a' ? '0.0e+00' : '1.0e+00'}`,
      ['0', '1'],
    ],
  ])('%s', (_, header, row, classes) => {
    expectRead(read(`${header}\n${longRows(row)}`), { ...four, classes })
  })
})

describe('which column has the times', () => {
  test('the date, where the time of day begins anew', () => {
    const row = (id: number, t: number, c: string) =>
      `${id},${['18', '06', '18'][t]}:00:00,2024-01-${['10', '11', '11'][t]},${t},${c}`
    expectRead(read(`id,Time,Date,x,class\n${longRows(row)}`), { ...four, notes: ['timesTwice'] })
  })

  test('the time of day, where the date never changes', () => {
    const text = `id,Date,Time,x,class\n${longRows((id, t, c) => `${id},2024-01-05,10:00:0${2 - t},${t},${c}`)}`
    expectRead(read(text), { ...four, first: [[2, 1, 0]] })
  })

  test('dates, whatever they are called', () => {
    const row = (id: number, t: number, c: string) => `${id},${16 - t}/02/2024 08:30,${t},${c}`
    expectRead(read(`id,when,x,class\n${longRows(row)}`), { ...four, first: [[2, 1, 0]] })
  })

  test('another clock is no variable, a count of steps is one', () => {
    const clocks = `id,time,seconds_elapsed,x,class\n${longRows((id, t, c) => `${id},${170 + t},${t}.5,${t},${c}`)}`
    expectRead(read(clocks), { ...four, names: ['x'] })
    const steps = `id,ActivityMinute,Steps,class\n${longRows((id, t, c) => `${id},${t},${(t * 2) % 3},${c}`)}`
    expectRead(read(steps), { ...four, names: ['Steps'], first: [[0, 2, 1]] })
  })

  test('times of day go over midnight', () => {
    const times = ['22:00:00', '23:59:59', '00:00:01']
    const text = `id,time,x,class\n${longRows((id, t, c) => `${id},${times[t]},${t},${c}`)}`
    expectRead(read(text), four)
    // Rows that only stand in another order are put into theirs.
    const shuffled = text.replaceAll('22:00:00', '10:00:00').replaceAll('00:00:01', '09:00:01')
    expectRead(read(shuffled), { ...four, first: [[2, 0, 1]] })
  })
})

describe('one recording', () => {
  const classAt = (i: number) => (Math.floor(i / 15) % 2 ? 'run' : 'walk')
  const recording = { doubts: ['id'], classes: ['run', 'walk'], length: 15 }

  test.each<[what: string, text: string, channels: number]>([
    [
      'names of variables, no time',
      `ax,ay,az,activity\n${rowsOf(60, (i) => `${i % 5},${i % 7},9.81,${classAt(i)}`)}`,
      3,
    ],
    [
      'an unknown name of the classes',
      `ax,ay,az,gait\n${rowsOf(60, (i) => `${i % 5},${i % 7},9.81,${classAt(i)}`)}`,
      3,
    ],
    ['electrodes', `AF3,F7,F3,FC5,O1,O2,eyes\n${rowsOf(60, (i) => `${i % 5},2,3,4,5,6,${classAt(i)}`)}`, 6],
    ['a single variable', `value,label\n${rowsOf(60, (i) => `${i % 7},${classAt(i)}`)}`, 1],
    [
      'a person, a class, a time: no header',
      rowsOf(60, (i) => `1600,${classAt(i)},${25_220 + i * 5},${i % 9},${i % 7}`),
      2,
    ],
    [
      'a time, a code of the class: no header',
      rowsOf(60, (i) => `${8.38 + i / 100} ${i % 30 < 15 ? 7 : 4} NaN ${i % 9} ${i % 7}`),
      2,
    ],
  ])('%s', (_, text, channels) => {
    const set = read(text)
    expect(set).toMatchObject({ doubts: ['id'], channels, length: 15 })
    expect(set.classes).toHaveLength(recording.classes.length)
    expect(set.series).toHaveLength(4)
  })

  test('a single column is one, with or without a name', () => {
    const values = rowsOf(60, (i) => `${i % 7}`)
    for (const text of [values, `value\n${values}`])
      expect(read(text)).toMatchObject({ doubts: ['id'], channels: 1, length: 3, classes: [] })
  })

  test('classes that change from row to row: a series a row', () => {
    const text = `a,b,c,label\n${rowsOf(60, (i) => `${i % 5},${i % 7},1.5,${(i * 7) % 3}`)}`
    expectRead(read(text), { series: 60, length: 3, classes: ['0', '1', '2'], first: [[0, 0, 1.5]] })
  })

  test('a time that begins anew parts recordings', () => {
    const text = `time,x,label\n${longRows((_, t, c) => `${t},${t},${c}`)}`
    const set = read(text)
    expectRead(set, { ...four, doubts: ['id'], notes: [] })
    expect(set.series.map(({ recording }) => recording)).toEqual([0, 1, 2, 3])
  })

  test('rows between windows that stand far apart are told', () => {
    const text = `t,x,label\n${rowsOf(20, (i) => `${i},${i},a`)}`
    const windows = { length: 2, stride: 5 }
    const columns = { id: null, time: 0, label: 2, channels: [1], windows }
    const set = parseCsv(text, { layout: 'long', header: true, columns })
    expect(dimensionsOf(set).map(([values]) => values)).toEqual([
      [0, 1],
      [5, 6],
      [10, 11],
      [15, 16],
    ])
    expect(set.notes).toEqual([{ code: 'rowsLeft', values: { count: 12 } }])
  })
})

describe('names of steps', () => {
  const wide = { ...four, series: 12, channels: 2, names: ['x', 'y'] }
  const first = [
    [0, 1, 2],
    [3, 4, 5],
  ]
  const table = (names: string, values: string) =>
    `${names},class\n${rowsOf(12, (i) => `${values},${i % 2 ? 'b' : 'a'}`)}`

  test.each([
    ['the step before the variable', 't0_x,t0_y,t1_x,t1_y,t2_x,t2_y', '0,3,1,4,2,5'],
    ['a number before the variable', '0_x,1_x,2_x,0_y,1_y,2_y', '0,1,2,3,4,5'],
    ['R: reshape', 'x.1,y.1,x.2,y.2,x.3,y.3', '0,3,1,4,2,5'],
  ])('%s', (_, names, values) => {
    expectRead(read(table(names, values)), { ...wide, first })
  })

  test.each(['2024-01-01,2024-01-02,2024-01-03', 'Jan,Feb,Mar', '0 ms,10 ms,20 ms', '8:00,9:00,10:00'])(
    'a person with several rows: %s',
    (names) => {
      const text = `subject,${names},class\n${rowsOf(12, (i) => `${i % 4},0,1,2,${i % 2 ? 'b' : 'a'}`)}`
      expectRead(read(text), { ...four, series: 12 })
    },
  )

  test('an age beside the steps is none', () => {
    const text = `age,t0,t1,t2,weight,class\n${rowsOf(12, (i) => `${30 + i},0,1,2,70.5,${i % 2 ? 'b' : 'a'}`)}`
    expectRead(read(text), { ...four, series: 12 })
  })

  test('a first step of few whole numbers may be a class: that is in doubt', () => {
    const text = `t0,t1,t2,t3\n${rowsOf(12, (i) => `${i % 2},0,${i},2.5`)}`
    expect(read(text).doubts).toEqual(['label'])
    // As the archives' tables become with names: the only whole numbers are the classes.
    const archive = `V1,V2,V3,V4\n${rowsOf(12, (i) => `${i % 2},0.5,1.5,${i}.5`)}`
    expectRead(read(archive), { series: 12, length: 3, classes: ['0', '1'], first: [[0.5, 1.5, 0.5]] })
  })

  test('two row numbers of pandas are no steps', () => {
    const text = `Unnamed: 0.1,Unnamed: 0,t0,t1,t2,class\n${rowsOf(12, (i) => `${i},${i},0,1,2,${i % 2 ? 'b' : 'a'}`)}`
    expectRead(read(text), { ...four, series: 12 })
  })

  test('a row longer than the header is named with its line', () => {
    const text = `id,t,x,class\n${longRows((id, t, c) => `${id},${t},${t},${c}${id === 2 && t === 1 ? ',5' : ''}`)}`
    expect(refusal(() => read(text)).message).toContain(
      'line 9: a row of 5 cells; expected 4, as the header has',
    )
  })

  test('a last column without a name is a step', () => {
    const text = `,,,,class\n${rowsOf(12, (i) => `0.5,1,2,${i},${i % 2 ? 'b' : 'a'}`)}`
    expectRead(read(text), { ...four, series: 12, length: 4, first: [[0.5, 1, 2, 0]] })
  })
})

describe('which columns are what', () => {
  test('a class that only some rows name', () => {
    expectRead(read(`id,t,x,class\n${longRows((id, t, c) => `${id},${t},${t},${t === 1 ? c : ''}`)}`), four)
  })

  test('a column that is plainly the class, before other words for one', () => {
    const row = (id: number, t: number, c: string) => `P${id >> 1},E${id % 2},${t},${t},${c}`
    expectRead(read(`participant,exercise,t,x,class\n${longRows(row)}`), { ...four, doubts: ['id'] })
  })

  test('the code of a class beside its name is no variable', () => {
    const row = (id: number, t: number, c: string) => `${id},${t},${t},${c === 'a' ? 1 : 2},${c}`
    expectRead(read(`id,t,x,activity_id,activity_name\n${longRows(row)}`), four)
  })

  test('melted without times: values follow each other', () => {
    const row = (i: number) => `${Math.floor(i / 6)},${Math.floor(i / 3) % 2 ? 'y' : 'x'},${i % 6}`
    const first = [
      [0, 1, 2],
      [3, 4, 5],
    ]
    const expected = { ...four, classes: [], channels: 2, names: ['x', 'y'], first }
    expectRead(read(`id,variable,value\n${rowsOf(24, row)}`), expected)
    // As sktime writes it.
    const numbered = (i: number) => `${Math.floor(i / 6)},${Math.floor(i / 3) % 2},${i % 3},${i % 6}`
    const text = `case_id,dim_id,reading_id,value\n${rowsOf(24, numbered)}`
    expectRead(read(text), { ...expected, names: ['0', '1'] })
  })

  test('a class by its codes, whatever it is called: that is in doubt', () => {
    const row = (id: number, t: number, c: string) => `${id},${t},${t},${c === 'a' ? 4 : 7}`
    expectRead(read(`id,t,x,zebra\n${longRows(row)}`), { ...four, classes: ['4', '7'], doubts: ['label'] })
  })

  test('what several series have in common is no variable', () => {
    const row = (id: number, t: number, c: string) => `${id % 2},${id},${t},${t},${c}`
    expectRead(read(`subject,trial,t,x,class\n${longRows(row)}`), four)
  })

  test('the number of a row within its series, whatever it is called', () => {
    const row = (id: number, t: number, c: string) => `${id},${t * 10},${t % 2},${c}`
    for (const name of ['Sample', 'zebra'])
      expectRead(read(`id,${name},x,class\n${longRows(row)}`), { ...four, names: ['x'], first: [[0, 1, 0]] })
  })

  test('classes that are fractions or have a unit', () => {
    for (const [one, other] of [
      ['0.5', '1.5'],
      ['50%', '80%'],
    ])
      expectRead(
        read(`id,t,x,class\n${longRows((id, t, c) => `${id},${t},${t},${c === 'a' ? one : other}`)}`),
        {
          ...four,
          classes: [one ?? '', other ?? ''],
        },
      )
  })

  test('blanks before quotes', () => {
    expectRead(
      read(`"id", "t", "x", "class"\n${longRows((id, t, c) => `"${id}", "${t}", "${t}", "${c}, d"`)}`),
      {
        ...four,
        classes: ['a, d', 'b, d'],
      },
    )
  })

  test('where nothing is a number, the first cell is named', () => {
    const text = `id,t,x,class\n${longRows((id, t, c) => `${id},${t},1.5D+00,${c}`)}`
    expect(refusal(() => read(text)).message).toContain('line 2: “1.5D+00” is not a number')
  })
})
