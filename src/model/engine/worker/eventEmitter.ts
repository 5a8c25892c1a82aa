/** What the trainer tells the page, stamped with the run that it is about. */
import type { Checkpoint, EngineEvent, LoadProgress, Phase, PopulationStats, Trouble } from '../protocol.ts'

export class EventEmitter {
  /** The page's number of the run. */
  run = 0
  private readonly emit: (event: EngineEvent) => void
  private entered: Phase = 'idle'
  private shared: Checkpoint | null = null

  constructor(emit: (event: EngineEvent) => void) {
    this.emit = emit
  }

  get phase(): Phase {
    return this.entered
  }

  enter(phase: Phase): void {
    this.entered = phase
    this.emit({ type: 'phase', run: this.run, phase })
  }

  tell(trouble: Trouble): void {
    this.emit({ type: 'trouble', run: this.run, trouble })
  }

  readonly progress = (progress: LoadProgress): void =>
    this.emit({ type: 'progress', run: this.run, progress })

  readonly counted = (stats: PopulationStats): void => this.emit({ type: 'population', run: this.run, stats })

  /** Says it once; the same checkpoint again is no news. */
  share(checkpoint: Checkpoint): void {
    if (checkpoint === this.shared) return
    this.shared = checkpoint
    this.emit({ type: 'checkpoint', run: this.run, checkpoint })
  }
}
