/** One training run: its tensors, its place among the pictures, and the last state known to be good. */
import * as tf from '@tensorflow/tfjs-core'
import type { BatchStream } from '../../data/stream.ts'
import { networkPlan, sampleShape } from '../../networks/networkPlan.ts'
import type { NetworkPlan } from '../../networks/planTypes.ts'
import { initialWeights } from '../../networks/weights.ts'
import { areSound, type Checkpoint, type HeldOutMetric, type RunConfig } from '../protocol.ts'
import { rateAt, recipeFor } from '../recipe.ts'
import { MetricBuffer } from '../worker/metrics.ts'
import {
  afterEpoch,
  isBest,
  isExhausted,
  type LearningSchedule,
  newSchedule,
  rateShare,
  validationPeriod,
  withChosen,
  withLoss,
} from './learningSchedule.ts'
import { allFinite, packingOf } from './packing.ts'
import { type Read, type SessionState, TrainingSession } from './session.ts'
import type { TrainingData } from './trainingData.ts'

/** Loss or weights are no numbers any more, or on their way there. */
export class Diverged extends Error {
  readonly atStep: number

  constructor(atStep: number) {
    super(`training diverged at step ${atStep}`)
    this.name = 'Diverged'
    this.atStep = atStep
  }
}

/** In nats. An untrained network has 2.3; a thousand means weights in the millions, though NaN may never come. */
const DIVERGED_LOSS = 1000
/** A state is good when the run has lived this many steps beyond it. */
const PROBATION_STEPS = 10
/** Looked at after each, so that there is something to see. */
const EARLY_EPOCHS = 3

export class Run {
  readonly plan: NetworkPlan
  readonly metrics = new MetricBuffer()
  heldOut: HeldOutMetric | null = null
  config: RunConfig
  /** How a run of a series network goes; null for pictures, whose rate follows the steps alone. */
  schedule: LearningSchedule | null
  private readonly data: TrainingData
  private current: TrainingSession
  private stream: BatchStream
  private good: Checkpoint
  private candidate: Checkpoint | null = null
  /** Where it last came to rest. */
  private rest: Checkpoint | null = null
  /** Metrics on their way from the device, in order. */
  private outstanding: Promise<void>[] = []

  /** On the current backend. @throws RangeError if the configuration or `from` makes no sense */
  constructor(config: RunConfig, data: TrainingData, from?: Checkpoint) {
    this.config = config
    this.data = data
    this.plan = networkPlan(config.network)
    this.good = from ?? this.start()
    this.current = this.sessionWith(this.good)
    this.stream = this.streamFrom(this.good)
    this.schedule = this.scheduleFrom(this.good)
  }

  get session(): TrainingSession {
    return this.current
  }

  get step(): number {
    return this.current.step
  }

  /** Whole epochs done. */
  get epoch(): number {
    return Math.floor(this.stream.dealt / this.stream.epochSize)
  }

  /** Where to go back to. */
  get lastGood(): Checkpoint {
    return this.good
  }

  /** Where to go on when the device was lost, which says nothing against the numbers: the latest state there is. */
  get latest(): Checkpoint {
    return this.rest !== null && this.rest.step > this.good.step ? this.rest : this.good
  }

  /** Learning rate of the next step. */
  get rate(): number {
    const { net, learningRate } = this.config
    if (this.schedule !== null) return learningRate * rateShare(this.schedule)
    return rateAt(this.step + 1, { steps: recipeFor(net).steps, learningRate })
  }

  /** Live tensors but for the reads under way: constant, or something leaks. */
  get tensors(): number {
    return tf.memory().numTensors - this.outstanding.length
  }

  /**
   * Takes a step; metrics may lag behind by `lag` steps, so that a device with a queue is never idle.
   * @throws Diverged
   */
  async train(read: Read, lag: number): Promise<void> {
    const metric = this.current.train(this.stream.next(this.config.batchSize), this.rate)
    const arriving = this.note(this.step, read(metric))
    // The failure is met when its turn comes; until then it must not count as unhandled.
    arriving.catch(() => undefined)
    this.outstanding.push(arriving)
    await this.settle(lag)
  }

  /** Waits until at most `lag` metrics are on their way. @throws Diverged */
  async settle(lag = 0): Promise<void> {
    while (this.outstanding.length > lag) {
      await this.outstanding[0]
      this.outstanding.shift()
    }
  }

  private async note(step: number, reading: Promise<Float32Array>): Promise<void> {
    const [loss = Number.NaN, accuracy = Number.NaN] = await reading
    if (!(loss <= DIVERGED_LOSS)) throw new Diverged(step)
    this.metrics.push({ step, loss, accuracy })
    if (this.schedule !== null) this.schedule = withLoss(this.schedule, loss)
    if (this.candidate !== null && step >= this.candidate.step + PROBATION_STEPS) {
      this.good = this.candidate
      this.candidate = null
    }
  }

  /** The state of this moment. @throws Diverged if it is none to go on from */
  async checkpoint(read: Read): Promise<Checkpoint> {
    // The schedule must not lag behind the weights.
    if (this.schedule !== null) await this.settle()
    const schedule = this.schedule === null ? {} : { schedule: this.schedule }
    const random = this.stream.state()
    const state = await this.current.state(read)
    if (!areSound(state.weights) || !allFinite(state.moments)) throw new Diverged(state.step)
    return { config: this.config, ...state, random, ...schedule }
  }

  /** Remembers this moment as a place to go back to, once it has proved good. @throws Diverged */
  async remember(read: Read): Promise<void> {
    if (this.candidate === null) this.candidate = await this.checkpoint(read)
  }

  /** The state in which it comes to rest. @throws Diverged */
  async comeToRest(read: Read): Promise<Checkpoint> {
    this.rest = await this.checkpoint(read)
    return this.rest
  }

  /** Goes to a checkpoint, on whatever backend runs now; the tensors before are disposed of. */
  goTo(checkpoint: Checkpoint): void {
    this.outstanding = []
    this.candidate = null
    this.rest = null
    this.good = checkpoint
    this.current.dispose()
    this.current = this.sessionWith(checkpoint)
    this.stream = this.streamFrom(checkpoint)
    this.schedule = this.scheduleFrom(checkpoint)
    this.metrics.rewind(checkpoint.step)
    if (this.heldOut !== null && this.heldOut.step > checkpoint.step) this.heldOut = null
  }

  /** Whether the last step was the last of its epoch. */
  get endsEpoch(): boolean {
    return this.stream.dealt % this.stream.epochSize === 0
  }

  /** After `endsEpoch`, once all metrics are here. */
  endEpoch(): void {
    if (this.schedule !== null) this.schedule = afterEpoch(this.schedule)
  }

  get validationIsDue(): boolean {
    if (this.schedule === null) return false
    const { epoch, validated } = this.schedule
    const period = validationPeriod(this.stream.epochSize, this.data.heldOut.count)
    return epoch <= EARLY_EPOCHS || epoch - validated >= period
  }

  /** Keeps the present weights if they are the best so far. */
  async validated(seen: HeldOutMetric, read: Read): Promise<void> {
    this.heldOut = seen
    if (this.schedule === null) return
    this.schedule = { ...this.schedule, validated: this.schedule.epoch }
    if (!isBest(this.schedule, seen)) return
    const weights = await this.current.packedWeights(read)
    this.schedule = withChosen(this.schedule, { ...seen, weights })
  }

  /** Whether the validation part has said for long that it does not get better. */
  get isExhausted(): boolean {
    return this.schedule !== null && isExhausted(this.schedule, this.step)
  }

  restart(): void {
    this.goTo(this.start())
  }

  dispose(): void {
    this.current.dispose()
  }

  private start(): Checkpoint {
    const { network, seed } = this.config
    return {
      config: this.config,
      step: 0,
      weights: initialWeights(this.plan, network.seed),
      moments: new Float32Array(2 * packingOf(this.plan).trainableSize),
      random: this.data.train(seed).state(),
    }
  }

  /** Another session of the same network, to look with; the caller disposes of it. */
  sessionAt({ step, weights }: Pick<SessionState, 'step' | 'weights'>): TrainingSession {
    const moments = new Float32Array(2 * packingOf(this.plan).trainableSize)
    return this.sessionWith({ step, weights, moments })
  }

  private sessionWith(state: SessionState): TrainingSession {
    const { network, seed } = this.config
    const { plan, data } = this
    return new TrainingSession(
      { plan, inputShape: sampleShape(network), classWeights: data.classWeights, seed },
      state,
    )
  }

  private streamFrom({ random }: Checkpoint): BatchStream {
    return this.data.train(this.config.seed, random)
  }

  private scheduleFrom({ schedule }: Checkpoint): LearningSchedule | null {
    return this.config.net === 'series' ? (schedule ?? newSchedule) : null
  }
}
