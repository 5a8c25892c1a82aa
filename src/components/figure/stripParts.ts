/** What the formula strip prints: one value as symbol → numbers → result. */
import type { Role } from '../../model/block/description.ts'
import type { NetworkTrace } from '../../model/networks/forward.ts'
import type { NetworkPlan, PackedWeights, Site } from '../../model/networks/planTypes.ts'
import type { Edits } from '../../model/state/edits.ts'
import type { Cursor, Selection } from '../../model/state/store.ts'
import type { Nd } from '../../model/tensor.ts'

export type StripRole = Role

export interface StripTerm {
  /** One factor, or two that are multiplied. */
  readonly factors: readonly { readonly value: number; readonly role: StripRole }[]
  readonly product: number
  /** What the term stands for in the figure; lit while the term is pointed at. */
  readonly target: Selection | null
}

export interface Strip {
  readonly symbol: string
  readonly sub: string
  readonly role: StripRole
  readonly terms: readonly StripTerm[]
  /** How the terms are put together. */
  readonly joined: 'sum' | 'mean' | 'max' | 'product' | 'single'
  readonly bias: number | null
  /** Sum before a function is applied; null where there is none. */
  readonly pre: number | null
  /** Function applied at the end, as it is written: `ReLU`, `σ`, `BN`. */
  readonly fn: string | null
  /** Further lines: batch normalisation, e^x. */
  readonly steps: readonly { readonly name: string; readonly value: number }[]
  readonly result: number
  /** The gate was put in by hand: the arithmetic gives another value. */
  readonly replaced: boolean
}

export interface StripSource {
  readonly site: Site
  readonly trace: NetworkTrace
  readonly plan: NetworkPlan
  readonly weights: PackedWeights
  readonly edits: Edits
}

/** A result without its arithmetic. */
export function plain(symbol: string, sub: string, role: StripRole, result: number): Strip {
  return {
    symbol,
    sub,
    role,
    terms: [],
    joined: 'single',
    bias: null,
    pre: null,
    fn: null,
    steps: [],
    result,
    replaced: false,
  }
}

/** `row,column` in a picture, the step in a series. */
export function cellName({ h, w }: Cursor, { axes }: Nd): string {
  return axes.includes('t') ? String(w) : `${h},${w}`
}
