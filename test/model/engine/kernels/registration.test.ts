/** A file of its own: here the package of the backend is not imported before it is asked for. */
import { getKernel } from '@tensorflow/tfjs-core'
import { expect, test } from 'vitest'
import { registerWasmTrainingKernels } from '../../../../src/model/engine/kernels/wasmKernels.ts'
import { expectRefusal } from '../../refused.ts'

const ours = ['Conv2DBackpropFilter', 'Conv2DBackpropInput', 'MaxPoolGrad', 'Slice']
const kernels = () => ours.map((name) => getKernel(name, 'wasm')?.kernelFunc)

test('before the backend is there it is refused, later it takes and may be repeated', async () => {
  expectRefusal(
    registerWasmTrainingKernels,
    RangeError,
    'the backend wasm is not there; expected an import of @tensorflow/tfjs-backend-wasm before',
  )
  expect(kernels()).toEqual([undefined, undefined, undefined, undefined])
  await import('@tensorflow/tfjs-backend-wasm')
  const before = kernels()
  registerWasmTrainingKernels()
  const after = kernels()
  for (const [i, kernel] of after.entries()) {
    expect(kernel).toBeTypeOf('function')
    expect(kernel).not.toBe(before[i])
  }
  registerWasmTrainingKernels()
  expect(kernels()).toEqual(after)
})
