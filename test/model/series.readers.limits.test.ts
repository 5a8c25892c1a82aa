/** What readers refuse to read because it is too much, and how far they say they are. */
import { describe, expect, test } from 'vitest'
import { parseArff } from '../../src/model/data/series/readers/arff.ts'
import type { Limits } from '../../src/model/data/series/readers/limits.ts'
import { parseTs } from '../../src/model/data/series/readers/ts.ts'
import { refusal } from './seriesFiles.ts'

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
    }
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
  const files = [
    [parseTs, `@classLabel true A\n@data\n${`${row}:A\n`.repeat(count)}`],
    [
      parseArff,
      `${Array.from({ length: 1000 }, (_, i) => `@attribute a${i} real\n`).join('')}@attribute c {A}\n@data\n${`${row},A\n`.repeat(count)}`,
    ],
  ] as const
  for (const [parse, text] of files) {
    const told: number[] = []
    parse(text, {}, (done, total) => {
      expect(total).toBe(text.length)
      told.push(done)
    })
    const [first = 0, second = 0, third = 0] = told
    expect(told.at(-1)).toBe(text.length)
    expect(first).toBeGreaterThanOrEqual(2 ** 20)
    expect(first).toBeLessThan(2 ** 20 + 10_000)
    expect(second - first).toBeLessThan(2 ** 20 + 10_000)
    expect(third).toBe(text.length)
    expect(told.length).toBe(3)
  }
})
