import { useMemo } from 'react'
import type { Picture } from '../../model/state/pictures.ts'
import { pinned, selection, site, view } from '../../model/state/selection.ts'
import type { ShownNetwork } from '../../model/state/shown.ts'
import { shownNetwork } from '../../model/state/shownRun.ts'
import { picture } from '../../model/state/shownSamples.ts'
import type { Selection } from '../../model/state/store.ts'
import type { BlockView } from '../../model/state/view.ts'
import { useApp } from '../store.tsx'
import { useThrottled } from '../training/charts/useThrottled.ts'
import { type FigureData, figureData } from './figureData.ts'
import { stripOf } from './strip.ts'
import type { Strip } from './stripParts.ts'

export interface Figure {
  readonly data: FigureData
  /** Numbers change at most four times a second while training; marks follow every frame. */
  readonly printed: FigureData
  readonly traces: BlockView
  readonly shown: ShownNetwork
  /** What is explained now: hovered, else pinned. */
  readonly at: Selection
  readonly pinned: Selection
  readonly picture: Picture
  /** The arithmetic of what is explained; null where there is none to write. */
  readonly strip: Strip | null
}

/** What the figure and the line of arithmetic below it show; null while something is on its way. */
export function useFigure(): Figure | null {
  const here = useApp(site)
  const traces = useApp(view)
  const shown = useApp(shownNetwork)
  const at = useApp(selection)
  const pin = useApp(pinned)
  const a = useApp(picture)
  const edits = useApp((state) => state.edit)
  const playing = useApp((state) => state.engine.phase === 'running')
  const data = useMemo(
    () => (here === null || traces === null ? null : figureData(here, traces)),
    [here, traces],
  )
  const now = useMemo(
    () =>
      here === null || traces === null || shown === null
        ? null
        : {
            data,
            source: { site: here, trace: traces.trace, plan: shown.plan, weights: shown.weights, edits },
          },
    [here, traces, shown, data, edits],
  )
  const throttled = useThrottled(now)
  // Numbers may lag behind the marks, but not behind a change of network or site.
  const fits = throttled?.source.site === here && throttled?.source.plan === shown?.plan
  const printed = playing && fits ? throttled : now
  const strip = useMemo(
    () => (printed === null || at === null ? null : stripOf(at, printed.source)),
    [printed, at],
  )
  const numbers = printed?.data ?? data
  // The same object as long as nothing in it changes: it is remembered, and throttled, as a whole.
  return useMemo(() => {
    if (data === null || numbers === null || traces === null) return null
    if (shown === null || at === null || pin === null || a === null) return null
    return { data, printed: numbers, traces, shown, at, pinned: pin, picture: a, strip }
  }, [data, numbers, traces, shown, at, pin, a, strip])
}
