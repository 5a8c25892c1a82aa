/** What a block costs, counted from its description. */
import {
  anyList,
  type Checks,
  holdArgument,
  holdOptions,
  listOf,
  optional,
  whole,
  yesOrNo,
} from '../checks.ts'
import { sizeOf } from '../tensor.ts'
import { type Description, parametersOf, reducedAxes, type Sizes } from './description.ts'
import { sizeAlong } from './loops.ts'
import { reducedChannels } from './options.ts'
import { seBlock } from './seBlock.ts'

/** Operations on one sample. */
export interface Operations {
  /** A product that is added to a sum; what the papers call FLOPs. The adding of a bias is counted in `additions`. */
  readonly multiplyAdds: number
  readonly additions: number
  readonly multiplications: number
  readonly comparisons: number
  /** Values that pass a function: σ, ReLU, softmax. */
  readonly functions: number
}

export interface Cost extends Operations {
  readonly parameters: number
  readonly stages: readonly (Operations & { readonly stage: string })[]
}

const none: Operations = { multiplyAdds: 0, additions: 0, multiplications: 0, comparisons: 0, functions: 0 }

/** @param sizes length of every axis @throws RangeError if one is missing */
export function cost(description: Description, sizes: Sizes): Cost {
  const count = (axes: readonly Parameters<typeof sizeAlong>[1][]) =>
    sizeOf(axes.map((axis) => sizeAlong(sizes, axis)))
  const stages = description.stages.map((stage) => {
    const kept = count(stage.axes)
    const read = kept * count(reducedAxes(stage))
    const operations: Operations = (() => {
      switch (stage.expression.op) {
        case 'mean':
          return { ...none, additions: read }
        case 'max':
          return { ...none, comparisons: read }
        case 'contract':
          return { ...none, multiplyAdds: read, additions: stage.expression.bias === null ? 0 : kept }
        case 'map':
        case 'softmax':
          return { ...none, functions: kept }
        case 'product':
          return { ...none, multiplications: kept }
      }
    })()
    return { stage: stage.id, ...operations }
  })
  const sum = (key: keyof Operations) => stages.reduce((total, stage) => total + stage[key], 0)
  return {
    parameters: parametersOf(description).reduce((total, { axes }) => total + count(axes), 0),
    stages,
    multiplyAdds: sum('multiplyAdds'),
    additions: sum('additions'),
    multiplications: sum('multiplications'),
    comparisons: sum('comparisons'),
    functions: sum('functions'),
  }
}

/** Blocks of a network that have the same width. */
export interface SeStageSpec {
  readonly channels: number
  readonly blocks: number
  /** Positions of U (H · W or T), or the lengths of its spatial axes; 0 if only the layers matter. */
  readonly spatial?: number | readonly number[]
  /** Hidden width, if it is not that of `ratio`. */
  readonly reduced?: number
}

export interface SeStageCost {
  readonly channels: number
  readonly reduced: number
  readonly weights: number
  readonly biases: number
  /** Of the two fully connected layers. */
  readonly multiplyAdds: number
  /** Additions of the global mean: one a value of U. */
  readonly squeezeAdds: number
  /** Multiplications of U by the gates: one a value of U. */
  readonly scaleMultiplications: number
}

export interface SeCost extends Omit<SeStageCost, 'channels' | 'reduced'> {
  readonly stages: readonly SeStageCost[]
}

export interface SeCostOptions {
  /** r: the hidden layer has max(1, floor(C / r)) units, unless a stage says how many. */
  readonly ratio: number
  /** Biases in the two fully connected layers. */
  readonly bias: boolean
}

const positions = listOf(whole(1), 'whole numbers from 1')

const stageChecks: Checks<SeStageSpec> = {
  channels: whole(1),
  blocks: whole(1),
  spatial: optional({
    expected: `${whole(0).expected}, or a list of ${positions.expected}`,
    fits: (value) => whole(0).fits(value) || positions.fits(value),
  }),
  reduced: optional(whole(1)),
}

const costChecks: Checks<SeCostOptions> = { ratio: whole(1), bias: yesOrNo }

/**
 * What SE adds to a network. Weights: (2 / r) Σ N_s C_s² where r divides C
 * (Hu et al., section 4). Operations are for one sample.
 * @throws RangeError if a width, a count, a length or the ratio is no positive whole number, or an option is unknown
 * @throws TypeError if the stages are no list of objects, or the options no object
 */
export function seCost(stages: readonly SeStageSpec[], options: SeCostOptions): SeCost {
  holdArgument('stages', stages, { ...anyList, expected: 'a list of {channels, blocks, spatial?, reduced?}' })
  for (const [i, stage] of stages.entries()) holdOptions(stage, stageChecks, `stages[${i}]`)
  holdOptions(options, costChecks)
  const { ratio, bias } = options
  const costs = stages.map((stage) => stageCost(stage, ratio, bias))
  const sum = (key: Exclude<keyof SeCost, 'stages'>) => costs.reduce((total, stage) => total + stage[key], 0)
  return {
    stages: costs,
    weights: sum('weights'),
    biases: sum('biases'),
    multiplyAdds: sum('multiplyAdds'),
    squeezeAdds: sum('squeezeAdds'),
    scaleMultiplications: sum('scaleMultiplications'),
  }
}

function stageCost(
  { channels, blocks, spatial = 0, reduced }: SeStageSpec,
  ratio: number,
  bias: boolean,
): SeStageCost {
  const width = reduced ?? reducedChannels(channels, ratio)
  const sizes: Sizes = { t: typeof spatial === 'number' ? spatial : sizeOf(spatial), c: channels, k: width }
  const block = cost(seBlock({ spatial: ['t'], useBias: bias }), sizes)
  const weights = cost(seBlock({ spatial: ['t'], useBias: false }), sizes).parameters
  const squeeze = block.stages.find((one) => one.stage === 'z')
  return {
    channels,
    reduced: width,
    weights: blocks * weights,
    biases: blocks * (block.parameters - weights),
    multiplyAdds: blocks * block.multiplyAdds,
    squeezeAdds: blocks * (squeeze?.additions ?? 0),
    scaleMultiplications: blocks * block.multiplications,
  }
}
