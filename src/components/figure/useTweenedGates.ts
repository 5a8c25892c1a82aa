import { useEffect, useRef, useState } from 'react'

const durationMs = 300

/**
 * Gates on their way to new values, so that a flip is seen; at once where they follow a run, and with reduced motion.
 * @param moves whether a change is to be seen as a movement
 */
export function useTweenedGates(values: Float32Array, moves: boolean): Float32Array {
  const [shown, setShown] = useState(values)
  const from = useRef(values)
  useEffect(() => {
    const start = from.current
    if (start === values) return
    const jumps =
      !moves || start.length !== values.length || matchMedia('(prefers-reduced-motion: reduce)').matches
    if (jumps) {
      from.current = values
      setShown(values)
      return
    }
    let frame = 0
    const began = performance.now()
    const turn = (now: number) => {
      // A frame that was late carries the time at which it was due: before the start.
      const share = Math.max(0, Math.min(1, (now - began) / durationMs))
      const eased = 1 - (1 - share) ** 3
      const next = share === 1 ? values : values.map((value, c) => mix(start[c] ?? value, value, eased))
      from.current = next
      setShown(next)
      if (share < 1) frame = requestAnimationFrame(turn)
    }
    frame = requestAnimationFrame(turn)
    return () => cancelAnimationFrame(frame)
  }, [values, moves])
  return moves && shown.length === values.length ? shown : values
}

function mix(a: number, b: number, share: number): number {
  return a + (b - a) * share
}
