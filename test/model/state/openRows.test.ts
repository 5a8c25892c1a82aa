/** Which stages stand open, as the lesson, a run and the reader have it. */
import { beforeEach, describe, expect, test } from 'vitest'
import { emptyRun, wantedRun } from '../../../src/components/training/controller/liveRun.ts'
import { openRows, watchedRun } from '../../../src/model/state/openRows.ts'
import { beginRun, dropRun, noteEngine } from '../../../src/model/state/slices/run.ts'
import { openStages, unfoldAll } from '../../../src/model/state/slices/view.ts'
import {
  mixStages,
  stageRows,
  stepIds,
  stepOf,
  trainingStages,
  wholeBlock,
} from '../../../src/model/state/steps.ts'
import { type AppStore, createAppStore, goToStep } from '../../../src/model/state/store.ts'
import { storedRun } from '../storedRuns.ts'

const stored = storedRun('inks-se')

describe('open rows', () => {
  let store: AppStore
  beforeEach(() => {
    store = createAppStore({ snapshots: { 'inks-se': stored } })
  })
  const open = () => openRows(store.getState())
  const train = () => {
    beginRun(store, emptyRun(1, wantedRun(store.getState())))
    noteEngine(store, { phase: 'running' })
  }

  test.each([...stepIds])('are those of the step "%s"', (id) => {
    goToStep(store, id)
    const { open: heights, extra } = stepOf(id)
    expect(open()).toEqual({ order: stageRows, mix: mixStages, heights, extra, whole: false })
  })

  test('a stage that is opened stands besides those of the step, which keep their heights', () => {
    goToStep(store, 'gate')
    openStages(store, ['w1', 'hidden'])
    openStages(store, ['w1'])
    expect(store.getState().opened).toEqual(['w1', 'hidden'])
    expect(open()).toEqual({
      order: stageRows,
      mix: mixStages,
      heights: { ...stepOf('gate').open, w1: wholeBlock.w1, hidden: wholeBlock.hidden },
      extra: stepOf('gate').extra,
      whole: false,
    })
    openStages(store, stageRows)
    expect(open().heights).toEqual({ ...wholeBlock, ...stepOf('gate').open })
  })

  test('another step closes what was opened', () => {
    openStages(store, ['w1'])
    goToStep(store, 'result')
    expect(store.getState().opened).toEqual([])
    expect(open().heights).toEqual(stepOf('result').open)
    goToStep(store, 'why')
    expect(open().heights).toEqual(stepOf('why').open)
  })

  test('unfolded, all stand open at every step; folding again forgets what was opened', () => {
    openStages(store, ['w1'])
    unfoldAll(store, true)
    for (const id of stepIds) {
      goToStep(store, id)
      expect(open()).toMatchObject({ heights: wholeBlock, whole: true, extra: stepOf(id).extra })
    }
    unfoldAll(store, false)
    expect(open()).toEqual({
      order: stageRows,
      mix: mixStages,
      heights: stepOf('result').open,
      extra: stepOf('result').extra,
      whole: false,
    })
  })

  test('are the same object until something changes', () => {
    const before = open()
    store.setState({ channel: 3, cell: { h: 1, w: 2 } })
    expect(open()).toBe(before)
    openStages(store, ['w1'])
    expect(open()).not.toBe(before)
  })

  test('while a run is watched: those of training, whatever the step', () => {
    goToStep(store, 'mix')
    expect(watchedRun(store.getState())).toBe(false)
    train()
    expect(watchedRun(store.getState())).toBe(true)
    expect(open()).toEqual({
      order: stageRows,
      mix: mixStages,
      heights: trainingStages.open,
      extra: trainingStages.extra,
      whole: false,
    })
    openStages(store, ['w2'])
    expect(open().heights).toEqual({ ...trainingStages.open, w2: wholeBlock.w2 })
    goToStep(store, 'gate')
    expect(open().heights).toEqual(trainingStages.open)
  })

  test('a run that rests stays on the screen until the reader goes on in the lesson', () => {
    train()
    noteEngine(store, { phase: 'paused' })
    expect(watchedRun(store.getState())).toBe(true)
    goToStep(store, 'gate')
    expect(watchedRun(store.getState())).toBe(false)
    expect(open().heights).toEqual(stepOf('gate').open)
    noteEngine(store, { phase: 'running' })
    expect(watchedRun(store.getState())).toBe(true)
  })

  test('a run of another network, or one that is left, is not watched', () => {
    train()
    store.setState({ snapshot: 'plain' })
    expect(watchedRun(store.getState())).toBe(false)
    expect(open().heights).toEqual(stepOf('why').open)
    store.setState({ snapshot: 'se' })
    expect(watchedRun(store.getState())).toBe(true)
    dropRun(store)
    expect(watchedRun(store.getState())).toBe(false)
  })
})
