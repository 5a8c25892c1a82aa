/** What the reader of a table knows besides values: what it took away from them, and which windows are of one recording. */
import { describe, expect, test } from 'vitest'
import { prepareProblem } from '../../../../src/model/data/series/prepare.ts'
import { parseCsv } from '../../../../src/model/data/series/readers/csv/csv.ts'
import { previewCsv } from '../../../../src/model/data/series/readers/csv/csvPreview.ts'
import { sampleCsv } from '../../../../src/model/data/series/readers/csv/csvSample.ts'
import { packSet, unpackSet } from '../../../../src/model/data/series/readers/pack.ts'
import type { SeriesSet } from '../../../../src/model/data/series/types.ts'

const read = (text: string): SeriesSet => parseCsv(text, previewCsv(text).guess)
const rowsOf = (count: number, row: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => row(i)).join('\n')

/** Series of four steps that rise by 1 (class a) or by 2 (class b) from an offset. */
const rising = (offset: number, series = 16) =>
  `id,t,x,class\n${rowsOf(4 * series, (i) => {
    const [id, t] = [Math.floor(i / 4), i % 4]
    return `${id},${t},${offset + t * (1 + (id % 2))},${id % 2 === 0 ? 'a' : 'b'}`
  })}`

describe('values that float32 cannot tell apart', () => {
  const far = 1_700_000_000

  test('are kept less an offset, and normalise to what they are without it', () => {
    const [near, away] = [rising(0), rising(far)].map((text) =>
      prepareProblem({ train: read(text), test: null }),
    )
    expect(read(rising(far)).offsets).toEqual([far])
    expect(read(rising(0)).offsets).toBeUndefined()
    expect(away?.train.x).toEqual(near?.train.x)
    expect(new Set(away?.train.x).size).toBeGreaterThan(4)
    expect(away?.scale?.mean[0]).toBeCloseTo(far + (near?.scale?.mean[0] ?? 0), 3)
    expect(away?.scale?.deviation).toEqual(near?.scale?.deviation)
  })

  test('a test file with another offset is brought to that of the training file', () => {
    const train = read(rising(far))
    const other = read(rising(far - 1))
    expect(other.offsets).toEqual([far - 1])
    const problem = prepareProblem({ train, test: other })
    const { mean = [], deviation = [] } = problem.scale ?? {}
    // Its first series is 1, 2, 3, 4 less than the training file's offset plus 2.
    const own = Array.from(
      problem.test.x.slice(0, 4),
      (value) => value * (deviation[0] ?? 1) + (mean[0] ?? 0) - far,
    )
    for (const [t, value] of own.entries())
      expect(value).toBeCloseTo(t * (1 + (problem.test.y[0] ?? 0)) - 1, 2)
  })

  test('as they are means as they are', () => {
    const problem = prepareProblem(
      { train: read(rising(100_000_000)), test: null },
      { normalise: 'perSeries' },
    )
    expect(problem.scale).toBeNull()
    expect(() =>
      prepareProblem({ train: read(rising(100_000_000)), test: null }, { normalise: 'none' }),
    ).toThrow('the value 1.00e+8 is too large')
  })
})

describe('windows of one recording', () => {
  /** Ten recordings of two classes, each long enough for five windows. */
  const text = `person,t,x,activity\n${rowsOf(500, (i) => `${Math.floor(i / 50)},${i % 50},${i},${Math.floor(i / 50) % 2 ? 'b' : 'a'}`)}`
  const { guess } = previewCsv(text)
  if (guess.layout !== 'long') throw new Error('not long')
  const windows = { length: 10, stride: 10 }
  const set = parseCsv(text, { ...guess, columns: { ...guess.columns, windows } })

  test('never stand on both sides of a split', () => {
    expect(set.series).toHaveLength(50)
    for (const seed of [1, 2, 3]) {
      const problem = prepareProblem({ train: set, test: null }, { seed, normalise: 'none' })
      // A value says which recording it is of.
      const recordings = [problem.train, problem.validation, problem.test].map(
        ({ x }) => new Set(Array.from(x, (value) => Math.floor(value / 50))),
      )
      const all = recordings.flatMap((one) => [...one])
      expect(all).toHaveLength(new Set(all).size)
      expect(new Set(all).size).toBe(10)
      expect(problem.test.count).toBeGreaterThanOrEqual(10)
    }
  })

  test('come from a worker as they went into it', () => {
    const stamped: SeriesSet = { ...set, offsets: [5], notes: [{ code: 'rowsLeft', values: { count: 2 } }] }
    expect(unpackSet(packSet(stamped))).toEqual(stamped)
    expect(unpackSet(packSet(read(rising(0))))).toEqual(read(rising(0)))
  })
})

describe('sampleCsv', () => {
  const options = previewCsv(rising(0)).guess

  test('the first series of each class, and what the part that was looked at holds', () => {
    const sample = sampleCsv(rising(0), options, true)
    expect(sample).toMatchObject({ count: 16, set: { classes: ['a', 'b'], channels: 1, length: 4 } })
    expect(sample.series.map(({ label, data }) => [label, [...data]])).toEqual([
      [0, [0, 1, 2, 3]],
      [1, [0, 2, 4, 6]],
    ])
    expect(sample.series.every(({ data }) => data.buffer.byteLength === data.byteLength)).toBe(true)
  })

  test('half a row at the end is not read', () => {
    const cut = `${rising(0, 3)}\n3,0,oops,a`
    expect(() => sampleCsv(cut, options, true)).toThrow('oops')
    expect(sampleCsv(cut, options, false).count).toBe(3)
  })

  test('without classes the first series', () => {
    const text = 'id,t,x\n1,0,5\n1,1,6\n2,0,7\n2,1,8\n'
    expect(sampleCsv(text, previewCsv(text).guess, true).series.map(({ data }) => [...data])).toEqual([
      [5, 6],
    ])
  })
})
