import { useEffect } from 'react'
import { forwardNetwork } from '../../model/networks/forward.ts'
import type { Snapshot, Study } from '../../model/networks/snapshotTypes.ts'
import { view } from '../../model/state/selection.ts'
import { shownSnapshot } from '../../model/state/shown.ts'
import { shownNetwork } from '../../model/state/shownRun.ts'
import { otherPicture, picture } from '../../model/state/shownSamples.ts'
import type { AppState } from '../../model/state/store.ts'
import { isStoredSeries, snapshotOf, storedName } from '../../model/state/storedRun.ts'
import { atEverySite } from '../../model/state/view.ts'
import { argmax } from '../../model/tensor.ts'
import { ensureSnapshot, ensureStudies } from '../page/files.ts'
import { useApp, useAppStore } from '../store.tsx'
import { type TextKey, useText } from '../text/i18n.tsx'
import { shortened } from '../text/shortened.ts'
import { useClassName } from '../useClassName.ts'
import { useCover } from '../useCover.ts'

/** One way of reading: with other gates, or by a network that was trained without them. */
export interface Comparison {
  readonly name: TextKey
  /** What it shows, and what it does not. */
  readonly what: TextKey | null
  /** What is read in this picture. */
  readonly here: Answer
  /** Right over the held-out pictures, mean of the seeds; null where there is no study of the network on show. */
  readonly share: Spread | null
}

export interface Answer {
  readonly whole: string
  /** With as much of a long name as there is room for in the figure. */
  readonly short: string
}

export interface Spread {
  readonly mean: string
  readonly least: string
  readonly most: string
}

export interface Comparisons {
  readonly rows: readonly Comparison[]
  /** null: the network on show is not the one that was studied. */
  readonly study: Study | null
  readonly hasBar: boolean
}

/** Characters of a class's name. */
const mostInFigure = 12

/** The stored run without SE of the same problem and design; null while it is on its way, or if there is none. */
function plainSnapshot(state: AppState): Snapshot | null {
  if (state.net === 'series' && !isStoredSeries(state)) return null
  return state.snapshots[`${storedName(state)}-plain`] ?? null
}

/** The study of the stored run on show. A run of the reader's, another r or random weights are other networks. */
function shownStudy(state: AppState): Study | null {
  if (shownNetwork(state)?.origin !== 'snapshot' || snapshotOf(state) === null) return null
  return state.studies[storedName(state)] ?? null
}

/** Comparisons for this picture and over many, never merged into one number; null while something is on its way. */
export function useComparisons(): Comparisons | null {
  const store = useAppStore()
  const { t, number } = useText()
  const stored = useApp(storedName)
  const study = useApp(shownStudy)
  const plain = useApp(plainSnapshot)
  const shown = useApp(shownNetwork)
  const traces = useApp(view)
  const a = useApp(picture)
  const b = useApp(otherPicture)
  const covered = useCover()
  const className = useClassName()
  useEffect(() => {
    void ensureStudies(store)
    void ensureSnapshot(store, `${stored}-plain`)
  }, [store, stored])
  if (traces === null || shown === null || a === null) return null
  const withoutSe = plain === null ? null : forwardNetwork(shownSnapshot(plain).plan, plain.weights, a.input)
  const reads = (probabilities: Float32Array | undefined): Answer => {
    if (covered('reading')) return { whole: '?', short: '?' }
    if (probabilities === undefined) return { whole: '–', short: '–' }
    const best = argmax(probabilities)
    const probability = number.percent(probabilities[best] ?? 0)
    const words = (prediction: string) => t('step.result.plainAnswer', { prediction, probability })
    return { whole: words(className(best)), short: words(shortened(className(best), mostInFigure)) }
  }
  // A network without the block has no gates to hold or to change.
  const withGates = (source: 'mean' | 'ones' | 'transplant') =>
    reads(!shown.config.squeezeExcite ? undefined : atEverySite(shown, a, b, source)?.probabilities.data)
  const over = (pick: (study: Study) => readonly number[]) =>
    study === null ? null : spreadOf(pick(study), number.percent1)
  const rows: Comparison[] = [
    {
      name: 'step.result.own',
      what: null,
      here: reads(shown.config.squeezeExcite ? traces.own.probabilities.data : undefined),
      share: over((s) => s.ownGates),
    },
    {
      name: 'step.result.frozen',
      what: 'step.result.frozenWhat',
      here: withGates('mean'),
      share: over((s) => s.frozenGates),
    },
    {
      name: 'step.result.ones',
      what: 'step.result.onesWhat',
      here: withGates('ones'),
      share: over((s) => s.gatesAtOne),
    },
    {
      name: shown.origin === 'snapshot' ? 'step.result.plain' : 'step.result.plainStored',
      what: 'step.result.plainWhat',
      here: reads(withoutSe?.probabilities.data),
      share: over((s) => s.withoutSe),
    },
  ]
  if (a.bar !== null)
    rows.push({
      name: 'step.result.transplanted',
      what: 'step.result.transplantedWhat',
      here: withGates('transplant'),
      share: over((s) => s.transplanted),
    })
  return { rows, study, hasBar: a.bar !== null }
}

function spreadOf(values: readonly number[], format: (x: number) => string): Spread | null {
  if (values.length === 0) return null
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return {
    mean: format(mean),
    least: format(Math.min(...values)),
    most: format(Math.max(...values)),
  }
}
