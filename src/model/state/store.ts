/** The one store. Vanilla zustand: no React in here. Fields and where they are kept: fields.ts. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { DataIssue } from '../data/errors.ts'
import type { DigitSet } from '../data/mnist.ts'
import type { GestureClass } from '../data/series/gestures.ts'
import type {
  BackendChoice,
  BackendReport,
  HeldOutMetric,
  LoadProgress,
  Phase,
  RunConfig,
  StepMetric,
  Trouble,
} from '../engine/protocol.ts'
import { DEFAULT_BATCH_SIZE, DEFAULT_LEARNING_RATE, recipeFor } from '../engine/recipe.ts'
import type { NetId } from '../networks/config.ts'
import type { NetworkPlan, PackedWeights } from '../networks/planTypes.ts'
import type { Snapshot, StoredPopulation, Study, StudyId } from '../networks/snapshotTypes.ts'
import { type Edits, noEdits } from './edits.ts'
import { type Fields, fields, initialFields } from './fields.ts'
import type { Recorded } from './history.ts'
import { type OwnChoices, type OwnSeries, ownDefaults } from './own.ts'
import type { LoadedProblem } from './series.ts'
import { type StageRow, type StepId, stepOf } from './steps.ts'
import type { UrlProblem } from './urlCodec.ts'

/** What a pointer, a key or a tap has picked. Channel lives in `Fields`: it is in the URL. */
export interface Selection {
  readonly stage: StageRow
  readonly channel: number
  readonly hidden: number
  readonly cell: { readonly h: number; readonly w: number }
}

/** A cell's place by the axes of pictures and of series, whose steps are the columns of one row. */
export function cellIndex({ h, w }: Selection['cell']): { h: number; w: number; t: number } {
  return { h, w, t: w }
}

/** The run that trains, or trained, here. */
export interface LiveRun {
  readonly run: number
  readonly config: RunConfig
  readonly plan: NetworkPlan
  readonly weights: PackedWeights
  readonly step: number
  readonly epoch: number
  readonly metrics: readonly StepMetric[]
  readonly heldOut: readonly HeldOutMetric[]
  /** Series: the state that the validation part speaks for so far. */
  readonly chosen: HeldOutMetric | null
  readonly stepsPerSecond: number
  readonly tensors: number
  readonly history: readonly Recorded[]
  readonly population: readonly StoredPopulation[]
  /** Step that the population was counted at. */
  readonly populationStep: number | null
  /** The reader's own series that it learns from: they can be put back on show. null for all others. */
  readonly own: { readonly own: OwnSeries; readonly preparation: OwnChoices } | null
}

export interface EngineState {
  readonly phase: Phase
  readonly progress: LoadProgress | null
  readonly backend: BackendReport | null
  readonly trouble: Trouble | null
}

export interface TrainingChoices {
  readonly batchSize: number
  readonly learningRate: number
  readonly backend: BackendChoice
  readonly stopAtAccuracy: number | null
  readonly maxStepsPerSecond: number | null
}

export interface AppState extends Fields {
  readonly snapshots: Readonly<Partial<Record<string, Snapshot>>>
  readonly studies: Readonly<Partial<Record<StudyId, Study>>>
  readonly heldOut: DigitSet | null
  /** The series that the series network is shown on; null while they are on their way. */
  readonly problem: LoadedProblem | null
  /** What the reader has opened, and how it is made ready. */
  readonly own: OwnSeries | null
  readonly preparation: OwnChoices
  /** What the reader has drawn, by class. */
  readonly gestures: readonly GestureClass[]
  /** Files that could not be had, by name; the page offers to try again. */
  readonly missing: readonly string[]
  /** The reader's own drawing, 28 × 28; kept in memory only. */
  readonly drawn: Uint8Array | null
  readonly stage: StageRow
  readonly hidden: number
  /** null: the featuredSample's, or the middle. */
  readonly cell: { readonly h: number; readonly w: number } | null
  /** Transient: what the pointer is over. */
  readonly hover: Selection | null
  /** Frame that is held while a value is inspected and training runs on. */
  readonly heldFrame: Recorded | null
  /** While pressed, all gates stand at their mean. */
  readonly comparing: boolean
  readonly live: LiveRun | null
  readonly engine: EngineState
  readonly training: TrainingChoices
  readonly urlProblems: readonly UrlProblem[]
  /** Why the reader's series could not be made ready as was chosen last. */
  readonly dataError: DataIssue | null
  /** Earlier states of `edit`, newest last, for undo. */
  readonly undo: readonly Edits[]
  /** The gate that is being set by a drag or a run of keys, and what it has made of `edit` so far. */
  readonly gesture: { readonly channel: number; readonly edit: Edits } | null
}

export type AppStore = StoreApi<AppState>

const trainingDefaults: TrainingChoices = {
  batchSize: DEFAULT_BATCH_SIZE,
  learningRate: DEFAULT_LEARNING_RATE,
  backend: 'auto',
  stopAtAccuracy: null,
  maxStepsPerSecond: null,
}

export function createAppStore(given: Partial<AppState> = {}): AppStore {
  return createStore<AppState>()(() => ({
    ...initialFields(),
    snapshots: {},
    studies: {},
    heldOut: null,
    problem: null,
    own: null,
    preparation: ownDefaults,
    gestures: [],
    missing: [],
    drawn: null,
    stage: 's',
    hidden: 0,
    cell: null,
    hover: null,
    heldFrame: null,
    comparing: false,
    live: null,
    engine: { phase: 'idle', progress: null, backend: null, trouble: null },
    training: trainingDefaults,
    urlProblems: [],
    dataError: null,
    undo: [],
    gesture: null,
    ...given,
  }))
}

/** Another step keeps sample and selection; only the lit stage moves. */
export function goToStep(store: AppStore, step: StepId): void {
  store.setState({ step, stage: stepOf(step).stage, hover: null })
}

/** Another network starts from its own pictures and featuredSample. */
export function chooseNet(store: AppStore, net: NetId): void {
  store.setState(({ training }) => ({
    net,
    training: { ...training, learningRate: recipeFor(net).learningRate },
    snapshot: 'se',
    site: fields.site.initial,
    sample: null,
    channel: null,
    cell: null,
    r: null,
    edit: noEdits,
    undo: [],
    at: null,
    hover: null,
  }))
}

/** Another design or other data of the series network: what was put into the old one does not fit it. */
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
    edit: noEdits,
    undo: [],
    at: null,
    hover: null,
    ...(otherData ? { sample: null, cell: null, problem: null } : {}),
    ...changes,
  })
}

export function chooseSite(store: AppStore, site: string): void {
  store.setState({ site, channel: null, hidden: 0, cell: null, edit: noEdits, undo: [], hover: null })
}

/** Pointing at a value of a running network holds its frame; leaving the figure lets it go. */
export function hoverAt(store: AppStore, hover: Selection | null): void {
  store.setState(({ live, heldFrame, engine }) => {
    if (hover === null) return { hover, heldFrame: null }
    const holds = heldFrame === null && live !== null && engine.phase === 'running'
    return holds ? { hover, heldFrame: { step: live.step, weights: live.weights } } : { hover }
  })
}

/** Remembers the interventions before the change; undo brings them back. */
export function changeEdits(store: AppStore, change: (edits: Edits) => Edits): void {
  store.setState(({ edit, undo }) => ({ edit: change(edit), undo: withEntry(undo, edit) }))
}

function withEntry(undo: readonly Edits[], edit: Edits): readonly Edits[] {
  return [...undo.slice(-19), edit]
}

/** A drag or a run of keys sets a gate many times; undo takes all of them back at once. */
export function dragGate(store: AppStore, channel: number, gate: number): void {
  store.setState(({ edit, undo, gesture }) => {
    const changed = { ...edit, gates: { ...edit.gates, [channel]: gate } }
    // Anything else that changed the interventions meanwhile has ended the gesture.
    const goesOn = gesture?.channel === channel && gesture.edit === edit
    return {
      edit: changed,
      gesture: { channel, edit: changed },
      ...(goesOn ? {} : { undo: withEntry(undo, edit) }),
    }
  })
}

/** The pointer or the focus has left the gate: what comes next is taken back by itself. */
export function endGesture(store: AppStore): void {
  store.setState({ gesture: null })
}

export function undoEdit(store: AppStore): void {
  store.setState(({ undo }) => {
    const last = undo.at(-1)
    return last === undefined ? {} : { edit: last, undo: undo.slice(0, -1) }
  })
}
