/** Full-length training in Node on WASM, for snapshots and studies. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import * as tf from '@tensorflow/tfjs-core'
// Registers every gradient.
import '@tensorflow/tfjs-layers'
import { type DataSource, type DigitSet, decodeDigits } from '../../src/model/data/mnist.ts'
import { registerWasmTrainingKernels } from '../../src/model/engine/kernels/wasmKernels.ts'
import { rateAt, recipeFor } from '../../src/model/engine/recipe.ts'
import { readAndDispose, TrainingSession } from '../../src/model/engine/run/session.ts'
import { measureHeldOut, type ReadbackPolicy } from '../../src/model/engine/run/statistics.ts'
import { digitsData } from '../../src/model/engine/run/trainingData.ts'
import {
  type ImageNetId,
  type ImageNetworkConfig,
  imageNetworkConfig,
} from '../../src/model/networks/config.ts'
import { imageNetworkPlan } from '../../src/model/networks/plan.ts'
import type { PackedWeights } from '../../src/model/networks/planTypes.ts'
import { initialWeights } from '../../src/model/networks/weights.ts'
import { sizeOf } from '../../src/model/tensor.ts'

export const readbackPolicy: ReadbackPolicy = { breathe: async () => {}, read: readAndDispose }

const root = new URL('../../', import.meta.url)

/** @throws Error if the data was not prepared */
export function loadData(): DataSource {
  return { train: loadDigits('mnist-train.bin'), heldOut: loadDigits('mnist-heldout.bin') }
}

function loadDigits(file: string): DigitSet {
  try {
    return decodeDigits(readFileSync(new URL(`public/packaged/${file}`, root)))
  } catch (error) {
    throw new Error(`public/packaged/${file} is needed: run npm run prepare-data first`, { cause: error })
  }
}

export async function startWasm(): Promise<void> {
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false)
  setWasmPaths(fileURLToPath(new URL('node_modules/@tensorflow/tfjs-backend-wasm/dist/', root)))
  registerWasmTrainingKernels()
  if (!(await tf.setBackend('wasm'))) throw new Error('the WASM backend did not start')
}

export function sessionWith(config: ImageNetworkConfig, weights: PackedWeights): TrainingSession {
  const plan = imageNetworkPlan(config)
  const trainable = plan.weights.filter((w) => w.trainable).reduce((sum, w) => sum + sizeOf(w.shape), 0)
  return new TrainingSession(
    { plan, inputShape: config.inputShape, seed: config.seed },
    {
      step: 0,
      weights,
      moments: new Float32Array(2 * trainable),
    },
  )
}

/** What is trained: a network as the page trains it, or one that is changed to compare with. */
export interface FullTraining {
  readonly net: ImageNetId
  /** Of the initial weights and of the order of the pictures. */
  readonly seed: number
  readonly design: Partial<Omit<ImageNetworkConfig, 'seed'>>
  /** Length of the run; the learning rate falls over the whole of it. The recipe's own unless it is said. */
  readonly steps?: number
}

export interface TrainedNetwork {
  readonly config: ImageNetworkConfig
  readonly weights: PackedWeights
}

/** Trains from the seed's initial weights; the seed also orders the pictures. */
export async function trainFully(
  { net, seed, design, steps = recipeFor(net).steps }: FullTraining,
  data: DataSource,
  say: (line: string) => void,
): Promise<TrainedNetwork> {
  const recipe = { ...recipeFor(net), steps }
  const config = imageNetworkConfig(net, { ...design, seed })
  const session = sessionWith(config, initialWeights(imageNetworkPlan(config), seed))
  const stream = digitsData(net, data).train(seed)
  const name = `${net} [${config.filters}] ${config.squeezeExcite ? 'with' : 'without'} SE, seed ${seed}`
  for (let step = 1; step <= steps; step++) {
    const metric = session.train(stream.next(recipe.batchSize), rateAt(step, recipe))
    if (step % 500 === 0) {
      const [loss] = await readAndDispose(metric)
      say(`${name}: step ${step} of ${steps}, loss ${loss?.toFixed(3)}`)
    } else metric.dispose()
  }
  const weights = await session.packedWeights()
  session.dispose()
  return { config, weights }
}

/** Held-out accuracy, 0–1, over all held-out pictures. */
export async function heldOutAccuracy(
  net: ImageNetId,
  config: ImageNetworkConfig,
  weights: PackedWeights,
  data: DataSource,
): Promise<number> {
  const session = sessionWith(config, weights)
  const metric = await measureHeldOut(
    session,
    digitsData(net, data).heldOut,
    data.heldOut.count,
    readbackPolicy,
    () => false,
  )
  session.dispose()
  if (metric === null) throw new Error('the measurement was stopped')
  return metric.accuracy
}
