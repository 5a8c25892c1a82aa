/** Two networks and one run: what was trained on one must not be asked about the pictures of the other. */
import { expect, test } from './fixtures.ts'
import { closeMenu, open, openMenu, prediction } from './page.ts'

test('after a step of digits the page shows inks, and comes back to the run', async ({ page }) => {
  test.setTimeout(150_000)
  await open(page, '?net=digits')
  await (await openMenu(page)).getByRole('button', { name: 'One batch' }).click()
  await expect(page.getByText('Your own run, step 1.')).toBeVisible({ timeout: 90_000 })
  await expect(page.locator('.live-panels')).toBeVisible()
  await closeMenu(page)

  const network = page.getByRole('combobox', { name: 'Network' })
  await network.selectOption('inks')
  await expect(page.locator('.loom')).toHaveCount(1)
  await expect(prediction(page)).toBeVisible()
  await expect(page.getByText('You see a stored run')).toBeVisible()
  await expect(page.locator('.live-panels')).toHaveCount(0)

  await network.selectOption('digits')
  await expect(page.getByText('Your own run, step 1.')).toBeVisible()
  await expect(page.locator('.live-panels')).toBeVisible()
})
