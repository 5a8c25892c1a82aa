/** From recordings to a problem: a few of each class are enough, and some are set aside to choose and to judge. */
import { type GestureClass, gestureSet } from './gestures.ts'
import { prepareProblem } from './prepare.ts'
import type { SeriesProblem } from './types.ts'

/** Of each class: at least three to learn from, one to choose the weights, one to judge them. */
export const fewestRecordings = 5

/** null while there is too little to train on. Another recording, another key. */
export function gesturesKey(classes: readonly GestureClass[]): string | null {
  if (classes.length < 2 || classes.some(({ recordings }) => recordings.length < fewestRecordings))
    return null
  const ends = classes.map(
    ({ name, recordings }) => `${name}:${recordings.length}:${recordings.at(-1)?.[0]?.time}`,
  )
  return `gestures-${ends.join('|')}`
}

/** Values are made comparable where a gesture becomes a series (gestures.ts). @throws RangeError on too few */
export function gestureProblem(classes: readonly GestureClass[]): SeriesProblem {
  const set = gestureSet(classes)
  return prepareProblem(
    { train: set, test: null },
    { normalise: 'none', testShare: 0.2, validationShare: 0.25 },
  )
}
