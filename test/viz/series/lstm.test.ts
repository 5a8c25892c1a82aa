import { describe, expect, test } from 'vitest'
import {
  barPaths,
  barValues,
  isGate,
  lstmLayout,
  lstmParts,
  maskedRuns,
  mostUnits,
  namedSteps,
  pageOfUnit,
  unitsFrom,
} from '../../../src/viz/series/lstm.ts'

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function boxes(path: string): Box[] {
  return [...path.matchAll(/M(\S+) ([-\d.]+)h([-\d.]+)v([-\d.]+)/g)].map((match) => {
    const [x = 0, y = 0, width = 0, height = 0] = match.slice(1).map(Number)
    return { x, y, width, height }
  })
}

describe('the LSTM', () => {
  test.each([960, 640, 352, 300])('at %i px: six panels, side by side and apart', (width) => {
    const layout = lstmLayout(96, 8, width)
    expect(new Set(layout.panels.map(({ part }) => part))).toEqual(new Set(lstmParts))
    for (const panel of layout.panels) {
      expect(panel.x + layout.panelWidth).toBeLessThanOrEqual(width)
      expect(panel.y + layout.panelHeight).toBeLessThan(layout.height)
      for (const other of layout.panels) {
        if (panel === other) continue
        const beside = Math.abs(panel.x - other.x) > layout.panelWidth
        const below = Math.abs(panel.y - other.y) > layout.panelHeight + 20
        expect(beside || below).toBe(true)
      }
    }
  })

  test('a state stands next to its gate: below it, or on a phone beside it', () => {
    const pairs = [
      ['input', 'candidate'],
      ['forget', 'state'],
      ['output', 'hidden'],
    ] as const
    for (const [gate, state] of pairs) {
      const place = (width: number, part: string) =>
        lstmLayout(9, 8, width).panels.find((p) => p.part === part)
      expect(place(960, gate)?.x).toBe(place(960, state)?.x)
      expect(place(352, gate)?.y).toBe(place(352, state)?.y)
      expect([isGate(gate), isGate(state)]).toEqual([true, false])
    }
  })

  test('places, steps and units find each other', () => {
    const layout = lstmLayout(30, 8, 700)
    for (let step = 0; step < 30; step++) expect(layout.step(layout.edge(step + 0.5))).toBe(step)
    for (let unit = 0; unit < 8; unit++) expect(layout.unit((unit + 0.5) * layout.rowHeight)).toBe(unit)
    expect([layout.unit(-5), layout.unit(9999), layout.step(-5), layout.step(9999)]).toEqual([0, 7, 0, 29])
  })

  test('not more units than there is room for', () => {
    expect(lstmLayout(30, 128, 700).units).toBe(mostUnits)
  })

  test('more steps than pixels: a bar is the mean of its steps, and none is lost', () => {
    const values = Float32Array.from({ length: 1000 }, (_, i) => (i === 777 ? 1 : 0))
    const bars = barValues(values, 250)
    expect(bars).toHaveLength(250)
    expect(bars.reduce((sum, bar) => sum + bar * 4, 0)).toBeCloseTo(1, 6)
    expect([...barValues(Float32Array.of(1, 2, 3), 3)]).toEqual([1, 2, 3])
    expect([...barValues(Float32Array.of(1, Number.NaN), 1)]).toEqual([Number.NaN])
  })

  test('bars grow from zero, up or down, as far as the value says; beyond the domain to the edge', () => {
    const row = { zero: 50, reach: 40, domain: 2, width: 100 }
    const { above, below } = barPaths(Float64Array.of(1, -0.5, 0, Number.NaN, 9), row)
    const up = boxes(above)
    expect(up.map(({ y, height }) => [y, height])).toEqual([
      [30, 20],
      [10, 40],
    ])
    expect(boxes(below).map(({ y, height }) => [y, height])).toEqual([[50, 10]])
    expect(up[1]?.x).toBeGreaterThan(80)
  })

  test('narrow bars touch, wide ones stand apart', () => {
    const widthAt = (width: number) => {
      const [bar] = boxes(
        barPaths(new Float64Array(50).fill(1), { zero: 10, reach: 10, domain: 1, width }).above,
      )
      return bar?.width ?? 0
    }
    expect(widthAt(100)).toBe(2)
    expect(widthAt(1000)).toBeLessThan(19)
  })

  test('runs of skipped steps', () => {
    expect(maskedRuns([true, false, true, true, false])).toEqual([
      { from: 0, to: 0 },
      { from: 2, to: 3 },
    ])
    expect(maskedRuns([])).toEqual([])
  })
})

test('names of steps: all where columns are wide, else every so many that the longest fits', () => {
  expect(namedSteps(4, 88, 133)).toEqual({ steps: [0, 1, 2, 3], room: 82 })
  expect(namedSteps(14, 25, 15).steps).toHaveLength(14)
  expect(namedSteps(14, 25, 30)).toEqual({ steps: [0, 2, 4, 6, 8, 10, 12], room: 44 })
  expect(namedSteps(3, 40, 900)).toEqual({ steps: [0], room: 114 })
  for (const [pitch, longest] of [
    [11, 70],
    [34, 60],
    [5, 12],
  ] as const) {
    const { steps, room } = namedSteps(50, pitch, longest)
    expect(room).toBeGreaterThanOrEqual(longest)
    expect(steps.at(-1)).toBeLessThan(50)
  }
})

test('units beyond those that are drawn stand on pages, with their own values', () => {
  const values = (first: number) => Float32Array.from({ length: 40 }, (_, unit) => first + unit)
  const step = {
    masked: true,
    input: values(0),
    forget: values(100),
    candidate: values(200),
    output: values(300),
    state: values(400),
    hidden: values(500),
  }
  for (let unit = 0; unit < 40; unit++) {
    const from = pageOfUnit(unit)
    const [page] = unitsFrom([step], from)
    expect(unit - from).toBeLessThan(mostUnits)
    expect(page?.masked).toBe(true)
    for (const part of lstmParts) expect(page?.[part][unit - from]).toBe(step[part][unit])
  }
  expect(unitsFrom([step], 32)[0]?.hidden).toHaveLength(8)
})

test('bars of six pixels stand apart, narrower ones touch, two pixels apart at most', () => {
  const across = (width: number) =>
    boxes(barPaths(Float64Array.of(1, 1), { zero: 10, reach: 10, domain: 1, width }).above).map(
      ({ x, width: own }) => [x, own],
    )
  expect(across(12)).toEqual([
    [0.36, 5.28],
    [6.36, 5.28],
  ])
  expect(across(11.8)).toEqual([
    [0, 5.9],
    [5.9, 5.9],
  ])
  expect(across(80)).toEqual([
    [1, 38],
    [41, 38],
  ])
})
