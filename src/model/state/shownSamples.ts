/** What the panels ask of samples A and B. Each result is the same object as long as its inputs are. */

import type { ImageNetId } from '../networks/config.ts'
import type { Snapshot, StoredSample } from '../networks/snapshotTypes.ts'
import { lastCalls, memo } from './lastCalls.ts'
import { type Picture, pictureOf, withOtherBar } from './pictures.ts'
import type { SampleSpec } from './sampleCode.ts'
import { type LoadedProblem, seriesPicture } from './series.ts'
import type { AppState } from './store.ts'
import { namingSnapshot } from './storedRun.ts'

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
