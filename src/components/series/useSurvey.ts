/** All test series through the network on show, read once for each of its states. */
import { useEffect, useState } from 'react'
import type { Survey } from '../../model/engine/protocol.ts'
import { liveRun, shownNetwork } from '../../model/state/selectors.ts'
import type { ShownNetwork } from '../../model/state/shown.ts'
import type { AppState } from '../../model/state/store.ts'
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
  readonly network: number | ShownNetwork
  /** In which state. */
  readonly of: object | string
  readonly survey: Survey
}

/** @param wanted whether anybody looks at it */
export function useSurvey(training: Training, wanted: boolean): SurveyState {
  // Each of these stays what it is from frame to frame of a run.
  const isLive = useApp((state) => liveRun(state) !== null)
  const rests = useApp(isAtRest)
  const network = useApp(surveyed)
  const target = useApp(targetOf)
  const loaded = useApp((state) => state.problem)
  const [found, setFound] = useState<Found | null>(null)
  const [busy, setBusy] = useState(false)
  // Of another network, or of a time that a reset has undone: not a word of it is true any more.
  const isGone = useApp(
    (state) =>
      found !== null &&
      (found.network !== surveyed(state) || (liveRun(state)?.step ?? Infinity) < found.survey.step),
  )
  useEffect(() => {
    if (isGone) setFound(null)
  }, [isGone])
  useEffect(() => {
    if (!wanted || target === null || network === null || loaded === null || found?.of === target) return
    let current = true
    setBusy(true)
    const read =
      typeof network === 'number'
        ? training.survey('test', 'chosen')
        : surveyHere(network, loaded, pause, () => !current)
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
  }, [wanted, target, network, loaded, found, training])
  const holds = found !== null && !isGone && (found.of === target || (isLive && !rests))
  return { survey: holds ? found.survey : null, isLive, busy }
}

/** What a survey is of: the reader's run, by its number, or a network that does not train. */
export function surveyed(state: AppState): number | ShownNetwork | null {
  return liveRun(state)?.run ?? shownNetwork(state)
}

function isAtRest({ engine }: AppState): boolean {
  return engine.phase === 'paused' || engine.phase === 'done'
}

/** One reading for each state of rest; of a network that does not train one for each set of weights. */
function targetOf(state: AppState): object | string | null {
  const live = liveRun(state)
  if (live === null) return shownNetwork(state)
  return isAtRest(state) && live.step > 0 ? `${live.run} ${live.chosen?.step} ${live.step}` : null
}
