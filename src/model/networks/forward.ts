/**
 * One picture or series through the network, in inference mode, with plain loops: what the page draws.
 * A few milliseconds on the main thread, no tfjs, no await; interventions on the SE blocks
 * (another gate, other gates, no ReLU …) are options of the same walk.
 */
import { parametersOf } from '../block/description.ts'
import { evaluate } from '../block/evaluate.ts'
import type { GateName, SqueezeOp } from '../block/options.ts'
import type { SeInputs, SeTrace } from '../block/seBlock.ts'
import { type Nd, nd } from '../tensor.ts'
import {
  add,
  batchNorm,
  concat,
  convolution,
  dense,
  globalMean,
  padChannels,
  pool,
  relu,
  softmax,
} from './loops.ts'
import { lstm } from './lstm.ts'
import type { NetworkPlan, Op, OpId, PackedWeights, Site } from './planTypes.ts'
import { blockOf } from './siteBlock.ts'
import { checkSize, weight } from './weights.ts'

/** What a reader may change in a trained block. The weights stay those of the training. */
export interface SiteOverride {
  /** [c] in place of s; the stages above it are still computed. */
  readonly gates?: Float32Array
  readonly gate?: GateName
  readonly squeeze?: SqueezeOp
  readonly dropRelu?: boolean
  readonly dropBias?: boolean
  /** [h · w] or [t]: every map of U is rearranged alike, so that place i shows what stood at place `permutation[i]`. */
  readonly permutation?: Uint32Array
}

export interface SiteTrace {
  /** Whatever the gates multiply, (h, w, c) or (t, c). */
  readonly U: Nd
  /** Weights and every stage of the block; null in a network without SE. */
  readonly block: SeTrace | null
}

export interface NetworkTrace {
  /** Output of every operation by its id: (h, w, c) or (t, c), after the global mean (c), of an LSTM (u), of the dense layer (o). */
  readonly outputs: Readonly<Record<OpId, Nd>>
  /** By site id. */
  readonly sites: Readonly<Record<string, SiteTrace>>
  /** (o) */
  readonly logits: Nd
  /** (o), softmax of the logits. */
  readonly probabilities: Nd
}

export interface ForwardOptions {
  /** By site id. */
  readonly overrides?: Readonly<Partial<Record<string, SiteOverride>>>
  /** Everything before the block of `site` is taken from `trace`: same plan, weights and picture. */
  readonly from?: { readonly trace: NetworkTrace; readonly site: string }
}

/**
 * @param input one picture (h, w, c), values 0–1, or one series (t, c)
 * @throws RangeError if weights or input do not fit the plan
 */
export function forwardNetwork(
  plan: NetworkPlan,
  weights: PackedWeights,
  input: Nd,
  options: ForwardOptions = {},
): NetworkTrace {
  const steps = forwardSteps(plan, weights, input, options)
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return step.value
}

/** The same, with a stop after every operation: code that a browser has never run takes it many times as long. */
export function* forwardSteps(
  plan: NetworkPlan,
  weights: PackedWeights,
  input: Nd,
  { overrides = {}, from }: ForwardOptions = {},
): Generator<void, NetworkTrace> {
  checkSize(plan, weights)
  const outputs: Record<OpId, Nd> = {}
  const blocks: Record<string, SeTrace> = {}
  const first = from === undefined ? 0 : startOf(plan, from.site)
  for (const [position, op] of plan.ops.entries()) {
    const kept = position < first ? from?.trace.outputs[op.id] : undefined
    const block = op.kind === 'squeezeExcite' ? from?.trace.sites[op.site]?.block : null
    if (kept !== undefined && op.kind === 'squeezeExcite' && block) blocks[op.site] = block
    outputs[op.id] = kept ?? run(op)
    yield
  }
  const logits = outputOf(plan.ops.at(-1)?.id ?? '')
  const sites = Object.fromEntries(
    plan.sites.map((site) => [
      site.id,
      { U: blocks[site.id]?.U ?? outputOf(site.u), block: blocks[site.id] ?? null },
    ]),
  )
  return { outputs, sites, logits, probabilities: softmax(logits) }

  function outputOf(id: OpId): Nd {
    const output = outputs[id]
    if (output === undefined) throw new RangeError(`the plan uses ${id} before it is computed`)
    return output
  }

  function named(name: string): Nd {
    return weight(plan, weights, name)
  }

  function run(op: Op): Nd {
    switch (op.kind) {
      case 'input':
        return input
      case 'conv':
        return convolution(
          outputOf(op.from),
          named(`${op.id}/kernel`),
          op.bias ? named(`${op.id}/bias`) : undefined,
        )
      case 'batchNorm':
        return batchNorm(
          outputOf(op.from),
          {
            gamma: named(`${op.id}/gamma`),
            beta: named(`${op.id}/beta`),
            mean: named(`${op.id}/mean`),
            variance: named(`${op.id}/variance`),
          },
          op.epsilon,
        )
      case 'relu':
        return relu(outputOf(op.from))
      case 'pool':
        return pool(outputOf(op.from), op.op, op.size)
      case 'padChannels':
        return padChannels(outputOf(op.from), op.channels)
      case 'squeezeExcite': {
        const override = overrides[op.site]
        const block = traceBlock(
          siteOf(plan, op.site),
          rearranged(outputOf(op.from), override),
          named,
          override,
        )
        blocks[op.site] = block
        return block.out
      }
      case 'add':
        return add(outputOf(op.from), outputOf(op.other))
      case 'globalMean':
        return globalMean(outputOf(op.from))
      case 'lstm':
        return lstm(
          outputOf(op.from),
          {
            kernel: named(`${op.id}/kernel`),
            recurrent: named(`${op.id}/recurrent`),
            bias: named(`${op.id}/bias`),
          },
          op,
        )
      case 'dropout':
        return outputOf(op.from)
      case 'concat':
        return concat(outputOf(op.from), outputOf(op.other))
      case 'dense':
        return dense(outputOf(op.from), named(`${op.id}/kernel`), named(`${op.id}/bias`))
    }
  }
}

/** @throws RangeError if the plan has no such site */
export function siteOf(plan: NetworkPlan, id: string): Site {
  const site = plan.sites.find((candidate) => candidate.id === id)
  if (site === undefined)
    throw new RangeError(`no site ${id} among ${plan.sites.map((s) => s.id).join(', ')}`)
  return site
}

/** Position of the site's block; 0, hence everything anew, in a network without SE. */
function startOf(plan: NetworkPlan, site: string): number {
  siteOf(plan, site)
  return Math.max(
    0,
    plan.ops.findIndex((op) => op.kind === 'squeezeExcite' && op.site === site),
  )
}

function rearranged(U: Nd, override: SiteOverride | undefined): Nd {
  const permutation = override?.permutation
  if (permutation === undefined) return U
  const channels = U.shape.at(-1) ?? 0
  if (permutation.length * channels !== U.data.length) {
    throw new RangeError(
      `a map has ${U.data.length / channels} places, the permutation ${permutation.length}`,
    )
  }
  const data = new Float32Array(U.data.length)
  for (const [place, origin] of permutation.entries()) {
    data.set(U.data.subarray(origin * channels, (origin + 1) * channels), place * channels)
  }
  return nd(U.axes, U.shape, data)
}

function traceBlock(site: Site, U: Nd, named: (name: string) => Nd, override: SiteOverride = {}): SeTrace {
  const description = blockOf(site, U.axes.slice(0, -1), override)
  const weights = parametersOf(description).map(({ id }) => [id, named(`${site.id}/${id}`)])
  const inputs: SeInputs = { ...Object.fromEntries(weights), U }
  const { gates } = override
  return evaluate(description, inputs, gates === undefined ? {} : { s: nd(['c'], [gates.length], gates) })
}
