/**
 * Where a value comes from and where it goes, read off the description.
 *
 * A region is a tensor with some of its axes held at an index; the axes it does
 * not name are covered whole. Since an axis name means the same index in every
 * tensor, following a read is dropping the axes that are reduced over.
 */
import { type Axis, type Index, strides } from '../tensor.ts'
import { axesOf, type Description, readsOf, type Sizes, type Stage, stageOf } from './description.ts'
import { placesAlong } from './loops.ts'

export interface Region<Id extends string = string> {
  readonly tensor: Id
  /** Indices of the axes that are held; an axis of the tensor that is not here is covered whole. */
  readonly at: Index
}

/** What the value (or every value of the region) is computed from in one step: empty for an input. */
export function directSources<I extends string, S extends string>(
  description: Description<I, S>,
  { tensor, at }: Region,
): readonly Region<I | S>[] {
  if (description.inputs.some((input) => input.id === tensor)) return []
  const { expression } = stageOf(description, tensor)
  const through = expression.op === 'softmax' ? without(at, expression.over) : at
  return readsOf(expression).map((read) => ({ tensor: read.tensor, at: restricted(through, read.axes) }))
}

/** What the value depends on, through any number of steps; not itself. */
export function provenance<I extends string, S extends string>(
  description: Description<I, S>,
  region: Region,
): readonly Region<I | S>[] {
  return closure(region, (one) => directSources(description, one))
}

/** What is computed from the value in one step. */
export function directDependents<I extends string, S extends string>(
  description: Description<I, S>,
  { tensor, at }: Region,
): readonly Region<S>[] {
  axesOf(description, tensor)
  return description.stages
    .filter((stage) => readsOf(stage.expression).some((read) => read.tensor === tensor))
    .map((stage) => ({ tensor: stage.id, at: restricted(at, keptOneByOne(stage)) }))
}

/** What the value has a part in, through any number of steps; not itself. */
export function dependents<I extends string, S extends string>(
  description: Description<I, S>,
  region: Region,
): readonly Region<S>[] {
  return closure(region, (one) => directDependents(description, one))
}

/** Places in `data` of the cells that a region covers. */
export function cellsOf(description: Description, region: Region, sizes: Sizes): Int32Array {
  const axes = axesOf(description, region.tensor)
  const steps = strides(axes.map((axis) => sizes[axis] ?? 0))
  const held = axes.reduce((place, axis, i) => place + (region.at[axis] ?? 0) * (steps[i] ?? 0), 0)
  const whole = axes.filter((axis) => region.at[axis] === undefined)
  return placesAlong(axes, whole, sizes).map((place) => place + held)
}

/** Axes along which a stage's values are independent of each other. */
function keptOneByOne({ axes, expression }: Stage): readonly Axis[] {
  return expression.op === 'softmax' ? axes.filter((axis) => axis !== expression.over) : axes
}

function restricted(at: Index, axes: readonly Axis[]): Index {
  return Object.fromEntries(axes.flatMap((axis) => (at[axis] === undefined ? [] : [[axis, at[axis]]])))
}

function without(at: Index, axis: Axis): Index {
  return Object.fromEntries(Object.entries(at).filter(([name]) => name !== axis))
}

/** All regions that can be reached, without those that lie inside another one. */
function closure<Id extends string>(
  start: Region,
  step: (region: Region) => readonly Region<Id>[],
): Region<Id>[] {
  const found: Region<Id>[] = []
  const waiting = [...step(start)]
  for (let region = waiting.shift(); region !== undefined; region = waiting.shift()) {
    if (found.some((one) => contains(one, region))) continue
    found.push(region)
    waiting.push(...step(region))
  }
  return found.filter((one, i) => !found.some((other, j) => i !== j && contains(other, one)))
}

function contains(outer: Region, inner: Region): boolean {
  if (outer.tensor !== inner.tensor) return false
  return Object.entries(outer.at).every(([axis, i]) => inner.at[axis as Axis] === i)
}
