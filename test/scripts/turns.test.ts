import { expect, test } from 'vitest'
import { byTurns, ratioRow } from '../../scripts/bench/turns.ts'

test('every live turn is held against the mean of the bare ones around it, whatever the machine does', async () => {
  // A machine that becomes faster and faster: live is always at 0.9 of it.
  let speed = 0
  const next = () => Promise.resolve(++speed)
  const turns = await byTurns(2, { bare: next, live: async () => 0.9 * (await next()), say: () => undefined })
  expect(turns).toHaveLength(16)
  for (const [i, { live, bare }] of turns.entries()) {
    expect(bare).toBe(2 * i + 2)
    expect(live).toBeCloseTo(0.9 * bare)
  }
  const row = ratioRow('ratio', turns, 'steps/s')
  expect(row.value).toBeCloseTo(0.9)
  expect(row.note).toBe('15.3 ÷ 17.0 steps/s; half of 16 turns within 0.90–0.90')
})
