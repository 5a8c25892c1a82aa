/**
 * A step is on one screen: what it says, what to try, the sample, its reading and the gates, at the heights that the
 * bars of browsers leave, in both languages, at every step, idle and after the Try; and what changes is seen.
 */
import type { Locator, Page } from '@playwright/test'
import { stepIds } from '../../src/model/state/steps.ts'
import { expect, test } from './fixtures.ts'
import { open, stepLink } from './page.ts'

const sizes = [
  [1366, 640],
  [1280, 600],
  [1024, 640],
  [390, 664],
] as const

const networks = [
  ['inks', ''],
  ['digits', '?net=digits'],
  ['cued', '?net=series&data=cued'],
  ['weather', '?net=series&data=weather'],
] as const

const part = (page: Page, name: string): Locator => page.locator(`[data-part="${name}"]`)

const parts = ['lead', 'try', 'x', 'reading', 'gates'] as const

/** Parts that do not lie wholly in the window, of which there is not one, or that nobody can see. */
function outOfWindow(page: Page, names: readonly string[]): Promise<string[]> {
  return page.evaluate(
    (wanted) =>
      wanted.flatMap((name) => {
        const found = document.querySelectorAll(`[data-part="${name}"]`)
        const [one] = found
        if (found.length !== 1 || one === undefined) return [`${found.length} × ${name}`]
        const box = one.getBoundingClientRect()
        const isSeen = one.checkVisibility({ visibilityProperty: true }) && box.width > 0 && box.height > 0
        const isInside =
          box.left >= -0.5 &&
          box.top >= -0.5 &&
          box.right <= innerWidth + 0.5 &&
          box.bottom <= innerHeight + 0.5
        return isSeen && isInside ? [] : [`${name} ${JSON.stringify(box)} in ${innerWidth} × ${innerHeight}`]
      }),
    names,
  )
}

async function expectInWindow(page: Page, names: readonly string[], where: string): Promise<void> {
  await expect.poll(() => outOfWindow(page, names), { message: where, timeout: 5000 }).toEqual([])
}

async function expectLesson(page: Page, step: string, where: string): Promise<void> {
  // There the Try would give its answer away.
  await expectInWindow(page, step === 'squeeze' ? parts.filter((name) => name !== 'reading') : parts, where)
  expect(await page.evaluate(() => scrollY), `${where}: not scrolled`).toBe(0)
}

/** What the Try may change: the figure's numbers, what is read, the window on X. */
function seen(page: Page): Promise<string> {
  return page.evaluate(() => {
    const text = (selector: string) =>
      [...document.querySelectorAll(selector)].map((one) => one.textContent).join('|')
    const drawn = (selector: string) =>
      [...document.querySelectorAll(selector)].map((one) => one.outerHTML).join('|')
    const canvases = [...document.querySelectorAll<HTMLCanvasElement>('.loom canvas, .sample canvas')].map(
      (one) => one.toDataURL(),
    )
    return [text('[data-part="reading"]'), drawn('.loom svg'), drawn('.sample svg'), ...canvases].join('\n')
  })
}

/** Labels below so many CSS pixels, cut off, or beside the window, in what it shows of the lesson. */
function badLabels(page: Page, least = 12): Promise<string[]> {
  return page.evaluate((smallest) => {
    const bad: string[] = []
    /** What frames cut off: the same few stand around all labels. */
    const frames = new Map<Element, { box: DOMRect; clip: CSSStyleDeclaration } | null>()
    const frameOf = (element: Element) => {
      const known = frames.get(element)
      if (known !== undefined) return known
      const clip = getComputedStyle(element)
      const cuts =
        clip.clipPath === 'inset(50%)' || clip.overflow !== 'visible' || clip.overflowX !== 'visible'
      const frame = cuts ? { box: element.getBoundingClientRect(), clip } : null
      frames.set(element, frame)
      return frame
    }
    const roots = document.querySelectorAll('.page-header, .step-row, .lesson-screen')
    const walk = (node: Node): void => {
      for (const child of node.childNodes) {
        if (child instanceof Text) {
          if (child.data.trim() !== '' && child.parentElement !== null) look(child, child.parentElement)
        } else if (child instanceof Element) walk(child)
      }
    }
    const look = (text: Text, element: Element): void => {
      const style = getComputedStyle(element)
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return
      if (element.closest('.visually-hidden, .menu-word, select, option') !== null) return
      const range = document.createRange()
      range.selectNodeContents(text)
      const box = range.getBoundingClientRect()
      if (box.width === 0 || box.height === 0 || box.top > innerHeight || box.bottom < 0) return
      const scale = element instanceof SVGGraphicsElement ? Math.abs(element.getScreenCTM()?.a ?? 1) : 1
      const size = Number.parseFloat(style.fontSize) * scale
      // Subscripts belong to the sign that they stand at.
      if (size < smallest - 0.05 && element.closest('sub') === null)
        bad.push(`${size.toFixed(1)} px: ${text.data}`)
      if (box.left < -0.5 || box.right > innerWidth + 0.5) bad.push(`beside the window: ${text.data}`)
      for (let at: Element | null = element; at !== null && at !== document.body; at = at.parentElement) {
        const around = frameOf(at)
        if (around === null) continue
        const { clip, box: frame } = around
        // Said, not shown.
        if (clip.clipPath === 'inset(50%)') return
        const scrolls = /auto|scroll/.test(clip.overflowX + clip.overflowY)
        // Here it is painted all the same.
        const margin = clip.overflowX === 'clip' ? Number.parseFloat(clip.overflowClipMargin) || 0 : 0
        if (
          !scrolls &&
          (box.left < frame.left - margin - 1 ||
            box.right > frame.right + margin + 1 ||
            box.top < frame.top - margin - 2 ||
            box.bottom > frame.bottom + margin + 2)
        )
          bad.push(`cut off: ${text.data}`)
      }
    }
    for (const root of roots) walk(root)
    return [...new Set(bad)]
  }, least)
}

for (const lang of ['', 'ko/'] as const) {
  for (const [name, query] of networks) {
    test(`${name}, ${lang === '' ? 'English' : 'Korean'}: every step on one screen, the Try too`, async ({
      page,
    }) => {
      // Rows take their heights at once.
      await page.emulateMedia({ reducedMotion: 'reduce' })
      await page.setViewportSize({ width: 1366, height: 640 })
      await open(page, query, { path: lang })
      for (const [width, height] of sizes) {
        await page.setViewportSize({ width, height })
        for (const step of stepIds) {
          const where = `${name} ${lang}${step} at ${width} × ${height}`
          await stepLink(page, step).click()
          await expect(stepLink(page, step)).toHaveAttribute('aria-current', 'step')
          await expectLesson(page, step, where)
          await expect.poll(() => badLabels(page), { message: where, timeout: 5000 }).toEqual([])
          const before = await seen(page)
          const action = part(page, 'try').locator('button')
          await action.click()
          await expect.poll(() => seen(page), { message: `${where}: the Try is seen` }).not.toBe(before)
          await expectLesson(page, step, `${where}, tried`)
          // Back as it was: what one step tries must not stand in the next one's way.
          await page.evaluate(() => {
            const { store } = (window as unknown as { seExplainer: { store: { setState(s: object): void } } })
              .seExplainer
            store.setState({ comparing: false, sample: null })
          })
          await page.evaluate(() => {
            const { store } = (
              window as unknown as {
                seExplainer: { store: { setState(change: (s: { edit: object }) => object): void } }
              }
            ).seExplainer
            store.setState(({ edit }) => ({
              edit: { ...edit, source: 'own', gates: {}, gate: null, squeeze: null, permutation: null },
              undo: [],
            }))
          })
        }
      }
    })
  }
}

for (const [width, height] of sizes) {
  test(`training at ${width} × ${height}: gates, waterfall and accuracy on the screen`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    // What is shown before the first painting is turned dark by a filter, and nothing else.
    await page.emulateMedia({ colorScheme: 'dark' })
    await open(page)
    await page.locator('.train:visible').click()
    await expect(part(page, 'gates')).toBeVisible()
    await expect(page.locator('.waterfall')).toBeVisible()
    // The first accuracy over held-out pictures.
    await expect(page.locator('.reading [data-readout="held-out"]')).toContainText('%')
    await expectInWindow(page, parts, 'training')
    for (const found of [page.locator('.waterfall'), page.locator('.reading [data-readout="held-out"]')]) {
      const box = (await found.boundingBox()) ?? { y: -1, height: 0 }
      expect(box.y).toBeGreaterThan(0)
      expect(box.y + box.height).toBeLessThanOrEqual(height)
    }
    const filters = await page
      .locator('canvas')
      .evaluateAll((all) => all.map((canvas) => getComputedStyle(canvas).filter))
    expect(filters.filter((filter) => filter !== 'none')).toEqual([])
    // The curve of it too, and the way on.
    const curve = page.locator(width < 900 ? '.accuracy-sparkline svg' : '.watch-charts .chart svg').first()
    for (const found of [curve, page.locator('.step-nav .next')]) {
      const box = (await found.boundingBox()) ?? { y: -1, height: 0 }
      expect(box.y).toBeGreaterThan(0)
      expect(box.y + box.height).toBeLessThanOrEqual(height + 1)
    }
    expect(await badLabels(page)).toEqual([])
    expect(await page.evaluate(() => scrollY)).toBe(0)
    await page.locator('.train:visible').click()
    await page.waitForFunction(
      () =>
        (
          window as unknown as { seExplainer: { store: { getState(): { engine: { phase: string } } } } }
        ).seExplainer.store.getState().engine.phase !== 'running',
    )
    // Resting, it stays on the screen until the lesson goes on.
    await expect(page.locator('.waterfall')).toBeVisible()
    await stepLink(page, 'squeeze').click()
    await expect(page.locator('.waterfall')).toBeHidden()
  })
}

test('a clicker alone goes through the lesson while presenting, after a Try was clicked too', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 })
  await open(page)
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Projector' }).click()
  await page.keyboard.press('Escape')
  for (const step of stepIds) {
    await expect(stepLink(page, step)).toHaveAttribute('aria-current', 'step')
    await page.waitForTimeout(320)
    await expectLesson(page, step, `presenting ${step}`)
    expect(await badLabels(page, 16), step).toEqual([])
    await part(page, 'try').locator('button').click()
    await page.keyboard.press('PageDown')
  }
  // One press too many moves nothing, wherever the focus is.
  expect(await page.evaluate(() => scrollY)).toBe(0)
  await page.getByRole('combobox', { name: 'Network' }).focus()
  for (const step of [...stepIds].reverse()) {
    await expect(stepLink(page, step)).toHaveAttribute('aria-current', 'step')
    await page.keyboard.press('PageUp')
  }
  // What a Try had changed was left behind with its step.
  await expect(page).not.toHaveURL(/edit=/)
  // In front of the lesson a dialog scrolls, and the lesson stays.
  await page.getByRole('button', { name: 'Glossary' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('PageDown')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(stepLink(page, 'why')).toHaveAttribute('aria-current', 'step')
})

test('arrow keys step where nothing under the focus uses them, and belong to the figure inside it', async ({
  page,
}) => {
  await open(page)
  await page.keyboard.press('ArrowRight')
  await expect(stepLink(page, 'transform')).toHaveAttribute('aria-current', 'step')
  await page.keyboard.press('PageDown')
  await expect(stepLink(page, 'squeeze')).toHaveAttribute('aria-current', 'step')
  await page.locator('.loom [data-stage="z"]').focus()
  await page.keyboard.press('ArrowRight')
  await expect(stepLink(page, 'squeeze')).toHaveAttribute('aria-current', 'step')
  await page.getByRole('combobox', { name: 'Network' }).focus()
  await page.keyboard.press('PageUp')
  await expect(stepLink(page, 'squeeze')).toHaveAttribute('aria-current', 'step')
})
