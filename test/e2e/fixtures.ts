/**
 * What every end-to-end test stands on: the built site, served as `npm start`
 * serves it, and a watch over console and network. Import `test` and `expect`
 * from here.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { type StaticServer, serve } from '../../scripts/serve.ts'
import { watchAnswers } from './unresponsive.ts'

/** E2E_DIST: another built site than dist/. */
export const dist = process.env.E2E_DIST ?? join(import.meta.dirname, '..', '..', 'dist')

/**
 * Korean fonts are `optional`: where a busy machine brings them late, the first visit does without, and a page that
 * stays open for seconds is told so.
 */
export const lateFont = /noto-sans-kr-[47]00-\S+ was preloaded using link preload but not used/

/** What a page said or asked for, that it should not have. */
interface Watch {
  /** Console messages (warnings and errors), uncaught errors, requests that left the origin. */
  readonly complaints: string[]
  /** Messages that match are expected in this test. */
  allow(pattern: RegExp): void
}

interface TestFixtures {
  readonly watch: Watch
}

interface WorkerFixtures {
  /** The site at the root of an origin of its own. */
  readonly site: StaticServer
}

/** Serves dist/ once more: another origin, or another path. @throws Error if it has not been built */
export async function serveSite(mount = '/'): Promise<StaticServer> {
  if (!existsSync(join(dist, 'index.html'))) throw new Error('dist/ is missing: npm run build')
  return serve({ root: dist, port: 0, mount })
}

function listen(page: Page, origin: string, complain: (text: string) => void): void {
  page.on('console', (message) => {
    if (['warning', 'error'].includes(message.type())) complain(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => complain(`uncaught: ${error.message}`))
  page.on('request', (request) => {
    const { protocol, origin: to } = new URL(request.url())
    if (protocol.startsWith('http') && to !== origin) complain(`request to ${to}`)
  })
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures off the pattern
    async ({}, use) => {
      const site = await serveSite()
      await use(site)
      await site.close()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ site }, use) => use(site.url),
  watch: [
    async ({ context, site }, use) => {
      const complaints: string[] = []
      const allowed: RegExp[] = []
      const origin = new URL(site.url).origin
      context.on('page', (page) => {
        listen(page, origin, (text) => complaints.push(text))
        void watchAnswers(page, (text) => console.error(text))
      })
      await use({ complaints, allow: (pattern) => void allowed.push(pattern) })
      const unexpected = complaints.filter((text) => !allowed.some((pattern) => pattern.test(text)))
      expect(unexpected, 'the console stays empty and no request leaves the origin').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
