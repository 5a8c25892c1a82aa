/** What no other test does: a page without scripts, gates held at their mean, pictures of one's own, language and theme. */
import { expect, test } from './fixtures.ts'
import { open } from './page.ts'
import { firstPictures, forward, printed, readNetwork } from './recompute.ts'

test('without scripts: the figure, the gates, the text', async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const network = await readNetwork('inks-se')
  const { site: siteId, channel } = network.snapshot.featuredSample ?? { site: '', channel: 0 }
  const gate = forward(network, firstPictures(network).b).sites[siteId]?.block?.s.data[channel]
  for (const [path, heading] of [
    ['', 'A window cannot see the bar'],
    ['ko/', '창으로는 막대가 보이지 않습니다'],
  ] as const) {
    const page = await context.newPage()
    await page.goto(site.url + path)
    await expect(page.locator('.step-text h2')).toContainText(heading)
    await expect(page.locator('.loom.wide .gates text')).toHaveCount(16)
    await expect(page.locator('.loom.wide .maps-U')).toHaveCSS('background-image', /data:image\/png/)
    await expect(page.locator('.headline p')).toContainText(printed.percent(gate ?? 0).replace(/\s?%/, ''))
  }
  await context.close()
})

test('held, the gates stand at their mean; let go, they are back', async ({ page }) => {
  await open(page, '?step=result')
  const own = await page.locator('.loom.wide .gates text').allTextContents()
  const button = page.getByRole('button', { name: 'Hold: mean gates' })
  await button.hover()
  await page.mouse.down()
  await expect(page.locator('.loom.wide .gates text').first()).not.toHaveText(own[0] ?? '')
  await page.mouse.up()
  await expect(page.locator('.loom.wide .gates text').first()).toHaveText(own[0] ?? '')
})

test('the reader composes a picture and draws a digit', async ({ page }) => {
  await open(page)
  await page.getByText('Compose one').click()
  const composer = page.getByRole('group', { name: /Compose|picture/i }).first()
  await expect(composer).toBeVisible()
  await page.locator('.composer input[type="radio"]').nth(12).check({ force: true })
  await expect(page).toHaveURL(/sample=c\d+-\d+b[01]/)
  await open(page, '?net=digits')
  await page.getByText('Draw a digit').click()
  const pad = page.locator('.draw-pad svg')
  const box = await pad.boundingBox()
  if (box === null) throw new Error('no pad')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.15)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.85, { steps: 12 })
  await page.mouse.up()
  await expect(page).toHaveURL(/sample=drawn/)
  await expect(page.getByTestId('prediction')).toHaveText('1')
})

test('languages, themes and networks change in place', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: '한국어' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
  await expect(page.locator('.step-text h2')).toContainText('평균에는 보입니다')
  await page.getByRole('combobox', { name: '화면 테마' }).selectOption('dark')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('combobox', { name: '신경망' }).selectOption('digits')
  await expect(page).toHaveURL(/net=digits/)
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})
