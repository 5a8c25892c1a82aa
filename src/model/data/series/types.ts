/** Time series for classification, as plain data: what the readers of files give, and what is trained on. */
import type { DataNote } from '../dataNotes.ts'

/** One recording. */
export interface Series {
  /** [length · channels], time-major: all variables of the first step, then of the second, …; NaN where a value is missing. */
  readonly data: Float32Array
  /** Steps of time. */
  readonly length: number
  /** Position in `classes`; null where the file gives none. */
  readonly label: number | null
  /** Number of the recording that it is a window of: windows of one are never on both sides of a split. */
  readonly recording?: number
}

/** A set of recordings with the same variables; what `parseTs`, `parseArff` and `parseCsv` return. */
export interface SeriesSet {
  readonly name: string
  /** Number of variables. */
  readonly channels: number
  readonly channelNames: readonly string[]
  /** Names of the classes, as text from the file: never to be read as HTML. */
  readonly classes: readonly string[]
  /** Of the longest series. */
  readonly length: number
  readonly series: readonly Series[]
  /**
   * [channels]: what was taken away from the values of each variable, since float32 could not tell them apart otherwise;
   * absent if nothing was.
   */
  readonly offsets?: readonly number[]
  /** How the file was understood where it does not say it itself; absent if there is nothing to say. */
  readonly notes?: readonly DataNote[]
}

/** Series of one length, ready for a network. */
export interface SeriesPart {
  readonly count: number
  /** [count · length · channels], normalised, padded with zeros. */
  readonly x: Float32Array
  /** [count], position in `classes`. */
  readonly y: Uint8Array
  /** [count]: what gate statistics are told apart by. The class, unless the data say otherwise (the cue of `cued`). */
  readonly group: Uint8Array
  /** [count]: steps before the padding. */
  readonly lengths: Uint16Array
}

/** What a network learns from (`train`), what chooses its checkpoint (`validation`) and what it is judged by (`test`). */
export interface SeriesProblem {
  readonly name: string
  readonly channels: number
  readonly channelNames: readonly string[]
  readonly classes: readonly string[]
  /** Steps of every series. */
  readonly length: number
  /** Number of different values in `group`. */
  readonly groups: number
  readonly train: SeriesPart
  readonly validation: SeriesPart
  readonly test: SeriesPart
  /** How the values were normalised: (value − mean) / deviation, by variable; null where each series has its own. */
  readonly scale: { readonly mean: readonly number[]; readonly deviation: readonly number[] } | null
}
