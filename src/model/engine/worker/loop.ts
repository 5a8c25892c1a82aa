/** One turn of the training loop: a step, what is due after it, and giving way to others. */
import type { Device } from '../backends/device.ts'
import type { PopulationStats } from '../protocol.ts'
import type { Run } from '../run/run.ts'
import { measureHeldOut, measurePopulation } from '../run/statistics.ts'
import type { TrainingData } from '../run/trainingData.ts'
import { breathe, type StepClock, sleep } from './pacing.ts'

/** Held-out pictures of a look, at first and later; a result that ends the run is confirmed on all of them. */
const EARLY_LOOK = 100
const LOOK = 250
/** Training pictures that gates are counted over while it trains: as dear as two steps. */
const GATE_COUNT = 100
/** Longest without handling messages. */
const BREATH_MS = 8
const NAP_MS = 50
const CHECKPOINT_MS = 2000

/** Often while the curve is steep, then seldom: looks take less than two hundredths of the time. */
function isHeldOutStep(step: number): boolean {
  return step <= 100 ? step % 50 === 0 : step % 250 === 0
}

/** Once early, so that there is something to see; then so seldom that it takes less than a hundredth of the time. */
function isGateStep(step: number): boolean {
  return step === 50 || step % 250 === 0
}

export class StepLoop {
  private readonly device: Device
  private readonly clock: StepClock
  private readonly stopping: () => boolean
  private readonly counted: (stats: PopulationStats) => void
  private lastBreath = 0
  private lastCheckpoint = 0

  /**
   * @param stopping whether somebody wants the loop to end
   * @param counted hears of the gates, now and then
   */
  constructor(
    device: Device,
    clock: StepClock,
    stopping: () => boolean,
    counted: (stats: PopulationStats) => void,
  ) {
    this.device = device
    this.clock = clock
    this.stopping = stopping
    this.counted = counted
  }

  begin(): void {
    this.clock.restart()
    this.lastCheckpoint = performance.now()
  }

  /**
   * @returns whether the run has reached the accuracy at which it should stop
   * @throws Diverged, DeviceLost
   */
  async step(run: Run, data: TrainingData): Promise<boolean> {
    await run.train(this.device.read, this.device.lag)
    const now = performance.now()
    this.clock.tick(now)
    if (now - this.lastCheckpoint > CHECKPOINT_MS) {
      this.lastCheckpoint = now
      await run.remember(this.device.read)
    }
    if (isGateStep(run.step)) await this.countGates(run, data)
    if (run.schedule !== null) return run.endsEpoch && (await this.validate(run, data))
    return isHeldOutStep(run.step) && (await this.look(run, data))
  }

  private get readbackPolicy() {
    return { breathe, read: this.device.read }
  }

  private async countGates({ session }: Run, data: TrainingData): Promise<void> {
    this.counted(await measurePopulation(session, data, GATE_COUNT, this.readbackPolicy))
  }

  /** Series: at the end of an epoch. A look that is broken off is made at the end of the next. */
  private async validate(run: Run, { heldOut }: TrainingData): Promise<boolean> {
    await run.settle()
    run.endEpoch()
    if (!run.validationIsDue) return false
    const seen = await measureHeldOut(run.session, heldOut, heldOut.count, this.readbackPolicy, this.stopping)
    if (seen === null) return false
    await run.validated(seen, this.device.read)
    const target = run.config.stopAtAccuracy
    return run.isExhausted || (target !== null && seen.accuracy >= target)
  }

  private async look(run: Run, { heldOut }: TrainingData): Promise<boolean> {
    const measure = (count: number) =>
      measureHeldOut(run.session, heldOut, count, this.readbackPolicy, this.stopping)
    const target = run.config.stopAtAccuracy
    let seen = await measure(run.step <= 100 ? EARLY_LOOK : LOOK)
    if (seen !== null && target !== null && seen.accuracy >= target) seen = await measure(heldOut.count)
    if (seen === null) return false
    run.heldOut = seen
    return target !== null && seen.accuracy >= target
  }

  /** Lets messages be handled, and waits if the run goes faster than it may. */
  async giveWay(run: Run): Promise<void> {
    const wait = () => this.clock.wait(performance.now(), run.config.maxStepsPerSecond)
    if (wait() <= 0 && performance.now() - this.lastBreath < BREATH_MS) return
    await breathe()
    // In short naps, so that a pause and a changed limit are noticed.
    for (let ms = wait(); ms > 0 && !this.stopping(); ms = wait()) await sleep(Math.min(ms, NAP_MS))
    this.lastBreath = performance.now()
  }
}
