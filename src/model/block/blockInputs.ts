/** Whether batch and weights that somebody hands to the block are what it can compute with. */
import { anyList, holdArgument, holdNames, isRecord, refusal, whole } from '../checks.ts'
import { sizeOf } from '../tensor.ts'

const weightNames = ['w1', 'b1', 'w2', 'b2']

const values = { expected: 'an object {shape, data}', fits: isRecord }
const floats = {
  expected: 'a Float32Array',
  // By its own word: one of another window or worker is no instance of this one's.
  fits: (data: unknown) => Object.prototype.toString.call(data) === '[object Float32Array]',
}

/** @throws RangeError if it is no batch @throws TypeError if it is no {shape, data: Float32Array} */
export function holdBatch(u: unknown): void {
  const shape = shapeOf('u', u)
  if (shape.length < 3 || shape.length > 5)
    throw new RangeError(
      refusal('u.shape', shape, '[n, t, c], [n, h, w, c] or [n, t, h, w, c]; a single sample has n = 1'),
    )
}

/**
 * @param channels of the batch
 * @throws RangeError if they do not fit it or each other, one has an unknown name, or only one bias is given
 * @throws TypeError if one is no {shape, data: Float32Array}
 */
export function holdWeights(weights: unknown, channels: number): void {
  holdArgument('weights', weights, { ...values, expected: 'an object with w1, w2 and, both or none, b1, b2' })
  if (!isRecord(weights)) return
  holdNames(weights, weightNames, 'weights')
  const { b1, b2 } = weights
  if ((b1 === undefined) !== (b2 === undefined))
    throw new RangeError(
      `weights.${b1 === undefined ? 'b1' : 'b2'} is missing; expected b1 and b2 together or not at all`,
    )
  const [, reduced = 0] = holdShape('weights.w1', weights.w1, { c: channels, k: null })
  holdShape('weights.w2', weights.w2, { k: reduced, c: channels })
  if (b1 !== undefined) holdShape('weights.b1', b1, { k: reduced })
  if (b2 !== undefined) holdShape('weights.b2', b2, { c: channels })
}

/** @param expected length by axis, in order; null: any */
function holdShape(
  name: string,
  given: unknown,
  expected: Readonly<Record<string, number | null>>,
): readonly number[] {
  const shape = shapeOf(name, given)
  const axes = Object.entries(expected)
  if (shape.length !== axes.length)
    throw new RangeError(refusal(`${name}.shape`, shape, `[${Object.keys(expected).join(', ')}]`))
  for (const [i, [axis, length]] of axes.entries()) {
    if (length !== null && shape[i] !== length)
      throw new RangeError(`${name} has ${shape[i]} along ${axis}; expected ${length}`)
  }
  return shape
}

/** The shape of something that has as many values as it says. */
function shapeOf(name: string, given: unknown): readonly number[] {
  holdArgument(name, given, values)
  const { shape, data } = given as { readonly shape: unknown; readonly data: unknown }
  holdArgument(`${name}.shape`, shape, { ...anyList, expected: 'a list of lengths' })
  const lengths = Array.from(shape as readonly number[])
  if (!lengths.every(whole(1).fits))
    throw new RangeError(refusal(`${name}.shape`, lengths, 'whole numbers from 1'))
  holdArgument(`${name}.data`, data, floats)
  const size = sizeOf(lengths)
  const { length } = data as Float32Array
  if (length !== size)
    throw new RangeError(
      `${name}.data has length ${length}; shape [${lengths.join(', ')}] needs ${size} values`,
    )
  return lengths
}
