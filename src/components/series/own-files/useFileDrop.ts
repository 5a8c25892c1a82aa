import { useEffect, useRef } from 'react'
import { droppedFiles } from '../../droppedFiles.ts'
import { useAppStore } from '../../store.tsx'

/** Files may be let fall anywhere: a browser would otherwise leave the page to show them. */
export function useFileDrop(
  onFiles: (files: readonly File[]) => void,
  onOver: (over: boolean) => void,
): void {
  const store = useAppStore()
  const latest = useRef(onFiles)
  useEffect(() => {
    latest.current = onFiles
  })
  useEffect(() => {
    const carries = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    const drag = (event: DragEvent) => {
      if (!carries(event)) return
      event.preventDefault()
      onOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) onOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!carries(event)) return
      event.preventDefault()
      onOver(false)
      void droppedFiles(event).then((files) => {
        if (files.length > 0 && store.getState().net === 'series') latest.current(files)
      })
    }
    window.addEventListener('dragover', drag)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', drag)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [store, onOver])
}
