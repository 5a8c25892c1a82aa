/** Metrics of a run as series for the charts, and as rows of their table. */
import type { HeldOutMetric, StepMetric } from '../../../model/engine/protocol.ts'
import type { Series } from '../../../viz/charts/line.ts'
import { lastAt, type Point, smooth } from '../../../viz/charts/points.ts'

export type MetricName = 'loss' | 'accuracy'

export interface Curves {
  readonly batch: readonly Point[]
  readonly heldOut: readonly Point[]
}

/** Training batches as a running mean, held-out measurements as they are. */
export function curvesOf(
  name: MetricName,
  metrics: readonly StepMetric[],
  heldOut: readonly HeldOutMetric[],
): Curves {
  const points = (
    list: readonly { readonly step: number; readonly loss: number; readonly accuracy: number }[],
  ) => list.map((metric) => ({ x: metric.step, y: metric[name] }))
  return { batch: smooth(points(metrics)), heldOut: points(heldOut).filter(({ y }) => Number.isFinite(y)) }
}

export function seriesOf(curves: Curves, labels: Readonly<Record<keyof Curves, string>>): Series[] {
  return [
    { id: 'batch', label: labels.batch, kind: 'line', points: curves.batch },
    { id: 'heldOut', label: labels.heldOut, kind: 'points', points: curves.heldOut },
  ]
}

export interface CurveRow {
  readonly step: number
  readonly batch: number | null
  readonly heldOut: number | null
}

/** One row a training step, with the held-out value where one was measured at that very step. */
export function curveRows({ batch, heldOut }: Curves): CurveRow[] {
  const measured = new Map(heldOut.map(({ x, y }) => [x, y]))
  const trained = new Map(batch.map(({ x, y }) => [x, y]))
  const steps = [...new Set([...trained.keys(), ...measured.keys()])].sort((a, b) => a - b)
  return steps.map((step) => ({
    step,
    batch: trained.get(step) ?? null,
    heldOut: measured.get(step) ?? null,
  }))
}

export interface CurveSummary {
  readonly step: number
  readonly first: number
  readonly batch: number
  readonly heldOut: number | null
  /** At which step that was measured. */
  readonly heldOutStep: number | null
}

/** null: nothing trained yet. */
export function curveSummary({ batch, heldOut }: Curves): CurveSummary | null {
  const first = batch[0]
  const last = batch[batch.length - 1]
  if (first === undefined || last === undefined) return null
  const measured = lastAt(heldOut, last.x)
  return {
    step: last.x,
    first: first.y,
    batch: last.y,
    heldOut: measured?.y ?? null,
    heldOutStep: measured?.x ?? null,
  }
}
