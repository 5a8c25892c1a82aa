/** A whole part of a series problem through the network: what results and gate profiles are made of. */
import type { SeriesPart } from '../../data/series/types.ts'
import type { SetEvaluation } from '../protocol.ts'
import type { Run } from './run.ts'
import type { ReadbackPolicy } from './statistics.ts'
import { seriesList } from './trainingData.ts'

/** Series per forward pass. */
const SLICE = 50

/** @param which the weights that the validation part speaks for, where there are some, or the present ones */
export async function evaluateSet(
  run: Run,
  part: SeriesPart,
  which: 'chosen' | 'now',
  { breathe, read }: ReadbackPolicy,
): Promise<SetEvaluation> {
  const chosen = which === 'chosen' ? (run.schedule?.chosen ?? null) : null
  const now = chosen ?? { step: run.step, weights: await run.session.packedWeights(read) }
  const session = run.sessionAt(now)
  const sites = run.plan.sites.filter(({ id }) => run.plan.ops.some((op) => op.id === id))
  const slices: Float32Array[][] = []
  try {
    const samples = seriesList(part)
    for (let first = 0; first < samples.count; first += SLICE) {
      const { x } = samples.batch(first, Math.min(SLICE, samples.count - first))
      const tensors = session.infer(x, (outputs, logits) => [
        logits,
        ...sites.map(({ id }) => outputs.get(`${id}/s`) ?? logits),
      ])
      slices.push(await Promise.all(tensors.map(read)))
      await breathe()
    }
  } finally {
    session.dispose()
  }
  const column = (i: number) => joined(slices.map((slice) => slice[i] ?? new Float32Array()))
  return {
    step: now.step,
    weights: now.weights,
    logits: column(0),
    gates: sites.map(({ id }, i) => ({ site: id, values: column(i + 1) })),
  }
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
