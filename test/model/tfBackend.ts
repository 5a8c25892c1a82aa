/** Starts a backend of TensorFlow.js in Node, with the kernels that this project adds. */
import { fileURLToPath } from 'node:url'
import '@tensorflow/tfjs-backend-cpu'
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import * as tf from '@tensorflow/tfjs-core'
// Registers every gradient.
import '@tensorflow/tfjs-layers'
import { registerWasmTrainingKernels } from '../../src/model/engine/kernels/wasmKernels.ts'

export const nodeBackends = ['cpu', 'wasm'] as const

/** @throws Error if the backend does not start */
export async function startBackend(name: (typeof nodeBackends)[number]): Promise<void> {
  if (name === 'wasm') {
    // The threaded build starts workers that outlive the tests.
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false)
    setWasmPaths(
      fileURLToPath(new URL('../../node_modules/@tensorflow/tfjs-backend-wasm/dist/', import.meta.url)),
    )
    registerWasmTrainingKernels()
  }
  if (!(await tf.setBackend(name))) throw new Error(`the backend ${name} did not start`)
  await tf.ready()
}
