import type { series as en } from '../en/series.ts'
import { reader } from './reader.ts'
import { data } from './series/data.ts'
import { firstScreen } from './series/firstScreen.ts'
import { gestures } from './series/gestures.ts'
import { lesson } from './series/lesson.ts'
import { network } from './series/network.ts'
import { ownFiles } from './series/ownFiles.ts'
import { results } from './series/results.ts'

export const series: Readonly<Record<keyof typeof en, string>> = {
  ...reader,
  ...lesson,
  ...firstScreen,
  ...data,
  ...ownFiles,
  ...gestures,
  ...network,
  ...results,
}
