/**
 * The arithmetic of one value, as pieces that the strip prints: symbol → numbers → result.
 * Every number comes from the block's own description (model/block/arithmetic.ts, convolution.ts).
 */
import { type Arithmetic, arithmetic } from '../../model/block/arithmetic.ts'
import { type ConvArithmetic, convArithmetic } from '../../model/block/convolution.ts'
import { type SeStageId, type SeTrace, seBlock } from '../../model/block/seBlock.ts'
import type { NetworkTrace } from '../../model/networks/forward.ts'
import type { NetworkPlan, PackedWeights, Site } from '../../model/networks/planTypes.ts'
import { weight } from '../../model/networks/weights.ts'
import type { Edits } from '../../model/state/edits.ts'
import type { Selection } from '../../model/state/store.ts'
import { valueAt } from '../../model/tensor.ts'

export type StripRole = 'x' | 'u' | 'z' | 'hidden' | 's' | 'xt' | 'ink'

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

export function stripOf(at: Selection, source: StripSource): Strip | null {
  const here = source.trace.sites[source.site.id]
  if (here === undefined) return null
  if (at.stage === 'U') return ofU(at, source)
  return here.block === null ? null : ofBlock(at, here.block, source)
}

/** The description that computes the trace: the site's own with the reader's changes. */
function describedBlock(site: Site, edits: Edits) {
  return seBlock({
    squeeze: edits.squeeze ?? site.squeeze,
    gate: edits.gate ?? site.gate,
    useBias: site.useBias && !edits.dropBias,
    dropRelu: edits.dropRelu,
  })
}

/** How the gate function is written. */
const gateSymbols = {
  sigmoid: 'σ',
  tanh: 'tanh',
  relu: 'ReLU',
  hardSigmoid: 'hσ',
  softmax: 'softmax',
} as const

function ofBlock(at: Selection, trace: SeTrace, { site, edits }: StripSource): Strip {
  const { channel: c, hidden: k, cell } = at
  const description = describedBlock(site, edits)
  const write = (stage: SeStageId, index: object) => arithmetic(description, trace, stage, index)
  switch (at.stage) {
    case 'z': {
      const a = write('z', { c })
      return {
        ...base('z', `${c}`, 'z', a),
        terms: a.terms.map((term) => ({
          factors: [{ value: term.product, role: 'u' as const }],
          product: term.product,
          target: {
            ...at,
            stage: 'U' as const,
            cell: { h: term.factors[0]?.index.h ?? 0, w: term.factors[0]?.index.w ?? 0 },
          },
        })),
        joined: a.op === 'max' ? 'max' : 'mean',
      }
    }
    case 'w1':
    case 'w2': {
      const first = at.stage === 'w1'
      const w = first ? valueAt(trace.w1, { c, k }) : valueAt(trace.w2, { k, c })
      const by = first ? valueAt(trace.z, { c }) : valueAt(trace.hidden, { k })
      return {
        ...plain(first ? 'W₁' : 'W₂', `${first ? k : c},${first ? c : k}`, 'ink', w * by),
        terms: [
          {
            factors: [
              { value: w, role: 'ink' },
              { value: by, role: first ? 'z' : 'hidden' },
            ],
            product: w * by,
            target: { ...at, stage: first ? 'z' : 'hidden' },
          },
        ],
        joined: 'product',
      }
    }
    case 'hidden': {
      const sum = write('hiddenPre', { k })
      const after = write('hidden', { k })
      return {
        ...base('h', `${k}`, 'hidden', after),
        ...contracted(sum, 'z', (i) => ({ ...at, stage: 'w1', channel: i.c ?? 0 })),
        pre: sum.computed,
        fn: edits.dropRelu ? null : 'ReLU',
      }
    }
    case 'logits': {
      const a = write('logits', { c })
      return {
        ...base('a', `${c}`, 's', a),
        ...contracted(a, 'hidden', (i) => ({ ...at, stage: 'w2', hidden: i.k ?? 0 })),
      }
    }
    case 's': {
      const sum = write('logits', { c })
      const a = write('s', { c })
      return {
        ...base('s', `${c}`, 's', a),
        ...contracted(sum, 'hidden', (i) => ({ ...at, stage: 'w2', hidden: i.k ?? 0 })),
        pre: sum.computed,
        fn: gateSymbols[edits.gate ?? site.gate],
        // Asked of the numbers: edits can name gates that are not to be had (no mean yet, no other picture).
        replaced: Math.abs(a.result - a.computed) > 1e-6,
      }
    }
    default: {
      const a = write('out', { ...cell, c })
      return {
        ...base('x̃', `${c}(${cell.h},${cell.w})`, 'xt', a),
        terms: [
          {
            factors: [
              { value: valueAt(trace.s, { c }), role: 's' },
              { value: valueAt(trace.U, { ...cell, c }), role: 'u' },
            ],
            product: a.computed,
            target: { ...at, stage: 's' },
          },
        ],
        joined: 'product',
      }
    }
  }
}

function plain(symbol: string, sub: string, role: StripRole, result: number): Strip {
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

function base(symbol: string, sub: string, role: StripRole, a: Arithmetic): Strip {
  return plain(symbol, sub, role, a.result)
}

function contracted(
  a: Arithmetic,
  role: 'z' | 'hidden',
  target: (index: { c?: number; k?: number }) => Selection,
): Pick<Strip, 'terms' | 'joined' | 'bias'> {
  return {
    terms: a.terms.map((term) => ({
      factors: term.factors.map((factor, i) => ({
        value: factor.value,
        role: i === 0 ? ('ink' as const) : role,
      })),
      product: term.product,
      target: target(term.factors[0]?.index ?? {}),
    })),
    joined: 'sum',
    bias: a.bias?.value ?? null,
  }
}

function ofU(at: Selection, source: StripSource): Strip | null {
  const { channel: c, cell } = at
  const made = convolutionOf(at, source)
  const u = source.trace.sites[source.site.id]?.U
  if (u === undefined) return null
  const result = valueAt(u, { ...cell, c })
  const name = plain('u', `${c}(${cell.h},${cell.w})`, 'u', result)
  if (made === null) return name
  const steps: { name: string; value: number }[] = []
  if (made.batchNorm !== null) steps.push({ name: 'BN', value: made.batchNorm.result })
  if (made.relu) steps.push({ name: 'ReLU', value: made.result })
  return {
    ...name,
    terms: made.perChannel.map((one) => ({
      factors: [{ value: one.sum, role: 'x' as const }],
      product: one.sum,
      target: null,
    })),
    joined: 'sum',
    bias: made.bias,
    pre: made.convolved,
    steps,
    replaced: source.edits.shuffle !== null,
  }
}

/** F_tr of the selected cell; null where no convolution stands right before U. */
export function convolutionOf(
  at: Selection,
  { site, trace, plan, weights }: StripSource,
): ConvArithmetic | null {
  const transform = site.transform
  if (transform === null) return null
  const x = trace.outputs[transform.x]
  if (x === undefined) return null
  const after = transform.then.map((id) => plan.ops.find((op) => op.id === id))
  if (after.some((op) => op?.kind === 'pool')) return null
  const norm = after.find((op) => op?.kind === 'batchNorm')
  const part = (id: string, name: string) => weight(plan, weights, `${id}/${name}`).data
  return convArithmetic(
    x,
    weight(plan, weights, `${transform.conv}/kernel`),
    { ...at.cell, c: at.channel },
    {
      relu: after.some((op) => op?.kind === 'relu'),
      ...(norm?.kind === 'batchNorm'
        ? {
            batchNorm: {
              gamma: part(norm.id, 'gamma'),
              beta: part(norm.id, 'beta'),
              mean: part(norm.id, 'mean'),
              variance: part(norm.id, 'variance'),
              epsilon: norm.epsilon,
            },
          }
        : {}),
    },
  )
}
