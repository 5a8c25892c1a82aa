/** All test series through the network on show, read once for each of its states. */
import { useEffect, useState } from 'react'
import type { Survey } from '../../model/engine/protocol.ts'
import { liveRun, shownNetwork } from '../../model/state/selectors.ts'
import type { ShownNetwork } from '../../model/state/shown.ts'
import type { LiveRun } from '../../model/state/store.ts'
import type { Training } from '../live/training.ts'
import { pause } from '../soon.ts'
import { useApp } from '../store.tsx'
import { surveyHere } from './survey.ts'

export interface SurveyState {
  readonly survey: Survey | null
  /** The reader's own run: the engine reads with the weights that the validation part chose. */
  readonly isLive: boolean
  readonly busy: boolean
}

interface Found {
  /** Run or network that was read. */
  readonly network: object | number
  /** In which state. */
  readonly of: object | string
  readonly survey: Survey
}

/** @param wanted whether anybody looks at it */
export function useSurvey(training: Training, wanted: boolean): SurveyState {
  const live = useApp(liveRun)
  const phase = useApp((state) => state.engine.phase)
  const shown = useApp(shownNetwork)
  const loaded = useApp((state) => state.problem)
  const [found, setFound] = useState<Found | null>(null)
  const [busy, setBusy] = useState(false)
  const isLive = live !== null
  const rests = phase === 'paused' || phase === 'done'
  const network = live?.run ?? shown
  const target = targetOf(live, rests, shown)
  // Of another network, or of a time that a reset has undone: not a word of it is true any more.
  const isGone = found !== null && (found.network !== network || (live?.step ?? Infinity) < found.survey.step)
  useEffect(() => {
    if (isGone) setFound(null)
  }, [isGone])
  useEffect(() => {
    if (!wanted || target === null || network === null || shown === null || loaded === null) return
    if (found?.of === target) return
    let current = true
    setBusy(true)
    const read = isLive ? training.survey('test', 'chosen') : surveyHere(shown, loaded, pause, () => !current)
    read
      .then(
        (survey) => {
          if (current && survey !== null) setFound({ network, of: target, survey })
        },
        // A run that was replaced meanwhile has nothing to say.
        () => undefined,
      )
      .finally(() => {
        if (current) setBusy(false)
      })
    return () => {
      current = false
      setBusy(false)
    }
  }, [wanted, target, network, shown, loaded, found, isLive, training])
  const holds = found !== null && !isGone && (found.of === target || (isLive && !rests))
  return { survey: holds ? found.survey : null, isLive, busy }
}

/** One reading for each state of rest; of a network that does not train one for each set of weights. */
function targetOf(live: LiveRun | null, rests: boolean, shown: ShownNetwork | null): object | string | null {
  if (live === null) return shown
  return rests && live.step > 0 ? `${live.run} ${live.chosen?.step} ${live.step}` : null
}
