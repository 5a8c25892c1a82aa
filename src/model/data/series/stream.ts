/** Endless training batches of series, like those of pictures (data/stream.ts). */
import { permutation, seededState } from '../rng.ts'
import { type BatchStream, streamStateLength } from '../stream.ts'
import type { SeriesPart } from './types.ts'

/** Streams of a seed begin here; one for each epoch's order. */
const orderStream = 2

/**
 * In every epoch each series comes once, in a new random order. A batch never reaches across the end of an epoch:
 * the last one is shorter, as Keras has it.
 * @param from a `state()` of a stream of the same part and seed
 * @throws RangeError if there are no series or `from` is no such state
 */
export function openSeriesStream(part: SeriesPart, seed: number, from?: Uint32Array): BatchStream {
  const { count: epochSize, x, y, group } = part
  if (epochSize < 1) throw new RangeError('no series to learn from')
  if (from !== undefined && from.length !== streamStateLength) {
    throw new RangeError(`the state of a stream has ${streamStateLength} words, got ${from.length}`)
  }
  const size = x.length / epochSize
  let dealt = from === undefined ? 0 : (from.at(-2) ?? 0) * 2 ** 32 + (from.at(-1) ?? 0)
  let epoch = -1
  let order = new Uint32Array(0)

  return {
    epochSize,
    get dealt() {
      return dealt
    },
    next(batchSize) {
      const current = Math.floor(dealt / epochSize)
      if (current !== epoch) {
        epoch = current
        order = permutation(seededState(seed, orderStream + epoch), epochSize)
      }
      const first = dealt % epochSize
      const chosen = order.subarray(first, Math.min(first + batchSize, epochSize))
      dealt += chosen.length
      const batch = new Float32Array(chosen.length * size)
      for (const [i, n] of chosen.entries()) batch.set(x.subarray(n * size, (n + 1) * size), i * size)
      return {
        x: batch,
        y: Uint8Array.from(chosen, (n) => y[n] ?? 0),
        group: Uint8Array.from(chosen, (n) => group[n] ?? 0),
      }
    },
    // Nothing but the place decides what comes next; the other words are those of a stream that draws.
    state: () => Uint32Array.of(0, 0, 0, 0, Math.floor(dealt / 2 ** 32), dealt),
  }
}
