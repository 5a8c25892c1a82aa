/** Measures what each input variable is worth to a network: closes it, and keeps it alone, one series after the other. */
import { permutation, seededState } from '../data/rng.ts'
import type { SeriesPart } from '../data/series/types.ts'
import { effectOf, type VariableAblation } from './variables.ts'

/** What a network says of one series: logits, and s of each SE site. */
export interface Reading {
  readonly logits: ArrayLike<number>
  readonly gates: readonly Float32Array[]
}

export interface Ablation {
  /** Series that it was measured on. */
  readonly count: number
  /** With all variables. */
  readonly accuracy: number
  readonly loss: number
  /** By SE site, [c]: mean s. */
  readonly meanGates: readonly Float32Array[]
  readonly variables: readonly VariableAblation[]
}

/** Forward passes; with many variables fewer series have to do. */
const mostReadings = 6000
const [fewestSeries, mostSeries] = [40, 240]

/**
 * Numbers of the series that are measured: all of them or a sample, the same one every time. Not every n-th: classes
 * of generated series take turns.
 */
export function seriesMeasured(count: number, variables: number): readonly number[] {
  const affordable = Math.floor(mostReadings / (2 * variables + 1))
  const taken = Math.min(count, Math.max(fewestSeries, Math.min(mostSeries, affordable)))
  const all = Array.from({ length: count }, (_, n) => n)
  return taken === count
    ? all
    : [...permutation(seededState(1, 7), count).slice(0, taken)].sort((a, b) => a - b)
}

/** −log p of the label. */
function crossEntropy(logits: ArrayLike<number>, label: number): number {
  const values = Array.from(logits)
  const top = Math.max(...values)
  return top + Math.log(values.reduce((sum, value) => sum + Math.exp(value - top), 0)) - (logits[label] ?? 0)
}

/**
 * By series: cross-entropy of labels at random less that of its own label. The normaliser cancels, logits remain.
 * Each class's logit counts from its mean over the series: that leaves the mean of the leads as it is, and takes out
 * of their spread how closed variables push all series towards one class.
 */
function leadsOf(logits: readonly (readonly number[])[], labels: readonly number[]): number[] {
  const classes = logits[0]?.length ?? 0
  const [shares, means] = [new Float64Array(classes), new Float64Array(classes)]
  for (const [i, values] of logits.entries()) {
    const label = labels[i] ?? 0
    shares[label] = (shares[label] ?? 0) + 1 / labels.length
    for (let k = 0; k < classes; k++) means[k] = (means[k] ?? 0) + (values[k] ?? 0) / labels.length
  }
  return logits.map((values, i) => {
    const centred = values.map((value, k) => value - (means[k] ?? 0))
    const random = centred.reduce((sum, value, k) => sum + (shares[k] ?? 0) * value, 0)
    return (centred[labels[i] ?? 0] ?? 0) - random
  })
}

/** The first of equal ones counts, as in `predictions`. */
function isRight(logits: ArrayLike<number>, label: number): boolean {
  const values = Array.from(logits)
  return values.indexOf(Math.max(...values)) === label
}

/**
 * Yields the share done after every reading, so that the caller may pause; or leave off.
 * @param read asked about one series, [t · channels]; its answer is not kept
 */
export function* ablateVariables(
  { x, y, count }: Pick<SeriesPart, 'x' | 'y' | 'count'>,
  channels: number,
  read: (series: Float32Array) => Reading,
): Generator<number, Ablation> {
  const size = x.length / count
  const numbers = seriesMeasured(count, channels)
  const labels = numbers.map((n) => y[n] ?? 0)
  const total = numbers.length * (2 * channels + 1)
  let done = 0

  /**
   * Through all series with the variables that `isOpen` leaves open. Closed ones stand still at 0, their mean where
   * values are normalised; with the dimension shuffle the LSTM's masking then skips them, too.
   */
  function* pass(isOpen: (variable: number) => boolean, heard: (reading: Reading, i: number) => void) {
    const series = new Float32Array(size)
    for (const [i, n] of numbers.entries()) {
      for (let at = 0; at < size; at++) series[at] = isOpen(at % channels) ? (x[n * size + at] ?? 0) : 0
      heard(read(series), i)
      done++
      yield done / total
    }
  }

  const losses: number[] = []
  const own: (readonly Float32Array[])[] = []
  let right = 0
  yield* pass(
    () => true,
    ({ logits, gates }, i) => {
      losses.push(crossEntropy(logits, labels[i] ?? 0))
      own.push(gates.map((s) => s.slice()))
      right += Number(isRight(logits, labels[i] ?? 0))
    },
  )
  const none = () => (own[0] ?? []).map((s) => new Float32Array(s.length))

  const variables: VariableAblation[] = []
  for (let v = 0; v < channels; v++) {
    const [rises, alone] = [[] as number[], [] as number[][]]
    const [hits, moved] = [{ closed: 0, alone: 0 }, none()]
    yield* pass(
      (variable) => variable !== v,
      ({ logits, gates }, i) => {
        const label = labels[i] ?? 0
        rises.push(crossEntropy(logits, label) - (losses[i] ?? 0))
        hits.closed += Number(isRight(logits, label))
        for (const [j, sums] of moved.entries()) {
          for (let c = 0; c < sums.length; c++) {
            const far = Math.abs((gates[j]?.[c] ?? 0) - (own[i]?.[j]?.[c] ?? 0))
            sums[c] = (sums[c] ?? 0) + far / numbers.length
          }
        }
      },
    )
    yield* pass(
      (variable) => variable === v,
      ({ logits }, i) => {
        const label = labels[i] ?? 0
        alone.push(Array.from(logits))
        hits.alone += Number(isRight(logits, label))
      },
    )
    variables.push({
      closed: { accuracy: hits.closed / numbers.length, rise: effectOf(rises) },
      alone: { accuracy: hits.alone / numbers.length, lead: effectOf(leadsOf(alone, labels)) },
      moved,
    })
  }
  const meanGates = none()
  for (const gates of own) {
    for (const [j, sums] of meanGates.entries()) {
      for (let c = 0; c < sums.length; c++) sums[c] = (sums[c] ?? 0) + (gates[j]?.[c] ?? 0) / numbers.length
    }
  }
  return {
    count: numbers.length,
    accuracy: right / numbers.length,
    loss: losses.reduce((sum, value) => sum + value, 0) / numbers.length,
    meanGates,
    variables,
  }
}
