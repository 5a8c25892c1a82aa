/** What generated problems have in common: a series depends on the seed, its part and its number, and on nothing else. */
import { type RandomState, seededState } from '../rng.ts'
import type { Scale } from './normalise.ts'
import type { SeriesPart } from './types.ts'

export type PartName = 'train' | 'validation' | 'test'

/** Series of each part. */
export type PartCounts = Readonly<Record<PartName, number>>

const partNames: readonly PartName[] = ['train', 'validation', 'test']
/** Each part has its own range of streams, far from those of training (a few) and of the split. */
const streamsOfPart = 2 ** 28

/** Random numbers of one series. @throws RangeError on a number that has no stream of its own */
export function sampleState(seed: number, part: PartName, index: number): RandomState {
  if (!Number.isInteger(index) || index < 0 || index >= streamsOfPart) {
    throw new RangeError(`series ${index}: expected 0 to ${streamsOfPart - 1}`)
  }
  return seededState(seed, (partNames.indexOf(part) + 1) * streamsOfPart + index)
}

export interface GeneratedSeries {
  /** [length · channels], padded with zeros. */
  readonly x: Float32Array
  readonly label: number
  readonly group: number
  /** Steps before the padding. */
  readonly steps: number
}

/** All parts of a generated problem. @param size numbers in one series @throws RangeError on a part without series */
export function generatedParts(
  counts: PartCounts,
  size: number,
  generate: (part: PartName, index: number) => GeneratedSeries,
): Record<PartName, SeriesPart> {
  const partOf = (name: PartName): SeriesPart => {
    const count = counts[name]
    if (!Number.isInteger(count) || count < 1) throw new RangeError(`${count} series in the ${name} part`)
    const part = {
      count,
      x: new Float32Array(count * size),
      y: new Uint8Array(count),
      group: new Uint8Array(count),
      lengths: new Uint16Array(count),
    }
    for (let i = 0; i < count; i++) {
      const { x, label, group, steps } = generate(name, i)
      part.x.set(x, i * size)
      part.y[i] = label
      part.group[i] = group
      part.lengths[i] = steps
    }
    return part
  }
  return { train: partOf('train'), validation: partOf('validation'), test: partOf('test') }
}

/** Generated values are made in units that suit a network: they are used as they are. */
export function unscaled(channels: number): Scale {
  return { mean: new Array<number>(channels).fill(0), deviation: new Array<number>(channels).fill(1) }
}
