/** What the panels ask of the place in the network: site, values there, what is selected. Each result is the same object as long as its inputs are. */

import type { Site } from '../networks/planTypes.ts'
import type { Snapshot } from '../networks/snapshotTypes.ts'
import { noEdits } from './edits.ts'
import { lastCalls, memo } from './lastCalls.ts'
import type { Picture } from './pictures.ts'
import { mapSize, type ShownNetwork, shownOf, siteOrFirst } from './shown.ts'
import { shownNetwork } from './shownRun.ts'
import { otherPicture, picture } from './shownSamples.ts'
import type { AppState, Selection } from './store.ts'
import { namingSnapshot } from './storedRun.ts'
import { type BlockView, blockView, ownTrace } from './view.ts'

export function site(state: AppState): Site | null {
  const shown = shownNetwork(state)
  return shown === null ? null : siteOrFirst(shown.plan, state.site)
}

/** As the study over many pictures has it: the gates of every site stand at their mean. */
const heldView = lastCalls(
  2,
  (shown: ShownNetwork, siteId: string, a: Picture, b: Picture | null): BlockView => {
    const as = blockView(shown, siteId, a, b, noEdits)
    return { ...as, trace: as.frozen ?? as.trace }
  },
).call

export function view(state: AppState): BlockView | null {
  const shown = shownNetwork(state)
  const a = picture(state)
  if (shown === null || a === null) return null
  const [id, b] = [siteOrFirst(shown.plan, state.site).id, otherPicture(state)]
  return state.comparing ? heldView(shown, id, a, b) : blockView(shown, id, a, b, state.edit)
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
