import type { GestureClass } from './gestures.ts'

/** Of each class: at least three to learn from, one to choose the weights, one to test them. */
export const fewestRecordings = 5

/** null while there is too little to train on. Other recordings, another key. */
export function gesturesKey(classes: readonly GestureClass[]): string | null {
  if (classes.length < 2 || classes.some(({ recordings }) => recordings.length < fewestRecordings))
    return null
  // No two strokes begin at one time.
  const names = classes.map(
    ({ name, recordings }) => `${name}:${recordings.map(([first]) => first?.time ?? 0).join(',')}`,
  )
  return `gestures-${names.join('|')}`
}
