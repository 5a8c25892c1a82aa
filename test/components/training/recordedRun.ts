/** A run on show that has recorded its way from random weights to the stored ones, a third at a time. */
import { emptyRun, wantedRun } from '../../../src/components/training/controller/liveRun.ts'
import type { ImageSnapshot } from '../../../src/model/networks/snapshotTypes.ts'
import type { LiveRun } from '../../../src/model/state/slices/run.ts'
import { type AppState, type AppStore, createAppStore } from '../../../src/model/state/store.ts'

export function recordedRun(stored: ImageSnapshot, steps: readonly number[]): LiveRun {
  const state = createAppStore({ snapshots: { [stored.id]: stored } }).getState()
  const run = emptyRun(1, wantedRun(state))
  const history = steps.map((step, i) => ({
    step,
    weights: run.weights.map(
      (start, j) => start + (((stored.weights[j] ?? 0) - start) * i) / (steps.length - 1),
    ),
  }))
  const last = history.at(-1)
  return { ...run, history, step: last?.step ?? 0, weights: last?.weights ?? run.weights }
}

export function storeWithRun(
  stored: ImageSnapshot,
  live: LiveRun,
  changes: Partial<AppState> = {},
): AppStore {
  return createAppStore({
    snapshots: { [stored.id]: stored },
    live,
    watchesRun: true,
    engine: { phase: 'paused', pausing: false, progress: null, backend: null, trouble: null },
    ...changes,
  })
}
