/** Which stages of the figure stand open: what the step needs, what the reader has opened besides, or all. */
import { lastCalls } from './lastCalls.ts'
import { liveRun } from './shownRun.ts'
import {
  mixStages,
  type OpenStages,
  type StageRow,
  type StepId,
  stageRows,
  stepOf,
  trainingStages,
  wholeBlock,
} from './steps.ts'
import type { AppState } from './store.ts'

export interface OpenRows {
  readonly order: readonly StageRow[]
  readonly mix: readonly StageRow[]
  readonly heights: OpenStages
  readonly extra: number
  readonly whole: boolean
}

/** Two: those of the screen, and on paper all. */
const rowsOf = lastCalls(
  2,
  (step: StepId, training: boolean, opened: readonly StageRow[], unfolded: boolean): OpenRows => {
    const { open, extra } = training ? trainingStages : stepOf(step)
    const also = Object.fromEntries(opened.map((row) => [row, wholeBlock[row]]))
    return {
      order: stageRows,
      mix: mixStages,
      heights: unfolded ? wholeBlock : { ...also, ...open },
      extra,
      whole: unfolded,
    }
  },
).call

/** While a run is watched its gates over time stand below the gates, whatever the step. */
export function watchedRun(state: AppState): boolean {
  return state.watchesRun && liveRun(state) !== null
}

export function openRows(state: AppState): OpenRows {
  return rowsOf(state.step, watchedRun(state), state.opened, state.unfolded)
}

/** All stages: what paper gets, which nobody unfolds. */
export function wholeRows(state: AppState): OpenRows {
  return rowsOf(state.step, watchedRun(state), state.opened, true)
}
