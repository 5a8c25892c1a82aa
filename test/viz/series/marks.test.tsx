import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { LstmStep } from '../../../src/model/networks/lstm.ts'
import { Branches } from '../../../src/viz/series/Branches.tsx'
import { Confusion } from '../../../src/viz/series/Confusion.tsx'
import { GateProfiles } from '../../../src/viz/series/GateProfiles.tsx'
import { LstmStates } from '../../../src/viz/series/LstmStates.tsx'
import { SeriesChart, type SeriesChartProps } from '../../../src/viz/series/SeriesChart.tsx'

const texts = (markup: string) =>
  [...markup.matchAll(/<(?:text|tspan)[^>]*>([^<]+)</g)].map(([, text]) => text)
const count = (markup: string, pattern: RegExp) => [...markup.matchAll(pattern)].length

/** One name for assistive technology, and the marks hidden from it. */
function expectPicture(markup: string, label: string): void {
  expect(count(markup, /role="img"/g)).toBe(1)
  expect(markup).toContain(`aria-label="${label}"`)
  expect(count(markup, /<svg/g)).toBe(count(markup, /<svg[^>]*aria-hidden="true"/g))
  expect(markup).not.toMatch(/NaN|Infinity|undefined/)
}

describe('a series', () => {
  const props: SeriesChartProps = {
    label: 'three variables',
    data: Float32Array.from({ length: 60 }, (_, i) => (i === 7 ? Number.NaN : Math.sin(i))),
    shape: [20, 3],
    variables: ['wind', 'rain', 'sun'].map((name) => ({
      name,
      domain: [-1, 1] as const,
      scale: `±1 ${name}`,
    })),
    width: 700,
    more: '+ 2 more',
  }

  test.each([700, 352])('names, scales and steps at %i px', (width) => {
    const markup = renderToStaticMarkup(<SeriesChart {...props} width={width} />)
    expectPicture(markup, 'three variables')
    expect(texts(markup)).toEqual(expect.arrayContaining(['wind', 'rain', 'sun', '±1 wind', '0']))
    expect(markup).toContain('+ 2 more')
  })

  test('what is pointed at takes the place of the scale, with a dot on every known value', () => {
    const cursor = { step: 2, label: 'day 2', values: ['1.5', '–', '3.5'] }
    const markup = renderToStaticMarkup(<SeriesChart {...props} cursor={cursor} />)
    expect(texts(markup)).toEqual(expect.arrayContaining(['1.5', '–', '3.5', 'day 2']))
    expect(texts(markup)).not.toContain('±1 wind')
    expect(count(markup, /<circle/g)).toBe(2)
  })

  test('the axis says what a step is: under the names, or at its first tick', () => {
    const axis = { title: 'day', tick: String, at: (step: number) => `day ${step}` }
    const at = (width: number) => {
      const markup = renderToStaticMarkup(<SeriesChart {...props} axis={axis} width={width} />)
      return texts(markup)
    }
    expect(at(700)).toEqual(expect.arrayContaining(['day', '0']))
    expect(at(352)).toContain('day 0')
    expect(at(352)).not.toContain('day')
  })

  test('a long name takes several lines beside its row, and is said in full where it is cut', () => {
    const name =
      'the_name_of_a_variable_as_a_file_may_have_it, which nobody would draw in one line, nor in two or three'
    const variables = props.variables.map((one) => ({ ...one, name }))
    const markup = renderToStaticMarkup(<SeriesChart {...props} variables={variables} />)
    expect(count(markup, /<tspan/g)).toBe(3 * 3)
    expect(markup).toContain(`<title>${name}</title>`)
  })

  test('padding, window and weights only where there are any', () => {
    expect(renderToStaticMarkup(<SeriesChart {...props} />)).not.toMatch(/class="(window|kernel)"|fill="url/)
    const window = { from: 3, to: 5, taps: Float32Array.of(1, -1, 1, 1, 1, 1, 1, 1, 1) }
    const markup = renderToStaticMarkup(<SeriesChart {...props} padFrom={15} window={window} />)
    expect(markup).toMatch(/class="window"/)
    expect(markup).toMatch(/fill="url/)
    expect(markup).toMatch(/class="kernel"/)
  })

  test('a thumbnail names its rows where there is room, and says nothing else', () => {
    const markup = renderToStaticMarkup(<SeriesChart {...props} mode='thumbnail' width={84} />)
    expectPicture(markup, 'three variables')
    expect(texts(markup)).toEqual(props.variables.map(({ name }) => name))
    const low = renderToStaticMarkup(<SeriesChart {...props} mode='thumbnail' width={84} height={42} />)
    expect(texts(low)).toEqual([])
    expect(markup).not.toContain('more')
    expect(count(markup, /class="curve"/g)).toBe(3)
  })
})

describe('the LSTM', () => {
  const step = (masked: boolean): LstmStep => {
    const all = (value: number) => new Float32Array(3).fill(masked ? Number.NaN : value)
    const held = (value: number) => new Float32Array(3).fill(value)
    return {
      masked,
      input: all(0.2),
      forget: all(0.9),
      candidate: all(-0.5),
      output: all(0.4),
      state: held(1),
      hidden: held(-0.3),
    }
  }
  const titles = { input: 'i', forget: 'f', output: 'o', candidate: 'c̃', state: 'c', hidden: 'h' }
  const markup = renderToStaticMarkup(
    <LstmStates
      label='gates and states'
      steps={[step(false), step(true), step(false)]}
      width={900}
      titles={titles}
      scales={{ ...titles, state: '±2' }}
      domains={{ state: 2, hidden: 1 }}
      named
      stepName={(at) => ['wind', 'rain', 'sun'][at] ?? ''}
      unitName={(unit) => `u${unit}`}
      selected={{ step: 2, unit: 1 }}
      more='+ 5 more'
    />,
  )

  test('every panel has its title; units are named at the left of both rows', () => {
    expectPicture(markup, 'gates and states')
    expect(texts(markup)).toEqual(expect.arrayContaining(Object.values(titles)))
    expect(texts(markup).filter((text) => text === 'u1')).toHaveLength(2)
    expect(texts(markup)).toContain('±2')
    expect(markup).toContain('+ 5 more')
  })

  test('a skipped step is hatched in each panel, gates have no bars there and states do', () => {
    const rows = [...markup.matchAll(/class="bars" d="([^"]*)"/g)].map(([, d = '']) => count(d, /M/g))
    // Gates: bars at two steps; c keeps its value at all three; c̃ and h are below zero.
    expect(rows.toSorted()).toEqual([
      ...new Array(6).fill(0),
      ...new Array(9).fill(2),
      ...new Array(3).fill(3),
    ])
    const masked = /<pattern id="([^"]*)" class="viz-hatch"/.exec(markup)?.[1] ?? ''
    expect(markup.split(`fill="url(#${masked})"`).length - 1).toBe(6)
  })

  test('the selected step and unit are marked in each panel', () => {
    expect(count(markup, /class="cell"/g)).toBe(6)
    expect(count(markup, /class="column"/g)).toBe(6)
  })
})

describe('a confusion matrix', () => {
  const matrix = Uint32Array.of(5, 1, 0, 2, 8, 0, 0, 0, 3)
  const render = (selected: { truth: number; prediction: number } | null) =>
    renderToStaticMarkup(
      <Confusion
        label='truth and prediction'
        matrix={matrix}
        classes={['run', 'walk', '<b>']}
        width={500}
        words={{ truth: 'truth', prediction: 'read', sum: 'all', recall: 'recall', precision: 'precision' }}
        sums={['6', '10', '3']}
        recalls={['83 %', '80 %', '100 %']}
        precisions={['71 %', '89 %', '100 %']}
        formatCount={(n) => `n${n}`}
        cellLabel={(truth, prediction) => `${truth} as ${prediction}`}
        selected={selected}
        onSelect={() => {}}
      />,
    )
  const stops = (markup: string) =>
    [...markup.matchAll(/<td[^>]*data-cell="([^"]*)"[^>]*tabindex="0"/gi)].map(([, cell]) => cell)

  test('is a grid of named cells; what stands in them is text', () => {
    const markup = render({ truth: 1, prediction: 0 })
    expect(markup).toContain('role="grid"')
    expect(count(markup, /role="gridcell"/g)).toBe(9)
    expect(markup).toContain('aria-label="1 as 0"')
    expect([...markup.matchAll(/n\d+/g)].map(([text]) => text)).toEqual(['n5', 'n1', 'n2', 'n8', 'n3'])
    expect(markup).not.toContain('<b>')
    for (const text of ['6', '83 %', '71 %', '&lt;b&gt;']) expect(markup).toContain(text)
  })

  test('has one tab stop: the selected cell, else the first', () => {
    expect(stops(render({ truth: 1, prediction: 2 }))).toEqual(['1-2'])
    expect(stops(render(null))).toEqual(['0-0'])
    expect(stops(render({ truth: 7, prediction: 2 })), 'of a larger matrix before').toEqual(['0-0'])
    expect(count(render(null), /aria-selected="true"/g)).toBe(0)
    expect(count(render({ truth: 1, prediction: 2 }), /aria-selected="true"/g)).toBe(1)
  })

  test('the diagonal is outlined', () => {
    const hits = [...render(null).matchAll(/data-cell="(\d)-(\d)" class="cell hit"/g)]
    expect(hits.map(([, truth, prediction]) => `${truth}${prediction}`)).toEqual(['00', '11', '22'])
  })
})

test('gate profiles: a row a group and one for the differences, the widest channel framed', () => {
  const columns = { from: 0, to: 4, pitch: 100, x: (c: number) => 150 + (c + 0.5) * 100 }
  const markup = renderToStaticMarkup(
    <GateProfiles
      label='mean gates'
      groups={[
        { name: 'run', gates: Float32Array.of(0.1, 0.5, 0.2, 0.9) },
        { name: 'walk', gates: Float32Array.of(0.1, 0.6, 0.7, 0.8) },
      ]}
      spreadName='difference'
      columns={columns}
      width={560}
      selected={1}
    />,
  )
  expectPicture(markup, 'mean gates')
  expect(texts(markup)).toEqual(expect.arrayContaining(['run', 'walk', 'difference', '0', '½', '1', '3']))
  expect(count(markup, /class="bars"/g)).toBe(3)
  const frame = /class="widest" x="(\d+)" width="(\d+)"/.exec(markup)
  expect(frame?.slice(1).map(Number)).toEqual([350, 100])
})

test.each([900, 352])('branches at %i px: names, sums, and the numbers that there is room for', (width) => {
  const markup = renderToStaticMarkup(
    <Branches
      label='parts of the logits'
      rows={[
        { name: 'run', bias: 0.25, lstm: -1, convolution: 2 },
        { name: 'walk', bias: 0, lstm: 0.5, convolution: -3 },
      ]}
      width={width}
      words={{ bias: 'bias', lstm: 'LSTM', convolution: 'conv', sum: 'sum' }}
      format={(value) => value.toFixed(2)}
      formatTick={(value) => `t${value}`}
      marked={0}
    />,
  )
  expectPicture(markup, 'parts of the logits')
  expect(texts(markup)).toEqual(expect.arrayContaining(['run', 'walk', '1.25', '-2.50', 't0']))
  expect(texts(markup).includes('2.00')).toBe(width === 900)
  for (const word of ['bias', 'LSTM', 'conv', 'sum']) expect(markup).toContain(`>${word}<`)
  const segments = [...markup.matchAll(/class="part (\w+)" d="([^"]*)"/g)].map(
    ([, part, d = '']) => [part, count(d, /M/g)] as const,
  )
  expect(segments).toEqual([
    ['bias', 1],
    ['lstm', 2],
    ['convolution', 2],
  ])
})
