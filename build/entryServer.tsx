/** The first view as HTML, made while the site is built: the stored run's real tensors, in one language. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import en from 'virtual:messages/en'
import ko from 'virtual:messages/ko'
import { renderToString } from 'react-dom/server'
import { App } from '../src/components/App.tsx'
import { figureData } from '../src/components/figure/figureData.ts'
import { allVariants, type Placeholders } from '../src/components/figure/firstView.ts'
import { inkPalette, inkPixels } from '../src/components/pictures/inkPixels.ts'
import { makeLanguage } from '../src/components/text/i18n.tsx'
import { lateTraining } from '../src/components/training/controller/lateTraining.ts'
import { decodeSnapshot } from '../src/model/networks/snapshot.ts'
import { site, view } from '../src/model/state/selection.ts'
import { picture } from '../src/model/state/shownSamples.ts'
import { type AppStore, createAppStore } from '../src/model/state/store.ts'
import type { Nd } from '../src/model/tensor.ts'
import { type MapStrip, paintMaps } from '../src/viz/loom/maps.ts'
import { palettes, rgb } from '../src/viz/palette.ts'
import type { RenderView } from './pageHtml.ts'
import { png } from './png.ts'

const catalogs = { en, ko }

export const render: RenderView = (lang) => {
  const snapshot = decodeSnapshot(readFileSync(resolve('public/snapshots/inks-se.bin')))
  const store = createAppStore({ lang, snapshots: { [snapshot.id]: snapshot } })
  const { t } = makeLanguage(lang, catalogs[lang])
  const html = renderToString(
    <App
      store={store}
      training={lateTraining(store)}
      pageLanguage={lang}
      catalog={catalogs[lang]}
      isWhole={false}
      loadCatalog={async (other) => catalogs[other]}
      firstView={{ placeholders: placeholders(store), variants: allVariants }}
    />,
  )
  return { html, title: t('page.title'), description: t('page.description') }
}

/** The maps at one pixel a cell: a prerendered canvas has no pixels. */
function placeholders(store: AppStore): Placeholders | null {
  const state = store.getState()
  const [here, traces] = [site(state), view(state)]
  const data = here === null || traces === null ? null : figureData(here, traces)
  const shown = picture(state)
  if (data === null || shown === null) return null
  const [height = 0, width = 0, channels = 0] = shown.input.shape
  const pixels = inkPixels(shown.input.data, height, width, channels, inkPalette(palettes.light))
  const image = (maps: Nd) => imageUrl(strip(maps, data.domains.U))
  return {
    '--picture-X': imageUrl({ width, height, pixels }),
    '--maps-U': image(data.U),
    '--maps-out': image(data.out),
  }
}

/** Shades of a placeholder from nothing to the full hue: enough for the eye, and a third of the bytes. */
const shades = 48

function strip(maps: Nd, domain: number): MapStrip {
  const [h = 0, w = 0, c = 0] = maps.shape
  const data = maps.data.map((value) => (Math.round((value / domain) * shades) / shades) * domain)
  const { paper, u, grey } = palettes.light
  const palette = { paper: rgb(paper), positive: rgb(u), negative: rgb(grey) }
  return paintMaps(data, [h, w, c], { from: 0, to: c }, domain, palette, 1)
}

function imageUrl(strip: MapStrip): string {
  return `url(data:image/png;base64,${png(strip).toString('base64')})`
}
