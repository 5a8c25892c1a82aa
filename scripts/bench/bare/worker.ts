/**
 * The engine's own step in the tightest loop there is: no frames, no held-out looks, no checkpoints,
 * no messages. WebGL answers late, so the loop stays two steps ahead of what it has read.
 */
import * as tf from '@tensorflow/tfjs-core'
import { plantedProblem } from '../../../src/model/data/series/planted.ts'
import { browserBackends } from '../../../src/model/engine/backends/browserBackends.ts'
import { startBackend } from '../../../src/model/engine/backends/chooseBackend.ts'
import type { BackendName } from '../../../src/model/engine/protocol.ts'
import { DEFAULT_LEARNING_RATE } from '../../../src/model/engine/recipe.ts'
import { packingOf } from '../../../src/model/engine/run/packing.ts'
import { readAndDispose, TrainingSession } from '../../../src/model/engine/run/session.ts'
import { digitsData, seriesData, type TrainingData } from '../../../src/model/engine/run/trainingData.ts'
import { fetchDigits } from '../../../src/model/engine/worker/fetchData.ts'
import {
  type ImageNetId,
  imageNetworkConfig,
  type NetworkConfig,
  type SeriesSize,
  seriesNetworkConfig,
} from '../../../src/model/networks/config.ts'
import { networkPlan, sampleShape } from '../../../src/model/networks/networkPlan.ts'
import { initialWeights } from '../../../src/model/networks/weights.ts'

export interface BareTask {
  /** `series`: the small or the paper size on the planted signal. */
  readonly net: ImageNetId | 'series'
  readonly size: SeriesSize
  readonly backend: BackendName
  readonly batchSize: number
  readonly ratio: number
  /** How long it trains after the warm-up. */
  readonly seconds: number
}

const warmUpSteps = 3
const ahead: Readonly<Record<BackendName, number>> = { webgl: 2, wasm: 0, cpu: 0 }

tf.enableProdMode()
const backends = browserBackends()
// This file lies in assets/, the pictures beside that folder.
const data = fetchDigits(new URL('../', self.location.href).href, () => undefined)

/** @returns training steps per second */
async function runTask(task: BareTask): Promise<number> {
  const { backend, batchSize, seconds } = task
  if (!(await startBackend(backend, backends))) throw new Error(`${backend} does not start here`)
  const { config, training } = await prepared(task)
  const plan = networkPlan(config)
  const { classWeights } = training
  const session = new TrainingSession(
    { plan, inputShape: sampleShape(config), classWeights, seed: config.seed },
    {
      step: 0,
      weights: initialWeights(plan, config.seed),
      moments: new Float32Array(2 * packingOf(plan).trainableSize),
    },
  )
  const stream = training.train(1)
  const reading: Promise<Float32Array>[] = []
  const step = async (queue: number) => {
    reading.push(readAndDispose(session.train(stream.next(batchSize), DEFAULT_LEARNING_RATE)))
    while (reading.length > queue) await reading.shift()
  }
  for (let done = 0; done < warmUpSteps; done++) await step(0)
  const start = performance.now()
  const end = start + seconds * 1000
  let steps = 0
  while (performance.now() < end) {
    await step(ahead[backend])
    steps++
  }
  await Promise.all(reading)
  const rate = (steps * 1000) / (performance.now() - start)
  session.dispose()
  return rate
}

async function prepared({ net, size, ratio }: BareTask): Promise<{
  config: NetworkConfig
  training: TrainingData
}> {
  if (net !== 'series')
    return { config: imageNetworkConfig(net, { ratio }), training: digitsData(net, await data) }
  const { problem } = plantedProblem()
  const shape = [problem.length, problem.channels] as const
  return { config: seriesNetworkConfig(size, shape, problem.classes.length), training: seriesData(problem) }
}

self.onmessage = ({ data: task }: MessageEvent<BareTask>) => {
  runTask(task).then(
    (rate) => self.postMessage(rate),
    (error: unknown) => {
      // Thrown outside the promise, so that the page hears of it.
      setTimeout(() => {
        throw error
      })
    },
  )
}
