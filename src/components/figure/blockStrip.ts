/** The arithmetic of a value inside the block, from the block's own description (model/block/arithmetic.ts). */
import { type Arithmetic, arithmetic } from '../../model/block/arithmetic.ts'
import { type Input, stageOf } from '../../model/block/description.ts'
import type { PointwiseName } from '../../model/block/gates.ts'
import type { SeDescription, SeStageId, SeTrace } from '../../model/block/seBlock.ts'
import { blockOf } from '../../model/networks/siteBlock.ts'
import type { StageRow } from '../../model/state/steps.ts'
import type { Cursor, Selection } from '../../model/state/store.ts'
import { type Index, type Nd, valueAt } from '../../model/tensor.ts'
import { cellName, plain, type Strip, type StripRole, type StripSource } from './stripParts.ts'

/** How functions are written; the identity is not. */
const functionNames: Readonly<Record<PointwiseName | 'softmax', string | null>> = {
  identity: null,
  sigmoid: 'σ',
  tanh: 'tanh',
  relu: 'ReLU',
  hardSigmoid: 'hσ',
  softmax: 'softmax',
}

/** @param stage the one that is selected in `at`; U is the convolution's (transformStrip.ts) */
export function ofBlock(
  at: Selection,
  stage: Exclude<StageRow, 'U'>,
  trace: SeTrace,
  { site, edits }: StripSource,
): Strip {
  const description = blockOf(site, trace.U.axes.slice(0, -1), edits)
  const isWeight = description.inputs.some(({ id }) => id === stage)
  return isWeight
    ? ofWeight(description, at, stage as 'w1' | 'w2', trace)
    : ofStage(description, at, stage as SeStageId, trace)
}

/** What a weight contributes, and from what. */
function ofWeight(description: SeDescription, at: Selection, id: 'w1' | 'w2', trace: SeTrace): Strip {
  const user = description.stages.find(
    ({ expression }) => expression.op === 'contract' && expression.weight.tensor === id,
  )
  if (user === undefined || user.expression.op !== 'contract') throw new RangeError(`nothing reads ${id}`)
  const { of } = user.expression
  const [weight, by] = [tensorOf(description, id), tensorOf(description, of.tensor)]
  const factors = [
    { value: valueAt(trace[id], placeIn(trace[id], at.index)), role: weight.role },
    { value: valueIn(trace, of.tensor, at.index), role: by.role },
  ]
  const product = (factors[0]?.value ?? 0) * (factors[1]?.value ?? 0)
  // Row and column of the paper's matrix: what it leads to, what it comes from.
  const sub = [...user.axes, ...of.axes].map((axis) => at.index[axis as keyof Cursor]).join()
  return {
    ...plain(`${weight.symbol}·${by.symbol}`, sub, weight.role, product),
    terms: [{ factors, product, target: { ...at, stage: of.tensor as StageRow } }],
    joined: 'product',
  }
}

function ofStage(description: SeDescription, at: Selection, id: SeStageId, trace: SeTrace): Strip {
  const stage = stageOf(description, id)
  const { expression, symbol, mark } = stage
  const a = arithmetic(description, trace, id, placeIn(trace[id], at.index))
  const base = plain(symbol, subscriptOf(trace[id], at.index), stage.role, a.result)
  const termsOf = (made: Arithmetic, first: 'weight' | 'all') => writtenTerms(description, at, made, first)
  switch (expression.op) {
    case 'mean':
    case 'max':
      return { ...base, terms: termsOf(a, 'all'), joined: expression.op }
    case 'product':
      return { ...base, terms: termsOf(a, 'all'), joined: 'product' }
    case 'contract':
      return { ...base, terms: termsOf(a, 'weight'), joined: 'sum', bias: a.bias?.value ?? null }
    case 'map':
    case 'softmax': {
      const from = expression.of.tensor
      const inner = description.stages.find((one) => one.id === from)
      // A function of a sum is written out with that sum.
      const sum =
        inner?.expression.op === 'contract'
          ? arithmetic(description, trace, inner.id, placeIn(trace[inner.id], at.index))
          : null
      const fn = functionNames[expression.op === 'softmax' ? 'softmax' : expression.fn]
      const pre = sum?.computed ?? a.terms[0]?.product ?? a.pre
      return {
        ...base,
        terms: termsOf(sum ?? a, sum === null ? 'all' : 'weight'),
        joined: sum === null ? 'single' : 'sum',
        bias: sum?.bias?.value ?? null,
        // Without a function the sum is the result already.
        pre: fn === null ? null : pre,
        fn,
        steps: expression.op === 'softmax' ? softmaxSteps(pre, valuesIn(trace, from)) : [],
        // Asked of the numbers: edits can name gates that are not to be had (no mean yet, no other picture).
        replaced: mark === 'gates' && Math.abs(a.result - a.computed) > 1e-6,
      }
    }
  }
}

/**
 * Terms with the colours of what they come from, and where that stands.
 * @param lead what a term leads to when it is pointed at: of a sum with weights the weight, else the value
 */
function writtenTerms(
  description: SeDescription,
  at: Selection,
  { terms }: Arithmetic,
  lead: 'weight' | 'all',
): Strip['terms'] {
  return terms.map(({ factors, product }) => {
    const [first] = factors
    const target =
      first === undefined ? null : { stage: first.tensor as StageRow, index: movedTo(at.index, first.index) }
    const role = (id: string): StripRole => tensorOf(description, id).role
    const written =
      lead === 'all' && factors.length === 1
        ? [{ value: product, role: role(first?.tensor ?? 'U') }]
        : factors.map(({ tensor, value }) => ({ value, role: role(tensor) }))
    return { factors: written, product, target }
  })
}

/** @throws RangeError if the description has no such tensor */
function tensorOf(description: SeDescription, id: string): Input {
  const found = [...description.inputs, ...description.stages].find((one) => one.id === id)
  if (found === undefined) throw new RangeError(`no tensor ${id}`)
  return found
}

function valuesIn(trace: SeTrace, id: string): Float32Array {
  return trace[id as SeStageId].data
}

function valueIn(trace: SeTrace, id: string, cursor: Cursor): number {
  const tensor = trace[id as SeStageId]
  return valueAt(tensor, placeIn(tensor, cursor))
}

/** The channel or the unit; of a map the channel and the cell. */
function subscriptOf(tensor: Nd, cursor: Cursor): string {
  if (!tensor.axes.includes('c')) return String(cursor.k)
  return tensor.axes.length === 1 ? String(cursor.c) : `${cursor.c}(${cellName(cursor, tensor)})`
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

/** A step of a series is the column of a map of one row. */
function movedTo(cursor: Cursor, index: Index): Cursor {
  const { c = cursor.c, k = cursor.k, h = cursor.h } = index
  const w = index.w ?? index.t ?? cursor.w
  return { c, k, h, w, t: w }
}

/** The index of a value by the axes that its tensor has. */
function placeIn({ axes }: Nd, cursor: Cursor): Index {
  return Object.fromEntries(axes.map((axis) => [axis, cursor[axis as keyof Cursor]]))
}
