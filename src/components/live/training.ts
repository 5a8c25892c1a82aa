/**
 * The page's side of the training: starts the engine when it is first needed, puts its events into the store,
 * and gives it credit for the next frame once the last one is drawn.
 */

import type { EngineClient } from '../../model/engine/client.ts'
import type {
  Checkpoint,
  EngineEvent,
  Frame,
  PopulationStats,
  RunConfig,
  Trouble,
} from '../../model/engine/protocol.ts'
import { type ImageNetworkConfig, imageNetworkConfig } from '../../model/networks/config.ts'
import { imageNetworkPlan } from '../../model/networks/plan.ts'
import type { StoredPopulation } from '../../model/networks/snapshotTypes.ts'
import { initialWeights } from '../../model/networks/weights.ts'
import { record } from '../../model/state/history.ts'
import { snapshotOf } from '../../model/state/selectors.ts'
import type { AppState, AppStore, LiveRun, TrainingChoices } from '../../model/state/store.ts'
import { siteUrl } from '../page/files.ts'
import { saveRun } from './savedRun.ts'

export interface Training {
  play(): Promise<void>
  pause(): Promise<void>
  advance(unit: 'batch' | 'epoch'): Promise<void>
  reset(): Promise<void>
  /** Goes on with a run that was kept. */
  resume(from: Checkpoint): Promise<void>
  newStart(): Promise<void>
  choose(changes: Partial<TrainingChoices>): Promise<void>
  /** Leaves the live run and shows the stored one again. */
  leave(): Promise<void>
  /** The engine itself, for tests and self-checks; null before it was needed. */
  client(): EngineClient | null
}

/** A run in progress is written to this browser's storage at most this often. */
const keepMs = 5000

/** Beyond this, products through the layers leave float32: such a run is lost, though no weight is NaN yet. */
const largestWeight = 1e4

/** Shortest time from one drawn frame of a run to asking for the next. */
const frameMs = 120

/** Gates are counted over this many training pictures, now and then while training and when it pauses. */
const populationCount = 500

export function createTraining(store: AppStore): Training {
  let client: EngineClient | null = null
  let starting: Promise<EngineClient> | null = null
  let run = 0

  const say = (engine: Partial<AppState['engine']>) =>
    store.setState((state) => ({ engine: { ...state.engine, ...engine } }))

  const fail = (error: unknown) => {
    const detail = error instanceof Error ? error.message : String(error)
    const trouble: Trouble = { kind: 'failed', detail }
    say({ phase: 'idle', progress: null, trouble })
  }

  const start = (): Promise<EngineClient> => {
    starting ??= import('../../model/engine/client.ts')
      .then(({ createEngineClient }) => {
        client = createEngineClient({ assetBase: siteUrl(''), onEvent })
        return client
      })
      .catch((error: unknown) => {
        starting = null
        throw error
      })
    return starting
  }

  const onEvent = (event: EngineEvent) => {
    if (event.type === 'frame') return onFrame(event.frame)
    if (event.run !== run) return
    if (event.type === 'checkpoint') keep(event.checkpoint)
    else if (event.type === 'phase') {
      say({ phase: event.phase, ...(event.phase === 'loading' ? {} : { progress: null }) })
      if (event.phase === 'paused' || event.phase === 'done') void countPopulation()
    } else if (event.type === 'progress') say({ progress: event.progress })
    else if (event.type === 'backend') say({ backend: event.report })
    else if (event.type === 'trouble') say({ trouble: event.trouble })
    else if (event.type === 'population') onPopulation(event.stats)
  }

  let keptAt = 0
  const keep = (checkpoint: Checkpoint) => {
    if (checkpoint.step === 0 || performance.now() - keptAt < keepMs) return
    keptAt = performance.now()
    void saveRun(checkpoint)
  }

  const onFrame = (frame: Frame) => {
    if (frame.run !== run) return
    // On its way to NaN there is nothing to draw; the trainer notices and says so.
    if (frame.weights.every((weight) => Math.abs(weight) < largestWeight)) {
      store.setState(({ live }) => (live === null ? {} : { live: withFrame(live, frame) }))
    }
    // Credit only after the frame is on the screen: training never waits, drawing never queues. Not at once:
    // drawing takes processor time that on two cores is the worker's.
    const drawn = () => setTimeout(() => void client?.credit(), frameMs)
    if (document.visibilityState === 'hidden')
      document.addEventListener('visibilitychange', drawn, { once: true })
    else requestAnimationFrame(drawn)
  }

  const countPopulation = async () => {
    try {
      const stats = await client?.population(populationCount)
      if (stats !== undefined) onPopulation(stats)
    } catch {
      // A run that was replaced meanwhile has no statistics to give.
    }
  }

  const onPopulation = (stats: PopulationStats) => {
    store.setState(({ live }) =>
      live === null ? {} : { live: { ...live, population: stored(stats), populationStep: stats.step } },
    )
  }

  /** Builds the run that the page's choices ask for, unless it is there already. */
  const prepared = async (changes: Partial<ImageNetworkConfig> = {}): Promise<EngineClient> => {
    const config = wantedRun(store.getState(), changes)
    const { live } = store.getState()
    if (client !== null && live !== null && sameNetwork(live.config, config)) return client
    run += 1
    store.setState({ live: emptyRun(run, config), at: null, edit: store.getState().edit })
    say({ phase: 'loading', trouble: null, progress: null })
    const engine = await start()
    const report = await engine.prepare(run, config)
    say({ backend: report })
    engine.credit()
    return engine
  }

  const guarded = (act: () => Promise<unknown>) => async () => {
    try {
      await act()
    } catch (error) {
      fail(error)
    }
  }

  return {
    play: guarded(async () => {
      const engine = await prepared()
      say({ trouble: null })
      store.setState({ at: null })
      // Resolves when training stops; nobody waits for it here.
      engine.play().catch(fail)
    }),
    pause: guarded(async () => client?.pause()),
    advance: async (unit) => guarded(async () => (await prepared()).advance(unit))(),
    reset: guarded(async () => {
      const engine = await prepared()
      store.setState(({ live }) => ({
        at: null,
        live: live === null ? null : emptyRun(live.run, live.config),
      }))
      await engine.reset()
    }),
    resume: async (from) =>
      guarded(async () => {
        run += 1
        const { net, network, seed, batchSize, learningRate, backend, stopAtAccuracy, maxStepsPerSecond } =
          from.config
        store.setState({
          net,
          seed,
          snapshot: network.squeezeExcite ? 'se' : 'plain',
          r: network.ratio,
          at: null,
          live: { ...emptyRun(run, from.config), weights: from.weights, step: from.step },
          training: { batchSize, learningRate, backend, stopAtAccuracy, maxStepsPerSecond },
        })
        say({ phase: 'loading', trouble: null, progress: null })
        const engine = await start()
        say({ backend: await engine.prepare(run, from.config, from) })
        engine.credit()
      })(),
    newStart: guarded(async () => {
      await client?.pause()
      const seed = (store.getState().seed % 999_999_998) + 1
      store.setState({ seed, live: null })
      const engine = await prepared({ seed })
      engine.play().catch(fail)
    }),
    choose: async (changes) => {
      store.setState(({ training }) => ({ training: { ...training, ...changes } }))
      const { batchSize, backend, ...tunable } = changes
      await guarded(async () => {
        if (client !== null && Object.keys(tunable).length > 0) await client.tune(tunable)
        if ((batchSize !== undefined || backend !== undefined) && store.getState().live !== null) {
          await client?.pause()
          store.setState({ live: null })
          say({ phase: 'idle', trouble: null })
        }
      })()
    },
    leave: guarded(async () => {
      await client?.pause()
      store.setState({ live: null, at: null, r: null })
      say({ phase: 'idle', progress: null, trouble: null })
    }),
    client: () => client,
  }
}

/** The run that play starts: the network on show, with the reader's r and with or without SE. */
function wantedRun(state: AppState, changes: Partial<ImageNetworkConfig> = {}): RunConfig {
  const stored = snapshotOf(state)?.config
  return {
    net: state.net,
    network: {
      ...imageNetworkConfig(state.net),
      ...stored,
      place: state.place,
      squeeze: state.squeeze,
      gate: state.gate,
      seed: state.seed,
      squeezeExcite: state.snapshot === 'se',
      ...(state.r === null ? {} : { ratio: state.r }),
      ...changes,
    },
    seed: state.seed,
    ...state.training,
  }
}

function sameNetwork(a: RunConfig, b: RunConfig): boolean {
  return (
    a.net === b.net &&
    a.seed === b.seed &&
    a.batchSize === b.batchSize &&
    a.backend === b.backend &&
    JSON.stringify(a.network) === JSON.stringify(b.network)
  )
}

function emptyRun(run: number, config: RunConfig): LiveRun {
  const plan = imageNetworkPlan(config.network)
  return {
    run,
    config,
    plan,
    weights: initialWeights(plan, config.network.seed),
    step: 0,
    epoch: 0,
    metrics: [],
    heldOut: [],
    stepsPerSecond: 0,
    tensors: 0,
    history: [],
    population: [],
    populationStep: null,
  }
}

/** Steps can go back: a restored run drops what came after. */
function withFrame(live: LiveRun, frame: Frame): LiveRun {
  const back = frame.step < live.step
  const metrics = back ? live.metrics.filter((one) => one.step <= frame.step) : live.metrics
  const heldOut = back ? live.heldOut.filter((one) => one.step <= frame.step) : live.heldOut
  return {
    ...live,
    weights: frame.weights,
    step: frame.step,
    epoch: frame.epoch,
    metrics: frame.metrics.length === 0 ? metrics : [...metrics, ...frame.metrics],
    // Every frame repeats the last measurement.
    heldOut:
      frame.heldOut === null || frame.heldOut.step === heldOut.at(-1)?.step
        ? heldOut
        : [...heldOut, frame.heldOut],
    stepsPerSecond: frame.stepsPerSecond,
    tensors: frame.tensors,
    history: record(live.history, { step: frame.step, weights: frame.weights }),
  }
}

function stored(stats: PopulationStats): StoredPopulation[] {
  return stats.sites.map((one) => ({
    site: one.id,
    meanGate: [...one.meanGate],
    meanGateByGroup: one.meanGateByGroup.map((gates) => [...gates]),
    deadHidden: one.deadHidden,
    count: stats.count,
  }))
}
