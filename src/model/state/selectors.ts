/** What the panels ask of the state. Each result is the same object as long as its inputs are. */

import type { SeriesProblem } from '../data/series/types.ts'
import type { RunConfig, SeriesRunConfig } from '../engine/protocol.ts'
import type { ImageNetId, SeriesNetworkConfig } from '../networks/config.ts'
import type { Site } from '../networks/planTypes.ts'
import type { Snapshot, StoredSample, StudyId } from '../networks/snapshotTypes.ts'
import { blockChanges } from './blockChanges.ts'
import { noEdits } from './edits.ts'
import { fields } from './fields.ts'
import { recordAt } from './history.ts'
import { lastCalls, memo } from './lastCalls.ts'
import { type Picture, pictureOf, withOtherBar } from './pictures.ts'
import type { SampleSpec } from './sampleCode.ts'
import {
  choicesKey,
  type LoadedProblem,
  type SeriesChoices,
  sameDesign,
  seriesConfigOf,
  seriesPicture,
  untrainedSeries,
} from './series.ts'
import {
  type BlockChanges,
  mapSize,
  type ShownNetwork,
  shownSnapshot,
  siteOrFirst,
  withOtherBlock,
} from './shown.ts'
import type { HeldFrame, LiveRun, TrainingChoices } from './slices/run.ts'
import type { AppState, Selection } from './store.ts'
import { type BlockView, blockView, ownTrace } from './view.ts'

/** Problems of the series network that stored runs exist for, and what the runs are called. */
const storedSeries: Readonly<Partial<Record<string, 'series' | 'cued'>>> = {
  'weather-city': 'series',
  cued: 'cued',
}

/** What the stored runs of the network on show are called: `…-se` and `…-plain`. */
export function storedName({ net, problem, data }: Pick<AppState, 'net' | 'problem' | 'data'>): StudyId {
  if (net !== 'series') return net
  return storedSeries[problem?.key ?? data] ?? 'series'
}

/** The stored run of the network on show; null while it is on its way, or if there is none. */
export function snapshotOf(state: Pick<AppState, StoredChoices | 'net' | 'snapshots'>): Snapshot | null {
  if (state.net === 'series' && !isStoredSeries(state)) return null
  return state.snapshots[`${storedName(state)}-${state.snapshot}`] ?? null
}

/** The snapshot that names pictures and featuredSample, also when the network without SE is shown. */
function namingSnapshot(state: AppState): Snapshot | null {
  return state.net === 'series'
    ? snapshotOf(state)
    : (state.snapshots[`${state.net}-se`] ?? snapshotOf(state))
}

/** The one on show, and the one that names what is on show. */
const shownOf = lastCalls(2, (snapshot: Snapshot) => shownSnapshot(snapshot)).call

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

type StoredChoices =
  | 'problem'
  | 'data'
  | 'task'
  | 'size'
  | 'lstm'
  | 'dimensionShuffle'
  | 'snapshot'
  | 'squeeze'
  | 'gate'

/** Whether a stored run exists for the problem, the size, the switches and the block. */
export function isStoredSeries(choices: Pick<AppState, StoredChoices>): boolean {
  const { problem, data, task, size, lstm, dimensionShuffle, snapshot, squeeze, gate } = choices
  const key = problem?.key ?? (data === 'weather' ? `weather-${task}` : data)
  const isStoredBlock =
    snapshot === 'plain' || (squeeze === fields.squeeze.initial && gate === fields.gate.initial)
  return storedSeries[key] !== undefined && size === 'small' && lstm && dimensionShuffle && isStoredBlock
}

/** Sample A: the reader's choice, or the featuredSample's picture in its version A. */
const specOf = memo((sample: SampleSpec | null, snapshot: Snapshot | null): SampleSpec => {
  if (sample !== null) return sample
  const featured = snapshot?.featuredSample
  if (featured != null) return { kind: 'heldOut', index: featured.index, bar: featured.barA }
  const stored = snapshot?.samples[0]
  return {
    kind: 'heldOut',
    index: stored?.index ?? 0,
    bar: snapshot?.net === 'inks' ? (stored?.bar ?? 0) : null,
  }
})

export function sampleSpec(state: AppState): SampleSpec {
  return specOf(state.sample, namingSnapshot(state))
}

const noSamples: readonly StoredSample[] = []

const pictureFor = memo(
  (
    net: ImageNetId,
    snapshot: Snapshot | null,
    heldOut: AppState['heldOut'],
    drawn: AppState['drawn'],
    spec: SampleSpec,
  ): Picture | null => pictureOf({ net, stored: snapshot?.samples ?? noSamples, heldOut, drawn }, spec),
)

/** The picture on show; the first stored one while the held-out file is on its way. */
export function picture(state: AppState): Picture | null {
  if (state.net === 'series') {
    return state.problem === null ? null : seriesFor(state.problem, sampleSpec(state))
  }
  const { net } = state
  const snapshot = namingSnapshot(state)
  return (
    pictureFor(net, snapshot, state.heldOut, state.drawn, sampleSpec(state)) ??
    (snapshot === null ? null : firstStored(snapshot))
  )
}

/** Remembered by itself: asking for the wanted picture in between must not make it another object. */
const firstStored = memo((snapshot: Snapshot): Picture | null => {
  const first = snapshot.samples[0]
  return first === undefined || snapshot.net === 'series'
    ? null
    : pictureOf(
        { net: snapshot.net, stored: snapshot.samples, heldOut: null, drawn: null },
        { kind: 'heldOut', index: first.index, bar: null },
      )
})

/** The first series where the wanted one does not exist in this problem. */
const seriesFor = lastCalls(2, (loaded: LoadedProblem, spec: SampleSpec): Picture | null => {
  const first = { kind: 'heldOut', index: 0, bar: null } as const
  return seriesPicture(loaded, spec.kind === 'heldOut' ? spec : first) ?? seriesPicture(loaded, first)
}).call

/** The next series of another class, or the same one with the other cue. */
const otherSeries = memo((loaded: LoadedProblem, shown: Picture): Picture | null => {
  if (shown.spec.kind !== 'heldOut') return null
  if (shown.bar !== null) {
    return seriesPicture(loaded, { ...shown.spec, bar: shown.bar === 0 ? 1 : 0 })
  }
  const { y, count } = loaded.problem.test
  const { index } = shown.spec
  for (let ahead = 1; ahead < count; ahead++) {
    const other = (index + ahead) % count
    if (y[other] !== y[index]) return seriesPicture(loaded, { kind: 'heldOut', index: other, bar: null })
  }
  return null
})

const otherBar = memo((shown: Picture) => withOtherBar(shown))

/** Sample B: the same picture with the bar in the other ink; for `digits` the next stored picture. */
export function otherPicture(state: AppState): Picture | null {
  const shown = picture(state)
  if (shown === null) return null
  const { net } = state
  if (net === 'series') return state.problem === null ? null : otherSeries(state.problem, shown)
  if (shown.bar !== null) return otherBar(shown)
  const snapshot = namingSnapshot(state)
  if (snapshot === null) return null
  return otherStored(net, snapshot, state.heldOut, state.drawn, shown)
}

const otherStored = memo(
  (
    net: ImageNetId,
    snapshot: Snapshot,
    heldOut: AppState['heldOut'],
    drawn: AppState['drawn'],
    shown: Picture,
  ): Picture | null => {
    const other = snapshot.samples.find((sample) => sample.labels[0] !== shown.label)
    return other === undefined
      ? null
      : pictureOf(
          { net, stored: snapshot.samples, heldOut, drawn },
          { kind: 'heldOut', index: other.index, bar: null },
        )
  },
)

export function site(state: AppState): Site | null {
  const shown = shownNetwork(state)
  return shown === null ? null : siteOrFirst(shown.plan, state.site)
}

const comparing = { ...noEdits, source: 'mean' } as const

export function view(state: AppState): BlockView | null {
  const shown = shownNetwork(state)
  const a = picture(state)
  if (shown === null || a === null) return null
  const edits = state.comparing ? comparing : state.edit
  return blockView(shown, siteOrFirst(shown.plan, state.site).id, a, otherPicture(state), edits)
}

/**
 * The cell that a step speaks of until the reader chooses one: where the channel's map of the stored run is largest,
 * off the edges and, of a picture, away from the bar at its left, so that window and sum are worth looking at. Not of a
 * run that trains: the cell would jump from frame to frame.
 */
const tellingCell = memo(
  (snapshot: Snapshot, shown: Picture, siteId: string, channel: number): AppState['cell'] => {
    const U = ownTrace(shownOf(snapshot), shown).sites[siteId]?.U
    if (U === undefined) return null
    const [first = 1, second = 1] = U.shape
    const [rows, columns] = U.axes.includes('t') ? [1, first] : [first, second]
    const channels = U.shape.at(-1) ?? 1
    const margin = (count: number) => (count > 6 ? 2 : 0)
    let best: AppState['cell'] = null
    let most = Number.NEGATIVE_INFINITY
    for (let h = margin(rows); h < rows - margin(rows); h++) {
      for (
        let w = shown.bar === null || rows === 1 ? margin(columns) : Math.ceil(columns * 0.45);
        w < columns - margin(columns);
        w++
      ) {
        const u = U.data[(h * columns + w) * channels + channel] ?? 0
        if (u > most) [most, best] = [u, { h, w }]
      }
    }
    return best
  },
)

/** The same object for the same place, whatever it was found by. */
const selectionAt = memo(
  (stage: Selection['stage'], c: number, k: number, h: number, w: number): Selection => ({
    stage,
    index: { c, k, h, w, t: w },
  }),
)

/** Of a site that the stored run names no channel of: the one whose mean gate differs most from group to group. */
const mostContrasted = memo((snapshot: Snapshot, siteId: string): number => {
  const groups = snapshot.population.find((one) => one.site === siteId)?.meanGateByGroup ?? []
  const spreads = (groups[0] ?? []).map((_, c) => {
    const gates = groups.map((group) => group[c] ?? 0)
    return Math.max(...gates) - Math.min(...gates)
  })
  return Math.max(0, spreads.indexOf(Math.max(...spreads)))
})

/** Pinned selection, clamped to the site; the featuredSample's channel where the reader has chosen none. */
export function pinned(state: AppState): Selection | null {
  const here = site(state)
  if (here === null) return null
  const snapshot = namingSnapshot(state)
  const featured = snapshot?.featuredSample
  const named = featured != null && featured.site === here.id ? featured.channel : null
  const channel = state.channel ?? named ?? (snapshot === null ? 0 : mostContrasted(snapshot, here.id))
  const a = state.cell === null && snapshot !== null ? picture(state) : null
  const cell = a === null || snapshot === null ? state.cell : tellingCell(snapshot, a, here.id, channel)
  const [rows, columns] = mapSize(here)
  const { h, w } = cell ?? { h: Math.floor(rows / 2), w: Math.floor(columns / 2) }
  return selectionAt(
    state.stage,
    Math.min(channel, here.channels - 1),
    Math.min(state.hidden, here.reduced - 1),
    Math.min(h, rows - 1),
    Math.min(w, columns - 1),
  )
}

const within = memo(({ channels, reduced }: Site, hover: Selection): Selection => {
  const { c, k } = hover.index
  if (c < channels && k < reduced) return hover
  return { ...hover, index: { ...hover.index, c: Math.min(c, channels - 1), k: Math.min(k, reduced - 1) } }
})

/** What the formula strip explains: the hovered value, else the pinned one. The pointer may rest while the block changes. */
export function selection(state: AppState): Selection | null {
  const here = site(state)
  return state.hover === null || here === null ? pinned(state) : within(here, state.hover)
}

/** True while site and channel are those that the stored run's text speaks of. */
export function isFeaturedChannel(state: AppState): boolean {
  const featured = namingSnapshot(state)?.featuredSample
  return (
    shownNetwork(state)?.origin === 'snapshot' &&
    featured != null &&
    site(state)?.id === featured.site &&
    pinned(state)?.index.c === featured.channel
  )
}
