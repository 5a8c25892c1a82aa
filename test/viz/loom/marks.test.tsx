import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { HiddenRow, Hinge, hiddenX, Weights } from '../../../src/viz/loom/LayerMarks.tsx'
import { type LoomLayout, loomLayout, type Variant } from '../../../src/viz/loom/layout.ts'
import { Funnel, Gates, Logits, MapFrames, Names, Squeezed, Threads } from '../../../src/viz/loom/Marks.tsx'

interface Element {
  readonly tag: string
  /** Path data. */
  readonly d: string
  readonly is: (name: string) => boolean
  readonly number: (attribute: string) => number
}

/** Opening tags of the markup, in order. */
function elements(markup: string, tag: string): Element[] {
  return [...markup.matchAll(new RegExp(`<${tag}\\b([^>]*)>`, 'g'))].map(([, attributes = '']) => {
    const value = (name: string) => new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1]
    return {
      tag,
      d: value('d') ?? '',
      is: (name) => value('class')?.split(' ').includes(name) ?? false,
      number: (name) => Number(value(name) ?? Number.NaN),
    }
  })
}

/** First numbers of every outline of a path: where it starts. */
function starts(d: string): { readonly x: number; readonly y: number }[] {
  return [...d.matchAll(/M(\S+) ([-\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }))
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function boxes(d: string): Box[] {
  return [...d.matchAll(/M(\S+) ([-\d.]+)h([-\d.]+)v([-\d.]+)h[-\d.]+z/g)].map((match) => {
    const [x = Number.NaN, y = Number.NaN, width = Number.NaN, height = Number.NaN] = match
      .slice(1)
      .map(Number)
    return { x, y, width, height }
  })
}

/** Middles of all circles. */
function discs(markup: string): { readonly x: number; readonly y: number }[] {
  return [...markup.matchAll(/<circle cx="(\S+)" cy="(\S+)"/g)].map(([, x, y]) => ({
    x: Number(x),
    y: Number(y),
  }))
}

const byX = (a: { readonly x: number }, b: { readonly x: number }) => a.x - b.x
const pathOf = (markup: string, name: string) =>
  elements(markup, 'path').find((path) => path.is(name))?.d ?? ''
const texts = (markup: string) => [...markup.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text)
const layoutOf = (variant: Variant, page = 0): LoomLayout =>
  loomLayout({ channels: 32, reduced: 8, map: [7, 7] }, variant, page)
const wide = layoutOf('wide')
const secondPage = layoutOf('phone', 1)
const values = Float32Array.from({ length: 32 }, (_, c) => c / 16 - 1)

describe('threads', () => {
  test('one a channel in view, at its column; one band', () => {
    for (const layout of [wide, secondPage]) {
      const markup = renderToStaticMarkup(<Threads layout={layout} selected={20} toMaps />)
      const paths = elements(markup, 'path')
      const lines = paths.flatMap((path) => starts(path.d)).sort(byX)
      expect(lines).toHaveLength(layout.to - layout.from)
      for (const [i, { x }] of lines.entries()) expect(x).toBeCloseTo(layout.x(layout.from + i), 1)
      const selected = paths.filter((path) => path.is('selected')).flatMap((path) => starts(path.d))
      expect(selected).toHaveLength(1)
      expect(selected[0]?.x).toBeCloseTo(layout.x(20), 1)
      const [band, ...more] = elements(markup, 'rect')
      expect(more).toHaveLength(0)
      expect((band?.number('x') ?? 0) + (band?.number('width') ?? 0) / 2).toBeCloseTo(layout.x(20))
    }
  })

  test('no band for a channel of another page', () => {
    const markup = renderToStaticMarkup(<Threads layout={secondPage} selected={3} toMaps />)
    expect(elements(markup, 'rect')).toHaveLength(0)
    expect(markup).not.toContain('selected')
  })
})

describe('maps', () => {
  test('every map has its frame and its funnel, in U’s and X̃’s row', () => {
    for (const row of ['U', 'out'] as const) {
      const markup = renderToStaticMarkup(<MapFrames layout={wide} row={row} selected={4} />)
      const frames = elements(markup, 'path')
        .flatMap((path) => boxes(path.d))
        .sort(byX)
      expect(frames).toHaveLength(32)
      for (const [c, frame] of frames.entries()) {
        expect(frame.y + 0.5).toBeCloseTo(wide.mapTop[row], 1)
        expect(frame.x + frame.width / 2).toBeCloseTo(wide.x(c), 1)
      }
    }
    const funnels = elements(renderToStaticMarkup(<Funnel layout={wide} selected={4} />), 'path')
    expect(funnels.flatMap((path) => starts(path.d))).toHaveLength(32)
    expect(starts(funnels.find((path) => path.is('selected'))?.d ?? '')[0]?.x).toBeCloseTo(
      wide.x(4) - wide.mapSize / 2,
      1,
    )
  })

  test('numbers by the stride asked for, and of the selected channel', () => {
    expect(texts(renderToStaticMarkup(<Names layout={secondPage} selected={21} every={4} />))).toEqual([
      '16',
      '20',
      '21',
      '24',
      '28',
    ])
  })
})

describe('signed values', () => {
  test.each([
    ['z', Squeezed],
    ['logits', Logits],
  ] as const)(
    '%s: above the zero line if positive, below if negative; ticks of the other picture',
    (row, Row) => {
      const ghost = values.map((value) => -value)
      const markup = renderToStaticMarkup(<Row layout={wide} values={values} domain={1} ghost={ghost} />)
      const box = wide.rowsBox[row]
      const zero = box.y + box.height / 2
      const dots = discs(markup)
      expect(dots).toHaveLength(32)
      for (const [c, dot] of dots.entries()) {
        expect(dot.x).toBeCloseTo(wide.x(c), 1)
        expect(zero - dot.y).toBeCloseTo(((values[c] ?? 0) * box.height) / 2, 1)
      }
      const ticks = starts(pathOf(markup, 'ghost'))
      expect(ticks).toHaveLength(32)
      for (const [c, tick] of ticks.entries()) expect(tick.y - zero).toBeCloseTo(zero - (dots[c]?.y ?? 0), 1)
      const alone = renderToStaticMarkup(<Row layout={wide} values={values} domain={1} />)
      expect(pathOf(alone, 'ghost')).toBe('')
    },
  )
})

describe('gates', () => {
  const gates = Float32Array.from({ length: 32 }, (_, c) => c / 31)
  const markup = renderToStaticMarkup(
    <Gates
      layout={wide}
      values={gates}
      selected={2}
      ghost={gates}
      edited={(c) => c === 7}
      label={(c) => (c % 8 === 0 ? `g${c}` : null)}
    />,
  )
  const paths = elements(markup, 'path').filter((path) => path.is('bar'))
  const byHand = paths.filter((path) => path.is('edited')).flatMap((path) => boxes(path.d))
  const bars = paths.flatMap((path) => boxes(path.d)).sort(byX)
  const { y, height } = wide.rowsBox.s

  test('the length of a bar is the gate; it stands on the foot', () => {
    expect(bars).toHaveLength(32)
    for (const [c, bar] of bars.entries()) {
      expect(bar.x + bar.width / 2).toBeCloseTo(wide.x(c), 1)
      expect(bar.height).toBeCloseTo(Math.max((c / 31) * height, 1), 1)
      if (c > 0) expect(bar.y + bar.height).toBeCloseTo(y + height, 1)
    }
  })

  test('the line of ½ stands in the middle', () => {
    const half = elements(markup, 'line').find((line) => line.is('half'))
    expect(half?.number('y1')).toBe(y + height / 2)
  })

  test('what was set by hand is marked; what has a label is labelled', () => {
    expect(byHand).toEqual([bars[7]])
    expect(texts(markup)).toEqual(['g0', 'g8', 'g16', 'g24'])
  })
})

describe('weights', () => {
  /** From −1 to 1, each another. */
  const weight = (c: number, k: number) => ((c * 8 + k) / 255) * 2 - 1
  const draw = (layout: LoomLayout, which: 'w1' | 'w2') =>
    renderToStaticMarkup(
      <Weights
        layout={layout}
        which={which}
        value={weight}
        largest={1}
        reduced={8}
        selectedHidden={5}
        dead={(k) => k === 6}
      />,
    )

  test.each(['w1', 'w2'] as const)(
    '%s: area ∝ |w|, sign by class, small ones solid, at their place',
    (which) => {
      const rows = draw(wide, which).split('class="hidden-row').slice(1)
      expect(rows).toHaveLength(8)
      for (const [k, row] of rows.entries()) {
        const squares = elements(row, 'path')
          .flatMap((path) =>
            boxes(path.d).map((square) => ({
              ...square,
              negative: path.is('negative'),
              small: path.is('small'),
            })),
          )
          .map((square) => ({ ...square, x: square.x + square.width / 2 }))
          .sort(byX)
        expect(squares).toHaveLength(32)
        for (const [c, square] of squares.entries()) {
          const w = weight(c, k)
          const side = square.width + (square.negative && !square.small ? 1.5 : 0)
          expect(square.negative).toBe(w < 0)
          if (square.small) expect(side).toBeLessThan(6)
          else if (square.negative) expect(side).toBeGreaterThanOrEqual(5.99)
          expect(side).toBeCloseTo(Math.max(1, Math.sqrt(Math.abs(w)) * wide.square), 1)
          expect(square.x).toBeCloseTo(wide.x(c), 1)
          const y = which === 'w1' ? wide.y1(k) : wide.y2(k)
          expect(square.y + square.height / 2).toBeCloseTo(y, 1)
        }
      }
    },
  )

  test('a page shows its own columns; selection and dead units are marked', () => {
    const markup = draw(secondPage, 'w1')
    expect(elements(markup, 'path').flatMap((path) => boxes(path.d))).toHaveLength(16 * 8)
    const rows = elements(markup, 'g').slice(1)
    expect(rows.flatMap((row, k) => (row.is('selected') ? [k] : []))).toEqual([5])
    expect(rows.flatMap((row, k) => (row.is('dead') ? [k] : []))).toEqual([6])
  })
})

describe('hidden units', () => {
  const hidden = Float32Array.of(0, 1, 2, 4, 0, 0.5, 3, 1)
  const props = { hidden, largest: 4, reduced: 8, selected: 3, label: (k: number) => `h${k}` }

  test('the hinge: one turn a unit, thicker with the value, dead ones marked', () => {
    const markup = renderToStaticMarkup(<Hinge layout={wide} {...props} />)
    expect(elements(markup, 'path')).toHaveLength(8)
    const widths = [...markup.matchAll(/stroke-width:([\d.]+)/g)].map(([, width]) => Number(width))
    expect(widths).toEqual(Array.from(hidden, (value) => 1 + (3 * value) / 4))
    expect(
      elements(markup, 'g')
        .slice(1)
        .flatMap((g, k) => (g.is('dead') ? [k] : [])),
    ).toEqual([0, 4])
    expect(texts(markup)).toContain('h3')
  })

  test('a hinge that is too dense leaves numbers out, never that of the selected unit', () => {
    const layout = loomLayout({ channels: 32, reduced: 32, map: [7, 7] }, 'wide')
    const many = { ...props, hidden: new Float32Array(32), reduced: 32, selected: 17 }
    const shown = texts(renderToStaticMarkup(<Hinge layout={layout} {...many} />)).map((t) =>
      Number(t?.slice(1)),
    )
    expect(shown).toContain(17)
    const distances = shown.slice(1).map((k, i) => (k - (shown[i] ?? 0)) * layout.hiddenPitch)
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(11)
  })

  test('on a phone a centred row: heights are values, all within the plate', () => {
    const layout = layoutOf('phone')
    const bars = elements(renderToStaticMarkup(<HiddenRow layout={layout} {...props} />), 'rect')
    const tallest = bars[3]?.number('height') ?? 0
    expect(bars.map((bar) => bar.number('height') / tallest)).toEqual(
      Array.from(hidden, (value) => value / 4),
    )
    const middles = bars.map((bar) => bar.number('x') + bar.number('width') / 2)
    expect(middles).toEqual(Array.from(hidden, (_, k) => hiddenX(layout, 8, k)))
    expect((middles[0] ?? 0) + (middles[7] ?? 0)).toBeCloseTo(layout.plate.x * 2 + layout.plate.width)
    expect(Math.min(...bars.map((bar) => bar.number('x')))).toBeGreaterThan(layout.plate.x)
    const { w1, w2 } = layout.rowsBox
    for (const bar of bars) {
      expect(bar.number('y')).toBeGreaterThan(w1.y + w1.height)
      expect(bar.number('y') + bar.number('height')).toBeLessThan(w2.y)
    }
  })

  test('with no hidden unit above zero there is no bar', () => {
    const markup = renderToStaticMarkup(
      <HiddenRow layout={layoutOf('phone')} {...props} hidden={new Float32Array(8)} largest={0} />,
    )
    expect(elements(markup, 'rect').map((bar) => bar.number('height'))).toEqual(new Array(8).fill(0))
  })
})
