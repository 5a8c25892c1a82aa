/** The first view as HTML, made while the site is built: the stored run's real tensors, in one language. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { deflateSync } from 'node:zlib'
import en from 'virtual:messages/en'
import ko from 'virtual:messages/ko'
import { renderToString } from 'react-dom/server'
import { App } from '../src/components/App.tsx'
import { figureData } from '../src/components/figure/figureData.ts'
import type { Placeholders } from '../src/components/figure/Loom.tsx'
import { createTraining } from '../src/components/live/training.ts'
import { inkPalette, inkPixels } from '../src/components/pictures/inkPixels.ts'
import { makeLanguage } from '../src/components/text/i18n.tsx'
import { decodeSnapshot } from '../src/model/networks/snapshot.ts'
import { picture, site, view } from '../src/model/state/selectors.ts'
import { type AppStore, createAppStore } from '../src/model/state/store.ts'
import type { Nd } from '../src/model/tensor.ts'
import { type MapStrip, paintMaps } from '../src/viz/loom/maps.ts'
import { palettes, rgb } from '../src/viz/palette.ts'
import type { RenderView } from './pageHtml.ts'

const catalogs = { en, ko }

export const render: RenderView = (lang) => {
  const snapshot = decodeSnapshot(readFileSync(resolve('public/snapshots/inks-se.bin')))
  const store = createAppStore({ lang, snapshots: { [snapshot.id]: snapshot } })
  const { t } = makeLanguage(lang, catalogs[lang])
  const html = renderToString(
    <App
      store={store}
      training={createTraining(store)}
      pageLanguage={lang}
      catalog={catalogs[lang]}
      loadCatalog={async (other) => catalogs[other]}
      placeholders={placeholders(store)}
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
  const image = (maps: Nd) => pngUrl(strip(maps, data.domains.U))
  return { X: pngUrl({ width, height, pixels }), U: image(data.U), Xt: image(data.Xt) }
}

function strip(maps: Nd, domain: number): MapStrip {
  const [h = 0, w = 0, c = 0] = maps.shape
  const { paper, u, grey } = palettes.light
  const palette = { paper: rgb(paper), positive: rgb(u), negative: rgb(grey) }
  return paintMaps(maps.data, [h, w, c], { from: 0, to: c }, domain, palette, 1)
}

/** PNG, 8-bit RGBA, as a `data:` address (PNG specification, chunks IHDR, IDAT, IEND). */
function pngUrl({ width, height, pixels }: MapStrip): string {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const lines = Buffer.alloc(height * (width * 4 + 1))
  for (let y = 0; y < height; y++) {
    lines.set(pixels.subarray(y * width * 4, (y + 1) * width * 4), y * (width * 4 + 1) + 1)
  }
  const file = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
  return `data:image/png;base64,${file.toString('base64')}`
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/** CRC-32 as PNG wants it, polynomial 0xedb88320. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
