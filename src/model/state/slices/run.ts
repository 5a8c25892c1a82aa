/** The run that trains, or trained, here, and what is asked of the engine. */
import type {
  BackendChoice,
  BackendName,
  BackendReport,
  HeldOutMetric,
  LoadProgress,
  Phase,
  RunConfig,
  StepMetric,
  Trouble,
} from '../../engine/protocol.ts'
import { DEFAULT_BATCH_SIZE, DEFAULT_LEARNING_RATE } from '../../engine/recipe.ts'
import type { NetworkPlan, PackedWeights } from '../../networks/planTypes.ts'
import type { StoredPopulation } from '../../networks/snapshotTypes.ts'
import type { Fields } from '../fields.ts'
import { insert, type Recorded } from '../history.ts'
import type { OwnChoices, OwnSeries } from '../own.ts'
import type { SliceStore } from './sliceStore.ts'

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
  /** What computed the steps that it was kept with. null: it began here, or nobody knows. */
  readonly computedBefore: BackendName | null
  readonly stepsPerSecond: number
  readonly tensors: number
  readonly history: readonly Recorded[]
  readonly population: readonly StoredPopulation[]
  /** Step that the population was counted at. */
  readonly populationStep: number | null
  /** The reader's own series that it learns from: they can be put back on show. null for all others. */
  readonly own: { readonly own: OwnSeries; readonly preparation: OwnChoices } | null
}

/** A frame of one run: to any other it says nothing. */
export interface HeldFrame extends Recorded {
  readonly run: number
}

export interface EngineState {
  readonly phase: Phase
  /** A pause was asked for and has not come yet. */
  readonly pausing: boolean
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

export interface RunSlice extends Pick<Fields, 'at' | 'seed'> {
  readonly live: LiveRun | null
  readonly engine: EngineState
  readonly training: TrainingChoices
  /** Frame that is held while a value is inspected and training runs on. */
  readonly heldFrame: HeldFrame | null
  /** The figure shows how the gates came about: from the start of a run until the reader goes on in the lesson. */
  readonly watchesRun: boolean
  /** The reader has gone to another step since: its words stand above the figure. */
  readonly walksOn: boolean
}

type Store = SliceStore<RunSlice>

const trainingDefaults: TrainingChoices = {
  batchSize: DEFAULT_BATCH_SIZE,
  learningRate: DEFAULT_LEARNING_RATE,
  backend: 'auto',
  stopAtAccuracy: null,
  maxStepsPerSecond: null,
}

export const noRunYet: Omit<RunSlice, keyof Fields> = {
  live: null,
  engine: { phase: 'idle', pausing: false, progress: null, backend: null, trouble: null },
  training: trainingDefaults,
  heldFrame: null,
  watchesRun: false,
  walksOn: false,
}

/** What the engine has said last. */
export function noteEngine(store: Store, changes: Partial<EngineState>): void {
  store.setState(({ engine, watchesRun, walksOn }) => ({
    // Whatever the run goes over to, nothing is waited for any more.
    engine: { ...engine, ...(changes.phase === undefined ? {} : { pausing: false }), ...changes },
    watchesRun: watchesRun || changes.phase === 'running',
    walksOn: watchesRun && walksOn,
  }))
}

export function dismissTrouble(store: Store): void {
  noteEngine(store, { trouble: null })
}

/** A new run, or the same one from its start; it is shown from its latest state on. */
export function beginRun(store: Store, live: LiveRun): void {
  store.setState({ live, at: null, heldFrame: null })
}

/** Nothing happens where there is no run. */
export function changeRun(store: Store, change: (live: LiveRun) => LiveRun): void {
  store.setState(({ live }) => (live === null ? {} : { live: change(live) }))
}

export function dropRun(store: Store): void {
  store.setState({ live: null, heldFrame: null, watchesRun: false })
}

/** Shows the run as it was at a step; null: as it is now. */
export function travelTo(store: Store, at: number | null): void {
  store.setState({ at })
}

/** Shows a state of the run that may not have been recorded. */
export function travelToState(store: Store, state: Recorded): void {
  store.setState(({ live }) =>
    live === null ? {} : { live: { ...live, history: insert(live.history, state) }, at: state.step },
  )
}

/** What the next run is trained with. */
export function chooseTraining(store: Store, changes: Partial<TrainingChoices>): void {
  store.setState(({ training }) => ({ training: { ...training, ...changes } }))
}

/** What can be changed of a run on its way. */
export type Tunable = Partial<Omit<TrainingChoices, 'batchSize' | 'backend'>>

/** The run has its own settings: they come back with it, whatever was chosen for others meanwhile. */
export function tuneRun(store: Store, changes: Tunable): void {
  changeRun(store, (live) => ({ ...live, config: { ...live.config, ...changes } }))
}

export function chooseSeed(store: Store, seed: number): void {
  store.setState({ seed })
}

/** Another start. */
export function nextSeed(store: Store): void {
  store.setState(({ seed }) => ({ seed: (seed % 999_999_998) + 1 }))
}
