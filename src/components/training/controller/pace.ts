/**
 * How often a run is drawn. Drawing takes processor time that on two cores is the worker's, so that it gets a share of
 * the time and no more: a fast machine draws often, a slow one seldom, and training hardly feels either.
 */

/**
 * Rest per millisecond of drawing on the page's own thread. Rasterising and composing, which cannot be timed from here,
 * cost as much again and more.
 */
const restPerWork = 32
/** Nobody sees more than this. */
const shortestMs = 80
/** Still live. */
const longestMs = 700

/** @param drawingMs from the arrival of a frame until it was on the screen */
export function restAfter(drawingMs: number): number {
  return Math.min(longestMs, Math.max(shortestMs, drawingMs * restPerWork))
}

/** Calls back when what has changed by now is on the screen. */
export function whenDrawn(done: () => void): void {
  requestAnimationFrame(() => {
    // A message is handled after the frame that is being made.
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      done()
    }
    port2.postMessage(null)
  })
}
