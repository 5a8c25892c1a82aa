/** The reader's run as the page holds it: what play starts, and what each frame adds. */
import type {
  Checkpoint,
  Frame,
  PopulationStats,
  RunConfig,
  StepMetric,
} from '../../../model/engine/protocol.ts'
import { imageNetworkConfig, isSeriesConfig } from '../../../model/networks/config.ts'
import { networkPlan } from '../../../model/networks/networkPlan.ts'
import type { StoredPopulation } from '../../../model/networks/snapshotTypes.ts'
import { initialWeights } from '../../../model/networks/weights.ts'
import { record } from '../../../model/state/history.ts'
import { seriesConfigOf } from '../../../model/state/series.ts'
import { trainingChoices } from '../../../model/state/shownRun.ts'
import type { LiveRun } from '../../../model/state/slices/run.ts'
import type { AppState } from '../../../model/state/store.ts'
import { snapshotOf } from '../../../model/state/storedRun.ts'

/** The run that play starts: the network on show, with the reader's r and with or without SE. */
export function wantedRun(state: AppState): RunConfig {
  const { net, problem } = state
  if (net === 'series') {
    if (problem === null) throw new Error('the series are still on their way')
    return {
      net,
      network: seriesConfigOf(state, problem.problem),
      data: problem.key,
      seed: state.seed,
      ...trainingChoices(state),
    }
  }
  const stored = snapshotOf(state)?.config
  return {
    net,
    network: {
      ...imageNetworkConfig(net),
      ...(stored === undefined || isSeriesConfig(stored) ? {} : stored),
      place: state.place,
      squeeze: state.squeeze,
      gate: state.gate,
      seed: state.seed,
      squeezeExcite: state.snapshot === 'se',
      ...(state.r === null ? {} : { ratio: state.r }),
    },
    seed: state.seed,
    ...trainingChoices(state),
  }
}

/** Whether one run can stand for the other; what is tuned while it trains does not count. */
export function sameNetwork(a: RunConfig, b: RunConfig): boolean {
  return (
    a.net === b.net &&
    a.seed === b.seed &&
    a.batchSize === b.batchSize &&
    a.backend === b.backend &&
    (a.net === 'series' ? a.data : '') === (b.net === 'series' ? b.data : '') &&
    JSON.stringify(a.network) === JSON.stringify(b.network)
  )
}

/** The reader's own series, if the run learns from them. */
export function ownOf({ data, own, preparation }: AppState, { net }: RunConfig): LiveRun['own'] {
  return net === 'series' && data === 'own' && own !== null ? { own, preparation } : null
}

/** A run before its first frame. @param from where it goes on, if it is not new @param own see `LiveRun` */
export function emptyRun(
  run: number,
  config: RunConfig,
  from?: Checkpoint,
  own: LiveRun['own'] = null,
): LiveRun {
  const plan = networkPlan(config.network)
  return {
    run,
    config,
    plan,
    weights: from?.weights ?? initialWeights(plan, config.network.seed),
    step: from?.step ?? 0,
    epoch: 0,
    metrics: [],
    heldOut: [],
    chosen: from?.schedule?.chosen ?? null,
    computedBefore: from?.computedBy ?? null,
    stepsPerSecond: 0,
    tensors: 0,
    history: [],
    population: [],
    populationStep: null,
    own,
  }
}

/** A chart is some hundred pixels wide, and every frame walks along all of them. */
const mostMetrics = 8192

/** When there are too many, neighbours become their mean: as many steps to each from the first to the last. */
function bounded(metrics: readonly StepMetric[]): readonly StepMetric[] {
  if (metrics.length <= mostMetrics) return metrics
  const width = Math.ceil((2 * (metrics.at(-1)?.step ?? 0)) / mostMetrics)
  const groups: StepMetric[][] = []
  let place = Number.NaN
  for (const metric of metrics) {
    const here = Math.ceil(metric.step / width)
    if (here !== place) groups.push([])
    groups.at(-1)?.push(metric)
    place = here
  }
  return groups.map((group) => ({
    step: group.at(-1)?.step ?? 0,
    loss: mean(group.map(({ loss }) => loss)),
    accuracy: mean(group.map(({ accuracy }) => accuracy)),
  }))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Steps can go back: a restored run drops what came after. */
export function withFrame(live: LiveRun, frame: Frame): LiveRun {
  const back = frame.step < live.step
  const metrics = back ? live.metrics.filter((one) => one.step <= frame.step) : live.metrics
  const heldOut = back ? live.heldOut.filter((one) => one.step <= frame.step) : live.heldOut
  return {
    ...live,
    weights: frame.weights,
    step: frame.step,
    epoch: frame.epoch,
    metrics: frame.metrics.length === 0 ? metrics : bounded([...metrics, ...frame.metrics]),
    // Every frame repeats the last measurement.
    heldOut:
      frame.heldOut === null || frame.heldOut.step === heldOut.at(-1)?.step
        ? heldOut
        : [...heldOut, frame.heldOut],
    chosen: frame.chosen,
    stepsPerSecond: frame.stepsPerSecond,
    tensors: frame.tensors,
    history: record(live.history, { step: frame.step, weights: frame.weights }),
    // Gates of a state that is given up may be no numbers.
    ...(live.populationStep === null || live.populationStep <= frame.step
      ? {}
      : { population: [], populationStep: null }),
  }
}

export function stored(stats: PopulationStats): StoredPopulation[] {
  return stats.sites.map((one) => ({
    site: one.id,
    meanGate: [...one.meanGate],
    meanGateByGroup: one.meanGateByGroup.map((gates) => [...gates]),
    deadHidden: one.deadHidden,
    count: stats.count,
  }))
}
