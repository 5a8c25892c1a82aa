import { useMemo } from 'react'
import { noEdits } from '../../model/state/edits.ts'
import { otherPicture, picture, pinned, shownNetwork, site, view } from '../../model/state/selectors.ts'
import { blockView } from '../../model/state/view.ts'
import { useApp } from '../store.tsx'
import { type NoteFacts, noteFacts } from './noteFacts.ts'
import type { Controls } from './resultFacts.ts'

const lending = { ...noEdits, source: 'transplant' } as const

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
  return useMemo(() => {
    if (shown === null || here === null || traces === null || at === null || a === null) return null
    const { c: channel, h, w } = at.index
    return noteFacts({
      ...{ shown, plan: shown.plan, site: here, view: traces, picture: a, other: b },
      at: { channel, cell: { h, w } },
      lent: b === null ? null : blockView(shown, here.id, a, b, lending).trace,
      ...{ dropBias, studies, controls },
    })
  }, [shown, here, traces, at, a, b, dropBias, studies, controls])
}
