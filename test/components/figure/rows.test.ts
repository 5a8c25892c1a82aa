import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { snapGate } from '../../../src/components/figure/RowSlider.tsx'
import { type Extent, moveSelection } from '../../../src/components/figure/rows.ts'
import { stageRows } from '../../../src/model/state/steps.ts'
import type { Selection } from '../../../src/model/state/store.ts'

const extent: Extent = { channels: 16, reduced: 4, map: [14, 14] }
const at: Selection = { stage: 'z', channel: 5, hidden: 2, cell: { h: 3, w: 4 } }
const press = (from: Selection, key: string, shift = false) => moveSelection(from, key, shift, extent)
const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'] as const

const selection: fc.Arbitrary<Selection> = fc.record({
  stage: fc.constantFrom(...stageRows),
  channel: fc.nat(15),
  hidden: fc.nat(3),
  cell: fc.record({ h: fc.nat(13), w: fc.nat(13) }),
})

describe('keys in the figure', () => {
  test.each([
    ['ArrowRight', false, { channel: 6 }],
    ['ArrowLeft', false, { channel: 4 }],
    ['Home', false, { channel: 0 }],
    ['End', false, { channel: 15 }],
    ['ArrowDown', false, { stage: 'w1' }],
    ['ArrowUp', false, { stage: 'U' }],
    ['ArrowRight', true, { cell: { h: 3, w: 5 } }],
    ['ArrowLeft', true, { cell: { h: 3, w: 3 } }],
    ['ArrowDown', true, { cell: { h: 4, w: 4 } }],
    ['ArrowUp', true, { cell: { h: 2, w: 4 } }],
  ] as const)('%s (Shift: %s) changes %j and nothing else', (key, shift, change) => {
    expect(press(at, key, shift)).toEqual({ ...at, ...change })
  })

  test.each([
    ['ArrowRight', 3],
    ['ArrowLeft', 1],
    ['Home', 0],
    ['End', 3],
  ] as const)('%s in the hidden row chooses unit %i', (key, hidden) => {
    expect(press({ ...at, stage: 'hidden' }, key)).toEqual({ ...at, stage: 'hidden', hidden })
  })

  test('Shift and up or down go through the units of a weight matrix, W₂ᵀ upside down', () => {
    expect(press({ ...at, stage: 'w1' }, 'ArrowDown', true)?.hidden).toBe(3)
    expect(press({ ...at, stage: 'w2' }, 'ArrowDown', true)?.hidden).toBe(1)
    expect(press({ ...at, stage: 'w1' }, 'ArrowUp', true)?.hidden).toBe(1)
    expect(press({ ...at, stage: 'w2' }, 'ArrowUp', true)?.hidden).toBe(3)
  })

  test('↓ goes through all stages in order and stays in the last', () => {
    const visited: string[] = []
    let here: Selection = { ...at, stage: 'U' }
    for (let i = 0; i < 10; i++) {
      visited.push(here.stage)
      here = press(here, 'ArrowDown') ?? here
    }
    expect(visited.slice(0, 8)).toEqual([...stageRows])
    expect(here.stage).toBe('out')
    expect(press({ ...at, stage: 'U' }, 'ArrowUp')?.stage).toBe('U')
  })

  test('never leads out of the block', () => {
    fc.assert(
      fc.property(selection, fc.constantFrom(...keys), fc.boolean(), (from, key, shift) => {
        const to = press(from, key, shift)
        expect(stageRows).toContain(to?.stage)
        for (const [i, count] of [
          [to?.channel, 16],
          [to?.hidden, 4],
          [to?.cell.h, 14],
          [to?.cell.w, 14],
        ] as const) {
          expect(i).toBeGreaterThanOrEqual(0)
          expect(i).toBeLessThan(count)
        }
      }),
    )
  })

  test('a step and its opposite lead back, away from the edges', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...stageRows),
        fc.constantFrom(['ArrowLeft', 'ArrowRight'] as const, ['ArrowUp', 'ArrowDown'] as const),
        fc.boolean(),
        (stage, [there, back], shift) => {
          const from = { ...at, stage, hidden: 1 }
          fc.pre(shift || there === 'ArrowLeft' || stage !== 'U')
          const to = press(from, there, shift)
          expect(to).not.toEqual(from)
          expect(to === null ? null : press(to, back, shift)).toEqual(from)
        },
      ),
    )
  })

  test.each([' ', 'Enter', 'Tab', 'a', 'PageDown', 'Escape'])('%j stays the browser’s', (key) => {
    expect(press(at, key)).toBeNull()
    expect(press(at, key, true)).toBeNull()
  })
})

describe('a gate that is dragged', () => {
  test('snaps at 0, at 1 and at its own value, stays otherwise where it is', () => {
    expect([0.02, 0.5, 0.55, 0.98, 0.04].map((gate) => snapGate(gate, 0.52))).toEqual([
      0, 0.52, 0.55, 1, 0.04,
    ])
    expect(snapGate(0.5, undefined)).toBe(0.5)
  })

  test('stays between 0 and 1, and moves less than the catch of a stop', () => {
    const gate = fc.double({ min: -2, max: 3, noNaN: true })
    fc.assert(
      fc.property(
        gate,
        fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
        (g, own) => {
          const set = snapGate(g, own)
          expect(set).toBeGreaterThanOrEqual(0)
          expect(set).toBeLessThanOrEqual(1)
          if (g >= 0 && g <= 1) expect(Math.abs(set - g)).toBeLessThan(0.03)
        },
      ),
    )
  })
})
