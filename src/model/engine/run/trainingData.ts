/** What a run learns from and what it is measured by, whatever its samples are. */
import { writeGrey } from '../../data/digits.ts'
import { heldOutPair, inksDefaults, inksLabel, pictureSide, writeInks } from '../../data/inks.ts'
import { type DataSource, type DigitSet, digitImage, digitLabel } from '../../data/mnist.ts'
import { classWeights } from '../../data/series/classWeights.ts'
import { openSeriesStream } from '../../data/series/stream.ts'
import type { SeriesPart, SeriesProblem } from '../../data/series/types.ts'
import { type Batch, type BatchStream, openStream } from '../../data/stream.ts'
import type { ImageNetId } from '../../networks/config.ts'

/** Labelled samples by their number. */
export interface SampleList {
  readonly count: number
  /** Samples `first` … `first + count − 1`. */
  batch(first: number, count: number): Pick<Batch, 'x' | 'y'>
}

export interface TrainingData {
  /** @param from state of an earlier stream of the same run */
  train(seed: number, from?: Uint32Array): BatchStream
  /** Training samples for statistics, apart from the run's own order: the same for every run, so that runs compare. */
  population(): BatchStream
  /** Kinds of samples that statistics tell apart: `Batch.group` is 0 … groups − 1. */
  readonly groups: number
  /** What the run is watched by. For series what chooses its checkpoint; their test part is never looked at here. */
  readonly heldOut: SampleList
  /** [classes]: how much the loss of a sample counts; null: all alike. */
  readonly classWeights: Float32Array | null
}

/** Seed of the samples that gate statistics are taken over. */
const POPULATION_SEED = 77

export function digitsData(net: ImageNetId, digits: DataSource): TrainingData {
  const source = { net, digits: digits.train }
  return {
    train: (seed, from) => openStream(source, seed, from),
    population: () => openStream(source, POPULATION_SEED),
    groups: net === 'inks' ? 2 : 10,
    heldOut: {
      count: digits.heldOut.count,
      batch: (first, count) => heldOutBatch(net, digits.heldOut, first, count),
    },
    classWeights: null,
  }
}

/** Balanced class weights, as the reference training has them. */
export function seriesData({ train, validation, classes, groups }: SeriesProblem): TrainingData {
  return {
    train: (seed, from) => openSeriesStream(train, seed, from),
    population: () => openSeriesStream(train, POPULATION_SEED),
    groups,
    heldOut: seriesList(validation),
    classWeights: classWeights(train, classes.length),
  }
}

export function seriesList({ count: all, x, y }: SeriesPart): SampleList {
  const size = all === 0 ? 0 : x.length / all
  return {
    count: all,
    batch: (first, count) => ({
      x: x.subarray(first * size, (first + count) * size),
      y: y.subarray(first, first + count),
    }),
  }
}

/** Held-out pictures `first` … `first + count − 1`, as the page numbers them. */
function heldOutBatch(
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
