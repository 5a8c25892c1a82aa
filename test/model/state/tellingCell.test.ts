/** The cell that the steps speak of until the reader chooses one. */
import { describe, expect, test } from 'vitest'
import { emptyRun, wantedRun } from '../../../src/components/training/controller/liveRun.ts'
import { cuedProblem } from '../../../src/model/data/series/cued.ts'
import { forwardNetwork } from '../../../src/model/networks/forward.ts'
import type { Snapshot } from '../../../src/model/networks/snapshotTypes.ts'
import { pinned } from '../../../src/model/state/selection.ts'
import { shownSnapshot } from '../../../src/model/state/shown.ts'
import { otherPicture, picture } from '../../../src/model/state/shownSamples.ts'
import { type AppState, createAppStore } from '../../../src/model/state/store.ts'
import type { Nd } from '../../../src/model/tensor.ts'
import { storedRun, storedSeriesRun } from '../storedRuns.ts'

const inks = storedRun('inks-se')
const digits = storedRun('digits-se')
const cued = storedSeriesRun('cued-se')
const snapshots = { 'inks-se': inks, 'digits-se': digits, 'cued-se': cued }
const stateOf = (changes: Partial<AppState>): AppState => createAppStore({ snapshots, ...changes }).getState()

/** U of a site, computed by the network alone. */
function mapsOf(run: Snapshot, input: Nd, site: string): Nd {
  const { plan, weights } = shownSnapshot(run)
  const U = forwardNetwork(plan, weights, input).sites[site]?.U
  if (U === undefined) throw new RangeError(`no maps at ${site}`)
  return U
}

/** Values of one channel: rows of columns; a series is one row. */
function mapOf({ axes, shape, data }: Nd, channel: number): number[][] {
  const [first = 1, second = 1] = shape
  const [rows, columns] = axes.includes('t') ? [1, first] : [first, second]
  const channels = shape.at(-1) ?? 1
  return Array.from({ length: rows }, (_, h) =>
    Array.from({ length: columns }, (_, w) => data[(h * columns + w) * channels + channel] ?? Number.NaN),
  )
}

interface Place {
  readonly h: number
  readonly w: number
}

/** The greatest value of the map among the cells that may be told of. */
function greatest(map: number[][], may: (place: Place) => boolean): number {
  const values = map.flatMap((row, h) => row.filter((_, w) => may({ h, w })))
  return Math.max(...values)
}

describe.each(['site1', 'site2'] as const)('in pictures, %s', (site) => {
  const side = site === 'site1' ? 14 : 7

  test('is off the edges, on the side away from the bar, and where the channel’s map is largest there', () => {
    for (const { index } of inks.samples.slice(0, 6)) {
      for (const bar of [0, 1] as const) {
        const at = { site, sample: { kind: 'heldOut', index, bar } } as const
        const input = picture(stateOf(at))?.input
        if (input === undefined) throw new RangeError('no picture')
        const U = mapsOf(inks, input, site)
        for (let channel = 0; channel < (U.shape.at(-1) ?? 0); channel++) {
          const { h = -1, w = -1 } = pinned(stateOf({ ...at, channel }))?.index ?? {}
          for (const place of [h, w]) {
            expect(place).toBeGreaterThanOrEqual(2)
            expect(place).toBeLessThan(side - 2)
          }
          expect(w).toBeGreaterThanOrEqual(0.45 * side)
          const map = mapOf(U, channel)
          const best = greatest(
            map,
            (cell) =>
              Math.min(cell.h, cell.w) >= 2 && Math.max(cell.h, cell.w) < side - 2 && cell.w >= 0.45 * side,
          )
          expect(map[h]?.[w], `picture ${index}, channel ${channel}`).toBe(best)
        }
      }
    }
  })

  test('of digits, which have no bar, anywhere off the edges', () => {
    const { index } = digits.samples[1] ?? { index: -1 }
    const at = { net: 'digits', site, sample: { kind: 'heldOut', index, bar: null } } as const
    const input = picture(stateOf(at))?.input
    if (input === undefined) throw new RangeError('no picture')
    const U = mapsOf(digits, input, site)
    const columns = new Set<number>()
    for (let channel = 0; channel < (U.shape.at(-1) ?? 0); channel++) {
      const { h = -1, w = -1 } = pinned(stateOf({ ...at, channel }))?.index ?? {}
      const map = mapOf(U, channel)
      const inner = (cell: Place) => Math.min(cell.h, cell.w) >= 2 && Math.max(cell.h, cell.w) < side - 2
      expect(inner({ h, w })).toBe(true)
      expect(map[h]?.[w]).toBe(greatest(map, inner))
      columns.add(w)
    }
    expect(Math.min(...columns)).toBeLessThan(0.45 * side)
  })
})

test('at the first site no bar is in sight of it: in the other ink the cell has the same value', () => {
  for (const { index } of inks.samples.slice(0, 6)) {
    const state = stateOf({ site: 'site1', sample: { kind: 'heldOut', index, bar: 0 } })
    const [a, b] = [picture(state)?.input, otherPicture(state)?.input]
    if (a === undefined || b === undefined) throw new RangeError('no pictures')
    const [one, other] = [mapsOf(inks, a, 'site1'), mapsOf(inks, b, 'site1')]
    expect(one.data).not.toEqual(other.data)
    for (let channel = 0; channel < 16; channel++) {
      const { h = -1, w = -1 } = pinned({ ...state, channel })?.index ?? {}
      const value = mapOf(one, channel)[h]?.[w]
      expect(value).toBe(mapOf(other, channel)[h]?.[w])
      expect(value).toBeDefined()
    }
  }
})

test('in a series: a step off both ends where the channel’s curve is highest', () => {
  const problem = cuedProblem({ train: 6, validation: 3, test: 12 })
  const at = {
    net: 'series',
    data: 'cued',
    problem: {
      key: 'cued',
      problem,
      twins: new Float32Array(problem.test.x.length),
      twinLabels: new Uint8Array(12),
      truth: null,
      names: null,
    },
  } as const
  for (const site of ['site1', 'site2']) {
    const input = picture(stateOf({ ...at, site }))?.input
    if (input === undefined) throw new RangeError('no series')
    const U = mapsOf(cued, input, site)
    for (let channel = 0; channel < (U.shape.at(-1) ?? 0); channel++) {
      const index = pinned(stateOf({ ...at, site, channel }))?.index
      const [curve = []] = mapOf(U, channel)
      expect(index?.h).toBe(0)
      expect(index?.t).toBe(index?.w)
      expect(curve[index?.w ?? -1]).toBe(Math.max(...curve.slice(2, -2)))
    }
  }
})

describe('the cell that is pinned', () => {
  const state = stateOf({})

  test('is the reader’s, once chosen', () => {
    expect(pinned({ ...state, cell: { h: 1, w: 0 } })?.index).toMatchObject({ h: 1, w: 0 })
  })

  test('is another for another channel, and stays while a run trains', () => {
    const cells = new Set(
      Array.from({ length: 16 }, (_, channel) => {
        const { h, w } = pinned({ ...state, channel })?.index ?? {}
        return `${h} ${w}`
      }),
    )
    expect(cells.size).toBeGreaterThan(4)
    const before = pinned({ ...state, channel: 3 })?.index
    const live = emptyRun(1, wantedRun(state))
    for (const step of [0, 1, 2]) {
      const moved = { ...live, step, weights: live.weights.map((weight) => weight * (1 + step)) }
      expect(pinned({ ...state, channel: 3, live: moved })?.index).toEqual(before)
    }
  })
})
