/** What a wrong call of the package does: it names the option, what it got and the choices, and leaves nothing behind. */
// Tensors are counted by a backend.
import '@tensorflow/tfjs-backend-cpu'
import * as tf from '@tensorflow/tfjs-core'
import { expect } from 'vitest'

/** Pass what is no argument of the function's type through this. */
export const wrong = (value: unknown): never => value as never

export function expectRefusal(
  call: () => unknown,
  kind: typeof RangeError | typeof TypeError,
  message: string,
): void {
  const before = tf.memory().numTensors
  const thrown = caught(call)
  expect(thrown).toBeInstanceOf(kind)
  expect((thrown as Error).message).toBe(message)
  expect(tf.memory().numTensors).toBe(before)
}

function caught(call: () => unknown): unknown {
  try {
    call()
  } catch (error) {
    return error
  }
  return null
}
