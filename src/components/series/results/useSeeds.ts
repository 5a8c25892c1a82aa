/** Runs with SE and without, one after the other, in a worker of their own that ends with whoever asked for them. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { EngineClient } from '../../../model/engine/client/client.ts'
import type { EngineEvent, SeriesRunConfig } from '../../../model/engine/protocol.ts'
import { compareSeeds, type SeedRun, seedSteps } from '../../../model/lab/seeds.ts'
import type { LoadedProblem } from '../../../model/state/series.ts'
import { noteMissing } from '../../../model/state/slices/data.ts'
import { enginePart } from '../../missingParts.ts'
import { siteUrl } from '../../page/files.ts'
import { useAppStore } from '../../store.tsx'
import { secondsLeft } from '../../training/controls/timeLeft.ts'

export const seeds: readonly number[] = [1, 2, 3, 4, 5]
export const allRuns = 2 * seeds.length

/** Numbers that change are printed this often at most. */
const sayEveryMs = 200

export interface SeedsProgress {
  readonly run: number
  readonly step: number
  readonly steps: number
  readonly secondsLeft: number | null
}

export interface SeedsState {
  readonly runs: readonly SeedRun[]
  /** null: nothing runs. */
  readonly at: SeedsProgress | null
  /** Why the last attempt came to nothing. */
  readonly failure: string | null
  /** Goes on after the runs that are there. */
  goOn(): void
  startOver(): void
  stop(): void
}

/** Stands for a failure that the page has words for. */
export const workerMissing = 'workerMissing'

/** What the engine says of a run that does not come to its end. */
function failureOf(event: EngineEvent): string | null {
  if (event.type !== 'trouble') return null
  const { trouble } = event
  if (trouble.kind === 'failed' || trouble.kind === 'dataMissing') return trouble.detail
  if (trouble.kind === 'workerMissing' || trouble.kind === 'backendMissing') return workerMissing
  return trouble.kind === 'diverged' ? `NaN, ${trouble.atStep}` : null
}

export function useSeeds(loaded: LoadedProblem, configured: () => SeriesRunConfig): SeedsState {
  const store = useAppStore()
  const [runs, setRuns] = useState<readonly SeedRun[]>([])
  const [at, setAt] = useState<SeedsProgress | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  /** Ends the attempt under way. */
  const end = useRef<(() => void) | null>(null)
  useEffect(() => () => end.current?.(), [])

  const start = useCallback(
    async (kept: readonly SeedRun[]) => {
      end.current?.()
      let wanted = true
      let engine: EngineClient | null = null
      const over = () => {
        wanted = false
        end.current = null
        setAt(null)
        void engine?.dispose()
      }
      const fail = (detail: string) => {
        if (!wanted) return
        over()
        setFailure(detail)
      }
      end.current = over
      setRuns(kept)
      setFailure(null)
      const steps = seedSteps(loaded.key)
      setAt({ run: kept.length, step: 0, steps, secondsLeft: null })
      const began = performance.now()
      let saidAt = Number.NEGATIVE_INFINITY
      try {
        const { createEngineClient } = await import('../../../model/engine/client/client.ts').catch(
          (cause) => {
            noteMissing(store, enginePart, true)
            throw cause
          },
        )
        noteMissing(store, enginePart, false)
        // Stopped while the code was on its way: no worker may begin.
        if (!wanted) return
        const onEvent = (event: EngineEvent) => {
          const said = failureOf(event)
          if (said !== null) fail(said)
        }
        engine = createEngineClient({ assetBase: siteUrl(''), onEvent })
        const plan = { seeds, steps, done: kept.length }
        for await (const news of compareSeeds(engine, loaded.problem, configured(), plan)) {
          if (!wanted) return
          if (news.kind === 'run') setRuns((before) => [...before, news])
          else if (performance.now() - saidAt >= sayEveryMs) {
            saidAt = performance.now()
            const [done, total] = [news.run - kept.length, allRuns - kept.length].map((n) => n * news.steps)
            const left = secondsLeft(saidAt - began, (done ?? 0) + news.step, total ?? 0)
            setAt({ run: news.run, step: news.step, steps: news.steps, secondsLeft: left })
          }
        }
        if (wanted) over()
      } catch (error) {
        fail(error instanceof Error ? error.message : String(error))
      }
    },
    [store, loaded, configured],
  )

  return {
    runs,
    at,
    failure,
    goOn: () => void start(runs),
    startOver: () => void start([]),
    stop: () => end.current?.(),
  }
}
