/** The site: takes over the prerendered view, then reads the address into the store. */
import 'virtual:fonts.css'
import { StrictMode, startTransition } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { App } from './components/App.tsx'
import { trimFirstView } from './components/figure/firstView.ts'
import { fetchSnapshot } from './components/page/files.ts'
import { pause } from './components/soon.ts'
import { loadCatalog, loadFirstCatalog, pageLanguageOf } from './components/text/catalogs.ts'
import { warmUpNumbers } from './components/text/i18n.tsx'
import { lateTraining } from './components/training/controller/lateTraining.ts'
import { view } from './model/state/selection.ts'
import { shownNetwork } from './model/state/shownRun.ts'
import { otherPicture, picture } from './model/state/shownSamples.ts'
import { type AppStore, createAppStore } from './model/state/store.ts'
import { warmUpTrace } from './model/state/view.ts'

/**
 * @param inks what is fetched of the stored run that the page opens with
 * @param onMounted called once the page answers and the address has been read
 */
export async function start(
  root: HTMLElement,
  inks: Promise<Response>,
  onMounted: () => void,
): Promise<void> {
  const pageLanguage = pageLanguageOf(document)
  const [first, snapshot] = await Promise.all([
    loadFirstCatalog(pageLanguage),
    fetchSnapshot('inks-se', inks),
  ])
  const store = createAppStore({ lang: pageLanguage, snapshots: { [snapshot.id]: snapshot } })
  await pause()
  await warmUpNumbers(pageLanguage, pause)
  await warmUp(store)
  const training = lateTraining(store)
  const mounted = () => {
    document.documentElement.dataset.ready = 'true'
    onMounted()
  }
  const app = (
    <StrictMode>
      <App
        store={store}
        training={training}
        pageLanguage={pageLanguage}
        catalog={first.catalog}
        isWhole={first.isWhole}
        loadCatalog={loadCatalog}
        firstView={trimFirstView(root)}
        onMounted={mounted}
      />
    </StrictMode>
  )
  // The dev server does not prerender.
  // As a transition: React works in short slices, and a slow machine stays responsive meanwhile.
  if (root.hasChildNodes()) startTransition(() => void hydrateRoot(root, app))
  else createRoot(root).render(app)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') training.keep()
  })
  Object.assign(window, { seExplainer: { store, training } })
}

/** Computes what the first rendering shows, in small pieces: none may hold up the page for long. */
async function warmUp(store: AppStore): Promise<void> {
  const state = store.getState()
  const shown = shownNetwork(state)
  for (const one of [picture(state), otherPicture(state)]) {
    if (shown !== null && one !== null) await warmUpTrace(shown, one, pause)
  }
  view(state)
  await pause()
}
