/** The lesson as a typed table: which stages of the block each step opens, and how tall they stand. */
import { rowOrder } from '../block/description.ts'
import { type SeRowId, seBlock } from '../block/seBlock.ts'

/** A stage of the block that has a row in the figure. */
export type StageRow = SeRowId

/** What stands above and below the block: the picture, and what the network reads. */
export type RowId = 'X' | StageRow | 'reading'

/** Rows that a value can be selected in, top to bottom: the order of the description. */
export const stageRows: readonly StageRow[] = rowOrder(seBlock()).map(({ id }) => id as StageRow)

/** Their symbols, as the figure writes them: maps in capitals, U and X̃, where a formula speaks of one value, u. */
export const rowSymbols = Object.fromEntries(
  rowOrder(seBlock()).map(({ id, symbol, mark }) => [id, mark === 'maps' ? symbol.toUpperCase() : symbol]),
) as Readonly<Record<StageRow, string>>

export const rows: readonly RowId[] = ['X', ...stageRows, 'reading']

export const stepIds = ['why', 'transform', 'squeeze', 'mix', 'gate', 'scale', 'result'] as const
export type StepId = (typeof stepIds)[number]

/** Heights of the open stages in the figure's own pixels, of 360; a stage that is not named is folded. */
export type OpenStages = Readonly<Partial<Record<StageRow, number>>>

export interface Step {
  readonly id: StepId
  /** The paper's name of the operation, where it has one. */
  readonly operation: 'F_tr' | 'F_sq' | 'F_ex' | 'F_scale' | null
  readonly open: OpenStages
  /** Height of what the step draws besides the stages: a window and its kernel, a curve, a lens, a comparison. */
  readonly extra: number
  /** Stage that has the focus when the step is entered. */
  readonly stage: StageRow
}

export const steps: readonly Step[] = [
  { id: 'why', operation: null, open: { U: 60, z: 64, s: 152, out: 60 }, extra: 0, stage: 's' },
  { id: 'transform', operation: 'F_tr', open: { U: 60, s: 56 }, extra: 178, stage: 'U' },
  { id: 'squeeze', operation: 'F_sq', open: { U: 84, z: 144, s: 88 }, extra: 0, stage: 'z' },
  { id: 'mix', operation: 'F_ex', open: { z: 64, w1: 132, hidden: 74, s: 24 }, extra: 0, stage: 'hidden' },
  { id: 'gate', operation: 'F_ex', open: { w2: 100, logits: 30, s: 82 }, extra: 60, stage: 's' },
  { id: 'scale', operation: 'F_scale', open: { U: 60, s: 84, out: 60 }, extra: 112, stage: 'out' },
  { id: 'result', operation: null, open: { s: 84 }, extra: 188, stage: 's' },
]

/** While a network trains here: the gates now, and below them, in the same columns, the gates over time. */
export const trainingStages: Pick<Step, 'open' | 'extra'> = { open: { U: 60, s: 84 }, extra: 150 }

/** How tall a stage stands that the reader opens, by how it is drawn. */
const heightOf = { maps: 60, stems: 64, weights: 104, units: 64, dots: 36, gates: 104 } as const

/** Every stage open: taller than the screen. */
export const wholeBlock = Object.fromEntries(
  rowOrder(seBlock()).map(({ id, mark }) => [id, mark === null ? 0 : heightOf[mark]]),
) as Required<OpenStages>

/** Stages between the means and the gates: folded together they are one strip. */
export const mixStages: readonly StageRow[] = rowOrder(seBlock()).flatMap(({ id, mark }) =>
  mark === 'weights' || mark === 'units' || mark === 'dots' ? [id as StageRow] : [],
)

export function stepOf(id: StepId): Step {
  return steps.find((step) => step.id === id) ?? (steps[0] as Step)
}
