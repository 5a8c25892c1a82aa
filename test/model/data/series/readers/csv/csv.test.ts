/** Reader of tables: both layouts, what is found out by looking, and every refusal with its line. */
import { describe, expect, test } from 'vitest'
import { parseCsv } from '../../../../../../src/model/data/series/readers/csv/csv.ts'
import type {
  CsvOptions,
  LongColumns,
  WideColumns,
} from '../../../../../../src/model/data/series/readers/csv/csvOptions.ts'
import { previewCsv } from '../../../../../../src/model/data/series/readers/csv/csvPreview.ts'
import { dimensionsOf, labelsOf, refusal } from '../../seriesFiles.ts'

const nan = Number.NaN

type Rest = Partial<Pick<CsvOptions, 'delimiter' | 'header' | 'name'>>
const long = (columns: Partial<LongColumns> = {}, rest: Rest = {}): CsvOptions => ({
  layout: 'long',
  columns: { id: 'id', time: 't', label: 'class', channels: ['a', 'b'], ...columns },
  ...rest,
})
const wide = (columns: Partial<WideColumns> = {}, rest: Rest = {}): CsvOptions => ({
  layout: 'wide',
  columns: { label: 0, values: null, ...columns },
  ...rest,
})

describe('parseCsv, long', () => {
  test('rows of a series are put in order of time, wherever they stand', () => {
    const text = 'id,t,class,a,b\nu,10,up,1,2\nv,1,down,5,6\nu,9,up,3,4\nv,2,down,7,8\nu,1e0,up,0,0\n'
    const set = parseCsv(text, long())
    expect(set).toMatchObject({ name: '', channels: 2, channelNames: ['a', 'b'], length: 3 })
    expect(set.classes).toEqual(['down', 'up'])
    expect(labelsOf(set)).toEqual(['up', 'down'])
    expect(dimensionsOf(set)).toEqual([
      [
        [0, 3, 1],
        [0, 4, 2],
      ],
      [
        [5, 7],
        [6, 8],
      ],
    ])
  })

  test('columns by position, without a header, in another order; a name from the caller', () => {
    const columns = { id: 2, time: null, label: null, channels: [1, 0] }
    const set = parseCsv('1,2,7\n3,4,7\n', long(columns, { name: ' Mine ' }))
    expect(set).toMatchObject({ name: 'Mine', channelNames: ['x1', 'x2'], classes: [] })
    expect(labelsOf(set)).toEqual([null])
    expect(dimensionsOf(set)).toEqual([
      [
        [2, 4],
        [1, 3],
      ],
    ])
  })

  test('blanks around the name of a column, in the file or in what is asked for, do not count', () => {
    const set = parseCsv(
      ' id , class,a \n1,up,2\n1,up,3\n',
      long({ id: 'id ', time: null, label: ' class', channels: [' a '] }),
    )
    expect(labelsOf(set)).toEqual(['up'])
    expect(dimensionsOf(set)).toEqual([[[2, 3]]])
  })

  test('a usual name is a class if it comes again in its column, whatever blanks stand around it', () => {
    const text = '1,5,3,time\n4,5,7, time\n7,3,9,value\n2,1,0,value \n'
    const set = parseCsv(text, { layout: 'wide', columns: { label: 3, values: null } })
    expect(labelsOf(set)).toEqual(['time', 'time', 'value', 'value'])
    const named = parseCsv(text.replace(' time', 'walk'), {
      layout: 'wide',
      columns: { label: 3, values: null },
    })
    expect(labelsOf(named)).toEqual(['walk', 'value', 'value'])
  })

  test.each(['walk', 't', 'y'])('a class %s that comes once is no header', (name) => {
    const text = `1,5,3,${name}\n4,5,7,run\n7,3,9,run\n`
    const set = parseCsv(text, { layout: 'wide', columns: { label: 3, values: null } })
    expect(labelsOf(set)).toEqual([name, 'run', 'run'])
  })

  test('times: dates, equal ones, and text in the order of the file', () => {
    const at = (times: string[]) =>
      dimensionsOf(
        parseCsv(
          `id,t,a\n${times.map((time, i) => `s,${time},${i}`).join('\n')}`,
          long({ label: null, channels: ['a'] }),
        ),
      )[0]?.[0]
    expect(at(['2024-01-03', '2024-01-01T10:00', '2024-01-01 09:59:59.5'])).toEqual([2, 1, 0])
    expect(at(['2', '1', '2', '1'])).toEqual([1, 3, 0, 2])
    expect(at(['t9', 't1', '3'])).toEqual([0, 1, 2])
  })

  test('missing values, missing labels, quotes, blanks and empty rows', () => {
    const text =
      'id,t,class,a,b\r\n"s, 1",1,,NA,\r\n\r\n"s, 1" , 2,"the ""one""", 3 ,nan\r\n,,,,\r\n"s, 1",3,?,?,4\r\n'
    const set = parseCsv(text, long())
    expect(labelsOf(set)).toEqual(['the "one"'])
    expect(dimensionsOf(set)).toEqual([
      [
        [nan, 3, nan],
        [nan, nan, 4],
      ],
    ])
  })

  test.each(['\n', '\r\n', '\r'])('lines may end with %j', (newline) => {
    const lines = ['id,class,a,"t"', 's,"A",1,"2"', '', 's,"A",3,"1"', 's,"B",4,"0"', '']
    const columns = { channels: ['a'] }
    const set = parseCsv(lines.slice(0, 4).join(newline), long(columns))
    expect(dimensionsOf(set)).toEqual([[[3, 1]]])
    expect(set.classes).toEqual(['A'])
    expect(refusal(() => parseCsv(lines.join(newline), long(columns))).line).toBe(5)
    expect(previewCsv(lines.join(newline))).toMatchObject({ header: true, rows: 3 })
  })

  test('ids and labels are text', () => {
    const text =
      'id,t,class,a,b\n__proto__,1,constructor,1,2\nconstructor,1,__proto__,3,4\n<img onerror=x>,1,<b>,5,6\n'
    const set = parseCsv(text, long())
    expect(labelsOf(set)).toEqual(['constructor', '__proto__', '<b>'])
    expect(set.series.map(({ data }) => data[0])).toEqual([1, 3, 5])
  })

  const head = 'id,t,class,a,b\n'
  test.each<[what: string, text: string, options: CsvOptions, line: number | null, found: string]>([
    ['nothing', '\n\n', long(), null, 'no rows'],
    ['a header only', head, long(), null, 'no series'],
    ['no such column', head, long({ id: 'case' }), 1, 'no column “case”; expected one of “id”, “t”'],
    ['no such position', head, long({ id: 9 }), null, 'column 9; expected a position from 0 to 4'],
    ['a column twice', head, long({ time: 'id' }), null, 'column 1 is used twice'],
    ['no values', head, long({ channels: [] }), null, 'no column of values'],
    ['a word', `${head}s,1,A,1,2\n\ns,2,A,x,2`, long(), 4, '“x” is not a number'],
    ['infinity', `${head}s,1,A,1,Infinity`, long(), 2, '“Infinity” is not a number'],
    [
      'an infinite number',
      `${head}s,1,A,1,1e39`,
      long(),
      2,
      '“1e39” is not a number; expected a number within',
    ],
    ['another label', `${head}s,1,A,1,2\ns,2,B,1,2`, long(), 3, 'label “B”; expected the same label'],
    ['no id', `${head}s,1,A,1,2\n ,2,A,1,2`, long(), 3, 'a row without an id'],
    ['no time', `${head}s,1,A,1,2\ns,,A,1,2`, long(), 3, 'no time; expected a number'],
    ['another kind of time', `${head}s,2024-01-01,A,1,2\ns,3,A,1,2`, long(), 3, 'time “3”; expected a date'],
    ['a short row', `${head}s,1,A,1\n`, long(), 2, 'a row of 4 cells; expected at least 5'],
    ['a long row', `${head}s,1,A,1,2,3\n`, long(), 2, 'a row of 6 cells; expected 5'],
    ['an open quote', `${head}s,1,A,1,2\ns,2,"A,1,2\ns,3,A,1,2\n`, long(), 3, 'a stray quote'],
    ['a stray quote', `${head}s,1,"A"B,1,2\n`, long(), 2, 'a stray quote'],
    ['lines in quotes', `${head}"s\n1",1,A,1,2\ns,2,A,x,2`, long(), 4, '“x” is not'],
    ['no delimiter', head, long({}, { delimiter: '"' }), null, 'delimiter “"”; expected one character'],
    ['a long id', `${head}${'s'.repeat(300)},1,A,1,2`, long(), 2, 'an id of 300 characters'],
    ['a long label', `${head}s,1,${'A'.repeat(300)},1,2`, long(), 2, 'a label of 300 characters'],
  ])('refused: %s', (_, text, options, line, found) => {
    const refused = refusal(() => parseCsv(text, options))
    expect(refused.message).toContain(found)
    expect(refused.line).toBe(line)
  })
})

describe('parseCsv, wide', () => {
  test('a series a row, the class first, without a header', () => {
    const set = parseCsv('2\t1.5\t-2\t3e-1\n10\t4\t\t6\n1\t7\t8\n', wide())
    expect(set).toMatchObject({ channels: 1, channelNames: ['x1'], length: 3 })
    // By size, not by letters.
    expect(set.classes).toEqual(['1', '2', '10'])
    expect(labelsOf(set)).toEqual(['2', '10', '1'])
    expect(dimensionsOf(set)).toEqual([[[1.5, -2, Math.fround(0.3)]], [[4, nan, 6]], [[7, 8]]])
  })

  test('empty cells end a series, missing values do not', () => {
    const set = parseCsv('A,1,2,3\nA,1,,\nA,1,NA,?\nA,1,?,\n', wide())
    expect(dimensionsOf(set).map(([values]) => values)).toEqual([[1, 2, 3], [1], [1, nan, nan], [1, nan]])
  })

  test('several variables are blocks of columns, named by what these have in common', () => {
    const text = 'acc_0;acc_1;acc_2;gyro[0];gyro[1];gyro[2];who;class\n1;2;3;4;5;;p;A\n1;2;;4;;;p;B\n'
    const set = parseCsv(text, wide({ label: 'class', id: 'who', channels: 2 }))
    expect(set).toMatchObject({ channels: 2, channelNames: ['acc', 'gyro'] })
    expect(dimensionsOf(set)).toEqual([
      [
        [1, 2, 3],
        [4, 5, nan],
      ],
      [
        [1, 2],
        [4, nan],
      ],
    ])
  })

  test('chosen columns in their order, decimal commas', () => {
    const text = 'y;c;b;a\nA;1,5;,5;-1,5e1\nB;1.5;2;3\n'
    const set = parseCsv(text, wide({ label: 'y', values: ['a', 'b', 1] }))
    expect(dimensionsOf(set)).toEqual([[[-15, 0.5, 1.5]], [[3, 2, 1.5]]])
  })

  test.each<[what: string, text: string, header: boolean | undefined, count: number]>([
    ['text above numbers', 'a,b,c\n1,2,3\n', undefined, 1],
    ['numbers above numbers', '5,6,7\n1,2,3\n', undefined, 2],
    ['0, 1, 2 above numbers', '0,1,2\n3,2,9\n', undefined, 1],
    ['1, 2, 3 above numbers', '1,2,3\n3,2,9\n', undefined, 1],
    ['a series that counts', '0,1,2\n0,1,2\n', undefined, 2],
    ['text above text only', 'a,b,c\nd,2,3\n', undefined, 1],
    ['a label first', 'A,2,3\nB,2,3\n', undefined, 2],
    ['the caller says no', '1,2,3\n3,2,9\n', false, 2],
    ['the caller says yes', '5,6,7\n1,2,3\n', true, 1],
  ])('the first row has names or not: %s', (_, text, header, count) => {
    const rest = header === undefined ? {} : { header }
    expect(parseCsv(text, wide({}, rest)).series.length).toBe(count)
  })

  test.each<[what: string, text: string, options: CsvOptions, line: number | null, found: string]>([
    ['no steps', 'A,1,2\nB,,\n', wide(), 2, 'a series without a value'],
    ['a word', 'a,b,c\nA,1,2\nB,1,two', wide(), 3, '“two” is not a number'],
    ['a decimal comma between commas', 'y,a,b\nA,1,5,2,5\n', wide(), 2, 'a row of 5 cells; expected 3'],
    [
      'both signs',
      'y;a\nB;1,5\nA;1.5\nA;1.000,5\n',
      { ...wide(), header: true },
      4,
      '“1.000,5” is not a number',
    ],
    ['blocks that do not fit', 'y,a,b,c\nA,1,2,3\n', wide({ channels: 2 }), 2, '3 columns of values'],
    ['half a variable', 'A,1,2\n', wide({ channels: 0.5 }), null, '0.5 variables'],
    ['no label', '1,2,3,B\n1\n', wide({ label: 3 }), 2, 'a row of 1 cells'],
    ['a column twice', 'A,1\n', wide({ values: [0, 1] }), null, 'column 1 is used twice'],
  ])('refused: %s', (_, text, options, line, found) => {
    const refused = refusal(() => parseCsv(text, options))
    expect(refused.message).toContain(found)
    expect(refused.line).toBe(line)
  })
})

describe('previewCsv', () => {
  test('what is in the columns of a long table, and how to read it', () => {
    const rows = Array.from({ length: 80 }, (_, i) => `${i % 4},${i},"walk",0.${i},text,${i}`)
    const text = `case_id,time,what,x,note,v\n${rows.join('\n')}`
    const preview = previewCsv(text)
    expect(preview).toMatchObject({ delimiter: ',', header: true, rows: 80 })
    expect(preview.columns[2]).toEqual({ name: 'what', examples: Array(5).fill('walk'), numeric: false })
    expect(preview.columns[3]).toMatchObject({ name: 'x', examples: ['0.0', '0.1', '0.2', '0.3', '0.4'] })
    expect(preview.columns.map(({ numeric }) => numeric)).toEqual([true, true, false, true, false, true])
    expect(preview.guess).toEqual({
      layout: 'long',
      delimiter: ',',
      header: true,
      columns: { id: 0, time: 1, label: 2, channels: [3, 5] },
    })
    expect(parseCsv(text, preview.guess)).toMatchObject({ channels: 2, classes: ['walk'], length: 20 })
  })

  test.each<[what: string, text: string, guess: object]>([
    ['by the column of time', 'frame,who,a\n1,p,1\n2,p,2\n', { id: 1, time: 0, label: null, channels: [2] }],
    ['a class by its name', 'id,activity,a\n1,3,1\n1,3,2\n', { id: 0, time: null, label: 1, channels: [2] }],
    [
      'a class by its name that some rows lack',
      'v1,v2,label\n1,5,1\n4,5,\n7,3,2\n',
      { label: 2, values: null, id: null, channels: 1 },
    ],
    [
      'text that changes within a series is no class',
      'id,mood,a\n1,up,1\n1,down,2\n',
      { id: 0, time: null, label: null, channels: [2] },
    ],
    [
      'of two usual names of a class the first',
      'v1,v2,v3,label,class\n1,5,3,a,x\n4,5,7,b,y\n',
      { label: 3, values: null, id: 4, channels: 1 },
    ],
    ['ids that do not come twice', 'id,a,y\n1,5,A\n2,6,B\n', { label: 2, values: null, id: 0, channels: 1 }],
    ['the class last', '1,2,A\n3,4,B\n', { label: 2, values: null, id: null, channels: 1 }],
    ['the class first', 'A,1,2\nB,3,4\n', { label: 0, values: null, id: null, channels: 1 }],
    [
      'a class that is a number',
      '1,0.5,2\n1,3,4.5\n2,1.5,1\n2,1,1\n',
      { label: 0, values: null, id: null, channels: 1 },
    ],
    ['no class', '1.5,0.5,2.1\n1.5,3,4.5\n', { label: null, values: null, id: null, channels: 1 }],
    [
      'blocks of columns',
      'x_0;x_1;y_0;y_1;label\n1;2;3;4;A\n',
      { label: 4, values: null, id: null, channels: 2 },
    ],
    [
      'variables in turns',
      'x_0;y_0;x_1;y_1;label\n1;2;3;4;A\n',
      { label: 4, values: null, id: null, channels: 2, order: 'interleaved' },
    ],
  ])('guess: %s', (_, text, columns) => {
    expect(previewCsv(text).guess.columns).toEqual(columns)
  })

  test.each([
    [',', 'a,b\n1,2\n'],
    [';', 'a;b\n1,5;2,5\n'],
    ['\t', 'a\tb\n1,5\t2;5\n'],
    ['|', '1|2\n3|4\n'],
    [',', 'a\n1\n2\n'],
    [',', '1;2,3,4\n1,2,3\n'],
    [';', '"a,b,c";1\n"d,e,f";2\n'],
  ])('delimiter %j', (delimiter, text) => {
    expect(previewCsv(text).delimiter).toBe(delimiter)
  })

  test('half a row at the end is not looked at', () => {
    const text = 'a,b,y\n1,2,A\n3,4,B\n5,x'
    expect(previewCsv(text)).toMatchObject({ rows: 3 })
    expect(previewCsv(text).columns[1]?.numeric).toBe(false)
    expect(previewCsv(text, false)).toMatchObject({ rows: 2 })
    expect(previewCsv(text, false).columns[1]?.numeric).toBe(true)
  })

  test('nothing to look at', () => {
    expect(refusal(() => previewCsv('\n \n')).message).toContain('no rows')
  })
})
