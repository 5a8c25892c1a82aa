import { type RefObject, useEffect } from 'react'

/** As in introAnimation.css. */
const passMs = 4500
/** First the page comes to rest. */
const beforeMs = 300
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
 * The one pass of the first ten seconds: `figure` wears the class `passing` meanwhile. Style sheets move the marks
 * (introAnimation.css), since a script for every frame would hold up a slow machine just when the page starts; and React need
 * not render anything for it. Any input ends it.
 */
export function useIntroAnimation(figure: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const start = () => {
      // In a tab behind others nobody would see it.
      if (document.visibilityState === 'hidden')
        return document.addEventListener('visibilitychange', start, { once: true })
      if (!wanted()) return end()
      figure.current?.classList.add('passing')
      timer = setTimeout(end, passMs)
    }
    const end = () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', start)
      figure.current?.classList.remove('passing')
      for (const name of inputs) removeEventListener(name, end)
    }
    let timer = setTimeout(start, beforeMs)
    for (const name of inputs) addEventListener(name, end, { passive: true })
    return end
  }, [figure])
}
