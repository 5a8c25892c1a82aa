/** The reader's own series, as they came out of the files, and how they are made ready. */
import type { PreparationChoices } from '../data/series/prepare.ts'
import type { SeriesSet } from '../data/series/types.ts'

export interface OwnSeries {
  /** Told apart from what was opened before. */
  readonly id: number
  readonly train: SeriesSet
  /** null: one file, a part of which is set aside. */
  readonly test: SeriesSet | null
  /** Names of the files. */
  readonly files: readonly string[]
}

/** What the reader chooses of the preparation. */
export type OwnChoices = Pick<PreparationChoices, 'normalise' | 'length' | 'pad' | 'missing'>

export const ownDefaults: OwnChoices = {
  normalise: 'perVariable',
  length: 'longest',
  pad: 'end',
  missing: 'interpolate',
}

/** Same series, same choices, same key: a run is a run on one of them. */
export function ownKey({ id, train }: OwnSeries, { normalise, length, pad, missing }: OwnChoices): string {
  return `own-${id}-${train.name}-${normalise}-${length}-${pad}-${missing}`
}
