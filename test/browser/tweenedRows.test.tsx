/** Rows of the figure on their way from one step to the next, frame by frame, with the clock in the test's hand. */
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useTweenedRows } from '../../src/components/figure/useTweenedRows.ts'
import type { OpenRows } from '../../src/model/state/openRows.ts'
import { loomLayout } from '../../src/viz/loom/layout.ts'
import { openAt, variants, whole } from '../viz/loom/open.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let root: Root
let seen: OpenRows[] = []
let now = 0
let waiting = new Map<number, FrameRequestCallback>()

beforeEach(() => {
  const place = document.createElement('div')
  document.body.append(place)
  root = createRoot(place)
  seen = []
  now = 1000
  waiting = new Map()
  let asked = 0
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  vi.spyOn(globalThis, 'requestAnimationFrame').mockImplementation((callback) => {
    asked += 1
    waiting.set(asked, callback)
    return asked
  })
  vi.spyOn(globalThis, 'cancelAnimationFrame').mockImplementation((frame) => void waiting.delete(frame))
})

afterEach(() => {
  act(() => root.unmount())
  vi.restoreAllMocks()
  document.body.replaceChildren()
})

function prefer(reduced: boolean): void {
  const real = matchMedia
  vi.spyOn(globalThis, 'matchMedia').mockImplementation((query) =>
    Object.defineProperty(real.call(globalThis, query), 'matches', {
      value: reduced && query.includes('prefers-reduced-motion: reduce'),
    }),
  )
}

function Rows({ open }: { open: OpenRows }) {
  seen.push(useTweenedRows(open))
  return null
}

const show = (open: OpenRows) => act(() => root.render(<Rows open={open} />))
const shown = () => seen.at(-1)

function frame(ms: number): void {
  now += ms
  const callbacks = [...waiting.values()]
  waiting.clear()
  act(() => {
    for (const callback of callbacks) callback(now)
  })
}

const shape = { channels: 16, reduced: 4, map: [14, 14] } as const

test('with reduced motion the rows of the next step are there at once', () => {
  prefer(true)
  const [why, mix] = [openAt('why'), openAt('mix')]
  show(why)
  show(mix)
  expect(shown()).toBe(mix)
  expect(waiting.size).toBe(0)
  for (const open of seen) expect([why, mix]).toContain(open)
})

test('otherwise they get there in a quarter of a second, without turning back', () => {
  prefer(false)
  const [why, squeeze] = [openAt('why'), openAt('squeeze')]
  show(why)
  expect(waiting.size).toBe(0)
  show(squeeze)
  expect(shown()).toBe(why)
  const heights: number[] = []
  for (let ms = 0; ms < 250; ms += 10) {
    frame(10)
    heights.push(shown()?.heights.z ?? Number.NaN)
  }
  expect(shown()).toBe(squeeze)
  expect(waiting.size).toBe(0)
  expect(heights).toEqual(heights.toSorted((a, b) => a - b))
  expect(new Set(heights).size).toBeGreaterThan(10)
  expect(heights[0]).toBeGreaterThan(why.heights.z ?? 0)
  expect(heights.at(-1)).toBe(squeeze.heights.z)
})

test('on their way the figure is as tall as ever, whatever opens and folds', () => {
  prefer(false)
  const stations = [openAt('why'), openAt('mix'), openAt('gate'), openAt('transform', ['z']), openAt('scale')]
  for (const station of stations) {
    show(station)
    // The next one comes while these rows are still moving.
    for (const ms of [16, 40, 70]) {
      frame(ms)
      for (const variant of variants) {
        const open = shown()
        if (open === undefined) throw new RangeError('nothing shown')
        const layout = loomLayout(shape, variant, open)
        expect(Math.abs(layout.height - (variant === 'phone' ? 280 : 360))).toBeLessThan(1)
        for (const row of station.order) {
          expect(layout.isOpen(row)).toBe(station.heights[row] !== undefined)
        }
      }
    }
  }
  frame(300)
  expect(shown()).toBe(stations.at(-1))
})

test('the whole is there at once: its height is another', () => {
  prefer(false)
  const why = openAt('why')
  show(why)
  show(whole)
  expect(shown()).toBe(whole)
  show(why)
  expect(shown()).toBe(why)
  expect(waiting.size).toBe(0)
})

test('who leaves the page on the way leaves no frame behind', () => {
  prefer(false)
  show(openAt('why'))
  show(openAt('mix'))
  expect(waiting.size).toBe(1)
  act(() => root.render(null))
  expect(waiting.size).toBe(0)
})
