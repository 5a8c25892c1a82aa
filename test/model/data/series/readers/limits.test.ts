/** What readers refuse to read because it is too much, and how far they say they are. */
import { describe, expect, test } from 'vitest'
import { parseArff } from '../../../../../src/model/data/series/readers/arff.ts'
import { parseCsv } from '../../../../../src/model/data/series/readers/csv/csv.ts'
import type { CsvOptions } from '../../../../../src/model/data/series/readers/csv/csvOptions.ts'
import type { Limits } from '../../../../../src/model/data/series/readers/limits.ts'
import { parseTs } from '../../../../../src/model/data/series/readers/ts.ts'
import { refusal } from '../seriesFiles.ts'

const head = '@problemName Some\n@classLabel true A B\n'
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
describe('limits', () => {
  const ts = `${head}@data\n1,2,3:4,5,6:A\n1,2,3:4,5,6:B\n`
  const arff = `${table}'1,2,3\\n4,5,6',Standing\n'1,2,3\\n4,5,6',Standing\n`
  const exact: Limits = { bytes: 400, series: 2, channels: 2, length: 3, classes: 3, values: 12 }

  test('what is just within them is read', () => {
    expect(parseTs(ts, exact).series.length).toBe(2)
    expect(parseArff(arff, exact).series.length).toBe(2)
  })

  test.each<
    [limit: keyof Limits, most: number, ts: string, tsLine: number | null, arff: string, line: number | null]
  >([
    ['bytes', 50, `${ts.length} bytes`, null, `${arff.length} bytes`, null],
    ['series', 1, '2 series', 5, '2 series', 12],
    ['channels', 1, '2 variables', 4, '2 variables', 11],
    ['length', 2, '3 steps', 4, '3 steps', 7],
    ['classes', 1, '2 classes', 2, '2 classes', 9],
    ['values', 11, '12 values', 5, '12 values', 12],
  ])('%s', (limit, most, tsFound, tsLine, arffFound, arffLine) => {
    for (const [refused, found, line] of [
      [refusal(() => parseTs(ts, { [limit]: most })), tsFound, tsLine],
      [refusal(() => parseArff(arff, { [limit]: most })), arffFound, arffLine],
    ] as const) {
      expect(refused.message).toContain(found)
      expect(refused.message).toContain(`at most ${most} (the limit “${limit}”)`)
      expect(refused.line).toBe(line)
      // Nobody has counted on: there may be more.
      if (limit === 'series' || limit === 'values') expect(refused.message).toContain('at least')
    }
  })

  const long = 'id,x,y,class\na,1,2,A\na,1,2,A\nb,1,2,B\n'
  const wide = 'A,1,2,3,4\nB,1,2,3,4\n'
  const longOptions: CsvOptions = {
    layout: 'long',
    columns: { id: 'id', time: null, label: 'class', channels: ['x', 'y'] },
  }
  const wideOptions: CsvOptions = { layout: 'wide', columns: { label: 0, values: null, channels: 2 } }

  test('tables just within them are read', () => {
    const all: Limits = { bytes: 50, series: 2, channels: 2, length: 2, classes: 2, values: 8 }
    expect(parseCsv(long, longOptions, all).length).toBe(2)
    expect(parseCsv(wide, wideOptions, all).length).toBe(2)
  })

  test.each<[Partial<Limits>, long: string, longLine: number | null, wide: string, wideLine: number | null]>([
    [{ bytes: 19 }, `${long.length} bytes`, null, `${wide.length} bytes`, null],
    [{ series: 1 }, '2 series', 4, '2 series', 2],
    [{ channels: 1 }, '2 variables', null, '2 variables', null],
    [{ length: 1 }, '2 steps', 3, '2 steps', 1],
    [{ classes: 1 }, '2 classes', 4, '2 classes', 2],
    [{ values: 5 }, '6 values', 4, '8 values', 2],
  ])('tables: %o', (limits, longFound, longLine, wideFound, wideLine) => {
    for (const [refused, found, line] of [
      [refusal(() => parseCsv(long, longOptions, limits)), longFound, longLine],
      [refusal(() => parseCsv(wide, wideOptions, limits)), wideFound, wideLine],
    ] as const) {
      expect(refused.message).toContain(found)
      expect(refused.message).toContain(`(the limit “${Object.keys(limits)[0]}”)`)
      expect(refused.line).toBe(line)
    }
  })

  test('a table of nothing but line ends or delimiters is refused before it is cut up', () => {
    const limits = { values: 1000, length: 10, channels: 10 }
    expect(refusal(() => parseCsv('\n'.repeat(2000), wideOptions, limits)).line).toBe(1002)
    expect(refusal(() => parseCsv(`1,2\n${','.repeat(2000)}`, wideOptions, limits))).toEqual({
      line: 2,
      message: 'line 2: 2001 values in all series together; expected at most 102 (the limit “values”)',
    })
  })

  test('cells as long as a book are none', () => {
    const text = `A,1\nB,"${'""'.repeat(20_000)}",2`
    expect(refusal(() => parseCsv(text, wideOptions, { length: 10, channels: 10 }))).toEqual({
      line: 2,
      message: 'line 2: 3 cells of 40006 characters; expected numbers and names',
    })
    const quoted = `@relation '${'x'.repeat(20_000)}'\n`
    expect(refusal(() => parseArff(quoted)).message).toContain("expected ' within 10000 characters")
  })

  test('declared sizes count, too', () => {
    expect(refusal(() => parseTs('@dimensions 300\n@classLabel false\n@data\n1')).line).toBe(1)
    expect(refusal(() => parseTs('\n@seriesLength 20001\n@classLabel false\n@data\n1')).message).toContain(
      '20001 steps in one series; expected at most 20000',
    )
  })

  test('a class with a name of thousands of characters is none', () => {
    const name = 'A'.repeat(5000)
    expect(refusal(() => parseTs(`@classLabel true ${name}\n@data\n1:A`)).message).toBe(
      'line 1: a class name of 5000 characters; expected at most 200',
    )
    expect(refusal(() => parseArff(`@attribute c {'${name}'}\n`)).line).toBe(1)
  })

  test('a message shows a piece of a long or strange token only', () => {
    const { message } = refusal(() => parseTs(`${head}@data\n1:${'B'.repeat(1e5)}`))
    expect(message.length).toBeLessThan(200)
    expect(refusal(() => parseTs(`${head}@data\n1:B\u0000\u202eA`)).message).toContain('“B··A”')
  })

  test('empty dimensions do not multiply beyond the limit of values', () => {
    const row = `${'1,'.repeat(19_999)}1${':'.repeat(256)}`
    const { message } = refusal(() => parseTs(`@classLabel true A\n@data\n${`${row}A\n`.repeat(5)}`))
    expect(message).toContain('at most 16000000')
  })
})

test('progress is told about every megabyte, up to the end', () => {
  const row = `${'0.125,'.repeat(999)}0.125`
  const count = 500
  const columns = { label: 1000, values: null }
  const files = [
    [
      (text: string, limits: Partial<Limits>, onProgress: (done: number, total: number) => void) =>
        parseCsv(text, { layout: 'wide', columns }, limits, onProgress),
      `${row},A\n`.repeat(count),
    ],
    [parseTs, `@classLabel true A\n@data\n${`${row}:A\n`.repeat(count)}`],
    [
      parseArff,
      `${Array.from({ length: 1000 }, (_, i) => `@attribute a${i} real\n`).join('')}@attribute c {A}\n@data\n${`${row},A\n`.repeat(count)}`,
    ],
  ] as const
  for (const [parse, text] of files) {
    const told: number[] = []
    const set = parse(text, {}, (done, total) => {
      expect(total).toBe(text.length)
      told.push(done)
    })
    // Half a million values: more than there is room for at the start.
    expect(set.series.every(({ data }) => data.every((value) => value === 0.125))).toBe(true)
    const [first = 0, second = 0, third = 0] = told
    expect(told.at(-1)).toBe(text.length)
    expect(first).toBeGreaterThanOrEqual(2 ** 20)
    expect(first).toBeLessThan(2 ** 20 + 10_000)
    expect(second - first).toBeLessThan(2 ** 20 + 10_000)
    expect(third).toBe(text.length)
    expect(told.length).toBe(3)
  }
})
