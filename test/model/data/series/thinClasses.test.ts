import { expect, test } from 'vitest'
import { prepareProblem } from '../../../../src/model/data/series/prepare.ts'
import { thinClasses } from '../../../../src/model/data/series/thinClasses.ts'
import { numbered, setOf } from './seriesSets.ts'

test('classes of one or two series are in the training part, and not in all others', () => {
  const labels = [...Array.from({ length: 12 }, (_, i) => i % 2), 2, 3, 3, 4, 4, 4]
  const problem = prepareProblem({ train: setOf(numbered(labels), 1, 6), test: null })
  // Class 5 is declared and never occurs.
  expect(thinClasses(problem)).toEqual(['class 2', 'class 3'])
})
