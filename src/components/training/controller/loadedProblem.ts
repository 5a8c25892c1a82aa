import type { AppStore } from '../../../model/state/store.ts'

/** Longest that the series of a kept run are waited for. */
const seriesPatienceMs = 15_000

/** Once the series that a run was trained on are on the page. @throws Error if they do not come */
export function loadedProblem(store: AppStore, key: string): Promise<void> {
  return new Promise((done, fail) => {
    const isThere = () => store.getState().problem?.key === key
    if (isThere()) return done()
    const timer = setTimeout(() => {
      stop()
      fail(new Error('the series of this run did not come'))
    }, seriesPatienceMs)
    const stop = store.subscribe(() => {
      if (!isThere()) return
      clearTimeout(timer)
      stop()
      done()
    })
  })
}
