import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { digitPicture } from '../../../src/model/data/digits.ts'
import { drawnDigit, type Stroke } from '../../../src/model/data/drawing.ts'
import { DataFormatError } from '../../../src/model/data/errors.ts'
import { composeInks, drawPair, heldOutPair, inksLabel, inksPicture } from '../../../src/model/data/inks.ts'
import { type DigitSet, decodeDigits, digitImage, encodeDigits } from '../../../src/model/data/mnist.ts'
import {
  integer,
  nextUint32,
  normal,
  permutation,
  seededState,
  uniform,
} from '../../../src/model/data/rng.ts'
import { openStream, type StreamSource } from '../../../src/model/data/stream.ts'
import { valueAt } from '../../../src/model/tensor.ts'

/** Images that tell which they are: the first pixel of the middle row is the image's number. */
function someDigits(count: number): DigitSet {
  const images = new Uint8Array(count * 784)
  for (let i = 0; i < count; i++) images[i * 784 + 400] = i + 1
  return {
    count,
    rows: 28,
    columns: 28,
    images,
    labels: Uint8Array.from({ length: count }, (_, i) => i % 10),
  }
}

describe('random numbers', () => {
  test('the same seed, the same numbers; another seed or stream, others', () => {
    const take = (seed: number, stream?: number) => {
      const state = seededState(seed, stream)
      return Array.from({ length: 8 }, () => nextUint32(state))
    }
    expect(take(7)).toEqual(take(7))
    expect(new Set([take(7), take(8), take(7, 1), take(7 + 2 ** 32)].map(String)).size).toBe(4)
  })

  test('these numbers, for ever: stored runs and links depend on them', () => {
    const state = seededState(1)
    expect(Array.from({ length: 4 }, () => nextUint32(state))).toEqual(sfc32([1, 0, 0, 1], 20).slice(16))
  })

  /** sfc32 once more, in exact integers, from its definition. */
  function sfc32(seed: readonly [number, number, number, number], count: number): number[] {
    let [a, b, c, counter] = seed.map(BigInt) as [bigint, bigint, bigint, bigint]
    const wrap = (x: bigint) => BigInt.asUintN(32, x)
    return Array.from({ length: count }, () => {
      const result = wrap(a + b + counter)
      counter = wrap(counter + 1n)
      a = b ^ (b >> 9n)
      b = wrap(c + wrap(c << 3n))
      c = wrap(wrap((c << 21n) | (c >> 11n)) + result)
      return Number(result)
    })
  }

  test('a copied state goes on alike', () => {
    const state = seededState(3)
    uniform(state)
    const copy = state.slice()
    expect([normal(state), uniform(state), integer(state, 9)]).toEqual([
      normal(copy),
      uniform(copy),
      integer(copy, 9),
    ])
  })

  test('uniform and normal have the moments they should', () => {
    const state = seededState(11)
    const moments = (draw: () => number) => {
      const values = Array.from({ length: 40_000 }, draw)
      const mean = values.reduce((sum, x) => sum + x, 0) / values.length
      return [mean, values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length] as const
    }
    const flat = moments(() => uniform(state))
    expect(flat[0]).toBeCloseTo(1 / 2, 1)
    expect(flat[1]).toBeCloseTo(1 / 12, 2)
    const bell = moments(() => normal(state))
    expect(Math.abs(bell[0])).toBeLessThan(0.02)
    expect(Math.abs(bell[1] - 1)).toBeLessThan(0.03)
  })

  test('a permutation has every number once, and every place is as likely', () => {
    const places = new Uint32Array(5)
    const state = seededState(2)
    for (let i = 0; i < 5000; i++) {
      const order = permutation(state, 5)
      expect([...order].sort()).toEqual([0, 1, 2, 3, 4])
      const place = order.indexOf(0)
      places[place] = (places[place] ?? 0) + 1
    }
    for (const count of places) expect(Math.abs(count - 1000)).toBeLessThan(130)
  })

  test('nothing to choose from', () => {
    expect(() => integer(seededState(1), 0)).toThrow('cannot choose one of 0')
  })
})

describe('the compact file of digits', () => {
  test('what was written is read', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(9), fc.uint8Array({ minLength: 6, maxLength: 6 })), { maxLength: 5 }),
        (some) => {
          const digits: DigitSet = {
            count: some.length,
            rows: 2,
            columns: 3,
            labels: Uint8Array.from(some, ([label]) => label),
            images: Uint8Array.from(some.flatMap(([, pixels]) => [...pixels])),
          }
          expect(decodeDigits(encodeDigits(digits))).toEqual(digits)
        },
      ),
    )
  })

  test('runs of more than 255 zeros', () => {
    const digits = someDigits(3)
    const file = encodeDigits(digits)
    expect(file.length).toBeLessThan(100)
    expect(decodeDigits(file).images).toEqual(digits.images)
    expect(decodeDigits(file.slice().buffer)).toEqual(digits)
  })

  test('a file cut short anywhere is a DataFormatError', () => {
    const file = encodeDigits(someDigits(12))
    for (let length = 0; length < file.length; length++) {
      expect(() => decodeDigits(file.subarray(0, length))).toThrow(DataFormatError)
    }
  })

  test('any other bytes are a DataFormatError or digits, never another error', () => {
    const file = encodeDigits(someDigits(4))
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.nat(255), (at, byte) => {
        const damaged = file.slice()
        damaged[at] = byte
        try {
          const { count, rows, columns, images, labels } = decodeDigits(damaged)
          expect(images.length).toBe(count * rows * columns)
          expect(labels.length).toBe(count)
        } catch (error) {
          expect(error).toBeInstanceOf(DataFormatError)
        }
      }),
      { numRuns: 400 },
    )
  })

  const damaged = (change: (file: Uint8Array) => void) => {
    const file = encodeDigits(someDigits(2))
    change(file)
    return file
  }
  test.each([
    [
      'another file',
      damaged((file) => file.set([0x1f, 0x8b])),
      'not a file of digits; expected the bytes SEMN',
    ],
    ['another version', damaged((file) => file.set([2], 4)), 'version 2; expected version 1'],
    ['no such count', damaged((file) => file.set([255, 255, 255], 8)), '16777215 images of 28 × 28'],
    ['another label', damaged((file) => file.set([10], 21)), 'label 10 at image 1; expected a digit'],
    ['an empty run', damaged((file) => file.set([0, 0], 22)), 'a run of no zeros'],
    ['a pixel too many', Uint8Array.of(...damaged(() => undefined), 9), '1569 pixels; expected 1568'],
  ])('%s', (_, file, message) => {
    expect(() => decodeDigits(file)).toThrow(message)
  })

  test('an image outside', () => {
    expect(() => digitImage(someDigits(3), 3)).toThrow('image 3 outside 0…2')
    expect(() => digitImage(someDigits(3), -1)).toThrow(RangeError)
  })
})

describe('inks', () => {
  const digits = someDigits(40)

  test.each([0, 1] as const)('bar in ink %i', (bar) => {
    const picture = composeInks(digitImage(digits, 10), digitImage(digits, 29), bar, { barWidth: 3 })
    expect(picture.axes).toEqual(['h', 'w', 'c'])
    expect(picture.shape).toEqual([28, 28, 2])
    for (const h of [0, 13, 27]) {
      for (const w of [0, 1, 2, 3]) {
        expect(valueAt(picture, { h, w, c: bar })).toBe(w < 3 ? 1 : 0)
        expect(valueAt(picture, { h, w, c: 1 - bar })).toBe(0)
      }
    }
    // Pixel 400 is row 14, column 8.
    expect(valueAt(picture, { h: 14, w: 8, c: 0 })).toBeCloseTo(11 / 255, 6)
    expect(valueAt(picture, { h: 14, w: 8, c: 1 })).toBeCloseTo(30 / 255, 6)
  })

  test('every pixel of both digits is there, but below the bar', () => {
    const a = Uint8Array.from({ length: 784 }, (_, i) => 1 + (i % 250))
    const b = Uint8Array.from({ length: 784 }, (_, i) => 255 - (i % 250))
    const { data } = composeInks(a, b, 1, { barWidth: 2 })
    for (let i = 0; i < 784; i++) {
      expect(data[2 * i]).toBeCloseTo((a[i] ?? 0) / 255, 6)
      expect(data[2 * i + 1]).toBeCloseTo(i % 28 < 2 ? 1 : (b[i] ?? 0) / 255, 6)
    }
  })

  test('the label is the digit in the ink of the bar, and the other bar names the other digit', () => {
    for (let index = 0; index < digits.count; index++) {
      const pair = heldOutPair(digits, index)
      expect(inksLabel(digits, pair)).toBe(digits.labels[index])
      const swapped = { ...pair, bar: pair.bar === 0 ? 1 : 0 } as const
      expect(inksLabel(digits, swapped)).not.toBe(digits.labels[index])
    }
  })

  test('the held-out list is the same for everybody, uses both bars and many partners', () => {
    const pairs = Array.from({ length: 40 }, (_, i) => heldOutPair(digits, i))
    expect(pairs).toEqual(Array.from({ length: 40 }, (_, i) => heldOutPair(digits, i)))
    expect(new Set(pairs.map((pair) => pair.bar)).size).toBe(2)
    expect(new Set(pairs.map((pair) => (pair.bar === 0 ? pair.b : pair.a))).size).toBeGreaterThan(15)
    expect(inksPicture(digits, heldOutPair(digits, 5)).data).toEqual(
      inksPicture(digits, heldOutPair(digits, 5)).data,
    )
  })

  test('a set of one class has no second digit: an error, not a hang', () => {
    const same = { ...digits, labels: new Uint8Array(40).fill(3) }
    expect(() => drawPair(same, seededState(1), 0)).toThrow('every digit of the set is a 3')
  })

  test('pixels of another size are refused', () => {
    expect(() => composeInks(new Uint8Array(784), new Uint8Array(700), 0)).toThrow(
      '784 pixels, got 784 and 700',
    )
  })
})

describe('training batches', () => {
  const digits = someDigits(30)
  const inks: StreamSource = { net: 'inks', digits }
  const grey: StreamSource = { net: 'digits', digits }

  test.each([
    ['inks', inks, 2],
    ['digits', grey, 1],
  ] as const)('%s: a stream that is taken up again goes on as if nothing had been', (_, source, channels) => {
    const whole = openStream(source, 4)
    const first = whole.next(16)
    expect(first.x.length).toBe(16 * 784 * channels)
    whole.next(23)
    const resumed = openStream(source, 4, whole.state())
    expect(resumed.dealt).toBe(39)
    for (let i = 0; i < 4; i++) expect(resumed.next(3)).toEqual(whole.next(3))
    expect(openStream(source, 4).next(16)).toEqual(first)
    expect(openStream(source, 5).next(16)).not.toEqual(first)
  })

  test('an epoch shows every digit once, each epoch in another order', () => {
    const stream = openStream(grey, 1)
    const epochs = [0, 1].map(() =>
      [0, 1, 2].flatMap(() => {
        const { x } = stream.next(10)
        return Array.from({ length: 10 }, (_, i) => Math.round(255 * (x[i * 784 + 400] ?? 0)))
      }),
    )
    for (const seen of epochs)
      expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1))
    expect(epochs[0]).not.toEqual(epochs[1])
  })

  test('inks: the label is read in the ink of the bar', () => {
    const { x, y, group } = openStream(inks, 2).next(30)
    for (let i = 0; i < 30; i++) {
      const at = i * 1568
      const bar = group[i] ?? 0
      expect([x[at + bar], x[at + 1 - bar]]).toEqual([1, 0])
      const image = Math.round(255 * (x[at + 800 + bar] ?? 0)) - 1
      expect(y[i]).toBe(digits.labels[image])
    }
    expect(new Set(group)).toEqual(new Set([0, 1]))
  })

  test('inks: another width of the bar', () => {
    const { x } = openStream({ ...inks, options: { barWidth: 2 } }, 2).next(1)
    expect([0, 1, 2, 3].map((w) => (x[2 * w] ?? 0) + (x[2 * w + 1] ?? 0))).toEqual([1, 1, 0, 0])
  })

  test('no digits, or a state of something else', () => {
    expect(() => openStream({ net: 'digits', digits: someDigits(0) }, 1)).toThrow('no digits')
    expect(() => openStream(grey, 1, new Uint32Array(4))).toThrow('6 words, got 4')
  })
})

test('a grey picture is the image over 255', () => {
  const picture = digitPicture(someDigits(3), 2)
  expect(picture.shape).toEqual([28, 28, 1])
  expect(valueAt(picture, { h: 14, w: 8, c: 0 })).toBeCloseTo(3 / 255, 6)
})

describe('a drawn digit', () => {
  const seven: Stroke[] = [
    [
      { x: 20, y: 10 },
      { x: 70, y: 12 },
      { x: 40, y: 90 },
    ],
    [
      { x: 30, y: 50 },
      { x: 65, y: 52 },
    ],
  ]
  const look = (pixels: Uint8Array) => {
    const inked = [...pixels.keys()].filter((i) => (pixels[i] ?? 0) > 0)
    const rows = inked.map((i) => Math.floor(i / 28))
    const columns = inked.map((i) => i % 28)
    const mass = inked.reduce((sum, i) => sum + (pixels[i] ?? 0), 0)
    const centre = (of: (i: number) => number) =>
      inked.reduce((sum, i) => sum + of(i) * (pixels[i] ?? 0), 0) / mass
    return {
      height: Math.max(...rows) - Math.min(...rows) + 1,
      width: Math.max(...columns) - Math.min(...columns) + 1,
      x: centre((i) => i % 28),
      y: centre((i) => Math.floor(i / 28)),
      inked: inked.length,
    }
  }

  test('nothing drawn is nothing', () => {
    expect(drawnDigit([], 100)).toBeNull()
    expect(drawnDigit([[]], 100)).toBeNull()
  })

  test('fills 20 pixels along its longer side, keeps its proportions, and has its mass in the middle', () => {
    const found = look(drawnDigit(seven, 100) as Uint8Array)
    expect(Math.abs(found.height - 20)).toBeLessThanOrEqual(1)
    // 50 wide, 80 high, drawn with a pen 3.4 pixels wide.
    expect(Math.abs(found.width - (3.4 + (16.6 * 50) / 80))).toBeLessThanOrEqual(1)
    expect(found.x).toBeCloseTo(14, 1)
    expect(found.y).toBeCloseTo(14, 1)
    expect(found.inked).toBeGreaterThan(90)
    expect(found.inked).toBeLessThan(220)
  })

  test('neither place, nor size, nor the unit of the canvas matters', () => {
    const moved = seven.map((stroke) => stroke.map(({ x, y }) => ({ x: 300 + 2 * x, y: 100 + 2 * y })))
    const [a, b] = [drawnDigit(seven, 100), drawnDigit(moved, 600)] as [Uint8Array, Uint8Array]
    for (const [i, value] of a.entries()) expect(Math.abs(value - (b[i] ?? 0))).toBeLessThanOrEqual(1)
  })

  test('edges are soft, the middle of a stroke is full ink', () => {
    const pixels = drawnDigit(seven, 100) as Uint8Array
    expect(pixels.some((value) => value === 255)).toBe(true)
    expect(pixels.filter((value) => value > 0 && value < 255).length).toBeGreaterThan(20)
  })

  test('a dot stays a dot', () => {
    const found = look(drawnDigit([[{ x: 3, y: 3 }]], 100) as Uint8Array)
    expect(found.width).toBeLessThanOrEqual(4)
    expect(found.x).toBeCloseTo(14, 1)
  })

  test('a very long drawing', () => {
    const long = Array.from({ length: 20_000 }, (_, i) => ({
      x: 50 + 40 * Math.cos(i / 9),
      y: 50 + 40 * Math.sin(i / 9),
    }))
    expect(look(drawnDigit([long], 100) as Uint8Array).width).toBeGreaterThanOrEqual(19)
  })
})
