/** Numbers as the readers scan them, held to `Number()`; and dates, held to `Date`. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDate } from '../../../../../src/model/data/series/readers/dates.ts'
import { emptyRow, numberOf, scanValues } from '../../../../../src/model/data/series/readers/numbers.ts'

/** From here on a float32 is infinite. */
const tooLarge = 2 ** 128 - 2 ** 103

function expectAsNumber(text: string): void {
  const value = Number(text)
  const isValue = text !== '' && Math.abs(value) < tooLarge
  expect(numberOf(text, false)).toBe(isValue ? value : null)
}

const digits = (maxLength: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { maxLength }).map((each) => each.join(''))
const written = fc
  .tuple(
    fc.constantFrom('', '-', '+'),
    digits(25),
    fc.constantFrom('', '.'),
    digits(25),
    fc.constantFrom('', 'e', 'E', 'e-', 'E+'),
    digits(3),
  )
  .map((parts) => parts.join(''))

describe('a number is exactly that of Number(), or none', () => {
  test.each([
    '0',
    '-0',
    '+.5',
    '5.',
    '.',
    '-',
    '1e',
    '1e+',
    'e5',
    '1.5.2',
    '9007199254740993',
    '900719925474099.15',
    '0.1234567890123456789',
    '0000000000000000000000000001',
    '123456789012345e22',
    '1e23',
    '5e-324',
    '2.2250738585072011e-308',
    '3.4028235677973366e38',
    '3.4028235677973362e38',
    '1e99999999999999999999',
    '1e-99999999999999999999',
  ])('%s', (text) => expectAsNumber(text))

  test('of the characters of numbers, in any order', () => {
    const character = fc.constantFrom(...'0123456789.+-eE')
    fc.assert(
      fc.property(fc.array(character, { minLength: 1, maxLength: 12 }), (some) => {
        expectAsNumber(some.join(''))
      }),
      { numRuns: 2000 },
    )
  })

  test('of as many digits as there may be', () => {
    fc.assert(
      fc.property(written, (text) => expectAsNumber(text)),
      { numRuns: 2000 },
    )
  })

  test('as programs write them', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.integer({ min: 0, max: 20 }), (value, places) => {
        for (const text of [String(value), value.toExponential(places), value.toPrecision(places + 1)]) {
          expectAsNumber(text)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('no other text is one', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 4 }), (text) => {
        if (!/^[\d.+\-eE]+$/.test(text)) expect(numberOf(text, false)).toBeNull()
      }),
    )
    for (const text of ['0x10', '0b1', '1_000', 'Infinity', 'NaN', ' 1', '1 ', '１']) {
      expect(numberOf(text, false)).toBeNull()
    }
  })

  test('a row grows with its values and rounds them to float32', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, min: -1e38, max: 1e38 }), { minLength: 1, maxLength: 3000 }),
        (values) => {
          const row = emptyRow()
          const text = values.join(' , ')
          scanValues(text, { at: 0 }, text.length, -1, row, 1)
          // Text has no −0.
          expect([...row.values.subarray(0, row.count)]).toEqual(
            values.map((value) => Math.fround(value + 0)),
          )
        },
      ),
      { numRuns: 20 },
    )
  })
})

test('a decimal comma', () => {
  expect(numberOf('-1,5e2', true)).toBe(-150)
  expect(numberOf('1.5', true)).toBe(1.5)
  expect(numberOf('1,5', false)).toBeNull()
  expect(numberOf('1.000,5', true)).toBeNull()
  expect(numberOf('1,000,5', true)).toBeNull()
})

describe('parseDate', () => {
  test('what Date writes', () => {
    const date = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(date, (one) => {
        const text = one.toISOString()
        expect(parseDate(text)).toBeCloseTo(one.getTime(), 3)
        expect(parseDate(text.replace('T', ' ').replace('Z', ''))).toBe(parseDate(text))
        expect(parseDate(text.slice(0, 10))).toBe(Date.parse(text.slice(0, 10)))
      }),
    )
  })

  test.each([
    ['2024-05-01T10:00+09:00', '2024-05-01T01:00:00Z'],
    ['2024-05-01 00:30:00 -0130', '2024-05-01T02:00:00Z'],
    ['2024/5/1', '2024-05-01T00:00:00Z'],
    ['2024-05-01 10:00:00,25', '2024-05-01T10:00:00.250Z'],
    ['2024-12-31T23:59:60Z', '2025-01-01T00:00:00Z'],
    ['2024-12-31T24:00', '2025-01-01T00:00:00Z'],
    ['2024-05-01 10:00:00.500 UTC', '2024-05-01T10:00:00.500Z'],
    ['2024-05-01 10:00:00+09', '2024-05-01T01:00:00Z'],
    ['20240501T100000Z', '2024-05-01T10:00:00Z'],
    ['2024-05-01 10.30.05', '2024-05-01T10:30:05Z'],
    ['2024-05-01 10:30:05:250', '2024-05-01T10:30:05.250Z'],
    ['01-May-2024 10:00:00', '2024-05-01T10:00:00Z'],
    ['1-Mai-24', '2024-05-01T00:00:00Z'],
    ['01/May/1999:10:00:00 +0200', '1999-05-01T08:00:00Z'],
    ['May 1, 2024 1:05 PM', '2024-05-01T13:05:00Z'],
    ['2024-05-01 오후 1:05:00', '2024-05-01T13:05:00Z'],
    ['2024-05-01 오전 12:05:00', '2024-05-01T00:05:00Z'],
    ['2024. 5. 1. 13:05', '2024-05-01T13:05:00Z'],
    ['2024년 5월 1일', '2024-05-01T00:00:00Z'],
    ['2024-05-01 오후 1시 5분', '2024-05-01T13:05:00Z'],
    ['2024-05-01 10:00:00 KST', '2024-05-01T01:00:00Z'],
    ['2024-05-01T10:00:00+09:00[Asia/Seoul]', '2024-05-01T01:00:00Z'],
    ['Wed, 01 May 2024 10:00:00 GMT', '2024-05-01T10:00:00Z'],
    ['20240501_100000', '2024-05-01T10:00:00Z'],
    ['01.05.2024 10:00 Uhr', '2024-05-01T10:00:00Z'],
    ['13:05', '1970-01-01T13:05:00Z'],
    ['0:01.5', '1970-01-01T00:00:01.500Z'],
    ['75:01.5', '1970-01-01T01:15:01.500Z'],
    ['26:00:00', '1970-01-02T02:00:00Z'],
    ['1 days 02:00:00.5', '1970-01-02T02:00:00.500Z'],
  ])('%s', (text, same) => {
    expect(parseDate(text)).toBe(Date.parse(same))
  })

  test.each([
    '',
    '2024',
    '2024-02-30',
    '2024-13-01',
    '2024-05/01',
    '2024-05-01T25:00',
    '2024-05-01T10:60',
    'May 1',
    'Foo 1, 2024',
    '2024-05-01 10:00 XYZ',
    '2024-05-01-09',
    '2024-05-01 오후 13:00',
    '13.05',
    '75:61.5',
    '26:60:00',
  ])('no date: %j', (text) => {
    expect(parseDate(text)).toBeNull()
  })
})
