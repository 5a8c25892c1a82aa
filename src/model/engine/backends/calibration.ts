/** How long a training step takes on the backend that runs now: real network, real pictures, weights thrown away. */
import type { LoadProgress, RunConfig } from '../protocol.ts'
import { Run } from '../run/run.ts'
import type { Read } from '../run/session.ts'
import type { TrainingData } from '../run/trainingData.ts'

const WARM_UP_STEPS = 2
const MEASURED_STEPS = 4

/**
 * @returns milliseconds per step, with its result read back
 * @throws DeviceLost through `read`
 */
export async function calibrate(
  config: RunConfig,
  data: TrainingData,
  read: Read,
  progress: (progress: LoadProgress) => void,
): Promise<number> {
  // The weights stay where they are, so that a rate which explodes does so in the run, where it is dealt with.
  const run = new Run({ ...config, learningRate: 0 }, data)
  try {
    for (let done = 0; done < WARM_UP_STEPS; done++) {
      progress({ part: 'warmup', done, total: WARM_UP_STEPS, unit: 'steps' })
      await run.train(read, 0)
    }
    const start = performance.now()
    for (let done = 0; done < MEASURED_STEPS; done++) await run.train(read, 0)
    const stepMs = (performance.now() - start) / MEASURED_STEPS
    progress({ part: 'calibration', done: MEASURED_STEPS, total: MEASURED_STEPS, unit: 'steps' })
    return stepMs
  } finally {
    run.dispose()
  }
}
