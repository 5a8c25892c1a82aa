import { useEffect, useRef, useState } from 'react'

/** Printed numbers change at most this often. */
const printMs = 250

/** The value, but changing at most once every `ms`; the last change always arrives. */
export function useThrottled<T>(value: T, ms: number = printMs): T {
  const [shown, setShown] = useState(value)
  const changedAt = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    if (Object.is(value, shown)) return
    const wait = Math.max(0, changedAt.current + ms - performance.now())
    const timer = setTimeout(() => {
      changedAt.current = performance.now()
      setShown(() => value)
    }, wait)
    return () => clearTimeout(timer)
  }, [value, shown, ms])
  return shown
}
