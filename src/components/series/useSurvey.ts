/** All test series through the network on show, read once for each of its states. */
import { useEffect, useState } from 'react'
import type { Survey } from '../../model/engine/protocol.ts'
import { liveRun, shownNetwork } from '../../model/state/selectors.ts'
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

/** @param wanted whether anybody looks at it */
export function useSurvey(training: Training, wanted: boolean): SurveyState {
  const live = useApp(liveRun)
  const phase = useApp((state) => state.engine.phase)
  const shown = useApp(shownNetwork)
  const loaded = useApp((state) => state.problem)
  const [found, setFound] = useState<{ readonly of: object | string; readonly survey: Survey } | null>(null)
  const [busy, setBusy] = useState(false)
  const isLive = live !== null
  const rests = phase === 'paused' || phase === 'done'
  // One reading for each state of rest; of a network at rest one for each set of weights.
  const target: object | string | null = isLive
    ? rests
      ? `${live.run} ${live.chosen?.step} ${live.step}`
      : null
    : shown
  useEffect(() => {
    if (!wanted || target === null || shown === null || loaded === null || found?.of === target) return
    let current = true
    setBusy(true)
    const read = isLive ? training.survey('test', 'chosen') : surveyHere(shown, loaded, pause, () => !current)
    read
      .then(
        (survey) => {
          if (current && survey !== null) setFound({ of: target, survey })
        },
        // A run that was replaced meanwhile has nothing to say.
        () => undefined,
      )
      .finally(() => {
        if (current) setBusy(false)
      })
    return () => {
      current = false
    }
  }, [wanted, target, shown, loaded, found, isLive, training])
  const survey = found !== null && (found.of === target || (isLive && !rests)) ? found.survey : null
  return { survey, isLive, busy }
}
