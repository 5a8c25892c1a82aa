import { expect, test } from 'vitest'
import { shortened } from '../../../src/components/text/shortened.ts'

test('long texts are cut, between characters', () => {
  expect(shortened('short')).toBe('short')
  expect(shortened('x'.repeat(80))).toHaveLength(80)
  expect(shortened('x'.repeat(81))).toBe(`${'x'.repeat(79)}…`)
  expect(shortened('걷기를 오래 하는 동작', 6)).toBe('걷기를 오…')
  expect(shortened('😀😀😀😀', 3)).toBe('😀😀…')
})
