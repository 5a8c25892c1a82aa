/**
 * A key that takes away the button it pressed (a strip that opens, a notice that closes) leaves the keyboard nowhere,
 * and a screen reader at the top of the page. The focus goes on to what `data-next` of the button or around it names,
 * a selector, or else to the next thing that the Tab key would have reached.
 */
const reachable =
  'a[href], button:not(:disabled), input:not(:disabled), select, textarea, summary, [tabindex="0"]'

/** Frames that what was asked for may take to be there. */
const patience = 20

const isThere = (element: HTMLElement): boolean => element.isConnected && element.getClientRects().length > 0

/** @returns a function that ends it */
export function followFocus(root: HTMLElement): () => void {
  const onClick = ({ target, detail }: MouseEvent) => {
    // Pressed with a pointer: whoever points is where he points.
    if (detail > 0) return
    const pressed = document.activeElement
    if (!(pressed instanceof HTMLElement) || !(target instanceof Node) || !pressed.contains(target)) return
    const stops = [...root.querySelectorAll<HTMLElement>(reachable)]
    const at = stops.indexOf(pressed)
    if (at < 0) return
    const next = pressed.closest<HTMLElement>('[data-next]')?.dataset.next
    const goOn = () => {
      const named =
        next === undefined ? undefined : [...root.querySelectorAll<HTMLElement>(next)].find(isThere)
      const place = named ?? stops.slice(at + 1).find(isThere) ?? stops.slice(0, at).findLast(isThere)
      place?.focus({ preventScroll: true })
    }
    const look = (frames: number) => {
      const now = document.activeElement
      if (now === document.body) goOn()
      else if (now === pressed && frames > 0) requestAnimationFrame(() => look(frames - 1))
    }
    requestAnimationFrame(() => look(patience))
  }
  // Captured: React may have taken the button away by the time the click has bubbled up.
  root.addEventListener('click', onClick, { capture: true })
  return () => root.removeEventListener('click', onClick, { capture: true })
}
