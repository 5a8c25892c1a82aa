import { expect, test, vi } from 'vitest'
import { lastCalls, memo } from '../../../src/model/state/lastCalls.ts'

test('the same arguments, the same result, as long as it is among the last', () => {
  const compute = vi.fn((a: number, b: string) => ({ a, b }))
  const { call } = lastCalls(2, compute)
  const one = call(1, 'x')
  expect(one).toEqual({ a: 1, b: 'x' })
  expect(call(2, 'x')).not.toBe(one)
  expect(call(1, 'x')).toBe(one)
  // What was asked for last stays, the other goes.
  call(3, 'x')
  expect(call(1, 'x')).toBe(one)
  expect(compute).toHaveBeenCalledTimes(3)
  call(2, 'x')
  expect(compute).toHaveBeenCalledTimes(4)
  call(1, 'y')
  expect(compute).toHaveBeenCalledTimes(5)
})

test('arguments are told apart by identity; NaN is NaN, −0 is not 0', () => {
  const compute = vi.fn((value: unknown) => [value])
  const call = memo(compute)
  call(Number.NaN)
  call(Number.NaN)
  expect(compute).toHaveBeenCalledTimes(1)
  call({})
  call({})
  expect(compute).toHaveBeenCalledTimes(3)
  call(0)
  call(-0)
  expect(compute).toHaveBeenCalledTimes(5)
})

test('the last result alone is kept by memo', () => {
  const compute = vi.fn((value: number) => [value])
  const call = memo(compute)
  const first = call(1)
  call(2)
  expect(call(1)).not.toBe(first)
  expect(compute).toHaveBeenCalledTimes(3)
})

test('a result from elsewhere is as good, and takes a place', () => {
  const compute = vi.fn((value: number) => `computed ${value}`)
  const { call, keep } = lastCalls(2, compute)
  call(1)
  keep([5], 'brought')
  expect(call(5)).toBe('brought')
  keep([6], 'brought too')
  expect([call(6), call(5)]).toEqual(['brought too', 'brought'])
  expect(compute).toHaveBeenCalledTimes(1)
  call(1)
  expect(compute).toHaveBeenCalledTimes(2)
})
