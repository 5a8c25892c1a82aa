/** How long the reader's own series may be for the page to answer, and which lengths there are to choose from. */
import type { SeriesSize } from '../networks/config.ts'
import { mostSteps } from '../networks/work.ts'
import { type OwnChoices, type OwnSeries, ownDefaults } from './own.ts'

type Sets = Pick<OwnSeries, 'train' | 'test'>

/** Steps of the longest series. */
export function longestOf({ train, test }: Sets): number {
  return Math.max(train.length, test?.length ?? 0)
}

/** Steps that every series has once it is made ready. */
export function chosenSteps(own: Sets, { length }: Pick<OwnChoices, 'length'>): number {
  return length === 'longest' ? longestOf(own) : length
}

/** Whether a network of this size takes the page too long for series made ready so. */
export function isTooMuch(own: Sets, preparation: Pick<OwnChoices, 'length'>, size: SeriesSize): boolean {
  return chosenSteps(own, preparation) > mostSteps(size, own.train.channels)
}

const usualLengths = [16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16_384]

/** Lengths to choose from, ascending: powers of two that cut something, and always the one that is chosen. */
export function lengthsFor(own: Sets, { length }: Pick<OwnChoices, 'length'>): number[] {
  const shorter = usualLengths.filter((one) => one < longestOf(own))
  const all = typeof length === 'number' ? new Set([...shorter, length]) : shorter
  return [...all].sort((a, b) => a - b)
}

/** The usual choices; series that are too long for the page are cut to a power of two of steps. */
export function fittingChoices(own: Sets, size: SeriesSize): OwnChoices {
  const most = mostSteps(size, own.train.channels)
  return longestOf(own) <= most ? ownDefaults : { ...ownDefaults, length: 2 ** Math.floor(Math.log2(most)) }
}
