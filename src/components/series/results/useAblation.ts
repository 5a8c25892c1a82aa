/** What the variables are ablation to the network that the results speak of; gone as soon as that is another one. */
import { useCallback, useEffect, useState } from 'react'
import type { LoadedProblem } from '../../../model/state/series.ts'
import { liveRun, shownNetwork } from '../../../model/state/shownRun.ts'
import type { AppState } from '../../../model/state/store.ts'
import { pause } from '../../soon.ts'
import { useApp, useAppStore } from '../../store.tsx'
import type { Training } from '../../training/controller/training.ts'
import { ablationOf, type Measured, type NetworkAblation } from './ablateVariables.ts'

/** What there is to measure, as one text that stays the same as long as it is the same network. */
interface Standing {
  /** `trains`: its weights change all the time. */
  readonly kind: 'untrained' | 'trains' | 'ready'
  /** The run, or the network that is not the reader's. */
  readonly network: string
  /** Its weights. */
  readonly weights: string
}

function standingOf(state: AppState): Standing {
  const live = liveRun(state)
  const { phase } = state.engine
  const shown = shownNetwork(state)
  const key = state.problem?.key ?? ''
  if (live === null) {
    const network = JSON.stringify([key, shown?.config, shown?.origin])
    const isTrained = shown !== null && shown.origin !== 'untrained'
    return { kind: isTrained ? 'ready' : 'untrained', network, weights: String(shown?.step) }
  }
  const network = JSON.stringify([key, live.config.network, live.run])
  if (live.step === 0) return { kind: 'untrained', network, weights: '' }
  if (phase !== 'paused' && phase !== 'done') return { kind: 'trains', network, weights: '' }
  const step = live.chosen?.step ?? live.step
  return { kind: 'ready', network, weights: String(step) }
}

const sayEveryMs = 200

export interface AblationState {
  readonly kind: Standing['kind']
  readonly ablation: NetworkAblation | null
  /** 0–1 while it is measured, else null. */
  readonly share: number | null
  measure(): void
  stop(): void
}

export function useAblation(training: Training, loaded: LoadedProblem): AblationState {
  const store = useAppStore()
  // A text: every frame of a run asks, and draws nothing anew.
  const now = useApp((state) => JSON.stringify(standingOf(state)))
  const [asked, setAsked] = useState<string | null>(null)
  const [done, setDone] = useState(0)
  const [found, setFound] = useState<{ readonly of: string; readonly ablation: NetworkAblation } | null>(null)

  useEffect(() => {
    if (asked === null || asked !== now) return
    let current = true
    const measured = async (): Promise<Measured | null> => {
      const live = liveRun(store.getState())
      if (live === null) return shownNetwork(store.getState())
      const evaluation = await training.evaluateSet('test', 'chosen')
      return evaluation === null
        ? null
        : { plan: live.plan, weights: evaluation.weights, step: evaluation.step }
    }
    const run = async () => {
      const network = await measured()
      if (network === null || !current) return
      let saidAt = performance.now()
      const ablation = await ablationOf(
        network,
        loaded,
        (share) => {
          if (performance.now() - saidAt > sayEveryMs) {
            saidAt = performance.now()
            setDone(share)
          }
          return pause()
        },
        () => !current,
      )
      if (ablation !== null && current) setFound({ of: now, ablation })
    }
    run()
      // A run that was replaced meanwhile has nothing to say.
      .catch(() => undefined)
      .finally(() => {
        if (current) setAsked(null)
      })
    return () => {
      current = false
      setAsked(null)
    }
  }, [asked, now, store, training, loaded])

  const standing = JSON.parse(now) as Standing
  const measure = useCallback(() => {
    setDone(0)
    setAsked(now)
  }, [now])
  const stop = useCallback(() => setAsked(null), [])
  const isCurrent = found !== null && (found.of === now || isSameRun(found.of, standing))
  return {
    kind: standing.kind,
    ablation: isCurrent ? found.ablation : null,
    share: asked === null ? null : done,
    measure,
    stop,
  }
}

/** While a run goes on, its last results stay: they say of which step they are. */
function isSameRun(of: string, { kind, network }: Standing): boolean {
  return kind === 'trains' && (JSON.parse(of) as Standing).network === network
}
