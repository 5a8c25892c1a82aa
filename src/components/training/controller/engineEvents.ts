/** What the engine says of the run under way: puts it into the store, and gives credit for the next frame once the last one is drawn. */
import type { EngineClient } from '../../../model/engine/client/client.ts'
import {
  areSound,
  type Checkpoint,
  type EngineEvent,
  type Frame,
  type PopulationStats,
  type Trouble,
} from '../../../model/engine/protocol.ts'
import { noteMissing } from '../../../model/state/slices/data.ts'
import { changeRun, type EngineState, noteEngine } from '../../../model/state/slices/run.ts'
import type { AppStore } from '../../../model/state/store.ts'
import { enginePart } from '../../missingParts.ts'
import type { Keeper } from './keeper.ts'
import { stored, withFrame } from './liveRun.ts'
import { EngineMissing } from './openEngine.ts'
import { restAfter, whenDrawn } from './pace.ts'

/** When training pauses, gates are counted over more training pictures than there is time for while it runs. */
const populationCount = 500

/**
 * @param run the run under way; what is said of another is not heard
 * @param client null before the engine was needed
 */
export function engineEvents(
  store: AppStore,
  kept: Keeper,
  run: () => number,
  client: () => EngineClient | null,
): (event: EngineEvent) => void {
  const say = (engine: Partial<EngineState>) => noteEngine(store, engine)

  const onEvent = (event: EngineEvent) => {
    if (event.type === 'frame') return onFrame(event.frame)
    if (event.run !== run()) return
    if (event.type === 'checkpoint') keep(event.checkpoint)
    else if (event.type === 'phase') {
      say({ phase: event.phase, ...(event.phase === 'loading' ? {} : { progress: null }) })
      if (event.phase !== 'running') {
        kept.flush()
        // The state in which it ends is shown at once.
        client()?.credit()
      }
      if (event.phase === 'paused' || event.phase === 'done') void countPopulation()
    } else if (event.type === 'progress') say({ progress: event.progress })
    else if (event.type === 'backend') say({ backend: event.report })
    else if (event.type === 'trouble') say({ trouble: event.trouble })
    else if (event.type === 'population') onPopulation(event.stats)
  }

  const keep = (checkpoint: Checkpoint) => {
    // What the run goes on from, as it was kept, keeps its own.
    const computedBy = checkpoint.computedBy ?? store.getState().engine.backend?.chosen
    kept.offer(computedBy === undefined ? checkpoint : { ...checkpoint, computedBy })
  }

  const onFrame = (frame: Frame) => {
    if (frame.run !== run()) return
    const arrived = performance.now()
    // On its way to NaN there is nothing to draw; the trainer notices and says so.
    if (areSound(frame.weights)) changeRun(store, (live) => withFrame(live, frame))
    // Credit only after the frame is on the screen: training never waits, drawing never queues.
    const credit = () => void client()?.credit()
    if (document.visibilityState === 'hidden')
      document.addEventListener('visibilitychange', credit, { once: true })
    else whenDrawn(() => setTimeout(credit, restAfter(performance.now() - arrived)))
  }

  const countPopulation = async () => {
    try {
      // Its event brings the result, as it brings those of the counts while it trains.
      await client()?.population(populationCount)
    } catch {
      // A run that was replaced meanwhile has no statistics to give.
    }
  }

  const onPopulation = (stats: PopulationStats) => {
    changeRun(store, (live) => ({ ...live, population: stored(stats), populationStep: stats.step }))
  }

  return onEvent
}

/** Something that was asked of the engine has failed. */
export function noteFailure(store: AppStore, error: unknown): void {
  // Without its own code the page can only be loaded anew.
  if (error instanceof EngineMissing) noteMissing(store, enginePart, true)
  const detail = error instanceof Error ? error.message : String(error)
  const { trouble } = store.getState().engine
  // What the engine itself has said of it says more.
  const said =
    trouble !== null && ['dataMissing', 'workerMissing', 'backendMissing', 'failed'].includes(trouble.kind)
  const failed: Trouble = { kind: 'failed', detail }
  noteEngine(store, { phase: 'idle', progress: null, trouble: said ? trouble : failed })
}
