import { useEffect, useState } from 'react'

/** Printed numbers change at most this often. */
const printMs = 250

/** The value, but changing at most once every `ms`; the last change always arrives. */
export function useThrottled<T>(value: T, ms: number = printMs): T {
  const [shown, setShown] = useState({ value, since: Number.NEGATIVE_INFINITY })
  const isLate = !Object.is(value, shown.value)
  const now = performance.now()
  // Together with what else changes: a rendering of its own would cost as much again.
  if (isLate && now - shown.since >= ms) setShown({ value, since: now })
  useEffect(() => {
    if (!isLate) return
    const wait = Math.max(0, shown.since + ms - performance.now())
    const timer = setTimeout(() => setShown({ value, since: performance.now() }), wait)
    return () => clearTimeout(timer)
  }, [value, shown, isLate, ms])
  return shown.value
}
