import { reader } from './reader.ts'
import { data } from './series/data.ts'
import { firstScreen } from './series/firstScreen.ts'
import { gestures } from './series/gestures.ts'
import { lesson } from './series/lesson.ts'
import { network } from './series/network.ts'
import { ownFiles } from './series/ownFiles.ts'
import { results } from './series/results.ts'

/**
 * The series network. Keys that end in `.series` stand in for the ones without while it is on show: they say of
 * series what those say of pictures, with no other placeholders. All else is its own.
 */
export const series = {
  ...reader,
  ...lesson,
  ...firstScreen,
  ...data,
  ...ownFiles,
  ...gestures,
  ...network,
  ...results,
} as const
