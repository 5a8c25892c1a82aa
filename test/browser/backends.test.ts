/** The two computations agree on every backend that a browser has. */
import '@tensorflow/tfjs-backend-webgl'
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import plainUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url'
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url'
import * as tf from '@tensorflow/tfjs-core'
import '@tensorflow/tfjs-layers'
import { beforeAll, describe, expect, test } from 'vitest'
import { registerWasmTrainingKernels } from '../../src/model/engine/kernels/wasmKernels.ts'
import { misfit } from '../model/misfit.ts'
import { bothLogits, networkCases } from '../model/networks/networkCases.ts'

describe.each(['webgl', 'wasm'])('on %s', (backend) => {
  beforeAll(async () => {
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false)
    setWasmPaths({
      'tfjs-backend-wasm.wasm': plainUrl,
      'tfjs-backend-wasm-simd.wasm': simdUrl,
      // Must be named, and is never loaded: the flag above switches threads off.
      'tfjs-backend-wasm-threaded-simd.wasm': simdUrl,
    })
    registerWasmTrainingKernels()
    expect(await tf.setBackend(backend)).toBe(true)
    await tf.ready()
  })

  test.each(networkCases)('%s: the LayersModel and the reference agree', async (_, config) => {
    expect(tf.getBackend()).toBe(backend)
    const { tfjs, reference } = await bothLogits(config)
    expect(misfit(tfjs, reference)).toBeLessThanOrEqual(1)
  })
})
