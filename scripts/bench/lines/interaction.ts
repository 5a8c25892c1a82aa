/** How soon the figure answers: hover, dragging a gate, moving r. */
import type { CDPSession, Page } from '@playwright/test'
import { atMost, type Findings, type Line, type Row } from '../line.ts'
import { withSite } from '../site.ts'
import { median, quantile } from '../statistics.ts'

const channels = 16

/** Milliseconds of script, style and layout that the page has spent since it was opened. */
async function workDone(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics')
  const names = ['ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration']
  return metrics.filter(({ name }) => names.includes(name)).reduce((sum, { value }) => sum + value, 0) * 1000
}

function twoFrames(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  )
}

/** Work of each action, until it is drawn. */
async function workOf(page: Page, actions: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  const work: number[] = []
  for (const act of actions) {
    const before = await workDone(devtools)
    await act()
    await twoFrames(page)
    work.push((await workDone(devtools)) - before)
  }
  await devtools.detach()
  return work
}

async function boxOf(page: Page, selector: string) {
  const box = await page.locator(selector).boundingBox()
  if (box === null) throw new Error(`${selector} is not on the page`)
  return box
}

/** A pointer over one channel after the other. */
async function hover(page: Page): Promise<number[]> {
  const box = await boxOf(page, '.row-slider[data-stage="s"]')
  return workOf(
    page,
    Array.from(
      { length: 3 * channels },
      (_, i) => () =>
        page.mouse.move(box.x + (((i % channels) + 0.5) * box.width) / channels, box.y + box.height / 2),
    ),
  )
}

async function dragGate(page: Page): Promise<number[]> {
  const box = await boxOf(page, '.row-slider[data-stage="s"]')
  const x = box.x + (5.5 * box.width) / channels
  const at = (i: number) => box.y + box.height * (0.1 + 0.6 * Math.abs(((i / 12) % 2) - 1))
  await page.mouse.move(x, at(0))
  await page.mouse.down()
  const work = await workOf(
    page,
    Array.from({ length: 48 }, (_, i) => () => page.mouse.move(x, at(i + 1))),
  )
  await page.mouse.up()
  return work
}

async function moveGate(page: Page): Promise<number[]> {
  const slider = page.locator('.step-try .gate-slider input[type="range"]').first()
  await slider.focus()
  const keys = ['Home', ...Array<string>(4).fill('ArrowRight'), ...Array<string>(4).fill('ArrowLeft')]
  return workOf(
    page,
    [...keys, ...keys, ...keys].map((key) => () => page.keyboard.press(key)),
  )
}

/** Longest event → next paint, in milliseconds, of presses and clicks on everything above and on the steps. */
async function longestInteraction(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    const found = { longest: 0 }
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if ((entry as PerformanceEventTiming).interactionId > 0)
          found.longest = Math.max(found.longest, entry.duration)
      }
    })
    observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
    Object.assign(window, { interactions: found })
  })
  await act()
  await page.waitForTimeout(300)
  return page.evaluate(
    () => (window as unknown as { readonly interactions: { readonly longest: number } }).interactions.longest,
  )
}

async function everyPress(page: Page): Promise<void> {
  for (const step of ['why', 'transform', 'squeeze', 'mix', 'gate', 'mix', 'result', 'scale']) {
    await page.locator(`[data-step="${step}"]`).click()
    await twoFrames(page)
  }
  await moveGate(page)
  await dragGate(page)
  const slider = page.locator('.row-slider[data-stage="s"]')
  await slider.focus()
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowUp', 'ArrowLeft']) {
    await page.keyboard.press(key)
    await twoFrames(page)
  }
}

export const interaction: Line = {
  id: 'interaction',
  measure: ({ browser, siteUrl, repeats }): Promise<Findings> =>
    withSite(browser, `${siteUrl}?step=scale`, async (page) => {
      await page.waitForSelector('.step-try .gate-slider input[type="range"]')
      const rows = [
        workRow('hover: script, style and layout until drawn', await hover(page)),
        workRow('drag of a gate', await dragGate(page)),
        workRow('gate slider', await moveGate(page)),
      ]
      const longest: number[] = []
      for (let run = 0; run < repeats; run++)
        longest.push(await longestInteraction(page, () => everyPress(page)))
      rows.push({
        name: 'longest press → next paint (as INP counts)',
        value: Math.max(16, median(longest)),
        unit: 'ms',
        kind: 'time',
        budget: atMost(100),
        values: longest,
        note: 'the browser tells of 16 ms and more',
      })
      return { rows }
    }),
}

function workRow(name: string, work: readonly number[]): Row {
  return {
    name,
    value: median(work),
    unit: 'ms',
    kind: 'time',
    budget: atMost(16),
    values: work,
    note: `median of ${work.length}; 95 % under ${quantile(work, 0.95).toFixed(1)} ms`,
  }
}
