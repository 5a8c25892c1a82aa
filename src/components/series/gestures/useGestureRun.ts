/** How far the network on show is with the gestures that are recorded. */
import { useMemo } from 'react'
import { gesturesKey } from '../../../model/data/series/gesturesKey.ts'
import type { Phase } from '../../../model/engine/protocol.ts'
import { liveRun, shownNetwork } from '../../../model/state/shownRun.ts'
import type { AppState } from '../../../model/state/store.ts'
import { useApp } from '../../store.tsx'

export interface GestureRun {
  /** Enough recordings of enough classes. */
  readonly enough: boolean
  /** The problem on show is made of these recordings and no others. */
  readonly isLoaded: boolean
  /** A run on it exists, at whatever step; of a run on other data nothing is said here. */
  readonly hasRun: boolean
  /** Of the run; idle where there is none. */
  readonly phase: Phase
  /** The network on show has learnt from these recordings: asking it makes sense. */
  readonly canTry: boolean
}

export function useGestureRun(): GestureRun {
  const classes = useApp((state) => state.gestures)
  const key = useMemo(() => gesturesKey(classes), [classes])
  const isLoaded = useApp((state) => key !== null && state.problem?.key === key)
  const isLive = useApp((state) => liveRun(state) !== null)
  const isTrained = useApp(showsTrained)
  const phase = useApp((state) => state.engine.phase)
  const hasRun = isLoaded && isLive
  return {
    enough: key !== null,
    isLoaded,
    hasRun,
    phase: hasRun ? phase : 'idle',
    canTry: isLoaded && isTrained,
  }
}

function showsTrained(state: AppState): boolean {
  const shown = shownNetwork(state)
  return shown?.origin === 'live' && shown.step > 0
}
