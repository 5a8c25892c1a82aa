/**
 * How the loops of an expression run through memory. A tensor's cell lies at
 * Σ index · stride, so that the place of a value splits into one part that
 * depends on the kept axes and one that depends on the reduced ones: two short
 * tables instead of arithmetic per cell.
 */
import { type Axis, strides } from '../tensor.ts'
import type { Sizes } from './description.ts'

/** @throws RangeError if the length of the axis is not known */
export function sizeAlong(sizes: Sizes, axis: Axis): number {
  const size = sizes[axis]
  if (size === undefined) throw new RangeError(`length of axis ${axis} not known`)
  return size
}

/**
 * Places, in a tensor with the axes `tensor`, of all combinations of `walked`
 * axes, the last fastest; axes that the tensor lacks do not move it.
 */
export function placesAlong(tensor: readonly Axis[], walked: readonly Axis[], sizes: Sizes): Int32Array {
  const steps = strides(tensor.map((axis) => sizeAlong(sizes, axis)))
  const counts = walked.map((axis) => sizeAlong(sizes, axis))
  let places = new Int32Array(1)
  for (const [i, axis] of walked.entries()) {
    const step = steps[tensor.indexOf(axis)] ?? 0
    const count = counts[i] ?? 0
    const next = new Int32Array(places.length * count)
    let at = 0
    for (const place of places) for (let j = 0; j < count; j++) next[at++] = place + j * step
    places = next
  }
  return places
}
