/**
 * The page's side of the training: starts the engine when it is first needed, puts its events into the store,
 * and gives it credit for the next frame once the last one is drawn.
 */

import type { EngineClient } from '../../../model/engine/client/client.ts'
import { once } from '../../../model/engine/client/once.ts'
import {
  areSound,
  type Checkpoint,
  type EngineEvent,
  type Frame,
  type PopulationStats,
  type RunConfig,
  type SeriesPartName,
  type SetEvaluation,
  type Trouble,
} from '../../../model/engine/protocol.ts'
import { choicesOfKey } from '../../../model/state/seriesKey.ts'
import { liveRun, trainingChoices } from '../../../model/state/shownRun.ts'
import { noteMissing } from '../../../model/state/slices/data.ts'
import {
  beginRun,
  changeRun,
  chooseTraining,
  dropRun,
  type EngineState,
  type LiveRun,
  nextSeed,
  noteEngine,
  type TrainingChoices,
  type Tunable,
  travelTo,
  tuneRun,
} from '../../../model/state/slices/run.ts'
import { type AppState, type AppStore, showRun, showStored } from '../../../model/state/store.ts'
import { enginePart } from '../../missingParts.ts'
import { siteUrl } from '../../page/files.ts'
import { expectedRun } from './expectedRun.ts'
import { keeper } from './keeper.ts'
import { lastWish } from './lastWish.ts'
import { emptyRun, sameNetwork, stored, wantedRun, withFrame } from './liveRun.ts'
import { loadedProblem } from './loadedProblem.ts'
import { restAfter, whenDrawn } from './pace.ts'
import { choicesOf } from './runChoices.ts'

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
  /** Reads a part of the series with the run's weights; null if there is no run of a series network any more. */
  evaluateSet(part: SeriesPartName, which: 'chosen' | 'now'): Promise<SetEvaluation | null>
  /** Writes the run to this browser's storage now: the page may go away. */
  keep(): void
  /** The engine itself, for tests and self-checks; null before it was needed. */
  client(): EngineClient | null
}

/** When training pauses, gates are counted over more training pictures than there is time for while it runs. */
const populationCount = 500

/** How the engine is got hold of; tests have one of their own. */
type OpenEngine = (onEvent: (event: EngineEvent) => void) => Promise<EngineClient>

const openEngine: OpenEngine = async (onEvent) => {
  const { createEngineClient } = await import('../../../model/engine/client/client.ts')
  return createEngineClient({ assetBase: siteUrl(''), onEvent })
}

/** The page's end of the engine could not be fetched. */
class EngineMissing extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.name = 'EngineMissing'
  }
}

/** The run that the engine has, or is getting ready. */
interface Preparation {
  readonly run: number
  readonly from: Checkpoint | undefined
  readonly ready: Promise<EngineClient>
  failed: boolean
}

/** The reader's own series, if the run learns from them. */
function ownOf({ data, own, preparation }: AppState, { net }: RunConfig): LiveRun['own'] {
  return net === 'series' && data === 'own' && own !== null ? { own, preparation } : null
}

export function createTraining(store: AppStore, open: OpenEngine = openEngine): Training {
  let client: EngineClient | null = null
  let run = 0
  let preparation: Preparation | null = null
  let expecting: Promise<void> | null = null
  const expected = expectedRun()
  const kept = keeper((checkpoint) => {
    const { config } = checkpoint
    // Without its series a run could not go on; those of the reader may be gone by then.
    if (config.net !== 'series' || choicesOfKey(config.data) !== null) {
      // Without its code the run lasts as long as the page.
      import('./savedRun.ts').then(
        ({ saveRun }) => saveRun(checkpoint),
        () => undefined,
      )
    }
  })

  const say = (engine: Partial<EngineState>) => noteEngine(store, engine)

  const fail = (error: unknown) => {
    // Without its own code the page can only be loaded anew.
    if (error instanceof EngineMissing) noteMissing(store, enginePart, true)
    const detail = error instanceof Error ? error.message : String(error)
    const { trouble } = store.getState().engine
    // What the engine itself has said of it says more.
    const said = trouble !== null && ['dataMissing', 'workerMissing', 'failed'].includes(trouble.kind)
    const failed: Trouble = { kind: 'failed', detail }
    say({ phase: 'idle', progress: null, trouble: said ? trouble : failed })
  }

  const start = once(async () => {
    client = await open(onEvent).catch((cause: unknown) => {
      throw new EngineMissing(cause)
    })
    noteMissing(store, enginePart, false)
    return client
  })

  const onEvent = (event: EngineEvent) => {
    if (event.type === 'frame') return onFrame(event.frame)
    if (event.run !== run) return
    if (event.type === 'checkpoint') kept.offer(event.checkpoint)
    else if (event.type === 'phase') {
      say({ phase: event.phase, ...(event.phase === 'loading' ? {} : { progress: null }) })
      if (event.phase !== 'running') {
        kept.flush()
        // The state in which it ends is shown at once.
        client?.credit()
      }
      if (event.phase === 'paused' || event.phase === 'done') void countPopulation()
    } else if (event.type === 'progress') say({ progress: event.progress })
    else if (event.type === 'backend') say({ backend: event.report })
    else if (event.type === 'trouble') say({ trouble: event.trouble })
    else if (event.type === 'population') onPopulation(event.stats)
  }

  const onFrame = (frame: Frame) => {
    if (frame.run !== run) return
    const arrived = performance.now()
    // On its way to NaN there is nothing to draw; the trainer notices and says so.
    if (areSound(frame.weights)) changeRun(store, (live) => withFrame(live, frame))
    // Credit only after the frame is on the screen: training never waits, drawing never queues.
    const credit = () => void client?.credit()
    if (document.visibilityState === 'hidden')
      document.addEventListener('visibilitychange', credit, { once: true })
    else whenDrawn(() => setTimeout(credit, restAfter(performance.now() - arrived)))
  }

  const countPopulation = async () => {
    try {
      // Its event brings the result, as it brings those of the counts while it trains.
      await client?.population(populationCount)
    } catch {
      // A run that was replaced meanwhile has no statistics to give.
    }
  }

  const onPopulation = (stats: PopulationStats) => {
    changeRun(store, (live) => ({ ...live, population: stored(stats), populationStep: stats.step }))
  }

  const prepare = (config: RunConfig, from?: Checkpoint): Promise<EngineClient> => {
    kept.flush()
    run += 1
    const mine = run
    const ofReader = ownOf(store.getState(), config)
    beginRun(
      store,
      from === undefined ? expected.take(mine, config, ofReader) : emptyRun(mine, config, from, ofReader),
    )
    // The page's end of the engine is a download as well.
    say({ phase: 'loading', trouble: null, progress: client === null ? { part: 'engine' } : null })
    const getReady = async () => {
      const engine = await start()
      // Another run was asked for before this one had begun.
      if (mine !== run) return engine
      const { problem } = store.getState()
      const given = config.net === 'series' && problem?.key === config.data ? problem.problem : undefined
      const report = await engine.prepare(mine, config, from, given)
      if (mine === run) say({ backend: report })
      engine.credit()
      return engine
    }
    const current: Preparation = { run: mine, from, ready: getReady(), failed: false }
    preparation = current
    current.ready.catch(() => {
      current.failed = true
      // Nothing of a new run is there to be shown; an old one is still what it was.
      if (mine === run && from === undefined) dropRun(store)
    })
    return current.ready
  }

  /** The run that the page's choices ask for: prepared, under way, or to be built. */
  const prepared = (): Promise<EngineClient> => {
    const config = wantedRun(store.getState())
    if (preparation === null || !isPrepared(config)) return prepare(config)
    return preparation.failed ? prepare(config, preparation.from) : preparation.ready
  }

  const isPrepared = (config: RunConfig) => {
    const { live } = store.getState()
    return live !== null && live.run === preparation?.run && sameNetwork(live.config, config)
  }

  /** Has the run that the page's choices ask for made ahead, if it is a new one. */
  const expectRun = async () => {
    const state = store.getState()
    const config = wantedRun(state)
    if (isPrepared(config)) return
    say({ phase: 'loading', trouble: null, progress: client === null ? { part: 'engine' } : null })
    const done = () => {
      expecting = null
    }
    expecting ??= expected.expect(state, run + 1, config, ownOf(state, config)).finally(done)
    await expecting
  }

  /** From now on there is no run; what the engine still says of the last one is not heard. */
  const drop = () => {
    kept.flush()
    run += 1
    dropRun(store)
    say({ phase: 'idle', progress: null, trouble: null })
  }

  const wish = lastWish(fail)

  const play = wish(async (holds) => {
    const { phase } = store.getState().engine
    await expectRun()
    if (!holds()) {
      // Whoever came in between may have asked for no run at all.
      if (expecting === null && !isPrepared(wantedRun(store.getState()))) say({ phase, progress: null })
      return
    }
    const engine = await prepared()
    if (!holds()) return
    say({ trouble: null })
    travelTo(store, null)
    // Resolves when training stops; nobody waits for it here.
    engine.play().catch((error: unknown) => {
      if (holds()) fail(error)
    })
  })

  /** The run on show; one that waits unseen keeps what it has. */
  const tune = async (changes: Tunable): Promise<void> => {
    const tuned = preparation
    tuneRun(store, changes)
    // Whoever wanted the run hears of it if it cannot be had.
    const engine = await tuned?.ready.catch(() => undefined)
    if (tuned === preparation) await engine?.tune(changes).catch(fail)
  }

  return {
    play,
    pause: wish(async () => {
      // The step under way is finished first; the page knows already.
      if (store.getState().engine.phase === 'running') say({ pausing: true })
      await client?.pause()
      say({ pausing: false })
    }),
    advance: (unit) =>
      wish(async (holds) => {
        const engine = await prepared()
        if (holds()) await engine.advance(unit)
      })(),
    reset: wish(async (holds) => {
      const engine = await prepared()
      if (!holds()) return
      const { live } = store.getState()
      if (live !== null) beginRun(store, emptyRun(live.run, live.config, undefined, live.own))
      await engine.reset()
    }),
    resume: (from) =>
      wish(async () => {
        showRun(store, choicesOf(from.config))
        if (from.config.net === 'series') await loadedProblem(store, from.config.data)
        await prepare(from.config, from)
      })(),
    newStart: () => {
      nextSeed(store)
      return play()
    },
    choose: async (changes) => {
      const state = store.getState()
      chooseTraining(store, { ...trainingChoices(state), ...changes })
      if (liveRun(state) === null) return
      const { batchSize, backend, ...tunable } = changes
      if (Object.keys(tunable).length > 0) await tune(tunable)
      if (batchSize === undefined && backend === undefined) return
      await wish(async () => {
        drop()
        await client?.pause()
      })()
    },
    leave: wish(async () => {
      drop()
      showStored(store)
      await client?.pause()
    }),
    evaluateSet: async (part, which) => {
      const mine = run
      const found = (await client?.evaluateSet(part, which)) ?? null
      return mine === run ? found : null
    },
    keep: kept.flush,
    client: () => client,
  }
}
