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

/**
 * public/snapshots/controls.json, written by `npm run train:controls`: what the comparison with and without SE is worth,
 * and what is so in all held-out pictures. The page says of these things only what stands here.
 */
export interface Controls {
  /** `inks` by the same recipe with other weights, depth or length, from the same seeds. */
  readonly trained: readonly ControlRow[]
  /** Of the stored runs: their claims hold for these weights alone. */
  readonly stored: Readonly<Record<'inks' | 'digits' | 'cued', StoredFacts>>
}

/** How pictures are read: as they should be, as the other digit (the other cue's class), as neither. Counts. */
export interface Readings {
  readonly right: number
  readonly other: number
  readonly neither: number
}

export interface ControlRow {
  readonly id: 'se' | 'plain' | 'plainWide' | 'plainDeep' | 'plainLong' | 'seLong'
  readonly squeezeExcite: boolean
  readonly filters: readonly number[]
  /** Length of the run; the learning rate falls along half a cosine over the whole of it. */
  readonly steps: number
  /** Weights that are trained, biases among them; the running statistics of batch normalisation are not. */
  readonly weights: number
  readonly seeds: readonly number[]
  readonly pictures: number
  /** Held-out accuracy (0–1) by seed. */
  readonly accuracies: readonly number[]
  /** With the network's own gates, if it has any, by seed. */
  readonly readings: readonly Readings[]
  /** With other gates, by seed; none of a network without SE, nor of long runs. */
  readonly gates: readonly GateReadings[]
}

/** The same pictures with other gates. Of data without a bar or cue nothing is lent, nor parted by bar. */
export interface GateReadings {
  readonly own: Readings
  /** Every gate at its mean over the training samples, at every site; at one site alone. */
  readonly frozen: Readings
  readonly frozenAt: Readonly<Record<string, Readings>>
  readonly atOne: Readings
  /** Gates of the same picture with the other bar: `other` is what they should give. */
  readonly transplanted: Readings | null
  readonly transplantedAt: Readonly<Record<string, Readings>> | null
  /** Two constant vectors, one for each bar: its mean gates over the training samples with that bar. */
  readonly byBar: Readings | null
  readonly byBarAt: Readonly<Record<string, Readings>> | null
}

export interface StoredFacts {
  readonly pictures: number
  /** Training samples that the mean gates were taken over. */
  readonly population: number
  readonly gates: GateReadings
  /** The network without SE. */
  readonly plain: Readings
  /**
   * Versions (each picture with either bar) whose reading is turned to the other digit by the mean gates and by the
   * other bar's, at the site that the page opens on and at every site; `byOneGate`: also by one of the other's gates
   * alone. null without a bar.
   */
  readonly turned: { readonly versions: number; readonly byOneGate: number; readonly of: number } | null
  readonly sites: readonly SiteFacts[]
}

/** Over all held-out pictures; where there is a bar, each with either bar. */
export interface SiteFacts {
  readonly site: string
  /** [k][bar], or [k][0] without a bar: pictures in which hidden unit k is above 0. */
  readonly firing: readonly (readonly number[])[]
  /** [bar]: pictures in which every hidden unit is on or off as it is in most pictures with that bar. */
  readonly alike: readonly number[]
  /** [bar], or one without a bar: least, mean and greatest gate of every channel. */
  readonly gates: readonly {
    readonly least: readonly number[]
    readonly mean: readonly number[]
    readonly most: readonly number[]
  }[]
  /** What the bar's other ink changes; null without a bar. */
  readonly swap: {
    /** Gates that change sides of ½, per picture. */
    readonly sides: { readonly mean: number; readonly least: number; readonly most: number }
    /** [c]: pictures in which this gate changes sides. */
    readonly crossing: readonly number[]
    /** [c]: mean and greatest |Δz|, mean and least |Δs|. */
    readonly z: { readonly mean: readonly number[]; readonly most: readonly number[] }
    readonly s: { readonly mean: readonly number[]; readonly least: readonly number[] }
    /** Cells of U whose window reaches the bar: in any picture, and in the mean; of so many. */
    readonly reach: { readonly any: number; readonly mean: number; readonly of: number }
  } | null
  /** Share (0–1) of U below zero; [c]: mean |u| and mean |z|: where z is far smaller, u cancels. */
  readonly belowZero: number
  readonly size: { readonly u: readonly number[]; readonly z: readonly number[] }
}
