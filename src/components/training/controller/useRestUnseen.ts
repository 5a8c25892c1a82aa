import { useEffect } from 'react'
import { liveRun } from '../../../model/state/shownRun.ts'
import { useApp } from '../../store.tsx'
import type { Training } from './training.ts'

/** A run of another network than the one on show trains no longer: nobody would see it. */
export function useRestUnseen(training: Training): void {
  const unseen = useApp(
    (state) => state.live !== null && state.engine.phase === 'running' && liveRun(state) === null,
  )
  useEffect(() => {
    if (unseen) void training.pause()
  }, [unseen, training])
}
