/** Keys, fingers, widths: everything can be reached, and nothing moves that should not. */
import type { Locator, Page } from '@playwright/test'
import { stepIds } from '../../src/model/state/steps.ts'
import { expect, test } from './fixtures.ts'
import { closeMenu, goTo, numberIn, open, openMenu, row, settled, stateOf, stepLink, unfold } from './page.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

interface Shift extends PerformanceEntry {
  readonly value: number
  readonly hadRecentInput: boolean
}

interface ShiftWindow extends Window {
  shifted?: number
}

test('arrow keys, Home, End and Shift in the figure; it is one tab stop', async ({ page }) => {
  await open(page)
  await unfold(page)
  await expect(page.locator('.loom [role="slider"][tabindex="0"]')).toHaveCount(1)
  const U = row(page, 'U')
  await U.focus()
  const at = async (key: string) => {
    await page.keyboard.press(key)
    return stateOf(page)
  }
  expect(await at('Home')).toMatchObject({ stage: 'U', channel: 0 })
  expect(await at('ArrowLeft')).toMatchObject({ channel: 0 })
  expect(await at('ArrowRight')).toMatchObject({ channel: 1 })
  expect(await at('End')).toMatchObject({ channel: 15 })
  expect(await at('ArrowRight')).toMatchObject({ channel: 15 })
  await expect(U).toHaveAttribute('aria-valuenow', '15')
  const { h, w } = (await stateOf(page)).cell ?? { h: Number.NaN, w: Number.NaN }
  expect(await at('Shift+ArrowRight')).toMatchObject({ cell: { h, w: w + 1 } })
  expect(await at('Shift+ArrowUp')).toMatchObject({ cell: { h: h - 1, w: w + 1 } })
  await at('ArrowDown')
  expect(await at('ArrowDown')).toMatchObject({ stage: 'w1', hidden: 0 })
  expect(await at('Shift+ArrowDown')).toMatchObject({ stage: 'w1', hidden: 1 })
  expect(await at('ArrowDown')).toMatchObject({ stage: 'hidden' })
  expect(await at('ArrowRight')).toMatchObject({ hidden: 2, channel: 15 })
  await expect(page.locator('.loom [role="slider"][tabindex="0"]')).toHaveCount(1)
  await expect(row(page, 'hidden')).toBeFocused()
  // Keys with Alt, Ctrl or Meta are the browser's.
  expect(await at('Control+ArrowRight')).toMatchObject({ hidden: 2 })
})

test('a button that goes when it is pressed hands the focus on', async ({ page }) => {
  await open(page, '?step=mix&cover=z&r=0')
  const focused = () => page.evaluate(() => document.activeElement?.tagName ?? '')
  await page.getByRole('button', { name: 'gate: 4 hidden' }).press('Enter')
  await expect(row(page, 'w2')).toBeFocused()
  for (const name of ['Uncover', 'Close']) {
    await page.locator('.notice').getByRole('button', { name }).press('Enter')
    await expect(page.locator('.notice').getByRole('button', { name })).toHaveCount(0)
    await expect.poll(focused).not.toBe('BODY')
  }
  // One press further on than the notice that was closed: the first thing below it.
  await expect(page.locator('[data-part="try"] button')).toBeFocused()
  await (await openMenu(page)).getByRole('button', { name: 'Projector' }).press('Enter')
  await expect(page.locator('.menu-panel')).toHaveCount(0)
  await expect(page.locator('.menu-button')).toBeFocused()
})

test('on a phone the menu, its glossary and the arrows keep the focus', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 664 })
  await open(page, '?step=scale')
  const next = page.locator('.step-arrow').last()
  await next.press('Enter')
  await expect(stepLink(page, 'result')).toHaveAttribute('aria-current', 'step')
  await expect(next).toBeFocused()
  const menu = page.locator('.menu-button')
  await menu.press('Enter')
  const glossary = page.locator('.menu-panel').getByRole('button', { name: 'Glossary' })
  await glossary.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  const widths = await page
    .locator('.glossary, .glossary *')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right))
  expect(Math.max(...widths)).toBeLessThanOrEqual(390)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(glossary).toBeFocused()
  await page.locator('.menu-panel').getByRole('combobox').first().selectOption('digits')
  await expect(page).toHaveURL(/net=digits/)
  await expect(menu).toBeFocused()
  // Tab leaves the open menu, and it closes.
  await menu.press('Enter')
  await expect(page.locator('.menu-panel')).toBeVisible()
  await page.keyboard.press('Shift+Tab')
  await expect(page.locator('.menu-panel')).toHaveCount(0)
})

test('up and down go through the stages that stand open', async ({ page }) => {
  await open(page, '?step=mix')
  await row(page, 'z').focus()
  const stages: string[] = []
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp']) {
    await page.keyboard.press(key)
    stages.push((await stateOf(page)).stage)
  }
  expect(stages).toEqual(['w1', 'hidden', 's', 's', 'hidden'])
  await expect(row(page, 'hidden')).toBeFocused()
  // A strip is a button: it opens by key, too.
  await page.getByRole('button', { name: 'gate: 4 hidden' }).press('Enter')
  await row(page, 'hidden').focus()
  await page.keyboard.press('ArrowDown')
  expect(await stateOf(page)).toMatchObject({ stage: 'w2', step: 'mix' })
})

test('outside the figure no single key does anything, but for those that step', async ({ page }) => {
  await open(page, '?step=squeeze')
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  const before = await stateOf(page)
  for (const key of 'abcdefghijklmnopqrstuvwxyz0123456789?/+-') await page.keyboard.press(key)
  for (const key of ['Escape', 'ArrowUp', 'ArrowDown', 'Home', 'End']) await page.keyboard.press(key)
  for (const key of ['ArrowLeft', 'ArrowRight', 'PageDown'])
    for (const modifier of ['Control', 'Alt', 'Shift']) {
      // Alt with an arrow is the browser's: back and forward.
      if (modifier === 'Alt' && key !== 'PageDown') continue
      await page.keyboard.press(`${modifier}+${key}`)
    }
  expect(await stateOf(page)).toEqual(before)
  await page.keyboard.press('ArrowRight')
  expect(await stateOf(page)).toEqual({ ...before, step: 'mix', stage: 'hidden' })
  await page.keyboard.press('ArrowLeft')
  expect(await stateOf(page)).toEqual({ ...before, stage: 'z' })
  // In a field of the page they are the field's.
  await page.getByRole('combobox', { name: 'Network' }).focus()
  await page.keyboard.press('PageUp')
  await row(page, 'z').focus()
  for (const key of ['ArrowRight', 'ArrowLeft']) await page.keyboard.press(key)
  expect((await stateOf(page)).step).toBe('squeeze')
})

test('the skip link leads to the figure', async ({ page }) => {
  await open(page)
  await page.keyboard.press('Tab')
  await expect(page.locator('a.skip')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect.poll(() => new URL(page.url()).hash).toBe('#figure')
})

for (const width of [320, 390, 768, 1024, 1440]) {
  test(`${width} pixels: no sideways scrolling at any step, and nothing jumps`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 })
    await page.addInitScript(() => {
      const seen = window as ShiftWindow
      seen.shifted = 0
      new PerformanceObserver((list) => {
        for (const shift of list.getEntries() as Shift[])
          if (!shift.hadRecentInput) seen.shifted = (seen.shifted ?? 0) + shift.value
      }).observe({ type: 'layout-shift', buffered: true })
    })
    for (const path of ['', 'ko/'] as const) {
      // The second visit: at the first, fonts may come late where a machine has none of its own for a language.
      await open(page, '', { path })
      await open(page, '', { path })
      for (const step of stepIds) {
        await goTo(page, step)
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(over, `${path}${step}`).toBeLessThanOrEqual(0)
      }
      expect(await page.evaluate(() => (window as ShiftWindow).shifted), path).toBeLessThan(0.02)
    }
  })
}

function inTheMiddle(of: Locator): Promise<void> {
  return of.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }))
}

/** One finger, as the browser gets it from the screen: it may take the movement for scrolling. */
async function drag(page: Page, on: Locator, dx: number, dy: number): Promise<void> {
  await inTheMiddle(on)
  const box = await on.boundingBox()
  if (box === null) throw new Error('nothing to touch')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  // Left open: in some versions of Chromium the end of a session ends the page's touch screen as well.
  const screen = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', share: number) =>
    screen.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: x + dx * share, y: y + dy * share }],
    })
  await touch('touchStart', 0)
  for (let i = 1; i <= 8; i++) await touch('touchMove', i / 8)
  await touch('touchEnd', 1)
}

test.describe('a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('a swipe on the text goes one step on or back, and nothing else does', async ({ page }) => {
    await open(page, '?step=transform')
    const text = page.locator('[data-part="text"] > p').first()
    const at = async () => (await stateOf(page)).step
    await drag(page, text, -110, 8)
    await expect.poll(at).toBe('squeeze')
    await drag(page, page.locator('[data-part="text"] > p .symbol').first(), 110, 8)
    await expect.poll(at).toBe('transform')
    // Too short; up, which scrolls; on a control.
    await drag(page, text, -45, 0)
    const before = await page.evaluate(() => scrollY)
    await drag(page, text, -40, -160)
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before)
    await drag(page, page.locator('.predict summary'), -110, 0)
    await drag(page, page.locator('.step-try p').first(), -110, 0)
    expect(await at()).toBe('transform')
    await drag(page, text, 110, 0)
    await expect.poll(at).toBe('why')
    await drag(page, text, 110, 0)
    expect(await at()).toBe('why')
  })

  test('a finger brushes the map; the page neither scrolls nor changes its step', async ({ page }) => {
    await open(page, '?step=squeeze&site=site2&channel=5')
    await page.locator('.step-try details summary').tap()
    const map = page.getByRole('img', { name: 'Map of channel 5' })
    await inTheMiddle(map)
    const box = await map.boundingBox()
    if (box === null) throw new Error('no map to brush')
    const cell = box.width / 7
    await drag(page, map, -2 * cell, -3 * cell)
    await expect(map).toHaveAccessibleName(/rows 0 to 3, columns 1 to 3\.$/)
    // It stands where the drag began.
    const after = await map.boundingBox()
    expect(Math.abs((after?.y ?? 0) - box.y)).toBeLessThan(2)
    expect((await stateOf(page)).step).toBe('squeeze')
  })

  test('a tap picks the channel, and the strip follows', async ({ page }) => {
    await open(page, '?step=gate')
    const gates = row(page, 's')
    const box = await gates.boundingBox()
    if (box === null) throw new Error('no row of gates')
    await page.touchscreen.tap(box.x + (box.width * 9.5) / 16, box.y + box.height / 2)
    await expect(gates).toHaveAttribute('aria-valuenow', '9')
    await expect(page.locator('.strip-name sub')).toHaveText('9')
    const s = numberIn((await page.getByTestId('strip-result').textContent()) ?? '')
    await expect(page.locator('.loom .gates text.selected')).toHaveText(new RegExp(`^${s.toFixed(2)}↕?$`))
    await stepLink(page, 'squeeze').tap()
    await expect(page.locator('.step-panel')).toHaveClass(/step-squeeze/)
    expect(await stateOf(page)).toMatchObject({ channel: 9, stage: 'z' })
  })

  test('32 channels come on two pages', async ({ page }) => {
    await open(page, '?site=site2&step=scale&channel=3')
    await page.getByRole('button', { name: 'Channels 16 to 31' }).tap()
    await expect(row(page, 's')).toHaveAttribute('aria-valuenow', '16')
    await expect(page.locator('.loom .names .selected')).toHaveText('16')
  })
})

test('hydrates without a word at / and /ko/, whatever is stored in this browser', async ({ page }) => {
  // The watch of every test fails on any console message.
  await open(page)
  const menu = await openMenu(page)
  await menu.getByRole('combobox', { name: 'Theme' }).selectOption('dark')
  await menu.getByRole('button', { name: 'Projector' }).click()
  await closeMenu(page)
  await unfold(page)
  const kept = (name: string) => page.evaluate((key) => localStorage.getItem(key), `se-explainer:${name}`)
  await expect.poll(() => kept('theme')).toBe('dark')
  await expect.poll(() => kept('unfolded')).toBe('1')
  await page.goto('./ko/')
  await settled(page)
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.locator('html')).toHaveAttribute('data-projector', 'true')
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
  await expect(page.locator('.loom .folded')).toHaveCount(0)
})
