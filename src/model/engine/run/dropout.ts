/**
 * Dropout (Srivastava et al. 2014) whose masks follow from seed, step and layer alone: a resumed run drops what the
 * uninterrupted one would have dropped, on every backend. tfjs' own seeded dropout repeats one mask for ever.
 */
import * as tf from '@tensorflow/tfjs-core'
import { seededState, uniform } from '../../data/rng.ts'

/** Stream of the random generator that masks begin at; each step has one of its own. */
const DROPOUT_STREAM = 1_000_000

/**
 * 0 for what is dropped, 1 / (1 − rate) for what stays.
 * @param step number of the training step, from 1
 * @param id of the operation: two layers must not drop alike
 */
export function dropoutFactors(
  seed: number,
  step: number,
  id: string,
  rate: number,
  shape: [number, number],
): tf.Tensor2D {
  const random = seededState(seed ^ textHash(id), DROPOUT_STREAM + step)
  const kept = 1 / (1 - rate)
  const factors = Float32Array.from({ length: shape[0] * shape[1] }, () =>
    uniform(random) < rate ? 0 : kept,
  )
  return tf.tensor2d(factors, shape)
}

/** FNV-1a (Fowler, Noll, Vo). */
function textHash(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
