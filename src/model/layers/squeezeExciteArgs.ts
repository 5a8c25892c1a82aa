/** What the SE layer is told, and what it may be applied to. */
import type { layers, Shape } from '@tensorflow/tfjs-layers'
import { type GateName, gateNames, type SqueezeOp, squeezeOps } from '../block/options.ts'
import {
  anyList,
  anySeed,
  anyText,
  type Check,
  type Checks,
  listOf,
  oneOf,
  optional,
  refusal,
  whole,
  yesOrNo,
} from '../checks.ts'

/** What every layer of TensorFlow.js takes, such as the `inputShape` of the first one of a model. */
type LayerArgs = NonNullable<ConstructorParameters<typeof layers.Layer>[0]>

export interface SqueezeExciteArgs extends LayerArgs {
  /** r: the hidden layer has max(1, floor(C / r)) units; 16 unless told. */
  readonly ratio?: number
  /** Biases in the two fully connected layers; none unless told, as in the paper's ablations. */
  readonly useBias?: boolean
  readonly squeeze?: SqueezeOp
  readonly gate?: GateName
  /** A whole number, also 0 or below, for the initial weights (He normal); without it they differ from layer to layer. */
  readonly seed?: number
}

/** The library takes null for left out. */
function orNull(check: Check): Check {
  return { ...check, fits: (value) => value === null || value === undefined || check.fits(value) }
}

const shape = listOf(orNull(whole(1)), 'a list of whole numbers from 1, or null for any length')
const dtypes = ['float32', 'int32', 'bool']

export const squeezeExciteChecks: Checks<SqueezeExciteArgs> = {
  ratio: optional(whole(1)),
  useBias: optional(yesOrNo),
  squeeze: optional(oneOf(squeezeOps)),
  gate: optional(oneOf(gateNames)),
  seed: optional(anySeed),
  name: orNull(anyText),
  trainable: orNull(yesOrNo),
  inputShape: orNull(shape),
  batchInputShape: orNull(shape),
  batchSize: orNull(whole(1)),
  dtype: orNull(oneOf(dtypes)),
  inputDType: orNull(oneOf(dtypes)),
  weights: orNull({ ...anyList, expected: 'a list of tensors' }),
}

/**
 * @param built channels that the layer was built for; null before
 * @returns the channels
 * @throws RangeError if it has other channels, or is no [n, …spatial, c] of numbers
 */
export function holdInput(
  layer: string,
  input: { readonly shape: Shape; readonly dtype?: string },
  built: number | null,
): number {
  const name = `input of ${layer}`
  const { shape, dtype } = input
  const channels = shape.at(-1)
  if (shape.length < 3 || shape.length > 5 || channels === null || channels === undefined)
    throw new RangeError(
      refusal(`${name}`, shape, '[n, …spatial, c] with one to three spatial axes and a fixed c'),
    )
  if (built !== null && channels !== built)
    throw new RangeError(refusal(name, shape, `${built} channels, which it was built for`))
  if (dtype !== undefined && !dtypes.includes(dtype))
    throw new RangeError(refusal(name, dtype, oneOf(dtypes).expected))
  return channels
}
