/** How long a reader waits for a network that reads digits. */
import type { Page } from '@playwright/test'
import { atMost, type Findings, type Line } from '../line.ts'
import { choose, liveState, pressPlay, waitUntilDone, withSite } from '../site.ts'
import { median, repeat } from '../statistics.ts'

const goal = 0.95
const patienceMs = 240_000

/** From pressing play (nothing loaded) until the engine confirms the accuracy on all held-out pictures. */
async function timeToGoal(page: Page): Promise<{ seconds: number; step: number }> {
  await choose(page, { stopAtAccuracy: goal })
  const start = performance.now()
  await pressPlay(page)
  await waitUntilDone(page, patienceMs)
  const seconds = (performance.now() - start) / 1000
  // The last frame follows the end.
  await page.waitForTimeout(1000)
  const { step, heldOut } = await liveState(page)
  if (heldOut === null || heldOut.accuracy < goal) throw new Error(`done at ${heldOut?.accuracy}`)
  return { seconds, step }
}

export const digitsToGoal: Line = {
  id: 'digits',
  measure: async ({ browser, siteUrl, repeats, say }): Promise<Findings> => {
    const runs = await repeat(repeats, async (run) => {
      say(`digits to ${goal * 100} %, seed ${run + 1}`)
      return withSite(browser, `${siteUrl}?net=digits&seed=${run + 1}`, timeToGoal)
    })
    const times = runs.map(({ seconds }) => seconds)
    return {
      rows: [
        {
          name: 'digits: play → 95 % of the held-out pictures',
          value: median(times),
          unit: 's',
          kind: 'time',
          budget: atMost(45),
          values: times,
          note: `${runs.length} seeds, ${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)} s; median step ${median(runs.map(({ step }) => step))}`,
        },
      ],
    }
  },
}
