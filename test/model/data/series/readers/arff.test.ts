/** Reader of ARFF files: every feature, and every refusal with its line. */
import { describe, expect, test } from 'vitest'
import { parseArff } from '../../../../../src/model/data/series/readers/arff.ts'
import { dimensionsOf, labelsOf, refusal } from '../seriesFiles.ts'

const nan = Number.NaN

const table = [
  '% What it is.',
  "@RELATION 'Some motions'",
  '',
  '@attribute rel relational',
  "@attribute 'at 0' numeric",
  '@attribute at1 REAL',
  '@attribute at2 integer',
  '@end rel',
  `@attribute what {Standing, "Up and down" , 'it\\'s, so'}`,
  '@data',
  '',
].join('\n')
const single = '@relation Some\n@attribute a numeric\n@attribute b numeric\n@attribute target {1,-1}\n@data\n'

describe('parseArff', () => {
  test('attributes that are not counted may be variables: that is said', () => {
    const rows = '1,2,-1\n3,4,1\n'
    const named = single.replace('attribute a ', 'attribute AF3 ').replace('attribute b ', 'attribute F7 ')
    expect(parseArff(`${named}${rows}`).notes).toEqual([
      { code: 'columnsAreSteps', values: { names: ['AF3', 'F7'] } },
    ])
    const counted = single.replace('attribute a ', 'attribute t0 ').replace('attribute b ', 'attribute t1 ')
    expect(parseArff(`${counted}${rows}`).notes).toBeUndefined()
  })

  test('lines that end with CR alone', () => {
    expect(labelsOf(parseArff(`${single}1,2,-1\n3,4,1\n`.replaceAll('\n', '\r')))).toEqual(['-1', '1'])
  })

  test('several variables: a quoted table', () => {
    const set = parseArff(`${table}'1,2,3\\n4,5,?',Standing\r\n% c\r\n"7,8,9\\n?,?,0" , 'it\\'s, so'\n`)
    expect(set).toMatchObject({
      name: 'Some motions',
      channels: 2,
      channelNames: ['x1', 'x2'],
      classes: ['Standing', 'Up and down', "it's, so"],
      length: 3,
    })
    expect(dimensionsOf(set)).toEqual([
      [
        [1, 2, 3],
        [4, 5, nan],
      ],
      [
        [7, 8, 9],
        [nan, nan, 0],
      ],
    ])
    expect(labelsOf(set)).toEqual(['Standing', "it's, so"])
  })

  test('padding is cut off, a missing value is not', () => {
    const set = parseArff(`${table}'1,?,?\\n?,?,?',?\n'?,2,?\\n?,?,?',Standing\n'?,?,?\\n?,?,?',Standing\n`)
    expect(set.series.map(({ length }) => length)).toEqual([1, 2, 3])
    expect(dimensionsOf(set)[1]).toEqual([
      [nan, 2],
      [nan, nan],
    ])
    expect(labelsOf(set)[0]).toBeNull()
  })

  describe('as other programs write it', () => {
    const flat = '@relation Some\n@attribute t0 numeric\n@attribute t1 numeric\n@attribute c {a,b,"c d"}\n'
    const bag = (...names: string[]) =>
      [
        '@attribute bag relational',
        ...names.map((name) => ` @attribute ${name} numeric`),
        '@end bag',
        '@attribute c {walk,run}',
        '@data',
        '',
      ].join('\n')

    test('the first series behind @data', () => {
      expect(dimensionsOf(parseArff(`${flat}@data 0,1.5,a\n1,2.5,b\n`))).toEqual([[[0, 1.5]], [[1, 2.5]]])
      expect(dimensionsOf(parseArff(`${flat}@data % none\n1,2.5,b\n`))).toEqual([[[1, 2.5]]])
    })

    test.each([
      ['tabs', '1\t2\ta\n3\t?\tb\n'],
      ['blanks', '1 2 a\n3  ? b \n'],
      ['commas, and blanks before the class', '1,2 a\n3 , ? b\n'],
      ['a comma at the end', '1,2,a,\n3,?,b,\n'],
      ['a comma and blanks at the end', '1 , 2 , a , \n3,?,b ,\n'],
    ])('values apart by %s', (_, rows) => {
      const set = parseArff(`${flat}@data\n${rows}`)
      expect(dimensionsOf(set)).toEqual([[[1, 2]], [[3]]])
      expect(labelsOf(set)).toEqual(['a', 'b'])
    })

    test('a quoted class behind a tab', () => {
      expect(labelsOf(parseArff(`${flat}@data\n1\t2\t"c d"\n1,2, 'c d'\n`))).toEqual(['c d', 'c d'])
    })

    test('a table that ends with the end of its last row', () => {
      expect(dimensionsOf(parseArff(`${table}'1,2,3\\n4,5,6\\n',Standing\n`))).toEqual([
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
      ])
    })

    test('blanks between the values of a table', () => {
      expect(dimensionsOf(parseArff(`${table}'1 2\t3\\n4,5 6' Standing\n`))).toEqual([
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
      ])
    })

    test('columns that are no count are variables, rows steps, of which series may have different numbers', () => {
      const set = parseArff(
        `${bag('y', 'x', 'z')}'1,2,3\\n4,5,6\\n7,8,9\\n10,11,12',walk\n'2,3,4\\n5,?,7',run\n`,
      )
      expect(set).toMatchObject({ channels: 3, channelNames: ['y', 'x', 'z'], length: 4 })
      expect(dimensionsOf(set)).toEqual([
        [
          [1, 4, 7, 10],
          [2, 5, 8, 11],
          [3, 6, 9, 12],
        ],
        [
          [2, 5],
          [3, nan],
          [4, 7],
        ],
      ])
      expect(set.notes).toEqual([{ code: 'rowsAreSteps', values: { names: ['y', 'x', 'z'] } }])
    })

    test.each([
      [['t0', 't1'], 'rowsAreVariables'],
      [['1', '2'], 'rowsAreVariables'],
      [['att_5', 'att_6'], 'rowsAreVariables'],
      [['time[0]', 'time[1]'], 'rowsAreVariables'],
      [['dim_0', 'dim_1'], 'rowsAreSteps'],
      [['channel1', 'channel2'], 'rowsAreSteps'],
      [['a1', 'b2'], 'rowsAreSteps'],
      [['a1', 'a3'], 'rowsAreSteps'],
      [['value'], 'rowsAreSteps'],
    ])('columns %s: %s', (names, code) => {
      const row = names.map((_, i) => i).join(',')
      expect(parseArff(`${bag(...names)}'${row}\\n${row}',walk\n`).notes?.map((note) => note.code)).toEqual([
        code,
      ])
    })

    test('what the rows are can be said', () => {
      const text = `${bag('y', 'x')}'1,2\\n4,5\\n7,8',walk\n`
      const turned = parseArff(text, undefined, undefined, { rows: 'variables' })
      expect(dimensionsOf(turned)).toEqual([
        [
          [1, 2],
          [4, 5],
          [7, 8],
        ],
      ])
      expect(turned.channelNames).toEqual(['x1', 'x2', 'x3'])
      const counted = parseArff(`${bag('t0', 't1')}'1,2\\n4,5',walk\n`, undefined, undefined, {
        rows: 'steps',
      })
      expect(dimensionsOf(counted)).toEqual([
        [
          [1, 4],
          [2, 5],
        ],
      ])
    })

    test('steps at the end at which nothing is known are padding', () => {
      expect(
        dimensionsOf(parseArff(`${bag('y', 'x')}'1,2\\n?,?\\n3,?\\n?,?',walk\n'?,?\\n?,?',run\n`)),
      ).toEqual([
        [
          [1, nan, 3],
          [2, nan, nan],
        ],
        [[nan], [nan]],
      ])
    })
  })

  test('one variable: an attribute for each step', () => {
    const set = parseArff(`\ufeff${single}1.5,2,-1\n?,3,"1"\n4,?,1`)
    expect(set).toMatchObject({ name: 'Some', channels: 1, classes: ['1', '-1'], length: 2 })
    expect(dimensionsOf(set)).toEqual([[[1.5, 2]], [[nan, 3]], [[4]]])
    expect(labelsOf(set)).toEqual(['-1', '1', '1'])
  })

  test.each<[what: string, text: string, line: number, found: string, expected: string]>([
    ['an empty file', '', 1, 'the file ends', 'a line @data'],
    ['no @data', '@relation a\n@attribute b numeric\n', 2, 'the file ends', '@data'],
    ['another line', '@relation a\nb numeric\n', 2, '“b”', '@relation, @attribute'],
    ['a type it cannot be', '@attribute a string\n', 1, 'type “string”', 'numeric, relational or classes'],
    ['no type', '@attribute a\n', 1, 'no type', 'numeric'],
    ['no numbers', '@attribute c {A}\n@data\n', 2, 'no numeric attribute', 'numeric attributes'],
    ['no classes', '@attribute a numeric\n@data\n1', 2, 'no attribute with classes', 'then a class'],
    ['a target', '@attribute c {A}\n@attribute t numeric\n', 2, 'attribute “t” behind', '@data'],
    [
      'an open relation',
      '@attribute r relational\n@attribute a real\n@data\n',
      3,
      '@data',
      '@end “r” before',
    ],
    ['another end', '@attribute r relational\n@end s\n', 2, '@end “s”', '@end “r”'],
    ['an end of nothing', '@end s\n', 1, '@end', 'a relational attribute before'],
    [
      'two tables',
      '@attribute r relational\n@end r\n@attribute s relational\n',
      3,
      'another relational',
      'one relational',
    ],
    ['classes in the table', '@attribute r relational\n@attribute c {A}\n', 2, 'classes', 'or @end'],
    [
      'a number behind the table',
      '@attribute r relational\n@end r\n@attribute s real\n',
      3,
      'behind @end',
      '{A,B}',
    ],
    ['an empty class', '@attribute c {A,,B}\n', 1, 'an empty class', 'classes {A,B}'],
    ['open classes', '@attribute c {A,B\n', 1, 'nothing', 'a comma or }'],
    ['classes and more', '@attribute c {A,B} x\n', 1, '“} x”', 'a comma or }'],
    ['a class twice', '@attribute c {A,B,A}\n', 1, 'class “A” comes twice', 'different'],
    ['an open name', "@relation 'a\n", 1, 'a quote that is not closed', "' before the end"],
    ['no series', `${table}\n`, 11, 'no series', 'one at least'],
    ['a sparse row', `${single}{0 1, 2 1}\n`, 6, 'a sparse row', 'separated by commas'],
    ['no quotes', `${table}1,2,3,Standing\n`, 11, '“1,2,3,Standing”', 'a series in quotes'],
    ['an open table', `${table}'1,2,3\\n4,5,6,Standing\n`, 11, '“', 'a series in quotes'],
    ['too few steps', `${table}'1,2,3\\n4,5',Standing\n`, 11, 'dimension 2 with 2 values', '3, as many'],
    ['too many steps', `${table}'1,2,3,4\\n4,5,6',Standing\n`, 11, 'dimension 1 with more than 3', '3, as'],
    ['another escape', `${table}'1,2,3\\t4,5,6',Standing\n`, 11, '“\\t”', '\\n before the next'],
    ['a word', `${table}'1,two,3\\n4,5,6',Standing\n`, 11, '“two” is not a number', 'a number'],
    ['an infinite number', `${table}'1,1e999,3\\n4,5,6',Standing\n`, 11, '“1e999” is too large', 'within'],
    [
      'more dimensions',
      `${table}'1,2,3\\n4,5,6',Standing\n'1,2,3',Standing\n`,
      12,
      '1 dimension',
      '2, as before',
    ],
    ['no class', `${table}'1,2,3'\n`, 11, 'no class', 'a comma and a class'],
    ['nothing between', `${table}'1,2,3'Standing\n`, 11, '“Standing”', 'a comma and a class'],
    ['an empty class', `${table}'1,2,3',\n`, 11, 'no class', 'a comma and a class'],
    ['another class', `${table}'1,2,3',Sitting\n`, 11, 'label “Sitting”', 'one of “Standing”'],
    ['more behind it', `${table}'1,2,3',Standing,4\n`, 11, '“,4” behind the class', 'the end of the line'],
    ['too few values', `${single}1,1\n`, 6, 'a series with 1 value', '2, as many as numeric attributes'],
    ['too many values', `${single}1,2,3,1\n`, 6, 'more than 2 values', '2, as many'],
    ['a word as a value', `${single}1,two,1\n`, 6, '“two” is not', 'a number'],
    ['no class of one', `${single}1,2\n1,2,1\n`, 6, 'a series with 1 value', 'and a class'],
  ])('%s', (_, text, line, found, expected) => {
    const refused = refusal(() => parseArff(text))
    expect(refused.message).toContain(found)
    expect(refused.message.slice(refused.message.indexOf('; expected'))).toContain(expected)
    expect(refused.line).toBe(line)
  })
})
