import { useEffect } from 'react'
import { stepIds } from '../../model/state/steps.ts'
import { goToStep } from '../../model/state/store.ts'
import { useAppStore } from '../store.tsx'
import { stepOfKey } from './stepKeys.ts'

/** ← → PageUp PageDown go through the lesson. */
export function useStepKeys(): void {
  const store = useAppStore()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { step, projector } = store.getState()
      const by = stepOfKey(event, projector, scrollY > 0)
      if (by === null) return
      const next = stepIds[stepIds.indexOf(step) + by]
      if (projector) {
        // The widget under the focus must not move as well, nor the page at either end of the lesson.
        event.preventDefault()
        event.stopPropagation()
        scrollTo({ top: 0 })
      }
      if (next === undefined) return
      event.preventDefault()
      goToStep(store, next)
    }
    // Presenting: before anybody else. Else: after all others had their chance.
    const capture = (event: KeyboardEvent) => store.getState().projector && onKey(event)
    const bubble = (event: KeyboardEvent) => store.getState().projector || onKey(event)
    document.addEventListener('keydown', capture, { capture: true })
    document.addEventListener('keydown', bubble)
    return () => {
      document.removeEventListener('keydown', capture, { capture: true })
      document.removeEventListener('keydown', bubble)
    }
  }, [store])
}
