/** A Trainer in Node: the cpu and WASM backends, small made-up digits, a small network, every event kept. */
import { fileURLToPath } from 'node:url'
import '@tensorflow/tfjs-backend-cpu'
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
// Registers every gradient.
import '@tensorflow/tfjs-layers'
import type { DataSource, DigitSet } from '../../../src/model/data/mnist.ts'
import { integer, seededState } from '../../../src/model/data/rng.ts'
import type { BackendSupport } from '../../../src/model/engine/backends/chooseBackend.ts'
import { registerWasmTrainingKernels } from '../../../src/model/engine/kernels/wasmKernels.ts'
import type {
  BackendName,
  EngineEvent,
  Frame,
  ImageRunConfig,
  StepMetric,
} from '../../../src/model/engine/protocol.ts'
import { Trainer } from '../../../src/model/engine/worker/trainer.ts'
import { imageNetworkConfig } from '../../../src/model/networks/config.ts'

function nodeSupport(): BackendSupport {
  return {
    load: {
      webgl: () => Promise.reject(new Error('no WebGL in Node')),
      wasm: async () => {
        setWasmPaths(
          fileURLToPath(
            new URL('../../../node_modules/@tensorflow/tfjs-backend-wasm/dist/', import.meta.url),
          ),
        )
        registerWasmTrainingKernels()
      },
      cpu: async () => undefined,
    },
    isWhole: async () => true,
    gpu: () => null,
  }
}

/** Class k is a bar at a row of its own, shifted by a few pixels and with some noise: learnt within a few steps. */
function barDigits(count: number, seed: number): DigitSet {
  const random = seededState(seed, 9)
  const images = new Uint8Array(count * 784)
  const labels = new Uint8Array(count)
  for (let n = 0; n < count; n++) {
    const label = n % 10
    labels[n] = label
    const left = 4 + integer(random, 6)
    for (let column = left; column < left + 14; column++)
      images[n * 784 + (4 + 2 * label) * 28 + column] = 255
    for (let i = 0; i < 20; i++) images[n * 784 + integer(random, 784)] = integer(random, 256)
  }
  return { count, rows: 28, columns: 28, images, labels }
}

const barData: DataSource = { train: barDigits(200, 1), heldOut: barDigits(100, 2) }

export function smallRun(backend: BackendName, changes: Partial<ImageRunConfig> = {}): ImageRunConfig {
  return {
    net: 'digits',
    network: imageNetworkConfig('digits', { filters: [4, 6], ratio: 2 }),
    seed: 5,
    batchSize: 8,
    learningRate: 4e-3,
    backend,
    stopAtAccuracy: null,
    maxStepsPerSecond: null,
    ...changes,
  }
}

export interface Rig {
  readonly trainer: Trainer
  readonly events: EngineEvent[]
  /** Frames received; each is paid for at once when `pays`. */
  readonly frames: Frame[]
  metrics(): StepMetric[]
  phases(): string[]
}

export function rig(
  pays = true,
  data: DataSource = barData,
  load: Partial<BackendSupport['load']> = {},
): Rig {
  const events: EngineEvent[] = []
  const frames: Frame[] = []
  const backends = nodeSupport()
  const trainer: Trainer = new Trainer({
    backends: { ...backends, load: { ...backends.load, ...load } },
    loadDigits: () => Promise.resolve(data),
    emit: (event) => {
      events.push(event)
      if (event.type !== 'frame') return
      frames.push(event.frame)
      if (pays) queueMicrotask(() => trainer.credit())
    },
  })
  if (pays) trainer.credit()
  return {
    trainer,
    events,
    frames,
    metrics: () => frames.flatMap((frame) => frame.metrics),
    phases: () => events.flatMap((event) => (event.type === 'phase' ? [event.phase] : [])),
  }
}

export async function advanceBy({ trainer }: Rig, batches: number): Promise<void> {
  for (let i = 0; i < batches; i++) await trainer.advance('batch')
}
