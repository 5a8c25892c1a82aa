/**
 * `Nd`: a dense float32 tensor whose axes have names.
 *
 * Row-major, channel last. The names are what lets one description of the SE
 * block serve images (`h`, `w`) and series (`t`): code asks for an axis, not
 * for a position.
 */

/**
 * n sample · h, w, t spatial · c channel · k hidden unit · i input channel · y, x kernel offset · o class ·
 * u LSTM unit · g LSTM gate and unit (input, forget, candidate, output)
 */
export type Axis = 'n' | 'h' | 'w' | 't' | 'c' | 'k' | 'i' | 'y' | 'x' | 'o' | 'u' | 'g'

export interface Nd {
  readonly axes: readonly Axis[]
  readonly shape: readonly number[]
  readonly data: Float32Array
}

/** A cell's address: one index per axis the tensor has. */
export type Index = Readonly<Partial<Record<Axis, number>>>

/** @throws RangeError if axes, shape and data do not belong together */
export function nd(axes: readonly Axis[], shape: readonly number[], data?: Float32Array): Nd {
  const size = sizeOf(shape)
  if (axes.length !== shape.length) {
    throw new RangeError(
      `${axes.length} axes (${axes.join(', ')}) but ${shape.length} lengths (${shape.join(', ')})`,
    )
  }
  if (new Set(axes).size !== axes.length) throw new RangeError(`axis named twice in ${axes.join(', ')}`)
  if (data !== undefined && data.length !== size) {
    throw new RangeError(`shape ${shape.join('×')} needs ${size} values, got ${data.length}`)
  }
  return { axes, shape, data: data ?? new Float32Array(size) }
}

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1)
}

/** Distance in `data` between neighbours along each axis. */
export function strides(shape: readonly number[]): number[] {
  const result = new Array<number>(shape.length)
  let step = 1
  for (let i = shape.length - 1; i >= 0; i--) {
    result[i] = step
    step *= shape[i] ?? 0
  }
  return result
}

/** Length of the named axis. @throws RangeError if the tensor has no such axis */
export function lengthOf(tensor: Nd, axis: Axis): number {
  const position = tensor.axes.indexOf(axis)
  const length = tensor.shape[position]
  if (length === undefined) throw new RangeError(`no axis ${axis} in (${tensor.axes.join(', ')})`)
  return length
}

/** Position in `data` of the cell; axes the tensor does not have are ignored. */
export function offsetOf(tensor: Nd, index: Index): number {
  const steps = strides(tensor.shape)
  let offset = 0
  for (const [position, axis] of tensor.axes.entries()) {
    const i = index[axis]
    const length = tensor.shape[position] ?? 0
    if (i === undefined || i < 0 || i >= length) {
      throw new RangeError(`index ${axis} = ${i} outside 0…${length - 1}`)
    }
    offset += i * (steps[position] ?? 0)
  }
  return offset
}

export function valueAt(tensor: Nd, index: Index): number {
  return tensor.data[offsetOf(tensor, index)] ?? Number.NaN
}

/** The sub-tensor at `axis = i`, as a copy without that axis. */
export function slice(tensor: Nd, axis: Axis, i: number): Nd {
  const position = tensor.axes.indexOf(axis)
  const length = lengthOf(tensor, axis)
  if (i < 0 || i >= length) throw new RangeError(`index ${axis} = ${i} outside 0…${length - 1}`)
  const inner = sizeOf(tensor.shape.slice(position + 1))
  const outer = sizeOf(tensor.shape.slice(0, position))
  const data = new Float32Array(outer * inner)
  for (let o = 0; o < outer; o++) {
    const from = (o * length + i) * inner
    data.set(tensor.data.subarray(from, from + inner), o * inner)
  }
  return nd(
    tensor.axes.filter((a) => a !== axis),
    tensor.shape.filter((_, p) => p !== position),
    data,
  )
}

/** Index of the largest value; of equal ones the first. */
export function argmax(values: ArrayLike<number>): number {
  let best = 0
  for (let i = 1; i < values.length; i++) if ((values[i] ?? 0) > (values[best] ?? 0)) best = i
  return best
}
