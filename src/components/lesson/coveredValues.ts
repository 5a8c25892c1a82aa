/** What the lesson says of rows that are still to be guessed (`?cover=`). Pure. */
import type { RowId } from '../../model/state/steps.ts'
import type { Values } from '../text/i18n.tsx'

/** Values of lessonValues.ts by the row whose numbers they tell. */
const told: Readonly<Partial<Record<RowId, readonly string[]>>> = {
  U: ['magnitude'],
  z: ['z', 'zMove', 'magnitude'],
  hidden: ['first', 'second', 'above', 'below'],
  s: ['sMove', 'flips', 'apart', 'sum', 'largest', 'before', 'negative', 'over', 'shut', 'ends'],
  reading: ['own', 'lent'],
}

/** With a question mark in place of what is covered. */
export function hideCovered(values: Values, cover: readonly RowId[]): Values {
  const hidden = cover.flatMap((row) => told[row] ?? [])
  return hidden.length === 0
    ? values
    : { ...values, ...Object.fromEntries(hidden.map((name) => [name, '?'])) }
}

/** A plural counts with `#`, and what it counts is then no number. */
export function sayCovered(text: string): string {
  return text.replaceAll('NaN', '?')
}
