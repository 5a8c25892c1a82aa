/**
 * A stored run, as the page reads it: `decodeSnapshot(buffer)` in snapshot.ts gives a `Snapshot`,
 * `npm run train:snapshots` writes it.
 *
 * Files: public/snapshots/{inks,digits,series,cued}-{se,plain}.bin; one fetch each, inks-se before hydration.
 */
import type { ImageNetId, ImageNetworkConfig, NetId, NetworkConfig } from './config.ts'
import type { PackedWeights } from './planTypes.ts'

export interface Snapshot {
  /** `inks-se`, `inks-plain`, `digits-se`, `digits-plain`, `series-se`, `series-plain`, `cued-se`, `cued-plain` */
  readonly id: string
  readonly net: NetId
  readonly config: NetworkConfig
  /** Training steps and batch size that made it; seed of order and data. */
  readonly steps: number
  readonly batchSize: number
  readonly learningRate: number
  readonly seed: number
  /** Held-out accuracy (0–1) of the stored, i.e. dequantised, weights, and over how many pictures. */
  readonly accuracy: number
  readonly pictures: number
  readonly weights: PackedWeights
  /** Per SE site (empty without SE): statistics over the training data. */
  readonly population: readonly StoredPopulation[]
  /** Pictures that are shown before the held-out file is fetched; the featuredSample's comes first. None for series. */
  readonly samples: readonly StoredSample[]
  readonly featuredSample: FeaturedSample | null
}

/** One of an image network. */
export interface ImageSnapshot extends Snapshot {
  readonly net: ImageNetId
  readonly config: ImageNetworkConfig
}

export interface StoredPopulation {
  readonly site: string
  readonly meanGate: readonly number[]
  /** By ink of the bar (`inks`) or by class (`digits`, `series`). */
  readonly meanGateByGroup: readonly (readonly number[])[]
  readonly deadHidden: readonly boolean[]
  readonly count: number
}

export interface StoredSample {
  /** Index in the list of held-out pictures, as in the URL. */
  readonly index: number
  /** One 784-pixel digit (`digits`) or two (`inks`: ink 0, ink 1), 8 bits. */
  readonly digits: readonly Uint8Array[]
  readonly labels: readonly number[]
  /** `inks`: ink of the bar in the held-out list (version A may show the other). */
  readonly bar: 0 | 1
}

/** What the page opens on. */
export interface FeaturedSample {
  readonly site: string
  readonly channel: number
  /** Number of the held-out picture, as in the URL, and the bar's ink (of series the cue) in version A; B has the other. */
  readonly index: number
  readonly barA: 0 | 1
  /** The single closed gate that changes a prediction most; null: it was not searched for. */
  readonly closing: {
    readonly index: number
    readonly bar: 0 | 1
    readonly site: string
    readonly channel: number
    readonly predictionBefore: number
    readonly predictionAfter: number
    /** Probability of the prediction before closing. */
    readonly probabilityBefore: number
    readonly probabilityAfter: number
  } | null
  /** Three held-out patches that excite the channel most: number of the picture, bar, cell of U. None for series. */
  readonly patches: readonly {
    readonly index: number
    readonly bar: 0 | 1
    readonly h: number
    readonly w: number
  }[]
}

/** public/snapshots/study.json holds one by net: five seeds, with and without SE, by `npm run test:long`. */
/** What a study is of: a network, or the series network on one of the data that runs are stored for. */
export type StudyId = ImageNetId | 'series' | 'cued'

export interface Study {
  readonly net: StudyId
  readonly steps: number
  readonly batchSize: number
  readonly seeds: readonly number[]
  readonly pictures: number
  /** Held-out accuracy by seed. */
  readonly withSe: readonly number[]
  readonly withoutSe: readonly number[]
  /** Share of pictures (two different digits) read as the bar says, by seed. */
  readonly ownGates: readonly number[]
  readonly frozenGates: readonly number[]
  readonly gatesAtOne: readonly number[]
  /** Share read as the *other* digit with the gates of the other bar (inks and cued only). */
  readonly transplanted: readonly number[]
  /** Greatest |mean gate with one bar − mean gate with the other| among the channels of site 1, by seed (inks only). */
  readonly barContrast: readonly number[]
}
