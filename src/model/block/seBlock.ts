/**
 * The Squeeze-and-Excitation block, written down once.
 * Hu, Albanie, Shen, Sun, Wu, arXiv 1709.01507, section 3: equations 2 (squeeze),
 * 3 (excitation) and 4 (scale). What makes U (equation 1) is in convolution.ts.
 */
import type { Axis, Nd } from '../tensor.ts'
import type { Description, Expression, Input, Read } from './description.ts'
import type { GateName, SqueezeOp } from './options.ts'

export type SeInputId = 'U' | 'w1' | 'b1' | 'w2' | 'b2'
export type SeStageId = 'z' | 'hiddenPre' | 'hidden' | 'logits' | 's' | 'out'

/** Tensors that have a row in the figure: all but the biases, and the hidden units before their function. */
export type SeRowId = Exclude<SeInputId | SeStageId, 'b1' | 'b2' | 'hiddenPre'>

export interface SeOptions {
  /** Axes over which the squeeze reduces: h, w of pictures or t of series. */
  readonly spatial: readonly Axis[]
  readonly squeeze: SqueezeOp
  readonly gate: GateName
  readonly useBias: boolean
  /** The description without δ: two layers that could be one. */
  readonly dropRelu: boolean
}

const seDefaults: SeOptions = {
  spatial: ['h', 'w'],
  squeeze: 'mean',
  gate: 'sigmoid',
  useBias: true,
  dropRelu: false,
}

/** Weights in Keras' orientation, [in, out]: the transpose of the paper's W₁ and W₂. */
export interface SeInputs {
  /** [h, w, c] or [t, c] */
  readonly U: Nd
  /** [c, k] */
  readonly w1: Nd
  /** [k, c] */
  readonly w2: Nd
  /** [k]; absent in a block without biases */
  readonly b1?: Nd
  /** [c] */
  readonly b2?: Nd
}

export type SeTrace = SeInputs & Readonly<Record<SeStageId, Nd>>

export type SeDescription = Description<SeInputId, SeStageId>

export function seBlock(options: Partial<SeOptions> = {}): SeDescription {
  const { spatial, squeeze, gate, useBias, dropRelu } = { ...seDefaults, ...options }
  const map = [...spatial, 'c'] as const
  const read = <Id extends SeInputId | SeStageId>(tensor: Id, ...axes: Axis[]): Read<Id> => ({ tensor, axes })
  const U = read('U', ...map)
  const biases: readonly Input<SeInputId>[] = [
    { id: 'b1', axes: ['k'], role: 'ink', symbol: 'b₁', mark: null },
    { id: 'b2', axes: ['c'], role: 'ink', symbol: 'b₂', mark: null },
  ]
  return {
    inputs: [
      { id: 'U', axes: map, role: 'U', symbol: 'u', mark: 'maps' },
      { id: 'w1', axes: ['c', 'k'], role: 'ink', symbol: 'W₁', mark: 'weights' },
      { id: 'w2', axes: ['k', 'c'], role: 'ink', symbol: 'W₂', mark: 'weights' },
      ...(useBias ? biases : []),
    ],
    stages: [
      { id: 'z', axes: ['c'], role: 'z', symbol: 'z', mark: 'stems', expression: { op: squeeze, of: U } },
      {
        id: 'hiddenPre',
        axes: ['k'],
        role: 'hidden',
        symbol: 'p',
        mark: null,
        expression: {
          op: 'contract',
          weight: read('w1', 'c', 'k'),
          of: read('z', 'c'),
          bias: useBias ? read('b1', 'k') : null,
        },
      },
      {
        id: 'hidden',
        axes: ['k'],
        role: 'hidden',
        symbol: 'h',
        mark: 'units',
        expression: { op: 'map', of: read('hiddenPre', 'k'), fn: dropRelu ? 'identity' : 'relu' },
      },
      {
        id: 'logits',
        axes: ['c'],
        role: 'ink',
        symbol: 'a',
        mark: 'dots',
        expression: {
          op: 'contract',
          weight: read('w2', 'k', 'c'),
          of: read('hidden', 'k'),
          bias: useBias ? read('b2', 'c') : null,
        },
      },
      {
        id: 's',
        axes: ['c'],
        role: 's',
        symbol: 's',
        mark: 'gates',
        expression: gateOf(read('logits', 'c'), gate),
      },
      {
        id: 'out',
        axes: map,
        role: 'out',
        symbol: 'x̃',
        mark: 'maps',
        expression: { op: 'product', of: U, by: read('s', 'c') },
      },
    ],
  }
}

/** Names of the spatial axes by their number: t of a series, h, w of a picture, t, h, w of a film. */
const spatialNames: Readonly<Record<number, readonly Axis[]>> = {
  1: ['t'],
  2: ['h', 'w'],
  3: ['t', 'h', 'w'],
}

/** @throws RangeError if a map has no spatial axis, or more than three */
export function spatialAxes(count: number): readonly Axis[] {
  const axes = spatialNames[count]
  if (axes === undefined) throw new RangeError(`a map has ${count} spatial axes; expected 1 to 3`)
  return axes
}

function gateOf<Id extends string>(of: Read<Id>, gate: GateName): Expression<Id> {
  return gate === 'softmax' ? { op: 'softmax', of, over: 'c' } : { op: 'map', of, fn: gate }
}
