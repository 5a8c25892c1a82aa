/**
 * The one store. Vanilla zustand: no React in here. It is made of slices; each has its type, its first values and its
 * actions in one file, and what changes several of them at once is below. Fields and where they are kept: fields.ts.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { GestureClass } from '../data/series/gestures.ts'
import { recipeFor } from '../engine/recipe.ts'
import type { NetId } from '../networks/config.ts'
import { noEdits } from './edits.ts'
import { type Fields, fieldNames, fields, initialFields } from './fields.ts'
import type { OwnChoices } from './own.ts'
import { type DataSlice, noDataYet, noteDropped } from './slices/data.ts'
import { type EditsSlice, noEditsYet } from './slices/edits.ts'
import { noRunYet, type RunSlice, type TrainingChoices } from './slices/run.ts'
import { nothingSaid, type UiSlice } from './slices/ui.ts'
import { firstSelection, type ViewSlice } from './slices/view.ts'
import { type StageRow, type StepId, stepOf } from './steps.ts'
import type { Decoded } from './urlCodec.ts'

/**
 * A place along every axis that blocks have: channel, hidden unit, row and column of a map, step of a series (which is
 * the column of a map of one row). A tensor uses the axes it has.
 */
export type Cursor = Readonly<Record<'c' | 'k' | 'h' | 'w' | 't', number>>

/** What a pointer, a key or a tap has picked. */
export interface Selection {
  readonly stage: StageRow
  readonly index: Cursor
}

export interface AppState extends ViewSlice, EditsSlice, RunSlice, DataSlice, UiSlice {
  /** Transient: what the pointer is over. */
  readonly hover: Selection | null
}

export type AppStore = StoreApi<AppState>

export function createAppStore(given: Partial<AppState> = {}): AppStore {
  return createStore<AppState>()(() => ({
    ...initialFields(),
    ...firstSelection,
    ...noEditsYet,
    ...noRunYet,
    ...noDataYet,
    ...nothingSaid,
    hover: null,
    ...given,
  }))
}

/** What was put into one block fits no other. */
const untouched = { edit: noEdits, undo: [] } satisfies Partial<AppState>

/**
 * Another step keeps sample and selection and begins with the block as it was trained: what a step says would not be so
 * of a block that an earlier one has changed.
 */
export function goToStep(store: AppStore, step: StepId): void {
  store.setState(({ engine }) => ({
    step,
    stage: stepOf(step).stage,
    hover: null,
    ...untouched,
    comparing: false,
    gesture: null,
    opened: [],
    // Whoever goes on in the lesson leaves a run that rests; one that goes on stays on the screen.
    watchesRun: engine.phase === 'running' && !engine.pausing,
    walksOn: true,
  }))
}

/** As the stored run has it. */
const storedBlock = {
  r: null,
  squeeze: fields.squeeze.initial,
  gate: fields.gate.initial,
  place: fields.place.initial,
} satisfies Partial<AppState>

/** Each network has a learning rate that suits it. */
function withRateOf(net: NetId, training: TrainingChoices): TrainingChoices {
  return { ...training, learningRate: recipeFor(net).learningRate }
}

/** Another network starts from its own pictures and featuredSample. */
export function chooseNet(store: AppStore, net: NetId): void {
  store.setState(({ training, data }) => ({
    net,
    // Of all series those on which the block is needed.
    ...(net === 'series' && data === fields.data.initial ? { data: 'cued' as const, problem: null } : {}),
    training: withRateOf(net, training),
    snapshot: 'se',
    site: fields.site.initial,
    sample: null,
    channel: null,
    cell: null,
    dropped: null,
    ...storedBlock,
    ...untouched,
    at: null,
    hover: null,
  }))
}

/** Another design or other data of the series network. */
export function chooseNetwork(
  store: AppStore,
  changes: Partial<
    Pick<AppState, 'size' | 'lstm' | 'dimensionShuffle' | 'snapshot' | 'r' | 'data' | 'task' | 'plant'>
  >,
): void {
  const otherData = changes.data !== undefined || changes.task !== undefined || changes.plant !== undefined
  store.setState({
    r: null,
    channel: null,
    ...untouched,
    at: null,
    hover: null,
    ...(otherData ? { sample: null, cell: null, problem: null } : {}),
    ...changes,
  })
}

/** The stored run with the block, or the one without it. */
export function chooseBlock(store: AppStore, snapshot: Fields['snapshot']): void {
  store.setState({ snapshot, ...storedBlock, ...untouched, hover: null })
}

export function chooseSite(store: AppStore, site: string): void {
  store.setState({ site, channel: null, hidden: 0, cell: null, ...untouched, hover: null })
}

export function pinAt(store: AppStore, { stage, index: { c, k, h, w } }: Selection): void {
  // A figure without width has no places to point at.
  if (![c, k, h, w].every(Number.isFinite)) return
  store.setState({ stage, channel: c, hidden: k, cell: { h, w }, hover: null })
}

/** Pointing at a value of a running network holds its frame; leaving the figure lets it go. */
export function hoverAt(store: AppStore, hover: Selection | null): void {
  store.setState(({ live, heldFrame, engine }) => {
    if (hover === null) return { hover, heldFrame: null }
    const holds = live !== null && heldFrame?.run !== live.run && engine.phase === 'running'
    return holds ? { hover, heldFrame: { run: live.run, step: live.step, weights: live.weights } } : { hover }
  })
}

/** Files that were let fall among pictures: the series network opens them. */
export function openDropped(store: AppStore): void {
  const { dropped } = store.getState()
  chooseNet(store, 'series')
  noteDropped(store, dropped)
}

/** The reader's digit; null: the pad is empty, and the picture of before is back. */
export function showDrawing(store: AppStore, drawn: Uint8Array | null): void {
  store.setState({ drawn, sample: drawn === null ? null : { kind: 'drawn' } })
}

/** Other recordings are other data. */
export function changeGestures(store: AppStore, gestures: readonly GestureClass[]): void {
  store.setState({ gestures, at: null, sample: null, cell: null })
}

export function choosePreparation(store: AppStore, changes: Partial<OwnChoices>): void {
  store.setState(({ preparation }) => ({
    preparation: { ...preparation, ...changes },
    sample: null,
    cell: null,
    at: null,
    hover: null,
  }))
}

/** The choices that ask for a run, so that it is on show. */
export function showRun(store: AppStore, choices: Partial<AppState>): void {
  store.setState({ hover: null, ...choices })
}

/** The run is left: the address no longer speaks of it. */
export function showStored(store: AppStore): void {
  store.setState({ at: null, ...storedBlock, seed: fields.seed.initial })
}

/**
 * What an address says, over what is kept of earlier visits.
 * @param before what stands where the address says nothing
 */
export function applyAddress(
  store: AppStore,
  { values, problems: urlProblems }: Decoded,
  before: Partial<Fields>,
): void {
  store.setState((state) => {
    // Who comes from an article on MLSTM-FCN finds that network, unless the link names another: at the site whose X is
    // the series itself, on data for which the block is needed.
    const cited: Partial<Fields> =
      values.from === 'mlstm-fcn' ? { net: 'series', data: 'cued', site: 'site1' } : {}
    const given = { net: state.net, step: state.step, ...before, ...cited, ...values }
    const { net, step } = given
    return {
      ...given,
      training: net === state.net ? state.training : withRateOf(net, state.training),
      stage: stepOf(step).stage,
      hover: null,
      undo: [],
      gesture: null,
      urlProblems,
    }
  })
}

/** Of all that an address holds: what is not in it is not on show. */
export function addressDefaults(lang: Fields['lang']): Partial<Fields> {
  const inAddress = fieldNames.filter((name) => fields[name].stored.includes('url'))
  const initial = Object.fromEntries(inAddress.map((name) => [name, fields[name].initial])) as Partial<Fields>
  return { ...initial, lang }
}
