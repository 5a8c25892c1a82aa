import { liveRun } from '../../../model/state/shownRun.ts'
import { useApp } from '../../store.tsx'
import { Readouts } from './Readouts.tsx'

/** How far the run has come. */
export function RunReadouts() {
  const live = useApp(liveRun)
  if (live === null) return null
  return (
    <Readouts
      step={live.step}
      epoch={live.epoch}
      heldOutAccuracy={live.heldOut.at(-1)?.accuracy ?? null}
      stepsPerSecond={live.stepsPerSecond}
    />
  )
}
