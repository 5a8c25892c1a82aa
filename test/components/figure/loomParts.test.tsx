import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import {
  CellOutline,
  flippedGates,
  openStageRows,
  percentBox,
  TermMark,
  weightsShown,
} from '../../../src/components/figure/loomParts.tsx'
import type { SeTrace } from '../../../src/model/block/seBlock.ts'
import { stageRows, stepOf } from '../../../src/model/state/steps.ts'
import { nd } from '../../../src/model/tensor.ts'
import { loomLayout } from '../../../src/viz/loom/layout.ts'
import { openAt, openRowsOf, shapes, stands, variants, whole } from '../../viz/loom/open.ts'

describe('gates that change sides of ½', () => {
  test.each([
    ['one goes up, one down, two stay', [0.2, 0.8, 0.1, 0.9], [0.7, 0.3, 0.4, 0.6], [0, 1]],
    ['far moves on one side are none', [0.51, 0], [1, 0.49], []],
    ['a hair across is one', [0.499], [0.501], [0]],
    ['½ itself counts as open', [0.5, 0.5, 0.5], [0.4, 0.5, 0.6], [0]],
    ['the same gates', [0.1, 0.9], [0.1, 0.9], []],
    ['gates beyond 0 and 1', [-0.3, 1.4, 2], [1.2, -1, 3], [0, 1]],
  ] as const)('%s', (_, a, b, expected) => {
    expect([...flippedGates(Float32Array.from(a), Float32Array.from(b))]).toEqual(expected)
    expect([...flippedGates(Float32Array.from(b), Float32Array.from(a))]).toEqual(expected)
  })

  test('none without another picture', () => {
    expect(flippedGates([0.1, 0.9], null).size).toBe(0)
  })
})

describe('weights, and what they contribute', () => {
  const [z, hidden] = [Float32Array.of(2, 0, -1), Float32Array.of(3, 0)]
  /** [c 3, k 2] and [k 2, c 3] */
  const w1 = Float32Array.of(1, -2, 4, 8, -3, 5)
  const w2 = Float32Array.of(1, -6, 2, 9, 9, 9)
  const block = {
    z: nd(['c'], [3], z),
    hidden: nd(['k'], [2], hidden),
    s: nd(['c'], [3]),
    w1: nd(['c', 'k'], [3, 2], w1),
    w2: nd(['k', 'c'], [2, 3], w2),
  } as Partial<SeTrace> as SeTrace
  const all = (at: (c: number, k: number) => number) => [0, 1].map((k) => [0, 1, 2].map((c) => at(c, k) + 0))

  test('weights as they are, or times what they weigh', () => {
    const plain = weightsShown(block, { w1: false, w2: false })
    expect(all(plain.w1)).toEqual([
      [1, 4, -3],
      [-2, 8, 5],
    ])
    expect(all(plain.w2)).toEqual([
      [1, -6, 2],
      [9, 9, 9],
    ])
    expect(plain.largest).toEqual({ w1: 8, w2: 9 })
    const both = weightsShown(block, { w1: true, w2: true })
    expect(all(both.w1)).toEqual([
      [2, 0, 3],
      [-4, 0, -5],
    ])
    expect(all(both.w2)).toEqual([
      [3, -18, 6],
      [0, 0, 0],
    ])
    expect(both.largest).toEqual({ w1: 5, w2: 18 })
    expect([0, 1].map(both.dead)).toEqual([false, true])
    // Squares of the other sample on the same scale: its means are twice as large, its hidden values three times.
    const times = (factor: number, data: Float32Array) => ({ data: data.map((value) => factor * value) })
    const other = {
      z: times(2, block.z.data),
      hidden: times(3, block.hidden.data),
    } as Partial<SeTrace> as SeTrace
    expect(weightsShown(block, { w1: true, w2: true }, other).largest).toEqual({ w1: 10, w2: 54 })
    expect(weightsShown(block, { w1: false, w2: false }, other).largest).toEqual({ w1: 8, w2: 9 })
  })
})

describe('what is outlined', () => {
  const [shape] = shapes
  if (shape === undefined) throw new RangeError('no shape')
  const at = (stage: (typeof stageRows)[number], c = 3) => ({ stage, index: { c, k: 1, h: 4, w: 9, t: 9 } })

  test('the cell lies in its map; none where the row is folded, or another page is open', () => {
    for (const map of [shape.map, [1, 50] as const]) {
      for (const variant of variants) {
        for (const { name, open } of stands) {
          const layout = loomLayout({ ...shape, map }, variant, open)
          for (const row of ['U', 'out'] as const) {
            const selection = { ...at(row), index: { ...at(row).index, h: map[0] === 1 ? 0 : 4 } }
            const markup = renderToStaticMarkup(
              <CellOutline layout={layout} row={row} selection={selection} map={map} />,
            )
            expect(markup !== '', name).toBe(layout.isOpen(row))
            if (markup === '') continue
            const number = (key: string) => Number(new RegExp(` ${key}="([^"]*)"`).exec(markup)?.[1])
            const left = layout.x(3) - layout.mapSize / 2
            expect(number('x')).toBeCloseTo(left + (9 * layout.mapSize) / map[1])
            expect(number('x') + number('width')).toBeLessThanOrEqual(left + layout.mapSize + 1e-9)
            expect(number('y')).toBeCloseTo(
              layout.mapTop[row] + (selection.index.h * layout.mapHeight) / map[0],
            )
            expect(number('y') + number('height')).toBeLessThanOrEqual(
              layout.mapTop[row] + layout.mapHeight + 1e-9,
            )
          }
        }
      }
    }
    const second = loomLayout({ ...shape, channels: 32 }, 'phone', whole, 1)
    const outline = (c: number) =>
      renderToStaticMarkup(<CellOutline layout={second} row='U' selection={at('U', c)} map={shape.map} />)
    expect([outline(3), outline(15)]).toEqual(['', ''])
    expect(outline(16)).not.toBe('')
  })

  test('of another stage only where the text speaks of the cell', () => {
    const layout = loomLayout(shape, 'wide', openAt('transform'))
    const outline = (always: boolean) =>
      renderToStaticMarkup(
        <CellOutline layout={layout} row='U' selection={at('s')} map={shape.map} always={always} />,
      )
    expect(outline(false)).toBe('')
    expect(outline(true)).not.toBe('')
  })

  test('a term of the formula is ringed in its column and row; not where it is folded', () => {
    for (const { name, open } of stands) {
      const layout = loomLayout(shape, 'wide', open)
      for (const row of ['z', 'w1', 'w2', 'logits', 's'] as const) {
        const ring = renderToStaticMarkup(<TermMark layout={layout} term={at(row)} map={shape.map} />)
        expect(ring !== '', `${name}: ${row}`).toBe(layout.isOpen(row))
        if (ring === '') continue
        const number = (key: string) => Number(new RegExp(` ${key}="([^"]*)"`).exec(ring)?.[1])
        expect(number('cx')).toBeCloseTo(layout.x(3))
        const { y, height } = layout.rowsBox[row]
        expect(number('cy')).toBeGreaterThan(y)
        expect(number('cy')).toBeLessThan(y + height)
      }
    }
  })
})

test('rows that keys go through are those that stand open, in order', () => {
  const [shape] = shapes
  if (shape === undefined) throw new RangeError('no shape')
  for (const { name, open } of stands) {
    const layout = loomLayout(shape, 'phone', open)
    expect(openStageRows(layout, stageRows), name).toEqual(openRowsOf(layout))
  }
  const mix = loomLayout(shape, 'phone', openAt('mix', ['out']))
  expect(openStageRows(mix, stageRows)).toEqual([
    ...stageRows.filter((row) => stepOf('mix').open[row] !== undefined),
    'out',
  ])
  expect(openStageRows(mix, ['U'])).toEqual([])
})

test('a box is a share of the figure', () => {
  const [shape] = shapes
  if (shape === undefined) throw new RangeError('no shape')
  const layout = loomLayout(shape, 'wide', openAt('gate'))
  const box = {
    x: layout.width / 4,
    y: layout.height / 2,
    width: layout.width / 2,
    height: layout.height / 10,
  }
  expect(percentBox(layout, box)).toEqual({ left: '25%', top: '50%', width: '50%', height: '10%' })
})
