/**
 * Clicks that come before the page can answer. The last one on a button or a step is kept and done once it can;
 * other links, details and fields answer by themselves and are left alone.
 */
const kinds = 'button, a[data-step]'

export interface EarlyClicks {
  /** The page answers: does what was asked for, and leaves all that follows alone. */
  readonly replay: () => void
  /** The page will never answer. */
  readonly drop: () => void
}

export function earlyClicks(root: HTMLElement): EarlyClicks {
  let kept: HTMLElement | null = null
  const keep = (event: MouseEvent) => {
    // With a modifier key a link opens elsewhere.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const wanted = event.target instanceof Element ? event.target.closest<HTMLElement>(kinds) : null
    if (wanted === null || !root.contains(wanted)) return
    kept = wanted
    event.preventDefault()
    // React listens at the root before it is ready to answer, and would do it a second time.
    event.stopPropagation()
  }
  const drop = () => document.removeEventListener('click', keep, { capture: true })
  document.addEventListener('click', keep, { capture: true })
  return {
    drop,
    // What the address asks for is rendered first.
    replay: () =>
      void setTimeout(() => {
        drop()
        const wanted = kept
        kept = null
        if (wanted?.isConnected && !wanted.matches(':disabled')) wanted.click()
      }, 0),
  }
}
