/** The state of the series network: which problem is on show, and the network that its choices describe. */
import type { SeriesProblem } from '../data/series/types.ts'
import { type SeriesNetworkConfig, seriesNetworkConfig } from '../networks/config.ts'
import { networkPlan } from '../networks/networkPlan.ts'
import { initialWeights } from '../networks/weights.ts'
import { nd } from '../tensor.ts'
import type { Fields } from './fields.ts'
import { lastCalls } from './lastCalls.ts'
import type { Picture } from './pictures.ts'
import type { SampleSpec } from './sampleCode.ts'
import type { ShownNetwork } from './shown.ts'

/** A problem on the page, with what belongs to it besides the series. */
export interface LoadedProblem {
  /** Names data and choices; a run is a run on one key. */
  readonly key: string
  readonly problem: SeriesProblem
  /** The test series with the other cue, like `problem.test.x`; null where there is no cue. */
  readonly twins: Float32Array | null
  /** Their classes: with the other cue another variable counts. */
  readonly twinLabels: Uint8Array | null
  /** Which variables carry the class, where that is known. */
  readonly truth: readonly boolean[] | null
  /** What each test series is called: its first day, its number in the file. */
  readonly names: readonly string[] | null
}

/** The choices that make a series network. */
export type SeriesChoices = Pick<
  Fields,
  'size' | 'lstm' | 'dimensionShuffle' | 'snapshot' | 'r' | 'squeeze' | 'gate' | 'seed'
>

/** The network that the reader's choices describe on a problem. */
export function seriesConfigOf(
  { size, lstm, dimensionShuffle, snapshot, r, squeeze, gate, seed }: SeriesChoices,
  { length, channels, classes }: SeriesProblem,
): SeriesNetworkConfig {
  return seriesNetworkConfig(size, [length, channels], classes.length, {
    lstm,
    shuffle: dimensionShuffle,
    squeeze,
    gate,
    seed,
    squeezeExcite: snapshot === 'se',
    ...(r === null ? {} : { ratio: r }),
  })
}

/** Whether two configurations are the same network but for its seed. */
export function sameDesign(a: SeriesNetworkConfig, b: SeriesNetworkConfig): boolean {
  return JSON.stringify({ ...a, seed: 0 }) === JSON.stringify({ ...b, seed: 0 })
}

/** The network of the choices with its seeded initial weights: what is on show before anybody has trained it. */
export const untrainedSeries = lastCalls(6, (problem: SeriesProblem, json: string): ShownNetwork => {
  const config = seriesConfigOf(JSON.parse(json) as SeriesChoices, problem)
  const plan = networkPlan(config)
  return {
    origin: 'untrained',
    config,
    plan,
    weights: initialWeights(plan, config.seed),
    step: 0,
    population: [],
    featuredSample: null,
    sameUntil: null,
  }
}).call

/** The choices as one text, so that equal choices are one network. */
export function choicesKey(choices: SeriesChoices): string {
  const { size, lstm, dimensionShuffle, snapshot, r, squeeze, gate, seed } = choices
  return JSON.stringify({ size, lstm, dimensionShuffle, snapshot, r, squeeze, gate, seed })
}

/** Test series number `index`, with its own cue or the other one. null if there is none of that number. */
export function seriesPicture(
  { key, problem, twins, twinLabels }: LoadedProblem,
  spec: Extract<SampleSpec, { kind: 'heldOut' }>,
): Picture | null {
  const { test, length, channels } = problem
  const { index } = spec
  if (index >= test.count) return null
  const own = test.group[index] === 1 ? 1 : 0
  const cue = twins === null ? null : (spec.bar ?? own)
  const values = twins !== null && cue !== own ? twins : test.x
  const size = length * channels
  return {
    key: `s${key}-${index}-${cue ?? ''}`,
    spec,
    input: nd(['t', 'c'], [length, channels], values.slice(index * size, (index + 1) * size)),
    digits: [],
    labels: [],
    bar: cue,
    label: (cue === null || cue === own ? test.y[index] : twinLabels?.[index]) ?? null,
    series: { steps: test.lengths[index] ?? length },
  }
}
