/** Where the pictures of a run come from: the training stream, and the fixed held-out list. */
import { writeGrey } from '../data/digits.ts'
import { heldOutPair, inksDefaults, inksLabel, pictureSide, writeInks } from '../data/inks.ts'
import { type DataSource, type DigitSet, digitImage, digitLabel } from '../data/mnist.ts'
import { type Batch, type BatchStream, openStream } from '../data/stream.ts'
import type { ImageNetId } from '../networks/config.ts'

/** Seed of the pictures that gate statistics are taken over: the same for every run, so that runs compare. */
const POPULATION_SEED = 77

/** @param from state of an earlier stream of the same run */
export function trainingStream(
  net: ImageNetId,
  data: DataSource,
  seed: number,
  from?: Uint32Array,
): BatchStream {
  return openStream({ net, digits: data.train }, seed, from)
}

/** Training pictures for statistics, apart from the run's own order. */
export function populationStream(net: ImageNetId, data: DataSource): BatchStream {
  return openStream({ net, digits: data.train }, POPULATION_SEED)
}

/** Held-out pictures `first` … `first + count − 1`, as the page numbers them. */
export function heldOutBatch(
  net: ImageNetId,
  digits: DigitSet,
  first: number,
  count: number,
): Pick<Batch, 'x' | 'y'> {
  const size = pictureSide * pictureSide * (net === 'inks' ? 2 : 1)
  const x = new Float32Array(count * size)
  const y = new Uint8Array(count)
  for (let i = 0; i < count; i++) {
    const index = first + i
    if (net === 'digits') {
      writeGrey(x, i * size, digitImage(digits, index))
      y[i] = digitLabel(digits, index)
    } else {
      const pair = heldOutPair(digits, index)
      writeInks(x, i * size, digitImage(digits, pair.a), digitImage(digits, pair.b), pair.bar, inksDefaults)
      y[i] = inksLabel(digits, pair)
    }
  }
  return { x, y }
}
