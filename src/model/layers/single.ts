/** Layers of this project take one input; TensorFlow.js hands it over alone or in a list. */
import type { Tensor } from '@tensorflow/tfjs-core'
import type { Shape } from '@tensorflow/tfjs-layers'

/** @throws Error if there are several inputs, or none */
export function singleTensor(inputs: Tensor | Tensor[]): Tensor {
  const [tensor, ...others] = Array.isArray(inputs) ? inputs : [inputs]
  if (!tensor || others.length > 0)
    throw new Error(`one input expected, got ${Array.isArray(inputs) ? inputs.length : 0}`)
  return tensor
}

export function singleShape(shape: Shape | Shape[]): Shape {
  const [first] = shape
  return Array.isArray(first) ? first : (shape as Shape)
}
