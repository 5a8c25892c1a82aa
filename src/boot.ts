/**
 * The page's first script, and a small one: it waits until the prerendered view is on the screen, so that styles and
 * font have the line to themselves, then fetches everything that brings the view to life, all at once.
 */
import { earlyClicks } from './components/page/earlyClicks.ts'
import { loadFirstCatalog, pageLanguageOf } from './components/text/catalogs.ts'

/** A browser that tells of no paint, or does not paint, is not waited for longer. */
const patienceMs = 1000

/** Until the page is seen for the first time; at once where nobody looks. */
function painted(): Promise<void> {
  return new Promise((done) => {
    if (document.visibilityState === 'hidden' || !PerformanceObserver.supportedEntryTypes.includes('paint'))
      return done()
    setTimeout(done, patienceMs)
    new PerformanceObserver((list, observer) => {
      if (list.getEntriesByName('first-contentful-paint').length === 0) return
      observer.disconnect()
      // In a task of its own: whoever watches the line need not look at this whole file.
      setTimeout(done)
    }).observe({ type: 'paint', buffered: true })
  })
}

/**
 * What main.tsx will ask for, on its way while main.tsx is. No preload: WebKit would not take it for what is fetched
 * later, and load it twice.
 */
function fetchAhead(): Promise<Response> {
  const snapshot = fetch(`${document.documentElement.dataset.root ?? './'}snapshots/inks-se.bin`)
  // Whoever needs them meets the failure.
  for (const one of [snapshot, loadFirstCatalog(pageLanguageOf(document))]) one.catch(() => {})
  return snapshot
}

async function boot(root: HTMLElement, onMounted: () => void): Promise<void> {
  await painted()
  const snapshot = fetchAhead()
  const { start } = await import('./main.tsx')
  await start(root, snapshot, onMounted)
}

const root = document.getElementById('root')
if (root === null) throw new Error('no #root')
const early = earlyClicks(root)
boot(root, early.replay).catch((error: unknown) => {
  early.drop()
  // The prerendered figure and text stay readable; say why nothing answers.
  const note = document.createElement('p')
  note.className = 'notice'
  note.setAttribute('role', 'alert')
  const detail = error instanceof Error ? error.message : String(error)
  // The messages may be what is missing.
  note.textContent =
    pageLanguageOf(document) === 'ko'
      ? `페이지를 시작하지 못했습니다(${detail}). 새로 고치십시오.`
      : `The page could not start (${detail}). Reload to try again.`
  root.prepend(note)
})
