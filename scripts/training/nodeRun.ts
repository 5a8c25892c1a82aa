/** Full-length training in Node on WASM, for snapshots and studies. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import * as tf from '@tensorflow/tfjs-core'
// Registers every gradient.
import '@tensorflow/tfjs-layers'
import { type DataSource, type DigitSet, decodeDigits } from '../../src/model/data/mnist.ts'
import { trainingStream } from '../../src/model/engine/pictures.ts'
import { readAndDispose, TrainingSession } from '../../src/model/engine/session.ts'
import { type Manners, measureHeldOut } from '../../src/model/engine/statistics.ts'
import { registerWasmTrainingKernels } from '../../src/model/engine/wasmKernels.ts'
import {
  type ImageNetId,
  type ImageNetworkConfig,
  imageNetworkConfig,
} from '../../src/model/networks/config.ts'
import { imageNetworkPlan } from '../../src/model/networks/plan.ts'
import type { PackedWeights } from '../../src/model/networks/planTypes.ts'
import { initialWeights } from '../../src/model/networks/weights.ts'
import { sizeOf } from '../../src/model/tensor.ts'

export interface Recipe {
  readonly steps: number
  readonly batchSize: number
  /** Highest learning rate; it falls to 0 along half a cosine. */
  readonly learningRate: number
}

/** Tuned: 3,000 steps are enough for `inks` to learn to look at the bar, with SE, and half as many for `digits`. */
export const recipes: Readonly<Record<ImageNetId, Recipe>> = {
  inks: { steps: 3000, batchSize: 16, learningRate: 4e-3 },
  digits: { steps: 1500, batchSize: 16, learningRate: 4e-3 },
}

export const manners: Manners = { breathe: async () => {}, read: readAndDispose }

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

/** Adam's second moments are guesses at first; the first steps are short. */
const warmUpSteps = 20

/** Unlike a live run, whose end nobody knows, a full one can fall to 0. @param step from 1 */
function scheduledRate(step: number, { steps, learningRate }: Recipe): number {
  const warmUp = Math.min(1, step / warmUpSteps)
  return learningRate * warmUp * 0.5 * (1 + Math.cos((Math.PI * (step - 1)) / steps))
}

export function sessionWith(config: ImageNetworkConfig, weights: PackedWeights): TrainingSession {
  const plan = imageNetworkPlan(config)
  const trainable = plan.weights.filter((w) => w.trainable).reduce((sum, w) => sum + sizeOf(w.shape), 0)
  return new TrainingSession(plan, config.inputShape, {
    step: 0,
    weights,
    moments: new Float32Array(2 * trainable),
  })
}

/** Trains from the seed's initial weights; the seed also orders the pictures. */
export async function trainFully(
  net: ImageNetId,
  squeezeExcite: boolean,
  seed: number,
  data: DataSource,
  say: (line: string) => void,
): Promise<{ config: ImageNetworkConfig; weights: PackedWeights }> {
  const recipe = recipes[net]
  const config = imageNetworkConfig(net, { squeezeExcite, seed })
  const session = sessionWith(config, initialWeights(imageNetworkPlan(config), seed))
  const stream = trainingStream(net, data, seed)
  const name = `${net} ${squeezeExcite ? 'with' : 'without'} SE, seed ${seed}`
  for (let step = 1; step <= recipe.steps; step++) {
    const metric = session.train(stream.next(recipe.batchSize), scheduledRate(step, recipe))
    if (step % 500 === 0) {
      const [loss] = await readAndDispose(metric)
      say(`${name}: step ${step} of ${recipe.steps}, loss ${loss?.toFixed(3)}`)
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
  const metric = await measureHeldOut(session, net, data, data.heldOut.count, manners, () => false)
  session.dispose()
  if (metric === null) throw new Error('the measurement was stopped')
  return metric.accuracy
}
