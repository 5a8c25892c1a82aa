/** A run made by formulas, for looking at charts: no network stands behind it, and no page shows it. */
import type { HeldOutMetric, StepMetric, Trouble } from '../../src/model/engine/protocol.ts'

export function metricsTo(steps: number): { metrics: StepMetric[]; heldOut: HeldOutMetric[] } {
  const metrics = Array.from({ length: steps }, (_, i) => {
    const fade = Math.exp(-i / 250)
    const wave = 0.5 * Math.sin(i * 12.9898) * Math.sin(i * 78.233)
    return {
      step: i + 1,
      loss: 0.2 + 2.1 * fade + wave * (0.2 + fade * 0.4),
      accuracy: Math.min(1, Math.max(0, 0.93 - 0.83 * fade + wave * 0.15)),
    }
  })
  const heldOut = metrics
    .filter((metric) => metric.step % 100 === 0)
    .map(({ step }) => ({
      step,
      loss: 0.25 + 2 * Math.exp(-step / 280),
      accuracy: 0.91 - 0.8 * Math.exp(-step / 280),
      count: 500,
    }))
  return { metrics, heldOut }
}

/** [channels]: all start at ½, each goes its own way. */
export function gatesAt(step: number, channels: number): Float32Array {
  const learnt = 1 - Math.exp(-step / 300)
  return Float32Array.from(
    { length: channels },
    (_, c) => 0.5 + 0.49 * learnt * Math.sin(c * 2.4 + step / 900),
  )
}

/** One of each kind. */
export const troubles: readonly Trouble[] = [
  { kind: 'diverged', atStep: 1412, backTo: 1400, suggestedRate: 0.0005 },
  { kind: 'contextLost', backTo: 1400, backend: 'wasm' },
  { kind: 'workerLost', backTo: 1400 },
  { kind: 'dataMissing', detail: 'mnist-train.bin: 404' },
  { kind: 'failed', detail: '<img src=x onerror=alert(1)>' },
]
