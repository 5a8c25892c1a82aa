/** Of any table: what is guessed can be read or is refused, each row is accounted for, and numbers stay what they are. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DataFormatError } from '../../../../../../src/model/data/errors.ts'
import { parseCsv } from '../../../../../../src/model/data/series/readers/csv/csv.ts'
import type { CsvOptions } from '../../../../../../src/model/data/series/readers/csv/csvOptions.ts'
import { previewCsv } from '../../../../../../src/model/data/series/readers/csv/csvPreview.ts'
import type { SeriesSet } from '../../../../../../src/model/data/series/types.ts'
import { flaws } from '../../seriesFiles.ts'
import { damaged, damages, tables } from './damage.ts'

/** null if it is refused in the way that the page can say. */
function orRefused<T>(work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof DataFormatError)) throw error
    expect(error.dataError).not.toBeNull()
    return null
  }
}

describe('the guess', () => {
  test.each(Object.keys(tables).filter((name) => name !== 'csv-missing-inf.csv'))('reads %s', (name) => {
    const text = tables[name] ?? ''
    expect(flaws(parseCsv(text, previewCsv(text).guess))).toEqual([])
  })

  test('reads a damaged table, or it is refused', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(tables)), damages, fc.boolean(), (table, all, whole) => {
        const text = damaged(table, all)
        const preview = orRefused(() => previewCsv(text, whole))
        if (preview === null) return
        const set = orRefused(() => parseCsv(text, preview.guess))
        if (set !== null) expect(flaws(set)).toEqual([])
      }),
      { numRuns: 120 },
    )
  })
})

const noteOf = ({ notes }: SeriesSet, code: string) =>
  Number(notes?.find((note) => note.code === code)?.values.count ?? 0)

/** Values of all series, each once: a table below has the number of its row in a variable. */
const rowsRead = ({ series, channels, offsets }: SeriesSet) =>
  new Set(
    series.flatMap(({ data, length }) =>
      Array.from({ length }, (_, t) => (data[t * channels] ?? 0) + (offsets?.[0] ?? 0)),
    ),
  )

const blank = fc.constantFrom('', '\n', ',,,\n')
/** What stands above a table, and how many rows or lines of it notes tell. */
const above = fc.constantFrom(
  { text: 'id,t,x,class\n', lines: 0, rows: 0 },
  { text: '# a comment\n\nid,t,x,class\n', lines: 2, rows: 0 },
  { text: 'id,t,x,class\n-,s,g,-\n', lines: 0, rows: 1 },
  { text: 'sep=,\n,,acc,\nid,t,x,class\n,s,g,\n', lines: 1, rows: 2 },
)

describe('each row is read, or is said to be left out', () => {
  const stretches = fc.array(
    fc.record({ id: fc.integer({ min: 0, max: 2 }), rows: fc.integer({ min: 1, max: 9 }) }),
    {
      minLength: 2,
      maxLength: 6,
    },
  )
  const written = (parts: readonly { readonly id: number; readonly rows: number }[], gap: string) => {
    const rows = parts.flatMap(({ id, rows: count }, part) =>
      Array.from({ length: count }, () => ({ id, part })),
    )
    return {
      count: rows.length,
      text: rows
        .map(({ id, part }, i) => `${id},${i},${i},${part % 2 ? 'a' : 'b'}\n${i % 4 === 0 ? gap : ''}`)
        .join(''),
    }
  }
  const columns = { time: 1, channels: [2] }

  test('of windows, whatever their length and stride', () => {
    const steps = fc.integer({ min: 1, max: 8 })
    fc.assert(
      fc.property(
        stretches,
        above,
        blank,
        steps,
        steps,
        fc.boolean(),
        (parts, head, gap, length, stride, byId) => {
          const { text, count } = written(parts, gap)
          // Rows above a table are told by what is below them: of two or three nothing can be.
          fc.pre(head.rows === 0 || count >= 8)
          const set = parseCsv(head.text + text, {
            layout: 'long',
            header: true,
            columns: { ...columns, id: byId ? 0 : null, label: 3, windows: { length, stride } },
          })
          expect(rowsRead(set).size + noteOf(set, 'rowsLeft')).toBe(count)
        },
      ),
    )
  })

  test('of whole series, and of what stands above them', () => {
    fc.assert(
      fc.property(stretches, above, blank, (parts, head, gap) => {
        const { text, count } = written(parts, gap)
        fc.pre(count >= 8)
        const set = parseCsv(head.text + text, {
          layout: 'long',
          header: true,
          columns: { ...columns, id: 0, label: null },
        })
        expect(set.series.reduce((sum, { length }) => sum + length, 0)).toBe(count)
        expect(rowsRead(set)).toEqual(new Set(Array.from({ length: count }, (_, i) => i)))
        expect([noteOf(set, 'linesAbove'), noteOf(set, 'headRows')]).toEqual([head.lines, head.rows])
      }),
    )
  })

  test('of a table with a series a row', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), blank, fc.boolean(), (count, gap, header) => {
        const rows = Array.from(
          { length: count },
          (_, i) => `${i},${(i * 7) % 5}.5,${(i * 3) % 4}.25,a\n${i % 3 ? '' : gap}`,
        )
        const text = `${header ? 't0,t1,t2,class\n' : ''}${rows.join('')}`
        const set = parseCsv(text, { layout: 'wide', header, columns: { label: 3, values: null } })
        expect(set.series.map(({ data }) => data[0])).toEqual(Array.from({ length: count }, (_, i) => i))
      }),
    )
  })
})

interface Dialect {
  readonly delimiter: string
  readonly decimal: string
  readonly quotes: 'where needed' | 'everywhere'
  readonly newline: string
  readonly mark: string
}

const dialects: fc.Arbitrary<Dialect> = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  decimal: fc.constantFrom('.', ','),
  quotes: fc.constantFrom('where needed', 'everywhere'),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  mark: fc.constantFrom('', '\ufeff'),
})

const value = fc.oneof(
  { weight: 4, arbitrary: fc.float({ noNaN: true, noDefaultInfinity: true }) },
  { weight: 2, arbitrary: fc.integer({ min: -2_000_000, max: 2_000_000 }) },
  { weight: 2, arbitrary: fc.integer({ min: -99_999, max: 99_999 }).map((n) => n / 1000) },
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
)

function written(rows: readonly (readonly (string | number)[])[], dialect: Dialect): string {
  const { delimiter, decimal, quotes, newline, mark } = dialect
  const cell = (content: string | number) => {
    const text =
      typeof content === 'string'
        ? content
        : Number.isNaN(content)
          ? ''
          : String(content).replace('.', decimal)
    return quotes === 'everywhere' || text.includes(delimiter) || /["\r\n]/.test(text)
      ? `"${text.replaceAll('"', '""')}"`
      : text
  }
  return mark + rows.map((row) => row.map(cell).join(delimiter) + newline).join('')
}

/** As they were, as far as a float32 (less an offset) holds them. */
function expectValues(
  { series, channels, offsets }: SeriesSet,
  values: readonly (readonly number[])[],
): void {
  expect(series).toHaveLength(values.length)
  const expected = values.map((row) =>
    row.map((one, at) => Math.fround(one - (offsets?.[at % channels] ?? 0)) + 0),
  )
  expect(series.map(({ data }) => [...data])).toEqual(expected)
}

describe('numbers come back as they were written, in every dialect', () => {
  const classes = ['go, up', 'say "no"', 'a;b|c']
  const read = (text: string, rest: CsvOptions) => {
    const { guess } = previewCsv(text)
    expect(guess).toMatchObject(rest)
    return parseCsv(text, guess)
  }
  // A number that leaves no doubt about the decimal sign: 1,234 may be meant either way.
  const table = fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), { minLength: 6, maxLength: 9 })

  test('a series a row', () => {
    fc.assert(
      fc.property(dialects, table, (dialect, values) => {
        const own = values.map((row) => [0.5, ...row, 1.25])
        const rows = own.map((row, i) => [...row, classes[i % 3] ?? ''])
        const text = written([['t0', 't1', 't2', 't3', 't4', 'class'], ...rows], dialect)
        const wide = { layout: 'wide', header: true, delimiter: dialect.delimiter } as const
        const set = read(text, { ...wide, columns: { label: 5, values: null } })
        expectValues(set, own)
        expect(set.series.map(({ label }) => set.classes[label ?? 0])).toEqual(rows.map((row) => row[5]))
      }),
      { numRuns: 50 },
    )
  })

  test('a step a row', () => {
    fc.assert(
      fc.property(dialects, table, (dialect, values) => {
        const own = values.map((row) => row.flatMap((one) => [one, 0.5]))
        const rows = values.flatMap((row, id) =>
          row.map((one, t) => [`s${id}`, t, one, 0.5, classes[id % 3] ?? '']),
        )
        fc.pre(values.flat().some((one) => !Number.isNaN(one)))
        const text = written([['id', 'time', 'x', 'y', 'class'], ...rows], dialect)
        const long = { layout: 'long', header: true, delimiter: dialect.delimiter } as const
        const set = read(text, { ...long, columns: { id: 0, time: 1, label: 4, channels: [2, 3] } })
        expectValues(set, own)
      }),
      { numRuns: 50 },
    )
  })
})
