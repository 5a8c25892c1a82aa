import { useEffect } from 'react'
import { noteDropped } from '../../model/state/slices/data.ts'
import { storedName } from '../../model/state/storedRun.ts'
import { droppedFiles } from '../droppedFiles.ts'
import { useSeriesParts } from '../seriesContext.ts'
import { useApp, useAppStore } from '../store.tsx'
import { ensureHeldOut, ensureSnapshot } from './files.ts'
import { followFocus } from './followFocus.ts'

/** What the page keeps in step with the state: attributes of the document, files that are needed, the focus. */
export function useDocument(): void {
  const store = useAppStore()
  useEffect(() => followFocus(document.body), [])
  const theme = useApp((state) => state.theme)
  const projector = useApp((state) => state.projector)
  const net = useApp((state) => state.net)
  const snapshot = useApp((state) => state.snapshot)
  const sample = useApp((state) => state.sample)
  useEffect(() => {
    const root = document.documentElement
    if (theme === 'system') delete root.dataset.theme
    else root.dataset.theme = theme
    root.dataset.projector = String(projector)
  }, [theme, projector])
  const stored = useApp(storedName)
  const parts = useSeriesParts()
  const data = useApp((state) => state.data)
  const task = useApp((state) => state.task)
  const plant = useApp((state) => state.plant)
  const own = useApp((state) => state.own)
  const preparation = useApp((state) => state.preparation)
  const gestures = useApp((state) => state.gestures)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the choices are read from the store
  useEffect(() => {
    void parts?.ensureProblem(store)
  }, [store, parts, data, task, plant, own, preparation, gestures])
  useEffect(() => {
    void ensureSnapshot(store, `${stored}-se`)
    if (snapshot !== 'se') void ensureSnapshot(store, `${stored}-${snapshot}`)
  }, [store, stored, snapshot])
  useEffect(() => {
    if (sample === null || sample.kind === 'drawn') return
    const stored = store
      .getState()
      .snapshots[`${net}-se`]?.samples.some((one) => sample.kind === 'heldOut' && one.index === sample.index)
    if (stored !== true) void ensureHeldOut(store)
  }, [store, net, sample])
}

/** A file that is let fall where nobody takes it would otherwise replace the page, and a run with it: it is kept, and said. */
export function useNoAccident(): void {
  const store = useAppStore()
  useEffect(() => {
    const hold = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault()
    }
    const keep = (event: DragEvent) => {
      hold(event)
      void droppedFiles(event).then((files) => {
        if (files.length > 0 && store.getState().net !== 'series') noteDropped(store, files)
      })
    }
    window.addEventListener('dragover', hold)
    window.addEventListener('drop', keep)
    return () => {
      window.removeEventListener('dragover', hold)
      window.removeEventListener('drop', keep)
    }
  }, [store])
}
