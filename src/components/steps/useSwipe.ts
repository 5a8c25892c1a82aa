import { type PointerEvent, useRef } from 'react'
import { swipeOf } from './swipe.ts'

/** What keeps its own gestures. */
const controls = 'a, button, input, select, textarea, label, summary, [tabindex], [role="slider"]'

interface Start {
  readonly pointer: number
  readonly x: number
  readonly y: number
}

/**
 * Handlers for an element that is swiped with one finger. Its style sheet needs `touch-action: pan-y pinch-zoom`:
 * without it the browser takes sideways movements for itself.
 */
export function useSwipe(onSwipe: (to: 'next' | 'back') => void) {
  const start = useRef<Start | null>(null)
  const forget = () => {
    start.current = null
  }
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.pointerType !== 'touch') return
      // A second finger makes it a pinch; in an enlarged page a finger looks around.
      const one = event.isPrimary && (window.visualViewport?.scale ?? 1) <= 1
      start.current =
        one && !isTaken(event.target as Element, event.currentTarget)
          ? { pointer: event.pointerId, x: event.clientX, y: event.clientY }
          : null
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      const from = start.current
      forget()
      if (from === null || from.pointer !== event.pointerId) return
      // A long press and a drag select text.
      if (window.getSelection()?.isCollapsed === false) return
      const to = swipeOf(event.clientX - from.x, event.clientY - from.y)
      if (to !== null) onSwipe(to)
    },
    onPointerCancel: forget,
  }
}

/** True on a control, and on what scrolls sideways by itself, like a long formula. */
function isTaken(target: Element, within: Element): boolean {
  for (let at: Element | null = target; at !== null && at !== within; at = at.parentElement)
    if (at.matches(controls) || scrollsSideways(at)) return true
  return false
}

function scrollsSideways(element: Element): boolean {
  const { overflowX } = getComputedStyle(element)
  return (overflowX === 'auto' || overflowX === 'scroll') && element.scrollWidth > element.clientWidth
}
