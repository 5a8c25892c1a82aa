/** Messages that come late or not at all, and a language that changes while something is going on. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page, Route } from '@playwright/test'
import { dist, expect, test } from './fixtures.ts'
import { open } from './page.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

/** The downloads of the series network's messages: both are called so by the build. */
function seriesMessages(lang: 'en' | 'ko'): string {
  const folder = join(dist, 'assets')
  const found = readdirSync(folder).filter((name) => {
    if (!/^series-.*\.js$/.test(name)) return false
    return readFileSync(join(folder, name), 'utf8').includes('시계열') === (lang === 'ko')
  })
  const [name] = found
  if (name === undefined || found.length > 1) throw new Error(`messages in ${lang}: ${found.join()}`)
  return `**/${name}*`
}

const other = (page: Page) => page.getByRole('button', { name: '한국어' })
const broken = (route: Route) => route.abort()

test('series messages that failed are fetched again: at the press of a button, or by and by', async ({
  page,
  watch,
}) => {
  watch.allow(/ERR_FAILED/)
  const messages = seriesMessages('en')
  await page.route(messages, broken)
  await page.goto('./?net=series&step=squeeze')
  await expect(page.getByText('The texts on time series could not be loaded.')).toBeVisible()
  // What there is to read speaks of pictures.
  await expect(page.locator('.step-panel')).toHaveCount(0)
  await page.unroute(messages)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'The series', exact: true })).toBeVisible({ timeout: 3000 })
  await expect(page.locator('.step-panel')).toBeVisible()
  await expect(page.getByText('could not be loaded')).toHaveCount(0)

  await page.route(messages, broken)
  await page.goto('./?net=series&data=cued')
  await expect(page.getByText('The texts on time series could not be loaded.')).toBeVisible()
  await page.unroute(messages)
  await expect(page.getByRole('heading', { name: 'The series', exact: true })).toBeVisible()
  await expect(page.getByText('could not be loaded')).toHaveCount(0)
})

test('the rest of the messages is fetched again; until then the first view answers', async ({
  page,
  watch,
}) => {
  watch.allow(/ERR_FAILED/)
  const folder = join(dist, 'assets')
  const rest = readdirSync(folder).find(
    (name) =>
      /^en-.*\.js$/.test(name) && readFileSync(join(folder, name), 'utf8').includes('histogram.title'),
  )
  const pattern = `**/${rest}*`
  await page.route(pattern, broken)
  await open(page)
  await expect(page.getByText('A part of the page could not be loaded.')).toBeVisible()
  await page.getByRole('button', { name: 'Swap the bar’s ink' }).click()
  await expect(page.getByRole('heading', { name: 'Other pictures' })).toHaveCount(0)
  await page.unroute(pattern)
  await expect(page.getByRole('heading', { name: 'Other pictures' })).toBeVisible()
  await expect(page.getByText('A part of the page could not be loaded.')).toHaveCount(0)
})

test('Korean that does not come: the page says so, and the button can be pressed again', async ({
  page,
  watch,
}) => {
  watch.allow(/ERR_FAILED/)
  const korean = /\/assets\/ko-[^/]*\.js/
  await open(page)
  await page.route(korean, broken)
  await other(page).click()
  const notice = page.getByText('The page could not be loaded in Korean.')
  await expect(notice).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  // The notice of the first time is still there: the second attempt has failed once its request has.
  const failed = page.waitForEvent('requestfailed', (request) => korean.test(request.url()))
  await other(page).click()
  await failed
  await expect(notice).toBeVisible()
  await page.unroute(korean)
  await other(page).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
  await expect(notice).toHaveCount(0)
  await expect(page).toHaveURL(/lang=ko/)
})

test('a part that came does not hide that another is still missing', async ({ page, watch }) => {
  watch.allow(/ERR_FAILED|Failed to load/)
  await open(page)
  await page.route(/\/panels-[^/]*\.js$/, broken)
  await page.locator('.step-bar [data-step="gate"]').click()
  const notice = page.getByText('A part of the page could not be loaded.')
  await expect(notice).toBeVisible()
  const hasGone = await page.evaluateHandle(() => {
    const seen = { gone: false }
    const look = () => {
      if (!document.body.textContent.includes('A part of the page could not be loaded.')) seen.gone = true
    }
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true })
    return seen
  })
  await page.getByText('Draw a digit').click()
  await expect(page.getByRole('button', { name: 'Clear' })).toBeVisible()
  expect(await hasGone.evaluate(({ gone }) => gone)).toBe(false)
})

test('a study of seeds goes on while the language changes; the old texts stay until the new ones are there', async ({
  page,
  watch,
}) => {
  watch.allow(/ERR_FAILED/)
  await open(page, '?net=series&data=planted&plant=amplitude-10-0')
  const seeds = page.locator('.seeds')
  const bar = seeds.getByRole('progressbar')
  const runs = async () => Number(await bar.getAttribute('value'))
  await seeds.getByRole('button', { name: 'Start', exact: true }).click()
  // A sixth of a run: a study that began again would take longer to come here than the language does.
  await expect.poll(runs, { timeout: 60_000 }).toBeGreaterThan(1 / 6)
  const before = await runs()

  // Of Korean, only what it says of series does not come.
  const messages = seriesMessages('ko')
  await page.route(messages, broken)
  await other(page).click()
  await expect(page.getByText('The page could not be loaded in Korean.')).toBeVisible()
  await page.unroute(messages)

  let release: () => void = () => undefined
  const held = new Promise<void>((done) => {
    release = done
  })
  await page.route(messages, async (route) => {
    await held
    await route.continue()
  })
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.waitForTimeout(500)
  await expect(page.getByRole('heading', { name: 'With and without SE, over seeds' })).toBeVisible()
  release()
  await expect(page.getByRole('heading', { name: 'SE가 있을 때와 없을 때: 시드별 비교' })).toBeVisible()
  expect(await runs()).toBeGreaterThan(before)
  expect(page.workers()).toHaveLength(1)
})

test('the dialog of a table keeps what was chosen in it when the language changes', async ({ page }) => {
  await page.goto('./?net=series&data=own')
  const rows = Array.from({ length: 40 }, (_, n) => `s${n >> 1},${n % 2},${n % 4 < 2 ? 'a' : 'b'},${n}`)
  await page.locator('.own input[type="file"]:not([webkitdirectory])').setInputFiles({
    name: 'table.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`id,time,label,height\n${rows.join('\n')}\n`),
  })
  await expect(page.getByRole('heading', { name: 'How is table.csv arranged?' })).toBeVisible()
  await page.getByLabel('Layout').selectOption('wide')
  await other(page).click()
  await expect(page.getByRole('heading', { name: 'table.csv 파일의 구성' })).toBeVisible()
  await expect(page.getByLabel('표의 형식')).toHaveValue('wide')
})
