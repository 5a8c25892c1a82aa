/**
 * What page and worker say to each other: ids, numbers and buffers only.
 * No tfjs here: the page imports this file.
 */
import type { SeriesProblem } from '../data/series/types.ts'
import type { ImageNetId, ImageNetworkConfig, SeriesNetworkConfig } from '../networks/config.ts'
import type { PackedWeights } from '../networks/planTypes.ts'
import type { LearningSchedule } from './run/learningSchedule.ts'

export const backendNames = ['webgl', 'wasm', 'cpu'] as const
export type BackendName = (typeof backendNames)[number]
export type BackendChoice = BackendName | 'auto'

interface RunSettings {
  /** Seeds the order of the samples and what is generated; `network.seed` seeds the initial weights. */
  readonly seed: number
  readonly batchSize: number
  readonly learningRate: number
  readonly backend: BackendChoice
  /** Stop when the held-out accuracy (0–1) is reached; null: never. */
  readonly stopAtAccuracy: number | null
  /** Most training steps per second; null: as fast as it goes. */
  readonly maxStepsPerSecond: number | null
}

export interface ImageRunConfig extends RunSettings {
  readonly net: ImageNetId
  readonly network: ImageNetworkConfig
}

export interface SeriesRunConfig extends RunSettings {
  readonly net: 'series'
  readonly network: SeriesNetworkConfig
  /** Which problem it is trained on, for the page; the series themselves are given to `prepare`. */
  readonly data: string
}

export type RunConfig = ImageRunConfig | SeriesRunConfig

/**
 * Beyond this, products through the layers leave float32: such weights are no network any more, though none of them
 * is NaN yet, and the loss may hover below its limit for ever.
 */
const largestWeight = 1e4

/** Whether weights are fit to be drawn and gone on with. */
export function areSound(weights: Float32Array): boolean {
  return weights.every((weight) => Math.abs(weight) < largestWeight)
}

export type Phase = 'idle' | 'loading' | 'ready' | 'running' | 'paused' | 'done' | 'diverged' | 'lost'

/** What a calibration or a fallback decided, in data; the page words it. */
export interface BackendReport {
  readonly chosen: BackendName
  readonly reason:
    | 'fastest'
    | 'requested'
    | 'webglMissing'
    | 'webglSoftware'
    | 'webglHalfFloat'
    | 'webglNotLoaded'
    | 'webglLost'
    | 'wasmMissing'
  /** Milliseconds per training step, of those that were measured. */
  readonly stepMs: Readonly<Partial<Record<BackendName, number>>>
  /** UNMASKED_RENDERER string, if there is one. */
  readonly renderer: string | null
}

export type LoadProgress =
  /** Code is on its way and started: the worker, then a backend. No browser tells how much of it is here. */
  { readonly part: 'engine' } | MeasuredProgress

export interface MeasuredProgress {
  readonly part: 'data' | 'calibration' | 'warmup'
  /** Work done and in all: bytes, pictures or steps, as `unit` says. */
  readonly done: number
  readonly total: number
  readonly unit: 'bytes' | 'pictures' | 'steps'
}

export interface StepMetric {
  readonly step: number
  readonly loss: number
  /** Of this batch, 0–1. */
  readonly accuracy: number
}

export interface HeldOutMetric {
  readonly step: number
  readonly loss: number
  readonly accuracy: number
  readonly count: number
}

/** One picture of the running network. Buffers are transferred. */
export interface Frame {
  readonly run: number
  readonly step: number
  readonly epoch: number
  /** Everything the page needs to compute every tensor of any picture. */
  readonly weights: PackedWeights
  /** Since the last frame, in order. */
  readonly metrics: readonly StepMetric[]
  readonly heldOut: HeldOutMetric | null
  /** Series: the state that the validation part speaks for so far. */
  readonly chosen: HeldOutMetric | null
  readonly stepsPerSecond: number
  readonly learningRate: number
  /** tf.memory().numTensors: constant over a run, or there is a leak. */
  readonly tensors: number
}

/** Statistics over many pictures, per SE site, with the weights of `step`. */
export interface PopulationStats {
  readonly step: number
  readonly count: number
  readonly sites: readonly SitePopulation[]
}

export interface SitePopulation {
  readonly id: string
  /** [c] */
  readonly meanGate: Float32Array
  /** Mean gate by group (inks: ink of the bar, 0 or 1; digits: class; series: class or cue), each [c]. */
  readonly meanGateByGroup: readonly Float32Array[]
  /** Hidden units that were 0 for every picture counted. */
  readonly deadHidden: readonly boolean[]
}

export type EngineEvent =
  | { readonly type: 'phase'; readonly run: number; readonly phase: Phase }
  | { readonly type: 'progress'; readonly run: number; readonly progress: LoadProgress }
  | { readonly type: 'backend'; readonly run: number; readonly report: BackendReport }
  | { readonly type: 'frame'; readonly frame: Frame }
  /** Now and then while training; the page keeps the last one and can go on from it without the worker. */
  | { readonly type: 'checkpoint'; readonly run: number; readonly checkpoint: Checkpoint }
  /** Now and then while training, over a few pictures; and whenever it is asked for. */
  | { readonly type: 'population'; readonly run: number; readonly stats: PopulationStats }
  | { readonly type: 'trouble'; readonly run: number; readonly trouble: Trouble }

export type Trouble =
  /** Loss or weights became NaN; the last good state is back. */
  | {
      readonly kind: 'diverged'
      readonly atStep: number
      readonly backTo: number
      readonly suggestedRate: number
    }
  /** The WebGL context went away; the run goes on with another backend. */
  | { readonly kind: 'contextLost'; readonly backTo: number; readonly backend: BackendName }
  /** The worker ended; a new one goes on from the checkpoint. */
  | { readonly kind: 'workerLost'; readonly backTo: number }
  | { readonly kind: 'dataMissing'; readonly detail: string }
  /** The worker's own code did not come: no worker began. From `backTo`, if a state is kept. */
  | { readonly kind: 'workerMissing'; readonly backTo?: number }
  /** What computes did not come, its code or its binary; the rest as above. */
  | { readonly kind: 'backendMissing'; readonly backend: BackendName; readonly backTo?: number }
  /** Nothing trains until somebody wants it again; from `backTo`, if a state is kept. */
  | { readonly kind: 'failed'; readonly detail: string; readonly backTo?: number }

/** Held in the page's memory, outside the worker: a resumed run equals the uninterrupted one. */
export interface Checkpoint {
  readonly config: RunConfig
  readonly step: number
  readonly weights: PackedWeights
  /** Optimizer state in the order of the trainable weights: first moments, then second moments. */
  readonly moments: Float32Array
  /** State of the random generator that orders the samples. */
  readonly random: Uint32Array
  /** Series: how the run goes, epoch by epoch. */
  readonly schedule?: LearningSchedule
  /** Of a run that the page keeps: what computed it last. Earlier versions of the page did not say. */
  readonly computedBy?: BackendName
}

export type SeriesPartName = 'train' | 'validation' | 'test'

/** All series of a part through the network, in the order of the part. */
export interface SetEvaluation {
  /** Step of the weights. */
  readonly step: number
  readonly weights: PackedWeights
  /** [n · classes] */
  readonly logits: Float32Array
  /** s of every SE block, each [n · c]. */
  readonly gates: readonly { readonly site: string; readonly values: Float32Array }[]
}

/** What the worker offers (through Comlink). Every promise rejects with an Error whose message is for a person. */
export interface EngineApi {
  /** Loads backend and data, builds the network, warms up. `from` resumes; a series network needs its `problem`. */
  prepare(run: number, config: RunConfig, from?: Checkpoint, problem?: SeriesProblem): Promise<BackendReport>
  /** Trains until pause, done or trouble. */
  play(): Promise<void>
  pause(): Promise<void>
  /** One batch, or the rest of the epoch. */
  advance(unit: 'batch' | 'epoch'): Promise<void>
  /** Back to step 0 with the same seed. */
  reset(): Promise<void>
  /** What can change without a reset. */
  tune(
    changes: Partial<Pick<RunConfig, 'learningRate' | 'stopAtAccuracy' | 'maxStepsPerSecond'>>,
  ): Promise<void>
  /** The page has drawn the last frame and wants another: frames by credit. */
  credit(): void
  checkpoint(): Promise<Checkpoint>
  /** Gate statistics over `count` training pictures with the present weights. */
  population(count: number): Promise<PopulationStats>
  /** The tensors of one picture as tfjs computes them, by operation id and `site1/z`, `site1/s`, …; for tests and self-checks. */
  inspect(input: Float32Array): Promise<Readonly<Record<string, Float32Array>>>
  /**
   * Series: reads a part with the weights that the validation part speaks for, or with the present ones where there
   * are none or `now` is asked for.
   */
  evaluateSet(part: SeriesPartName, which: 'chosen' | 'now'): Promise<SetEvaluation>
  dispose(): Promise<void>
}

/** What only the client on the page calls: it wraps `EngineApi` for everybody else. */
export interface WorkerApi extends EngineApi {
  /**
   * Must come first. Events leave through `port`, so that buffers are transferred and nobody waits for an answer.
   * @param assetBase absolute URL of the folder that holds `packaged/`
   */
  connect(port: MessagePort, assetBase: string): void
  /** Answers while the worker lives. */
  ping(): void
  /** For tests: throws away the WebGL context as a driver would. False if the backend has none. */
  loseContext(): Promise<boolean>
}
