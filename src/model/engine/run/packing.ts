/**
 * The order of numbers in the buffers: `PackedWeights` follow `plan.weights`; the optimizer keeps
 * the trainable ones together in one vector, the running statistics in another.
 */
import type { NetworkPlan, PackedWeights, WeightSpec } from '../../networks/planTypes.ts'
import { sizeOf } from '../../tensor.ts'

/** A weight and where it stands in its vector. */
export interface Part {
  readonly spec: WeightSpec
  readonly size: number
  readonly offset: number
}

export interface Packing {
  readonly trainable: readonly Part[]
  readonly statistics: readonly Part[]
  readonly trainableSize: number
  readonly statisticsSize: number
  readonly size: number
}

export function packingOf(plan: NetworkPlan): Packing {
  const trainable = layOut(plan.weights.filter((spec) => spec.trainable))
  const statistics = layOut(plan.weights.filter((spec) => !spec.trainable))
  return {
    trainable: trainable.parts,
    statistics: statistics.parts,
    trainableSize: trainable.size,
    statisticsSize: statistics.size,
    size: plan.size,
  }
}

function layOut(specs: readonly WeightSpec[]): { readonly parts: readonly Part[]; readonly size: number } {
  let size = 0
  const parts = specs.map((spec) => {
    const part = { spec, size: sizeOf(spec.shape), offset: size }
    size += part.size
    return part
  })
  return { parts, size }
}

/** @throws RangeError if the weights are of another network */
export function splitPacked(
  packing: Packing,
  packed: PackedWeights,
): { readonly trainable: Float32Array; readonly statistics: Float32Array } {
  if (packed.length !== packing.size) {
    throw new RangeError(`these weights have ${packed.length} values, the network has ${packing.size}`)
  }
  const pick = (parts: readonly Part[], size: number): Float32Array => {
    const values = new Float32Array(size)
    for (const { spec, offset, size: n } of parts)
      values.set(packed.subarray(spec.offset, spec.offset + n), offset)
    return values
  }
  return {
    trainable: pick(packing.trainable, packing.trainableSize),
    statistics: pick(packing.statistics, packing.statisticsSize),
  }
}

export function joinPacked(
  packing: Packing,
  trainable: Float32Array,
  statistics: Float32Array,
): PackedWeights {
  const packed = new Float32Array(packing.size)
  for (const { spec, offset, size } of packing.trainable) {
    packed.set(trainable.subarray(offset, offset + size), spec.offset)
  }
  for (const { spec, offset, size } of packing.statistics) {
    packed.set(statistics.subarray(offset, offset + size), spec.offset)
  }
  return packed
}

/** Whether every value is a number: NaN and infinities spread, so a sum would do, but could overflow by itself. */
export function allFinite(values: Float32Array): boolean {
  return values.every(Number.isFinite)
}
