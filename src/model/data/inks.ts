/**
 * `inks`: two handwritten digits drawn over each other in two inks, and a bar
 * at the left edge, in one of the inks, that says which of the two to read.
 *
 * The inks are the two input channels. A unit near a stroke cannot see the bar:
 * whether its ink counts is written elsewhere in the picture.
 */
import { type Nd, nd } from '../tensor.ts'
import { type DigitSet, digitImage, digitLabel } from './mnist.ts'
import { integer, type RandomState, seededState } from './rng.ts'

/** Ink of the bar, and with it the ink to be read: channel 0 or 1. */
export type Bar = 0 | 1

export interface InksOptions {
  /** Columns that the bar covers; MNIST leaves a margin of four. */
  readonly barWidth: number
}

export const inksDefaults: InksOptions = { barWidth: 4 }

/** Side of a picture, in pixels. */
export const pictureSide = 28

/** Two digits by their place in a set, and the ink of the bar. */
export interface InksPair {
  /** Drawn in ink 0. */
  readonly a: number
  /** Drawn in ink 1. */
  readonly b: number
  readonly bar: Bar
}

/**
 * One picture.
 * @param inkA pixels 0–255 of the digit in ink 0, [28 · 28]
 * @param inkB the same in ink 1
 * @returns [h 28, w 28, c 2], 0–1
 */
export function composeInks(
  inkA: Uint8Array,
  inkB: Uint8Array,
  bar: Bar,
  options: Partial<InksOptions> = {},
): Nd {
  const data = new Float32Array(pictureSide * pictureSide * 2)
  writeInks(data, 0, inkA, inkB, bar, { ...inksDefaults, ...options })
  return nd(['h', 'w', 'c'], [pictureSide, pictureSide, 2], data)
}

/** As `composeInks`, into a batch, from position `at` on. @throws RangeError on pixels of another size */
export function writeInks(
  into: Float32Array,
  at: number,
  inkA: Uint8Array,
  inkB: Uint8Array,
  bar: Bar,
  { barWidth }: InksOptions,
): void {
  const size = pictureSide * pictureSide
  if (inkA.length !== size || inkB.length !== size) {
    throw new RangeError(`a digit has ${size} pixels, got ${inkA.length} and ${inkB.length}`)
  }
  for (let i = 0; i < size; i++) {
    into[at + 2 * i] = (inkA[i] ?? 0) / 255
    into[at + 2 * i + 1] = (inkB[i] ?? 0) / 255
  }
  for (let row = 0; row < pictureSide; row++) {
    for (let column = 0; column < barWidth; column++) into[at + 2 * (row * pictureSide + column) + bar] = 1
  }
}

/** The digit drawn in the ink of the bar. */
export function inksLabel(digits: DigitSet, pair: InksPair): number {
  return digitLabel(digits, pair.bar === 0 ? pair.a : pair.b)
}

/** The picture of a pair, [h 28, w 28, c 2]. */
export function inksPicture(digits: DigitSet, pair: InksPair, options: Partial<InksOptions> = {}): Nd {
  return composeInks(digitImage(digits, pair.a), digitImage(digits, pair.b), pair.bar, options)
}

/**
 * Draws what stands beside digit `read`: another digit (not of the same class,
 * or the bar would not matter) and the inks. `read` is the one in the bar's ink.
 */
export function drawPair(digits: DigitSet, random: RandomState, read: number): InksPair {
  const label = digitLabel(digits, read)
  const bar: Bar = integer(random, 2) === 0 ? 0 : 1
  let other = integer(random, digits.count)
  // Nine of ten draws fit; the bound only keeps a set of one class from hanging.
  for (let tries = 0; digitLabel(digits, other) === label; tries++) {
    if (tries > 1000) throw new RangeError(`every digit of the set is a ${label}`)
    other = integer(random, digits.count)
  }
  return bar === 0 ? { a: read, b: other, bar } : { a: other, b: read, bar }
}

/** Seed of the held-out list: fixed, so that a link shows everybody the same picture. */
const heldOutSeed = 20_260

/** Held-out picture number `index` reads digit number `index` of the held-out set. */
export function heldOutPair(digits: DigitSet, index: number): InksPair {
  return drawPair(digits, seededState(heldOutSeed, index), index)
}
