import { expect, test } from 'vitest'
import { keeper } from '../../../../src/components/training/controller/keeper.ts'
import type { Checkpoint } from '../../../../src/model/engine/protocol.ts'

/** Only the step counts here. */
const at = (step: number) => ({ step }) as Checkpoint

function rig() {
  const saved: number[] = []
  const clock = { ms: 0 }
  const kept = keeper(
    ({ step }) => saved.push(step),
    () => clock.ms,
  )
  return { saved, clock, ...kept }
}

test('a run that stops in the first seconds is written', () => {
  const { saved, offer, flush } = rig()
  offer(at(8))
  flush()
  expect(saved).toEqual([8])
})

test('while it trains it is written seldom, and when it stops in its last state', () => {
  const { saved, clock, offer, flush } = rig()
  for (let step = 1; step <= 10; step++) {
    clock.ms = step * 1000
    offer(at(step))
  }
  expect(saved).toEqual([1, 6])
  flush()
  flush()
  expect(saved).toEqual([1, 6, 10])
})

test('a run that has not begun does not replace one that was kept', () => {
  const { saved, offer, flush } = rig()
  offer(at(0))
  flush()
  expect(saved).toEqual([])
})
