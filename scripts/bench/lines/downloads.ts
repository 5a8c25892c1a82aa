/** What the reader has to download: JavaScript before the first view, and the engine after play. */
import type { Page } from '@playwright/test'
import { atMost, type Findings, type Line } from '../line.ts'
import { nameHelper, settle, train, withSite } from '../site.ts'

interface Download {
  readonly url: string
  /** Bytes as sent, gzip. */
  readonly size: number
  /** Milliseconds since the page was opened. */
  readonly start: number
}

/** Something that every bundle with tfjs in it contains: a method that it calls on its backends. */
const tfjsMarker = 'disposeData'

const kB = (downloads: readonly Download[]) => downloads.reduce((sum, { size }) => sum + size, 0) / 1000

/** Everything that a script, a module or a fetch of this thread has asked for. */
async function downloadsOf(page: Pick<Page, 'evaluate'>): Promise<Download[]> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .map(({ name, encodedBodySize, startTime }) => ({
        url: name,
        size: encodedBodySize,
        start: startTime,
      })),
  )
}

const isCode = ({ url }: Download) => /\.(js|wasm)$/.test(new URL(url).pathname)

async function withTfjs(downloads: readonly Download[]): Promise<Download[]> {
  const texts = await Promise.all(downloads.map(async ({ url }) => (await fetch(url)).text()))
  return downloads.filter((_, i) => texts[i]?.includes(tfjsMarker))
}

/** Notes when main.tsx says that the page answers. */
const noteReady = `new MutationObserver((_, observer) => {
  if (document.documentElement.dataset.ready !== 'true') return
  observer.disconnect()
  globalThis.readyAt = performance.now()
}).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-ready'] })`

export const downloads: Line = {
  id: 'downloads',
  measure: async ({ browser, siteUrl }): Promise<Findings> => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    await context.addInitScript(`${nameHelper}\n${noteReady}`)
    const page = await context.newPage()
    await page.goto(siteUrl)
    await settle(page)
    const readyAt = await page.evaluate(() => (globalThis as unknown as { readyAt: number }).readyAt)
    const paintedAt = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.POSITIVE_INFINITY,
    )
    const code = (await downloadsOf(page)).filter(isCode)
    const start = code.filter((one) => one.start <= paintedAt)
    const first = code.filter(({ start }) => start <= readyAt)
    const bytes = (await downloadsOf(page)).filter((one) => !isCode(one))
    const html = await page.evaluate(() => {
      const [entry] = performance.getEntriesByType('navigation')
      return entry instanceof PerformanceNavigationTiming ? entry.encodedBodySize : 0
    })
    await context.close()
    return {
      rows: [
        {
          name: 'JavaScript before anything is seen, gzip',
          value: kB(start),
          unit: 'kB',
          kind: 'size',
          budget: atMost(5),
          note: `${start.length} files until the first paint`,
        },
        {
          name: 'JavaScript before the first view, gzip',
          value: kB(first),
          unit: 'kB',
          kind: 'size',
          budget: atMost(120),
          note: `${first.length} files until the page answers`,
        },
        {
          name: 'of these, files with tfjs in them',
          value: (await withTfjs(first)).length,
          unit: '',
          kind: 'count',
          budget: atMost(0),
        },
        {
          name: 'JavaScript that follows without being asked for, gzip',
          value: kB(code) - kB(first),
          unit: 'kB',
          kind: 'size',
          budget: null,
          note: 'panels and charts',
        },
        {
          name: 'page, styles, fonts, stored run, as sent',
          value: html / 1000 + kB(bytes),
          unit: 'kB',
          kind: 'size',
          budget: null,
        },
      ],
    }
  },
}

export const engineDownload: Line = {
  id: 'engine',
  measure: ({ browser, siteUrl }): Promise<Findings> =>
    withSite(browser, siteUrl, async (page) => {
      await settle(page)
      const before = new Set((await downloadsOf(page)).map(({ url }) => url))
      await train(page)
      const [worker] = page.workers()
      if (worker === undefined) throw new Error('there is no worker')
      const isFresh = ({ url }: Download) => !before.has(url)
      const ofPage = (await downloadsOf(page)).filter(isFresh)
      const ofWorker = (await downloadsOf(worker)).filter(isFresh)
      const fresh = [...ofPage, ...ofWorker]
      // What the page fetches for its own charts is not the engine, but its end of the line to the worker is. What the
      // worker loads at its start stands in the page's list.
      const isEngine = ({ url }: Download) => /\/(client|comlink|worker|start|rolldown-runtime)-/.test(url)
      const engine = unique([...ofPage.filter(isEngine), ...ofWorker]).filter(isCode)
      const marked = await withTfjs(engine)
      if (marked.length === 0) throw new Error('no engine file contains tfjs: the marker is out of date')
      return {
        rows: [
          {
            name: 'engine after play: worker and backend, gzip',
            value: kB(engine),
            unit: 'kB',
            kind: 'size',
            budget: atMost(210),
            note: `${engine.length} files`,
          },
          {
            name: 'pictures for training, as sent',
            value: kB(unique(fresh).filter(({ url }) => url.includes('/packaged/'))),
            unit: 'kB',
            kind: 'size',
            budget: null,
          },
        ],
      }
    }),
}

function unique(downloads: readonly Download[]): Download[] {
  return [...new Map(downloads.map((one) => [one.url, one])).values()]
}
