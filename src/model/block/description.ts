/**
 * What a block computes, as data. The interpreters beside this file read it:
 * evaluate (values), regions (where a value comes from), arithmetic (the
 * formula with its numbers), cost, and the order of the figure's rows.
 *
 * Axes carry the meaning: an axis that an expression reads but its stage does
 * not keep is reduced over; one of the same name is the same index.
 */
import type { Axis } from '../tensor.ts'
import type { PointwiseName } from './gates.ts'

/** Whose colour a tensor wears; weights and logits are drawn in ink. */
export type Role = 'X' | 'U' | 'z' | 'hidden' | 's' | 'out' | 'ink'

export interface Read<Id extends string = string> {
  readonly tensor: Id
  readonly axes: readonly Axis[]
}

export type Expression<Id extends string = string> =
  /** Mean or maximum over the axes that are read and not kept. */
  | { readonly op: 'mean' | 'max'; readonly of: Read<Id> }
  /** Σ of products over the axes that are read and not kept, plus a bias. */
  | {
      readonly op: 'contract'
      readonly of: Read<Id>
      readonly weight: Read<Id>
      readonly bias: Read<Id> | null
    }
  /** A function of one value. */
  | { readonly op: 'map'; readonly of: Read<Id>; readonly fn: PointwiseName }
  /** Softmax along one axis, which is read whole and kept. */
  | { readonly op: 'softmax'; readonly of: Read<Id>; readonly over: Axis }
  /** Product value by value; an axis that one factor lacks is broadcast. */
  | { readonly op: 'product'; readonly of: Read<Id>; readonly by: Read<Id> }

/**
 * How the figure draws a tensor: a map a channel, a signed value a channel on a stem or as a dot, a matrix of squares,
 * hidden units as bars, gates as bars from 0 to 1. null: it has no row of its own.
 */
export type Mark = 'maps' | 'stems' | 'weights' | 'units' | 'dots' | 'gates' | null

export interface Input<Id extends string = string> {
  readonly id: Id
  readonly axes: readonly Axis[]
  readonly role: Role
  readonly symbol: string
  readonly mark: Mark
}

export interface Stage<StageId extends string = string, Id extends string = string> extends Input<StageId> {
  readonly expression: Expression<Id>
}

/** Inputs first, then the stages in the order in which they are computed. */
export interface Description<InputId extends string = string, StageId extends string = string> {
  readonly inputs: readonly Input<InputId>[]
  readonly stages: readonly Stage<StageId, InputId | StageId>[]
}

/** Lengths by axis. */
export type Sizes = Readonly<Partial<Record<Axis, number>>>

/** All that an expression reads, in the order in which the formula names it. */
export function readsOf<Id extends string>(expression: Expression<Id>): readonly Read<Id>[] {
  switch (expression.op) {
    case 'contract':
      return [expression.weight, expression.of, ...(expression.bias === null ? [] : [expression.bias])]
    case 'product':
      return [expression.by, expression.of]
    case 'mean':
    case 'max':
    case 'map':
    case 'softmax':
      return [expression.of]
  }
}

/** Axes that are read and not kept. */
export function reducedAxes(stage: Stage): readonly Axis[] {
  const read = readsOf(stage.expression).flatMap((one) => one.axes)
  return [...new Set(read)].filter((axis) => !stage.axes.includes(axis))
}

/** @throws RangeError if the description has no such stage */
export function stageOf<I extends string, S extends string>(
  description: Description<I, S>,
  id: string,
): Stage<S, I | S> {
  const stage = description.stages.find((one) => one.id === id)
  if (stage === undefined)
    throw new RangeError(`no stage ${id} among ${description.stages.map((s) => s.id).join(', ')}`)
  return stage
}

/**
 * What is learned: the inputs in ink, in the order in which the stages read them; a layer and a plan keep their weights
 * in that order. One that no stage reads is none.
 */
export function parametersOf<I extends string, S extends string>(
  description: Description<I, S>,
): readonly Input<I>[] {
  const read = description.stages.flatMap(({ expression }) => readsOf(expression).map(({ tensor }) => tensor))
  return [...new Set<string>(read)].flatMap((id) =>
    description.inputs.filter((input) => input.id === id && input.role === 'ink'),
  )
}

/** Axes of an input or a stage. @throws RangeError if there is no such tensor */
export function axesOf(description: Description, id: string): readonly Axis[] {
  const found = [...description.inputs, ...description.stages].find((one) => one.id === id)
  if (found === undefined) throw new RangeError(`no tensor ${id}`)
  return found.axes
}

/** Tensors with a row of their own, from top to bottom of the figure: what a stage reads first stands just above it. */
export function rowOrder<I extends string, S extends string>(
  description: Description<I, S>,
): readonly Input<I | S>[] {
  const tensors: readonly Input<I | S>[] = [...description.inputs, ...description.stages]
  const order = new Set<I | S>()
  for (const stage of description.stages) {
    for (const { tensor } of readsOf(stage.expression)) order.add(tensor)
    order.add(stage.id)
  }
  return [...order].flatMap((id) => tensors.filter((one) => one.id === id && one.mark !== null))
}
