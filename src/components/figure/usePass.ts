import { useEffect, useState } from 'react'

/** As in pass.css. */
const passMs = 4500
const seenKey = 'se-explainer:seen'
const inputs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const

/** Once per visit; absent with reduced motion, and where the address asks for something of its own. */
function wanted(): boolean {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches || location.search !== '') return false
  try {
    if (sessionStorage.getItem(seenKey) !== null) return false
    sessionStorage.setItem(seenKey, '1')
  } catch {
    // Without storage the pass may be seen again.
  }
  return true
}

/**
 * True during the one pass of the first ten seconds. Style sheets move the marks (pass.css): a script for every
 * frame would hold up a slow machine just when the page starts. Any input ends it.
 */
export function usePass(): boolean {
  const [passing, setPassing] = useState(false)
  useEffect(() => {
    if (!wanted()) return
    const end = () => {
      clearTimeout(timer)
      setPassing(false)
      for (const name of inputs) removeEventListener(name, end)
    }
    const timer = setTimeout(end, passMs)
    for (const name of inputs) addEventListener(name, end, { passive: true })
    setPassing(true)
    return end
  }, [])
  return passing
}
