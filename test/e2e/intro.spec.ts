/** The one pass of the first ten seconds, on the built site: what a minifier makes of its style sheet too. */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { settled } from './page.ts'

const passMs = 4500

/** Marks of the step that the page opens on, and by what they move. */
const moved = {
  '.funnel': 'pass-funnel',
  '.squeezed > .stem': 'pass-fall',
  '.squeezed > .dots': 'pass-fall',
  '.folded': 'pass-mix',
  '.gates .bar': 'pass-fill',
  'canvas.maps-out': 'pass-come',
  '.gates .ghost': 'pass-last',
} as const

/** Opens the page and holds it in the middle of its pass: neither its timers nor the animations go on by themselves. */
async function openInPass(page: Page): Promise<void> {
  await page.clock.install()
  await page.goto('./')
  await expect(page.locator('.looms.passing')).toBeAttached()
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000)
  await page.evaluate(() => {
    for (const one of document.getAnimations()) one.pause()
  })
}

const seek = (page: Page, share: number) =>
  page.evaluate((time) => {
    for (const one of document.getAnimations()) one.currentTime = time
  }, share * passMs)

const figure = (page: Page) => page.locator('.looms').screenshot({ animations: 'allow' })

/** Where what must not move stands, and how tall the page is. */
const stands = (page: Page) =>
  page.evaluate(() => [
    ...['.lead', '.try', '.sample', '.looms', '.lesson-text', '.strip'].map((name) =>
      JSON.stringify(document.querySelector(name)?.getBoundingClientRect()),
    ),
    document.documentElement.scrollHeight,
    scrollY,
  ])

const gates = (page: Page) =>
  page.evaluate(() => {
    const bar = document.querySelector('.loom .gates .bar') as Element
    const ghost = document.querySelector('.loom .gates .ghost') as Element
    const maps = document.querySelector('.loom canvas.maps-out') as Element
    return {
      height: bar.getBoundingClientRect().height,
      ticks: Number(getComputedStyle(ghost).opacity),
      maps: Number(getComputedStyle(maps).opacity),
    }
  })

const passing = (page: Page) => page.locator('.passing')

for (const viewport of [
  { width: 1366, height: 640 },
  { width: 390, height: 664 },
]) {
  test.describe(`at ${viewport.width} px`, () => {
    test.use({ viewport })

    test('the pass is seen to move, and ends with the still figure', async ({ page, context }) => {
      const other = await context.newPage()
      await other.setViewportSize(viewport)
      await other.emulateMedia({ reducedMotion: 'reduce' })
      await other.goto('./')
      await settled(other)
      await expect(other.locator('.loom canvas.maps-out[data-painted]')).toBeAttached()
      const still = { figure: await figure(other), ...(await gates(other)), stands: await stands(other) }
      await other.close()

      await openInPass(page)
      const styles = await page.evaluate(
        (names) =>
          names.map((name) => {
            const { animationName, animationDuration } = getComputedStyle(
              document.querySelector(`.loom ${name}`) as Element,
            )
            return [name, animationName, animationDuration]
          }),
        Object.keys(moved),
      )
      expect(styles).toEqual(Object.entries(moved).map(([name, by]) => [name, by, '4.5s']))

      await seek(page, 0.2)
      const early = { figure: await figure(page), ...(await gates(page)) }
      expect(early).toMatchObject({ height: 0, ticks: 0, maps: 0 })
      expect(await stands(page)).toEqual(still.stands)
      await expect(page.locator('.lead')).toBeInViewport({ ratio: 1 })
      await expect(page.locator('.try')).toBeInViewport({ ratio: 1 })

      await seek(page, 0.64)
      const middle = { figure: await figure(page), ...(await gates(page)) }
      expect(middle.height).toBeGreaterThan(still.height * 0.2)
      expect(middle.height).toBeLessThan(still.height * 0.8)
      expect(middle.figure.equals(early.figure)).toBe(false)
      expect(middle.figure.equals(still.figure)).toBe(false)

      // All but the ticks of the other bar.
      await seek(page, 0.88)
      const late = { figure: await figure(page), ...(await gates(page)) }
      expect(late).toMatchObject({ height: still.height, ticks: 0, maps: 1 })
      expect(late.figure.equals(still.figure)).toBe(false)
      expect(await stands(page)).toEqual(still.stands)

      await page.clock.resume()
      await expect(passing(page)).toHaveCount(0)
      expect(await gates(page)).toEqual({ height: still.height, ticks: 1, maps: 1 })
      expect((await figure(page)).equals(still.figure)).toBe(true)
      expect(await stands(page)).toEqual(still.stands)
    })
  })
}

test('with reduced motion nothing moves, and the end is there', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('./')
  await settled(page)
  const before = await figure(page)
  await page.waitForTimeout(1000)
  await expect(passing(page)).toHaveCount(0)
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
  expect(await gates(page)).toMatchObject({ ticks: 1, maps: 1 })
  expect((await figure(page)).equals(before)).toBe(true)
})

test('it is seen once a visit', async ({ page }) => {
  await page.goto('./')
  await expect(passing(page)).toHaveCount(1)
  await page.reload()
  await settled(page)
  await page.waitForTimeout(1000)
  await expect(passing(page)).toHaveCount(0)
})

test('an address that asks for something of its own gets no pass', async ({ page }) => {
  await page.goto('./?step=gate')
  await settled(page)
  await page.waitForTimeout(1000)
  await expect(passing(page)).toHaveCount(0)
})

const inputs: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'a key': (page) => page.keyboard.press('Shift'),
  'a press': (page) => page.locator('.lesson-text p').first().click(),
  'the wheel': (page) => page.mouse.wheel(0, 40),
}
for (const [name, act] of Object.entries(inputs)) {
  test(`${name} ends it`, async ({ page }) => {
    await openInPass(page)
    await seek(page, 0.2)
    expect((await gates(page)).height).toBe(0)
    await act(page)
    await expect(passing(page)).toHaveCount(0)
    expect((await gates(page)).height).toBeGreaterThan(10)
    expect(await gates(page)).toMatchObject({ ticks: 1, maps: 1 })
  })
}
