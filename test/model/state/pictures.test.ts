/** From what an address names to pixels and labels. */
import { describe, expect, test } from 'vitest'
import { composeInks, heldOutPair } from '../../../src/model/data/inks.ts'
import type { DigitSet } from '../../../src/model/data/mnist.ts'
import type { StoredSample } from '../../../src/model/networks/snapshotTypes.ts'
import { type PictureSource, pictureOf, withBar, withOtherBar } from '../../../src/model/state/pictures.ts'
import { formatPlant, parsePlant, plantDefaults } from '../../../src/model/state/plantCode.ts'

/** Digit n is of class n % 10, and all of its pixels are n + 1. */
const heldOut: DigitSet = {
  count: 12,
  rows: 28,
  columns: 28,
  images: Uint8Array.from({ length: 12 * 784 }, (_, i) => Math.floor(i / 784) + 1),
  labels: Uint8Array.from({ length: 12 }, (_, i) => i % 10),
}
const filled = (value: number) => new Uint8Array(784).fill(value)
const stored = [
  { index: 40, bar: 1, digits: [filled(70), filled(80)], labels: [7, 8] },
] as unknown as StoredSample[]
const source = (changes: Partial<PictureSource>): PictureSource => ({
  net: 'inks',
  stored,
  heldOut,
  drawn: null,
  ...changes,
})
const told = (picture: ReturnType<typeof pictureOf>) =>
  picture === null
    ? null
    : [picture.digits.map((pixels) => pixels[0]), picture.labels, picture.bar, picture.label]

describe('a held-out picture', () => {
  const at = (index: number, bar: 0 | 1 | null = null) => ({ kind: 'heldOut', index, bar }) as const

  test('of the stored ones, with its own bar or the one that is asked for', () => {
    expect(told(pictureOf(source({}), at(40)))).toEqual([[70, 80], [7, 8], 1, 8])
    expect(told(pictureOf(source({}), at(40, 0)))).toEqual([[70, 80], [7, 8], 0, 7])
    expect(told(pictureOf(source({ net: 'digits' }), at(40)))).toEqual([[70], [7], null, 7])
    expect(pictureOf(source({ heldOut: null }), at(40))).not.toBeNull()
  })

  test('of the file, once it is here; null beyond its end', () => {
    const pair = heldOutPair(heldOut, 4)
    const digits = [pair.a + 1, pair.b + 1]
    const labels = [pair.a % 10, pair.b % 10]
    expect(told(pictureOf(source({}), at(4)))).toEqual([digits, labels, pair.bar, labels[pair.bar]])
    const other = pair.bar === 0 ? 1 : 0
    expect(told(pictureOf(source({}), at(4, other)))).toEqual([digits, labels, other, labels[other]])
    expect(told(pictureOf(source({ net: 'digits' }), at(11)))).toEqual([[12], [1], null, 1])
    expect(pictureOf(source({ net: 'digits' }), at(12))).toBeNull()
    expect(pictureOf(source({ heldOut: null }), at(4))).toBeNull()
  })
})

test('two digits put together: what is read is the one in the ink of the bar', () => {
  const spec = { kind: 'composed', first: 2, second: 9, bar: 1 } as const
  const picture = pictureOf(source({}), spec)
  expect(told(picture)).toEqual([[3, 10], [2, 9], 1, 9])
  expect(picture?.input).toEqual(composeInks(filled(3), filled(10), 1))
  expect(told(pictureOf(source({ net: 'digits' }), spec))).toEqual([[3], [2], null, 2])
  expect(pictureOf(source({ heldOut: null }), spec)).toBeNull()
})

test('the reader’s own digit, whose class nobody knows, beside a stored one', () => {
  const spec = { kind: 'drawn' } as const
  const drawn = filled(200)
  expect(pictureOf(source({}), spec)).toBeNull()
  expect(told(pictureOf(source({ drawn }), spec))).toEqual([[200, 80], [null, 8], 0, null])
  expect(told(pictureOf(source({ drawn, net: 'digits' }), spec))).toEqual([[200], [null], null, null])
  expect(pictureOf(source({ drawn, stored: [] }), spec)).toBeNull()
})

test('the other bar: the same digits, another one to read, another key; digits have none', () => {
  const own = pictureOf(source({}), { kind: 'heldOut', index: 40, bar: null })
  const other = own === null ? null : withOtherBar(own)
  expect(told(other)).toEqual([[70, 80], [7, 8], 0, 7])
  expect(other?.spec).toEqual({ kind: 'heldOut', index: 40, bar: 0 })
  expect(other?.key).not.toBe(own?.key)
  expect(other?.input).toEqual(composeInks(filled(70), filled(80), 0))
  expect(told(other === null ? null : withOtherBar(other))).toEqual(told(own))
  expect(withBar({ kind: 'drawn' }, 1)).toEqual({ kind: 'drawn' })
  const digit = pictureOf(source({ net: 'digits' }), { kind: 'heldOut', index: 40, bar: null })
  expect(digit === null ? undefined : withOtherBar(digit)).toBeNull()
})

test('keys are those of FNV-1a over the pixels: the same pixels, the same key', () => {
  const key = (pixels: Uint8Array) =>
    pictureOf(source({ net: 'digits', drawn: pixels }), { kind: 'drawn' })?.key
  // Computed in Python.
  expect(key(filled(1))).toBe('dgp2ln9')
  expect(key(filled(1).with(783, 2))).not.toBe(key(filled(1)))
})

describe('planted series in the address', () => {
  test('come back', () => {
    for (const choices of [
      plantDefaults,
      { ...plantDefaults, unequal: true, noise: 0, signal: 'timing' as const },
    ])
      expect(parsePlant(formatPlant(choices))).toEqual(choices)
    expect(formatPlant(plantDefaults)).toBe('frequency-010010-0.5')
    expect(parsePlant('amplitude-01-1-u')).toEqual({
      useful: [false, true],
      signal: 'amplitude',
      noise: 1,
      unequal: true,
    })
    expect(parsePlant('amplitude-111111111111-1')?.useful).toHaveLength(12)
  })

  test.each([
    'pitch-01-1',
    'timing-1-1',
    'timing-1111111111111-1',
    'timing-00-1',
    'timing-02-1',
    'timing-01-0.6',
    'timing-01',
    'timing-01-1-v',
    'timing-01-1-u-u',
    '',
  ])('%j is refused', (text) => {
    expect(parsePlant(text)).toBeNull()
  })
})
