/** React asks selectors again and again: for one state each gives one and the same object, or the page renders for ever. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyRun } from '../../../src/components/training/controller/liveRun.ts'
import { plantedProblem } from '../../../src/model/data/series/planted.ts'
import { imageNetworkConfig } from '../../../src/model/networks/config.ts'
import { gateSources, noEdits } from '../../../src/model/state/edits.ts'
import * as selection from '../../../src/model/state/selection.ts'
import * as shownRun from '../../../src/model/state/shownRun.ts'
import * as shownSamples from '../../../src/model/state/shownSamples.ts'
import { type AppState, createAppStore, pinAt } from '../../../src/model/state/store.ts'
import * as stored from '../../../src/model/state/storedRun.ts'
import { storedRun } from '../storedRuns.ts'

const snapshots = {
  'inks-se': storedRun('inks-se'),
  'inks-plain': storedRun('inks-plain'),
  'digits-se': storedRun('digits-se'),
}
const { training } = createAppStore().getState()
const { problem: planted } = plantedProblem({ channels: 2, useful: [true, false] })
const problem = { key: 'planted', problem: planted, twins: null, twinLabels: null, truth: null, names: null }

const runs = (['inks', 'digits'] as const).map((net, i) => {
  const live = emptyRun(i + 1, { net, network: imageNetworkConfig(net), seed: 1, ...training })
  const weights = snapshots[`${net}-se`].weights
  return { ...live, weights, step: 9, history: [{ step: 3, weights: live.weights }] }
})
const [first] = runs
if (first === undefined) throw new Error('no run')

/** Numbers as they come of pointing, also at what has no width. */
const place = fc.constantFrom(0, 3, 40, Number.NaN)

const states: fc.Arbitrary<Partial<AppState>> = fc.record({
  net: fc.constantFrom('inks', 'digits', 'series'),
  data: fc.constant('planted'),
  problem: fc.constantFrom(null, problem),
  snapshot: fc.constantFrom('se', 'plain'),
  snapshots: fc.constantFrom({}, snapshots, { 'digits-se': snapshots['digits-se'] }),
  site: fc.constantFrom(null, 'site1', 'site2', 'site9'),
  sample: fc.constantFrom(
    null,
    { kind: 'heldOut', index: 3, bar: null },
    { kind: 'heldOut', index: 1999, bar: 1 },
    { kind: 'drawn' },
  ),
  drawn: fc.constantFrom(null, new Uint8Array(784).fill(100)),
  channel: fc.oneof(fc.constant(null), place),
  hidden: place,
  cell: fc.constantFrom(null, { h: 1, w: 30 }),
  hover: fc.constantFrom(null, { stage: 'w1', index: { c: 40, k: Number.NaN, h: 0, w: 0, t: 0 } }),
  r: fc.constantFrom(null, 2, 4096),
  gate: fc.constantFrom('sigmoid', 'tanh'),
  place: fc.constantFrom('standard', 'pre'),
  edit: fc.constantFrom(noEdits, ...gateSources.map((source) => ({ ...noEdits, source, dropRelu: true }))),
  comparing: fc.boolean(),
  live: fc.constantFrom(null, ...runs),
  at: fc.constantFrom(null, 3, 100),
  heldFrame: fc.constantFrom(null, { run: 1, step: 2, weights: first.weights }),
})

test('every selector gives the same object as long as the state is the same', () => {
  const all = Object.entries({ ...stored, ...shownRun, ...shownSamples, ...selection }) as [
    string,
    (state: AppState) => unknown,
  ][]
  expect(all.length).toBeGreaterThan(12)
  const order = fc.shuffledSubarray(all, { minLength: all.length })
  fc.assert(
    fc.property(states, order, order, (given, once, again) => {
      const state = createAppStore(given).getState()
      const before = new Map(once.map(([name, select]) => [name, select(state)]))
      for (const [name, select] of again) expect(select(state), name).toBe(before.get(name))
    }),
    { numRuns: 150 },
  )
})

test('a place that is no number is not pinned', () => {
  const store = createAppStore({ snapshots })
  const before = store.getState()
  pinAt(store, { stage: 'w1', index: { c: 1, k: Number.NaN, h: 0, w: 0, t: 0 } })
  expect(store.getState()).toBe(before)
})
