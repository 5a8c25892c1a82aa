/**
 * Trains: load → ready → running ↔ paused → done | diverged | lost. No DOM and no worker in here;
 * the worker wraps it, and Node runs it as it is.
 */
import type { DataSource } from '../../data/mnist.ts'
import type { SeriesProblem } from '../../data/series/types.ts'
import { calibrate } from '../backends/calibration.ts'
import { announced, type BackendSupport } from '../backends/chooseBackend.ts'
import { Device } from '../backends/device.ts'
import { CodeMissing, messageOf, troubleOf } from '../client/codeMissing.ts'
import { once } from '../client/once.ts'
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
  SeriesPartName,
  SetEvaluation,
} from '../protocol.ts'
import { saferRate } from '../recipe.ts'
import { evaluateSet } from '../run/evaluateSet.ts'
import { Diverged, Run } from '../run/run.ts'
import { measurePopulation, type ReadbackPolicy } from '../run/statistics.ts'
import { digitsData, seriesData, type TrainingData } from '../run/trainingData.ts'
import { EventEmitter } from './eventEmitter.ts'
import { FrameSender } from './frames.ts'
import { StepLoop } from './loop.ts'
import { breathe, StepClock } from './pacing.ts'
import { Recovery } from './recovery.ts'
import { RunLock } from './runLock.ts'

export interface TrainerOptions {
  readonly backends: BackendSupport
  /** Called when the first run on pictures is prepared; after a failure it may be called again. */
  readonly loadDigits: (progress: (progress: LoadProgress) => void) => Promise<DataSource>
  readonly emit: (event: EngineEvent) => void
}

export class Trainer implements EngineApi {
  private readonly options: TrainerOptions
  private readonly runLock = new RunLock()
  private readonly device: Device
  private readonly frames: FrameSender
  private readonly steps: StepLoop
  private readonly events: EventEmitter
  private readonly recovery: Recovery
  private run: Run | null = null
  private problem: SeriesProblem | null = null
  private readonly loadDigits = once(() =>
    this.options.loadDigits(this.events.progress).catch((error: unknown) => {
      this.events.tell({ kind: 'dataMissing', detail: messageOf(error) })
      throw error
    }),
  )

  constructor(options: TrainerOptions) {
    this.options = options
    this.events = new EventEmitter(options.emit)
    const clock = new StepClock()
    const backends = announced(options.backends, () => this.events.progress({ part: 'engine' }))
    this.device = new Device(backends, () => void this.recovery.recover())
    this.frames = new FrameSender(options.emit, this.device.read, clock)
    this.steps = new StepLoop(this.device, clock, () => this.runLock.stopping, this.events.counted)
    const { device, events, frames, runLock } = this
    this.recovery = new Recovery({
      device,
      events,
      frames,
      runLock,
      run: () => this.run,
      ensureBackend: ({ config }) => this.ensureBackend('auto', config),
    })
  }

  prepare(id: number, config: RunConfig, from?: Checkpoint, problem?: SeriesProblem): Promise<BackendReport> {
    return this.change(async () => {
      this.events.run = id
      this.events.enter('loading')
      try {
        this.problem = problem ?? null
        const data = await this.dataOf(config)
        this.run?.dispose()
        this.run = null
        await this.ensureBackend(config.backend, config)
        this.run = new Run(config, data, from)
      } catch (error) {
        if (error instanceof CodeMissing) this.events.tell(troubleOf(error))
        this.events.enter('idle')
        throw error
      }
      this.events.enter(this.run.step === 0 ? 'ready' : 'paused')
      this.frames.follow(id, this.run)
      return this.device.report
    })
  }

  play(): Promise<void> {
    return this.train(() => () => false)
  }

  /** Ends the loop after the step it is in. */
  async pause(): Promise<void> {
    await this.runLock.halt()
    await this.recovery.done
  }

  advance(unit: 'batch' | 'epoch'): Promise<void> {
    return this.train((run) => {
      const { step, epoch } = run
      return () => (unit === 'batch' ? run.step > step : run.epoch > epoch)
    })
  }

  reset(): Promise<void> {
    return this.change(async () => {
      const run = this.prepared()
      run.restart()
      this.events.enter('ready')
      this.frames.follow(this.events.run, run)
    })
  }

  async tune(
    changes: Partial<Pick<RunConfig, 'learningRate' | 'stopAtAccuracy' | 'maxStepsPerSecond'>>,
  ): Promise<void> {
    await this.runLock.settled
    const run = this.prepared()
    run.config = { ...run.config, ...changes }
  }

  credit(): void {
    this.frames.credit()
  }

  checkpoint(): Promise<Checkpoint> {
    return this.runLock.turns.take(() => this.prepared().checkpoint(this.device.read))
  }

  async population(count: number): Promise<PopulationStats> {
    const stats = await this.runLock.turns.take(async () => {
      const { session, config } = this.prepared()
      return measurePopulation(session, await this.dataOf(config), count, this.readbackPolicy)
    })
    this.events.counted(stats)
    return stats
  }

  inspect(input: Float32Array): Promise<Readonly<Record<string, Float32Array>>> {
    return this.runLock.turns.take(() => this.prepared().session.tensorsOf(input, this.device.read))
  }

  dispose(): Promise<void> {
    return this.change(async () => {
      this.run?.dispose()
      this.run = null
      this.events.enter('idle')
    })
  }

  evaluateSet(part: SeriesPartName, which: 'chosen' | 'now'): Promise<SetEvaluation> {
    return this.runLock.turns.take(async () => {
      const run = this.prepared()
      if (this.problem === null) throw new Error('only series are evaluatedNetwork')
      return evaluateSet(run, this.problem[part], which, this.readbackPolicy)
    })
  }

  private get readbackPolicy(): ReadbackPolicy {
    return { breathe, read: this.device.read }
  }

  /** @throws Error if a series network has no series */
  private async dataOf(config: RunConfig): Promise<TrainingData> {
    if (config.net !== 'series') return digitsData(config.net, await this.loadDigits())
    if (this.problem === null) throw new Error('a series network needs its series')
    return seriesData(this.problem)
  }

  private prepared(): Run {
    if (this.run === null) throw new Error('prepare a run first')
    return this.run
  }

  private async ensureBackend(choice: BackendChoice, config: RunConfig): Promise<void> {
    const data = await this.dataOf(config)
    const report = await this.device.ensure(choice, () =>
      calibrate(config, data, this.device.read, this.events.progress),
    )
    if (report !== null) this.options.emit({ type: 'backend', run: this.events.run, report })
  }

  private change<T>(act: () => Promise<T>): Promise<T> {
    return this.runLock.change(async () => {
      await this.recovery.done
      return act()
    })
  }

  /** @param goal says of the run that it will be whether it has gone far enough */
  private train(goal: (run: Run) => () => boolean): Promise<void> {
    return this.runLock.loop(() => {
      const run = this.prepared()
      return this.trainUntil(run, goal(run))
    })
  }

  private async trainUntil(run: Run, reached: () => boolean): Promise<void> {
    this.events.enter('running')
    let end: Phase = 'paused'
    try {
      const data = await this.dataOf(run.config)
      this.steps.begin()
      while (end === 'paused' && !this.runLock.stopping && !reached()) {
        if (await this.recovery.survive(() => this.steps.step(run, data))) end = 'done'
        this.events.share(run.lastGood)
        this.frames.offer()
        await this.steps.giveWay(run)
      }
      await this.recovery.survive(() => run.settle())
      await this.recovery.survive(async () => this.events.share(await run.comeToRest(this.device.read)))
    } catch (error) {
      end = this.giveUp(run, error)
    }
    this.events.enter(end)
    this.frames.offer()
  }

  private giveUp(run: Run, error: unknown): Phase {
    if (!(error instanceof Diverged)) {
      this.events.tell(troubleOf(error))
      return 'paused'
    }
    run.goTo(run.lastGood)
    this.events.tell({
      kind: 'diverged',
      atStep: error.atStep,
      backTo: run.step,
      suggestedRate: saferRate(run.config.learningRate),
    })
    this.frames.follow(this.events.run, run)
    return 'diverged'
  }
}
