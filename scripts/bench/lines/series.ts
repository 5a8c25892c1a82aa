/** The series network: how fast both sizes train, alone and with the page live, and what stays behind. */
import type { Page } from '@playwright/test'
import { withBare } from '../bareSite.ts'
import { atLeast, atMost, type Findings, type Line } from '../line.ts'
import {
  choose,
  liveState,
  liveStepsPerSecond,
  pauseAndSettle,
  type SiteWindow,
  train,
  waitForStep,
  withSite,
} from '../site.ts'
import { median, repeat } from '../statistics.ts'
import { bareSeconds, byTurns, liveSeconds, ratioRow } from '../turns.ts'
import { lookAtFrames } from './frames.ts'

const planted = '?net=series&data=planted'
const frameSeconds = 3

/** Back to the first step: a run that has learnt all there is would stop by itself. */
function reset(page: Page): Promise<void> {
  return page.evaluate(() => (window as unknown as SiteWindow).seExplainer.training.reset())
}

async function open(page: Page): Promise<void> {
  await page.waitForSelector('.series-browser')
  await choose(page, { backend: 'wasm' })
}

export const seriesSpeed: Line = {
  id: 'series',
  measure: ({ browser, siteUrl, bareUrl, repeats, say }): Promise<Findings> =>
    withSite(browser, `${siteUrl}${planted}`, async (page) =>
      withBare(browser, await bareUrl(), async (bare) => {
        await open(page)
        await bare({ net: 'series', seconds: 1 })
        await train(page)
        await pauseAndSettle(page)
        const turns = await byTurns(repeats, {
          bare: () => bare({ net: 'series', seconds: bareSeconds }),
          live: async () => {
            await train(page)
            const rate = await liveStepsPerSecond(page, liveSeconds)
            await pauseAndSettle(page)
            await reset(page)
            return rate
          },
          say: (turn) => say(`series, live and bare, ${turn}`),
        })
        const looks = await repeat(repeats, async (run) => {
          say(`series, frames, ${run + 1} of ${repeats}`)
          await train(page)
          const frames = await lookAtFrames(page, frameSeconds)
          await pauseAndSettle(page)
          await reset(page)
          return frames
        })
        const paper = await repeat(repeats, () => bare({ net: 'series', size: 'paper', seconds: 4 }))
        const rates = looks.map(({ rate }) => rate)
        const tasks = looks.flatMap((look) => look.tasks)
        return {
          rows: [
            ratioRow(
              'series, small: steps/s with the page live ÷ bare loop, WASM',
              turns,
              'steps/s of 16 series, 6 × 64',
            ),
            {
              name: 'series, paper: steps/s, bare loop, WASM',
              value: median(paper),
              unit: '/s',
              kind: 'time',
              budget: null,
              values: paper,
              note: 'batch 16, 6 × 64',
            },
            {
              name: 'series: frames a second while training, everything live',
              value: median(rates),
              unit: '/s',
              kind: 'time',
              budget: atLeast(55),
              values: rates,
              note:
                tasks.length === 0
                  ? 'no task over 50 ms'
                  : `${tasks.length} tasks over 50 ms, up to ${Math.max(...tasks)}`,
            },
          ],
        }
      }),
    ),
}

const steps = 2000

export const seriesLeaks: Line = {
  id: 'series-leaks',
  measure: ({ browser, siteUrl, say }): Promise<Findings> =>
    withSite(browser, `${siteUrl}${planted}`, async (page) => {
      await open(page)
      const trainTo = async (step: number) => {
        await train(page)
        await waitForStep(page, step, 400_000)
        await pauseAndSettle(page)
        return (await liveState(page)).tensors
      }
      const before = await trainTo(100)
      say(`series, training ${steps} steps`)
      await trainTo(100 + steps / 2)
      await reset(page)
      await trainTo(steps / 2)
      await reset(page)
      const after = await trainTo(100)
      return {
        rows: [
          {
            name: `series: live tensors more after ${steps} steps and two resets`,
            value: Math.abs(after - before),
            unit: '',
            kind: 'count',
            budget: atMost(0),
            note: `${before} before, ${after} after`,
          },
        ],
      }
    }),
}
