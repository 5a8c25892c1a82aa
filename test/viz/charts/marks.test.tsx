/** The marks of the charts: where they stand, from sizes that can be reckoned in the head. */
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Axes } from '../../../src/viz/charts/Axes.tsx'
import { GateCurve } from '../../../src/viz/charts/GateCurve.tsx'
import { GateStrip } from '../../../src/viz/charts/GateStrip.tsx'
import { Histogram } from '../../../src/viz/charts/Histogram.tsx'
import { LineChart } from '../../../src/viz/charts/LineChart.tsx'
import { Ramp } from '../../../src/viz/charts/Ramp.tsx'
import { Sparkline } from '../../../src/viz/charts/Sparkline.tsx'
import { Waterfall } from '../../../src/viz/charts/Waterfall.tsx'
import { elements, numbers, ofClass } from '../markup.ts'

const asText = { formatX: (x: number) => `x${x}`, formatY: (y: number) => `y${y}`, summary: 'in words' }

// 100 by 100 of plot: 40 + 100 + 68 wide, 8 + 100 + 20 high.
const size = { width: 208, height: 128 }

test('axes: a hairline for each tick of y, its number at the left, those of x below', () => {
  const markup = renderToStaticMarkup(
    <Axes
      {...asText}
      plot={{ left: 40, right: 140, top: 8, bottom: 108 }}
      xTicks={[{ value: 7, at: 60 }]}
      yTicks={[{ value: 2, at: 30 }]}
      xLabel='step'
    />,
  )
  const [tick, axis] = elements(markup, 'line')
  expect(numbers(tick, 'x1', 'x2', 'y1', 'y2')).toEqual([40, 140, 30, 30])
  expect(numbers(axis, 'x1', 'x2', 'y1', 'y2')).toEqual([40, 140, 108, 108])
  const [y, x, name] = elements(markup, 'text')
  expect([y?.text, x?.text, name?.text]).toEqual(['y2', 'x7', 'step'])
  expect([Number(y?.x) < 40, Number(y?.y)]).toEqual([true, 30])
  expect([Number(x?.x), Number(x?.y) > 108]).toEqual([60, true])
  expect(Number(name?.x)).toBeGreaterThan(140)
})

test('axes without numbers below have no name there', () => {
  const plot = { left: 0, right: 10, top: 0, bottom: 10 }
  const markup = renderToStaticMarkup(<Axes {...asText} plot={plot} xTicks={[]} yTicks={[]} xLabel='step' />)
  expect(elements(markup, 'text')).toEqual([])
})

describe('the curve of a gate', () => {
  const draw = (height: number, selected: number | null) =>
    renderToStaticMarkup(
      <GateCurve
        {...asText}
        gate={(x) => (x < 0 ? 0 : 1)}
        logits={Float32Array.of(-9, 0, 9)}
        size={{ width: 228, height }}
        selected={selected}
        xLabel='logit'
      />,
    )

  test('a disc where the logit is in the picture, arrows that point out where it is not', () => {
    const [left, middle, right] = ofClass(draw(128, null), 'path', 'bar-s').map(({ d }) => d)
    // The plot goes from 40 to 160, with 10 for arrows at either end.
    expect(left).toBe('M45.2,108L50,105V111Z')
    expect(middle).toBe('M97,8a3,3 0 1 0 6,0a3,3 0 1 0 -6,0')
    expect(right).toBe('M154.8,8L150,5V11Z')
  })

  test('the chosen channel is larger, with lines to both axes', () => {
    const markup = draw(128, 1)
    expect(ofClass(markup, 'path', 'bar-s')[1]?.d).toBe('M95,8a5,5 0 1 0 10,0a5,5 0 1 0 -10,0')
    expect(ofClass(markup, 'path', 'guide').map(({ d }) => d)).toEqual(['M100,108V8H40'])
    expect(ofClass(draw(128, null), 'path', 'guide')).toEqual([])
  })

  test('its axis has numbers from −6 to 6; a low one says so beside it', () => {
    const texts = (height: number) => elements(draw(height, null), 'text').map(({ text }) => text)
    expect(texts(128)).toEqual(expect.arrayContaining(['x-6', 'x-3', 'x0', 'x3', 'x6', 'logit']))
    expect(texts(56)).toContain('x3')
    expect(texts(55)).toEqual(['y0', 'y1', 'logit ± x6'])
  })
})

test('gates as bars from the bottom, another picture’s as lines at their height', () => {
  const draw = (ink: 0 | 1 | null) =>
    renderToStaticMarkup(
      <GateStrip gates={[0.25, 1.5]} ghost={[1, -1]} ink={ink} selected={0} framed={1} label='gates' />,
    )
  const markup = draw(1)
  // 10 a channel, 40 for a gate of 1; beyond 0 … 1 they are cut off.
  const rects = (name: string) =>
    ofClass(markup, 'rect', name).map((one) => numbers(one, 'x', 'y', 'width', 'height'))
  expect(rects('bar')).toEqual([
    [2.5, 30, 5, 10],
    [12.5, 0, 5, 40],
  ])
  const ghosts = ofClass(markup, 'line', 'ghost bar-ink-1').map((one) => numbers(one, 'x1', 'x2', 'y1', 'y2'))
  expect(ghosts).toEqual([
    [1, 9, 0, 0],
    [11, 19, 40, 40],
  ])
  expect(numbers(ofClass(markup, 'line', 'half')[0], 'x2', 'y1', 'y2')).toEqual([20, 20, 20])
  expect(numbers(ofClass(markup, 'rect', 'band')[0], 'x', 'width')).toEqual([0, 10])
  expect(numbers(ofClass(markup, 'rect', 'frame')[0], 'x', 'width')).toEqual([10, 10])
  expect(ofClass(draw(null), 'line', 'ghost')).toHaveLength(2)
})

test('the histogram: a bar a bin, with a gap of a pixel, and ½', () => {
  const markup = renderToStaticMarkup(
    <Histogram {...asText} gates={[Float32Array.of(0.01, 0.02, 0.97)]} size={size} xLabel='gate' />,
  )
  const bars = ofClass(markup, 'rect', 'bar-s').map((one) => numbers(one, 'x', 'y', 'width', 'height'))
  expect(bars).toHaveLength(20)
  expect(bars[0]).toEqual([40.5, 8, 4, 100].map((value) => expect.closeTo(value, 6)))
  expect(bars[1]).toEqual([45.5, 108, 4, 0].map((value) => expect.closeTo(value, 6)))
  expect(bars[19]).toEqual([135.5, 58, 4, 50].map((value) => expect.closeTo(value, 6)))
  expect(numbers(ofClass(markup, 'line', 'half')[0], 'x1', 'x2', 'y1', 'y2')).toEqual([90, 90, 8, 108])
  // Half a gate is no number of gates.
  expect(elements(markup, 'text').map(({ text }) => text)).toEqual(
    expect.arrayContaining(['y0', 'y1', 'y2', 'gate']),
  )
  expect(markup).not.toContain('y0.5')
})

describe('the line chart', () => {
  const series = [
    { id: 'a', label: 'batch', kind: 'line', points: [0, 50, 100].map((x) => ({ x, y: x / 100 })) },
    { id: 'b', label: 'held-out', kind: 'points', points: [{ x: 50, y: 0.25 }] },
  ] as const
  const draw = (held: number | null, given: readonly (typeof series)[number][] = series) =>
    renderToStaticMarkup(
      <LineChart
        {...asText}
        series={given}
        size={size}
        yDomain={[0, 1]}
        label='accuracy'
        xLabel='step'
        held={held}
        describe={(reading) =>
          reading === null
            ? 'nobody points'
            : `${reading.step}: ${reading.values.map(({ id, point }) => `${id}=${point?.y}`).join(' ')}`
        }
      />,
    )
  const slider = (markup: string) => elements(markup, 'div').find(({ role }) => role === 'slider')

  test('lines and dots stand where their values are, the names at their ends', () => {
    const markup = draw(null)
    expect(elements(markup, 'path').map(({ d }) => d)).toEqual(['M40,108L90,58L140,8', 'M90,83Z'])
    expect(elements(markup, 'circle').map((one) => numbers(one, 'cx', 'cy'))).toEqual([[90, 83]])
    const names = ofClass(markup, 'text', 'chart-name')
    expect(names.map(({ text, x, y }) => [text, Number(x) > 140, Number(y)])).toEqual([
      ['step', true, 123],
      ['batch', true, 8],
      ['held-out', true, 83],
    ])
  })

  test('while nobody points at it, it is read at its end', () => {
    expect(slider(draw(null))).toMatchObject({
      tabindex: '0',
      'aria-label': 'accuracy',
      'aria-disabled': 'false',
      'aria-valuemax': '100',
      'aria-valuenow': '100',
      'aria-valuetext': '100: a=1 b=0.25',
    })
    expect(draw(null)).toContain('nobody points')
    expect(draw(null)).not.toContain('chart-cursor')
  })

  test('a step that is held is marked and read, none beyond the last', () => {
    const markup = draw(60)
    expect(markup).toContain('60: a=0.5 b=0.25')
    expect(slider(markup)).toMatchObject({ 'aria-valuenow': '60', 'aria-valuetext': '60: a=0.5 b=0.25' })
    const [, cursor = ''] = markup.split('class="chart-cursor"')
    expect(elements(cursor, 'line').map((one) => numbers(one, 'x1', 'x2', 'y1', 'y2'))).toEqual([
      [100, 100, 8, 108],
    ])
    expect(elements(cursor, 'circle').map((one) => numbers(one, 'cx', 'cy'))).toEqual([
      [90, 58],
      [90, 83],
    ])
    // What was not known yet is not marked.
    expect(elements(draw(20).split('class="chart-cursor"')[1] ?? '', 'circle')).toHaveLength(1)
    expect(slider(draw(700))).toMatchObject({ 'aria-valuenow': '100' })
  })

  test('without a value there is nothing to go along', () => {
    expect(slider(draw(null, []))).toMatchObject({ tabindex: '-1', 'aria-disabled': 'true' })
  })
})

test('a sparkline goes from edge to edge between two rules', () => {
  const points = [0, 10].map((x) => ({ x, y: x / 10 }))
  const markup = renderToStaticMarkup(
    <Sparkline
      series={[{ id: 'a', label: 'a', kind: 'line', points }]}
      size={{ width: 56, height: 26 }}
      yDomain={[0, 1]}
    />,
  )
  expect(elements(markup, 'path').map(({ d }) => d)).toEqual(['M3,23L53,3'])
  expect(elements(markup, 'line').map((one) => numbers(one, 'x1', 'x2', 'y1', 'y2'))).toEqual([
    [3, 53, 3, 3],
    [3, 53, 23, 23],
  ])
  expect(elements(markup, 'text')).toEqual([])
})

describe('the gates’ history', () => {
  const history = [0, 10, 20, 30].map((step) => ({ step, gates: Float32Array.of(0, 1, 0, 1) }))
  const draw = (selectedStep: number | null, selectedChannel: number | null, recorded = history) =>
    renderToStaticMarkup(
      <Waterfall
        history={recorded}
        channels={{ from: 1, to: 4 }}
        plateWidth={90}
        height={40}
        selectedStep={selectedStep}
        onScrub={() => undefined}
        selectedChannel={selectedChannel}
        label='history'
        formatStep={(step) => `at ${step}`}
        emptyText='nothing yet'
      />,
    )
  const slider = (markup: string) => elements(markup, 'div')[0]

  test('the newest row is the lowest; a step on show is marked in the middle of its row', () => {
    expect(slider(draw(null, null))).toMatchObject({
      tabindex: '0',
      'aria-disabled': 'false',
      'aria-valuemin': '0',
      'aria-valuemax': '30',
      'aria-valuenow': '30',
      'aria-valuetext': 'at 30',
    })
    const line = (markup: string, name: string) =>
      numbers(ofClass(markup, 'line', name)[0], 'x1', 'x2', 'y1', 'y2')
    expect(line(draw(null, null), 'waterfall-now')).toEqual([0, 90, 35, 35])
    expect(line(draw(10, null), 'waterfall-now held')).toEqual([0, 90, 15, 15])
    expect(slider(draw(10, null))).toMatchObject({ 'aria-valuenow': '10', 'aria-valuetext': 'at 10' })
  })

  test('threads run in the middle of the columns; the chosen channel has a frame', () => {
    const markup = draw(null, 2)
    expect(ofClass(markup, 'path', 'waterfall-threads')[0]?.d).toBe('M15,0V40M45,0V40M75,0V40')
    expect(numbers(ofClass(markup, 'rect', 'waterfall-channel')[0], 'x', 'width', 'height')).toEqual([
      30, 30, 40,
    ])
    expect(elements(draw(null, null), 'rect')).toEqual([])
  })

  test('before anything is recorded it says what will be here', () => {
    const markup = draw(null, 2, [])
    expect(slider(markup)).toMatchObject({ tabindex: '-1', 'aria-disabled': 'true' })
    expect(markup).toContain('nothing yet')
    expect(elements(markup, 'rect')).toEqual([])
    expect(elements(markup, 'line')).toEqual([])
    expect(draw(null, 2)).not.toContain('nothing yet')
  })
})

test('the ramp’s ends and middle', () => {
  const markup = renderToStaticMarkup(<Ramp label='from closed to open' />)
  expect(elements(markup, 'span').map(({ text }) => text)).toEqual(['', '0', '½', '1'])
})
