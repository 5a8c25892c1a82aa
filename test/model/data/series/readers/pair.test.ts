/** Names of files, two files that belong together, bytes that are text, and sets on their way from a worker. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../../../../src/model/data/series/readers/decode.ts'
import { buffersOf, packSet, unpackSet } from '../../../../../src/model/data/series/readers/pack.ts'
import {
  fileRole,
  formatIn,
  isSameProblem,
  joinPair,
} from '../../../../../src/model/data/series/readers/pair.ts'
import { parseTs } from '../../../../../src/model/data/series/readers/ts.ts'
import type { SeriesSet } from '../../../../../src/model/data/series/types.ts'
import { labelsOf, plainSets, refusal, writeTs } from '../seriesFiles.ts'

test.each([
  ['BasicMotions_TRAIN.ts', 'BasicMotions', 'train', 'ts'],
  ['BasicMotions_TEST.arff', 'BasicMotions', 'test', 'arff'],
  ['folder/A_B-test.CSV', 'A_B', 'test', 'csv'],
  ['C:\\folder\\A.train.tsv', 'A', 'train', 'csv'],
  ['A_TRAIN (1).ts', 'A', 'train', 'ts'],
  ['A_TRAIN  (12).ts', 'A', 'train', 'ts'],
  [' A_TRAIN .ts', 'A', 'train', 'ts'],
  ['A_TRAIN (1234).ts', 'A_TRAIN (1234)', 'single', 'ts'],
  ['my data.txt', 'my data', 'single', null],
  ['GunPoint_TRAIN', 'GunPoint', 'train', null],
  ['latest.ts', 'latest', 'single', 'ts'],
  ['_TRAIN.ts', '_TRAIN', 'single', 'ts'],
  ['.ts', '.ts', 'single', 'ts'],
  ['a.constructor', 'a', 'single', null],
])('fileRole: %s', (name, problem, role, format) => {
  expect(fileRole(name)).toEqual({ problem, role, format })
})

test.each([
  ['BasicMotions_TRAIN.ts', 'BasicMotions_TEST.ts', true],
  ['BasicMotions_TRAIN (1).ts', 'basicmotions-test.ts', true],
  // One system composes the syllables, the other does not.
  ['걸음_TRAIN.csv'.normalize('NFD'), '걸음_TEST.csv'.normalize('NFC'), true],
  ['BasicMotions_TRAIN.ts', 'GunPoint_TEST.ts', false],
  ['A_TRAIN.ts', 'A_B_TEST.ts', false],
])('isSameProblem: %s and %s: %s', (a, b, same) => {
  expect(isSameProblem(fileRole(a), fileRole(b))).toBe(same)
})

test('a column that is called like a keyword makes a table no .ts file', () => {
  expect(formatIn('@timestamp,x\n2024-05-01,1\n', 'csv')).toBe('csv')
  expect(formatIn('# a comment\n@timeStamps false\n@data\n', 'csv')).toBe('ts')
})

describe('joinPair', () => {
  const set = (classes: string[], labels: (string | null)[], channelNames = ['x1']): SeriesSet => ({
    name: 'Some',
    channels: channelNames.length,
    channelNames,
    classes,
    length: 1,
    series: labels.map((label, i) => ({
      data: Float32Array.from(channelNames, () => i),
      length: 1,
      label: label === null ? null : classes.indexOf(label),
    })),
  })

  test('classes of the test file are those of the training file, in its order', () => {
    const train = set(['b', 'a', '__proto__'], ['a', 'b', '__proto__'])
    const given = set(['__proto__', 'a', 'b'], ['a', '__proto__', null, 'b'])
    const joined = joinPair(train, given)
    expect(joined.train).toBe(train)
    expect(joined.test.classes).toEqual(train.classes)
    expect(labelsOf(joined.test)).toEqual(labelsOf(given))
    expect(joined.test.series.map(({ label }) => label)).toEqual([1, 2, null, 0])
    expect(joined.test.series.map(({ data }) => data)).toEqual(given.series.map(({ data }) => data))
  })

  test('a class that nothing is learned of is refused, one that only is declared is not', () => {
    const train = set(['a', 'b'], ['a', 'b'])
    expect(labelsOf(joinPair(train, set(['c', 'b'], ['b'])).test)).toEqual(['b'])
    expect(refusal(() => joinPair(train, set(['c', 'b'], ['b', 'c']))).message).toBe(
      'class “c” in the test file; expected the classes of the training file (“a”, “b”)',
    )
  })

  test('variables are the same, or without names', () => {
    const train = set(['a'], ['a'], ['u', 'v'])
    expect(refusal(() => joinPair(train, set(['a'], ['a']))).message).toContain('1 variable in the test file')
    expect(refusal(() => joinPair(train, set(['a'], ['a'], ['u', 'w']))).message).toBe(
      'variable 2 of the test file is “w”; expected “v”, as in the training file',
    )
    expect(joinPair(train, set(['a'], ['a'], ['x1', 'x2'])).test.channelNames).toEqual(['u', 'v'])
  })
})

describe('decodeText', () => {
  const utf16 = (text: string, little: boolean): Uint8Array => {
    const bytes = new Uint8Array(2 + 2 * text.length)
    const view = new DataView(bytes.buffer)
    for (const [i, unit] of [
      0xfeff,
      ...Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)),
    ].entries())
      view.setUint16(2 * i, unit, little)
    return bytes
  }
  const utf8 = (text: string) => new TextEncoder().encode(text)

  test('UTF-8 with and without a mark, and UTF-16 of both orders', () => {
    const characters = fc.string({ unit: 'grapheme' }).filter((text) => !/\0/.test(text))
    fc.assert(
      fc.property(characters, (some) => {
        const text = `@problemName 한글 ${some}`
        expect(decodeText(utf8(text)).text).toBe(text)
        expect(decodeText(utf8(`\ufeff${text}`)).text).toBe(text)
        expect(decodeText(utf16(text, true)).text).toBe(text)
        expect(decodeText(utf16(text, false)).text).toBe(text)
      }),
    )
  })

  test.each<[what: string, bytes: Uint8Array, found: string, expected: string]>([
    ['a spreadsheet', Uint8Array.of(0x50, 0x4b, 3, 4, 20), 'a spreadsheet (.xlsx)', 'saved as CSV'],
    ['gzip', Uint8Array.of(0x1f, 0x8b, 8), 'a gzip archive', 'unpacked'],
    ['a NumPy array', Uint8Array.of(0x93, ...utf8('NUMPY'), 1, 0), 'a NumPy array', 'saved as CSV'],
    ['a MATLAB file', utf8('MATLAB 5.0 MAT-file'), 'a MATLAB file', 'saved as CSV'],
    ['a Parquet file', utf8('PAR1abc'), 'a Parquet file', 'saved as CSV'],
    ['HDF5', Uint8Array.of(0x89, ...utf8('HDF')), 'an HDF5 file', 'saved as CSV'],
    ['zero bytes', utf8('1,2\u0000:A'), 'a zero byte at position 3', 'CSV UTF-8'],
    ['bytes of no text', Uint8Array.of(0xc7, 0x01, 0xb1, 0xdb), 'no UTF-8', 'choose the encoding UTF-8'],
    ['bytes that no letter has', Uint8Array.of(0x41, 0x81, 0x2c, 0x8d), 'no UTF-8', 'the encoding UTF-8'],
    ['damaged UTF-8', Uint8Array.of(...utf8('가나'), 0xea, 0x2c, ...utf8('다')), 'no UTF-8', 'UTF-8'],
    ['half a UTF-16 unit', utf16('1,2', true).subarray(0, 7), 'no UTF-16LE', 'UTF-8'],
  ])('refused: %s', (_, bytes, found, expected) => {
    const { message, line } = refusal(() => decodeText(bytes))
    expect(message.slice(0, message.indexOf('; expected'))).toContain(found)
    expect(message.slice(message.indexOf('; expected'))).toContain(expected)
    expect(line).toBeNull()
  })

  test.each<[what: string, bytes: readonly number[], text: string, encoding: string]>([
    // 한글, in the KS X 1001 that CP949 extends.
    ['a Korean code page', [0xc7, 0xd1, 0xb1, 0xdb, 0x2c, 0x31], '한글,1', 'euc-kr'],
    // 0x80 to 0x9f are test/browser's: Node 20 reads them as Latin-1.
    ['a Western one', [0xb5, 0x56, 0x2c, 0x20, 0x31, 0xb0, 0x32], 'µV, 1°2', 'windows-1252'],
    ['an umlaut before a letter', [0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72], 'Müller', 'windows-1252'],
    ['UTF-16 without a mark', [0x31, 0, 0x2c, 0, 0x32, 0], '1,2', 'utf-16le'],
    ['the same the other way round', [0, 0x31, 0, 0x2c, 0, 0x32], '1,2', 'utf-16be'],
  ])('%s', (_, bytes, text, encoding) => {
    expect(decodeText(Uint8Array.from(bytes))).toEqual({ text, encoding })
  })

  test('the beginning of a file may end within a character', () => {
    const bytes = utf8('가나')
    expect(decodeText(bytes.subarray(0, 4), true).text).toBe('가')
    expect(refusal(() => decodeText(bytes.subarray(0, 4))).message).toContain('no UTF-8')
  })

  test('any bytes are text or a DataFormatError', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        try {
          expect(typeof decodeText(bytes).text).toBe('string')
        } catch (error) {
          expect(error).toMatchObject({ name: 'DataFormatError', line: null })
        }
      }),
    )
  })
})

describe('packSet', () => {
  const unspaced = plainSets.filter(({ classes }) => classes.every((name) => !/[\s:,]/.test(name)))

  test('what is unpacked is what was packed, views of one buffer', () => {
    fc.assert(
      fc.property(unspaced, (plain) => {
        const set = parseTs(writeTs(plain))
        const packed = packSet(set)
        expect(packed.values.buffer).toBe(set.series[0]?.data.buffer)
        const sent = structuredClone(packed, { transfer: buffersOf(packed) })
        expect(packed.values.length).toBe(0)
        const back = unpackSet(sent)
        expect(back).toEqual(parseTs(writeTs(plain)))
        expect(new Set(back.series.map(({ data }) => data.buffer)).size).toBe(1)
      }),
    )
  })

  test('arrays of their own, or views with something between them, are joined', () => {
    const buffer = Float32Array.of(1, 2, 9, 3, 4)
    const of = (...views: Float32Array[]): SeriesSet => ({
      name: '',
      channels: 2,
      channelNames: ['x1', 'x2'],
      classes: [],
      length: 1,
      series: views.map((data) => ({ data, length: 1, label: null })),
    })
    const sets = [
      of(Float32Array.of(1, 2), Float32Array.of(3, 4)),
      of(buffer.subarray(0, 2), buffer.subarray(3)),
      of(buffer.subarray(0, 2)),
      of(buffer.subarray(3), buffer.subarray(0, 2)),
    ]
    const whole = Float32Array.of(3, 4, 1, 2)
    for (const set of [...sets, of(whole.subarray(2), whole.subarray(0, 2))]) {
      expect(unpackSet(packSet(set))).toEqual(set)
      expect(packSet(set).values.length).toBe(2 * set.series.length)
    }
  })
})
