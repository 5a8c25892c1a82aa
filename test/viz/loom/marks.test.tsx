import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Funnel, MapFrames, Names, Threads } from '../../../src/viz/loom/ChannelMarks.tsx'
import { HiddenUnits, Hinge, hiddenX, Weights } from '../../../src/viz/loom/LayerMarks.tsx'
import { type LoomLayout, loomLayout, type OpenRows } from '../../../src/viz/loom/layout.ts'
import type { Variant } from '../../../src/viz/loom/measures.ts'
import { gatesBox, stemsBox } from '../../../src/viz/loom/scales.ts'
import { Dots, Gates, Stems } from '../../../src/viz/loom/ValueMarks.tsx'
import { openAt, stands, variants, whole } from './open.ts'

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

/** Lines of a path, level: middle and length. */
function lines(d: string): { readonly x: number; readonly y: number; readonly length: number }[] {
  return [...d.matchAll(/M(\S+) (\S+)L(\S+) ([-\d.]+)/g)].map((match) => {
    const [x1 = Number.NaN, y1 = Number.NaN, x2 = Number.NaN, y2 = Number.NaN] = match.slice(1).map(Number)
    if (y1 !== y2) throw new Error(`a line that is not level: ${match[0]}`)
    return { x: (x1 + x2) / 2, y: y1, length: x2 - x1 }
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
const layoutOf = (variant: Variant, open: OpenRows = whole, page = 0): LoomLayout =>
  loomLayout({ channels: 32, reduced: 8, map: [7, 7] }, variant, open, page)
const wide = layoutOf('wide')
const secondPage = layoutOf('phone', whole, 1)
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

  test('run on through whatever is folded, from U to X̃', () => {
    for (const variant of variants) {
      for (const { name, open } of stands) {
        const layout = layoutOf(variant, open)
        const markup = renderToStaticMarkup(<Threads layout={layout} selected={2} toMaps />)
        const { U, out } = layout.rowsBox
        for (const [, from, to] of markup.matchAll(/M\S+ (\S+?)L\S+ ([\d.]+)/g)) {
          expect(Number(from), name).toBeCloseTo(layout.isOpen('U') ? U.y + U.height : U.y, 1)
          expect(Number(to), name).toBeCloseTo(layout.isOpen('out') ? out.y : out.y + out.height, 1)
        }
      }
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

  test('no funnel where the means are folded or have no room', () => {
    for (const { name, open } of stands) {
      const layout = layoutOf('wide', open)
      const drawn = renderToStaticMarkup(<Funnel layout={layout} selected={4} />) !== ''
      expect(drawn, name).toBe(layout.isOpen('z') && layout.rowsBox.z.height >= 40)
    }
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
  const ghost = { values: values.map((value) => -value), ink: null }

  test.each([
    ['z', Stems, 'squeeze', stemsBox],
    ['z', Stems, 'mix', stemsBox],
    ['logits', Dots, 'gate', (layout: LoomLayout) => layout.rowsBox.logits],
  ] as const)(
    '%s: above the zero line if positive, below if negative; ticks of the other picture',
    (row, Row, step, boxOf) => {
      for (const layout of [wide, layoutOf('wide', openAt(step)), layoutOf('medium', openAt(step))]) {
        const markup = renderToStaticMarkup(
          <Row layout={layout} row={row} values={values} domain={1} ghost={ghost} />,
        )
        const box = boxOf(layout)
        const zero = box.y + box.height / 2
        const dots = discs(markup)
        expect(dots).toHaveLength(32)
        for (const [c, dot] of dots.entries()) {
          expect(dot.x).toBeCloseTo(layout.x(c), 1)
          expect(zero - dot.y).toBeCloseTo(((values[c] ?? 0) * box.height) / 2, 1)
        }
        const ticks = starts(pathOf(markup, 'ghost'))
        expect(ticks).toHaveLength(32)
        for (const [c, tick] of ticks.entries())
          expect(tick.y - zero).toBeCloseTo(zero - (dots[c]?.y ?? 0), 1)
        const alone = renderToStaticMarkup(<Row layout={layout} row={row} values={values} domain={1} />)
        expect(pathOf(alone, 'ghost')).toBe('')
      }
    },
  )

  test('ticks wear the ink of the other bar, and none where no bar tells the pictures apart', () => {
    const gates = { selected: 2, edited: () => false, label: () => null }
    for (const ink of [0, 1, null] as const) {
      const other = { ...ghost, ink }
      for (const markup of [
        renderToStaticMarkup(<Stems layout={wide} row='z' values={values} domain={1} ghost={other} />),
        renderToStaticMarkup(<Dots layout={wide} row='logits' values={values} domain={1} ghost={other} />),
        renderToStaticMarkup(<Gates layout={wide} values={values} ghost={other} {...gates} />),
      ]) {
        const [tick, ...more] = elements(markup, 'path').filter((path) => path.is('ghost'))
        expect(more).toHaveLength(0)
        expect([tick?.is('bar-ink-0'), tick?.is('bar-ink-1')]).toEqual([ink === 0, ink === 1])
        // The marks of the picture itself wear their role's colour.
        expect(markup.match(/bar-ink/g)?.length ?? 0).toBe(ink === null ? 0 : 1)
      }
    }
  })
})

describe('gates', () => {
  const gates = Float32Array.from({ length: 32 }, (_, c) => c / 31)
  const markup = renderToStaticMarkup(
    <Gates
      layout={wide}
      values={gates}
      selected={2}
      ghost={{ values: gates, ink: 1 }}
      edited={(c) => c === 7}
      label={(c) => (c % 8 === 0 ? `g${c}` : null)}
    />,
  )
  const paths = elements(markup, 'path').filter((path) => path.is('bar'))
  const byHand = paths.filter((path) => path.is('edited')).flatMap((path) => boxes(path.d))
  const bars = paths.flatMap((path) => boxes(path.d)).sort(byX)
  const { y, height } = gatesBox(wide)

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

  test('its ticks stand at the gates of the other picture; numbers stand below the bars', () => {
    const ticks = starts(pathOf(markup, 'ghost'))
    expect(ticks).toHaveLength(32)
    for (const [c, tick] of ticks.entries()) expect(tick.y).toBeCloseTo(y + height * (1 - c / 31), 1)
    for (const label of elements(markup, 'text')) {
      expect(label.number('y')).toBeGreaterThan(y + height)
      expect(label.number('y')).toBeLessThanOrEqual(wide.rowsBox.s.y + wide.rowsBox.s.height)
    }
  })

  test('bars stay in their row at every step', () => {
    for (const variant of variants) {
      for (const { name, open } of stands) {
        const layout = layoutOf(variant, open)
        const drawn = renderToStaticMarkup(
          <Gates layout={layout} values={gates} selected={2} edited={() => false} label={() => null} />,
        )
        const { s } = layout.rowsBox
        const all = elements(drawn, 'path').flatMap((path) => boxes(path.d))
        expect(all, name).toHaveLength(layout.to - layout.from)
        for (const bar of all) {
          expect(bar.y, name).toBeGreaterThanOrEqual(s.y - 0.01)
          expect(bar.y + bar.height, name).toBeLessThanOrEqual(s.y + s.height + 1.02)
        }
      }
    }
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

  /** Squares and minus lines of each row, left to right; the side is that of the whole mark. */
  const drawnRows = (markup: string) =>
    markup
      .split('class="hidden-row')
      .slice(1)
      .map((row) =>
        elements(row, 'path')
          .flatMap((path) =>
            path.is('minus')
              ? lines(path.d).map((line) => ({ kind: 'minus', x: line.x, y: line.y, side: line.length }))
              : boxes(path.d).map((square) => ({
                  kind: path.is('negative') ? 'negative' : path.is('positive') ? 'positive' : '?',
                  x: square.x + square.width / 2,
                  y: square.y + square.height / 2,
                  side: square.width,
                })),
          )
          .sort(byX),
      )

  const tall = [
    ['w1', 'whole', whole],
    ['w2', 'whole', whole],
    ['w1', 'mix', openAt('mix')],
    ['w2', 'gate', openAt('gate')],
  ] as const

  test.each(tall)(
    '%s, %s: area ∝ |w|; filled positive, hollow negative, a minus where that would close up, at their place',
    (which, _, open) => {
      for (const variant of variants) {
        const layout = layoutOf(variant, open)
        const rows = drawnRows(draw(layout, which))
        expect(rows).toHaveLength(8)
        for (const [k, marks] of rows.entries()) {
          expect(marks).toHaveLength(layout.to - layout.from)
          for (const [i, mark] of marks.entries()) {
            const c = layout.from + i
            const w = weight(c, k)
            const full = Math.max(1, Math.sqrt(Math.abs(w)) * layout.square[which])
            expect(mark.kind).toBe(w >= 0 ? 'positive' : full < 6 ? 'minus' : 'negative')
            // Its line is 1.5 wide, half of it outside.
            if (mark.kind === 'negative') expect(mark.side + 1.5).toBeCloseTo(full, 1)
            if (mark.kind === 'positive') expect(mark.side).toBeCloseTo(full, 1)
            if (mark.kind === 'minus') expect(mark.side).toBeGreaterThanOrEqual(full)
            expect(mark.x).toBeCloseTo(layout.x(c), 1)
            expect(mark.y).toBeCloseTo(which === 'w1' ? layout.y1(k) : layout.y2(k), 1)
          }
        }
      }
    },
  )

  test('a negative weight is never a filled mark, however small', () => {
    for (const variant of variants) {
      for (const { name, open } of stands) {
        const layout = layoutOf(variant, open)
        if (!layout.isOpen('w1')) continue
        const markup = renderToStaticMarkup(
          <Weights
            layout={layout}
            which='w1'
            value={(c, k) => -(10 ** -(c % 8)) * (k + 1)}
            largest={8}
            reduced={8}
            selectedHidden={0}
            dead={() => false}
          />,
        )
        const filled = elements(markup, 'path').filter((path) => path.is('positive'))
        expect(filled.map((path) => path.d).join(''), name).toBe('')
        const minus = elements(markup, 'path').filter((path) => path.is('minus'))
        const strokes = minus.flatMap((path) => lines(path.d))
        expect(strokes.length, name).toBeGreaterThan(layout.to - layout.from)
        for (const { length } of strokes) {
          // Long enough to be a line, and clear of the next column.
          expect(length, name).toBeGreaterThanOrEqual(3)
          expect(length, name).toBeLessThan(layout.pitch)
        }
        for (const path of minus) expect(boxes(path.d)).toEqual([])
      }
    }
  })

  test('a page shows its own columns; selection and dead units are marked', () => {
    const markup = draw(secondPage, 'w1')
    const lefts = elements(markup, 'path').flatMap((path) => starts(path.d).map(({ x }) => x))
    expect(lefts.filter((x) => x > secondPage.plate.x)).toHaveLength(16 * 8)
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

  test.each([
    ['mix', 'y1'],
    ['gate', 'y2'],
  ] as const)('at "%s" one matrix is folded: numbers at the rows of the other, no turns', (step, y) => {
    const layout = layoutOf('wide', openAt(step))
    const markup = renderToStaticMarkup(<Hinge layout={layout} {...props} />)
    expect(elements(markup, 'path')).toHaveLength(0)
    for (const match of markup.matchAll(/<text [^>]*\by="([\d.]+)"[^>]*>h(\d+)</g)) {
      expect(Number(match[1])).toBeCloseTo(layout[y](Number(match[2])) + 4.5)
    }
    expect(texts(markup)).toContain('h3')
  })

  test('a hinge that is too dense leaves numbers out, never that of the selected unit', () => {
    for (const open of [whole, openAt('mix'), openAt('gate')]) {
      const layout = loomLayout({ channels: 32, reduced: 32, map: [7, 7] }, 'wide', open)
      const many = { ...props, hidden: new Float32Array(32), reduced: 32, selected: 17 }
      const shown = texts(renderToStaticMarkup(<Hinge layout={layout} {...many} />)).map((t) =>
        Number(t?.slice(1)),
      )
      expect(shown).toContain(17)
      const pitch = layout.hiddenPitch[layout.isOpen('w1') ? 'w1' : 'w2']
      const distances = shown.slice(1).map((k, i) => (k - (shown[i] ?? 0)) * pitch)
      expect(Math.min(...distances)).toBeGreaterThanOrEqual(15)
    }
  })

  describe('as bars', () => {
    const draw = (layout: LoomLayout, changes: Partial<Parameters<typeof HiddenUnits>[0]> = {}) =>
      renderToStaticMarkup(<HiddenUnits layout={layout} ink={null} other={null} {...props} {...changes} />)
    const bars = (markup: string, which: 'own' | 'other') =>
      elements(markup, 'path')
        .filter((path) => path.is('bar') && path.is('other') === (which === 'other'))
        .flatMap((path) => boxes(path.d))
    const zeroLines = (markup: string) => elements(markup, 'line').map((line) => line.number('y1'))

    test.each([...variants])('%s: centred; heights are values, all within their row', (variant) => {
      for (const open of [whole, openAt('mix')]) {
        const layout = layoutOf(variant, open)
        const drawn = bars(draw(layout), 'own')
        const tallest = drawn[3]?.height ?? 0
        const row = layout.rowsBox.hidden
        expect(tallest).toBeGreaterThan(row.height / 3)
        for (const [k, bar] of drawn.entries()) {
          expect(bar.height / tallest).toBeCloseTo((hidden[k] ?? 0) / 4, 2)
          expect(bar.x + bar.width / 2).toBeCloseTo(hiddenX(layout, 8, k), 1)
          expect(bar.y).toBeGreaterThanOrEqual(row.y)
          expect(bar.y + bar.height).toBeLessThanOrEqual(row.y + row.height)
        }
        const middles = drawn.map((bar) => bar.x + bar.width / 2)
        expect((middles[0] ?? 0) + (middles[7] ?? 0)).toBeCloseTo(layout.plate.x * 2 + layout.plate.width, 1)
        expect(Math.min(...drawn.map((bar) => bar.x))).toBeGreaterThan(layout.plate.x)
      }
    })

    test('one for each picture, side by side, each in the ink of its bar', () => {
      const other = { values: hidden.toReversed(), ink: 0 as const }
      for (const variant of variants) {
        const layout = layoutOf(variant, openAt('mix'))
        const markup = draw(layout, { ink: 1, other })
        const [own, others] = [bars(markup, 'own'), bars(markup, 'other')]
        expect([own.length, others.length]).toEqual([8, 8])
        for (const k of [0, 1, 2, 3, 4, 5, 6, 7]) {
          expect(others[k]?.height).toBeCloseTo(own[7 - k]?.height ?? Number.NaN, 1)
          expect((own[k]?.x ?? 0) + (own[k]?.width ?? 0)).toBeLessThanOrEqual(others[k]?.x ?? 0)
          const next = own[k + 1]
          if (next !== undefined) expect((others[k]?.x ?? 0) + (others[k]?.width ?? 0)).toBeLessThan(next.x)
        }
        for (const path of elements(markup, 'path')) {
          expect(path.is(path.is('other') ? 'bar-ink-0' : 'bar-ink-1')).toBe(true)
          expect(path.is(path.is('other') ? 'bar-ink-1' : 'bar-ink-0')).toBe(false)
        }
      }
    })

    test('without ReLU what is negative hangs below the line, what is positive stands on it', () => {
      const signed = Float32Array.of(-4, 1, -2, 4, 0, 0.5, -1, 1)
      const layout = layoutOf('wide', openAt('mix'))
      const markup = draw(layout, { hidden: signed, other: { values: signed.map((h) => -h), ink: 1 } })
      const zero = zeroLines(markup)[0] ?? Number.NaN
      expect(new Set(zeroLines(markup)).size).toBe(1)
      const { hidden: row } = layout.rowsBox
      const unit = (bars(markup, 'own')[3]?.height ?? 0) / 4
      expect(unit).toBeGreaterThan(0)
      for (const [which, sign] of [
        ['own', 1],
        ['other', -1],
      ] as const) {
        for (const [k, bar] of bars(markup, which).entries()) {
          const value = sign * (signed[k] ?? 0)
          expect(bar.height).toBeCloseTo(Math.abs(value) * unit, 1)
          expect(value < 0 ? bar.y : bar.y + bar.height).toBeCloseTo(zero, 1)
          expect(bar.y).toBeGreaterThanOrEqual(row.y)
          expect(bar.y + bar.height).toBeLessThanOrEqual(row.y + row.height)
        }
      }
    })

    test('the line stays at the foot as long as ReLU cuts, also in the other picture', () => {
      const layout = layoutOf('wide', openAt('mix'))
      const above = zeroLines(draw(layout, { other: { values: hidden, ink: 0 } }))[0] ?? Number.NaN
      for (const bar of bars(draw(layout), 'own')) expect(bar.y + bar.height).toBeCloseTo(above, 1)
      const one = Float32Array.of(0, 0, 0, 0, 0, 0, 0, -1)
      const below = zeroLines(draw(layout, { other: { values: one, ink: 0 } }))[0] ?? Number.NaN
      expect(below).toBeLessThan(above)
    })

    test('with no hidden unit above zero there is no bar', () => {
      const markup = draw(layoutOf('phone', openAt('mix')), { hidden: new Float32Array(8), largest: 0 })
      expect(bars(markup, 'own').map((bar) => bar.height)).toEqual(new Array(8).fill(0))
    })

    test('selection and dead units are marked; a unit without words has none', () => {
      const markup = draw(wide, { label: (k) => (k === 3 ? 'three' : null) })
      const groups = elements(markup, 'g').slice(1)
      expect(groups.flatMap((g, k) => (g.is('selected') ? [k] : []))).toEqual([3])
      expect(groups.flatMap((g, k) => (g.is('dead') ? [k] : []))).toEqual([0, 4])
      expect(texts(markup)).toEqual(['three'])
    })
  })
})
