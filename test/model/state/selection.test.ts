/** Which channel, hidden unit and place are pinned or pointed at. */
import { describe, expect, test } from 'vitest'
import { cuedProblem } from '../../../src/model/data/series/cued.ts'
import * as selection from '../../../src/model/state/selection.ts'
import { type LoadedProblem, seriesPicture } from '../../../src/model/state/series.ts'
import { type AppState, createAppStore } from '../../../src/model/state/store.ts'
import { storedRun } from '../storedRuns.ts'

const run = storedRun('inks-se')

/** Mean gates of 16 channels in two groups; a channel that is not named has the same in both. */
function contrasts(byChannel: Readonly<Record<number, readonly [number, number]>>) {
  const group = (g: 0 | 1) => Array.from({ length: 16 }, (_, c) => byChannel[c]?.[g] ?? 0.9)
  return run.population.map((one) =>
    one.site === 'site1' ? { ...one, meanGateByGroup: [group(0), group(1)] } : one,
  )
}

function at(changes: Partial<AppState>, population = run.population): AppState {
  const snapshot = { ...run, featuredSample: null, population }
  return createAppStore({ snapshots: { 'inks-se': snapshot }, site: 'site1', ...changes }).getState()
}

describe('the channel that nobody has chosen', () => {
  test('is the one whose mean gate differs most from group to group, not the most open', () => {
    const channel = (byChannel: Parameters<typeof contrasts>[0]) =>
      selection.pinned(at({}, contrasts(byChannel)))?.index.c
    expect(channel({ 4: [0.2, 0.5], 9: [0.7, 0.1], 12: [1, 1] })).toBe(9)
    expect(channel({ 3: [0.1, 0.4], 5: [0.6, 0.3] })).toBe(3)
    expect(channel({})).toBe(0)
  })

  test('is the first where nothing was counted', () => {
    expect(selection.pinned(at({}, []))?.index.c).toBe(0)
    expect(selection.pinned(at({ channel: 7 }, []))?.index.c).toBe(7)
  })
})

test('what the pointer is over is as it is within the block, and at its edge beyond', () => {
  const over = (c: number, k: number) => {
    const hover = { stage: 'w1', index: { c, k, h: 1, w: 2, t: 2 } } as const
    const found = selection.selection(at({ hover }))
    return [found?.index.c, found?.index.k, found === hover]
  }
  // 16 channels and 4 hidden units.
  expect(over(15, 3)).toEqual([15, 3, true])
  expect(over(16, 3)).toEqual([15, 3, false])
  expect(over(15, 4)).toEqual([15, 3, false])
  expect(over(2, 9)).toEqual([2, 3, false])
})

test('a pinned place is within the map', () => {
  const pinnedAt = (h: number, w: number) => {
    const index = selection.pinned(at({ cell: { h, w }, hidden: 9 }))?.index
    return [index?.k, index?.h, index?.w, index?.t]
  }
  expect(pinnedAt(13, 13)).toEqual([3, 13, 13, 13])
  expect(pinnedAt(14, 20)).toEqual([3, 13, 13, 13])
  expect(pinnedAt(0, 5)).toEqual([3, 0, 5, 5])
})

describe('a series on show', () => {
  const problem = cuedProblem({ train: 6, validation: 3, test: 6 })
  const { test: part } = problem
  const twins = part.x.map((value) => value + 1)
  const twinLabels = part.y.map((label) => (label + 1) % 3)
  const loaded: LoadedProblem = { key: 'cued', problem, twins, twinLabels, truth: null, names: null }
  const size = problem.length * problem.channels
  const shown = (index: number, bar: 0 | 1 | null, given = loaded) => {
    const picture = seriesPicture(given, { kind: 'heldOut', index, bar })
    return picture === null ? null : [picture.bar, picture.label, picture.input.data]
  }
  const values = (x: Float32Array, index: number) => x.slice(index * size, (index + 1) * size)

  test('has its own cue and class, or the other cue with the values and the class of that', () => {
    for (const index of [0, 1, 5]) {
      const own = part.group[index] === 1 ? 1 : 0
      const other = own === 1 ? 0 : 1
      const asItIs = [own, part.y[index], values(part.x, index)]
      expect(shown(index, null)).toEqual(asItIs)
      expect(shown(index, own)).toEqual(asItIs)
      expect(shown(index, other)).toEqual([other, twinLabels[index], values(twins, index)])
    }
    expect(shown(6, null)).toBeNull()
  })

  test('without cues has its class, whatever cue the address names; every key is another', () => {
    const plain = { ...loaded, twins: null, twinLabels: null }
    expect(shown(1, 1, plain)).toEqual([null, part.y[1], values(part.x, 1)])
    const keys = [
      seriesPicture(loaded, { kind: 'heldOut', index: 1, bar: 0 }),
      seriesPicture(loaded, { kind: 'heldOut', index: 1, bar: 1 }),
      seriesPicture(loaded, { kind: 'heldOut', index: 2, bar: 0 }),
      seriesPicture(plain, { kind: 'heldOut', index: 1, bar: 0 }),
    ].map((picture) => picture?.key)
    expect(new Set(keys).size).toBe(4)
  })
})
