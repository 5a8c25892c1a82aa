/** The site: takes over the prerendered view, then reads the address into the store. */
import 'virtual:fonts.css'
import { StrictMode, startTransition } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { App } from './components/App.tsx'
import type { Placeholders } from './components/figure/Loom.tsx'
import { createTraining } from './components/live/training.ts'
import { earlyClicks } from './components/page/earlyClicks.ts'
import { fetchSnapshot } from './components/page/files.ts'
import type { Catalog } from './components/text/i18n.tsx'
import type { Language } from './model/state/fields.ts'
import { otherPicture, picture, shownNetwork, view } from './model/state/selectors.ts'
import { type AppStore, createAppStore } from './model/state/store.ts'
import { ownTrace } from './model/state/view.ts'

const catalogs: Readonly<Record<Language, () => Promise<{ default: Catalog }>>> = {
  en: () => import('virtual:messages/en'),
  ko: () => import('virtual:messages/ko'),
}
const loadCatalog = async (lang: Language): Promise<Catalog> => (await catalogs[lang]()).default

async function start(root: HTMLElement): Promise<void> {
  const pageLanguage: Language = document.documentElement.lang === 'ko' ? 'ko' : 'en'
  const [catalog, snapshot] = await Promise.all([loadCatalog(pageLanguage), fetchSnapshot('inks-se')])
  const store = createAppStore({ lang: pageLanguage, snapshots: { [snapshot.id]: snapshot } })
  await warmUp(store)
  const training = createTraining(store)
  const app = (
    <StrictMode>
      <App
        store={store}
        training={training}
        pageLanguage={pageLanguage}
        catalog={catalog}
        loadCatalog={loadCatalog}
        placeholders={placeholdersIn(root)}
        onMounted={early.replay}
      />
    </StrictMode>
  )
  // The dev server does not prerender.
  // As a transition: React works in short slices, and a slow machine stays responsive meanwhile.
  if (root.hasChildNodes()) startTransition(() => void hydrateRoot(root, app))
  else createRoot(root).render(app)
  document.documentElement.dataset.ready = 'true'
  Object.assign(window, { seExplainer: { store, training } })
}

/** Computes what the first rendering shows, a forward pass at a time: none may hold up the page for long. */
async function warmUp(store: AppStore): Promise<void> {
  const state = store.getState()
  const shown = shownNetwork(state)
  for (const one of [picture(state), otherPicture(state)]) {
    if (shown !== null && one !== null) ownTrace(shown, one)
    await pause()
  }
  view(state)
  await pause()
}

function pause(): Promise<void> {
  return new Promise((done) => setTimeout(done, 0))
}

/** The prerendered images, so that the first rendering here equals the one of the build. */
function placeholdersIn(root: HTMLElement): Placeholders | null {
  const [U, Xt] = [...root.querySelectorAll<HTMLImageElement>('.loom img')].map((image) => image.src)
  const X = root.querySelector<HTMLImageElement>('.thumbnail img')?.src
  return X === undefined || U === undefined || Xt === undefined ? null : { X, U, Xt }
}

const root = document.getElementById('root')
if (root === null) throw new Error('no #root')
const early = earlyClicks(root)
start(root).catch((error: unknown) => {
  early.drop()
  // The prerendered figure and text stay readable; say why nothing answers.
  const note = document.createElement('p')
  note.className = 'notice'
  note.setAttribute('role', 'alert')
  note.textContent = `The page could not start (${error instanceof Error ? error.message : String(error)}). Reload to try again.`
  root.prepend(note)
})
