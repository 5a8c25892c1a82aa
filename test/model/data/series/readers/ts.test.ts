/** Reader of .ts files: every feature, and every refusal with its line. */
import { describe, expect, test } from 'vitest'
import { parseTs } from '../../../../../src/model/data/series/readers/ts.ts'
import { dimensionsOf, labelsOf, refusal } from '../seriesFiles.ts'

const nan = Number.NaN

const head = '@problemName Some\n@classLabel true A B\n'

describe('parseTs', () => {
  test('a file as the archive has them', () => {
    const set = parseTs(
      [
        '#What it is.',
        '@problemName Basic Motions',
        '@timeStamps false',
        '@missing false',
        '@univariate false',
        '@dimensions 2',
        '@equalLength true',
        '@seriesLength 3',
        '@classLabel true Standing Running',
        '@data',
        '1,2,3:-1.5,5.8E-5,.25:Running',
        '4,5,6:+7,8.,9e2:Standing',
      ].join('\n'),
    )
    expect(set).toMatchObject({
      name: 'Basic Motions',
      channels: 2,
      channelNames: ['x1', 'x2'],
      classes: ['Standing', 'Running'],
      length: 3,
    })
    expect(set.series.map(({ label }) => label)).toEqual([1, 0])
    expect([...(set.series[0]?.data ?? [])]).toEqual([1, -1.5, 2, Math.fround(5.8e-5), 3, 0.25])
    expect([...(set.series[1]?.data ?? [])]).toEqual([4, 7, 5, 8, 6, 900])
  })

  test('a mark, CRLF, blank lines, blanks around everything, keywords in any case, comments anywhere', () => {
    const set = parseTs(
      '\ufeff\r\n# c\r\n  @PROBLEMNAME\tSome \r\n@ClassLabel TRUE A B\r\n\r\n@DATA  \r\n 1 ,\t2 : 3 , 4 : B \r\n#\r\n\r\n5,6:7,8:A',
    )
    expect(set.name).toBe('Some')
    expect(dimensionsOf(set)).toEqual([
      [
        [1, 2],
        [3, 4],
      ],
      [
        [5, 6],
        [7, 8],
      ],
    ])
    expect(labelsOf(set)).toEqual(['B', 'A'])
  })

  test('a comment behind the classes', () => {
    const text = '@classLabel true A B # two of them\n@data\n1:A\n2:B\n'
    expect(parseTs(text).classes).toEqual(['A', 'B'])
  })

  test('lines that end with CR alone', () => {
    const text = `${head}@data\n1,2:A\n3,4:B\n`.replaceAll('\n', '\r')
    expect(labelsOf(parseTs(text))).toEqual(['A', 'B'])
    expect(refusal(() => parseTs(`${text}5,x:A`)).line).toBe(6)
  })

  test('missing values and labels, and other lengths', () => {
    const set = parseTs(`${head}@data\n?,NaN,1:nan,2,3:A\n4:5:?\n`)
    expect(dimensionsOf(set)).toEqual([
      [
        [nan, nan, 1],
        [nan, 2, 3],
      ],
      [[4], [5]],
    ])
    expect(labelsOf(set)).toEqual(['A', null])
    expect(set.length).toBe(3)
  })

  test('shorter and empty dimensions of a series end with missing values', () => {
    expect(dimensionsOf(parseTs(`${head}@data\n1,2,3:4::A\n`))).toEqual([
      [
        [1, 2, 3],
        [4, nan, nan],
        [nan, nan, nan],
      ],
    ])
  })

  test('series without labels, and without declared dimensions', () => {
    const set = parseTs('@classLabel false\n@univariate true\n@data\n1,2\n3,4,5\n')
    expect(set).toMatchObject({ name: '', channels: 1, classes: [], length: 3 })
    expect(labelsOf(set)).toEqual([null, null])
  })

  test('@seriesLength says nothing where lengths differ', () => {
    expect(parseTs(`@equalLength false\n@seriesLength 29\n${head}@data\n1,2:A\n1:B\n`).length).toBe(2)
  })

  test('a class may be called ?', () => {
    expect(labelsOf(parseTs('@classLabel true ? A\n@data\n1:?\n'))).toEqual(['?'])
  })

  test('names are text', () => {
    const names = ['__proto__', 'constructor', '<img/src=x/onerror=alert(1)>']
    const rows = names.map((name) => `1:${name}`).join('\n')
    const set = parseTs(`@classLabel true ${names.join(' ')}\n@data\n${rows}`)
    expect(set.classes).toEqual(names)
    expect(set.series.map(({ label }) => label)).toEqual([0, 1, 2])
  })

  const stamped = `@timeStamps true\n${head}@data\n`
  test('time stamps put values in order', () => {
    expect(dimensionsOf(parseTs(`${stamped}(9.5,1),( 2e1 , 2 ),(10,?):(9.5,4),(20,5),(10,6):A\n`))).toEqual([
      [
        [1, nan, 2],
        [4, 6, 5],
      ],
    ])
  })

  test('dates, with and without zone and time of day', () => {
    const row =
      '(2024-02-29 23:00:00,1),(2024-03-01,3),(2024-02-29T23:30:00.5Z,2),(2024-03-01T10:00:00+09:30,4)'
    expect(dimensionsOf(parseTs(`${stamped}${row}:A\n`))).toEqual([[[1, 2, 3, 4]]])
    const shifted = '(2024-03-01T01:00:00+09:00,1),(2024/02/29 15:00,2)'
    expect(dimensionsOf(parseTs(`${stamped}${shifted}:A\n`))).toEqual([[[2, 1]]])
  })

  test('dimensions with other times: a step for each time, missing where there is no value', () => {
    expect(dimensionsOf(parseTs(`${stamped}(1,10),(2,20),(4,40):(2,-2),(3,-3)::?:A\n`))).toEqual([
      [
        [10, 20, nan, 40],
        [nan, -2, -3, nan],
        [nan, nan, nan, nan],
        [nan, nan, nan, nan],
      ],
    ])
  })

  describe('as other programs write and read it', () => {
    const labelled = (head: string, rows: readonly string[]) =>
      parseTs(`@problemName Some\n${head}\n@data\n${rows.join('\n')}\n`)

    test('lines before @data that are neither keyword nor values are passed over', () => {
      const set = parseTs(
        '% written by hand\nA title\n@problemName P\n\n% more\n@classLabel true 1 2\n@data\n1,2:1\n',
      )
      expect(labelsOf(set)).toEqual(['1'])
    })

    test('a comment behind a number or a truth', () => {
      const set = parseTs(
        '@timeStamps false # none\n@univariate true#one\n@equalLength true # all\n@seriesLength 2 # two steps\n@classLabel true a b\n@data\n1,2:a\n',
      )
      expect(dimensionsOf(set)).toEqual([[[1, 2]]])
    })

    test('names of several words, as the labels spell them', () => {
      const set = labelled('@classLabel true stairs down stairs up lying', [
        '1,2:stairs up',
        '3,4:stairs down',
        '5,6:lying',
      ])
      expect(set.classes).toEqual(['stairs down', 'stairs up', 'lying'])
      expect(labelsOf(set)).toEqual(['stairs up', 'stairs down', 'lying'])
    })

    test('a name of several words that no label has is one class', () => {
      const set = labelled('@classLabel true stairs down sitting still stairs up', [
        '1:stairs up',
        '2:stairs down',
      ])
      expect(set.classes).toEqual(['stairs down', 'sitting still', 'stairs up'])
    })

    test('of two names that begin alike the longer one is looked for first', () => {
      const set = labelled('@classLabel true walk walk fast', ['1:walk fast', '2:walk'])
      expect(set.classes).toEqual(['walk', 'walk fast'])
      expect(labelsOf(set)).toEqual(['walk fast', 'walk'])
    })

    test('labels in other letters, where only one class can be meant', () => {
      const set = labelled('@classLabel true Walk Run', ['1:walk', '2:RUN', '3:Walk'])
      expect(set.classes).toEqual(['Walk', 'Run'])
      expect(labelsOf(set)).toEqual(['Walk', 'Run', 'Walk'])
      expect(labelsOf(labelled('@classLabel true a A', ['1:a', '2:A']))).toEqual(['a', 'A'])
    })

    test('numbers written in another way', () => {
      expect(labelsOf(labelled('@classLabel true 0 1', ['1:1.0', '2:0.000e+00', '3:1']))).toEqual([
        '1',
        '0',
        '1',
      ])
    })

    test('classes and targets: the rows have classes', () => {
      const set = labelled('@targetlabel true\n@classlabel true 0 1', ['1,2:0', '3,4:1'])
      expect(labelsOf(set)).toEqual(['0', '1'])
    })

    test.each([
      ['aeon', '@univariate true\n@targetlabel false', ['1,2,3:', '4,5,6:'], [[[1, 2, 3]], [[4, 5, 6]]]],
      [
        'not declared',
        '@classLabel false',
        ['1,2:3,4:', '4,5:6,7:'],
        [
          [
            [1, 2],
            [3, 4],
          ],
          [
            [4, 5],
            [6, 7],
          ],
        ],
      ],
      ['stamped', '@timestamps true\n@classLabel false', ['(0,1),(1,2):'], [[[1, 2]]]],
      [
        'a dimension without values',
        '@dimensions 2\n@classLabel false',
        ['1,2:'],
        [
          [
            [1, 2],
            [nan, nan],
          ],
        ],
      ],
    ])('without labels, with a colon at the end: %s', (_, head, rows, expected) => {
      const set = labelled(head, rows)
      expect(dimensionsOf(set)).toEqual(expected)
      expect(set.classes).toEqual([])
      expect(labelsOf(set)).toEqual(rows.map(() => null))
    })

    test('the first series behind @data', () => {
      expect(dimensionsOf(parseTs('@classLabel true A B\n@data 1,2:A\n3,4:B'))).toEqual([[[1, 2]], [[3, 4]]])
    })

    test('dimensions of which one has other times, where the head asks for no length', () => {
      expect(dimensionsOf(parseTs(`${stamped}(1,1),(2,2):(2,3),(3,4):A`))).toEqual([
        [
          [1, 2, nan],
          [nan, 3, 4],
        ],
      ])
    })
  })

  test.each<[what: string, text: string, line: number | null, found: string, expected: string]>([
    ['an empty file', '', 1, 'the file ends', 'a line @data'],
    ['no @data', '# a\n@problemName b\n', 2, 'the file ends', 'a line @data'],
    ['values before @data', '@problemName b\n1,2:A\n', 2, '“1,2:A”', '@data before the series'],
    ['no @classLabel', '@problemName b\n\n@data\n1:A', 3, 'no @classLabel', '@classLabel true'],
    ['no classes', '@classLabel true\n@data\n1:A', 1, 'no classes', 'true and the classes'],
    ['classes of none', '@classLabel false A\n@data\n1', 1, '“false A”', 'or false'],
    ['a class twice', '@missing true\n@classLabel true A B A\n@data\n1:A', 2, 'class “A” comes twice', ''],
    ['a regression problem', '@targetLabel true\n@data\n1:0.5', 1, 'a regression problem', 'classification'],
    [
      'neither true nor false',
      '@timestamps maybe\n@classLabel false\n@data\n1',
      1,
      '“maybe”',
      'true or false',
    ],
    ['a length of zero', '@seriesLength 0\n@classLabel false\n@data\n1', 1, '“0” for', 'a whole number'],
    ['dimensions in words', '@dimensions six\n@classLabel false\n@data\n1', 1, '“six”', 'a whole number'],
    ['one variable of two', '@univariate true\n@dimensions 2\n@classLabel false\n@data\n', 2, '2', '1, as'],
    ['a keyword twice', '@missing true\n@MISSING true\n@data\n', 2, '“@missing” comes twice', 'it once'],
    ['no label behind @data', `${head}@data 1\n1:A`, 3, 'no label', 'a colon and a class'],
    ['no series', `${head}@data\n\n# end\n`, 5, 'no series', 'one at least'],
    ['another class', `${head}@data\n1:A\n\n1:C\n`, 6, 'label “C”', 'one of “A”, “B”'],
    ['a case that fits two', '@classLabel true a A b\n@data\n1:B\n1:á', 4, 'label “á”', 'one of'],
    ['no .ts at all', 't,x,label\n0,1,a\n1,2,b\n', 1, '“t,x,label”', '@keyword or @data'],
    ['words that do not stand together', '@classLabel true a b c\n@data\n1:a c', 3, 'label “a c”', 'one of'],
    [
      'a comment for a truth',
      '@missing # perhaps\n@classLabel false\n@data\n1',
      1,
      '“# perhaps”',
      'true or false',
    ],
    [
      'dimensions that have no time in common',
      `@equalLength true\n@seriesLength 2\n${stamped}(1,1),(2,2):(3,3),(4,4):A`,
      7,
      '4 different times',
      '2, as @seriesLength',
    ],
    [
      'the same without a length',
      `@equalLength true\n${stamped}(1,1),(2,2):(2,3),(3,4):A`,
      6,
      '3 different times',
      '2, as @seriesLength or @equalLength',
    ],
    ['an empty label', `${head}@data\n1,2:\n`, 4, 'no label', 'one of'],
    ['no label', `${head}@data\n1:A\n1,2\n`, 5, 'no label', 'a colon and a class'],
    ['a label and no values', `${head}@data\n:A\n`, 4, 'a series without a value', 'one step'],
    ['more dimensions', `@dimensions 2\n${head}@data\n1:2:3:A\n`, 5, '3 dimensions', '2, as the head'],
    ['more than before', `${head}@data\n1:2:A\n1:A\n`, 5, '1 dimension;', '2, as the series before'],
    [
      'more, in the other spelling',
      `@dimension 1\n${head}@data\n1:2:A\n`,
      5,
      '2 dimensions',
      '1, as the head',
    ],
    ['one is too many', `@univariate true\n${head}@data\n1:2:A\n`, 5, '2 dimensions', '1, as the head'],
    ['a word', `${head}@data\n1,two,3:A\n`, 4, '“two” is not a number', 'a number, or ?'],
    ['a number and more', `${head}@data\n1,2x,3:A\n`, 4, '“2x” is not', 'a number'],
    ['two numbers', `${head}@data\n1,2 3:A\n`, 4, '“2 3” is not', 'a number'],
    ['half an exponent', `${head}@data\n1e,2:A\n`, 4, '“1e” is not', 'a number'],
    ['a hexadecimal number', `${head}@data\n0x10:A\n`, 4, '“0x10” is not', 'a number'],
    ['nothing between commas', `${head}@data\n1,,2:A\n`, 4, 'an empty value', 'a number'],
    ['nothing behind a comma', `${head}@data\n1,:A\n`, 4, 'an empty value', 'a number'],
    ['two question marks', `${head}@data\n1,??:A\n`, 4, '“??” is not', 'a number'],
    ['infinity', `${head}@data\n1,Infinity:A\n`, 4, '“Infinity” is not', 'a number'],
    ['an infinite number', `${head}@data\n1,-1e999:A\n`, 4, '“-1e999” is too large', 'within ±3.4e38'],
    ['too large for a float32', `${head}@data\n3.5e38:A\n`, 4, 'too large', 'within ±3.4e38'],
    ['a pair without stamps', `${head}@data\n(1,2):A\n`, 4, '“(1” is not', 'a number'],
    ['another @seriesLength', `@seriesLength 3\n${head}@data\n1,2:A`, 5, '2 values', '3, as @seriesLength 3'],
    ['not equally long', `@equalLength true\n${head}@data\n1,2:A\n1:A`, 6, '1 value', '2, as before'],
    ['not so in one series', `@equalLength true\n${head}@data\n1,2:1:A`, 5, '2 and 1 values', 'as many'],
    ['missing though not', `@missing false\n${head}@data\n1:A\n?:A`, 6, 'a missing value', 'none, as'],
    ['a stamp that is none', `${stamped}(now,1):A`, 5, 'time stamp “now”', 'a number or a date'],
    ['no such day', `${stamped}(2023-02-29,1):A`, 5, '“2023-02-29”', 'a date'],
    ['a date among numbers', `${stamped}(1,1):A\n(2024-01-01,1):A`, 6, '“2024-01-01”', 'a number, as before'],
    ['a number among dates', `${stamped}(2024-01-01,1),(2,1):A`, 5, 'time stamp “2”', 'a date, as before'],
    ['a time twice', `${stamped}(1,1),(2,1),(1,3):A`, 5, 'a time comes twice', 'each time once'],
    ['a time twice in a row', `${stamped}(1,1),(1,2):A`, 5, 'a time comes twice', 'each time once'],
    ['no pair', `${stamped}1,2:A`, 5, '“1,2”', 'a pair (time,value)'],
    ['an open pair', `${stamped}(1,2:A`, 5, '“(1,2”', 'a pair'],
    ['a pair of one', `${stamped}(1):A`, 5, '“(1)”', 'a pair'],
    ['no comma between pairs', `${stamped}(1,2)(2,3):A`, 5, '“(2,3)”', 'a pair'],
    ['no value in a pair', `${stamped}(1,):A`, 5, 'an empty value', 'a number'],
    ['dimensions of pairs that differ', `@seriesLength 2\n${stamped}(1,1):A`, 6, '1 value', '2, as'],
  ])('%s', (_, text, line, found, expected) => {
    const refused = refusal(() => parseTs(text))
    expect(refused.message).toContain(found)
    expect(refused.message.slice(refused.message.indexOf('; expected'))).toContain(expected)
    expect(refused.line).toBe(line)
  })
})
