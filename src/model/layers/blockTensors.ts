/**
 * The operations of TensorFlow.js that the description of a block stands for: what trains, and what the layer computes.
 * The sample is an axis like the others, n, in front: whatever is computed from a tensor with n has it too, and weights
 * have none.
 */
import * as tf from '@tensorflow/tfjs-core'
import { type Description, type Read, readsOf, type Stage } from '../block/description.ts'
import type { PointwiseName } from '../block/gates.ts'
import type { Axis } from '../tensor.ts'

interface Named {
  readonly axes: readonly Axis[]
  readonly tensor: tf.Tensor
}

const pointwise: Readonly<Record<PointwiseName, (x: tf.Tensor) => tf.Tensor>> = {
  sigmoid: (x) => tf.sigmoid(x),
  tanh: (x) => tf.tanh(x),
  relu: (x) => tf.relu(x),
  /** relu6(x + 3) / 6 of MobileNetV3; Keras' and tfjs's own hard sigmoid is clip(0.2 x + 0.5). */
  hardSigmoid: (x) => tf.mul(tf.relu6(tf.add(x, 3)), 1 / 6),
  identity: (x) => x,
}

/**
 * @param inputs by id; with the axes of the description, and a leading n where it is one a sample
 * @returns one tensor a stage, [n, …axes] if it depends on the sample; the caller disposes of them (or calls within
 * `tf.tidy`). A stage without an operation of its own, such as a function that was dropped, is the tensor that it reads.
 * @throws RangeError if an input is missing or has other axes, or if a stage keeps an axis that it does not read
 */
export function blockTensors<I extends string, S extends string>(
  description: Description<I, S>,
  inputs: Readonly<Partial<Record<I, tf.Tensor>>>,
): Readonly<Record<S, tf.Tensor>> {
  const known = new Map<string, Named>()
  for (const { id, axes } of description.inputs) known.set(id, namedInput(id, axes, inputs[id]))
  const made: [string, tf.Tensor][] = []
  for (const stage of description.stages) {
    const named = stageTensor(stage, ({ tensor }) => {
      const found = known.get(tensor)
      if (found === undefined) throw new RangeError(`${stage.id} reads ${tensor} before it is computed`)
      return found
    })
    known.set(stage.id, named)
    made.push([stage.id, named.tensor])
  }
  return Object.fromEntries(made) as Record<S, tf.Tensor>
}

function namedInput(id: string, axes: readonly Axis[], tensor: tf.Tensor | undefined): Named {
  if (tensor === undefined) throw new RangeError(`${id} is missing`)
  const surplus = tensor.rank - axes.length
  if (surplus !== 0 && surplus !== 1) {
    throw new RangeError(`${id} has ${tensor.rank} axes; expected (${axes.join(', ')}), with or without n`)
  }
  return { axes: surplus === 1 ? ['n', ...axes] : axes, tensor }
}

function stageTensor(stage: Stage, read: (one: Read) => Named): Named {
  const { expression } = stage
  const perSample = readsOf(expression).some((one) => read(one).axes.includes('n'))
  const axes: readonly Axis[] = perSample ? ['n', ...stage.axes] : stage.axes
  const of = read(expression.of)
  const whole = (named: Named): tf.Tensor => {
    checkAxes(stage, named.axes, axes)
    return aligned(named, axes)
  }
  switch (expression.op) {
    case 'mean':
    case 'max':
      return { axes, tensor: whole(reduced(of, axes, expression.op === 'mean' ? tf.mean : tf.max)) }
    case 'contract': {
      const product = whole(contracted(of, read(expression.weight), axes))
      const bias = expression.bias === null ? null : aligned(read(expression.bias), axes)
      return { axes, tensor: bias === null ? product : tf.add(product, bias) }
    }
    case 'map':
      return { axes, tensor: whole({ ...of, tensor: pointwise[expression.fn](of.tensor) }) }
    case 'softmax': {
      // tfjs takes the last axis only.
      const last = [...of.axes.filter((axis) => axis !== expression.over), expression.over]
      return { axes, tensor: whole({ axes: last, tensor: tf.softmax(aligned(of, last)) }) }
    }
    case 'product': {
      const by = read(expression.by)
      checkAxes(stage, [...of.axes, ...by.axes], axes)
      return { axes, tensor: tf.mul(aligned(of, axes), aligned(by, axes)) }
    }
  }
}

function reduced(
  { axes, tensor }: Named,
  kept: readonly Axis[],
  reduce: (x: tf.Tensor, along: number[]) => tf.Tensor,
): Named {
  const along = axes.flatMap((axis, i) => (kept.includes(axis) ? [] : [i]))
  const left = axes.filter((axis) => kept.includes(axis))
  return { axes: left, tensor: along.length === 0 ? tensor : reduce(tensor, along) }
}

/**
 * Σ of products over the axes that are not kept, as one matrix product: of [shared, rows, summed] and [shared, summed,
 * columns], each of which may be several axes, or none.
 */
function contracted(first: Named, second: Named, kept: readonly Axis[]): Named {
  const inBoth = first.axes.filter((axis) => second.axes.includes(axis))
  // An axis of one factor alone that is not kept is summed before the product.
  const needed = [...kept, ...inBoth]
  const [a, b] = [reduced(first, needed, tf.sum), reduced(second, needed, tf.sum)]
  const shared = inBoth.filter((axis) => kept.includes(axis))
  const summed = inBoth.filter((axis) => !kept.includes(axis))
  const rows = a.axes.filter((axis) => !inBoth.includes(axis))
  const columns = b.axes.filter((axis) => !inBoth.includes(axis))
  const grouped = (named: Named, ...groups: readonly (readonly Axis[])[]): tf.Tensor =>
    reshaped(
      aligned(named, groups.flat()),
      groups.map((group) => group.reduce((size, axis) => size * lengthOf(named, axis), 1)),
    )
  const lead = shared.length === 0 ? [] : [shared]
  const product = tf.matMul(grouped(a, ...lead, rows, summed), grouped(b, ...lead, summed, columns))
  const lengths = [
    ...[...shared, ...rows].map((axis) => lengthOf(a, axis)),
    ...columns.map((axis) => lengthOf(b, axis)),
  ]
  return { axes: [...shared, ...rows, ...columns], tensor: reshaped(product, lengths) }
}

/** @throws RangeError if the axes that are left are not those that the stage has */
function checkAxes({ id }: Stage, left: readonly Axis[], kept: readonly Axis[]): void {
  const missing = kept.find((axis) => !left.includes(axis))
  if (missing !== undefined) throw new RangeError(`${id} keeps ${missing}, which it does not read`)
  const surplus = left.find((axis) => !kept.includes(axis))
  if (surplus !== undefined) throw new RangeError(`${id} reads ${surplus}, which it does not keep`)
}

/** The axes in this order; one that the tensor lacks has length 1, or is left out where it would be the first. */
function aligned(named: Named, axes: readonly Axis[]): tf.Tensor {
  const own = axes.filter((axis) => named.axes.includes(axis))
  const order = own.map((axis) => named.axes.indexOf(axis))
  const moved = order.every((from, to) => from === to) ? named.tensor : tf.transpose(named.tensor, order)
  const first = axes.findIndex((axis) => named.axes.includes(axis))
  const shape = axes.slice(Math.max(0, first)).map((axis) => (own.includes(axis) ? lengthOf(named, axis) : 1))
  return reshaped(moved, first === -1 ? [] : shape)
}

function reshaped(tensor: tf.Tensor, shape: number[]): tf.Tensor {
  return tensor.shape.join() === shape.join() ? tensor : tf.reshape(tensor, shape)
}

function lengthOf({ axes, tensor }: Named, axis: Axis): number {
  return tensor.shape[axes.indexOf(axis)] ?? 1
}
