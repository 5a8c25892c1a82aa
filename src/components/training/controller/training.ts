/** The page's side of the training: starts the engine when it is first needed, and asks of it what the reader wishes. */

import type { EngineClient } from '../../../model/engine/client/client.ts'
import { once } from '../../../model/engine/client/once.ts'
import type { Checkpoint, RunConfig, SeriesPartName, SetEvaluation } from '../../../model/engine/protocol.ts'
import { liveRun, trainingChoices } from '../../../model/state/shownRun.ts'
import { noteMissing } from '../../../model/state/slices/data.ts'
import {
  beginRun,
  chooseTraining,
  dropRun,
  type EngineState,
  nextSeed,
  noteEngine,
  type TrainingChoices,
  type Tunable,
  travelTo,
  tuneRun,
} from '../../../model/state/slices/run.ts'
import { type AppStore, showRun, showStored } from '../../../model/state/store.ts'
import { enginePart } from '../../missingParts.ts'
import { engineEvents, noteFailure } from './engineEvents.ts'
import { expectedRun } from './expectedRun.ts'
import { keeper, keepInBrowser } from './keeper.ts'
import { lastWish } from './lastWish.ts'
import { emptyRun, ownOf, sameNetwork, wantedRun } from './liveRun.ts'
import { loadedProblem } from './loadedProblem.ts'
import { EngineMissing, type OpenEngine, openEngine } from './openEngine.ts'
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

/** The run that the engine has, or is getting ready. */
interface Preparation {
  readonly run: number
  readonly from: Checkpoint | undefined
  readonly ready: Promise<EngineClient>
  failed: boolean
}

export function createTraining(store: AppStore, open: OpenEngine = openEngine): Training {
  let client: EngineClient | null = null
  let run = 0
  let preparation: Preparation | null = null
  let expecting: Promise<void> | null = null
  const expected = expectedRun()
  const kept = keeper(keepInBrowser)

  const say = (engine: Partial<EngineState>) => noteEngine(store, engine)

  const onEvent = engineEvents(
    store,
    kept,
    () => run,
    () => client,
  )

  const fail = (error: unknown) => noteFailure(store, error)

  const start = once(async () => {
    client = await open(onEvent).catch((cause: unknown) => {
      throw new EngineMissing(cause)
    })
    noteMissing(store, enginePart, false)
    return client
  })

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
