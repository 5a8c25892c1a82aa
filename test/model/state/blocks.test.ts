/** Which block the choices ask for, and whether the reader's own run trains it. */
import { expect, test } from 'vitest'
import { emptyRun } from '../../../src/components/training/controller/liveRun.ts'
import type { ImageRunConfig } from '../../../src/model/engine/protocol.ts'
import { imageNetworkConfig } from '../../../src/model/networks/config.ts'
import { blockChanges, idleBlock } from '../../../src/model/state/blockChanges.ts'
import { coveredRows } from '../../../src/model/state/cover.ts'
import { choicesOfKey, seriesKey } from '../../../src/model/state/seriesKey.ts'
import {
  heldFrame as heldFrameOf,
  liveRun,
  shownNetwork,
  trainingChoices,
} from '../../../src/model/state/shownRun.ts'
import { type AppState, createAppStore } from '../../../src/model/state/store.ts'
import { storedRun, storedSeriesRun } from '../storedRuns.ts'

const asTrained = { r: null, squeeze: 'mean', gate: 'sigmoid', place: 'standard' } as const

test('only what differs from the stored run is asked of the block', () => {
  const run = storedRun('inks-se')
  expect(blockChanges(asTrained, run)).toBeNull()
  expect(blockChanges({ ...asTrained, r: run.config.ratio }, run)).toBeNull()
  expect(blockChanges({ ...asTrained, r: 8 }, run)).toEqual({ ratio: 8 })
  expect(blockChanges({ ...asTrained, squeeze: 'max' }, run)).toEqual({ squeeze: 'max' })
  expect(blockChanges({ ...asTrained, gate: 'tanh', place: 'pre' }, run)).toEqual({
    gate: 'tanh',
    place: 'pre',
  })
  // There is no block to change, or none of this kind.
  expect(blockChanges({ ...asTrained, gate: 'tanh' }, storedRun('inks-plain'))).toBeNull()
  expect(blockChanges({ ...asTrained, gate: 'tanh' }, storedSeriesRun('cued-se'))).toBeNull()
})

test('what is asked of a block that is not there', () => {
  const idle = (changes: Partial<AppState>) => idleBlock(createAppStore(changes).getState())
  const other = { squeeze: 'max', gate: 'tanh', place: 'pre' } as const
  expect(idle(other)).toBeNull()
  expect(idle({ ...other, snapshot: 'plain' })).toEqual(other)
  expect(idle({ snapshot: 'plain' })).toBeNull()
  expect(idle({ gate: 'tanh', snapshot: 'plain' })).toEqual({ gate: 'tanh' })
  // MLSTM-FCN has its block, at its own place.
  expect(idle({ ...other, net: 'series' })).toEqual({ place: 'pre' })
})

const network = imageNetworkConfig('inks', { ratio: 8, squeeze: 'max', gate: 'tanh', place: 'pre' })
const config: ImageRunConfig = {
  net: 'inks',
  network,
  seed: 5,
  batchSize: 8,
  learningRate: 0.125,
  backend: 'wasm',
  stopAtAccuracy: 0.9,
  maxStepsPerSecond: 7,
}
const state = (changes: Partial<AppState>, given: Partial<typeof network> = {}) =>
  createAppStore({
    live: { ...emptyRun(3, { ...config, network: { ...network, ...given } }), step: 40 },
    net: 'inks',
    squeeze: 'max',
    gate: 'tanh',
    place: 'pre',
    ...changes,
  }).getState()

test('the reader’s run is on show while the choices are those it trains', () => {
  const isShown = (changes: Partial<AppState>, given: Partial<typeof network> = {}) =>
    liveRun(state(changes, given)) !== null
  expect(isShown({})).toBe(true)
  expect(isShown({ r: 8 })).toBe(true)
  for (const other of [
    { r: 4 },
    { net: 'digits' },
    { squeeze: 'mean' },
    { gate: 'sigmoid' },
    { place: 'standard' },
    { snapshot: 'plain' },
    { live: null },
  ] as const)
    expect([other, isShown(other)]).toEqual([other, false])
  // Without a block its choices are idle.
  const plain = { squeezeExcite: false }
  expect(isShown({ snapshot: 'plain', gate: 'sigmoid', r: 2 }, plain)).toBe(true)
  expect(isShown({}, plain)).toBe(false)
})

test('what is trained with is what the run on show is trained with, else the choice for the next', () => {
  const shown = trainingChoices(state({}))
  expect(shown).toEqual({
    batchSize: 8,
    learningRate: 0.125,
    backend: 'wasm',
    stopAtAccuracy: 0.9,
    maxStepsPerSecond: 7,
  })
  const other = state({ net: 'digits' })
  expect(trainingChoices(other)).toBe(other.training)
})

test('a run is shown as it is, as it was at a step, or as it is held', () => {
  const weights = [0, 1, 2, 3].map((value) => new Float32Array(1).fill(value))
  const at = (changes: Partial<AppState>) => {
    const given = state({})
    const live =
      given.live === null
        ? null
        : {
            ...given.live,
            weights: weights[3] ?? new Float32Array(),
            history: [10, 20].map((step, i) => ({ step, weights: weights[i] ?? new Float32Array() })),
          }
    const shown = shownNetwork({ ...given, live, ...changes })
    return [shown?.step, shown?.weights[0], shown?.origin]
  }
  expect(at({})).toEqual([40, 3, 'live'])
  expect(at({ at: 25 })).toEqual([20, 1, 'live'])
  expect(at({ at: 19 })).toEqual([10, 0, 'live'])
  const heldFrame = { run: 3, step: 33, weights: weights[2] ?? new Float32Array() }
  expect(at({ heldFrame })).toEqual([33, 2, 'live'])
  expect(at({ heldFrame, at: 10 })).toEqual([10, 0, 'live'])
  expect(at({ heldFrame: { ...heldFrame, run: 2 } })).toEqual([40, 3, 'live'])
  expect(heldFrameOf(state({ heldFrame }))).toBe(heldFrame)
  expect(heldFrameOf(state({ heldFrame, at: 10 }))).toBeNull()
  expect(heldFrameOf(state({ heldFrame, live: null }))).toBeNull()
})

test('series are called by the choices that make them, and lead back to them', () => {
  const { plant } = createAppStore().getState()
  for (const choices of [
    { data: 'cued' },
    { data: 'weather', task: 'city' },
    { data: 'weather', task: 'citySeason' },
    { data: 'planted', plant: { ...plant, unequal: true } },
  ] as const) {
    const key = seriesKey({ task: 'city', plant, ...choices })
    expect(choicesOfKey(key ?? '')).toEqual(choices)
  }
  expect([
    seriesKey({ data: 'own', task: 'city', plant }),
    seriesKey({ data: 'gestures', task: 'city', plant }),
  ]).toEqual([null, null])
  for (const key of ['', 'weather', 'weather-town', 'planted-', 'planted-timing-01-1.0', 'own-1-some'])
    expect(choicesOfKey(key)).toBeNull()
})

test('gates that are covered cover what they can be read from; the rows stand from top to bottom', () => {
  expect(coveredRows({ cover: ['s'] })).toEqual(['s', 'out', 'reading'])
  expect(coveredRows({ cover: ['reading', 'z'] })).toEqual(['z', 'reading'])
  expect(coveredRows({ cover: [] })).toEqual([])
})
