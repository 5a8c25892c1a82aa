/** A page and workers that lack something, and what such a page says. */
import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import { closeMenu, openMenu, pressPause, type SiteWindow, train } from './page.ts'

const patience = { timeout: 90_000 }

/** Runs a script before all others, in the page and in its workers, which the page's own scripts do not reach. */
export async function everywhere(page: Page, script: string): Promise<void> {
  await page.addInitScript(script)
  await page.route(/\/worker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: `${script}\n${await response.text()}` })
  })
}

/** Trains the run on show until it has made so many steps, in English. Returns the loss of each of them. */
export async function trainFor(page: Page, steps: number): Promise<number[]> {
  await train(page)
  // While another run rests, its losses are still there.
  const losses = (phase: 'running' | 'paused') =>
    page.evaluate((wanted) => {
      const { live, engine } = (window as unknown as SiteWindow).seExplainer.store.getState()
      return live !== null && engine.phase === wanted ? live.metrics.map(({ loss }) => loss) : []
    }, phase)
  await expect.poll(async () => (await losses('running')).length, patience).toBeGreaterThanOrEqual(steps)
  await pressPause(page)
  await expect.poll(async () => (await losses('paused')).length, patience).toBeGreaterThanOrEqual(steps)
  const curve = (await losses('paused')).slice(0, steps)
  expect(curve.every(Number.isFinite)).toBe(true)
  return curve
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** The first four steps against the last eight. */
export function expectFall(curve: readonly number[]): void {
  expect(mean(curve.slice(-8))).toBeLessThan(0.95 * mean(curve.slice(0, 4)))
}

/** Why the backend is what it is, as it stands below the settings. @param more name of the button that unfolds them */
export async function expectReason(page: Page, more: string, reason: string): Promise<void> {
  const menu = await openMenu(page)
  await menu.getByRole('button', { name: more, exact: true }).click()
  await expect(menu.getByText(reason, { exact: false })).toBeVisible()
  await closeMenu(page)
}
