/** A context that goes away, as browsers tell of it. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

let gl: ReturnType<typeof context> | null = null
vi.mock('../../../../src/model/engine/backends/chooseBackend.ts', () => ({ webglContext: () => gl }))

const { DeviceGuard, DeviceLost, loseWebglContext } = await import(
  '../../../../src/model/engine/backends/guard.ts'
)

function context() {
  const canvas = new EventTarget()
  const made = {
    canvas,
    lost: false,
    isContextLost: () => made.lost,
    getExtension: () => ({ loseContext: made.lose }),
    lose: () => {
      made.lost = true
      canvas.dispatchEvent(new Event('webglcontextlost'))
    },
  }
  return made
}

beforeEach(() => {
  vi.useFakeTimers()
  gl = context()
})
afterEach(() => void vi.useRealTimers())

const never = () => new Promise<number>(() => undefined)

test('a read that answers is handed on, one that fails too', async () => {
  const guard = new DeviceGuard()
  guard.watch(() => undefined)
  expect(await guard.read(Promise.resolve(7))).toBe(7)
  await expect(guard.read(Promise.reject(new RangeError('too far')))).rejects.toThrow('too far')
  expect(vi.getTimerCount()).toBe(0)
})

test('a context that goes away ends every read, and is told once', async () => {
  const guard = new DeviceGuard()
  const onLost = vi.fn()
  guard.watch(onLost)
  const reading = guard.read(never())
  reading.catch(() => undefined)
  gl?.lose()
  await expect(reading).rejects.toThrow(DeviceLost)
  await expect(guard.read(never())).rejects.toThrow('context lost')
  // Results of a lost context are zeros.
  await expect(guard.read(Promise.resolve(0))).rejects.toThrow(DeviceLost)
  expect(onLost).toHaveBeenCalledTimes(1)
})

test('a read without an answer counts as lost after a minute', async () => {
  const guard = new DeviceGuard()
  guard.watch(() => undefined)
  const told = vi.fn()
  guard.read(never()).catch(told)
  await vi.advanceTimersByTimeAsync(59_999)
  expect(told).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(told.mock.calls[0]?.[0]).toBeInstanceOf(DeviceLost)
})

test('what happens to a context of before is nobody’s loss', async () => {
  const guard = new DeviceGuard()
  const [first, second] = [vi.fn(), vi.fn()]
  guard.watch(first)
  const old = gl
  gl = context()
  guard.watch(second)
  old?.lose()
  expect(first).not.toHaveBeenCalled()
  expect(second).not.toHaveBeenCalled()
  expect(await guard.read(Promise.resolve(3))).toBe(3)
})

test('an error of a lost context means the loss, any other itself', () => {
  const guard = new DeviceGuard()
  const error = new Error('shader')
  expect(guard.explain(error)).toBe(error)
  guard.watch(() => undefined)
  expect(guard.explain(error)).toBe(error)
  gl?.lose()
  expect(guard.explain(error)).toBeInstanceOf(DeviceLost)
  const known = new DeviceLost('no answer')
  expect(guard.explain(known)).toBe(known)
})

test('without WebGL there is nothing to watch or to lose', async () => {
  gl = null
  const guard = new DeviceGuard()
  guard.watch(() => undefined)
  expect(await guard.read(Promise.resolve(3))).toBe(3)
  expect(loseWebglContext()).toBe(false)
  gl = context()
  expect(loseWebglContext()).toBe(true)
  expect(gl.lost).toBe(true)
})
