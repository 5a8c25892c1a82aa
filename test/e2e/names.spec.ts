/** Names in the reader's files are of any length: the page is as wide as its window, and nothing is cut without a word. */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { goTo, open, pressPause, type SiteWindow, settled, train } from './page.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const widths = [320, 390] as const

/** Without a break, with underscores, with blanks, in Hangul. */
const classes = [
  'W'.repeat(60),
  'walking_downstairs_with_a_heavy_load_in_the_left_hand_and_no',
  'walking downstairs with a heavy load in the left hand and so',
  '무거운짐을들고계단을내려가는동작을여러번되풀이한기록의이름',
] as const
const variables = ['tBodyAccelerometerJerkMagnitudeStandardDeviationAlongAxisX', 'M'.repeat(40)] as const
const file = `${'Recordings_of_everyday_movements_'.repeat(5)}.csv`

function table(): string {
  const rows = Array.from({ length: 40 * 16 }, (_, i) => {
    const [n, t] = [Math.floor(i / 16), i % 16]
    const kind = n % classes.length
    const values = variables.map((_, v) => (Math.sin(t * (0.3 + 0.3 * kind) + n + v) * (kind + 1)).toFixed(3))
    return `s${n},${t},${classes[kind]},${values.join(',')}`
  })
  return `id,time,label,${variables.join(',')}\n${rows.join('\n')}\n`
}

/** Everything that stands out of the window, or out of the figure, at either width. */
async function expectToFit(page: Page, where: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 })
    const found = () =>
      page.evaluate(() => {
        const { scrollWidth } = document.documentElement
        const extra = document.querySelector('.loom-extra')
        // The figure shows as much around it (loom.css).
        const cut = extra === null ? 0 : extra.scrollHeight - extra.clientHeight - 8
        return { sideways: scrollWidth - innerWidth, cut: Math.max(0, cut) }
      })
    // The charts are drawn anew a moment after their room has changed.
    await expect.poll(found, { message: `${where}, ${width}` }).toEqual({ sideways: 0, cut: 0 })
  }
}

async function openLong(page: Page, path: '' | 'ko/'): Promise<void> {
  await page.goto(`./${path}?net=series&data=own`)
  await page
    .locator('.own input[type="file"]:not([webkitdirectory])')
    .setInputFiles({ name: file, mimeType: 'text/csv', buffer: Buffer.from(table()) })
  await expect(page.locator('.csv-curves li')).toHaveCount(classes.length)
  await expectToFit(page, 'the dialog')
  // What a column holds can be chosen without scrolling for it.
  await page.setViewportSize({ width: 320, height: 844 })
  const ends = await page
    .locator('.csv-columns select')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right))
  expect(Math.max(...ends)).toBeLessThanOrEqual(304)
  await expect(page.locator('.csv-curves')).toContainText(classes[0])
  await page.locator('.csv-mapping button.primary').click()
  await settled(page)
}

/** As much of the page as is there, tables included. */
async function unfoldAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
}

test.describe('on a phone, with long names of classes, variables and files', () => {
  test.use({ viewport: { width: 320, height: 844 } })

  test('nothing stands out of the window at any step, nor once it is trained', async ({ page }) => {
    await openLong(page, '')
    for (const step of ['scale', 'result'] as const) {
      await goTo(page, step)
      await unfoldAll(page)
      await expectToFit(page, step)
    }
    // In the figure they are cut, and told whole on pointing.
    const cut = page.locator('.result-extra li span[title]').first()
    await expect(cut).toHaveText(/^predicts .{11}… \(/)
    await expect(cut).toHaveAttribute('title', /^predicts .{25}/)
    await train(page)
    await page.waitForFunction(
      () => ((window as unknown as SiteWindow).seExplainer.store.getState().live?.step ?? 0) > 4,
    )
    await expectToFit(page, 'while it trains')
    await pressPause(page)
    await page.locator('.net-node.lstm').click()
    await page.getByRole('button', { name: 'Measure on the test set' }).click()
    await expect(page.getByTestId('moved-gates')).toBeVisible()
    await unfoldAll(page)
    await expectToFit(page, 'trained')
    // Whole names, wherever they are not cut: of the pair, and of the means by class.
    const names = await page
      .locator('section.pair')
      .getByRole('row', { name: /^True class/ })
      .getByRole('cell')
      .allTextContents()
    expect(names).toHaveLength(2)
    for (const name of names) expect(classes).toContain(name)
    await expect(page.locator('.groups li > span:first-child')).toHaveText(classes.toSorted())
  })

  test('nor in Korean', async ({ page }) => {
    await openLong(page, 'ko/')
    await goTo(page, 'result')
    await unfoldAll(page)
    await expectToFit(page, 'result')
  })
})

for (const path of ['', 'ko/'] as const) {
  test(`${path || 'en/'}: the page's own series at 320 and 390 pixels`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 844 })
    await open(page, '?net=series', { path })
    await goTo(page, 'result')
    await expectToFit(page, 'result')
    // The step with the longest name: none lies over another one, or over an arrow.
    await page.setViewportSize({ width: 320, height: 844 })
    await goTo(page, 'transform')
    const edges = await page
      .locator('.step-bar > button, .step-bar a')
      .evaluateAll((all) =>
        all.map((one) => one.getBoundingClientRect()).map(({ left, right }) => [left, right]),
      )
    const inOrder = edges.toSorted(([a = 0], [b = 0]) => a - b)
    for (const [i, [left = 0]] of inOrder.entries())
      if (i > 0) expect(left, `control ${i}`).toBeGreaterThanOrEqual((inOrder[i - 1]?.[1] ?? 0) - 1)
  })
}

test.describe('a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('has nothing to drop files with, and is not told to', async ({ page }) => {
    await page.goto('./?net=series&data=own')
    await expect(page.getByText('Open a file. The figure then shows', { exact: false })).toBeVisible()
    await expect(page.getByText(/drop/i)).toHaveCount(0)
  })
})
