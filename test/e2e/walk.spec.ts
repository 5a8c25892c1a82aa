/** What no other test does: a page without scripts, gates held at their mean, pictures of one's own, language and theme. */
import { expect, test } from './fixtures.ts'
import { closeMenu, open, openMenu } from './page.ts'
import { argmax, firstPictures, forward, printed, readNetwork } from './recompute.ts'

test('without scripts: what the step says, both readings, the gates', async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const network = await readNetwork('inks-se')
  const { a, b } = firstPictures(network)
  const traces = [a, b].map((picture) => forward(network, picture))
  const siteId = network.snapshot.featuredSample?.site ?? ''
  const gates = traces[0]?.sites[siteId]?.block?.s.data ?? []
  for (const [path, lead] of [
    ['', 'Two digits overlap: the bar’s ink says which one is read.'],
    ['ko/', '띠의 색을 바꾸면'],
  ] as const) {
    const page = await context.newPage()
    await page.goto(site.url + path)
    await expect(page.locator('[data-part="lead"]')).toContainText(lead)
    await expect(page.locator('[data-part="text"]')).toBeVisible()
    await expect(page.locator('.loom.wide .gates text')).toHaveText(
      Array.from(gates, (s) => new RegExp(`^${printed.gate(s)}↕?$`)),
    )
    await expect(page.locator('.loom.wide .maps-U')).toHaveCSS('background-image', /data:image\/png/)
    for (const [i, part] of (['own', 'other'] as const).entries()) {
      const { data } = traces[i]?.probabilities ?? { data: [] }
      const best = argmax(data)
      const reading = page.locator(`[data-part="reading"] .reading-${part}`)
      await expect(reading.locator('strong')).toHaveText(String(best))
      await expect(reading.locator('.soft')).toHaveText(printed.percent(data[best] ?? 0).replace(/\s?%/, '%'))
    }
    await expect(page.getByText(/Without scripts this page|스크립트/).first()).toBeVisible()
  }
  await context.close()
})

test('held, the gates stand at their mean; let go, they are back; a click and a key hold them too', async ({
  page,
}) => {
  await open(page, '?step=result')
  const gate = page.locator('.loom.wide .gates text').first()
  const own = (await gate.textContent()) ?? ''
  const network = await readNetwork('inks-se')
  const { snapshot } = network
  const mean = snapshot.population.find(({ site }) => site === 'site1')?.meanGate[0] ?? Number.NaN
  const held = new RegExp(`^${printed.gate(mean)}↕?$`)
  const button = page.locator('[data-part="try"] button')
  await expect(button).toHaveText('Hold: mean gates')
  await button.hover()
  await page.mouse.down()
  await expect(gate).toHaveText(held)
  await expect(button).toHaveText('Back to its own gates')
  // Longer than a click.
  await page.waitForTimeout(500)
  await page.mouse.up()
  await expect(gate).toHaveText(own)
  await button.click()
  await expect(gate).toHaveText(held)
  await button.press('Enter')
  await expect(gate).toHaveText(own)
  await button.press('Enter')
  await expect(gate).toHaveText(held)
  await expect(button).toHaveAttribute('aria-pressed', 'true')
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
  await expect(page.locator('[data-part="lead"]')).toContainText('띠의 색을 바꾸면')
  await (await openMenu(page)).getByRole('combobox', { name: '화면 테마' }).selectOption('dark')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await closeMenu(page)
  await page.getByRole('combobox', { name: '신경망' }).selectOption('digits')
  await expect(page).toHaveURL(/net=digits/)
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

for (const step of ['why', 'transform', 'squeeze', 'mix', 'gate', 'scale'] as const) {
  test(`${step}: the questions, which come after the page, move nothing below them`, async ({ page }) => {
    let release: () => void = () => undefined
    const held = new Promise<void>((done) => {
      release = done
    })
    await page.route(/\/parts-[^/]*\.js$/, async (route) => {
      await held
      await route.continue()
    })
    await open(page, `?net=digits&step=${step}`)
    const notes = page.locator('#notes')
    // From where the questions begin: a formula above them may still be on its way.
    const below = () =>
      notes.evaluate(
        (one) =>
          (one.nextElementSibling?.getBoundingClientRect().top ?? Number.NaN) -
          one.getBoundingClientRect().top,
      )
    await expect(page.locator('#notes + *')).toBeAttached()
    await expect(notes).toBeEmpty()
    const before = await below()
    release()
    // They come at the reader's first move.
    await page.mouse.move(300, 300)
    await page.mouse.move(320, 320)
    await expect(notes.getByText('Questions of other steps')).toBeVisible()
    expect(Math.abs((await below()) - before)).toBeLessThanOrEqual(1)
  })
}
