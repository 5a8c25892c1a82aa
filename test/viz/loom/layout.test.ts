import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stageRows, stepIds, stepOf } from '../../../src/model/state/steps.ts'
import { hitRow } from '../../../src/viz/loom/hit.ts'
import {
  type Box,
  foldedHeight,
  type LoomLayout,
  type LoomRow,
  type LoomShape,
  loomLayout,
} from '../../../src/viz/loom/layout.ts'
import { pageOf, pageSize, type Variant } from '../../../src/viz/loom/measures.ts'
import { gatesBox, hingeNumber, stemsBox, uTurn } from '../../../src/viz/loom/scales.ts'
import {
  figureHeight,
  openAt,
  openRowsOf,
  shapes,
  stands,
  stepStands,
  variants,
  whole,
  wholeAt,
} from './open.ts'

const cases = variants.flatMap((variant) =>
  shapes.map((shape) => ({ variant, shape, channels: shape.channels, map: shape.map.join('×') })),
)

const units = (reduced: number) => Array.from({ length: reduced }, (_, k) => k)
const drawn = ({ from, to }: LoomLayout) => Array.from({ length: to - from }, (_, i) => from + i)
const foot = (box: Box) => box.y + box.height

/** Open rows, strips and what the step draws besides, from top to bottom. */
function stack(layout: LoomLayout): { readonly name: string; readonly box: Box }[] {
  return [
    ...openRowsOf(layout).map((row) => ({ name: row, box: layout.rowsBox[row] })),
    ...layout.folded.map(({ rows, box }) => ({ name: rows.join(' '), box })),
    ...(layout.extra === null ? [] : [{ name: 'extra', box: layout.extra }]),
  ].sort((a, b) => a.box.y - b.box.y)
}

/** Any block that a network here can have, any page of it, any stages open. */
const anyLayout = fc
  .record({
    variant: fc.constantFrom(...variants),
    channels: fc.integer({ min: 16, max: 300 }),
    reduced: fc.integer({ min: 1, max: 32 }),
    map: fc.oneof(
      fc
        .record({ columns: fc.integer({ min: 1, max: 28 }), fewer: fc.nat(27) })
        .map(({ columns, fewer }) => [Math.max(1, columns - fewer), columns] as const),
      fc.integer({ min: 1, max: 28 }).map((side) => [side, side] as const),
      fc.integer({ min: 2, max: 200 }).map((steps) => [1, steps] as const),
    ),
    page: fc.nat(20),
    stand: fc.constantFrom(...stands),
  })
  .map(({ variant, channels, reduced, map, page, stand }) => ({
    layout: loomLayout({ channels, reduced, map }, variant, stand.open, page),
    reduced,
    map,
  }))

describe.each(cases)('$variant, $channels channels of $map', ({ variant, shape }) => {
  const all = stands.map(({ name, open }) => ({ name, open, layout: loomLayout(shape, variant, open) }))
  const byStep = stepStands.map(({ name, open }) => ({ name, layout: loomLayout(shape, variant, open) }))
  const [first] = byStep

  test('the figure is as tall at every step, and whatever is opened', () => {
    for (const { name, open, layout } of all) {
      if (open.whole === true) continue
      expect(Math.abs(layout.height - figureHeight[variant]), name).toBeLessThan(1)
    }
  })

  test('rows, strips and extra lie in the figure and do not overlap', () => {
    for (const { name, layout } of all) {
      const parts = stack(layout)
      for (const [i, part] of parts.entries()) {
        const above = parts[i - 1]?.box
        expect(part.box.y, `${name}: ${part.name}`).toBeGreaterThanOrEqual(
          above === undefined ? 0 : foot(above) - 1e-9,
        )
        expect(part.box.height, `${name}: ${part.name}`).toBeGreaterThan(4)
        expect(foot(part.box), `${name}: ${part.name}`).toBeLessThanOrEqual(layout.height + 1e-9)
      }
      expect(layout.plate).toEqual({ ...layout.plate, y: 0, height: layout.height })
    }
  })

  test('no height is lost: what is not a row, a strip or extra is the air at their heads', () => {
    for (const { name, layout } of all) {
      const parts = stack(layout)
      const used = parts.reduce((sum, { box }) => sum + box.height, 0)
      expect(layout.height - used, name).toBeLessThanOrEqual(6 * parts.length + 1e-9)
    }
  })

  test('stages stack in the order of the arithmetic, folded or not', () => {
    for (const { name, layout } of all) {
      const order = stack(layout).flatMap((part) => (part.name === 'extra' ? [] : part.name.split(' ')))
      expect(order, name).toEqual([...stageRows])
    }
  })

  test('what the step draws besides stands right below the gates', () => {
    for (const { name, open } of stands) {
      const layout = loomLayout(shape, variant, open)
      expect(layout.extra !== null, name).toBe(open.extra > 0)
      if (layout.extra === null) continue
      const parts = stack(layout).map((part) => part.name)
      expect(parts[parts.indexOf('extra') - 1], name).toBe('s')
      expect([layout.extra.x, layout.extra.width]).toEqual([layout.plate.x, layout.plate.width])
    }
  })

  test('columns stand side by side over the whole plate, the same in every row', () => {
    for (const { layout } of all) {
      const columns = drawn(layout)
      expect(layout.pitch * columns.length).toBeCloseTo(layout.plate.width)
      for (const [i, c] of columns.entries()) {
        expect(layout.x(c)).toBeCloseTo(layout.plate.x + (i + 0.5) * layout.pitch)
      }
      for (const { box, name } of stack(layout)) {
        expect([box.x, box.width], name).toEqual([layout.plate.x, layout.plate.width])
      }
    }
  })

  test('columns never move: they are the same at every step, whatever is opened, and in the whole', () => {
    for (const { name, layout } of all) {
      expect([layout.width, layout.pitch, layout.from, layout.to, layout.mapSize], name).toEqual([
        first?.layout.width,
        first?.layout.pitch,
        first?.layout.from,
        first?.layout.to,
        first?.layout.mapSize,
      ])
      for (const c of drawn(layout)) expect(layout.x(c), name).toBe(first?.layout.x(c))
    }
  })

  test('maps fit into their column and row; U stands on the foot below the numbers, X̃ hangs from the head', () => {
    for (const { name, layout } of all) {
      expect(layout.mapSize).toBeLessThan(layout.pitch)
      const { U, out } = layout.rowsBox
      if (layout.isOpen('U')) {
        expect(layout.mapTop.U + layout.mapHeight, name).toBeCloseTo(foot(U))
        expect(layout.names.y).toBe(U.y)
        expect(layout.mapTop.U, name).toBeGreaterThanOrEqual(foot(layout.names) - 1e-9)
      }
      if (layout.isOpen('out')) {
        expect(layout.mapTop.out).toBe(out.y)
        expect(layout.mapHeight, name).toBeLessThanOrEqual(out.height)
      }
    }
  })

  test('cells of pictures are square; a series is as tall at every step', () => {
    for (const { name, layout } of all) {
      if (shape.map[0] > 1) {
        expect(layout.mapHeight / shape.map[0]).toBeCloseTo(layout.mapSize / shape.map[1])
      }
      expect(layout.mapHeight, name).toBeCloseTo(first?.layout.mapHeight ?? 0)
    }
  })

  test('rows of W₁ and W₂ᵀ lie in their boxes, mirrored where both are open', () => {
    for (const { name, layout } of all) {
      for (const row of ['w1', 'w2'] as const) {
        if (!layout.isOpen(row)) continue
        const box = layout.rowsBox[row]
        const y = row === 'w1' ? layout.y1 : layout.y2
        const middles = units(shape.reduced).map((k) => y(k))
        expect(row === 'w2' && layout.turns ? middles.toReversed() : middles, `${name}: ${row}`).toEqual(
          middles.toSorted((a, b) => a - b),
        )
        for (const middle of middles) {
          expect(middle - layout.hiddenPitch[row] / 2).toBeGreaterThanOrEqual(box.y - 1e-9)
          expect(middle + layout.hiddenPitch[row] / 2).toBeLessThanOrEqual(foot(box) + 1e-9)
        }
      }
    }
    const { rowsBox, y1, y2 } = loomLayout(shape, variant, whole)
    for (const k of units(shape.reduced)) {
      expect(y1(k) - rowsBox.w1.y).toBeCloseTo(foot(rowsBox.w2) - y2(k))
    }
    const alone = loomLayout(shape, variant, openAt('gate'))
    expect(alone.isOpen('w1')).toBe(false)
    for (const k of units(shape.reduced).slice(1)) expect(alone.y2(k)).toBeGreaterThan(alone.y2(k - 1))
  })

  test('squares of weights touch neither the next column nor the next row', () => {
    for (const { name, layout } of all) {
      for (const row of ['w1', 'w2'] as const) {
        expect(layout.square[row], `${name}: ${row}`).toBeLessThan(layout.pitch)
        expect(layout.square[row], `${name}: ${row}`).toBeLessThan(layout.hiddenPitch[row])
      }
    }
  })

  test('funnel above stems, bars above their numbers: each in its row, none on the other', () => {
    for (const { name, layout } of all) {
      const { z, s } = layout.rowsBox
      const stems = stemsBox(layout)
      expect(foot(stems), name).toBeCloseTo(foot(z))
      expect(stems.y).toBeCloseTo(layout.funnel === null ? z.y : foot(layout.funnel))
      if (layout.funnel !== null) {
        expect(layout.isOpen('z')).toBe(true)
        expect(layout.funnel.y).toBe(z.y)
        expect(stems.height).toBeGreaterThan(layout.funnel.height)
      }
      const bars = gatesBox(layout)
      expect(bars.y).toBe(s.y)
      expect(foot(bars)).toBeCloseTo(layout.gateNumbers.y)
      expect(foot(layout.gateNumbers), name).toBeCloseTo(foot(s))
      expect(bars.height, name).toBeGreaterThan(layout.gateNumbers.height)
    }
  })

  test('only the whole is as tall as its rows ask for, and all of it is open', () => {
    const plain = loomLayout(shape, variant, whole)
    for (const step of stepIds) {
      const open = wholeAt(step)
      const layout = loomLayout(shape, variant, open)
      expect(layout.folded).toEqual([])
      expect(openRowsOf(layout)).toEqual([...stageRows])
      for (const row of ['z', 'w1', 'hidden', 'w2', 'logits', 's'] as const) {
        const air = variant === 'phone' ? 6 : 4
        expect(layout.rowsBox[row].height + air, row).toBe(open.heights[row])
      }
      expect(layout.height).toBe(plain.height + stepOf(step).extra)
      expect(layout.height).toBeGreaterThan(figureHeight[variant])
    }
  })
})

describe('strips', () => {
  const shape = shapes[0] as LoomShape
  const folds = (open: Parameters<typeof loomLayout>[2]) =>
    loomLayout(shape, 'wide', open).folded.map(({ rows }) => rows.join(' '))

  test('folded stages of the mixing that follow each other are one, all others stand alone', () => {
    expect(Object.fromEntries(stepStands.map(({ name, open }) => [name, folds(open)]))).toEqual({
      why: ['w1 hidden w2 logits'],
      transform: ['z', 'w1 hidden w2 logits', 'out'],
      squeeze: ['w1 hidden w2 logits', 'out'],
      mix: ['U', 'w2 logits', 'out'],
      gate: ['U', 'z', 'w1 hidden', 'out'],
      scale: ['z', 'w1 hidden w2 logits'],
      result: ['U', 'z', 'w1 hidden w2 logits', 'out'],
      training: ['z', 'w1 hidden w2 logits', 'out'],
    })
  })

  test('a stage that is opened in the middle leaves two', () => {
    expect(folds(openAt('why', ['hidden']))).toEqual(['w1', 'w2 logits'])
    expect(folds(openAt('why', ['w1', 'logits']))).toEqual(['hidden w2'])
    expect(folds(openAt('why', stageRows))).toEqual([])
  })

  test('are a line high, whatever the step; their stages lie in them', () => {
    for (const variant of variants) {
      for (const { name, open } of stands) {
        const layout = loomLayout(shape, variant, open)
        for (const { rows, box } of layout.folded) {
          expect(box.height, name).toBe(foldedHeight)
          for (const row of rows) {
            expect(layout.isOpen(row)).toBe(false)
            expect(layout.rowsBox[row]).toEqual(box)
          }
        }
      }
    }
  })

  test('what the step speaks of is the tallest of its open rows that share the height', () => {
    const tallest = (name: string) => {
      const open = stepStands.find((one) => one.name === name)?.open ?? whole
      const { rowsBox, isOpen } = loomLayout(shape, 'wide', open)
      const sharing: readonly LoomRow[] = ['z', 'w1', 'hidden', 'w2', 'logits', 's']
      return sharing
        .filter((row) => isOpen(row))
        .reduce((best, row) => (rowsBox[row].height > rowsBox[best].height ? row : best), 's' as LoomRow)
    }
    expect(['why', 'squeeze', 'mix', 'gate'].map(tallest)).toEqual(['s', 'z', 'w1', 'w2'])
  })
})

describe.each(['wide', 'medium'] as const)('the hinge, %s', (variant) => {
  /** Wherever both matrices stand open. */
  const both = [
    { name: 'whole', open: whole },
    { name: 'mix and w2', open: openAt('mix', ['w2']) },
    { name: 'gate and w1', open: openAt('gate', ['w1']) },
    { name: 'why and both', open: openAt('why', ['w1', 'w2']) },
  ]

  describe.each(both)('$name', ({ open }) => {
    test.each([1, 2, 4, 8, 16, 32])('the U-turns of %i units nest without crossing', (reduced) => {
      const layout = loomLayout({ channels: 32, reduced, map: [7, 7] }, variant, open)
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
      const layout = loomLayout({ channels: 16, reduced: 4, map: [14, 14] }, variant, open)
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

  test('stands right of the plate, from the head of W₁ to the foot of W₂ᵀ, and ends with the figure', () => {
    for (const shape of shapes) {
      for (const { name, open } of stands) {
        const { hinge, plate, rowsBox, width } = loomLayout(shape, variant, open)
        expect(hinge.x, name).toBeGreaterThan(plate.x + plate.width)
        expect(hinge.x + hinge.width).toBe(width)
        expect(hinge.y).toBe(rowsBox.w1.y)
        expect(foot(hinge)).toBeCloseTo(foot(rowsBox.w2))
      }
    }
  })
})

describe('pages', () => {
  const shape = { channels: 32, reduced: 8, map: [7, 7] } as const
  test('a phone shows 16 channels a page, and no page beyond the last', () => {
    const range = (page: number) => {
      const { from, to } = loomLayout(shape, 'phone', openAt('why'), page)
      return [from, to]
    }
    expect([0, 1, 2].map(range)).toEqual([
      [0, 16],
      [16, 32],
      [16, 32],
    ])
  })

  test('the other layouts show all 32', () => {
    expect(drawn(loomLayout(shape, 'wide', openAt('why'), 1))).toHaveLength(32)
    expect(drawn(loomLayout(shape, 'medium', openAt('why'), 1))).toHaveLength(32)
  })

  test('a last page that is not full keeps the width of its columns', () => {
    const [first, last] = [0, 1].map((page) =>
      loomLayout({ ...shape, channels: 20 }, 'phone', openAt('why'), page),
    )
    expect([last?.from, last?.to]).toEqual([16, 20])
    expect(last?.pitch).toBe(first?.pitch)
    expect(last?.x(16)).toBeCloseTo((last?.plate.x ?? 0) + (last?.pitch ?? 0) / 2)
  })

  test('together show every channel once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.constantFrom(...variants), (channels, variant) => {
        const size = variant === 'phone' ? 16 : 32
        const pages = Array.from({ length: Math.ceil(channels / size) }, (_, page) =>
          drawn(loomLayout({ channels, reduced: 4, map: [7, 7] }, variant, openAt('why'), page)),
        )
        expect(pages.flat()).toEqual(Array.from({ length: channels }, (_, c) => c))
      }),
    )
  })

  test('a channel is found on its page', () => {
    for (const variant of variants) {
      for (const c of [0, 1, 15, 16, 31, 32, 100, 255]) {
        const { from, to } = loomLayout(
          { channels: 256, reduced: 16, map: [1, 30] },
          variant,
          openAt('gate'),
          pageOf(variant, c),
        )
        expect(from).toBeLessThanOrEqual(c)
        expect(to).toBeGreaterThan(c)
        expect(to - from).toBe(pageSize(variant))
      }
    }
  })

  test('no block, no figure', () => {
    for (const shape of [
      { channels: 0, reduced: 1 },
      { channels: 4, reduced: 0 },
    ])
      expect(() => loomLayout({ ...shape, map: [7, 7] }, 'wide', openAt('why'))).toThrow(RangeError)
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
        fc.pre(layout.isOpen(row))
        const x = layout.x(channel) - layout.mapSize / 2 + ((cell.w + 0.5) * layout.mapSize) / map[1]
        const y = layout.mapTop[row] + ((cell.h + 0.5) * layout.mapHeight) / map[0]
        expect(hitRow(layout, row, x, y, map)).toEqual({ row, channel, cell })
      }),
    )
  })

  test('a weight', () => {
    fc.assert(
      fc.property(pick, fc.constantFrom('w1' as const, 'w2' as const), ({ layout: given, c, k }, row) => {
        const { layout, map, reduced } = given
        fc.pre(layout.isOpen(row))
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
          fc.pre(layout.isOpen(row))
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

test('a row of gates has numbers below it from 44 pixels on', () => {
  const numbersAt = (height: number, variant: Variant, air: number) => {
    const open = { ...whole, heights: { ...whole.heights, s: height + air } }
    const { gateNumbers, rowsBox } = loomLayout({ channels: 16, reduced: 4, map: [14, 14] }, variant, open)
    expect(rowsBox.s.height).toBe(height)
    expect(foot(gateNumbers)).toBe(foot(rowsBox.s))
    return gateNumbers.height
  }
  expect([43, 44, 90].map((height) => numbersAt(height, 'wide', 4))).toEqual([0, 17, 17])
  expect([43, 44, 90].map((height) => numbersAt(height, 'phone', 6))).toEqual([0, 14, 14])
})
