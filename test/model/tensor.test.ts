import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Axis,
  argmax,
  lengthOf,
  nd,
  offsetOf,
  sizeOf,
  slice,
  strides,
  valueAt,
} from '../../src/model/tensor.ts'

const names: readonly Axis[] = ['n', 'h', 'w', 'c']
const shapes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 })

function counted(shape: readonly number[]) {
  const size = sizeOf(shape)
  return nd(
    names.slice(0, shape.length),
    shape,
    Float32Array.from({ length: size }, (_, i) => i),
  )
}

test('cells lie row-major: every address is met once, in order', () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const tensor = counted(shape)
      const steps = strides(shape)
      for (let place = 0; place < tensor.data.length; place++) {
        const index = Object.fromEntries(
          tensor.axes.map((axis, i) => [axis, Math.floor(place / (steps[i] ?? 1)) % (shape[i] ?? 1)]),
        )
        expect(offsetOf(tensor, index)).toBe(place)
        expect(valueAt(tensor, index)).toBe(place)
      }
    }),
  )
})

test('a slice holds what stands at its index', () => {
  fc.assert(
    fc.property(shapes, fc.nat(), fc.nat(), (shape, pickAxis, pickIndex) => {
      const tensor = counted(shape)
      const position = pickAxis % shape.length
      const axis = tensor.axes[position] as Axis
      const i = pickIndex % (shape[position] ?? 1)
      const part = slice(tensor, axis, i)
      expect(part.axes).not.toContain(axis)
      const step = strides(shape)[position] ?? 1
      const expected = [...tensor.data].filter(
        (_, place) => Math.floor(place / step) % (shape[position] ?? 1) === i,
      )
      expect([...part.data]).toEqual(expected)
    }),
  )
})

test('the largest of values, of equal ones the first', () => {
  expect(argmax([-3, -1, -2])).toBe(1)
  expect(argmax(Float32Array.of(0, 4, 4, 1))).toBe(1)
  expect(argmax([2, 2])).toBe(0)
  expect(argmax([])).toBe(0)
})

describe('what does not belong together is refused', () => {
  test.each([
    ['axes and lengths', () => nd(['h', 'w'], [2]), '2 axes (h, w) but 1 lengths'],
    ['an axis twice', () => nd(['h', 'h'], [2, 2]), 'axis named twice'],
    ['too few values', () => nd(['c'], [3], new Float32Array(2)), 'needs 3 values, got 2'],
    ['no such axis', () => lengthOf(nd(['c'], [3]), 'h'), 'no axis h in (c)'],
    ['outside', () => valueAt(nd(['c'], [3]), { c: 3 }), 'index c = 3 outside 0…2'],
    ['below', () => valueAt(nd(['c'], [3]), { c: -1 }), 'outside'],
    ['no index', () => valueAt(nd(['c'], [3]), {}), 'index c = undefined'],
    ['slice below', () => slice(nd(['c'], [3]), 'c', -1), 'index c = -1 outside 0…2'],
    ['slice outside', () => slice(nd(['c'], [3]), 'c', 3), 'index c = 3 outside 0…2'],
  ])('%s', (_, act, message) => {
    expect(act).toThrow(message)
  })
})
