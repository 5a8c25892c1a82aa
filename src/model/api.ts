/**
 * What the npm package exposes of the model, as `se-explainer/model`: the SE block as plain
 * functions, as a TensorFlow.js layer, and inside a network. Sets no backend and loads in Node;
 * for training on WASM call `registerWasmTrainingKernels` once.
 */
export {
  type Operations,
  type SeCost,
  type SeCostOptions,
  type SeStageCost,
  type SeStageSpec,
  seCost,
} from './block/cost.ts'
export { type GateName, reducedChannels, type SqueezeOp } from './block/options.ts'
export {
  type SqueezeExciteOptions,
  type SqueezeExciteResult,
  type SqueezeExciteWeights,
  squeezeExcite,
  type Values,
} from './block/squeezeExcite.ts'
export { DataFormatError } from './data/errors.ts'
export { parseArff } from './data/series/readers/arff.ts'
export { parseCsv } from './data/series/readers/csv/csv.ts'
export type { CsvOptions } from './data/series/readers/csv/csvOptions.ts'
export { type CsvPreview, previewCsv } from './data/series/readers/csv/csvPreview.ts'
export { parseTs } from './data/series/readers/ts.ts'
export type { Series, SeriesSet } from './data/series/types.ts'
export { registerWasmTrainingKernels } from './engine/kernels/wasmKernels.ts'
export { SqueezeExcite, type SqueezeExciteTensors } from './layers/squeezeExcite.ts'
export type { SqueezeExciteArgs } from './layers/squeezeExciteArgs.ts'
export {
  type ImageNetworkConfig,
  type ImageNetworkOptions,
  imageNetworkDefaults,
  type Placement,
  type RecurrentActivation,
} from './networks/config.ts'
export { imageNetwork } from './networks/imageNetwork.ts'
export { type MlstmFcnConfig, mlstmFcn } from './networks/mlstmFcn.ts'
