/** What stays behind after much use: tensors in the worker, objects on the page. */
import type { CDPSession, Page } from '@playwright/test'
import { atMost, type Findings, type Line } from '../line.ts'
import { choose, liveState, pauseAndSettle, type SiteWindow, train, waitForStep, withSite } from '../site.ts'

const steps = 2000
const warmUp = 100
const patienceMs = 400_000

/** Megabytes of objects that are still reachable, in JavaScript's heap and in array buffers. */
async function heapOf(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage')
  await devtools.send('HeapProfiler.collectGarbage')
  const usage: { usedSize: number; backingStorageSize?: number } = await devtools.send('Runtime.getHeapUsage')
  return (usage.usedSize + (usage.backingStorageSize ?? 0)) / 1e6
}

async function reset(page: Page): Promise<void> {
  await page.evaluate(() => (window as unknown as SiteWindow).seExplainer.training.reset())
}

async function trainTo(page: Page, step: number): Promise<number> {
  await train(page)
  await waitForStep(page, step, patienceMs)
  await pauseAndSettle(page)
  return (await liveState(page)).tensors
}

async function switchTo(page: Page, net: 'inks' | 'digits'): Promise<void> {
  await page.locator('.header-net select').selectOption(net)
}

export const leaks: Line = {
  id: 'leaks',
  measure: ({ browser, siteUrl, say }): Promise<Findings> =>
    withSite(browser, siteUrl, async (page) => {
      const devtools = await page.context().newCDPSession(page)
      await choose(page, { backend: 'wasm' })
      // Both networks once, so that what is loaded on demand counts on both sides.
      await switchTo(page, 'digits')
      await trainTo(page, warmUp)
      await switchTo(page, 'inks')
      const tensorsBefore = await trainTo(page, warmUp)
      const heapBefore = await heapOf(devtools)

      say(`training ${steps} steps`)
      await trainTo(page, warmUp + steps)
      await reset(page)
      await waitForReset(page)
      await switchTo(page, 'digits')
      await trainTo(page, warmUp)
      await switchTo(page, 'inks')
      const tensorsAfter = await trainTo(page, warmUp)
      const heapAfter = await heapOf(devtools)
      return {
        rows: [
          {
            name: `live tensors more after ${steps} steps, a reset and two network switches`,
            value: Math.abs(tensorsAfter - tensorsBefore),
            unit: '',
            kind: 'count',
            budget: atMost(0),
            note: `${tensorsBefore} before, ${tensorsAfter} after`,
          },
          {
            name: 'heap growth of the page meanwhile',
            value: heapAfter - heapBefore,
            unit: 'MB',
            kind: 'size',
            budget: { at: 'most', value: 10 },
            note: `${heapBefore.toFixed(1)} before, ${heapAfter.toFixed(1)} MB after`,
          },
        ],
      }
    }),
}

async function waitForReset(page: Page): Promise<void> {
  const start = performance.now()
  while ((await liveState(page)).step !== 0) {
    if (performance.now() - start > 20_000) throw new Error('the reset does not arrive')
    await page.waitForTimeout(100)
  }
}
