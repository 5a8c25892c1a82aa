import { describe, expect, test } from 'vitest'
import { tapRows } from '../../../../src/components/series/data/tapSelection.ts'
import { decimalsOf, fixed } from '../../../../src/components/steps/aligned.ts'

const channels = (sums: readonly number[]) => ({
  perChannel: sums.map((sum, channel) => ({ channel, taps: [], sum })),
})

describe('which channels stand there', () => {
  test('all of a few, in their order', () => {
    const { shown, rest } = tapRows(channels([1, -3, 2, 0, 5]), 4)
    expect(shown.map(({ channel }) => channel)).toEqual([0, 1, 2, 3, 4])
    expect(rest).toBeNull()
  })

  test('of many the largest contributions, whatever their sign; the others as one sum', () => {
    const sums = [0.5, -4, 1, 3, -0.25, 2, 0.125]
    const { shown, rest } = tapRows(channels(sums), 3)
    expect(shown.map(({ channel }) => channel)).toEqual([1, 3, 5])
    expect(rest).toEqual({ count: 4, sum: 0.5 + 1 - 0.25 + 0.125 })
    const total = shown.reduce((sum, one) => sum + one.sum, 0) + (rest?.sum ?? 0)
    expect(total).toBe(sums.reduce((sum, one) => sum + one, 0))
    expect(tapRows(channels(sums), 7).rest, 'until all are here').toBeNull()
  })
})

describe('numbers in columns', () => {
  test.each([
    [[0.5, -3.2], 2],
    [[12, -3], 1],
    [[-240, 1], 0],
    [[0.05, 0.01], 3],
    [[-0.004], 4],
    [[0, 0], 2],
    [[], 2],
    [[Number.NaN], 2],
  ])('%j take %i decimals', (values, decimals) => {
    expect(decimalsOf(values, 2)).toBe(decimals)
  })

  test('a minus sign, but none before zero', () => {
    expect([-1.5, -0.004, 0, 2.345].map((value) => fixed(value, 2))).toEqual([
      '−1.50',
      '0.00',
      '0.00',
      '2.35',
    ])
    expect(fixed(-0.4, 0)).toBe('0')
  })
})
