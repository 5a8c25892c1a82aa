/** A new run before its first frame, made ahead a piece at a time: all at once it would hold up the page. */
import type { RunConfig } from '../../../model/engine/protocol.ts'
import { shownNetwork } from '../../../model/state/shownRun.ts'
import { otherPicture, picture } from '../../../model/state/shownSamples.ts'
import type { LiveRun } from '../../../model/state/slices/run.ts'
import type { AppState } from '../../../model/state/store.ts'
import { warmUpTrace } from '../../../model/state/view.ts'
import { pause } from '../../soon.ts'
import { emptyRun } from './liveRun.ts'

type Own = LiveRun['own']

export interface ExpectedRun {
  /** Makes the run, and computes what the page will show of it. */
  readonly expect: (state: AppState, run: number, config: RunConfig, own: Own) => Promise<void>
  /** The run that was made, if it is the one that is asked for, or another. */
  readonly take: (run: number, config: RunConfig, own: Own) => LiveRun
}

export function expectedRun(): ExpectedRun {
  let made: LiveRun | null = null
  return {
    expect: async (state, run, config, own) => {
      await pause()
      const live = emptyRun(run, config, undefined, own)
      const next = { ...state, live, at: null }
      const shown = shownNetwork(next)
      for (const one of [picture(next), otherPicture(next)]) {
        if (shown !== null && one !== null) await warmUpTrace(shown, one, pause)
      }
      await pause()
      made = live
    },
    take: (run, config, own) => {
      const live = made
      made = null
      return live !== null && live.run === run && isSame(live, config, own)
        ? live
        : emptyRun(run, config, undefined, own)
    },
  }
}

function isSame(live: LiveRun, config: RunConfig, own: Own): boolean {
  return (
    JSON.stringify(live.config) === JSON.stringify(config) &&
    live.own?.own === own?.own &&
    live.own?.preparation === own?.preparation
  )
}
