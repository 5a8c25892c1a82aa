import { expect, test } from 'vitest'
import { rig, smallRun } from '../engineRig.ts'

test('play pressed before pause has taken effect plays on', { timeout: 40_000 }, async () => {
  const r = rig()
  await r.trainer.prepare(1, smallRun('wasm'))
  const first = r.trainer.play()
  await new Promise((resolve) => setTimeout(resolve, 0))
  const pausing = r.trainer.pause()
  const second = r.trainer.play()
  await Promise.all([first, pausing])
  // The second loop has begun by the time that the first one's end is known, or begins right after.
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(r.phases()).toEqual(['loading', 'ready', 'running', 'paused', 'running'])
  await r.trainer.pause()
  await second
  expect(r.phases().at(-1)).toBe('paused')
  await r.trainer.dispose()
})

test('play pressed while another run is being prepared trains that one', { timeout: 40_000 }, async () => {
  const r = rig()
  await r.trainer.prepare(1, smallRun('wasm'))
  const preparing = r.trainer.prepare(2, smallRun('wasm', { seed: 6 }))
  const played = r.trainer.play()
  await r.trainer.tune({ maxStepsPerSecond: 1000 })
  await preparing
  await expect.poll(() => r.frames.at(-1)?.step ?? 0).toBeGreaterThan(0)
  await r.trainer.pause()
  await played
  expect(r.phases()).toEqual(['loading', 'ready', 'loading', 'ready', 'running', 'paused'])
  expect(r.events.filter((event) => event.type === 'trouble')).toEqual([])
  expect((await r.trainer.checkpoint()).config).toMatchObject({ seed: 6, maxStepsPerSecond: 1000 })
  expect(r.frames.at(-1)?.run).toBe(2)
  await r.trainer.dispose()
})
