/** How long the reader's own series may be for the page to answer. */
import { describe, expect, test } from 'vitest'
import type { SeriesSize } from '../../../src/model/networks/config.ts'
import { networkPlan } from '../../../src/model/networks/networkPlan.ts'
import { mostSteps } from '../../../src/model/networks/work.ts'
import { ownDefaults, ownKey } from '../../../src/model/state/own.ts'
import {
  chosenSteps,
  fittingChoices,
  isTooMuch,
  lengthsFor,
  longestOf,
} from '../../../src/model/state/ownLengths.ts'
import { seriesConfigOf } from '../../../src/model/state/series.ts'
import { setOf } from '../data/series/seriesSets.ts'

const sizes = ['small', 'paper'] as const satisfies readonly SeriesSize[]

function ownOf(length: number, channels = 1, testLength: number | null = null) {
  const set = (steps: number) =>
    setOf([{ data: new Float32Array(steps * channels), length: steps, label: 0 }], channels)
  return { train: set(length), test: testLength === null ? null : set(testLength) }
}

/** Multiply-adds of the convolutions at one step, from the shapes of the network's own weights. */
function workOf(size: SeriesSize, channels: number): number {
  const choices = {
    size,
    lstm: false,
    dimensionShuffle: false,
    snapshot: 'plain',
    r: null,
    squeeze: 'mean',
    gate: 'sigmoid',
    seed: 1,
  } as const
  const problem = { length: 32, channels, classes: ['a', 'b'] }
  const { weights } = networkPlan(seriesConfigOf(choices, problem as never))
  return weights
    .filter(({ name, shape }) => /kernel/.test(name) && shape.length === 3)
    .reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1), 0)
}

describe('mostSteps', () => {
  test.each(sizes)('%s: as many steps as a hundred million multiply-adds are enough for', (size) => {
    for (const channels of [1, 6, 61, 256]) {
      const most = mostSteps(size, channels)
      const work = workOf(size, channels)
      expect(work).toBeGreaterThan(1000)
      expect(most * work).toBeLessThanOrEqual(1e8)
      expect((most + 1) * work).toBeGreaterThan(1e8)
    }
  })

  test('at least one, whatever the series are', () => {
    expect(mostSteps('paper', 1e9)).toBe(1)
  })
})

describe('isTooMuch', () => {
  test.each(sizes)('%s: from one step more than mostSteps says', (size) => {
    const most = mostSteps(size, 3)
    for (const [steps, much] of [
      [most, false],
      [most + 1, true],
    ] as const) {
      expect(isTooMuch(ownOf(steps, 3), ownDefaults, size)).toBe(much)
      expect(isTooMuch(ownOf(10, 3), { length: steps }, size)).toBe(much)
      // The test file counts as well.
      expect(isTooMuch(ownOf(10, 3, steps), ownDefaults, size)).toBe(much)
    }
  })

  test('what is cut is not too much, however long it is in the file', () => {
    expect(isTooMuch(ownOf(20_000, 6), { length: 128 }, 'paper')).toBe(false)
    expect(isTooMuch(ownOf(20_000, 6), ownDefaults, 'paper')).toBe(true)
  })
})

describe('fittingChoices', () => {
  test('nothing is cut that need not be', () => {
    expect(fittingChoices(ownOf(100, 6), 'paper')).toEqual(ownDefaults)
    expect(fittingChoices(ownOf(mostSteps('small', 6), 6), 'small')).toEqual(ownDefaults)
  })

  test.each(sizes)('%s: else to the longest power of two that the page can do', (size) => {
    for (const channels of [1, 6, 256]) {
      const choices = fittingChoices(ownOf(mostSteps(size, channels) + 1, channels), size)
      const steps = chosenSteps(ownOf(5), choices)
      expect(Number.isInteger(Math.log2(steps))).toBe(true)
      expect(steps).toBeLessThanOrEqual(mostSteps(size, channels))
      expect(2 * steps).toBeGreaterThan(mostSteps(size, channels))
      expect(choices).toEqual({ ...ownDefaults, length: steps })
    }
  })
})

describe('lengthsFor', () => {
  test('powers of two that cut something', () => {
    expect(lengthsFor(ownOf(100), ownDefaults)).toEqual([16, 32, 64])
    expect(lengthsFor(ownOf(64), ownDefaults)).toEqual([16, 32])
    expect(lengthsFor(ownOf(5), ownDefaults)).toEqual([])
    const all = Array.from({ length: 11 }, (_, i) => 2 ** (i + 4))
    expect(lengthsFor(ownOf(16_385), ownDefaults)).toEqual(all)
    expect(lengthsFor(ownOf(16_384), ownDefaults)).toEqual(all.slice(0, -1))
  })

  test('the one that is chosen is always among them, once', () => {
    expect(lengthsFor(ownOf(100), { length: 32 })).toEqual([16, 32, 64])
    expect(lengthsFor(ownOf(100), { length: 50 })).toEqual([16, 32, 50, 64])
    expect(lengthsFor(ownOf(64), { length: 64 })).toEqual([16, 32, 64])
    expect(lengthsFor(ownOf(5), { length: 512 })).toEqual([512])
    const long = ownOf(3000, 256)
    expect(lengthsFor(long, ownDefaults)).toContain(fittingChoices(long, 'small').length)
  })
})

test('longestOf looks at both files; ownKey tells choices and openings apart', () => {
  expect(longestOf(ownOf(5, 1, 9))).toBe(9)
  expect(longestOf(ownOf(9, 1, 5))).toBe(9)
  const own = { id: 1, ...ownOf(5), files: ['a.ts'] }
  const others = [
    ownKey(own, ownDefaults),
    ownKey({ ...own, id: 2 }, ownDefaults),
    ownKey(own, { ...ownDefaults, normalise: 'none' }),
    ownKey(own, { ...ownDefaults, length: 4 }),
    ownKey(own, { ...ownDefaults, pad: 'start' }),
    ownKey(own, { ...ownDefaults, missing: 'zero' }),
  ]
  expect(new Set(others).size).toBe(others.length)
})
