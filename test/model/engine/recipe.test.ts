import { expect, test } from 'vitest'
import { rateAt, recipeFor, saferRate } from '../../../src/model/engine/recipe.ts'

const recipe = { steps: 1000, learningRate: 0.01 }

test('the rate warms up, falls along half a cosine, and rests', () => {
  expect(rateAt(1, recipe)).toBeCloseTo(0.01 / 20, 12)
  expect(rateAt(10, recipe)).toBeLessThan(rateAt(20, recipe))
  expect(rateAt(501, recipe)).toBeCloseTo(0.005, 12)
  expect(rateAt(1000, recipe)).toBeLessThan(1e-7)
  for (let step = 20; step < 1000; step++) expect(rateAt(step + 1, recipe)).toBeLessThan(rateAt(step, recipe))
  expect(rateAt(1001, recipe)).toBeCloseTo(0.0002, 12)
  expect(rateAt(50_000, recipe)).toBeCloseTo(0.0002, 12)
})

test('a rate to try after NaN is smaller, and no larger than the default', () => {
  expect(saferRate(1e6)).toBe(recipeFor('digits').learningRate)
  expect(saferRate(0.004)).toBeCloseTo(0.0004, 12)
})
