import { useEffect, useRef, useState } from 'react'
import type { OpenRows } from '../../model/state/openRows.ts'
import { foldedHeight } from '../../viz/loom/layout.ts'

const durationMs = 220

/** Rows change their height, they do not jump; at once with reduced motion, and where the browser is busy. */
export function useTweenedRows(target: OpenRows): OpenRows {
  const [shown, setShown] = useState(target)
  const from = useRef(target)
  useEffect(() => {
    const start = from.current
    if (start === target) return
    if (start.whole !== target.whole || matchMedia('(prefers-reduced-motion: reduce)').matches) {
      from.current = target
      setShown(target)
      return
    }
    let frame = 0
    const began = performance.now()
    const turn = (now: number) => {
      // A frame that was late carries the time at which it was due: before the start.
      const share = Math.max(0, Math.min(1, (now - began) / durationMs))
      const next = share === 1 ? target : between(start, target, 1 - (1 - share) ** 3)
      from.current = next
      setShown(next)
      if (share < 1) frame = requestAnimationFrame(turn)
    }
    frame = requestAnimationFrame(turn)
    return () => cancelAnimationFrame(frame)
  }, [target])
  return shown
}

/** What opens grows from a folded strip, what folds shrinks to one. */
function between(start: OpenRows, end: OpenRows, share: number): OpenRows {
  const heights: Record<string, number> = {}
  for (const row of end.order) {
    const [a, b] = [start.heights[row], end.heights[row]]
    if (b === undefined) continue
    heights[row] = (a ?? foldedHeight) + (b - (a ?? foldedHeight)) * share
  }
  return { ...end, heights, extra: start.extra + (end.extra - start.extra) * share }
}
