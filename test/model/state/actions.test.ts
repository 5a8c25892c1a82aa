/** What each action changes, and that it changes nothing else. */
import { expect, test } from 'vitest'
import { emptyRun } from '../../../src/components/training/controller/liveRun.ts'
import { imageNetworkConfig } from '../../../src/model/networks/config.ts'
import { noEdits } from '../../../src/model/state/edits.ts'
import { type OwnSeries, ownDefaults } from '../../../src/model/state/own.ts'
import type { LoadedProblem } from '../../../src/model/state/series.ts'
import * as data from '../../../src/model/state/slices/data.ts'
import * as edits from '../../../src/model/state/slices/edits.ts'
import * as run from '../../../src/model/state/slices/run.ts'
import * as ui from '../../../src/model/state/slices/ui.ts'
import * as view from '../../../src/model/state/slices/view.ts'
import {
  type AppState,
  type AppStore,
  changeGestures,
  chooseBlock,
  chooseNet,
  chooseNetwork,
  choosePreparation,
  chooseSite,
  createAppStore,
  goToStep,
  hoverAt,
  openDropped,
  pinAt,
  showDrawing,
  showRun,
  showStored,
} from '../../../src/model/state/store.ts'

const network = imageNetworkConfig('digits')
const config = {
  net: 'digits',
  network,
  seed: 5,
  batchSize: 8,
  learningRate: 4e-3,
  backend: 'wasm',
  stopAtAccuracy: null,
  maxStepsPerSecond: null,
} as const
const live = { ...emptyRun(3, config), step: 40 }
const own: OwnSeries = { id: 7, train: {} as OwnSeries['train'], test: null, files: ['some.ts'] }
const problem = { key: 'cued' } as LoadedProblem
const issue = { code: 'oneClass' } as unknown as NonNullable<AppState['dataError']>
const edit = { ...noEdits, gates: { 3: 0.5 } }
const pointed = { stage: 'U', index: { c: 2, k: 1, h: 4, w: 5, t: 5 } } as const
const files = [new File(['x'], 'some.ts')]
/** A state in which everything that an action might leave or drop is there. */
const full: Partial<AppState> = {
  snapshots: {},
  missing: ['a'],
  problem,
  dataError: issue,
  hover: pointed,
  sample: { kind: 'heldOut', index: 4, bar: null },
  channel: 6,
  hidden: 2,
  cell: { h: 1, w: 1 },
  at: 20,
  live,
  heldFrame: { run: 3, step: 10, weights: new Float32Array(1) },
  watchesRun: true,
  walksOn: true,
  edit,
  undo: [noEdits],
  gesture: { channel: 3, edit },
  opened: ['z'],
  cover: ['s'] as unknown as AppState['cover'],
  r: 2,
  squeeze: 'max',
  gate: 'tanh',
  site: 'site2',
  seed: 9,
}

/** The fields that the action changes, with their values after it. */
function changed(act: (store: AppStore) => void, given: Partial<AppState> = {}): Partial<AppState> {
  const store = createAppStore({ ...full, ...given })
  const before = store.getState()
  act(store)
  const after = store.getState()
  return Object.fromEntries(
    Object.entries(after).filter(([name, value]) => value !== before[name as keyof AppState]),
  )
}

/** What was put into a block, and is gone. */
const untouched = { edit: noEdits, undo: [] }
const storedBlock = { r: null, squeeze: 'mean', gate: 'sigmoid' }
const [snapshot, studies, heldOut] = [{}, {}, {}] as never[]

test.each<[what: string, act: (store: AppStore) => void, expected: object]>([
  ['chooseTheme', (s) => ui.chooseTheme(s, 'dark'), { theme: 'dark' }],
  ['chooseLanguage', (s) => ui.chooseLanguage(s, 'ko'), { lang: 'ko' }],
  ['toggleProjector', (s) => ui.toggleProjector(s), { projector: true }],
  ['showSample', (s) => view.showSample(s, { kind: 'drawn' }), { sample: { kind: 'drawn' } }],
  ['showChannel', (s) => view.showChannel(s, 1), { channel: 1 }],
  ['showChannel of a site', (s) => view.showChannel(s, 1, { site: 'site1' }), { channel: 1, site: 'site1' }],
  ['chooseRatio', (s) => view.chooseRatio(s, 8), { r: 8, hidden: 0 }],
  ['openStages', (s) => view.openStages(s, ['z', 'w1']), { opened: ['z', 'w1'] }],
  ['unfoldAll', (s) => view.unfoldAll(s, true), { unfolded: true, opened: [] }],
  ['choosePlace', (s) => view.choosePlace(s, 'pre'), { place: 'pre' }],
  ['uncover', (s) => view.uncover(s), { cover: [] }],
  [
    'addSnapshot',
    (s) => data.addSnapshot(s, 'inks-se', snapshot as never),
    { snapshots: { 'inks-se': snapshot } },
  ],
  ['addHeldOut', (s) => data.addHeldOut(s, heldOut as never), { heldOut }],
  ['addStudies', (s) => data.addStudies(s, studies as never), { studies }],
  ['noteMissing', (s) => data.noteMissing(s, 'b', true), { missing: ['a', 'b'] }],
  ['noteMissing again', (s) => data.noteMissing(s, 'a', true), {}],
  ['noteMissing no more', (s) => data.noteMissing(s, 'a', false), { missing: [] }],
  ['noteMissing of what was there', (s) => data.noteMissing(s, 'b', false), {}],
  [
    'showProblem',
    (s) => data.showProblem(s, { ...problem, key: 'b' }),
    { problem: { ...problem, key: 'b' }, dataError: null },
  ],
  ['dropProblem', (s) => data.dropProblem(s), { problem: null }],
  ['noteDataError', (s) => data.noteDataError(s, { ...issue }, null), { dataError: issue }],
  [
    'noteDataError with what stands',
    (s) => data.noteDataError(s, { ...issue }, { ...ownDefaults, length: 9 }),
    { dataError: issue, preparation: { ...ownDefaults, length: 9 } },
  ],
  ['noteDropped', (s) => data.noteDropped(s, files), { dropped: files }],
  [
    'takeOwn',
    (s) => data.takeOwn(s, own, { ...ownDefaults, length: 9 }),
    { own, preparation: { ...ownDefaults, length: 9 }, dataError: null },
  ],
  ['endGesture', (s) => edits.endGesture(s), { gesture: null }],
  ['compareWithMean', (s) => edits.compareWithMean(s, true), { comparing: true }],
  ['undoEdit', (s) => edits.undoEdit(s), { edit: noEdits, undo: [] }],
  [
    'beginRun',
    (s) => run.beginRun(s, { ...live, run: 4 }),
    { live: { ...live, run: 4 }, at: null, heldFrame: null },
  ],
  ['changeRun', (s) => run.changeRun(s, (one) => ({ ...one, step: 50 })), { live: { ...live, step: 50 } }],
  ['dropRun', (s) => run.dropRun(s), { live: null, heldFrame: null, watchesRun: false }],
  ['travelTo', (s) => run.travelTo(s, 30), { at: 30 }],
  [
    'chooseTraining',
    (s) => run.chooseTraining(s, { batchSize: 4 }),
    {
      training: {
        batchSize: 4,
        learningRate: 4e-3,
        backend: 'auto',
        stopAtAccuracy: null,
        maxStepsPerSecond: null,
      },
    },
  ],
  [
    'tuneRun',
    (s) => run.tuneRun(s, { learningRate: 0.5 }),
    { live: { ...live, config: { ...config, learningRate: 0.5 } } },
  ],
  ['chooseSeed', (s) => run.chooseSeed(s, 4), { seed: 4 }],
  ['nextSeed', (s) => run.nextSeed(s), { seed: 10 }],
  [
    'showDrawing',
    (s) => showDrawing(s, new Uint8Array(2)),
    { drawn: new Uint8Array(2), sample: { kind: 'drawn' } },
  ],
  [
    'chooseBlock',
    (s) => chooseBlock(s, 'plain'),
    { snapshot: 'plain', ...storedBlock, ...untouched, hover: null },
  ],
  [
    'chooseSite',
    (s) => chooseSite(s, 'site1'),
    { site: 'site1', channel: null, hidden: 0, cell: null, ...untouched, hover: null },
  ],
  [
    'pinAt',
    (s) => pinAt(s, pointed),
    { stage: 'U', channel: 2, hidden: 1, cell: { h: 4, w: 5 }, hover: null },
  ],
  ['pinAt no place', (s) => pinAt(s, { stage: 'U', index: { ...pointed.index, w: Number.NaN } }), {}],
  [
    'changeGestures',
    (s) => changeGestures(s, [{ name: 'a', recordings: [] }]),
    { gestures: [{ name: 'a', recordings: [] }], at: null, sample: null, cell: null },
  ],
  [
    'choosePreparation',
    (s) => choosePreparation(s, { length: 9 }),
    { preparation: { ...ownDefaults, length: 9 }, sample: null, cell: null, at: null, hover: null },
  ],
  ['showRun', (s) => showRun(s, { net: 'digits', at: 5 }), { net: 'digits', at: 5, hover: null }],
  ['showStored', (s) => showStored(s), { at: null, ...storedBlock, seed: 1 }],
  ['hoverAt nothing', (s) => hoverAt(s, null), { hover: null, heldFrame: null }],
  [
    'chooseNetwork of another size',
    (s) => chooseNetwork(s, { size: 'paper' }),
    { size: 'paper', r: null, channel: null, ...untouched, at: null, hover: null },
  ],
  [
    'chooseNetwork on other data',
    (s) => chooseNetwork(s, { data: 'planted' }),
    {
      data: 'planted',
      r: null,
      channel: null,
      ...untouched,
      at: null,
      hover: null,
      sample: null,
      cell: null,
      problem: null,
    },
  ],
  [
    'chooseNet',
    (s) => chooseNet(s, 'digits'),
    {
      net: 'digits',
      training: expect.anything(),
      site: null,
      sample: null,
      channel: null,
      cell: null,
      ...storedBlock,
      ...untouched,
      at: null,
      hover: null,
    },
  ],
])('%s', (_, act, expected) => {
  expect(changed(act)).toEqual(expected)
})

test('series are opened on the data that need the block; who has chosen others keeps them', () => {
  expect(changed((s) => chooseNet(s, 'series'))).toMatchObject({ data: 'cued', problem: null })
  const kept = changed((s) => chooseNet(s, 'series'), { data: 'planted' })
  expect(kept).not.toHaveProperty('data')
  expect(kept).not.toHaveProperty('problem')
  expect(changed((s) => chooseNet(s, 'series')).training).toMatchObject({ learningRate: 1e-3 })
  expect(changed((s) => openDropped(s), { dropped: files })).toMatchObject({ net: 'series' })
  expect(changed((s) => openDropped(s), { dropped: files })).not.toHaveProperty('dropped')
})

test('a step shuts what was opened; a run that goes on stays on the screen, one that rests does not', () => {
  const at = (phase: AppState['engine']['phase'], pausing: boolean) =>
    changed((s) => goToStep(s, 'squeeze'), {
      comparing: true,
      walksOn: false,
      engine: { phase, pausing, progress: null, backend: null, trouble: null },
    })
  const expected = {
    step: 'squeeze',
    stage: 'z',
    hover: null,
    ...untouched,
    comparing: false,
    gesture: null,
    opened: [],
    walksOn: true,
  }
  expect(at('running', false)).toEqual(expected)
  expect(at('running', true)).toEqual({ ...expected, watchesRun: false })
  expect(at('paused', false)).toEqual({ ...expected, watchesRun: false })
})

test('what the engine says: a phase ends the wait for a pause, and running is watched', () => {
  const engine = { phase: 'running', pausing: true, progress: null, backend: null, trouble: null } as const
  const say = (changes: Parameters<typeof run.noteEngine>[1], watchesRun: boolean) => {
    const store = createAppStore({ engine, watchesRun, walksOn: true })
    run.noteEngine(store, changes)
    const { engine: after, watchesRun: watches, walksOn } = store.getState()
    return [after.pausing, watches, walksOn]
  }
  expect(say({ progress: { part: 'engine' } }, false)).toEqual([true, false, false])
  expect(say({ phase: 'paused' }, true)).toEqual([false, true, true])
  expect(say({ phase: 'running' }, false)).toEqual([false, true, false])
  const store = createAppStore({ engine: { ...engine, trouble: { kind: 'failed', detail: 'x' } } })
  run.dismissTrouble(store)
  expect(store.getState().engine).toEqual(engine)
})

test('a state that was not recorded is put among those of the run, and shown', () => {
  const state = { step: 15, weights: new Float32Array(1) }
  const after = changed((s) => run.travelToState(s, state))
  expect(after).toMatchObject({ at: 15, live: { history: [state] } })
  expect(changed((s) => run.travelToState(s, state), { live: null })).toEqual({})
  expect(changed((s) => run.changeRun(s, () => live), { live: null })).toEqual({})
})

test('seeds go round below a thousand million', () => {
  expect(changed((s) => run.nextSeed(s), { seed: 999_999_997 })).toEqual({ seed: 999_999_998 })
  expect(changed((s) => run.nextSeed(s), { seed: 999_999_998 })).toEqual({ seed: 1 })
})

test('pointing holds the frame of a run that goes on, once', () => {
  const engine = { phase: 'running', pausing: false, progress: null, backend: null, trouble: null } as const
  const point = (given: Partial<AppState>) => changed((s) => hoverAt(s, { ...pointed }), { engine, ...given })
  const frame = { run: 3, step: 40, weights: live.weights }
  expect(point({ heldFrame: null })).toEqual({ hover: pointed, heldFrame: frame })
  expect(point({})).toEqual({ hover: pointed })
  expect(point({ heldFrame: { run: 2, step: 1, weights: live.weights } })).toEqual({
    hover: pointed,
    heldFrame: frame,
  })
  expect(point({ heldFrame: null, live: null })).toEqual({ hover: pointed })
  expect(point({ heldFrame: null, engine: { ...engine, phase: 'paused' } })).toEqual({ hover: pointed })
})
