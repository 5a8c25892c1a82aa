/** The page on paper: a sheet of A4 from windows of all widths, in either theme. */
import { inflateSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { goTo, open } from './page.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

/** Between the margins of A4, in CSS pixels. */
const sheet = { width: 703, height: 1032 }
const windows = [
  { width: 390, height: 664, layout: 'phone' },
  { width: 1024, height: 640, layout: 'medium' },
  { width: 1366, height: 640, layout: 'wide' },
] as const

interface PdfImage {
  readonly width: number
  readonly height: number
  /** Mean of all channels, 0–255; null: not stored as plain RGB. */
  readonly mean: number | null
}

/** Coloured images of a PDF as Chromium writes it: dictionaries in plain text, pixels deflated. */
function imagesIn(pdf: Buffer): PdfImage[] {
  const text = pdf.toString('latin1')
  const found: PdfImage[] = []
  for (const match of text.matchAll(/<<([^>]*\/Subtype \/Image[\s\S]*?)>>\s*stream\r?\n/g)) {
    const dictionary = match[1] ?? ''
    const number = (name: string) => Number(new RegExp(`/${name} (\\d+)`).exec(dictionary)?.[1])
    const [width, height] = [number('Width'), number('Height')]
    if (/DeviceGray/.test(dictionary)) continue
    const begin = match.index + match[0].length
    const bytes = pdf.subarray(begin, begin + number('Length'))
    const pixels = /FlateDecode/.test(dictionary) ? inflateSync(bytes) : null
    const mean =
      pixels === null || pixels.length !== width * height * 3
        ? null
        : pixels.reduce((sum, value) => sum + value, 0) / pixels.length
    found.push({ width, height, mean })
  }
  return found
}

/** The page as it stands on the sheet: visible boxes, and what is not to be there. */
async function onSheet(page: Page) {
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize(sheet)
  return page.evaluate(() => {
    const seen = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
    )
    const name = (element: Element) => `${element.tagName} ${element.getAttribute('class') ?? ''}`
    const clips = (element: Element) => element.closest('.visually-hidden') !== null
    return {
      tooWide: seen
        .filter((element) => !clips(element) && element.getBoundingClientRect().right > innerWidth + 1)
        .map(name),
      scrolls: document.documentElement.scrollWidth > innerWidth,
      controls: seen
        .filter((element) => element.matches('select, input, nav, [role="dialog"], button:not(.input-sum)'))
        .map(name),
      stuck: seen
        .filter((element) => ['sticky', 'fixed'].includes(getComputedStyle(element).position))
        .map(name),
      paper: getComputedStyle(document.documentElement).backgroundColor,
      lead: getComputedStyle(document.querySelector('.lead') as Element).color,
    }
  })
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const { width, height, layout } of windows) {
    test.describe(`from ${width} px, ${colorScheme}`, () => {
      test.use({ viewport: { width, height }, colorScheme })

      test('the sheet holds the whole loom, in light colours', async ({ page }) => {
        await open(page, '?step=mix')
        await goTo(page, 'mix')
        const lead = (await page.locator('.lead').textContent()) ?? ''
        const formula = (await page.locator('.strip-math').textContent()) ?? ''
        const images = imagesIn(await page.pdf({ format: 'A4' }))
        // U and X̃ of 16 channels at 15 × 14 cells of 4 pixels, X finer than its 28 × 28.
        expect(images.filter((image) => image.width === 960 && image.height === 56)).toHaveLength(2)
        expect(images.filter((image) => image.width >= 224 && image.width === image.height)).toHaveLength(1)
        for (const { mean } of images) expect(mean).toBeGreaterThan(180)
        // The screen is as it was.
        await expect(page.locator('.loom')).toHaveCount(1)
        await expect(page.locator(`.loom.${layout} .row-slider`)).toHaveCount(4)

        const { tooWide, scrolls, controls, stuck, paper, lead: ink } = await onSheet(page)
        expect({ tooWide, scrolls, controls, stuck }).toEqual({
          tooWide: [],
          scrolls: false,
          controls: [],
          stuck: [],
        })
        expect([paper, ink]).toEqual(['rgb(255, 255, 255)', 'rgb(27, 30, 36)'])
        await expect(page.locator('.lead')).toHaveText(lead)
        await expect(page.locator('.strip-math')).toBeVisible()
        await expect(page.locator('.strip-math')).toHaveText(formula)
        const loom = page.locator('.loom').filter({ visible: true })
        await expect(loom).toHaveCount(1)
        await expect(loom.locator('.row-slider')).toHaveCount(8)
        await expect(loom.locator('.folded')).toHaveCount(0)
        const box = await loom.boundingBox()
        expect(box?.width).toBeGreaterThan(sheet.width * 0.9)
        await expect(page.locator('.sample')).toBeVisible()
        await expect(page.getByTestId('prediction')).toBeVisible()
        const fills = page.locator('.output-bars .fill')
        await expect(fills).toHaveCount(10)
        const style = await fills.last().evaluate((fill) => {
          const { backgroundColor, printColorAdjust } = getComputedStyle(fill)
          return { backgroundColor, printColorAdjust }
        })
        expect(style).toEqual({ backgroundColor: 'rgb(27, 30, 36)', printColorAdjust: 'exact' })
      })
    })
  }
}

test.describe('from a phone', () => {
  test.use({ viewport: { width: 390, height: 664 } })

  test('notes stand as they are, and the sources follow, in Korean too', async ({ page }) => {
    await open(page, '?step=gate', { path: 'ko/' })
    await expect(page.locator('.sources')).toBeVisible()
    await page.locator('.step-notes summary').first().click()
    await expect(page.locator('.step-notes details').first().locator('p').first()).toBeVisible()
    await page.pdf({ format: 'A4' })
    await onSheet(page)
    const notes = page.locator('.step-notes details')
    await expect(notes.nth(0).locator('p').first()).toBeVisible()
    await expect(notes.nth(1).locator('p').first()).toBeHidden()
    await expect(page.locator('.sources li').first()).toBeVisible()
  })

  test('series are painted for the sheet, as curves', async ({ page }) => {
    await open(page, '?net=series')
    await expect(page.locator('.maps-U[data-painted]')).toBeAttached()
    const images = imagesIn(await page.pdf({ format: 'A4' }))
    // As fine as a printer needs them, not as the phone shows them.
    const maps = images.filter((image) => image.width > 1800)
    expect(maps).toHaveLength(2)
    for (const { mean } of maps) expect(mean).toBeGreaterThan(180)
  })
})

test('what the step draws besides the stages is there at once', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 640 })
  await open(page, '?step=scale')
  await expect(page.locator('.scale-extra')).toBeVisible()
  const images = imagesIn(await page.pdf({ format: 'A4' }))
  // One channel large, before and after its gate: 60 × 56 each.
  expect(images.filter((image) => image.width === 60 && image.height === 56)).toHaveLength(2)
})
