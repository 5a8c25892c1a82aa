import { expect, test } from 'vitest'
import { extras } from '../../../src/components/steps/extras.tsx'
import { steps } from '../../../src/model/state/steps.ts'

test('every step that has room for more than its stages draws something in it, and no other does', () => {
  expect(Object.keys(extras)).toEqual(steps.filter(({ extra }) => extra > 0).map(({ id }) => id))
})
