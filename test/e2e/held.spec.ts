/** A frame that is held under the pointer belongs to its run: no other run is drawn with its weights. */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { open, row, type SiteWindow, trainButton } from './page.ts'

test.setTimeout(150_000)
const patience = { timeout: 90_000 }

const held = (page: Page) =>
  page.evaluate(() => (window as unknown as SiteWindow).seExplainer.store.getState().heldFrame?.step ?? null)

async function trained(page: Page, to: number): Promise<void> {
  await page.waitForFunction(
    (step) => {
      const { live } = (window as unknown as SiteWindow).seExplainer.store.getState()
      return (live?.step ?? -1) >= step
    },
    to,
    patience,
  )
}

/** Plays, and rests the pointer on a value: its frame is held from then on. */
async function playAndHold(page: Page): Promise<void> {
  const play = trainButton(page)
  await play.focus()
  await play.press('Enter')
  await trained(page, 2)
  await row(page, 's').hover()
  await page.mouse.move(700, 400)
  await row(page, 's').hover()
  await expect.poll(() => held(page)).not.toBeNull()
}

test('play, point at a value, choose another network by the keyboard, play', async ({ page }) => {
  await open(page)
  await playAndHold(page)
  const network = page.getByRole('combobox', { name: 'Network' })
  await network.focus()
  await network.press('ArrowDown')
  await expect(page.getByText(/^Your run \(Two inks, step \d+\) waits/)).toBeVisible(patience)
  await expect(trainButton(page)).toHaveAccessibleName('Train from scratch', patience)
  await trainButton(page).press('Enter')
  await trained(page, 2)
  await expect(page.locator('.loom')).toHaveCount(1)
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(page.getByText(/^Your own run, step \d+/)).toBeVisible()
})

test('series: play, point at a value, Back, play', async ({ page }) => {
  await open(page)
  await page.getByRole('combobox', { name: 'Network' }).selectOption('series')
  await expect(page.getByRole('heading', { name: 'The series' })).toBeVisible()
  await expect(page).toHaveURL(/net=series/)
  await playAndHold(page)
  await page.goBack()
  await expect(page.getByText(/^Your run \(Time series, step \d+\) waits/)).toBeVisible(patience)
  await expect(trainButton(page)).toHaveAccessibleName('Train from scratch', patience)
  await trainButton(page).press('Enter')
  await trained(page, 2)
  await expect(page.locator('.loom')).toHaveCount(1)
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(page.getByText(/^Your own run, step \d+/)).toBeVisible()
})
