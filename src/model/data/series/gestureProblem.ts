/** From recordings to a problem: a few of each class are enough, and some are set aside to choose and to judge. */
import { type GestureClass, gestureSet } from './gestures.ts'
import { prepareProblem } from './prepare.ts'
import type { SeriesProblem } from './types.ts'

/** Values are made comparable where a gesture becomes a series (gestures.ts). @throws RangeError on too few */
export function gestureProblem(classes: readonly GestureClass[]): SeriesProblem {
  const set = gestureSet(classes)
  return prepareProblem(
    { train: set, test: null },
    { normalise: 'none', testShare: 0.2, validationShare: 0.25 },
  )
}
