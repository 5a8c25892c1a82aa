/** Layers of this project take one input; TensorFlow.js hands it over alone or in a list. */
import type { Shape } from '@tensorflow/tfjs-layers'
import { refusal } from '../checks.ts'

/** @throws TypeError if there are several inputs, or none, or it is no tensor */
export function singleTensor<T extends { readonly shape: Shape }>(inputs: T | T[]): T {
  const [tensor, ...others] = Array.isArray(inputs) ? inputs : [inputs]
  if (!Array.isArray(tensor?.shape) || others.length > 0)
    throw new TypeError(refusal('inputs', inputs, 'one tensor'))
  return tensor
}

export function singleShape(shape: Shape | Shape[]): Shape {
  const [first] = shape
  return Array.isArray(first) ? first : (shape as Shape)
}
