/** The arithmetic of a value inside the block, from the block's own description (model/block/arithmetic.ts). */
import { type Arithmetic, arithmetic } from '../../model/block/arithmetic.ts'
import { type SeStageId, type SeTrace, seBlock } from '../../model/block/seBlock.ts'
import type { Site } from '../../model/networks/planTypes.ts'
import type { Edits } from '../../model/state/edits.ts'
import type { StageRow } from '../../model/state/steps.ts'
import type { Cursor, Selection } from '../../model/state/store.ts'
import { type Index, type Nd, valueAt } from '../../model/tensor.ts'
import { cellName, plain, type Strip, type StripRole, type StripSource } from './stripParts.ts'

/** The description that computes the trace: the site's own with the reader's changes. */
function describedBlock(site: Site, { U }: SeTrace, edits: Edits) {
  return seBlock({
    spatial: U.axes.slice(0, -1),
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

/** @param stage the one that is selected in `at`; U is the convolution's (transformStrip.ts) */
export function ofBlock(
  at: Selection,
  stage: Exclude<StageRow, 'U'>,
  trace: SeTrace,
  { site, edits }: StripSource,
): Strip {
  const { c, k } = at.index
  const moved = (stage: StageRow, index: Partial<Cursor>): Selection => ({
    stage,
    index: { ...at.index, ...index },
  })
  const description = describedBlock(site, trace, edits)
  const write = (id: SeStageId, index: object) => arithmetic(description, trace, id, index)
  switch (stage) {
    case 'z': {
      const a = write('z', { c })
      return {
        ...base('z', `${c}`, 'z', a),
        terms: a.terms.map((term) => ({
          factors: [{ value: term.product, role: 'U' as const }],
          product: term.product,
          target: moved('U', placeOf(term.factors[0]?.index ?? {})),
        })),
        joined: a.op === 'max' ? 'max' : 'mean',
      }
    }
    case 'w1':
    case 'w2': {
      const first = stage === 'w1'
      const w = first ? valueAt(trace.w1, { c, k }) : valueAt(trace.w2, { k, c })
      const by = first ? valueAt(trace.z, { c }) : valueAt(trace.hidden, { k })
      return {
        // What the weight contributes, and from what.
        ...plain(first ? 'W₁·z' : 'W₂·h', `${first ? k : c},${first ? c : k}`, 'ink', w * by),
        terms: [
          {
            factors: [
              { value: w, role: 'ink' },
              { value: by, role: first ? 'z' : 'hidden' },
            ],
            product: w * by,
            target: moved(first ? 'z' : 'hidden', {}),
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
        ...contracted(sum, 'z', (i) => moved('w1', { c: i.c ?? 0 })),
        pre: sum.computed,
        fn: edits.dropRelu ? null : 'ReLU',
      }
    }
    case 'logits': {
      const a = write('logits', { c })
      return {
        ...base('a', `${c}`, 'ink', a),
        ...contracted(a, 'hidden', (i) => moved('w2', { k: i.k ?? 0 })),
      }
    }
    case 's': {
      const sum = write('logits', { c })
      const a = write('s', { c })
      return {
        ...base('s', `${c}`, 's', a),
        ...contracted(sum, 'hidden', (i) => moved('w2', { k: i.k ?? 0 })),
        pre: sum.computed,
        fn: gateSymbols[edits.gate ?? site.gate],
        steps: (edits.gate ?? site.gate) === 'softmax' ? softmaxSteps(sum.computed, trace.logits.data) : [],
        // Asked of the numbers: edits can name gates that are not to be had (no mean yet, no other picture).
        replaced: Math.abs(a.result - a.computed) > 1e-6,
      }
    }
    case 'out': {
      const a = write('out', placeIn(trace.U, at.index))
      return {
        ...base('x̃', `${c}(${cellName(at.index, trace.U)})`, 'out', a),
        terms: [
          {
            factors: [
              { value: valueAt(trace.s, { c }), role: 's' },
              { value: valueAt(trace.U, at.index), role: 'U' },
            ],
            product: a.computed,
            target: moved('s', {}),
          },
        ],
        joined: 'product',
      }
    }
  }
}

/** Softmax is no function of one logit: what is divided by what. */
function softmaxSteps(logit: number, logits: Float32Array): Strip['steps'] {
  const sum = logits.reduce((all, one) => all + Math.exp(one), 0)
  return Number.isFinite(sum)
    ? [
        { name: 'eᵃ', value: Math.exp(logit) },
        { name: '÷ Σ eᵃ', value: sum },
      ]
    : []
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

/** Where a value of U stands in its map: a step of a series is a column of one row. */
function placeOf({ h = 0, w, t }: Index): Partial<Cursor> {
  const column = w ?? t ?? 0
  return { h, w: column, t: column }
}

/** The index of a value by the axes that its tensor has. */
function placeIn({ axes }: Nd, cursor: Cursor): Index {
  return Object.fromEntries(axes.map((axis) => [axis, cursor[axis as keyof Cursor]]))
}
