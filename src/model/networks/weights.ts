/** Weights as one packed array: views by name, and the seeded start that every backend shares. */
import { seededState } from '../data/rng.ts'
import { type Nd, nd, sizeOf } from '../tensor.ts'
import { initialise } from './initializers.ts'
import type { NetworkPlan, PackedWeights, WeightSpec } from './planTypes.ts'

/** Stream of the random generator that only initial weights draw from. */
const WEIGHTS_STREAM = 1

/** @throws RangeError if the plan has no such weight */
export function weightSpec(plan: NetworkPlan, name: string): WeightSpec {
  const spec = plan.weights.find((candidate) => candidate.name === name)
  if (spec === undefined)
    throw new RangeError(`no weight ${name}; there are ${plan.weights.map((w) => w.name).join(', ')}`)
  return spec
}

/** The named weight as a tensor that shares memory with `packed`. @throws RangeError if it does not fit the plan */
export function weight(plan: NetworkPlan, packed: PackedWeights, name: string): Nd {
  checkSize(plan, packed)
  const { axes, shape, offset } = weightSpec(plan, name)
  return nd(axes, shape, packed.subarray(offset, offset + sizeOf(shape)))
}

/** @throws RangeError if these are the weights of another network */
export function checkSize(plan: NetworkPlan, packed: PackedWeights): void {
  if (packed.length !== plan.size)
    throw new RangeError(`the network has ${plan.size} values, these weights ${packed.length}`)
}

/** The same seed gives the same values everywhere, so that "reset to the same start" means what it says. */
export function initialWeights(plan: NetworkPlan, seed: number): PackedWeights {
  const packed = new Float32Array(plan.size)
  const random = seededState(seed, WEIGHTS_STREAM)
  for (const { shape, offset, initializer } of plan.weights) {
    initialise(packed.subarray(offset, offset + sizeOf(shape)), shape, initializer, random)
  }
  return packed
}
