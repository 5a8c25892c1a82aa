import { expect, test } from 'vitest'
import { coveredRows } from '../../../src/model/state/cover.ts'

test('what gives the gates away is covered with them: X̃ over U is the gate, and the answer turns by it', () => {
  expect(coveredRows({ cover: ['s'] })).toEqual(['s', 'out', 'reading'])
})

test('other rows are covered alone, each once, top to bottom', () => {
  expect(coveredRows({ cover: [] })).toEqual([])
  expect(coveredRows({ cover: ['out', 'U'] })).toEqual(['U', 'out'])
  expect(coveredRows({ cover: ['reading', 's', 'z'] })).toEqual(['z', 's', 'out', 'reading'])
})

test('the same rows are the same list, as who follows the state needs', () => {
  const cover = ['s'] as const
  expect(coveredRows({ cover })).toBe(coveredRows({ cover }))
})
