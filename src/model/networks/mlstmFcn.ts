/**
 * MLSTM-FCN as a `LayersModel`, layer by layer as in the reference (Karim, Majumdar, Darabi, Harford 2018, Figure 1;
 * Keras code titu1994/MLSTM-FCN).
 */
import * as tf from '@tensorflow/tfjs-core'
import {
  initializers,
  type LayersModel,
  layers,
  model,
  input as modelInput,
  type SymbolicTensor,
} from '@tensorflow/tfjs-layers'
import { anySeed, type Checks, holdOptions, listOf, oneOf, optional, whole, yesOrNo } from '../checks.ts'
import { librarySeeds } from '../layers/librarySeeds.ts'
import { SqueezeExcite } from '../layers/squeezeExcite.ts'
import { type RecurrentActivation, recurrentActivations } from './config.ts'
import { orthogonal } from './orthogonal.ts'

/** `channels`, `length` and `classes` are needed, everything else is the reference's unless told. */
export interface MlstmFcnConfig {
  /** V: variables of a series. */
  readonly channels: number
  /** T: steps of a series; shorter ones are padded with zeros. */
  readonly length: number
  readonly classes: number
  /** Output channels of the three convolutions; 128, 256, 128. */
  readonly filters?: readonly [number, number, number]
  /** Their lengths in steps; 8, 5, 3. */
  readonly kernels?: readonly [number, number, number]
  /** r: the hidden layer of an SE block has max(1, floor(C / r)) units; 16. */
  readonly ratio?: number
  /** 8. */
  readonly lstmUnits?: number
  /** Share of the LSTM's outputs that is dropped (not kept) while training, 0 to below 1; 0.8. */
  readonly dropout?: number
  /** Dimension shuffle: the LSTM reads V steps of T values instead of T steps of V; on. */
  readonly shuffle?: boolean
  /** SE after the first two convolutions; on. Without it the network is LSTM-FCN on several variables. */
  readonly squeezeExcite?: boolean
  /** clip(0.2 x + 0.5, 0, 1), as Keras on TensorFlow 1 (the default), or σ, as on TensorFlow 2. */
  readonly recurrentActivation?: RecurrentActivation
  /** A whole number, also 0 or below, for the initial weights; without it they differ from call to call. */
  readonly seed?: number
}

type Options = Required<Omit<MlstmFcnConfig, 'seed'>> & Pick<MlstmFcnConfig, 'seed'>

/**
 * Input [n, length, channels], the reference's [n, V, T] transposed; output: probabilities [n, classes] after a
 * softmax, as in the reference, so compile it with `categoricalCrossentropy`, not with a loss from logits.
 *
 * LSTM branch: [`shuffle`] → `masking` → `lstm` → `dropout`. Convolution branch: `conv1` → `bn1` → `relu1` → `se1`,
 * the same with 2, and with 3 but without SE, → `pool`. Head: `concat` (LSTM first) → `output`.
 *
 * - Masking skips a step of the LSTM in which every value is 0: its states stay. With shuffle such a step is a variable
 *   that is 0 throughout, without shuffle a padded time; convolutions, SE and pooling see the zeros either way.
 * - Running statistics of batch normalisation move by 1 % a step (momentum 0.99, Keras' default): after a short training
 *   predictions lag behind.
 * - The seed fixes the initial weights, the same on every backend, and the same in what a network with and one without
 *   SE have in common. Dropout is the library's own and draws anew in every run: with a seed it would repeat one mask
 *   for ever.
 * - Loading a saved model needs this module imported: it registers `SqueezeExcite` and the LSTM's initialiser.
 * @throws RangeError if an option is unknown or describes no network
 * @throws TypeError if the options are no object
 */
export function mlstmFcn(config: MlstmFcnConfig): LayersModel {
  const options = completed(config)
  const made: LayersModel[] = []
  // The LSTM's bias leaves its parts behind when it is made; weights survive the end of a scope.
  tf.tidy(() => {
    made.push(network(options))
  })
  return made[0] as LayersModel
}

function network(options: Options): LayersModel {
  const { channels, length, classes, filters, kernels } = options
  const seeds = seedsOf(options.seed)
  const series = modelInput({ shape: [length, channels], name: 'input' })
  let map = series
  for (const [index, name] of (['1', '2', '3'] as const).entries()) {
    const convolution = layers.conv1d({
      name: `conv${name}`,
      filters: filters[index] as number,
      kernelSize: kernels[index] as number,
      padding: 'same',
      kernelInitializer: initializers.heUniform(seeds[`conv${name}`]),
    })
    map = applied(convolution, map)
    map = applied(layers.batchNormalization({ name: `bn${name}`, epsilon: 1e-3, momentum: 0.99 }), map)
    map = applied(layers.reLU({ name: `relu${name}` }), map)
    if (options.squeezeExcite && name !== '3') {
      map = applied(
        new SqueezeExcite({ name: `se${name}`, ratio: options.ratio, ...seeds[`se${name}`] }),
        map,
      )
    }
  }
  const pooled = applied(layers.globalAveragePooling1d({ name: 'pool' }), map)
  const joined = layers.concatenate({ name: 'concat' }).apply([recurrent(series, options, seeds), pooled])
  const head = layers.dense({
    name: 'output',
    units: classes,
    activation: 'softmax',
    kernelInitializer: initializers.glorotUniform(seeds.output),
  })
  return model({ inputs: series, outputs: applied(head, joined as SymbolicTensor), name: 'mlstmFcn' })
}

function recurrent(series: SymbolicTensor, options: Options, seeds: Seeds): SymbolicTensor {
  const steps = options.shuffle ? applied(layers.permute({ name: 'shuffle', dims: [2, 1] }), series) : series
  const lstm = layers.lstm({
    name: 'lstm',
    units: options.lstmUnits,
    recurrentActivation: options.recurrentActivation,
    unitForgetBias: true,
    kernelInitializer: initializers.glorotUniform(seeds.lstm),
    recurrentInitializer: orthogonal(seeds.lstmRecurrent),
  })
  const last = applied(lstm, applied(layers.masking({ name: 'masking', maskValue: 0 }), steps))
  return applied(layers.dropout({ name: 'dropout', rate: options.dropout }), last)
}

function applied(layer: layers.Layer, symbol: SymbolicTensor): SymbolicTensor {
  return layer.apply(symbol) as SymbolicTensor
}

const seededParts = ['conv1', 'conv2', 'conv3', 'se1', 'se2', 'lstm', 'lstmRecurrent', 'output'] as const

type Seeds = Readonly<Record<(typeof seededParts)[number], { readonly seed?: number }>>

/** Every part has its own, so that leaving one out does not change the others. */
function seedsOf(seed: number | undefined): Seeds {
  const nextSeed = librarySeeds(seed)
  return Object.fromEntries(seededParts.map((part) => [part, nextSeed()])) as Seeds
}

const threeSizes = listOf(whole(1), 'three whole numbers from 1', 3)

const optionChecks: Checks<MlstmFcnConfig> = {
  channels: whole(1),
  length: whole(1),
  classes: whole(1),
  filters: optional(threeSizes),
  kernels: optional(threeSizes),
  ratio: optional(whole(1)),
  lstmUnits: optional(whole(1)),
  dropout: optional({
    expected: 'a drop rate from 0 to below 1',
    fits: (rate) => typeof rate === 'number' && rate >= 0 && rate < 1,
  }),
  shuffle: optional(yesOrNo),
  squeezeExcite: optional(yesOrNo),
  recurrentActivation: optional(oneOf(recurrentActivations)),
  seed: optional(anySeed),
}

/** @throws RangeError if an option is unknown or impossible @throws TypeError if they are no object */
function completed(config: MlstmFcnConfig): Options {
  holdOptions(config, optionChecks)
  const { channels, length, classes, seed, ...others } = config
  const {
    filters = [128, 256, 128],
    kernels = [8, 5, 3],
    ratio = 16,
    lstmUnits = 8,
    dropout = 0.8,
    shuffle = true,
    squeezeExcite = true,
    recurrentActivation = 'hardSigmoid',
  } = others
  return {
    channels,
    length,
    classes,
    filters,
    kernels,
    ratio,
    lstmUnits,
    dropout,
    shuffle,
    squeezeExcite,
    recurrentActivation,
    ...(seed === undefined ? {} : { seed }),
  }
}
