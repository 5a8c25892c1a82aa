import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { snapGate } from '../../../src/components/figure/RowSlider.tsx'
import { type Extent, moveSelection } from '../../../src/components/figure/rows.ts'
import { type StageRow, stageRows, stepIds, stepOf } from '../../../src/model/state/steps.ts'
import type { Selection } from '../../../src/model/state/store.ts'

const extent: Extent = { rows: stageRows, channels: 16, reduced: 4, map: [14, 14] }
const at: Selection = { stage: 'z', index: { c: 5, k: 2, h: 3, w: 4, t: 4 } }
const press = (from: Selection, key: string, shift = false) => moveSelection(from, key, shift, extent)
const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'] as const

const selection: fc.Arbitrary<Selection> = fc.record({
  stage: fc.constantFrom(...stageRows),
  index: fc
    .record({ c: fc.nat(15), k: fc.nat(3), h: fc.nat(13), w: fc.nat(13) })
    .map((index) => ({ ...index, t: index.w })),
})

describe('keys in the figure', () => {
  test.each([
    ['ArrowRight', false, { c: 6 }],
    ['ArrowLeft', false, { c: 4 }],
    ['Home', false, { c: 0 }],
    ['End', false, { c: 15 }],
    ['ArrowRight', true, { h: 3, w: 5, t: 5 }],
    ['ArrowLeft', true, { h: 3, w: 3, t: 3 }],
    ['ArrowDown', true, { h: 4, w: 4, t: 4 }],
    ['ArrowUp', true, { h: 2, w: 4, t: 4 }],
  ] as const)('%s (Shift: %s) changes %j and nothing else', (key, shift, change) => {
    expect(press(at, key, shift)).toEqual({ ...at, index: { ...at.index, ...change } })
  })

  test('↓ and ↑ change the stage and nothing else', () => {
    expect(press(at, 'ArrowDown')).toEqual({ ...at, stage: 'w1' })
    expect(press(at, 'ArrowUp')).toEqual({ ...at, stage: 'U' })
  })

  test.each([
    ['ArrowRight', 3],
    ['ArrowLeft', 1],
    ['Home', 0],
    ['End', 3],
  ] as const)('%s in the hidden row chooses unit %i', (key, k) => {
    expect(press({ ...at, stage: 'hidden' }, key)).toEqual({ stage: 'hidden', index: { ...at.index, k } })
  })

  test('Shift and up or down go through the units of a weight matrix, W₂ᵀ upwards beside W₁', () => {
    expect(press({ ...at, stage: 'w1' }, 'ArrowDown', true)?.index.k).toBe(3)
    expect(press({ ...at, stage: 'w2' }, 'ArrowDown', true)?.index.k).toBe(1)
    expect(press({ ...at, stage: 'w1' }, 'ArrowUp', true)?.index.k).toBe(1)
    expect(press({ ...at, stage: 'w2' }, 'ArrowUp', true)?.index.k).toBe(3)
    const alone = { ...extent, rows: ['w2', 's'] as const }
    expect(moveSelection({ ...at, stage: 'w2' }, 'ArrowDown', true, alone)?.index.k).toBe(3)
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

  test.each([...stepIds])(
    '↓ and ↑ go through the stages that stand open at "%s", past those that are folded',
    (step) => {
      const rows = stageRows.filter((row) => stepOf(step).open[row] !== undefined)
      const walk = (stage: StageRow | undefined, key: string) => {
        const visited: StageRow[] = []
        let here: Selection = { ...at, stage: stage ?? at.stage }
        for (let i = 0; i < rows.length + 2; i++) {
          visited.push(here.stage)
          here = moveSelection(here, key, false, { ...extent, rows }) ?? here
        }
        return visited.slice(0, rows.length)
      }
      expect(walk(rows[0], 'ArrowDown')).toEqual(rows)
      expect(walk(rows.at(-1), 'ArrowUp')).toEqual(rows.toReversed())
    },
  )

  test('never leads out of the block, nor into a stage that is folded', () => {
    fc.assert(
      fc.property(
        selection,
        fc.constantFrom(...keys),
        fc.boolean(),
        fc.subarray([...stageRows]),
        (from, key, shift, others) => {
          const rows = stageRows.filter((row) => row === from.stage || others.includes(row))
          const to = moveSelection(from, key, shift, { ...extent, rows })
          expect(rows).toContain(to?.stage)
          for (const [i, count] of [
            [to?.index.c, 16],
            [to?.index.k, 4],
            [to?.index.h, 14],
            [to?.index.w, 14],
          ] as const) {
            expect(i).toBeGreaterThanOrEqual(0)
            expect(i).toBeLessThan(count)
          }
        },
      ),
    )
  })

  test('a step and its opposite lead back, away from the edges', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...stageRows),
        fc.constantFrom(['ArrowLeft', 'ArrowRight'] as const, ['ArrowUp', 'ArrowDown'] as const),
        fc.boolean(),
        (stage, [there, back], shift) => {
          const from = { stage, index: { ...at.index, k: 1 } }
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
