import { useMemo } from 'react'
import { pinned, site, view } from '../../model/state/selection.ts'
import { shownNetwork } from '../../model/state/shownRun.ts'
import { otherPicture, picture } from '../../model/state/shownSamples.ts'
import { useApp } from '../store.tsx'
import { useThrottled } from '../training/charts/useThrottled.ts'
import { type NoteFacts, noteFacts } from './noteFacts.ts'
import type { Controls } from './resultFacts.ts'

/** Notes are read, not watched: while it trains their numbers change so often. */
const noteMs = 1000

/** What `StepNotes`, `UseIt` and the first screen say, of what is on show; null while that is on its way. */
export function useNoteFacts(controls: Controls | null): NoteFacts | null {
  const shown = useApp(shownNetwork)
  const here = useApp(site)
  const traces = useApp(view)
  const at = useApp(pinned)
  const a = useApp(picture)
  const b = useApp(otherPicture)
  const dropBias = useApp((state) => state.edit.dropBias)
  const studies = useApp((state) => state.studies)
  const playing = useApp((state) => state.engine.phase === 'running')
  const now = useMemo(() => {
    if (shown === null || here === null || traces === null || at === null || a === null) return null
    return { shown, plan: shown.plan, site: here, view: traces, at: at.index, picture: a, other: b }
  }, [shown, here, traces, at, a, b])
  const throttled = useThrottled(now, noteMs)
  const fits = throttled?.site === here && throttled?.plan === shown?.plan
  const told = playing && fits ? throttled : now
  return useMemo(() => {
    if (told === null) return null
    const { c: channel, h, w } = told.at
    return noteFacts({
      ...{ ...told, at: { channel, cell: { h, w } }, lent: null },
      ...{ dropBias, studies, controls },
    })
  }, [told, dropBias, studies, controls])
}
