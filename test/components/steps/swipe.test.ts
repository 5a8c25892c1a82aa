import { describe, expect, test } from 'vitest'
import { swipeOf } from '../../../src/components/steps/swipe.ts'

describe('a finger on the text of a step', () => {
  test('leftwards is the next step, rightwards the one before', () => {
    expect([swipeOf(-120, 10), swipeOf(120, -10)]).toEqual(['next', 'back'])
  })

  test('needs 60 pixels', () => {
    expect([swipeOf(-60, 0), swipeOf(-59, 0), swipeOf(59, 0), swipeOf(0, 0)]).toEqual([
      'next',
      null,
      null,
      null,
    ])
  })

  test('leaves to the page what goes up or down more than half as far', () => {
    expect([swipeOf(100, 50), swipeOf(100, 51), swipeOf(-100, -51), swipeOf(5, 300)]).toEqual([
      'back',
      null,
      null,
      null,
    ])
  })
})
