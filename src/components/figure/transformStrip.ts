/** The arithmetic of a value of U: the convolution before the block (model/block/convolution.ts). */
import { type ConvArithmetic, convArithmetic } from '../../model/block/convolution.ts'
import { weight } from '../../model/networks/weights.ts'
import type { Selection } from '../../model/state/store.ts'
import { valueAt } from '../../model/tensor.ts'
import { cellName, plain, type Strip, type StripSource } from './stripParts.ts'

export function ofU(at: Selection, source: StripSource): Strip | null {
  const { index } = at
  const made = convolutionOf(at, source)
  const u = source.trace.sites[source.site.id]?.U
  if (u === undefined) return null
  const result = valueAt(u, index)
  const name = plain('u', `${index.c}(${cellName(index, u)})`, 'U', result)
  if (made === null) return name
  const steps: { name: string; value: number }[] = []
  if (made.batchNorm !== null) steps.push({ name: 'BN', value: made.batchNorm.result })
  if (made.relu) steps.push({ name: 'ReLU', value: made.result })
  return {
    ...name,
    terms: made.perChannel.map((one) => ({
      factors: [{ value: one.sum, role: 'X' as const }],
      product: one.sum,
      target: null,
    })),
    joined: 'sum',
    bias: made.bias,
    pre: made.convolved,
    steps,
    replaced: source.edits.permutation !== null,
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
  const conv = plan.ops.find((op) => op.id === transform.conv)
  const norm = after.find((op) => op?.kind === 'batchNorm')
  const part = (id: string, name: string) => weight(plan, weights, `${id}/${name}`).data
  return convArithmetic(x, weight(plan, weights, `${transform.conv}/kernel`), at.index, {
    ...(conv?.kind === 'conv' && conv.bias ? { bias: part(conv.id, 'bias') } : {}),
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
  })
}
