import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { insert, type Recorded, record, recordAt, spread } from '../../../src/model/state/history.ts'

const at = (step: number): Recorded => ({ step, weights: Float32Array.of(step) })
const stepsOf = (history: readonly Recorded[]) => history.map((one) => one.step)
const recorded = (steps: readonly number[], most: number) =>
  steps.reduce<readonly Recorded[]>((history, step) => record(history, at(step), most), [])

/** Steps as frames come: upwards, by uneven strides. */
const upwards = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 300 }).map((strides) => {
  let step = 0
  return strides.map((by) => {
    step += by
    return step
  })
})

describe('the recorded run', () => {
  test('stays within its budget, in order, and keeps the first and the newest', () => {
    fc.assert(
      fc.property(upwards, fc.integer({ min: 3, max: 20 }), (steps, most) => {
        const kept = stepsOf(recorded(steps, most))
        expect(kept.length).toBeLessThanOrEqual(most)
        expect(kept[0]).toBe(steps[0])
        expect(kept.at(-1)).toBe(steps.at(-1))
        expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b))
        expect(steps).toEqual(expect.arrayContaining(kept))
      }),
    )
  })

  test('of records that stand equally close the earliest goes, never the first or the newest', () => {
    expect(stepsOf(recorded([0, 10, 20, 30], 3))).toEqual([0, 20, 30])
    expect(stepsOf(recorded([0, 10, 11, 30, 40], 4))).toEqual([0, 11, 30, 40])
    expect(stepsOf(recorded([0, 10, 20, 21], 3))).toEqual([0, 10, 21])
    expect(stepsOf(recorded([0, 1, 20, 30], 3))).toEqual([0, 20, 30])
  })

  test('a state of before finds its place, and takes that of the same step', () => {
    const history = [at(0), at(10), at(20)]
    expect(stepsOf(insert(history, at(5)))).toEqual([0, 5, 10, 20])
    expect(stepsOf(insert(history, at(30)))).toEqual([0, 10, 20, 30])
    expect(stepsOf(insert([at(3)], at(1)))).toEqual([1, 3])
    const again = at(10)
    expect(insert(history, again)).toEqual(history)
    expect(insert(history, again)[1]).toBe(again)
  })

  test('keeps all while there is room', () => {
    fc.assert(
      fc.property(upwards, (steps) => {
        expect(stepsOf(recorded(steps, 300))).toEqual(steps)
      }),
    )
  })

  test.each([100, 137, 1000, 5000])('covers a run of %i steps evenly', (length) => {
    const most = 50
    const kept = stepsOf(
      recorded(
        Array.from({ length }, (_, i) => i),
        most,
      ),
    )
    const gaps = kept.slice(1).map((step, i) => step - (kept[i] ?? 0))
    const even = (length - 1) / (most - 1)
    expect(kept.length).toBeGreaterThan(most * 0.4)
    expect(Math.max(...gaps)).toBeLessThanOrEqual(3 * even)
  })

  test('drops what came after a step that is gone back to', () => {
    const history = recorded([0, 10, 20, 30], 9)
    expect(stepsOf(record(history, at(20), 9))).toEqual([0, 10, 20])
    expect(record(history, at(20), 9).at(-1)).not.toBe(history[2])
    expect(stepsOf(record(history, at(15), 9))).toEqual([0, 10, 15])
    expect(stepsOf(record(history, at(0), 9))).toEqual([0])
  })

  test('leaves the history it was given as it was', () => {
    const history = recorded([0, 1, 2], 3)
    record(history, at(3), 3)
    expect(stepsOf(history)).toEqual([0, 1, 2])
  })
})

describe('the record at a step', () => {
  test('is the last one not later, or the first', () => {
    fc.assert(
      fc.property(upwards, fc.nat(3000), (steps, step) => {
        const found = recordAt(steps.map(at), step)?.step
        const before = steps.filter((one) => one <= step)
        expect(found).toBe(before.at(-1) ?? steps[0])
      }),
    )
  })

  test('is none in an empty history', () => {
    expect(recordAt([], 3)).toBeNull()
  })
})

describe('lines of the waterfall', () => {
  test('are at most as many as asked for, in order, the first and the newest among them', () => {
    fc.assert(
      fc.property(upwards, fc.integer({ min: 2, max: 40 }), (steps, count) => {
        const lines = stepsOf(spread(steps.map(at), count))
        expect(lines).toHaveLength(Math.min(count, steps.length))
        expect(lines[0]).toBe(steps[0])
        expect(lines.at(-1)).toBe(steps.at(-1))
        expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b))
      }),
    )
  })

  test('stand evenly', () => {
    const steps = Array.from({ length: 101 }, (_, i) => i)
    expect(stepsOf(spread(steps.map(at), 5))).toEqual([0, 25, 50, 75, 100])
  })
})
