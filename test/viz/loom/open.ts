/** What the page asks of the layout: at each step, while a network trains, with stages opened by hand, and the whole. */
import { type OpenRows, openRows } from '../../../src/model/state/openRows.ts'
import {
  mixStages,
  type StageRow,
  type StepId,
  stageRows,
  stepIds,
  trainingStages,
} from '../../../src/model/state/steps.ts'
import { type AppState, createAppStore } from '../../../src/model/state/store.ts'
import type { LoomLayout, LoomRow, LoomShape } from '../../../src/viz/loom/layout.ts'
import type { Variant } from '../../../src/viz/loom/measures.ts'

export const variants = ['wide', 'medium', 'phone'] as const satisfies readonly Variant[]

/** Blocks of the networks that are shown here. Maps of one row are series. */
export const shapes: readonly LoomShape[] = [
  { channels: 16, reduced: 4, map: [14, 14] },
  { channels: 32, reduced: 8, map: [7, 7] },
  { channels: 16, reduced: 4, map: [1, 50] },
  { channels: 32, reduced: 8, map: [1, 25] },
  { channels: 256, reduced: 16, map: [1, 30] },
]

/** Height of the figure, whatever the step. */
export const figureHeight: Readonly<Record<Variant, number>> = { wide: 360, medium: 360, phone: 280 }

const state = createAppStore().getState()
const asked = (changes: Partial<AppState>): OpenRows => openRows({ ...state, ...changes })

export const openAt = (step: StepId, opened: readonly StageRow[] = []): OpenRows => asked({ step, opened })
export const wholeAt = (step: StepId): OpenRows => asked({ step, unfolded: true })
export const whole = wholeAt('why')
const training: OpenRows = {
  order: stageRows,
  mix: mixStages,
  heights: trainingStages.open,
  extra: trainingStages.extra,
  whole: false,
}

export interface Stand {
  readonly name: string
  readonly open: OpenRows
}

/** Each step, and a run that is watched. */
export const stepStands: readonly Stand[] = [
  ...stepIds.map((step) => ({ name: step, open: openAt(step) })),
  { name: 'training', open: training },
]

/** With one folded stage opened, and with all. */
const openedStands: readonly Stand[] = stepIds.flatMap((step) => [
  ...stageRows.map((row) => ({ name: `${step} and ${row}`, open: openAt(step, [row]) })),
  { name: `${step} and all`, open: openAt(step, stageRows) },
])

/** Everything; also then each step draws what it draws besides. */
const wholeStands: readonly Stand[] = stepIds.map((step) => ({
  name: `${step}, whole`,
  open: wholeAt(step),
}))

export const stands: readonly Stand[] = [...stepStands, ...openedStands, ...wholeStands]

export const openRowsOf = (layout: LoomLayout): readonly LoomRow[] =>
  stageRows.filter((row) => layout.isOpen(row))
