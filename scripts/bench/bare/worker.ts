/**
 * The engine's own step in the tightest loop there is: no frames, no held-out looks, no checkpoints,
 * no messages. WebGL answers late, so the loop stays two steps ahead of what it has read.
 */
import * as tf from '@tensorflow/tfjs-core'
import { startBackend } from '../../../src/model/engine/backends.ts'
import { browserBackends } from '../../../src/model/engine/browserBackends.ts'
import { fetchDigits } from '../../../src/model/engine/host.ts'
import { packingOf } from '../../../src/model/engine/packing.ts'
import type { BackendName } from '../../../src/model/engine/protocol.ts'
import { DEFAULT_LEARNING_RATE } from '../../../src/model/engine/recipe.ts'
import { readAndDispose, TrainingSession } from '../../../src/model/engine/session.ts'
import { digitsData } from '../../../src/model/engine/trainingData.ts'
import { type ImageNetId, imageNetworkConfig } from '../../../src/model/networks/config.ts'
import { imageNetworkPlan } from '../../../src/model/networks/plan.ts'
import { initialWeights } from '../../../src/model/networks/weights.ts'

export interface BareTask {
  readonly net: ImageNetId
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
async function runTask({ net, backend, batchSize, ratio, seconds }: BareTask): Promise<number> {
  if (!(await startBackend(backend, backends))) throw new Error(`${backend} does not start here`)
  const config = imageNetworkConfig(net, { ratio })
  const plan = imageNetworkPlan(config)
  const session = new TrainingSession(
    { plan, inputShape: config.inputShape, seed: config.seed },
    {
      step: 0,
      weights: initialWeights(plan, config.seed),
      moments: new Float32Array(2 * packingOf(plan).trainableSize),
    },
  )
  const stream = digitsData(net, await data).train(1)
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
