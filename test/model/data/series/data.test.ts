/** Recordings made ready for a network. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { classWeights } from '../../../../src/model/data/series/classWeights.ts'
import { type PreparationChoices, prepareProblem } from '../../../../src/model/data/series/prepare.ts'
import type { SeriesPart, SeriesSet } from '../../../../src/model/data/series/types.ts'
import { numbered, ragged, setOf } from './seriesSets.ts'

const raw: Partial<PreparationChoices> = { normalise: 'none' }
const heldIn = ({ count, x }: SeriesPart) =>
  Array.from({ length: count }, (_, n) => x[(n * x.length) / count] ?? -1)
const counts = ({ y }: SeriesPart, classes: number) =>
  Array.from({ length: classes }, (_, c) => y.filter((label) => label === c).length)

describe('splits', () => {
  const labels = fc.array(fc.constantFrom(0, 1, 2, null), { maxLength: 80, size: 'max' })
  const enough = (given: readonly (number | null)[]) => [...given, 0, 0, 0, 1, 1, 1]

  test('each labelled series is in one part, classes in their shares, every one of them in training', () => {
    const share = fc.double({ min: 0.05, max: 0.9, noNaN: true })
    fc.assert(
      fc.property(labels, share, share, fc.nat(), (some, testShare, validationShare, seed) => {
        const given = enough(some)
        const problem = prepareProblem(
          { train: setOf(numbered(given), 1), test: null },
          { ...raw, testShare, validationShare, seed },
        )
        const { train, validation, test: held } = problem
        const everywhere = [train, validation, held].flatMap(heldIn)
        const labelled = [...given.keys()].filter((i) => given[i] !== null)
        expect([...everywhere].sort((a, b) => a - b)).toEqual(labelled)
        expect(problem.dropped).toBe(given.length - labelled.length)
        for (const part of [train, validation, held]) {
          expect([...part.y]).toEqual(heldIn(part).map((i) => given[i]))
          expect(part.group).toEqual(part.y)
        }
        for (const c of [0, 1, 2]) {
          const n = given.filter((label) => label === c).length
          const [inTrain = 0, inValidation = 0, inTest = 0] = [train, validation, held].map(
            (part) => counts(part, 3)[c],
          )
          if (n >= 1) expect(inTrain).toBeGreaterThanOrEqual(1)
          if (n >= 2) expect(inValidation).toBeGreaterThanOrEqual(1)
          if (n >= 3) expect(inTest).toBeGreaterThanOrEqual(1)
          // The nearest number, but for what the other parts must have.
          if (inTest > 1 && inTest < n - 2) expect(Math.abs(inTest - testShare * n)).toBeLessThanOrEqual(0.5)
          if (inValidation > 1 && inTrain > 1) {
            expect(Math.abs(inValidation - validationShare * (n - inTest))).toBeLessThanOrEqual(0.5)
          }
        }
      }),
    )
  })

  test('the seed decides, and it alone', () => {
    const train = setOf(numbered(Array.from({ length: 60 }, (_, i) => i % 3)), 1)
    const prepared = (seed: number) => prepareProblem({ train, test: null }, { ...raw, seed })
    const split = (seed: number) => heldIn(prepared(seed).test)
    expect(split(1)).toEqual(split(1))
    expect(split(1)).not.toEqual(split(2))
    // 0.3 · 20 of each class, then 0.2 · 14.
    expect(counts(prepared(1).test, 3)).toEqual([6, 6, 6])
    expect(counts(prepared(1).validation, 3)).toEqual([3, 3, 3])
    expect(counts(prepared(1).train, 3)).toEqual([11, 11, 11])
  })

  test('a test set is the test part, whole; its classes go by their names', () => {
    const train = setOf(numbered([0, 0, 0, 1, 1, 1, 2]), 1)
    const own = { ...setOf(numbered([0, 1, 2, null], 20), 1), classes: ['class 2', 'class 0', 'class 1'] }
    const problem = prepareProblem({ train, test: own }, raw)
    expect(heldIn(problem.test)).toEqual([20, 21, 22])
    expect([...problem.test.y]).toEqual([2, 0, 1])
    expect(problem.dropped).toBe(1)
    expect(counts(problem.validation, 3)).toEqual([1, 1, 0])
    expect(counts(problem.train, 3)).toEqual([2, 2, 1])
  })

  test('what is tested by changes nothing in what is learnt from', () => {
    fc.assert(
      fc.property(ragged, ragged, ragged, (own, testA, testB) => {
        const train = setOf(own, 2)
        // Lengths decide how many zeros are added, so they are fixed; nothing else is.
        const [a, b] = [testA, testB].map((series) =>
          prepareProblem({ train, test: setOf(series, 2) }, { length: 9 }),
        )
        expect(a?.train).toEqual(b?.train)
        expect(a?.validation).toEqual(b?.validation)
        expect(a?.scale).toEqual(b?.scale)
      }),
    )
  })

  test('nor does what is validated by, or held out without a test set', () => {
    const series = numbered(Array.from({ length: 40 }, (_, i) => i % 2))
    const before = prepareProblem({ train: setOf(series, 1, 2), test: null })
    const { mean = [], deviation = [] } = before.scale ?? {}
    const number = (value: number) => Math.round(value * (deviation[0] ?? 0) + (mean[0] ?? 0))
    const inTrain = new Set(heldIn(before.train).map(number))
    expect(inTrain.size).toBe(before.train.count)
    const changed = series.map((s, i) =>
      inTrain.has(i) ? s : { ...s, data: s.data.map((v) => 900 - v * v) },
    )
    const after = prepareProblem({ train: setOf(changed, 1, 2), test: null })
    expect(after.train).toEqual(before.train)
    expect(after.scale).toEqual(before.scale)
    expect(after.validation.x).not.toEqual(before.validation.x)
    expect(after.test.x).not.toEqual(before.test.x)
  })
})

describe('what cannot be prepared says why', () => {
  const fine = setOf(numbered([0, 0, 0, 1, 1, 1]), 1, 2)
  test.each<[string, SeriesSet, SeriesSet | null, Partial<PreparationChoices>, string]>([
    ['one class', setOf(numbered([0, 0, 0]), 1, 1), null, {}, '1 classes: at least 2'],
    ['201 classes', setOf(numbered([0, 1, 0, 1]), 1, 201), null, {}, '201 classes: at most 200'],
    ['two classes, one used', setOf(numbered([0, 0, 0, null]), 1, 2), null, {}, 'all of one class'],
    ['two series', setOf(numbered([0, 1]), 1, 2), null, {}, 'no class has two labelled series'],
    ['two of each', setOf(numbered([0, 1, 0, 1]), 1, 2), null, {}, 'no class has three labelled series'],
    ['an unlabelled test set', fine, setOf(numbered([null]), 1, 2), {}, 'no labelled series'],
    ['another class', fine, setOf(numbered([2]), 1, 3), {}, 'class class 2 of the test set'],
    ['other variables', fine, setOf([], 3, 2), {}, '3 variables, the training set 1'],
    ['no steps', fine, null, { length: 0 }, 'a length of 0 steps'],
    ['half a step', fine, null, { length: 1.5 }, 'a length of 1.5 steps'],
    ['a share of all', fine, null, { testShare: 1 }, 'testShare 1 is not between 0 and 1'],
    ['no share', fine, null, { validationShare: Number.NaN }, 'validationShare NaN'],
  ])('%s', (_, train, own, chosen, message) => {
    const prepare = () => prepareProblem({ train, test: own }, chosen)
    expect(prepare).toThrow(RangeError)
    expect(prepare).toThrow(message)
  })

  test('200 classes are not too many', () => {
    expect(prepareProblem({ train: setOf(numbered([0, 199, 0, 199, 0]), 1, 200), test: null }).groups).toBe(
      200,
    )
  })
})

describe('class weights', () => {
  const of = (...y: number[]) => ({ y: Uint8Array.from(y), count: y.length })

  test('n / (k · n_c); 0 where a class does not occur', () => {
    expect([...classWeights(of(0, 0, 0, 2), 3)]).toEqual([Math.fround(4 / 6), 0, 2])
    expect([...classWeights(of(1, 0), 2)]).toEqual([1, 1])
  })

  test('every class that occurs weighs alike in all, and a series 1 on average', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4), { minLength: 1, maxLength: 60 }), (y) => {
        const weights = classWeights(of(...y), 5)
        const total = (label: number) => (weights[label] ?? 0) * y.filter((own) => own === label).length
        const present = [...new Set(y)]
        for (const label of present) expect(total(label)).toBeCloseTo(y.length / present.length, 4)
        expect(y.reduce((sum, label) => sum + (weights[label] ?? 0), 0)).toBeCloseTo(y.length, 4)
      }),
    )
  })
})
