/** When a run is written to storage: seldom while it trains, and always in the state in which it stops. */
import type { Checkpoint } from '../../../model/engine/protocol.ts'
import { choicesOfKey } from '../../../model/state/seriesKey.ts'

/** A run in progress is written at most this often. */
const restMs = 5000

export interface Keeper {
  /** A state of the run that could be gone on with. */
  offer(checkpoint: Checkpoint): void
  /** Writes what was offered last, if it has not been written: the run stops, or the page may go away. */
  flush(): void
}

/** @param now in milliseconds */
export function keeper(save: (checkpoint: Checkpoint) => void, now = () => performance.now()): Keeper {
  let writtenAt = Number.NEGATIVE_INFINITY
  let waiting: Checkpoint | null = null
  const flush = () => {
    if (waiting === null) return
    save(waiting)
    waiting = null
    writtenAt = now()
  }
  return {
    offer(checkpoint) {
      // Nothing is learnt yet: a run that was kept earlier is worth more.
      if (checkpoint.step === 0) return
      waiting = checkpoint
      if (now() - writtenAt >= restMs) flush()
    },
    flush,
  }
}

/** Writes a run to this browser's storage. */
export function keepInBrowser(checkpoint: Checkpoint): void {
  const { config } = checkpoint
  // Without its series a run could not go on; those of the reader may be gone by then.
  if (config.net !== 'series' || choicesOfKey(config.data) !== null) {
    // Without its code the run lasts as long as the page.
    import('./savedRun.ts').then(
      ({ saveRun }) => saveRun(checkpoint),
      () => undefined,
    )
  }
}
