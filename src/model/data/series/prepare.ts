/** From recordings as they are in a file to series that a network can take. */

import { dataError } from '../dataErrors.ts'
import { PreparationError } from '../errors.ts'
import { seededState } from '../rng.ts'
import { holdSize } from './holdSize.ts'
import { fillMissing, type Missing } from './missing.ts'
import { type Scale, scaled, scaleOf } from './normalise.ts'
import { withOffset, withOffsetsOf } from './offsets.ts'
import { excerpt } from './readers/tokens.ts'
import { holdOutRecordings } from './split.ts'
import type { Series, SeriesPart, SeriesProblem, SeriesSet } from './types.ts'

export interface PreparationChoices {
  /**
   * (value − mean) / deviation: `perVariable` over the training part, `perSeries` over each variable of each series by
   * itself. A constant variable has deviation 1.
   */
  readonly normalise: 'perVariable' | 'perSeries' | 'none'
  /** Steps of every series; `longest`: of the longest labelled one, so that nothing is cut. */
  readonly length: number | 'longest'
  /** Where shorter series get zeros, after normalising, and longer ones are cut. */
  readonly pad: 'end' | 'start'
  /** After normalising, so that 0 is the mean (but for `none`); statistics are of the values that are there. */
  readonly missing: Missing
  /** Of the training set, without what went to the test part; above 0, below 1. */
  readonly validationShare: number
  /** Of the training set, where there is no test set; above 0, below 1. */
  readonly testShare: number
  /** Of the splits. */
  readonly seed: number
}

const preparationDefaults: PreparationChoices = {
  normalise: 'perVariable',
  length: 'longest',
  pad: 'end',
  missing: 'interpolate',
  validationShare: 0.2,
  testShare: 0.3,
  seed: 1,
}

export interface PreparedProblem extends SeriesProblem {
  /** Series without a label, which no part has. */
  readonly dropped: number
}

/** Labels are bytes, and a network with more outputs than this is not one to look at. */
const mostClasses = 200
/** Of `SeriesPart.lengths`. */
const mostSteps = 65_535
/** Streams of the seed, apart from those of training. */
const testStream = 0xf000_0000
const validationStream = 0xf000_0001

type Labelled = Series & { readonly label: number }

/**
 * Splits by class and at random, then normalises by the training part alone: what is held out changes nothing in it.
 * Every class with two series or more is in the validation part; without a test set, those with three or more are in
 * the test part as well. Every class that occurs stays in the training part. Windows of one recording stay together:
 * recordings then count as series, by the class that most of their windows have.
 * @throws PreparationError if the sets do not fit each other, there are fewer than 2 or more than 200 classes, a part would
 *   be empty, a choice is out of its range, or values are too large to compute with
 */
export function prepareProblem(
  { train: set, test: testSet }: { readonly train: SeriesSet; readonly test: SeriesSet | null },
  choices: Partial<PreparationChoices> = {},
): PreparedProblem {
  const chosen = { ...preparationDefaults, ...choices }
  const { channels, classes } = set
  check(chosen, classes)
  const given = labelled(set)
  const givenTest = testSet === null ? null : labelled(withOffsetsOf(set, withClassesOf(set, testSet)))
  const { train, validation, test } = splitParts(given, givenTest, classes.length, chosen)
  if (new Set(train.map(({ label }) => label)).size < 2) {
    throw new PreparationError(
      'the labelled series are all of one class: at least 2 are needed',
      dataError('oneClass'),
    )
  }
  if (validation.length === 0) {
    throw new PreparationError(
      'no class has two labelled series: one to learn from and one to validate by',
      dataError('noValidation'),
    )
  }
  if (test.length === 0) {
    throw testSet === null
      ? new PreparationError(
          'no class has three labelled series: one to learn from, one to validate and one to test by',
          dataError('noTest'),
        )
      : new PreparationError('the test set has no labelled series', dataError('testUnlabelled'))
  }

  const length = lengthOf(chosen.length, [...given, ...(givenTest ?? [])])
  const scale = scaleFor(chosen.normalise, train, set, length, chosen.pad)
  const part = (series: readonly Labelled[]) => partOf(series, { ...chosen, length, channels, scale })
  const parts = { train: part(train), validation: part(validation), test: part(test) }
  const ownScale = scale === null ? null : withOffset(scale, set.offsets ?? [])
  holdSize(Object.values(parts), set, chosen.normalise, ownScale)
  return {
    name: set.name,
    channels,
    channelNames: set.channelNames,
    classes,
    length,
    groups: classes.length,
    ...parts,
    scale: ownScale,
    dropped: set.series.length - given.length + (testSet?.series.length ?? 0) - (givenTest?.length ?? 0),
  }
}

function check({ validationShare, testShare }: PreparationChoices, classes: readonly string[]): void {
  if (classes.length < 2)
    throw new PreparationError(
      `${classes.length} classes: at least 2 are needed`,
      dataError('fewClasses', { found: classes.length }),
    )
  if (classes.length > mostClasses) {
    throw new PreparationError(
      `${classes.length} classes: at most ${mostClasses} can be told apart here`,
      dataError('classesBeyond', { found: classes.length, most: mostClasses }),
    )
  }
  for (const [name, share] of Object.entries({ validationShare, testShare })) {
    if (!(share > 0 && share < 1))
      throw new PreparationError(`${name} ${share} is not between 0 and 1`, dataError('share'))
  }
}

function labelled({ series }: SeriesSet): Labelled[] {
  return series.filter((one): one is Labelled => one.label !== null)
}

/** The test set with its labels as positions in the classes of the training set: files may list them otherwise. */
function withClassesOf({ classes, channels }: SeriesSet, test: SeriesSet): SeriesSet {
  if (test.channels !== channels) {
    throw new PreparationError(
      `the test set has ${test.channels} variables, the training set ${channels}`,
      dataError('testChannels', { found: test.channels, expected: channels }),
    )
  }
  const series = test.series.map((one) => {
    const name = one.label === null ? undefined : test.classes[one.label]
    if (name === undefined) return { ...one, label: null }
    const label = classes.indexOf(name)
    if (label < 0)
      throw new PreparationError(
        `class ${name} of the test set is not one of the training set`,
        dataError('testClass', { name: excerpt(name) }),
      )
    return { ...one, label }
  })
  return { ...test, classes, series }
}

function splitParts(
  given: readonly Labelled[],
  givenTest: readonly Labelled[] | null,
  classes: number,
  { validationShare, testShare, seed }: PreparationChoices,
): Record<'train' | 'validation' | 'test', readonly Labelled[]> {
  const split = (series: readonly Labelled[], share: number, spare: number, stream: number) => {
    const state = seededState(seed, stream)
    const { kept, held } = holdOutRecordings(series, classes, share, spare, state)
    const pick = (positions: readonly number[]) => positions.flatMap((i) => series[i] ?? [])
    return { kept: pick(kept), held: pick(held) }
  }
  const outer = givenTest === null ? split(given, testShare, 2, testStream) : { kept: given, held: givenTest }
  const inner = split(outer.kept, validationShare, 1, validationStream)
  return { train: inner.kept, validation: inner.held, test: outer.held }
}

function lengthOf(wanted: number | 'longest', series: readonly Labelled[]): number {
  const length = wanted === 'longest' ? series.reduce((most, one) => Math.max(most, one.length), 1) : wanted
  if (!Number.isInteger(length) || length < 1 || length > mostSteps) {
    throw new PreparationError(
      `a length of ${length} steps: expected 1 to ${mostSteps}`,
      dataError('lengthRange', { found: length, most: mostSteps }),
    )
  }
  return length
}

function scaleFor(
  normalise: PreparationChoices['normalise'],
  train: readonly Labelled[],
  { channels, offsets }: SeriesSet,
  length: number,
  pad: PreparationChoices['pad'],
): Scale | null {
  if (normalise === 'perSeries') return null
  if (normalise === 'none') {
    const mean = Array.from({ length: channels }, (_, c) => -(offsets?.[c] ?? 0))
    return { mean, deviation: new Array<number>(channels).fill(1) }
  }
  const cuts = train.map((series) => cut(series, channels, length, pad))
  const all = new Float32Array(cuts.reduce((size, { length: own }) => size + own, 0))
  let at = 0
  for (const values of cuts) {
    all.set(values, at)
    at += values.length
  }
  return scaleOf(all, channels)
}

interface Shape extends PreparationChoices {
  readonly length: number
  readonly channels: number
  readonly scale: Scale | null
}

function partOf(series: readonly Labelled[], shape: Shape): SeriesPart {
  const { length, channels, pad, missing } = shape
  const x = new Float32Array(series.length * length * channels)
  const lengths = new Uint16Array(series.length)
  for (const [n, one] of series.entries()) {
    const raw = cut(one, channels, length, pad)
    const values = scaled(raw, channels, shape.scale ?? scaleOf(raw, channels))
    fillMissing(values, channels, missing)
    lengths[n] = values.length / channels
    const free = length * channels - values.length
    x.set(values, n * length * channels + (pad === 'start' ? free : 0))
  }
  const y = Uint8Array.from(series, ({ label }) => label)
  return { count: series.length, x, y, group: y, lengths }
}

/** The steps that are used, a copy; what is no finite number counts as missing. */
function cut(
  { data, length: own }: Series,
  channels: number,
  length: number,
  pad: PreparationChoices['pad'],
): Float32Array {
  const first = pad === 'start' ? Math.max(0, own - length) : 0
  return data
    .slice(first * channels, Math.min(own, first + length) * channels)
    .map((value) => (Number.isFinite(value) ? value : Number.NaN))
}
