/** The learning rate that the page shows is the one that the engine trains with. */
import type { Page } from '@playwright/test'
import { rates } from '../../src/components/training/controls/rates.ts'
import { expect, test } from './fixtures.ts'
import { open, openMenu, type SiteWindow } from './page.ts'

test.setTimeout(150_000)
const patience = { timeout: 90_000 }

const slider = (page: Page) => page.getByRole('slider', { name: 'Learning rate' })
const network = (page: Page) => page.getByRole('combobox', { name: 'Network' })

/** Trains one batch, and asks the worker which rate it did so with. */
async function oneBatch(page: Page): Promise<number> {
  const stepOf = () =>
    page.evaluate(() => (window as unknown as SiteWindow).seExplainer.store.getState().live?.step ?? 0)
  const before = await stepOf()
  await (await openMenu(page)).getByRole('button', { name: 'One batch' }).click()
  await expect.poll(stepOf, patience).not.toBe(before)
  return page.evaluate(async () => {
    const client = (window as unknown as SiteWindow).seExplainer.training.client()
    if (client === null) throw new Error('no engine')
    return (await client.checkpoint()).config.learningRate
  })
}

test('Back from series: two inks are trained at their own rate', async ({ page }) => {
  await open(page)
  await openMenu(page)
  await network(page).selectOption('series')
  await openMenu(page)
  await expect(slider(page)).toHaveAttribute('aria-valuetext', '0.001')
  await expect(page).toHaveURL(/net=series/)
  await page.goBack()
  await expect(network(page)).toHaveValue('inks')
  await expect(page.locator('.menu-panel')).toHaveCount(0)
  await openMenu(page)
  await expect(slider(page)).toHaveAttribute('aria-valuetext', '0.004')
  expect(await oneBatch(page)).toBe(0.004)
})

test('a run that was tuned comes back with its rate; what is tuned meanwhile is another network’s', async ({
  page,
}) => {
  await open(page)
  expect(await oneBatch(page)).toBe(0.004)
  await slider(page).fill(String(rates.indexOf(0.1)))
  expect(await oneBatch(page)).toBe(0.1)
  await network(page).selectOption('digits')
  await openMenu(page)
  await expect(page.getByText(/^Your run \(Two inks, step 2\) waits/)).toBeVisible()
  await expect(slider(page)).toHaveAttribute('aria-valuetext', '0.004')
  await slider(page).fill(String(rates.indexOf(0.01)))
  await expect(slider(page)).toHaveAttribute('aria-valuetext', '0.01')
  await network(page).selectOption('inks')
  await openMenu(page)
  await expect(page.getByText('Your own run, step 2.')).toBeVisible()
  await expect(slider(page)).toHaveAttribute('aria-valuetext', '0.1')
  expect(await oneBatch(page)).toBe(0.1)
})
