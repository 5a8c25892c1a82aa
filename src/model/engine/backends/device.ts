/** The backend that runs now: chosen once for each wish, watched, and given up when its context is lost. */

import type { BackendChoice, BackendReport } from '../protocol.ts'
import { type Read, readAndDispose } from '../run/session.ts'
import { type BackendSupport, chooseBackend, forgetEverything, type MeasureStep } from './chooseBackend.ts'
import { DeviceGuard, DeviceLost } from './guard.ts'

/** WebGL answers late; a WASM step has its result at once. */
const WEBGL_LAG = 2

export class Device {
  private readonly support: BackendSupport
  private readonly guard = new DeviceGuard()
  private readonly onLost: () => void
  private current: { readonly choice: BackendChoice; readonly report: BackendReport } | null = null
  private everLost = false

  /** @param onLost called when the context of the chosen backend is lost */
  constructor(support: BackendSupport, onLost: () => void) {
    this.support = support
    this.onLost = onLost
  }

  /** Reads without blocking; rejects with DeviceLost instead of waiting for ever. */
  readonly read: Read = (tensor) => this.guard.read(readAndDispose(tensor))

  /** Steps whose metrics may be on their way, so that the device is never idle. */
  get lag(): number {
    return this.current?.report.chosen === 'webgl' ? WEBGL_LAG : 0
  }

  /** @returns null if the backend that runs now is what was asked for */
  async ensure(choice: BackendChoice, measure: MeasureStep): Promise<BackendReport | null> {
    if (this.current?.choice === choice) return null
    const watched: MeasureStep = () => {
      this.guard.watch(() => undefined)
      return measure()
    }
    const choose = (wish: BackendChoice) => chooseBackend(wish, this.support, watched, this.everLost)
    const report = await choose(choice).catch((error: unknown) => {
      if (!isLoss(this.explain(error))) throw error
      this.abandon()
      return choose('auto')
    })
    this.guard.watch(this.onLost)
    this.current = { choice, report }
    return report
  }

  /** @throws Error if nothing has been chosen yet */
  get report(): BackendReport {
    if (this.current === null) throw new Error('no backend has been chosen yet')
    return this.current.report
  }

  /** DeviceLost if that is what is behind the error, else the error itself. */
  explain(error: unknown): unknown {
    return this.guard.explain(error)
  }

  /** Drops every tensor and backend; from now on WebGL runs only if somebody insists. */
  abandon(): void {
    this.everLost = true
    this.current = null
    forgetEverything()
  }
}

export function isLoss(error: unknown): error is DeviceLost {
  return error instanceof DeviceLost
}
