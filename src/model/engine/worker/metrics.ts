/** Metrics that wait for the page to fetch them; a page that is away for an hour must not cost memory. */
import type { StepMetric } from '../protocol.ts'

const MOST_WAITING = 4096

export class MetricBuffer {
  private waiting: StepMetric[] = []

  push(metric: StepMetric): void {
    this.waiting.push(metric)
    if (this.waiting.length > MOST_WAITING) this.waiting = halve(this.waiting)
  }

  /** All that came since the last time, in order. */
  drain(): readonly StepMetric[] {
    const drained = this.waiting
    this.waiting = []
    return drained
  }

  /** Forgets the steps after `step`: the run went back. */
  rewind(step: number): void {
    this.waiting = this.waiting.filter((metric) => metric.step <= step)
  }
}

/** Neighbours become their mean, at the later step; the last one stays by itself if the number is odd. */
function halve(metrics: readonly StepMetric[]): StepMetric[] {
  const result: StepMetric[] = []
  for (let i = 0; i < metrics.length; i += 2) {
    const [a, b] = [metrics[i], metrics[i + 1]]
    if (a === undefined) break
    if (b === undefined) result.push(a)
    else result.push({ step: b.step, loss: (a.loss + b.loss) / 2, accuracy: (a.accuracy + b.accuracy) / 2 })
  }
  return result
}
