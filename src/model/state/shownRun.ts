/** What the panels ask of the reader's run and of the network on show. Each result is the same object as long as its inputs are. */

import type { SeriesProblem } from '../data/series/types.ts'
import type { RunConfig, SeriesRunConfig } from '../engine/protocol.ts'
import type { SeriesNetworkConfig } from '../networks/config.ts'
import type { Snapshot } from '../networks/snapshotTypes.ts'
import { blockChanges } from './blockChanges.ts'
import { recordAt } from './history.ts'
import { lastCalls, memo } from './lastCalls.ts'
import { choicesKey, type SeriesChoices, sameDesign, seriesConfigOf, untrainedSeries } from './series.ts'
import { type BlockChanges, type ShownNetwork, shownOf, withOtherBlock } from './shown.ts'
import type { HeldFrame, LiveRun, TrainingChoices } from './slices/run.ts'
import type { AppState } from './store.ts'
import { isStoredSeries, snapshotOf } from './storedRun.ts'

/** As many as there are ratios to go through. */
const changedBlock = lastCalls(6, (snapshot: Snapshot, json: string) =>
  withOtherBlock(shownOf(snapshot), JSON.parse(json) as BlockChanges),
).call

const liveAt = memo(
  (live: LiveRun, weights: LiveRun['weights'], step: number): ShownNetwork => ({
    origin: 'live',
    config: live.config.network,
    plan: live.plan,
    weights,
    step,
    population: live.population,
    featuredSample: null,
    sameUntil: null,
  }),
)

type RunChoices = SeriesChoices & Pick<AppState, 'live' | 'net' | 'place' | 'problem'>

/** Every panel asks at every change of the state. */
const isDesignOf = lastCalls(2, (network: SeriesNetworkConfig, problem: SeriesProblem, json: string) =>
  sameDesign(network, seriesConfigOf(JSON.parse(json) as SeriesChoices, problem)),
).call

function isSeriesRun({ data, network }: SeriesRunConfig, choices: RunChoices): boolean {
  const { problem } = choices
  return problem?.key === data && isDesignOf(network, problem.problem, choicesKey(choices))
}

/** The reader's run, if it trains the network on show; a run of another one waits unseen. */
export function liveRun(choices: RunChoices): LiveRun | null {
  const { live, net, snapshot, r } = choices
  if (live === null || live.config.net !== net) return null
  if (live.config.net === 'series') return isSeriesRun(live.config, choices) ? live : null
  const { squeezeExcite, ratio, squeeze, gate, place } = live.config.network
  if (!squeezeExcite) return snapshot === 'plain' ? live : null
  const isSameBlock =
    (r === null || r === ratio) &&
    squeeze === choices.squeeze &&
    gate === choices.gate &&
    place === choices.place
  return snapshot === 'se' && isSameBlock ? live : null
}

const choicesIn = memo(
  ({ batchSize, learningRate, backend, stopAtAccuracy, maxStepsPerSecond }: RunConfig): TrainingChoices => ({
    batchSize,
    learningRate,
    backend,
    stopAtAccuracy,
    maxStepsPerSecond,
  }),
)

/** What the run on show trains with, or else what a new one would. */
export function trainingChoices(state: AppState): TrainingChoices {
  const live = liveRun(state)
  return live === null ? state.training : choicesIn(live.config)
}

/** The frame that is held of the run on show; one of an earlier run is none. */
export function heldFrame(state: AppState): HeldFrame | null {
  const held = state.heldFrame
  return held !== null && held.run === liveRun(state)?.run && state.at === null ? held : null
}

/** null only while a snapshot is on its way. */
export function shownNetwork(state: AppState): ShownNetwork | null {
  const live = liveRun(state)
  if (live !== null) {
    const { at } = state
    const past = at === null ? heldFrame(state) : recordAt(live.history, at)
    return past === null ? liveAt(live, live.weights, live.step) : liveAt(live, past.weights, past.step)
  }
  const snapshot = snapshotOf(state)
  if (state.net === 'series' && !isStoredSeries(state)) {
    return state.problem === null ? null : untrainedSeries(state.problem.problem, choicesKey(state))
  }
  if (snapshot === null) return null
  const changes = blockChanges(state, snapshot)
  return changes === null
    ? shownOf(snapshot)
    : changedBlock(snapshot, JSON.stringify({ ...changes, seed: state.seed }))
}
