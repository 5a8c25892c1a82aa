/** All test series through the network on show, read once for each of its states. */
import { useEffect, useState } from 'react'
import type { SetEvaluation } from '../../../model/engine/protocol.ts'
import type { ShownNetwork } from '../../../model/state/shown.ts'
import { liveRun, shownNetwork } from '../../../model/state/shownRun.ts'
import type { AppState } from '../../../model/state/store.ts'
import { pause } from '../../soon.ts'
import { useApp } from '../../store.tsx'
import type { Training } from '../../training/controller/training.ts'
import { evaluateOnPage } from './evaluateOnPage.ts'

export interface EvaluationState {
  readonly evaluation: SetEvaluation | null
  /** The reader's own run: the engine reads with the weights that the validation part chose. */
  readonly isLive: boolean
  readonly busy: boolean
}

interface Found {
  /** Run or network that was read. */
  readonly network: number | ShownNetwork
  /** In which state. */
  readonly of: object | string
  readonly evaluation: SetEvaluation
}

/** @param wanted whether anybody looks at it */
export function useEvaluation(training: Training, wanted: boolean): EvaluationState {
  // Each of these stays what it is from frame to frame of a run.
  const isLive = useApp((state) => liveRun(state) !== null)
  const rests = useApp(isAtRest)
  const network = useApp(evaluatedNetwork)
  const target = useApp(targetOf)
  const loaded = useApp((state) => state.problem)
  const [found, setFound] = useState<Found | null>(null)
  const [busy, setBusy] = useState(false)
  // Of another network, or of a time that a reset has undone: not a word of it is true any more.
  const isGone = useApp(
    (state) =>
      found !== null &&
      (found.network !== evaluatedNetwork(state) ||
        (liveRun(state)?.step ?? Infinity) < found.evaluation.step),
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
        ? training.evaluateSet('test', 'chosen')
        : evaluateOnPage(network, loaded, pause, () => !current)
    read
      .then(
        (evaluation) => {
          if (current && evaluation !== null) setFound({ network, of: target, evaluation })
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
  return { evaluation: holds ? found.evaluation : null, isLive, busy }
}

/** What a evaluation is of: the reader's run, by its number, or a network that does not train. */
export function evaluatedNetwork(state: AppState): number | ShownNetwork | null {
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
