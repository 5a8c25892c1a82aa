import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hitRow } from '../../../src/viz/loom/hit.ts'
import {
  type Box,
  gateY,
  hingeNumber,
  type LoomLayout,
  type LoomRow,
  loomLayout,
  signedY,
  squareSide,
  uTurn,
  type Variant,
} from '../../../src/viz/loom/layout.ts'

const variants = ['wide', 'medium', 'phone'] as const satisfies readonly Variant[]
const shapes = [
  { channels: 16, reduced: 4, map: [14, 14] },
  { channels: 32, reduced: 8, map: [7, 7] },
] as const
const cases = variants.flatMap((variant) =>
  shapes.map((shape) => ({ variant, shape, channels: shape.channels })),
)

const units = (reduced: number) => Array.from({ length: reduced }, (_, k) => k)
const drawn = ({ from, to }: LoomLayout) => Array.from({ length: to - from }, (_, i) => from + i)
const boxes = (layout: LoomLayout) => Object.entries(layout.rowsBox) as [LoomRow, Box][]

/** Any block that a network here can have, any page of it. */
const anyLayout = fc
  .record({
    variant: fc.constantFrom(...variants),
    channels: fc.integer({ min: 1, max: 100 }),
    reduced: fc.integer({ min: 1, max: 32 }),
    side: fc.integer({ min: 1, max: 28 }),
    page: fc.nat(7),
  })
  .map(({ variant, channels, reduced, side, page }) => {
    const map = [side, side] as const
    return { layout: loomLayout({ channels, reduced, map }, variant, page), reduced, map }
  })

describe.each(cases)('$variant, $channels channels', ({ variant, shape }) => {
  const layout = loomLayout(shape, variant)
  const rows = boxes(layout)

  test('rows follow each other from top to bottom and do not overlap', () => {
    for (const [i, [row, box]] of rows.entries()) {
      const above = rows[i - 1]?.[1]
      expect(box.y, row).toBeGreaterThanOrEqual(above === undefined ? 0 : above.y + above.height)
      expect(box.height).toBeGreaterThan(0)
    }
    const last = rows.at(-1)?.[1]
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(layout.height)
  })

  test('stages stack in the order of the arithmetic', () => {
    expect(rows.map(([row]) => row)).toEqual([
      'names',
      'U',
      'funnel',
      'z',
      'w1',
      'w2',
      'logits',
      's',
      'gateNumbers',
      'out',
    ])
  })

  test('columns stand side by side over the whole plate, the same in every row', () => {
    const columns = drawn(layout)
    expect(layout.pitch * columns.length).toBeCloseTo(layout.plate.width)
    for (const [i, c] of columns.entries()) {
      expect(layout.x(c)).toBeCloseTo(layout.plate.x + (i + 0.5) * layout.pitch)
    }
    for (const [, box] of rows) expect([box.x, box.width]).toEqual([layout.plate.x, layout.plate.width])
  })

  test('maps fit into their column and row; U stands on the foot, X̃ hangs from the head', () => {
    expect(layout.mapSize).toBeLessThan(layout.pitch)
    const { U, out } = layout.rowsBox
    expect(layout.mapTop.U + layout.mapSize).toBeCloseTo(U.y + U.height)
    expect(layout.mapTop.U).toBeGreaterThanOrEqual(U.y - 1e-9)
    expect(layout.mapTop.out).toBe(out.y)
    expect(layout.mapSize).toBeLessThanOrEqual(out.height)
  })

  test('rows of W₁ and W₂ᵀ lie in their boxes, mirrored', () => {
    const { w1, w2 } = layout.rowsBox
    for (const k of units(shape.reduced)) {
      expect(layout.y1(k) - w1.y).toBeCloseTo(w2.y + w2.height - layout.y2(k))
      expect(layout.y1(k)).toBeGreaterThan(w1.y)
      expect(layout.y1(k)).toBeLessThan(w1.y + w1.height)
    }
  })

  test('squares of weights touch neither the next column nor the next row', () => {
    expect(layout.square).toBeLessThan(layout.pitch)
    expect(layout.square).toBeLessThan(layout.hiddenPitch)
  })
})

describe.each(['wide', 'medium'] as const)('the hinge, %s', (variant) => {
  test.each([1, 2, 4, 8, 16, 32])('the U-turns of %i units nest without crossing', (reduced) => {
    const layout = loomLayout({ channels: 32, reduced, map: [7, 7] }, variant)
    const turns = units(reduced).map((k) => ({
      ...uTurn(layout, k),
      top: layout.y1(k),
      bottom: layout.y2(k),
    }))
    for (const [k, turn] of turns.entries()) {
      const inner = turns[k + 1]
      expect(turn.bottom).toBeGreaterThan(turn.top)
      expect(layout.hinge.x + hingeNumber + turn.reach).toBeLessThanOrEqual(layout.width)
      if (inner === undefined) continue
      expect(inner.top).toBeGreaterThan(turn.top)
      expect(inner.bottom).toBeLessThan(turn.bottom)
      expect(inner.reach).toBeLessThan(turn.reach)
    }
  })

  test('a turn starts in its row of W₁ and ends in its row of W₂ᵀ', () => {
    const layout = loomLayout({ channels: 16, reduced: 4, map: [14, 14] }, variant)
    for (const k of units(4)) {
      const numbers =
        uTurn(layout, k)
          .path.match(/-?\d+(\.\d+)?/g)
          ?.map(Number) ?? []
      const start = layout.hinge.x + hingeNumber
      expect(numbers.slice(0, 2)).toEqual([start, layout.y1(k)])
      expect(numbers.slice(-2)).toEqual([start, layout.y2(k)])
    }
  })
})

describe('pages', () => {
  const shape = { channels: 32, reduced: 8, map: [7, 7] } as const
  test('a phone shows 16 channels a page, and no page beyond the last', () => {
    const range = (page: number) => {
      const { from, to } = loomLayout(shape, 'phone', page)
      return [from, to]
    }
    expect([0, 1, 2].map(range)).toEqual([
      [0, 16],
      [16, 32],
      [16, 32],
    ])
  })

  test('the other layouts show all 32', () => {
    expect(drawn(loomLayout(shape, 'wide', 1))).toHaveLength(32)
    expect(drawn(loomLayout(shape, 'medium', 1))).toHaveLength(32)
  })

  test('a last page that is not full keeps the width of its columns', () => {
    const [first, last] = [0, 1].map((page) => loomLayout({ ...shape, channels: 20 }, 'phone', page))
    expect([last?.from, last?.to]).toEqual([16, 20])
    expect(last?.pitch).toBe(first?.pitch)
    expect(last?.x(16)).toBeCloseTo((last?.plate.x ?? 0) + (last?.pitch ?? 0) / 2)
  })

  test('together show every channel once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.constantFrom(...variants), (channels, variant) => {
        const size = variant === 'phone' ? 16 : 32
        const pages = Array.from({ length: Math.ceil(channels / size) }, (_, page) =>
          drawn(loomLayout({ channels, reduced: 4, map: [7, 7] }, variant, page)),
        )
        expect(pages.flat()).toEqual(Array.from({ length: channels }, (_, c) => c))
      }),
    )
  })

  test('no block, no figure', () => {
    for (const shape of [
      { channels: 0, reduced: 1 },
      { channels: 4, reduced: 0 },
    ])
      expect(() => loomLayout({ ...shape, map: [7, 7] }, 'wide')).toThrow(RangeError)
  })
})

describe('from a point back to what stands there', () => {
  const pick = fc.record({ layout: anyLayout, c: fc.nat(), k: fc.nat(), h: fc.nat(), w: fc.nat() })

  test('a cell of a map', () => {
    fc.assert(
      fc.property(pick, fc.constantFrom('U' as const, 'out' as const), ({ layout: given, c, h, w }, row) => {
        const { layout, map } = given
        const channel = layout.from + (c % (layout.to - layout.from))
        const cell = { h: h % map[0], w: w % map[1] }
        const side = layout.mapSize / map[1]
        const x = layout.x(channel) - layout.mapSize / 2 + (cell.w + 0.5) * side
        const y = layout.mapTop[row] + (cell.h + 0.5) * side
        expect(hitRow(layout, row, x, y, map)).toEqual({ row, channel, cell })
      }),
    )
  })

  test('a weight', () => {
    fc.assert(
      fc.property(pick, fc.constantFrom('w1' as const, 'w2' as const), ({ layout: given, c, k }, row) => {
        const { layout, map, reduced } = given
        const channel = layout.from + (c % (layout.to - layout.from))
        const hidden = k % reduced
        const y = row === 'w1' ? layout.y1(hidden) : layout.y2(hidden)
        expect(hitRow(layout, row, layout.x(channel), y, map)).toEqual({ row, channel, hidden })
      }),
    )
  })

  test('a value of a row, anywhere in its column', () => {
    fc.assert(
      fc.property(
        pick,
        fc.constantFrom('z' as const, 'logits' as const, 's' as const),
        fc.double({ min: -0.49, max: 0.49, noNaN: true }),
        ({ layout: { layout, map }, c }, row, aside) => {
          const channel = layout.from + (c % (layout.to - layout.from))
          const x = layout.x(channel) + aside * layout.pitch
          expect(hitRow(layout, row, x, layout.rowsBox[row].y, map)).toEqual({ row, channel })
        },
      ),
    )
  })

  test('outside the figure: the nearest that there is', () => {
    const far = fc.double({ min: -1e4, max: 1e4, noNaN: true })
    fc.assert(
      fc.property(
        anyLayout,
        fc.constantFrom('U' as const, 'out' as const, 'w1' as const, 'w2' as const, 's' as const),
        far,
        far,
        ({ layout, reduced, map }, row, x, y) => {
          const hit = hitRow(layout, row, x, y, map)
          expect(hit.channel).toBeGreaterThanOrEqual(layout.from)
          expect(hit.channel).toBeLessThan(layout.to)
          for (const [i, count] of [
            [hit.hidden, reduced],
            [hit.cell?.h, map[0]],
            [hit.cell?.w, map[1]],
          ] as const) {
            if (i === undefined) continue
            expect(i).toBeGreaterThanOrEqual(0)
            expect(i).toBeLessThan(count)
          }
        },
      ),
    )
  })
})

describe('lengths and areas', () => {
  test('the area of a square is proportional to |weight|; the largest fills its place', () => {
    const weight = fc.double({ min: -3, max: 3, noNaN: true })
    fc.assert(
      fc.property(weight, weight, (a, b) => {
        const [sideA, sideB] = [squareSide(a, 3, 20), squareSide(b, 3, 20)]
        expect(sideA ** 2 * Math.abs(b)).toBeCloseTo(sideB ** 2 * Math.abs(a), 6)
      }),
    )
    expect(squareSide(-3, 3, 20)).toBe(20)
    expect(squareSide(0.75, 3, 20)).toBe(10)
    expect(squareSide(0, 0, 20)).toBe(0)
  })

  const box: Box = { x: 0, y: 100, width: 10, height: 40 }
  test('signed values: zero in the middle, the domain at the edges, clipped beyond', () => {
    expect([-9, -2, 0, 1, 2, 9].map((value) => signedY(value, 2, box))).toEqual([
      140, 140, 120, 110, 100, 100,
    ])
    expect(signedY(1, 0, box)).toBe(120)
  })

  test('gates: 0 at the foot, 1 at the head, clipped beyond', () => {
    expect([-1, 0, 0.25, 1, 2].map((gate) => gateY(gate, box))).toEqual([140, 140, 130, 100, 100])
  })
})
