/** Values of every stage: plain loops over float32, sums in float64, each value rounded once. */
import { type Nd, nd, sizeOf } from '../tensor.ts'
import {
  axesOf,
  type Description,
  type Read,
  readsOf,
  reducedAxes,
  type Sizes,
  type Stage,
} from './description.ts'
import { pointwise, softmax } from './gates.ts'
import { placesAlong, sizeAlong } from './loops.ts'

type Tensors = Readonly<Partial<Record<string, Nd>>>

/** What the loops of one stage need: the places of its operands and the extents. */
interface Walk {
  readonly kept: number
  readonly reduced: number
  readonly result: Float32Array
}

/** An operand and where its values lie: `data[keptAt[o] + reducedAt[r]]`. */
interface Operand {
  readonly data: Float32Array
  readonly keptAt: Int32Array
  readonly reducedAt: Int32Array
}

/**
 * @param given tensors that take a stage's place (a gate that was dragged); what follows uses them
 * @returns the inputs and one tensor per stage
 * @throws RangeError if an input is missing or does not fit the others
 */
export function evaluate<S extends string, T extends object>(
  description: Description<string, S>,
  inputs: T,
  given?: Readonly<Partial<Record<S, Nd>>>,
): T & Readonly<Record<S, Nd>> {
  const tensors: Partial<Record<string, Nd>> = { ...inputs }
  const sizes = sizesOf(description, tensors)
  for (const stage of description.stages) {
    const shape = stage.axes.map((axis) => sizeAlong(sizes, axis))
    const replaced = given?.[stage.id]
    if (replaced !== undefined && replaced.data.length !== sizeOf(shape)) {
      throw new RangeError(`${stage.id} has ${sizeOf(shape)} values, got ${replaced.data.length}`)
    }
    tensors[stage.id] = replaced ?? nd(stage.axes, shape, valuesOf(stage, tensors, sizes))
  }
  return tensors as T & Readonly<Record<S, Nd>>
}

/** Lengths of all axes, from the inputs. @throws RangeError if they do not agree */
export function sizesOf(description: Description, inputs: Tensors): Sizes {
  const sizes: Partial<Record<string, number>> = {}
  for (const { id, axes } of description.inputs) {
    const tensor = inputs[id]
    if (tensor === undefined) throw new RangeError(`${id} is missing`)
    if (tensor.axes.join() !== axes.join()) {
      throw new RangeError(`${id} has axes (${tensor.axes.join(', ')}); expected (${axes.join(', ')})`)
    }
    for (const [i, axis] of axes.entries()) {
      const length = tensor.shape[i] ?? 0
      const known = sizes[axis]
      if (known !== undefined && known !== length) {
        throw new RangeError(`${id} has ${length} along ${axis}; expected ${known}`)
      }
      sizes[axis] = length
    }
  }
  return sizes
}

function valuesOf(stage: Stage, tensors: Tensors, sizes: Sizes): Float32Array {
  const expression = stage.expression
  const reducing = expression.op === 'softmax' ? [expression.over] : reducedAxes(stage)
  const kept = stage.axes
  const count = (axes: Stage['axes']) => sizeOf(axes.map((axis) => sizeAlong(sizes, axis)))
  const walk: Walk = { kept: count(kept), reduced: count(reducing), result: new Float32Array(count(kept)) }
  const operand = ({ tensor, axes }: Read): Operand => ({
    data: dataOf(tensors, tensor),
    keptAt: placesAlong(axes, kept, sizes),
    reducedAt: placesAlong(axes, reducing, sizes),
  })
  switch (expression.op) {
    case 'mean':
      return mean(walk, operand(expression.of))
    case 'max':
      return max(walk, operand(expression.of))
    case 'contract':
      return contract(
        walk,
        operand(expression.weight),
        operand(expression.of),
        expression.bias === null ? null : operand(expression.bias),
      )
    case 'map':
      return map(walk, operand(expression.of), pointwise[expression.fn].apply)
    case 'softmax': {
      const whole = kept.filter((axis) => axis !== expression.over)
      const { data, reducedAt } = operand(expression.of)
      return softmaxAlong(walk, data, placesAlong(expression.of.axes, whole, sizes), reducedAt)
    }
    case 'product':
      return product(walk, operand(expression.by), operand(expression.of))
  }
}

function dataOf(tensors: Tensors, id: string): Float32Array {
  const tensor = tensors[id]
  if (tensor === undefined) throw new RangeError(`${id} is read before it is computed`)
  return tensor.data
}

function mean({ kept, reduced, result }: Walk, { data, keptAt, reducedAt }: Operand): Float32Array {
  for (let o = 0; o < kept; o++) {
    const base = keptAt[o] as number
    let sum = 0
    for (let r = 0; r < reduced; r++) sum += data[base + (reducedAt[r] as number)] as number
    result[o] = sum / reduced
  }
  return result
}

function max({ kept, reduced, result }: Walk, { data, keptAt, reducedAt }: Operand): Float32Array {
  for (let o = 0; o < kept; o++) {
    const base = keptAt[o] as number
    let highest = Number.NEGATIVE_INFINITY
    // Math.max, because it hands on a NaN, which a comparison would hide.
    for (let r = 0; r < reduced; r++)
      highest = Math.max(highest, data[base + (reducedAt[r] as number)] as number)
    result[o] = highest
  }
  return result
}

function contract(
  { kept, reduced, result }: Walk,
  a: Operand,
  b: Operand,
  bias: Operand | null,
): Float32Array {
  for (let o = 0; o < kept; o++) {
    const baseA = a.keptAt[o] as number
    const baseB = b.keptAt[o] as number
    let sum = bias === null ? 0 : (bias.data[bias.keptAt[o] as number] as number)
    for (let r = 0; r < reduced; r++) {
      sum +=
        (a.data[baseA + (a.reducedAt[r] as number)] as number) *
        (b.data[baseB + (b.reducedAt[r] as number)] as number)
    }
    result[o] = sum
  }
  return result
}

function map({ kept, result }: Walk, { data, keptAt }: Operand, apply: (x: number) => number): Float32Array {
  for (let o = 0; o < kept; o++) result[o] = apply(data[keptAt[o] as number] as number)
  return result
}

function product({ kept, result }: Walk, a: Operand, b: Operand): Float32Array {
  for (let o = 0; o < kept; o++) {
    result[o] = (a.data[a.keptAt[o] as number] as number) * (b.data[b.keptAt[o] as number] as number)
  }
  return result
}

/** The stage's cells lie where the operand's lie: softmax keeps all axes, in their order. */
function softmaxAlong(
  { result }: Walk,
  data: Float32Array,
  starts: Int32Array,
  along: Int32Array,
): Float32Array {
  for (const start of starts) {
    const shares = softmax(Array.from(along, (step) => data[start + step] as number))
    for (const [i, step] of along.entries()) result[start + step] = shares[i] as number
  }
  return result
}

/** Every tensor that a stage reads has the axes that the description gives it. @throws RangeError if not */
export function checkDescription(description: Description): void {
  const known = new Set(description.inputs.map((input) => input.id))
  for (const stage of description.stages) {
    for (const { tensor, axes } of readsOf(stage.expression)) {
      if (!known.has(tensor))
        throw new RangeError(`${stage.id} reads ${tensor}, which is not computed before it`)
      const own = axesOf(description, tensor)
      if (own.join() !== axes.join()) {
        throw new RangeError(
          `${stage.id} reads ${tensor} along (${axes.join(', ')}); it has (${own.join(', ')})`,
        )
      }
    }
    known.add(stage.id)
  }
}
