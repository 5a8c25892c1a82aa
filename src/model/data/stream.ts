/**
 * Endless training batches. In every epoch each training digit is the one to
 * read exactly once, in a new random order. The state is a few words, so that a
 * checkpoint can carry it and a resumed run sees the same pictures.
 */
import { writeGrey } from './digits.ts'
import { drawPair, type InksOptions, inksDefaults, inksLabel, pictureSide, writeInks } from './inks.ts'
import { type DigitSet, digitImage, digitLabel } from './mnist.ts'
import { permutation, type RandomState, randomStateLength, seededState } from './rng.ts'

/** Words of a stream's state: of its random numbers, and the number of digits dealt. */
export const streamStateLength = randomStateLength + 2

/** Channel-last pictures, one after the other, and what they show. */
export interface Batch {
  /** [n · 28 · 28 · channels], 0–1 */
  readonly x: Float32Array
  /** [n], 0–9 */
  readonly y: Uint8Array
  /** [n]: inks: ink of the bar, 0 or 1; digits: the class. Groups for statistics. */
  readonly group: Uint8Array
}

export interface BatchStream {
  /** Pictures in one epoch. */
  readonly epochSize: number
  /** Pictures dealt so far. */
  readonly dealt: number
  next(batchSize: number): Batch
  /** Everything that decides what comes next; give it to `openStream` to go on from here. */
  state(): Uint32Array
}

export type StreamSource =
  | { readonly net: 'inks'; readonly digits: DigitSet; readonly options?: Partial<InksOptions> }
  | { readonly net: 'digits'; readonly digits: DigitSet }

/** Streams of a seed, apart from each other. */
const pairStream = 1
const orderStream = 2

/**
 * @param from a `state()` of a stream with the same source and seed
 * @throws RangeError if there are no digits or `from` is no such state
 */
export function openStream(source: StreamSource, seed: number, from?: Uint32Array): BatchStream {
  const epochSize = source.digits.count
  if (epochSize < 1) throw new RangeError('no digits to learn from')
  if (from !== undefined && from.length !== streamStateLength) {
    throw new RangeError(`the state of a stream has ${streamStateLength} words, got ${from.length}`)
  }
  const random: RandomState = from?.slice(0, randomStateLength) ?? seededState(seed, pairStream)
  let dealt =
    from === undefined ? 0 : (from[randomStateLength] ?? 0) * 2 ** 32 + (from[randomStateLength + 1] ?? 0)
  let epoch = -1
  let order = new Uint32Array(0)

  const nextDigit = (): number => {
    const current = Math.floor(dealt / epochSize)
    if (current !== epoch) {
      epoch = current
      order = permutation(seededState(seed, orderStream + epoch), epochSize)
    }
    return order[dealt++ % epochSize] ?? 0
  }

  return {
    epochSize,
    get dealt() {
      return dealt
    },
    next(batchSize) {
      const read = Uint32Array.from({ length: batchSize }, nextDigit)
      return source.net === 'inks' ? inksBatch(source, read, random) : digitsBatch(source.digits, read)
    },
    state() {
      return Uint32Array.of(...random, Math.floor(dealt / 2 ** 32), dealt)
    },
  }
}

function inksBatch(source: StreamSource & { net: 'inks' }, read: Uint32Array, random: RandomState): Batch {
  const { digits } = source
  const options = { ...inksDefaults, ...source.options }
  const size = pictureSide * pictureSide * 2
  const batch = emptyBatch(read.length, size)
  for (const [i, digit] of read.entries()) {
    const pair = drawPair(digits, random, digit)
    writeInks(batch.x, i * size, digitImage(digits, pair.a), digitImage(digits, pair.b), pair.bar, options)
    batch.y[i] = inksLabel(digits, pair)
    batch.group[i] = pair.bar
  }
  return batch
}

function digitsBatch(digits: DigitSet, read: Uint32Array): Batch {
  const size = pictureSide * pictureSide
  const batch = emptyBatch(read.length, size)
  for (const [i, digit] of read.entries()) {
    writeGrey(batch.x, i * size, digitImage(digits, digit))
    batch.y[i] = digitLabel(digits, digit)
    batch.group[i] = digitLabel(digits, digit)
  }
  return batch
}

function emptyBatch(count: number, size: number): Batch {
  return { x: new Float32Array(count * size), y: new Uint8Array(count), group: new Uint8Array(count) }
}
