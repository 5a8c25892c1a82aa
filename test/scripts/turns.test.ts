import { expect, test } from 'vitest'
import { byTurns, ratioRow } from '../../scripts/bench/turns.ts'

test('every live turn is held against the mean of the bare ones around it, whatever the machine does', async () => {
  // A machine that becomes faster and faster: live is always at 0.9 of it.
  let speed = 0
  const next = () => Promise.resolve(++speed)
  const turns = await byTurns(1, { bare: next, live: async () => 0.9 * (await next()), say: () => undefined })
  expect(turns).toHaveLength(12)
  for (const [i, { live, bare }] of turns.entries()) {
    expect(bare).toBe(2 * i + 2)
    expect(live).toBeCloseTo(0.9 * bare)
  }
  const row = ratioRow('ratio', turns, 'steps/s')
  expect(row.value).toBeCloseTo(0.9)
  expect(row.note).toBe('11.7 ÷ 13.0 steps/s; half of 12 turns within 0.90–0.90')
})

test('turns within which the machine changed its speed do not count', () => {
  const turns = [0.98, 1, 1.02, 1, 0.5, 2.5, 1, 1].map((ratio) => ({ live: ratio * 10, bare: 10 }))
  expect(ratioRow('ratio', turns, 'steps/s').value).toBeCloseTo(1, 2)
})
