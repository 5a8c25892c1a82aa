import { useEffect, useState } from 'react'

/** Long after the first view. */
const laterMs = 6000
const inputs = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart'] as const

/** False while the page starts; true after the reader's first move, or after a while: time to fetch what may come next. */
export function useLater(): boolean {
  const [later, setLater] = useState(false)
  useEffect(() => {
    const end = () => {
      setLater(true)
      stop()
    }
    const stop = () => {
      clearTimeout(timer)
      for (const name of inputs) removeEventListener(name, end)
    }
    const timer = setTimeout(end, laterMs)
    for (const name of inputs) addEventListener(name, end, { passive: true })
    return stop
  }, [])
  return later
}
