/** The numbers that questions and “Use it” name, from the network on show. Pure. */
import { seCost } from '../../model/block/cost.ts'
import type { SeTrace } from '../../model/block/seBlock.ts'
import { isSeriesConfig } from '../../model/networks/config.ts'
import type { NetworkTrace } from '../../model/networks/forward.ts'
import type { NetworkPlan, Site } from '../../model/networks/planTypes.ts'
import type { Study, StudyId } from '../../model/networks/snapshotTypes.ts'
import type { ShownNetwork } from '../../model/state/shown.ts'
import { sizeOf } from '../../model/tensor.ts'
import { type LessonFacts, type LessonInput, lessonFacts, logitOf } from './lessonFacts.ts'
import { type ControlFacts, type Controls, controlFacts, unitsFollowBar } from './resultFacts.ts'

export interface NoteInput extends LessonInput {
  readonly shown: ShownNetwork
  readonly dropBias: boolean
  readonly studies: Readonly<Partial<Record<StudyId, Study>>>
  /** null while they are not here. */
  readonly controls: Controls | null
}

export interface NoteFacts {
  readonly lesson: LessonFacts
  readonly isSeries: boolean
  readonly withSe: boolean
  /** Whether the block on show adds biases, and whether the network's own does. */
  readonly bias: boolean
  readonly ownBias: boolean
  readonly ratio: number
  readonly sites: number
  readonly cost: BlockCost
  /** null: without SE, or without another picture. */
  readonly flip: FlipFacts | null
  /** What was counted of the stored run on show, over held-out pictures with either bar; null: nothing is known. */
  readonly unitsFollowBar: { readonly pictures: number; readonly of: number } | null
  readonly turned: { readonly versions: number; readonly of: number } | null
  readonly studies: NoteInput['studies']
  /** Of `inks`. */
  readonly controls: ControlFacts | null
  readonly inksControls: Pick<Controls, 'trained'> | null
}

/** Of one block, for one sample; in a network without SE of the block that would stand there. */
export interface BlockCost {
  readonly weights: number
  readonly biases: number
  readonly multiplyAdds: number
  readonly squeezeAdds: number
  readonly scaleMultiplications: number
  /** Trainable parameters of the whole network. */
  readonly parameters: number
  /** Multiply-adds of its convolutions, dense layers and LSTM. */
  readonly networkMultiplyAdds: number
  /** Weights of one C × C matrix. */
  readonly square: number
}

/** Why the logit of the selected channel is another one for the other picture. */
export interface FlipFacts {
  readonly from: number
  readonly to: number
  /** How far it moves if the channel's own mean alone is the other's; if all others are. */
  readonly ownPart: number
  readonly othersPart: number
  readonly terms: readonly {
    readonly unit: number
    readonly weight: number
    readonly here: number
    readonly there: number
    readonly change: number
  }[]
}

export function noteFacts(input: NoteInput): NoteFacts {
  const { shown, site, view, at, dropBias, studies, controls } = input
  const isSeries = isSeriesConfig(shown.config)
  const hasBar = input.picture.bar !== null
  const stored = shown.origin === 'snapshot' && shown.config.squeezeExcite
  const run = !stored ? null : isSeries ? (hasBar ? 'cued' : null) : hasBar ? 'inks' : 'digits'
  const own = view.own.sites[site.id]?.block ?? null
  const other = view.ownOther?.sites[site.id]?.block ?? null
  return {
    lesson: lessonFacts(input),
    isSeries,
    withSe: shown.config.squeezeExcite,
    bias: site.useBias && !dropBias,
    ownBias: site.useBias,
    ratio: shown.config.ratio,
    sites: shown.plan.sites.length,
    cost: blockCost(shown.plan, site, view.own),
    flip: own === null || other === null ? null : flipFacts(own, other, at.channel),
    unitsFollowBar: controls === null || run === null ? null : unitsFollowBar(controls, run, site.id),
    turned: (run === null ? null : controls?.stored[run]?.turned) ?? null,
    studies,
    controls: controls === null ? null : controlFacts(controls),
    inksControls: controls,
  }
}

export function blockCost(plan: NetworkPlan, site: Site, trace: NetworkTrace): BlockCost {
  const { channels, reduced, spatial, useBias } = site
  const cost = seCost([{ channels, blocks: 1, spatial, reduced }], { ratio: 1, bias: useBias })
  return {
    weights: cost.weights,
    biases: cost.biases,
    multiplyAdds: cost.multiplyAdds,
    squeezeAdds: cost.squeezeAdds,
    scaleMultiplications: cost.scaleMultiplications,
    parameters: plan.weights.reduce((sum, { shape, trainable }) => sum + (trainable ? sizeOf(shape) : 0), 0),
    networkMultiplyAdds: networkMultiplyAdds(plan, trace),
    square: channels * channels,
  }
}

/** Convolutions: every weight of a kernel once a place. Dense layers: once. LSTM: once a step. SE blocks are left out. */
function networkMultiplyAdds(plan: NetworkPlan, trace: NetworkTrace): number {
  const size = (name: string) => {
    const spec = plan.weights.find((one) => one.name === name)
    return spec === undefined ? 0 : sizeOf(spec.shape)
  }
  const shape = (id: string) => trace.outputs[id]?.shape ?? []
  return plan.ops.reduce((sum, op) => {
    switch (op.kind) {
      case 'conv':
        return sum + size(`${op.id}/kernel`) * sizeOf(shape(op.id).slice(0, -1))
      case 'dense':
        return sum + size(`${op.id}/kernel`)
      case 'lstm': {
        const [steps = 0, values = 0] = shape(op.from)
        const length = op.shuffle ? values : steps
        return sum + (size(`${op.id}/kernel`) + size(`${op.id}/recurrent`)) * length
      }
      default:
        return sum
    }
  }, 0)
}

export function flipFacts(own: SeTrace, other: SeTrace, channel: number): FlipFacts {
  const from = own.logits.data[channel] ?? 0
  const to = other.logits.data[channel] ?? 0
  const mine = own.z.data.with(channel, other.z.data[channel] ?? 0)
  const others = other.z.data.with(channel, own.z.data[channel] ?? 0)
  const channels = own.z.data.length
  return {
    from,
    to,
    ownPart: logitOf(own, mine, channel) - from,
    othersPart: logitOf(own, others, channel) - from,
    terms: Array.from(own.hidden.data, (here, unit) => {
      const there = other.hidden.data[unit] ?? 0
      const weight = own.w2.data[unit * channels + channel] ?? 0
      return { unit, weight, here, there, change: weight * (there - here) }
    }),
  }
}
