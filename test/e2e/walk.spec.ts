/** The page as a person uses it, before anything is trained. */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

interface Shift extends PerformanceEntry {
  readonly value: number
  readonly hadRecentInput: boolean
}

const prediction = (page: Page) => page.getByTestId('prediction')

test('without scripts: the figure, the gates, the text', async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  for (const [path, heading] of [
    ['', 'A window cannot see the bar'],
    ['ko/', '창으로는 막대가 보이지 않습니다'],
  ] as const) {
    const page = await context.newPage()
    await page.goto(site.url + path)
    await expect(page.locator('.step-text h2')).toContainText(heading)
    await expect(page.locator('.loom.wide .gates text')).toHaveCount(16)
    await expect(page.locator('.loom.wide img').first()).toBeVisible()
    await expect(page.locator('.headline p')).toContainText('98')
  }
  await context.close()
})

test('hydrates without a word, in both languages, and nothing moves', async ({ page }) => {
  for (const path of ['./', './ko/']) {
    await page.goto(path)
    await page.waitForFunction(() => document.documentElement.dataset.ready === 'true')
    await page.waitForLoadState('networkidle')
    const moved = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries() as Shift[]) if (!entry.hadRecentInput) sum += entry.value
          }).observe({ type: 'layout-shift', buffered: true })
          setTimeout(() => resolve(sum), 300)
        }),
    )
    expect(moved).toBeLessThan(0.02)
  }
})

test('steps by link, button and key; the address follows and brings the view back', async ({ page }) => {
  await page.goto('./')
  await page.getByRole('link', { name: /Squeeze/ }).click()
  await expect(page).toHaveURL(/step=squeeze/)
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(page.locator('.step-text h2')).toContainText('W₁ mixes all channels')
  await page.getByRole('link', { name: /Mix/ }).focus()
  await page.keyboard.press('PageDown')
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('.step-text h2')).toContainText('every map times its gate')
  await page.locator('[data-stage="s"]').focus()
  await page.keyboard.press('Home')
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/step=scale.*channel=5|channel=5.*step=scale/)
  const strip = await page.getByTestId('strip-result').textContent()
  await page.reload()
  await page.locator('[data-stage="s"]').focus()
  await expect(page.getByTestId('strip-result')).toHaveText(strip ?? '')
  await expect(page.locator('.loom.wide .names .selected')).toHaveText('5')
})

test('arrow keys walk through the stages, and keys outside the figure do nothing', async ({ page }) => {
  await page.goto('./')
  await page.locator('[data-stage="U"]').focus()
  for (const stage of ['z', 'w1', 'hidden', 'w2', 'logits', 's', 'Xt', 'Xt']) {
    await page.keyboard.press('ArrowDown')
    await expect(page.locator(`[data-stage="${stage}"]`)).toBeFocused()
  }
  const before = page.url()
  await page.locator('h1').click()
  for (const key of ['a', 's', 'n', 'p', '1']) await page.keyboard.press(key)
  await page.waitForTimeout(250)
  expect(page.url()).toBe(before)
})

test('values that the address does not know are named, not thrown, and are text', async ({ page }) => {
  await page.goto('./?step=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&r=0&site=site9&sample=99999&edit=s1:7')
  await expect(page.locator('.notice')).toHaveCount(4)
  await expect(page.locator('.notice').first()).toContainText('<img src=x')
  await expect(page.locator('main img[src="x"]')).toHaveCount(0)
  await expect(page.locator('.step-text h2')).toContainText('A window cannot see the bar')
})

test('shuffled pixels leave z alone; the other tries do what they say', async ({ page }) => {
  await page.goto('./?step=squeeze')
  await page.getByRole('button', { name: 'Shuffle the pixels of U' }).click()
  await expect(page.getByText('Largest change of z: 0', { exact: true })).toBeVisible()
  await page.goto('./?step=gate')
  await page.getByRole('radio', { name: 'softmax' }).click()
  const gates = (await page.locator('.loom.wide .gates text').allInnerTexts()).map(Number)
  expect(gates.reduce((sum, gate) => sum + gate, 0)).toBeCloseTo(1, 0)
  await page.goto('./?step=mix')
  await page.getByRole('slider', { name: 'Reduction ratio r' }).press('ArrowRight')
  await expect(page.locator('.notice')).toContainText('r = 8')
  await expect(page.locator('.loom.wide .weights.w1 .hidden-row')).toHaveCount(2)
  await page.getByRole('button', { name: /Back to the trained/ }).click()
  await expect(page.locator('.loom.wide .weights.w1 .hidden-row')).toHaveCount(4)
})

test('a gate is closed, dragged and brought back', async ({ page }) => {
  await page.goto('./?step=scale&channel=1')
  const own = await page.locator('.loom.wide .gates text').nth(1).textContent()
  await page.getByRole('slider', { name: /Gate of channel 1/ }).press('Home')
  await expect(page.locator('.loom.wide .gates text').nth(1)).toHaveText('0.00')
  await expect(page).toHaveURL(/edit=s1:0/)
  const box = await page.locator('.loom.wide [data-stage="s"]').boundingBox()
  if (box === null) throw new Error('no row of gates')
  const x = box.x + (box.width * 1.5) / 16
  await page.mouse.move(x, box.y + box.height * 0.7)
  await page.mouse.down()
  await page.mouse.move(x, box.y + box.height * 0.4, { steps: 4 })
  await page.mouse.up()
  const dragged = Number(await page.locator('.loom.wide .gates text').nth(1).textContent())
  expect(dragged).toBeGreaterThan(0.3)
  expect(dragged).toBeLessThan(0.7)
  await page.getByRole('button', { name: 'All as computed' }).click()
  await expect(page.locator('.loom.wide .gates text').nth(1)).toHaveText(own ?? '')
})

test('held, the gates stand at their mean; let go, they are back', async ({ page }) => {
  await page.goto('./?step=result')
  const own = await page.locator('.loom.wide .gates text').allInnerTexts()
  const button = page.getByRole('button', { name: 'Hold: gates at their mean' })
  await button.hover()
  await page.mouse.down()
  await expect(page.locator('.loom.wide .gates text').first()).not.toHaveText(own[0] ?? '')
  await page.mouse.up()
  await expect(page.locator('.loom.wide .gates text').first()).toHaveText(own[0] ?? '')
})

test('the reader composes a picture and draws a digit', async ({ page }) => {
  await page.goto('./')
  await page.getByText('Compose one').click()
  const composer = page.getByRole('group', { name: /Compose|picture/i }).first()
  await expect(composer).toBeVisible()
  await page.locator('.composer input[type="radio"]').nth(12).check({ force: true })
  await expect(page).toHaveURL(/sample=c\d+-\d+b[01]/)
  await page.goto('./?net=digits')
  await page.getByText('Draw a digit').click()
  const pad = page.locator('.draw-pad svg')
  const box = await pad.boundingBox()
  if (box === null) throw new Error('no pad')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.15)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.85, { steps: 12 })
  await page.mouse.up()
  await expect(page).toHaveURL(/sample=drawn/)
  await expect(prediction(page)).toHaveText('1')
})

test('languages, themes and networks change in place', async ({ page }) => {
  await page.goto('./')
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

test('a tap on a phone picks the channel', async ({ browser, site }) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  const page = await context.newPage()
  await page.goto(`${site.url}?step=gate`)
  const row = page.locator('.loom.phone [data-stage="s"]')
  const box = await row.boundingBox()
  if (box === null) throw new Error('no row')
  await page.touchscreen.tap(box.x + (box.width * 9.5) / 16, box.y + box.height / 2)
  await expect(row).toHaveAttribute('aria-valuenow', '9')
  await expect(page.locator('.lens figcaption').nth(1)).toContainText('9')
  await context.close()
})
