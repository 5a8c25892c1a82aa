/** Whoever clicks before the page can answer is not forgotten. */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { type SiteWindow, stateOf, stepLink, train } from './page.ts'

/** Opens the page and holds back a file that it needs before it can answer. @returns lets the file through */
async function openHeld(page: Page, query = ''): Promise<() => void> {
  let release: () => void = () => undefined
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/snapshots/inks-se.bin', async (route) => {
    await released
    await route.continue()
  })
  // Module scripts have run by then.
  await page.goto(`./${query}`, { waitUntil: 'domcontentloaded' })
  await expect(page.locator('html[data-ready="true"]')).not.toBeAttached()
  return release
}

test('Train pressed too early starts the training that the address asks for', async ({ page }) => {
  const release = await openHeld(page, '?seed=21')
  await train(page)
  release()
  await page.waitForFunction(() => {
    const site = (window as unknown as Partial<SiteWindow>).seExplainer
    return (site?.store.getState().live?.step ?? 0) > 0
  })
  const { engine } = await stateOf(page)
  expect(engine.phase).toBe('running')
  expect(
    await page.evaluate(
      () => (window as unknown as SiteWindow).seExplainer.store.getState().live?.config.seed,
    ),
  ).toBe(21)
})

test('a step chosen too early is gone to in the same page, and only the last one', async ({ page }) => {
  const release = await openHeld(page)
  await page.evaluate(() => {
    document.title = 'the same page'
  })
  await stepLink(page, 'mix').click()
  await stepLink(page, 'gate').click()
  release()
  await expect(page.locator('.step-panel.step-gate')).toBeVisible()
  expect((await stateOf(page)).step).toBe('gate')
  await expect(page).toHaveTitle('the same page')
  // From now on clicks are the page's own.
  await stepLink(page, 'squeeze').click()
  await expect(page.locator('.step-panel.step-squeeze')).toBeVisible()
})

test('what answers by itself is left alone', async ({ page }) => {
  const release = await openHeld(page)
  const details = page.locator('main details:visible').first()
  await details.locator('summary').first().click()
  await expect(details).toHaveAttribute('open')
  release()
  await expect(page.locator('.loom')).toHaveCount(1)
  await expect(details).toHaveAttribute('open')
})
