/**
 * `cued`: the twin of `inks` among time series. Variables a and b each hold a burst of an oscillation, its frequency
 * one of three classes; the variable cue holds one spike, up or down, that says which of the two is to be read:
 *
 *     a(t), b(t) = 3 (1 + 0.2 u) · sin²(π (n + ½) / 16) · sin(2π f n + φ) + σ ε(t),   n = t − t₀ = 0 … 15
 *     f = (0.12, 0.20 or 0.32) · (1 + 0.05 u) cycles a step, by class;   φ ~ U(0, 2π), u ~ U(−1, 1), ε ~ N(0, 1)
 *     cue(t) = ±5 · (½, 1, ½) around one step + σ ε(t)
 *
 * The classes of a and b are never the same, or the cue would not matter. Whoever reads both but not the cue is right
 * half of the time. The spike stands within 8 steps of one end of the series, and at least 16 steps lie between it and
 * the bursts: convolutions of 8, 5 and 3 steps see 14, so no unit sees both a spike and a burst. Whether its variable
 * counts is written elsewhere in the series: in z.
 *
 * Series i: label i mod 3, cue and the other class alternate, so that all twelve combinations are equally frequent.
 */
import { integer, normal, uniform } from '../rng.ts'
import { generatedParts, type PartCounts, type PartName, sampleState, unscaled } from './generated.ts'
import type { SeriesProblem } from './types.ts'

/** The variable to be read: 0 is a (spike up), 1 is b (spike down). */
export type Cue = 0 | 1

export interface CuedOptions extends PartCounts {
  /** 40–4096 steps. */
  readonly length: number
  /** Standard deviation σ. */
  readonly noise: number
  readonly seed: number
}

export const cuedDefaults: CuedOptions = {
  length: 64,
  noise: 0.5,
  train: 480,
  validation: 120,
  test: 240,
  seed: 1,
}

export interface CuedSeries {
  /** [length · 3], time-major: cue, a, b. */
  readonly x: Float32Array
  readonly label: number
  readonly cue: Cue
  /** Classes of a and b. */
  readonly classes: readonly [a: number, b: number]
  /** Middle of the spike, a step. */
  readonly cueAt: number
  /** First steps of the bursts. */
  readonly burstAt: readonly [a: number, b: number]
}

const channels = 3
/** Of the classes slow, medium and fast. */
const frequencies = [0.12, 0.2, 0.32] as const
const spike = [0.5, 1, 0.5] as const
const burstSteps = 16
/** Steps at an end that the spike may cover. */
const cueZone = 8
/** Steps between that zone and the bursts: 8 + 5 + 3, more than the convolutions see. */
const gap = 16
const shortest = cueZone + gap + burstSteps

/**
 * One series.
 * @param cue another one than its own makes the same series with the other spike: all else is equal, to the bit
 * @throws RangeError on options out of their range
 */
export function cuedSeries(
  options: Partial<CuedOptions>,
  part: PartName,
  index: number,
  cue?: Cue,
): CuedSeries {
  const { length, noise, seed } = withDefaults(options)
  const random = sampleState(seed, part, index)
  const own: Cue = Math.floor(index / 3) % 2 === 0 ? 0 : 1
  const label = index % 3
  const other = (label + 1 + (Math.floor(index / 6) % 2)) % 3
  const classes: readonly [number, number] = own === 0 ? [label, other] : [other, label]
  const shown = cue ?? own

  // As if the spike came first; mirrored if it comes last.
  const last = integer(random, 2) === 1
  const early = 1 + integer(random, cueZone - 2)
  const cueAt = last ? length - 1 - early : early
  const place = () => {
    const free = integer(random, length - shortest + 1)
    return last ? length - shortest - free : cueZone + gap + free
  }
  const burstAt: readonly [number, number] = [place(), place()]

  const x = new Float32Array(length * channels)
  for (const [k, height] of spike.entries()) {
    x[(cueAt - 1 + k) * channels] = (shown === 0 ? 5 : -5) * height
  }
  for (const v of [0, 1] as const) {
    const burst = drawBurst(frequencies[classes[v]] ?? 0, () => uniform(random))
    for (const [n, value] of burst.entries()) x[(burstAt[v] + n) * channels + 1 + v] = value
  }
  for (let i = 0; i < x.length; i++) x[i] = (x[i] ?? 0) + noise * normal(random)
  return { x, label: classes[shown], cue: shown, classes, cueAt, burstAt }
}

/** `group` is the cue. @throws RangeError on options out of their range */
export function cuedProblem(options: Partial<CuedOptions> = {}): SeriesProblem {
  const all = withDefaults(options)
  const parts = generatedParts(all, all.length * channels, (part, index) => {
    const { x, label, cue } = cuedSeries(all, part, index)
    return { x, label, group: cue, steps: all.length }
  })
  return {
    name: 'cued',
    channels,
    channelNames: ['cue', 'a', 'b'],
    classes: ['slow', 'medium', 'fast'],
    length: all.length,
    groups: 2,
    ...parts,
    scale: unscaled(channels),
  }
}

/** The series of a part with the other cue each. @returns [count · length · 3], like `x` of the part */
export function withOtherCues(options: Partial<CuedOptions>, part: PartName): Float32Array {
  const all = withDefaults(options)
  const size = all.length * channels
  const x = new Float32Array(all[part] * size)
  for (let i = 0; i < all[part]; i++) {
    const { cue } = cuedSeries(all, part, i)
    x.set(cuedSeries(all, part, i, cue === 0 ? 1 : 0).x, i * size)
  }
  return x
}

function drawBurst(classFrequency: number, draw: () => number): Float64Array {
  const about = (share: number) => share * (2 * draw() - 1)
  const amplitude = 3 * (1 + about(0.2))
  const frequency = classFrequency * (1 + about(0.05))
  const phase = 2 * Math.PI * draw()
  return Float64Array.from({ length: burstSteps }, (_, n) => {
    const envelope = Math.sin((Math.PI * (n + 0.5)) / burstSteps) ** 2
    return amplitude * envelope * Math.sin(2 * Math.PI * frequency * n + phase)
  })
}

function withDefaults(options: Partial<CuedOptions>): CuedOptions {
  const all = { ...cuedDefaults, ...options }
  if (!Number.isInteger(all.length) || all.length < shortest || all.length > 4096) {
    throw new RangeError(`a length of ${all.length} steps: expected ${shortest} to 4096`)
  }
  if (!(all.noise >= 0 && all.noise < Number.POSITIVE_INFINITY)) throw new RangeError(`noise of ${all.noise}`)
  return all
}
