import '@tensorflow/tfjs-backend-cpu'
import * as tf from '@tensorflow/tfjs-core'
import { beforeAll, expect, test, vi } from 'vitest'
import { announced, type BackendSupport } from '../../../../src/model/engine/backends/chooseBackend.ts'
import { Device, isLoss } from '../../../../src/model/engine/backends/device.ts'
import { DeviceLost, loseWebglContext } from '../../../../src/model/engine/backends/guard.ts'

// The processor under another name: what is chosen counts, not how it computes.
beforeAll(() => {
  // Of the backend that is not here; it is set before the start.
  tf.env().registerFlag('WASM_HAS_MULTITHREAD_SUPPORT', () => false)
  tf.registerBackend('wasm', () => tf.findBackend('cpu') as tf.KernelBackend)
})

const support = (): BackendSupport => ({
  load: {
    webgl: () => Promise.reject(new Error('no WebGL in Node')),
    wasm: async () => {},
    cpu: async () => {},
  },
  gpu: () => null,
  isWhole: async () => true,
})

test('a backend is chosen once for each wish', async () => {
  const device = new Device(support(), () => undefined)
  expect(() => device.report).toThrow('no backend')
  const measure = vi.fn(async () => 3)
  const report = await device.ensure('cpu', measure)
  expect(report).toMatchObject({ chosen: 'cpu', reason: 'requested', stepMs: { cpu: 3 } })
  expect(device.report).toBe(report)
  expect(await device.ensure('cpu', measure)).toBeNull()
  expect(measure).toHaveBeenCalledTimes(1)
  expect(await device.ensure('wasm', measure)).toMatchObject({ chosen: 'wasm' })
  expect(device.lag).toBe(0)
})

test('a measurement that fails is the run’s own failure; one that loses the device leads to another choice', async () => {
  const device = new Device(support(), () => undefined)
  const fails = vi.fn(() => Promise.reject(new RangeError('no such network')))
  await expect(device.ensure('cpu', fails)).rejects.toThrow('no such network')
  expect(fails).toHaveBeenCalledTimes(1)
  let tries = 0
  const losesOnce = async () => {
    tries += 1
    if (tries === 1) throw new DeviceLost('context lost')
    return 5
  }
  // From then on WebGL is not tried by itself.
  expect(await device.ensure('cpu', losesOnce)).toMatchObject({ chosen: 'wasm', reason: 'webglLost' })
  expect(isLoss(new DeviceLost('x'))).toBe(true)
  expect(isLoss(new Error('x'))).toBe(false)
})

test('what is read is disposed of; after giving up there is no tensor and no backend chosen', async () => {
  const device = new Device(support(), () => undefined)
  await device.ensure('cpu', async () => 1)
  const start = tf.memory().numTensors
  expect([...(await device.read(tf.tensor1d([1, 2])))]).toEqual([1, 2])
  expect(tf.memory().numTensors).toBe(start)
  const error = new Error('of the operation')
  expect(device.explain(error)).toBe(error)
  expect(loseWebglContext()).toBe(false)
  tf.tensor1d([3])
  device.abandon()
  expect(() => device.report).toThrow('no backend')
  await tf.setBackend('cpu')
  expect(tf.memory().numTensors).toBe(0)
})

test('each start is announced, whether it works or not', async () => {
  const announce = vi.fn()
  const { load } = announced(support(), announce)
  await load.cpu()
  await load.wasm()
  await expect(load.webgl()).rejects.toThrow('no WebGL')
  expect(announce).toHaveBeenCalledTimes(3)
})
