import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchHeartbeat } from '../../../../src/model/engine/client/heartbeat.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const mute = () => ({ ping: vi.fn(() => new Promise<void>(() => undefined)) })

test('a worker that answers, however late, is left alone', async () => {
  const onSilence = vi.fn()
  const slow = { ping: vi.fn(() => new Promise<void>((resolve) => setTimeout(resolve, 25_000))) }
  const stop = watchHeartbeat(() => slow, onSilence)
  await vi.advanceTimersByTimeAsync(300_000)
  expect(slow.ping.mock.calls.length).toBeGreaterThan(9)
  expect(onSilence).not.toHaveBeenCalled()
  stop()
})

test('one that does not answer is noticed once, after half a minute', async () => {
  const onSilence = vi.fn()
  const dead = mute()
  const stop = watchHeartbeat(() => dead, onSilence)
  await vi.advanceTimersByTimeAsync(31_000)
  expect(onSilence).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(2000)
  expect(onSilence).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(120_000)
  expect(onSilence).toHaveBeenCalledTimes(1)
  expect(dead.ping).toHaveBeenCalledTimes(1)
  stop()
})

test('its successor starts with a clean sheet', async () => {
  const onSilence = vi.fn()
  let patient = mute()
  const stop = watchHeartbeat(() => patient, onSilence)
  await vi.advanceTimersByTimeAsync(28_000)
  patient = mute()
  await vi.advanceTimersByTimeAsync(28_000)
  expect(onSilence).not.toHaveBeenCalled()
  stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(onSilence).not.toHaveBeenCalled()
})
