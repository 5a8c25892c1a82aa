/** Values that no network can compute with are refused, with what to do; with all others it can. */
import { describe, expect, test } from 'vitest'
import { prepareProblem } from '../../../../src/model/data/series/prepare.ts'
import { forwardNetwork } from '../../../../src/model/networks/forward.ts'
import { choicesKey, untrainedSeries } from '../../../../src/model/state/series.ts'
import { nd } from '../../../../src/model/tensor.ts'
import { one, setOf } from './seriesSets.ts'

/** Twelve waves of this height, in two classes. */
const waves = (height: number) =>
  Array.from({ length: 12 }, (_, n) =>
    one(n % 2, ...Array.from({ length: 20 }, (_, t) => height * Math.sin(n * 3 + t))),
  )
const sets = (height: number, ...strange: number[]) => ({
  train: setOf(waves(height), 1, 2),
  test: setOf([...waves(height), one(0, ...strange, 0)], 1, 2),
})

describe('refused', () => {
  test('as they are: the variable, its value, and that normalising helps', () => {
    const given = { train: setOf(waves(1e7), 1, 2), test: null }
    const refused = () => prepareProblem(given, { normalise: 'none' })
    expect(refused).toThrow(
      /^variable “v0”: the value -?\d\.\d\de\+[67] is too large for a network; have the/,
    )
    expect(() => prepareProblem(given, { normalise: 'perVariable' })).not.toThrow()
  })

  test('normalised already: the value as it stands in the file, and that it is to be corrected', () => {
    const refused = () => prepareProblem(sets(1, 1, -2e9), { normalise: 'perVariable' })
    expect(refused).toThrow('variable “v0”: the value -2.00e+9 is so far from those of the training part')
    expect(refused).toThrow('correct it in the file, or mark it as missing')
    expect(() => prepareProblem(sets(1, 1, Number.NaN), { normalise: 'perVariable' })).not.toThrow()
    expect(() => prepareProblem(sets(1, 1, -2e9), { normalise: 'perSeries' })).not.toThrow()
  })
})

test.each([
  ['as large as they may be', 1e6, 'none'],
  ['near the end of float32', 3e38, 'perVariable'],
  ['near the end of float32, each by itself', 3e38, 'perSeries'],
  ['near zero', 1e-40, 'perVariable'],
] as const)('computed with: %s', (_, height, normalise) => {
  const problem = prepareProblem({ train: setOf(waves(height), 1, 2), test: null }, { normalise })
  for (const size of ['small', 'paper'] as const) {
    const choices = {
      size,
      lstm: true,
      dimensionShuffle: true,
      snapshot: 'se',
      r: null,
      squeeze: 'mean',
      gate: 'sigmoid',
      seed: 1,
    } as const
    const { plan, weights } = untrainedSeries(problem, choicesKey(choices))
    const input = nd(['t', 'c'], [problem.length, 1], problem.test.x.slice(0, problem.length))
    const { probabilities, sites } = forwardNetwork(plan, weights, input)
    const total = [...probabilities.data].reduce((sum, p) => sum + p, 0)
    expect(total).toBeCloseTo(1, 4)
    for (const { block } of Object.values(sites)) {
      expect([...(block?.U.data ?? [Number.NaN])].every(Number.isFinite)).toBe(true)
    }
  }
})
