/** Another block in the address: it is on show and is trained, or the page says why not. */
import type { Page } from '@playwright/test'
import { stepIds } from '../../src/model/state/steps.ts'
import { expect, test } from './fixtures.ts'
import { goTo, numberIn, open, openMenu, pressPause, type SiteWindow } from './page.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })
test.setTimeout(150_000)

/** Gate and squeeze of the run that is on show. */
const trained = (page: Page) =>
  page.evaluate(() => {
    const { live } = (window as unknown as SiteWindow).seExplainer.store.getState()
    return live === null || live.step === 0
      ? null
      : [live.config.network.gate, live.config.network.squeeze, live.config.network.ratio]
  })

test('gate=tanh: the figure computes tanh, says that nobody trained it, and trains it', async ({ page }) => {
  await open(page, '?step=gate&gate=tanh')
  await expect(page.getByText('differs from that of the stored run (gate: tanh)')).toBeVisible()
  await expect(page.getByRole('radio', { name: 'tanh', exact: true })).toBeChecked()
  const math = (await page.getByTestId('strip-math').textContent()) ?? ''
  const logit = numberIn(/tanh\((?:−?[\d.]+)\)/.exec(math)?.[0] ?? math)
  const gate = numberIn((await page.getByTestId('strip-result').textContent()) ?? '')
  expect(gate).toBeCloseTo(Math.tanh(logit), 2)

  await page.getByRole('button', { name: 'Train it like this' }).click()
  await expect.poll(() => trained(page), { timeout: 90_000 }).toEqual(['tanh', 'mean', 4])
  await expect(page.getByText(/^Your own run, step \d+/)).toBeVisible()
  await pressPause(page)
  await page.getByRole('button', { name: 'Back to the stored run' }).click()
  await expect(page.getByText('You see a stored run')).toBeVisible()
  await expect(page).not.toHaveURL(/gate=/)
  await expect(page.getByRole('radio', { name: 'σ', exact: true })).toBeChecked()
})

test('series: gate and squeeze of the address are in the network that is shown and trained', async ({
  page,
}) => {
  await open(page, '?net=series&step=squeeze&gate=tanh&squeeze=max')
  await expect(
    page.getByText('Random initial weights: nothing here has been trained yet.', { exact: false }),
  ).toBeVisible()
  await (await openMenu(page)).getByRole('button', { name: 'One batch' }).click()
  await expect.poll(() => trained(page), { timeout: 90_000 }).toEqual(['tanh', 'max', 4])
})

test('what the network on show cannot have is said, and taken out of the address when that is read', async ({
  page,
}) => {
  await open(page, '?net=series&place=pre')
  const place = page.getByText('The link asks for another place of the block (place: SE-PRE).')
  await expect(place).toBeVisible()
  await place.getByRole('button', { name: 'Close' }).click()
  await expect(place).toHaveCount(0)
  await expect(page).not.toHaveURL(/place=/)

  await open(page, '?snapshot=plain&gate=relu&squeeze=max')
  const block = page.getByText('The link asks for another block (squeeze: max, gate: ReLU).')
  await expect(block).toBeVisible()
  await block.getByRole('button', { name: 'Close' }).click()
  await expect(block).toHaveCount(0)
  await expect(page).toHaveURL(/\?snapshot=plain$/)
})

for (const place of ['pre', 'post', 'identity'] as const) {
  test(`place=${place}: every step shows it`, async ({ page }) => {
    await open(page, `?place=${place}&site=site2`)
    await expect(
      page.getByText(`place: SE-${place === 'identity' ? 'Identity' : place.toUpperCase()}`),
    ).toBeVisible()
    for (const step of stepIds) {
      await goTo(page, step)
      await expect(page.getByTestId('strip-result')).toBeVisible()
    }
  })
}
