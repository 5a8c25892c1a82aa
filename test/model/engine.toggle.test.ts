import { expect, test } from 'vitest'
import { rig, smallRun } from './engineRig.ts'

test('play pressed before pause has taken effect plays on', { timeout: 40_000 }, async () => {
  const r = rig()
  await r.trainer.prepare(1, smallRun('wasm'))
  const first = r.trainer.play()
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
