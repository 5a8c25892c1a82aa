/** One value written out: symbol → numbers → result, from the description and the values of a trace. */
import { type Axis, type Index, type Nd, valueAt } from '../tensor.ts'
import { type Description, type Expression, type Read, reducedAxes, stageOf } from './description.ts'
import { type PointwiseName, pointwise } from './gates.ts'

export interface Factor<Id extends string = string> {
  readonly tensor: Id
  readonly index: Index
  readonly value: number
}

export interface Term<Id extends string = string> {
  readonly factors: readonly Factor<Id>[]
  /** Product of the factors; for softmax e^(value − maximum). */
  readonly product: number
}

export interface Arithmetic<Id extends string = string> {
  readonly stage: Id
  readonly symbol: string
  readonly index: Index
  readonly op: Expression['op']
  /** In the order of the sum; one term for `map` and `product`. */
  readonly terms: readonly Term<Id>[]
  /** Σ of the terms' products; for `max` the greatest of them. */
  readonly sum: number
  /** How many terms a mean is divided by; else null. */
  readonly count: number | null
  readonly bias: Factor<Id> | null
  readonly fn: PointwiseName | 'softmax' | null
  /** What goes into `fn`; for softmax its numerator's exponent, value − maximum; without `fn` the result itself. */
  readonly pre: number
  /** What the terms give, in float64. */
  readonly computed: number
  /** What the trace holds: `computed` rounded to float32, or what was put in its place. */
  readonly result: number
}

/** @throws RangeError if the description has no such stage, or the index lies outside */
export function arithmetic<I extends string, S extends string>(
  description: Description<I, S>,
  trace: Readonly<Partial<Record<I | S, Nd>>>,
  id: S,
  index: Index,
): Arithmetic<I | S> {
  type Id = I | S
  const stage = stageOf(description, id)
  const { expression } = stage
  const tensor = (name: Id): Nd => {
    const found = trace[name]
    if (found === undefined) throw new RangeError(`${name} is not in the trace`)
    return found
  }
  const factor = (read: Read<Id>, cell: Index): Factor<Id> => {
    const at = Object.fromEntries(read.axes.map((axis) => [axis, cell[axis]]))
    return { tensor: read.tensor, index: at, value: valueAt(tensor(read.tensor), at) }
  }
  const term = (...factors: Factor<Id>[]): Term<Id> => ({
    factors,
    product: factors.reduce((product, one) => product * one.value, 1),
  })
  /** The cell, with every combination of the given axes. */
  const cellsAlong = (read: Read<Id>, axes: readonly Axis[]): Index[] =>
    axes.reduce<Index[]>(
      (cells, axis) => {
        const length = tensor(read.tensor).shape[read.axes.indexOf(axis)] ?? 0
        return cells.flatMap((cell) => Array.from({ length }, (_, i) => ({ ...cell, [axis]: i })))
      },
      [index],
    )
  const result = valueAt(tensor(id), index)
  const written = (
    terms: readonly Term<Id>[],
    parts: { sum: number; computed: number } & Partial<Arithmetic<Id>>,
  ): Arithmetic<Id> => ({
    stage: id,
    symbol: stage.symbol,
    index,
    op: expression.op,
    terms,
    count: null,
    bias: null,
    fn: null,
    pre: parts.computed,
    result,
    ...parts,
  })

  switch (expression.op) {
    case 'mean': {
      const terms = cellsAlong(expression.of, reducedAxes(stage)).map((cell) =>
        term(factor(expression.of, cell)),
      )
      const sum = total(terms)
      return written(terms, { sum, count: terms.length, computed: sum / terms.length })
    }
    case 'max': {
      const terms = cellsAlong(expression.of, reducedAxes(stage)).map((cell) =>
        term(factor(expression.of, cell)),
      )
      const highest = terms.reduce((max, one) => Math.max(max, one.product), Number.NEGATIVE_INFINITY)
      return written(terms, { sum: highest, computed: highest })
    }
    case 'contract': {
      const { weight, of, bias: biasRead } = expression
      const cells = cellsAlong(of, reducedAxes(stage))
      const terms = cells.map((cell) => term(factor(weight, cell), factor(of, cell)))
      const bias = biasRead === null ? null : factor(biasRead, index)
      const sum = total(terms)
      return written(terms, { sum, bias, computed: sum + (bias?.value ?? 0) })
    }
    case 'map': {
      const one = term(factor(expression.of, index))
      const pre = one.product
      return written([one], {
        sum: pre,
        fn: expression.fn,
        pre,
        computed: pointwise[expression.fn].apply(pre),
      })
    }
    case 'softmax': {
      const factors = cellsAlong(expression.of, [expression.over]).map((cell) => factor(expression.of, cell))
      const highest = factors.reduce((max, one) => Math.max(max, one.value), Number.NEGATIVE_INFINITY)
      const terms = factors.map((one) => ({ factors: [one], product: Math.exp(one.value - highest) }))
      const sum = total(terms)
      const pre = factor(expression.of, index).value - highest
      return written(terms, { sum, fn: 'softmax', pre, computed: Math.exp(pre) / sum })
    }
    case 'product': {
      const one = term(factor(expression.by, index), factor(expression.of, index))
      return written([one], { sum: one.product, computed: one.product })
    }
  }
}

function total(terms: readonly Term[]): number {
  return terms.reduce((sum, one) => sum + one.product, 0)
}
