/** How fast it trains: against the same step in a bare loop, and against WebGL on the processor. */
import { withBare } from '../bareSite.ts'
import { atLeast, type Findings, type Line } from '../line.ts'
import { choose, liveState, liveStepsPerSecond, pauseAndSettle, train, withSite } from '../site.ts'
import { median, repeat } from '../statistics.ts'
import { bareSeconds, byTurns, liveSeconds, ratioRow } from '../turns.ts'

/** In one browser: whatever else the machine does meets both alike. */
export const liveAgainstBare: Line = {
  id: 'live-bare',
  measure: ({ browser, siteUrl, bareUrl, repeats, say }): Promise<Findings> =>
    withSite(browser, siteUrl, async (page) =>
      withBare(browser, await bareUrl(), async (bare) => {
        await choose(page, { backend: 'wasm' })
        await bare({ seconds: 1 })
        await train(page)
        await pauseAndSettle(page)
        const turns = await byTurns(repeats, {
          bare: () => bare({ seconds: bareSeconds }),
          live: async () => {
            await train(page)
            const rate = await liveStepsPerSecond(page, liveSeconds)
            await pauseAndSettle(page)
            return rate
          },
          say: (turn) => say(`live and bare, ${turn}`),
        })
        return { rows: [ratioRow('steps/s with the page live ÷ bare loop, WASM', turns, 'steps/s')] }
      }),
    ),
}

export const chosenAgainstSoftwareWebgl: Line = {
  id: 'backends',
  measure: async ({ webglBrowser, siteUrl, bareUrl, repeats, say }): Promise<Findings> => {
    const browser = await webglBrowser()
    const backend = await withSite(browser, siteUrl, async (page) => {
      await train(page)
      return (await liveState(page)).backend
    })
    if (backend === null) throw new Error('the engine did not say what it chose')
    return withBare(browser, await bareUrl(), async (bare) => {
      const pairs = await repeat(repeats, async (run) => {
        say(`${backend.chosen} and software WebGL, ${run + 1} of ${repeats}`)
        return {
          chosen: await bare({ backend: backend.chosen }),
          webgl: await bare({ backend: 'webgl', seconds: 5 }),
        }
      })
      const ratios = pairs.map(({ chosen, webgl }) => chosen / webgl)
      return {
        backend,
        rows: [
          {
            name: `chosen backend (${backend.chosen}) ÷ WebGL without a graphics processor`,
            value: median(ratios),
            unit: '×',
            kind: 'time',
            budget: atLeast(5),
            values: ratios,
            note: `${median(pairs.map(({ chosen }) => chosen)).toFixed(1)} ÷ ${median(pairs.map(({ webgl }) => webgl)).toFixed(2)} steps/s`,
          },
        ],
      }
    })
  },
}
