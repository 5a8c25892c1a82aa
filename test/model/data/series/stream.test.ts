import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openSeriesStream } from '../../../../src/model/data/series/stream.ts'
import type { SeriesPart } from '../../../../src/model/data/series/types.ts'

/** Series of 2 steps and 2 variables that tell which they are. */
function partOf(count: number): SeriesPart {
  return {
    count,
    x: Float32Array.from({ length: count * 4 }, (_, i) => Math.floor(i / 4) + (i % 4) / 10),
    y: Uint8Array.from({ length: count }, (_, n) => n % 3),
    group: Uint8Array.from({ length: count }, (_, n) => n % 2),
    lengths: new Uint16Array(count).fill(2),
  }
}

const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 30 })

test('a batch is series of the part, with their labels and groups', () => {
  const part = partOf(7)
  const { x, y, group } = openSeriesStream(part, 1).next(5)
  expect([x.length, y.length, group.length]).toEqual([20, 5, 5])
  for (let i = 0; i < 5; i++) {
    const n = Math.floor(x[4 * i] ?? -1)
    expect(x.slice(4 * i, 4 * i + 4)).toEqual(part.x.slice(4 * n, 4 * n + 4))
    expect([y[i], group[i]]).toEqual([n % 3, n % 2])
  }
})

test('no batch reaches across the end of an epoch, and an epoch has every series once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), sizes, fc.nat(), (count, batches, seed) => {
      const stream = openSeriesStream(partOf(count), seed)
      let seen: number[] = []
      let dealt = 0
      for (const size of batches) {
        const { y, x } = stream.next(size)
        expect(y.length).toBe(Math.min(size, count - seen.length))
        seen.push(...Array.from(y, (_, i) => Math.floor(x[4 * i] ?? -1)))
        dealt += y.length
        expect(stream.dealt).toBe(dealt)
        if (seen.length < count) continue
        expect([...seen].sort((a, b) => a - b)).toEqual([...new Array(count).keys()])
        seen = []
      }
    }),
  )
})

test('a stream that is taken up again goes on as if nothing had been', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), sizes, sizes, fc.nat(), (count, before, after, seed) => {
      const whole = openSeriesStream(partOf(count), seed)
      for (const size of before) whole.next(size)
      const resumed = openSeriesStream(partOf(count), seed, whole.state())
      expect(resumed.dealt).toBe(whole.dealt)
      for (const size of after) expect(resumed.next(size)).toEqual(whole.next(size))
      expect(resumed.state()).toEqual(whole.state())
    }),
  )
})

test('another order in every epoch and for every seed', () => {
  const stream = openSeriesStream(partOf(30), 1)
  const orders = [stream.next(30), stream.next(30), openSeriesStream(partOf(30), 2).next(30)]
  expect(new Set(orders.map(({ x }) => String(x))).size).toBe(3)
  expect(openSeriesStream(partOf(30), 1).next(30)).toEqual(orders[0])
  expect(stream.epochSize).toBe(30)
})

test('more than 2³² series dealt', () => {
  const place = 10 * 2 ** 32 + 20
  const stream = openSeriesStream(partOf(20), 1, Uint32Array.of(0, 0, 0, 0, 10, 20))
  expect(stream.dealt).toBe(place)
  expect(openSeriesStream(partOf(20), 1, stream.state()).dealt).toBe(place)
})

test('no series, or a state of something else', () => {
  expect(() => openSeriesStream(partOf(0), 1)).toThrow('no series')
  expect(() => openSeriesStream(partOf(3), 1, new Uint32Array(4))).toThrow('6 words, got 4')
})
