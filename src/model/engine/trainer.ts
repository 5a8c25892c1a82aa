/**
 * Trains: load → ready → running ↔ paused → done | diverged | lost. No DOM and no worker in here;
 * the worker wraps it, and Node runs it as it is.
 */
import type { DataSource } from '../data/mnist.ts'
import type { BackendSupport } from './backends.ts'
import { calibrate } from './calibration.ts'
import { Device, isLoss } from './device.ts'
import { FrameSender } from './frames.ts'
import { StepLoop } from './loop.ts'
import { breathe, StepClock, Turns } from './pacing.ts'
import type {
  BackendChoice,
  BackendReport,
  Checkpoint,
  EngineApi,
  EngineEvent,
  LoadProgress,
  Phase,
  PopulationStats,
  RunConfig,
} from './protocol.ts'
import { saferRate } from './recipe.ts'
import { Diverged, Run } from './run.ts'
import { measurePopulation } from './statistics.ts'
import { messageOf, Voice } from './voice.ts'

export interface TrainerOptions {
  readonly backends: BackendSupport
  /** Called when the first run is prepared; after a failure it may be called again. */
  readonly loadData: (progress: (progress: LoadProgress) => void) => Promise<DataSource>
  readonly emit: (event: EngineEvent) => void
}

export class Trainer implements EngineApi {
  private readonly options: TrainerOptions
  private readonly turns = new Turns()
  private readonly device: Device
  private readonly frames: FrameSender
  private readonly steps: StepLoop
  private readonly voice: Voice
  private run: Run | null = null
  private data: Promise<DataSource> | null = null
  private looping: Promise<void> | null = null
  private recovering: Promise<void> | null = null
  private stopping = false

  constructor(options: TrainerOptions) {
    this.options = options
    this.voice = new Voice(options.emit)
    const clock = new StepClock()
    this.device = new Device(options.backends, () => void this.recover())
    this.frames = new FrameSender(options.emit, this.device.read, clock)
    this.steps = new StepLoop(this.device, clock, () => this.stopping)
  }

  async prepare(id: number, config: RunConfig, from?: Checkpoint): Promise<BackendReport> {
    await this.halt()
    return this.turns.take(async () => {
      this.voice.run = id
      this.voice.enter('loading')
      try {
        const data = await this.loadData()
        this.run?.dispose()
        this.run = null
        await this.ensureBackend(config.backend, config)
        this.run = new Run(config, data, from)
      } catch (error) {
        this.voice.enter('idle')
        throw error
      }
      this.voice.enter(this.run.step === 0 ? 'ready' : 'paused')
      this.frames.follow(id, this.run)
      return this.device.report
    })
  }

  play(): Promise<void> {
    return this.loop(() => false)
  }

  pause(): Promise<void> {
    return this.halt()
  }

  advance(unit: 'batch' | 'epoch'): Promise<void> {
    const run = this.prepared()
    const { step, epoch } = run
    return this.loop(() => (unit === 'batch' ? run.step > step : run.epoch > epoch))
  }

  async reset(): Promise<void> {
    await this.halt()
    await this.turns.take(async () => {
      const run = this.prepared()
      run.restart()
      this.voice.enter('ready')
      this.frames.follow(this.voice.run, run)
    })
  }

  async tune(
    changes: Partial<Pick<RunConfig, 'learningRate' | 'stopAtAccuracy' | 'maxStepsPerSecond'>>,
  ): Promise<void> {
    const run = this.prepared()
    run.config = { ...run.config, ...changes }
  }

  credit(): void {
    this.frames.credit()
  }

  checkpoint(): Promise<Checkpoint> {
    return this.turns.take(() => this.prepared().checkpoint(this.device.read))
  }

  async population(count: number): Promise<PopulationStats> {
    const stats = await this.turns.take(async () => {
      const { session, config } = this.prepared()
      const manners = { breathe, read: this.device.read }
      return measurePopulation(session, config.net, await this.loadData(), count, manners)
    })
    this.options.emit({ type: 'population', run: this.voice.run, stats })
    return stats
  }

  inspect(input: Float32Array): Promise<Readonly<Record<string, Float32Array>>> {
    return this.turns.take(async () => {
      const tensors = this.prepared().session.infer(input, (outputs) => Object.fromEntries(outputs))
      const entries = Object.entries(tensors).map(
        async ([name, tensor]) => [name, await this.device.read(tensor)] as const,
      )
      return Object.fromEntries(await Promise.all(entries))
    })
  }

  async dispose(): Promise<void> {
    await this.halt()
    this.run?.dispose()
    this.run = null
    this.voice.enter('idle')
  }

  private prepared(): Run {
    if (this.run === null) throw new Error('prepare a run first')
    return this.run
  }

  private loadData(): Promise<DataSource> {
    this.data ??= this.options.loadData(this.voice.progress).catch((error: unknown) => {
      this.data = null
      this.voice.tell({ kind: 'dataMissing', detail: messageOf(error) })
      throw error
    })
    return this.data
  }

  private async ensureBackend(choice: BackendChoice, config: RunConfig): Promise<void> {
    const data = await this.loadData()
    const report = await this.device.ensure(choice, () =>
      calibrate(config, data, this.device.read, this.voice.progress),
    )
    if (report !== null) this.options.emit({ type: 'backend', run: this.voice.run, report })
  }

  /** Ends the loop after the step it is in. */
  private async halt(): Promise<void> {
    this.stopping = true
    await this.looping
    await this.recovering
  }

  private async loop(reached: () => boolean): Promise<void> {
    const run = this.prepared()
    // A loop that is about to end must not swallow the wish: play right after pause plays.
    while (this.looping !== null && this.stopping) await this.looping
    this.looping ??= this.trainUntil(run, reached).finally(() => {
      this.looping = null
    })
    return this.looping
  }

  private async trainUntil(run: Run, reached: () => boolean): Promise<void> {
    this.stopping = false
    this.voice.enter('running')
    let end: Phase = 'paused'
    try {
      const data = await this.loadData()
      this.steps.begin()
      while (end === 'paused' && !this.stopping && !reached()) {
        if (await this.survive(() => this.steps.step(run, data))) end = 'done'
        this.voice.share(run.lastGood)
        this.frames.offer()
        await this.steps.giveWay(run)
      }
      await this.survive(() => run.settle())
      await this.survive(async () => this.voice.share(await run.checkpoint(this.device.read)))
    } catch (error) {
      end = this.giveUp(run, error)
    }
    this.voice.enter(end)
    this.frames.offer()
  }

  /** A lost context ends the task, not the run. */
  private async survive<T>(task: () => Promise<T>): Promise<T | undefined> {
    try {
      return await this.turns.take(task)
    } catch (error) {
      const cause = this.device.explain(error)
      if (!isLoss(cause)) throw cause
      await this.recover()
      return undefined
    }
  }

  private giveUp(run: Run, error: unknown): Phase {
    if (!(error instanceof Diverged)) {
      this.voice.tell({ kind: 'failed', detail: messageOf(error) })
      return 'paused'
    }
    run.goTo(run.lastGood)
    this.voice.tell({
      kind: 'diverged',
      atStep: error.atStep,
      backTo: run.step,
      suggestedRate: saferRate(run.config.learningRate),
    })
    this.frames.follow(this.voice.run, run)
    return 'diverged'
  }

  /** After a lost context: another backend, the weights from host memory. Several may ask; it happens once. */
  private recover(): Promise<void> {
    this.recovering ??= this.restoreElsewhere()
      .catch((error: unknown) => this.voice.tell({ kind: 'failed', detail: messageOf(error) }))
      .finally(() => {
        this.recovering = null
      })
    return this.recovering
  }

  private async restoreElsewhere(): Promise<void> {
    const { run } = this
    const { phase } = this.voice
    if (run === null) return
    this.voice.enter('lost')
    this.turns.abandon()
    this.device.abandon()
    await this.ensureBackend('auto', run.config)
    run.goTo(run.lastGood)
    this.voice.tell({ kind: 'contextLost', backTo: run.step, backend: this.device.report.chosen })
    this.frames.follow(this.voice.run, run)
    this.voice.enter(phase)
  }
}
