/**
 * Planted signals: series of which it is known which variables carry the class.
 *
 * Every variable v of a series is a burst of an oscillation in noise, t = 0 … L − 1:
 *
 *     x_v(t) = A · exp(−½ ((t − c) / w)²) · sin(2π f (t − c) + φ) + σ ε(t)
 *
 *     amplitude  A = (1.8 + 2.4 p_A) · (1 + 0.10 u)
 *     frequency  f = (0.08 + 0.12 p_f) · (1 + 0.05 u)      cycles a step
 *     timing     c = (0.25 + 0.50 p_c + 0.05 u) · L
 *     w = 0.12 · L,  φ ~ U(0, 2π),  ε ~ N(0, 1),  every u ~ U(−1, 1)
 *
 * The places p are drawn from U(0, 1), for each variable anew, but for the one that `signal` names: it is
 * p = k / (K − 1), K the number of classes. In a useful variable k is the class of the series; in a useless one k is
 * drawn from 0 … K − 1 whatever the class. All classes are as frequent as each other, so a useless variable has the
 * very distribution of a useful one: it has the same bursts, they only do not tell what the class is.
 *
 * L is the length or, of unequal lengths, uniform over 60–100 % of it; then come zeros. The class of series i is
 * i mod K. With the defaults a variable has a variance near 1.
 */
import { integer, normal, type RandomState, uniform } from '../rng.ts'
import {
  type GeneratedSeries,
  generatedParts,
  type PartCounts,
  type PartName,
  sampleState,
  unscaled,
} from './generated.ts'
import type { SeriesProblem } from './types.ts'

const plantedSignals = ['amplitude', 'frequency', 'timing'] as const
export type PlantedSignal = (typeof plantedSignals)[number]

export interface PlantedOptions extends PartCounts {
  /** 2–12 */
  readonly channels: number
  /** [channels]: which variables carry the class, at least one. */
  readonly useful: readonly boolean[]
  readonly signal: PlantedSignal
  /** Standard deviation σ. */
  readonly noise: number
  /** 16–4096 steps. */
  readonly length: number
  readonly unequal: boolean
  readonly classes: 2 | 3
  readonly seed: number
}

export const plantedDefaults: Omit<PlantedOptions, 'useful'> = {
  channels: 6,
  signal: 'frequency',
  noise: 0.5,
  length: 64,
  unequal: false,
  classes: 3,
  train: 240,
  validation: 80,
  test: 160,
  seed: 1,
}

export interface PlantedProblem {
  readonly problem: SeriesProblem
  readonly truth: {
    /** [channels] */
    readonly useful: readonly boolean[]
  }
}

/** Without a choice the 2nd, 5th, 8th, … variable is useful. @throws RangeError on options out of their range */
export function plantedProblem(options: Partial<PlantedOptions> = {}): PlantedProblem {
  const all = withDefaults(options)
  const { channels, length, classes, useful } = all
  const parts = generatedParts(all, length * channels, (part, index) => plantedSeries(all, part, index))
  return {
    problem: {
      name: 'planted',
      channels,
      channelNames: Array.from({ length: channels }, (_, v) => `v${v + 1}`),
      classes: ['1', '2', '3'].slice(0, classes),
      length,
      groups: classes,
      ...parts,
      scale: unscaled(channels),
    },
    truth: { useful },
  }
}

function withDefaults(options: Partial<PlantedOptions>): PlantedOptions {
  const channels = options.channels ?? plantedDefaults.channels
  const useful = options.useful ?? Array.from({ length: channels }, (_, v) => v % 3 === 1)
  const all = { ...plantedDefaults, ...options, channels, useful }
  const { length, noise, classes } = all
  if (!Number.isInteger(channels) || channels < 2 || channels > 12) {
    throw new RangeError(`${channels} variables: expected 2 to 12`)
  }
  if (useful.length !== channels || !useful.includes(true)) {
    throw new RangeError(`useful has ${useful.length} entries: expected ${channels}, one of them true`)
  }
  if (!plantedSignals.includes(all.signal)) throw new RangeError(`no signal ${all.signal}`)
  if (classes !== 2 && classes !== 3) throw new RangeError(`${classes} classes: expected 2 or 3`)
  if (!Number.isInteger(length) || length < 16 || length > 4096) {
    throw new RangeError(`a length of ${length} steps: expected 16 to 4096`)
  }
  if (!(noise >= 0 && noise < Number.POSITIVE_INFINITY)) throw new RangeError(`noise of ${noise}`)
  return all
}

function plantedSeries(options: PlantedOptions, part: PartName, index: number): GeneratedSeries {
  const { channels, length, unequal, classes, useful, seed } = options
  const random = sampleState(seed, part, index)
  const label = index % classes
  const fewest = Math.ceil(0.6 * length)
  const drawn = fewest + integer(random, length - fewest + 1)
  const steps = unequal ? drawn : length
  const x = new Float32Array(length * channels)
  for (let v = 0; v < channels; v++) {
    // Drawn in any case, so that making a variable useful changes no other one.
    const other = integer(random, classes)
    writeBurst(x, v, steps, (useful[v] === true ? label : other) / (classes - 1), options, random)
  }
  return { x, label, group: label, steps }
}

/** Variable `v` of one series. @param place p of the attribute that is the signal */
function writeBurst(
  x: Float32Array,
  v: number,
  steps: number,
  place: number,
  { channels, signal, noise }: PlantedOptions,
  random: RandomState,
): void {
  const placeOf = (attribute: PlantedSignal) => {
    const free = uniform(random)
    return attribute === signal ? place : free
  }
  const about = (share: number) => share * (2 * uniform(random) - 1)
  const amplitude = (1.8 + 2.4 * placeOf('amplitude')) * (1 + about(0.1))
  const frequency = (0.08 + 0.12 * placeOf('frequency')) * (1 + about(0.05))
  const centre = (0.25 + 0.5 * placeOf('timing') + about(0.05)) * steps
  const phase = 2 * Math.PI * uniform(random)
  const width = 0.12 * steps
  for (let t = 0; t < steps; t++) {
    const envelope = amplitude * Math.exp(-0.5 * ((t - centre) / width) ** 2)
    const wave = Math.sin(2 * Math.PI * frequency * (t - centre) + phase)
    x[t * channels + v] = envelope * wave + noise * normal(random)
  }
}
