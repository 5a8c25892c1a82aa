/** The lesson as a typed table: which tensors each step lights. product.md, "One page, one figure". */

/** Rows of the figure, top to bottom. */
export const rows = ['X', 'U', 'z', 'w1', 'hidden', 'w2', 'logits', 's', 'out', 'reading'] as const
export type RowId = (typeof rows)[number]

export const stepIds = ['why', 'transform', 'squeeze', 'mix', 'gate', 'scale', 'result'] as const
export type StepId = (typeof stepIds)[number]

export interface Step {
  readonly id: StepId
  /** The paper's name of the operation, where it has one. */
  readonly operation: 'F_tr' | 'F_sq' | 'F_ex' | 'F_scale' | null
  readonly lit: readonly RowId[]
  /** Stage that has the focus when the step is entered. */
  readonly stage: StageRow
}

/** Rows a value can be selected in. */
export const stageRows = ['U', 'z', 'w1', 'hidden', 'w2', 'logits', 's', 'out'] as const
export type StageRow = (typeof stageRows)[number]

export const steps: readonly Step[] = [
  { id: 'why', operation: null, lit: ['X', 'U', 's', 'reading'], stage: 's' },
  { id: 'transform', operation: 'F_tr', lit: ['X', 'U'], stage: 'U' },
  { id: 'squeeze', operation: 'F_sq', lit: ['U', 'z'], stage: 'z' },
  { id: 'mix', operation: 'F_ex', lit: ['z', 'w1', 'hidden'], stage: 'hidden' },
  { id: 'gate', operation: 'F_ex', lit: ['hidden', 'w2', 'logits', 's'], stage: 's' },
  { id: 'scale', operation: 'F_scale', lit: ['U', 's', 'out'], stage: 'out' },
  { id: 'result', operation: null, lit: ['s', 'out', 'reading'], stage: 's' },
]

export function stepOf(id: StepId): Step {
  return steps.find((step) => step.id === id) ?? (steps[0] as Step)
}
