/** Whether the page stays smooth while it trains: frames drawn and tasks of the main thread, with everything live. */
import type { Page } from '@playwright/test'
import { atLeast, atMost, type Findings, type Line } from '../line.ts'
import { choose, liveState, train, withSite } from '../site.ts'
import { median, repeat } from '../statistics.ts'

const seconds = 8

/** Frames a second, and the tasks of the main thread over 50 ms, during so many seconds. */
export function lookAtFrames(page: Page, seconds: number): Promise<{ rate: number; tasks: number[] }> {
  return page.evaluate(async (duration) => {
    const tasks: number[] = []
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push(entry.duration)
    })
    observer.observe({ type: 'longtask' })
    let frames = 0
    let counting = true
    const count = () => {
      frames++
      if (counting) requestAnimationFrame(count)
    }
    const start = performance.now()
    requestAnimationFrame(count)
    await new Promise((done) => setTimeout(done, duration * 1000))
    counting = false
    const rate = (frames * 1000) / (performance.now() - start)
    await new Promise((done) => setTimeout(done, 100))
    observer.disconnect()
    return { rate, tasks }
  }, seconds)
}

export const framesWhileTraining: Line = {
  id: 'frames',
  measure: ({ browser, siteUrl, repeats }): Promise<Findings> =>
    withSite(browser, siteUrl, async (page) => {
      await choose(page, { backend: 'wasm' })
      await train(page)
      // The charts and their code arrive with the first frames.
      await page.waitForTimeout(2000)
      const looks = await repeat(repeats, () => lookAtFrames(page, seconds))
      const { backend, step } = await liveState(page)
      const rates = looks.map(({ rate }) => rate)
      const tasks = looks.flatMap((look) => look.tasks)
      return {
        rows: [
          {
            name: 'frames a second while training on WASM, everything live',
            value: median(rates),
            unit: '/s',
            kind: 'time',
            budget: atLeast(55),
            values: rates,
            note: `${looks.length} looks of ${seconds} s, until step ${step}`,
          },
          {
            name: 'longest task of the main thread meanwhile',
            // The browser tells of tasks over 50 ms only.
            value: tasks.length === 0 ? 50 : Math.max(...tasks),
            unit: 'ms',
            kind: 'time',
            budget: atMost(50),
            values: tasks,
            note: tasks.length === 0 ? 'none over 50 ms' : `${tasks.length} over 50 ms`,
          },
        ],
        ...(backend === null ? {} : { backend }),
      }
    }),
}
