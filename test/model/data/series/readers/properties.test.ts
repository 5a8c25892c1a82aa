/** What is written is read back exactly, and whatever a file has become, it is data or a DataFormatError. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DataFormatError } from '../../../../../src/model/data/errors.ts'
import { parseArff } from '../../../../../src/model/data/series/readers/arff.ts'
import { parseCsv } from '../../../../../src/model/data/series/readers/csv/csv.ts'
import { previewCsv } from '../../../../../src/model/data/series/readers/csv/csvPreview.ts'
import { parseTs } from '../../../../../src/model/data/series/readers/ts.ts'
import type { SeriesSet } from '../../../../../src/model/data/series/types.ts'
import {
  flaws,
  type PlainSet,
  plainOf,
  plainSets,
  writeArff,
  writeLong,
  writeTs,
  writeWide,
} from '../seriesFiles.ts'

const channelsOf = ({ series }: PlainSet) => series[0]?.dimensions.length ?? 1

function readLong(text: string, channels: number): SeriesSet {
  const columns = {
    id: 'id',
    time: 'time',
    label: 'label',
    channels: Array.from({ length: channels }, (_, c) => `x${c + 1}`),
  }
  return parseCsv(text, { layout: 'long', columns, name: 'Some' })
}

function readWide(text: string, channels: number): SeriesSet {
  return parseCsv(text, {
    layout: 'wide',
    columns: { label: 'class', values: null, channels },
    delimiter: ';',
    name: 'Some',
  })
}

const sorted = (set: PlainSet): PlainSet => ({ ...set, classes: [...set.classes].sort() })
/** .ts holds names without blanks or colons only; tables know no other kind of name. */
const unspaced = plainSets.filter(({ classes }) => classes.every((name) => !/[\s:,]/.test(name)))

describe('what is written is read back, to the bit', () => {
  test('.ts', () => {
    fc.assert(
      fc.property(unspaced, (set) => {
        expect(plainOf(parseTs(writeTs(set)))).toEqual(set)
      }),
    )
  })

  test('ARFF', () => {
    fc.assert(
      fc.property(plainSets, (set) => {
        expect(plainOf(parseArff(writeArff(set)))).toEqual(set)
      }),
    )
  })

  test('a table of steps, its rows in any order', () => {
    fc.assert(
      fc.property(plainSets, fc.nat(), (set, seed) => {
        const shuffled = (rows: string[]) =>
          rows
            .map((row, i) => [Math.sin(seed + i * 12.9898), row] as const)
            .sort((a, b) => a[0] - b[0])
            .map(([, row]) => row)
        const read = plainOf(readLong(writeLong(set, shuffled), channelsOf(set)))
        const key = ({ dimensions, label }: PlainSet['series'][number]) => JSON.stringify([dimensions, label])
        // Series come in the order in which their first row stands.
        expect(read.series.map(key).sort()).toEqual(set.series.map(key).sort())
        expect([...read.classes].sort()).toEqual([...set.classes].sort())
      }),
    )
  })

  test('a table of series', () => {
    fc.assert(
      fc.property(plainSets, (set) => {
        const read = plainOf(readWide(writeWide(set), channelsOf(set)))
        expect(sorted(read)).toEqual(sorted(set))
      }),
    )
  })
})

/** What a file may meet with on its way. */
const hostile = [
  '<img src=x onerror=alert(1)>',
  '__proto__',
  '\u0000',
  '1e999',
  '-Infinity',
  'NaN',
  '?',
  '"',
  "'",
  '{',
  '}',
  '@data',
  '@end',
  ':',
  ',',
  ';',
  '\r',
  '\n\n',
  '(',
  ')',
  '\\',
  '\ufeff',
  'A'.repeat(3000),
  '9'.repeat(400),
]

interface Mutation {
  readonly kind: 'cut' | 'drop' | 'double' | 'insert' | 'swap'
  readonly at: number
  readonly size: number
  readonly text: string
}

const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('cut', 'drop', 'double', 'insert', 'swap'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    size: fc.integer({ min: 1, max: 30 }),
    text: fc.oneof(fc.constantFrom(...hostile), fc.string({ maxLength: 4 })),
  }),
  { minLength: 1, maxLength: 5 },
)

function mutated(text: string, changes: readonly Mutation[]): string {
  return changes.reduce(withMutation, text)
}

function withMutation(now: string, { kind, at, size, text: put }: Mutation): string {
  const from = Math.floor(at * now.length)
  const [before, piece, after] = [now.slice(0, from), now.slice(from, from + size), now.slice(from + size)]
  switch (kind) {
    case 'cut':
      return before
    case 'drop':
      return before + after
    case 'double':
      return before + piece + piece + after
    case 'insert':
      return before + put + piece + after
    case 'swap':
      return before + [...piece].reverse().join('') + after
  }
}

/** Data without a flaw, or a refusal that says what was expected; anything else fails. */
function expectSound(read: () => SeriesSet): void {
  let set: SeriesSet
  try {
    set = read()
  } catch (error) {
    if (!(error instanceof DataFormatError)) throw error
    expect(error.expected.length).toBeGreaterThan(0)
    expect(error.line === null || error.line >= 1).toBe(true)
    return
  }
  expect(flaws(set)).toEqual([])
}

describe('a damaged file is data or a DataFormatError', () => {
  const damaged = { numRuns: 400 }

  test('.ts', () => {
    fc.assert(
      fc.property(unspaced, mutations, (set, changes) =>
        expectSound(() => parseTs(mutated(writeTs(set), changes))),
      ),
      damaged,
    )
  })

  test('ARFF', () => {
    fc.assert(
      fc.property(plainSets, mutations, (set, changes) =>
        expectSound(() => parseArff(mutated(writeArff(set), changes))),
      ),
      damaged,
    )
  })

  test('a table of steps', () => {
    fc.assert(
      fc.property(plainSets, mutations, (set, changes) => {
        const text = mutated(writeLong(set), changes)
        expectSound(() => readLong(text, channelsOf(set)))
      }),
      damaged,
    )
  })

  test('a table of series, also as a look at it suggests', () => {
    fc.assert(
      fc.property(plainSets, mutations, (set, changes) => {
        const text = mutated(writeWide(set), changes)
        expectSound(() => readWide(text, channelsOf(set)))
        expectSound(() => parseCsv(text, previewCsv(text).guess))
      }),
      damaged,
    )
  })

  test('the beginning of one file and the end of another, of any kind', () => {
    const write = fc.constantFrom(writeTs, writeArff, writeLong, writeWide)
    const part = fc.tuple(unspaced, write, fc.double({ min: 0, max: 1, noNaN: true }))
    fc.assert(
      fc.property(part, part, ([one, writeOne, end], [other, writeOther, start]) => {
        const [before, after] = [writeOne(one), writeOther(other)]
        const text = before.slice(0, end * before.length) + after.slice(start * after.length)
        expectSound(() => parseTs(text))
        expectSound(() => parseArff(text))
        expectSound(() => readLong(text, channelsOf(one)))
        expectSound(() => readWide(text, channelsOf(other)))
      }),
      damaged,
    )
  })

  test('text that is no file at all', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(fc.constantFrom(...hostile)).map((parts) => parts.join('')),
        ),
        (text) => {
          expectSound(() => parseTs(text))
          expectSound(() => parseArff(text))
          expectSound(() => parseCsv(text, { layout: 'wide', columns: { label: 0, values: null } }))
        },
      ),
    )
  })
})

test('hostile names stay text, and touch no prototype', () => {
  const text =
    '@dimensions 1\n@classLabel true __proto__ <img/onerror=alert(1)>\n@data\n1,2:__proto__\n3,4:<img/onerror=alert(1)>\n'
  const { classes, series } = parseTs(text)
  expect(classes).toEqual(['__proto__', '<img/onerror=alert(1)>'])
  expect(series.map(({ label }) => label)).toEqual([0, 1])
  expect(Object.keys(Object.prototype)).toEqual([])
})
