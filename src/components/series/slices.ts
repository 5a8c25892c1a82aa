/** Long computations on the page's own thread, a little at a time. */

/** Longest without giving way to others. */
const sliceMs = 8

export interface Slices {
  /** To be asked after each piece of work. Gives way with `pause` when it is time; true: nobody wants the rest any more. */
  readonly isOver: (pause: () => Promise<void>) => Promise<boolean> | false
}

/** @param stop asked after each pause whether nobody wants the result any more */
export function inSlices(stop: () => boolean): Slices {
  let began = performance.now()
  const rest = async (pause: () => Promise<void>) => {
    await pause()
    began = performance.now()
    return stop()
  }
  return { isOver: (pause) => performance.now() - began >= sliceMs && rest(pause) }
}
