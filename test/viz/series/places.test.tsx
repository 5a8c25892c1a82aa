/** Where the marks of the series' pictures stand, from sizes that can be reckoned in the head. */
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { LstmStep } from '../../../src/model/networks/lstm.ts'
import { Branches } from '../../../src/viz/series/Branches.tsx'
import { branchesLayout } from '../../../src/viz/series/branches.ts'
import { Confusion } from '../../../src/viz/series/Confusion.tsx'
import { confusionLayout } from '../../../src/viz/series/confusion.ts'
import { GateProfiles } from '../../../src/viz/series/GateProfiles.tsx'
import { LstmStates } from '../../../src/viz/series/LstmStates.tsx'
import { profilesLayout } from '../../../src/viz/series/profiles.ts'
import { Seeds } from '../../../src/viz/series/Seeds.tsx'
import { SeriesChart, type SeriesChartProps } from '../../../src/viz/series/SeriesChart.tsx'
import { elements, numbers, ofClass } from '../markup.ts'

const textAt = (markup: string, text: string) => {
  const found = elements(markup, 'text').find((one) => one.text === text)
  return [Number(found?.x), Number(found?.y), found?.['text-anchor'] ?? 'start']
}

describe('branches', () => {
  const draw = (width: number, marked: number | null = 0) =>
    renderToStaticMarkup(
      <Branches
        label='parts'
        rows={[{ name: 'run', bias: 1, lstm: -1, convolution: 2 }]}
        width={width}
        words={{ bias: 'bias', lstm: 'LSTM', convolution: 'conv', sum: 'sum' }}
        format={(value) => `${value}!`}
        formatTick={(value) => `t${value}`}
        marked={marked}
      />,
    )

  // Of 850 px the plot goes from 150 to 550, with 2 px at either end: 99 px for each of −1 … 3, 0 at 251.
  test('bars grow from 0 to either side, a pixel apart; the sum is a line across', () => {
    const markup = draw(850)
    expect(ofClass(markup, 'path', 'part bias')[0]?.d).toBe('M251 6h98v14h-98z')
    expect(ofClass(markup, 'path', 'part lstm')[0]?.d).toBe('M152 6h98v14h-98z')
    // The third part is lower: 0.6 · 14.
    expect(ofClass(markup, 'path', 'part convolution')[0]?.d).toBe('M350 8.8h197v8.4h-197z')
    expect(numbers(ofClass(markup, 'line', 'sum')[0], 'x1', 'x2', 'y1', 'y2')).toEqual([449, 449, 2, 24])
    expect(ofClass(markup, 'line', 'sum halo')).toHaveLength(1)
  })

  test('a line for each tick, that of 0 marked; numbers in columns of 72 px at the right', () => {
    const markup = draw(850)
    const ticks = ofClass(markup, 'line', 'grid').map((one) => numbers(one, 'x1', 'x2', 'y1', 'y2'))
    expect(ticks).toEqual([152, 350, 449, 548].map((x) => [x, x, 0, 29]))
    expect(numbers(ofClass(markup, 'line', 'nought')[0], 'x1')).toEqual([251])
    expect(textAt(markup, 't0')).toEqual([251, 42, 'middle'])
    const columns = elements(markup, 'text').filter(({ text }) => text.endsWith('!'))
    expect(columns.map(({ text, x }) => [text, Number(x)])).toEqual([
      ['1!', 634],
      ['-1!', 706],
      ['2!', 778],
      ['2!', 850],
    ])
    expect(textAt(markup, 'run')).toEqual([0, 13, 'start'])
  })

  test('the class that was read stands out', () => {
    expect(ofClass(draw(850, 0), 'text', 'value').map(({ text }) => text)).toEqual(['run', '2!'])
    expect(ofClass(draw(850, null), 'text', 'value')).toEqual([])
  })

  test('on a phone the name stands above the bar, the sum at the right end', () => {
    const markup = draw(352)
    expect(textAt(markup, 'run')).toEqual([0, 12, 'start'])
    expect(textAt(markup, '2!')).toEqual([352, 12, 'end'])
    expect(elements(markup, 'text').filter(({ text }) => text.endsWith('!'))).toHaveLength(1)
    // From 2 to 350: 87 px for each of −1 … 3, 0 at 89; the middle of the bar at 32.
    expect(ofClass(markup, 'path', 'part bias')[0]?.d).toBe('M89 25h86v14h-86z')
  })

  test('beyond twelve classes rows are lower', () => {
    const rowsOf = (count: number, width: number) => {
      const rows = Array.from({ length: count }, () => ({ bias: 1, lstm: 1, convolution: 1 }))
      const { bar, height, rows: places } = branchesLayout(rows, width)
      return [bar, height, places[1]?.middle, places[1]?.text]
    }
    expect(rowsOf(12, 850)).toEqual([14, 12 * 26 + 22, 39, 39])
    expect(rowsOf(13, 850)).toEqual([10, 13 * 18 + 22, 27, 27])
    expect(rowsOf(12, 352)).toEqual([14, 12 * 44 + 22, 76, 56])
    expect(rowsOf(13, 352)).toEqual([10, 13 * 36 + 22, 62, 44])
    expect([639, 640].map((width) => branchesLayout([], width).beside)).toEqual([false, true])
  })
})

describe('gate profiles', () => {
  const draw = (left: number, pitch: number, channels: number, selected: number | null) =>
    renderToStaticMarkup(
      <GateProfiles
        label='mean gates'
        groups={[
          { name: 'run', gates: Array.from({ length: channels }, () => 0.5) },
          { name: 'walk', gates: Array.from({ length: channels }, (_, c) => (c === 2 ? 0.75 : 0.5)) },
        ]}
        spreadName='difference'
        columns={{ from: 0, to: channels, pitch, x: (c) => left + (c + 0.5) * pitch }}
        width={left + channels * pitch}
        selected={selected}
      />,
    )

  test('rows of 40 px, 52 from one to the next, the differences 8 further; names and scale at the left', () => {
    const markup = draw(150, 100, 4, 1)
    const limits = ofClass(markup, 'path', 'limit').map(({ d }) => d)
    expect(limits).toEqual(['M150 4L550 4', 'M150 56L550 56', 'M150 116L550 116'])
    expect(ofClass(markup, 'path', 'half').map(({ d }) => d)).toEqual([
      'M150 24L550 24',
      'M150 76L550 76',
      'M150 136L550 136',
    ])
    expect(ofClass(markup, 'path', 'foot')[0]?.d).toBe('M150 44L550 44')
    expect(['run', 'walk', 'difference'].map((name) => textAt(markup, name))).toEqual([
      [128, 24, 'end'],
      [128, 76, 'end'],
      [128, 136, 'end'],
    ])
    // Beside the first row and that of the differences.
    const scale = ofClass(markup, 'text', 'soft-text scale').map(({ text, x, y }) => [
      text,
      Number(x),
      Number(y),
    ])
    expect(scale).toEqual([
      ['0', 144, 44],
      ['½', 144, 24],
      ['1', 144, 4],
      ['0', 144, 156],
      ['½', 144, 136],
      ['1', 144, 116],
    ])
  })

  test('the selected column is shaded, the widest framed, their numbers stand out', () => {
    const markup = draw(150, 100, 4, 1)
    const column = (name: string) =>
      ofClass(markup, 'rect', name).map((one) => numbers(one, 'x', 'width', 'y', 'height'))
    expect(column('band')).toEqual([[250, 100, 0, 159]])
    expect(column('widest')).toEqual([[350, 100, 0, 159]])
    const channels = elements(markup, 'text').filter(({ y }) => y === '171')
    expect(channels.map(({ class: name, text, x }) => [name, text, Number(x)])).toEqual([
      ['soft-text', '0', 200],
      ['soft-text', '3', 500],
      ['value', '1', 300],
      ['value', '2', 400],
    ])
    // A channel that is on another page is not marked.
    expect(ofClass(draw(150, 100, 4, 4), 'rect', 'band')).toEqual([])
    expect(ofClass(draw(150, 100, 4, null), 'rect', 'band')).toEqual([])
  })

  test('of two marked numbers that would touch the selected one stays', () => {
    const valuesAt = (pitch: number) =>
      ofClass(draw(150, pitch, 16, 1), 'text', 'value').map(({ text }) => text)
    expect(valuesAt(22)).toEqual(['1', '2'])
    expect(valuesAt(21)).toEqual(['1'])
  })

  test('on a phone names and the ends of the scale stand above the rows', () => {
    const markup = draw(0, 20, 16, 3)
    expect(ofClass(markup, 'path', 'limit').map(({ d }) => d)).toEqual([
      'M0 24L320 24',
      'M0 92L320 92',
      'M0 168L320 168',
    ])
    expect(textAt(markup, 'run')).toEqual([0, 14, 'start'])
    const scale = ofClass(markup, 'text', 'soft-text scale').map(({ text, x, y }) => [
      text,
      Number(x),
      Number(y),
    ])
    expect(scale).toEqual([
      ['0–1', 320, 14],
      ['0–1', 320, 158],
    ])
    const bands = ofClass(markup, 'rect', 'band').map((one) => numbers(one, 'x', 'width', 'y', 'height'))
    expect(bands).toEqual([
      [60, 20, 22, 44],
      [60, 20, 90, 44],
      [60, 20, 166, 44],
    ])
  })

  test('more groups have lower rows, that of the differences never below 28', () => {
    const heights = (groups: number) => {
      const { rows } = profilesLayout(groups, { from: 0, to: 4, pitch: 100, x: (c) => 150 + (c + 0.5) * 100 })
      return [rows[0]?.height, rows.at(-1)?.height]
    }
    expect([4, 5, 10, 11].map(heights)).toEqual([
      [40, 40],
      [28, 28],
      [28, 28],
      [18, 28],
    ])
  })
})

describe('a series', () => {
  const props: SeriesChartProps = {
    label: 'a variable',
    data: Float32Array.from({ length: 16 }, (_, i) => (i === 7 ? Number.NaN : i)),
    shape: [16, 1],
    variables: [{ name: 'wind', domain: [-5, 15], scale: '−5–15' }],
    // The plot goes from 132 to 596: 29 px a step.
    width: 700,
    axis: { title: 'day', tick: (step) => `${step}`, at: (step) => `day ${step}` },
  }
  const draw = (changes: Partial<SeriesChartProps> = {}) =>
    renderToStaticMarkup(<SeriesChart {...props} {...changes} />)

  test('its name at the left, its scale at the right, 0 where it is, steps below', () => {
    const markup = draw()
    expect(numbers(elements(markup, 'tspan')[0], 'x', 'y')).toEqual([0, 28])
    expect(textAt(markup, '−5–15')).toEqual([606, 28, 'start'])
    // 52 px from 2 on, a quarter of them below 0.
    expect(numbers(ofClass(markup, 'line', 'zero')[0], 'x1', 'x2', 'y1', 'y2')).toEqual([132, 596, 41, 41])
    expect(numbers(ofClass(markup, 'line', 'axis')[0], 'x1', 'x2', 'y1', 'y2')).toEqual([132, 596, 69, 69])
    expect(textAt(markup, 'day')).toEqual([0, 85, 'start'])
    expect(textAt(markup, '4')).toEqual([132 + 4.5 * 29, 85, 'middle'])
  })

  test('the window covers its steps, both ends included; padding goes to the end', () => {
    const markup = draw({ window: { from: 3, to: 5 }, padFrom: 12 })
    const [padding, window] = elements(markup, 'rect').filter(({ y }) => y === '2')
    expect(numbers(window, 'x', 'width', 'height')).toEqual([219, 87, 67])
    expect(numbers(padding, 'x', 'width', 'height')).toEqual([480, 116, 67])
    expect(draw({ padFrom: 16 })).not.toContain('fill="url')
  })

  test('weights: filled above 0, hollow below, small ones solid; none is drawn twice', () => {
    const markup = draw({ window: { from: 3, to: 6, taps: Float32Array.of(4, -4, -0.25, 1) } })
    const d = (name: string) => ofClass(markup, 'path', name)[0]?.d
    // Squares of 11, 11, 2.75 and 5.5 px in the middle of the lane below the row, at 62.5.
    expect(d('positive')).toBe('M228 57h11v11h-11zM317.75 59.75h5.5v5.5h-5.5z')
    expect(d('negative hollow')).toBe('M257.75 57.75h9.5v9.5h-9.5z')
    expect(d('negative')).toBe('M290.13 61.13h2.75v2.75h-2.75z')
  })

  test('the step that is pointed at: a line through the rows, a dot on its value, its words for the scale', () => {
    const markup = draw({ cursor: { step: 5, label: 'day 5', values: ['5 m/s'] } })
    const [, cursor = ''] = markup.split('class="cursor"')
    expect(numbers(elements(cursor, 'line')[0], 'x1', 'x2', 'y1', 'y2')).toEqual([291.5, 291.5, 2, 69])
    // 5 is half of the way from −5 to 15.
    expect(elements(cursor, 'circle').map((one) => numbers(one, 'cx', 'cy'))).toEqual([[291.5, 28]])
    expect(textAt(markup, '5 m/s')).toEqual([606, 28, 'start'])
    expect(textAt(markup, 'day 5')).toEqual([291.5, 85, 'middle'])
    expect(markup).not.toContain('−5–15')
    const missing = draw({ cursor: { step: 7, label: 'day 7', values: ['–'] } })
    expect(elements(missing, 'circle')).toEqual([])
    // Numbers of the axis that would touch it give way.
    expect(
      elements(draw({ cursor: { step: 4, label: 'day 4', values: [] } }), 'text').some(
        ({ text }) => text === '4',
      ),
    ).toBe(false)
  })

  test('on a phone name and scale stand above the row', () => {
    const markup = draw({ width: 352 })
    expect(numbers(elements(markup, 'tspan')[0], 'x', 'y')).toEqual([0, 11])
    expect(textAt(markup, '−5–15')).toEqual([352, 11, 'end'])
    expect(textAt(markup, 'day 0')[1]).toBe(2 + 18 + 52 + 15 + 16)
  })
})

describe('the LSTM', () => {
  const steps = [0.5, 1].map((value): LstmStep => {
    const of = (v: number) => Float32Array.of(v, v)
    return {
      masked: value === 1,
      input: of(value),
      forget: of(0),
      candidate: of(-value),
      output: of(0),
      state: of(value),
      hidden: of(-value),
    }
  })
  const titles = { input: 'i', forget: 'f', output: 'o', candidate: 'c̃', state: 'c', hidden: 'h' }
  // Three panels of 200 px in a row, 100 px a step, 22 px a unit.
  const draw = (selected: { step: number; unit: number } | null) =>
    renderToStaticMarkup(
      <LstmStates
        label='gates and states'
        steps={steps}
        width={664}
        titles={titles}
        scales={{ ...titles, input: '0–1' }}
        domains={{ state: 2, hidden: 0.5 }}
        named
        stepName={(at) => ['wind', 'rain'][at] ?? ''}
        unitName={(unit) => `u${unit}`}
        selected={selected}
      />,
    )
  const panels = (markup: string) => markup.split('<g transform="').slice(1)

  test('panels stand side by side, states below their gates', () => {
    const places = panels(draw(null)).map((panel) => /^translate\(([\d. ]+)\)/.exec(panel)?.[1])
    expect(places).toEqual(['20 26', '242 26', '464 26', '20 124', '242 124', '464 124'])
  })

  test('a gate grows from the foot of its row, a state to either side of the middle, cut at its domain', () => {
    const [input = '', , , candidate = '', state = '', hidden = ''] = panels(draw(null))
    const bars = (panel: string) => ofClass(panel, 'path', 'bars')[0]?.d
    const below = (panel: string) => elements(panel, 'path').find(({ fill }) => fill !== undefined)?.d
    // Columns of 100 px, 2 px apart; a row has 18 px, up from 20.
    expect(bars(input)).toBe('M1 11h98v9h-98zM101 2h98v18h-98z')
    expect(below(candidate)).toBe('M1 11h98v4.5h-98zM101 11h98v9h-98z')
    expect(bars(state)).toBe('M1 8.75h98v2.25h-98zM101 6.5h98v4.5h-98z')
    expect(below(hidden)).toBe('M1 11h98v9h-98zM101 11h98v9h-98z')
    expect(ofClass(input, 'line', 'zero').map((one) => numbers(one, 'x2', 'y1'))).toEqual([
      [200, 20],
      [200, 42],
    ])
  })

  test('titles, scales and names of units and steps', () => {
    const [input = '', forget = ''] = panels(draw(null))
    expect(textAt(input, 'i')).toEqual([0, -12, 'start'])
    expect(textAt(input, '0–1')).toEqual([200, -12, 'end'])
    expect(textAt(input, 'u0')).toEqual([-7, 11, 'end'])
    expect(textAt(input, 'u1')).toEqual([-7, 33, 'end'])
    expect(forget).not.toContain('u1')
    expect(textAt(input, 'wind')).toEqual([50, 55, 'middle'])
    expect(textAt(input, 'rain')).toEqual([150, 55, 'middle'])
  })

  test('skipped steps are hatched; the selected unit and step are marked, and named', () => {
    const [input = ''] = panels(draw({ step: 0, unit: 1 }))
    const hatched = elements(input, 'rect').find(({ fill }) => fill !== undefined)
    expect(numbers(hatched, 'x', 'width', 'height')).toEqual([100, 100, 44])
    expect(numbers(ofClass(input, 'rect', 'band')[0], 'y', 'width', 'height')).toEqual([22, 200, 22])
    expect(numbers(ofClass(input, 'rect', 'column')[0], 'x', 'width', 'y', 'height')).toEqual([
      -0.5, 101, -0.5, 45,
    ])
    expect(numbers(ofClass(input, 'rect', 'cell')[0], 'x', 'width', 'y', 'height')).toEqual([
      -0.5, 101, 22.5, 21,
    ])
    expect(ofClass(input, 'text', 'value').map(({ text }) => text)).toEqual(['u1', 'wind'])
    const [beyond = ''] = panels(draw({ step: 1, unit: 2 }))
    expect(ofClass(beyond, 'rect', 'cell')).toEqual([])
  })
})

describe('the confusion matrix', () => {
  const draw = (classes: number, width: number, selected: { truth: number; prediction: number } | null) => {
    const all = Array.from({ length: classes }, (_, c) => c)
    return renderToStaticMarkup(
      <Confusion
        label='truth and prediction'
        matrix={Uint32Array.from({ length: classes * classes }, (_, i) => i)}
        classes={all.map((c) => `class number ${c}`)}
        width={width}
        words={{ truth: 'truth', prediction: 'read', sum: 'all', recall: 'recall', precision: 'precision' }}
        sums={all.map((c) => `s${c}`)}
        recalls={all.map((c) => `r${c}`)}
        precisions={all.map((c) => `p${c}`)}
        formatCount={(n) => `n${n}`}
        cellLabel={(truth, prediction) => `${truth} as ${prediction}`}
        selected={selected}
        onSelect={() => {}}
      />,
    )
  }

  test('counts but 0, shares of their row as ink', () => {
    const markup = draw(2, 900, null)
    const cells = elements(markup, 'td').filter((one) => one['data-cell'] !== undefined)
    expect(cells.map(({ text }) => text)).toEqual(['', 'n1', 'n2', 'n3'])
    const inks = cells.map(({ style }) => Number(/--ink-share:([\d.]+)/.exec(style ?? '')?.[1]))
    expect(inks).toEqual([0, 1, 0.4 ** 0.6, 0.6 ** 0.6].map((ink) => expect.closeTo(ink, 9)))
  })

  test('names where they fit, else numbers before the names of the rows', () => {
    const heads = (classes: number, width: number) => {
      const markup = draw(classes, width, null)
      const spans = elements(markup, 'span').map(({ text }) => text)
      return [spans[2], spans[2 + classes]]
    }
    expect(heads(2, 900)).toEqual(['class number 0', 'class number 0'])
    expect(heads(8, 500)).toEqual(['1', '1\u00a0class number 0'])
  })

  test('sums give way on a phone; with very many classes cells have no numbers', () => {
    expect(draw(2, 900, null)).toContain('s1')
    expect(draw(8, 358, null)).not.toContain('s1')
    expect(draw(25, 900, null)).toContain('n1')
    const dense = draw(26, 900, null)
    expect(dense).not.toContain('n1')
    expect(dense).toContain('class="dense"')
  })

  test('row and column of the selected cell stand out; late columns have their names at the left', () => {
    const markup = draw(4, 900, { truth: 1, prediction: 2 })
    const heads = elements(markup, 'th')
    expect(
      heads.filter(({ scope, title }) => scope === 'col' && title !== undefined).map((one) => one.class),
    ).toEqual([undefined, undefined, 'here late', undefined])
    expect(
      heads.filter(({ scope, title }) => scope === 'row' && title !== undefined).map((one) => one.class),
    ).toEqual([undefined, 'here', undefined, undefined])
    expect(elements(markup, 'td').filter((one) => one.class === 'score here')).toHaveLength(3)
    const early = elements(draw(4, 900, { truth: 0, prediction: 1 }), 'th')
    expect(early.filter((one) => one.class === 'here late')).toEqual([])
  })

  test('columns share what the names and scores leave', () => {
    // 900 − 72 for names − 2 · 54 for scores: 36 px each of 20; 88 at most, 28 at least.
    expect(confusionLayout(20, 900, 20)).toMatchObject({
      cell: 36,
      names: 72,
      scores: 54,
      sums: true,
      tight: true,
    })
    expect(confusionLayout(4, 900, 20).cell).toBe(88)
    expect(confusionLayout(20, 479, 20)).toMatchObject({ cell: 28, scores: 44, sums: false })
    // 12 px around the longest name, 160 px at most where cells keep 44.
    expect(confusionLayout(4, 900, 80).names).toBe(92)
    expect(confusionLayout(4, 900, 20, 90).names).toBe(102)
    expect(confusionLayout(4, 800, 500).names).toBe(160)
    expect([confusionLayout(17, 900, 20).tight, confusionLayout(18, 900, 20).tight]).toEqual([false, true])
  })
})

test('results by seed: dots by accuracy, the mean a line, a deviation to either side a bar', () => {
  const markup = renderToStaticMarkup(
    <Seeds
      label='accuracies'
      groups={[
        { name: 'with', tone: 'gates', values: [0.5, 0.75], mean: 0.6, deviation: 0.1 },
        { name: 'without', tone: 'plain', values: [0.25], mean: 0.25, deviation: null },
      ]}
      seeds={3}
      axis='accuracy'
      width={520}
      format={(accuracy) => `${accuracy}!`}
    />,
  )
  // From 104 to 504 for 0.25 − 0.04 … 0.75 + 0.04.
  const x = (accuracy: number) => 104 + (400 * (accuracy - 0.21)) / 0.58
  const close = (...values: number[]) => values.map((value) => expect.closeTo(value, 6))
  expect(elements(markup, 'circle').map((one) => numbers(one, 'cx', 'cy'))).toEqual([
    close(x(0.5), 16),
    close(x(0.75), 26),
    close(x(0.25), 62),
  ])
  expect(numbers(ofClass(markup, 'rect', 'spread')[0], 'x', 'width', 'y', 'height')).toEqual(
    close(x(0.5), x(0.7) - x(0.5), 11, 30),
  )
  expect(ofClass(markup, 'path', 'mean').map(({ d }) => d)).toEqual(['M372.97 9L372.97 43'])
  expect(ofClass(markup, 'path', 'axis')[0]?.d).toBe('M104 98L504 98')
  expect(textAt(markup, 'with')).toEqual([90, 26, 'end'])
  expect(textAt(markup, 'accuracy')).toEqual([504, 130, 'end'])
  expect(textAt(markup, '0.5!')).toEqual([expect.closeTo(x(0.5), 6), 112, 'middle'])
})
