/**
 * Displayed = computed: numbers are read off the page at every step and recomputed here, in another process,
 * from the stored file and the description of the block; with the engine running, from tfjs' own tensors.
 */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { numberFormats } from '../../src/components/text/i18n.tsx'
import { greyPicture } from '../../src/model/data/digits.ts'
import { composeInks } from '../../src/model/data/inks.ts'
import { forwardImage } from '../../src/model/networks/forward.ts'
import { imageNetworkPlan } from '../../src/model/networks/plan.ts'
import { decodeSnapshot } from '../../src/model/networks/snapshot.ts'
import { expect, test } from './fixtures.ts'

const number = numberFormats('en')
const stepIds = ['why', 'transform', 'squeeze', 'mix', 'gate', 'scale', 'result']

function stored(net: 'inks' | 'digits') {
  const snapshot = decodeSnapshot(
    readFileSync(new URL(`../../public/snapshots/${net}-se.bin`, import.meta.url)),
  )
  const star = snapshot.protagonist
  const sample = snapshot.samples[star?.sample ?? 0]
  if (sample === undefined) throw new Error('a snapshot without samples')
  const [a, b] = sample.digits as [Uint8Array, Uint8Array]
  const bar = star?.barA ?? sample.bar
  const inputs =
    net === 'inks' ? [composeInks(a, b, bar), composeInks(a, b, bar === 0 ? 1 : 0)] : [greyPicture(a)]
  const plan = imageNetworkPlan(snapshot.config)
  const traces = inputs.map((input) => forwardImage(plan, snapshot.weights, input))
  return {
    snapshot,
    star,
    traces: traces as [(typeof traces)[0], (typeof traces)[0] | undefined],
    input: inputs[0],
  }
}

/** Moves the selection to a stage with the keyboard and reads what the strip says. */
async function result(page: Page, stage: string): Promise<string> {
  await page.locator(`[data-stage="${stage}"]`).focus()
  return page.getByTestId('strip-result').textContent()
}

for (const net of ['inks', 'digits'] as const) {
  for (const site of ['site1', 'site2']) {
    test(`the numbers of ${net}, ${site}, at every step`, async ({ page }) => {
      const { traces } = stored(net)
      const [trace] = traces
      const block = trace.sites[site]?.block
      if (!block) throw new Error('no block')
      const best = trace.probabilities.data.indexOf(Math.max(...trace.probabilities.data))
      const [channel, hidden, h, w] = [3, 1, 2, 4]
      for (const step of stepIds) {
        await page.goto(`./?net=${net}&site=${site}&step=${step}&channel=${channel}`)
        await expect(page.getByTestId('prediction')).toHaveText(String(best))
        await expect(page.locator('.output figcaption')).toContainText(
          number.percent(trace.probabilities.data[best] ?? 0),
        )
        // From the pinned cell in the middle to (h, w), and to hidden unit 1, by keys.
        await page.evaluate(
          (at) =>
            (
              window as unknown as { seExplainer: { store: { setState(s: object): void } } }
            ).seExplainer.store.setState(at),
          { cell: { h, w }, hidden },
        )
        const cellAt = (c: number) => (h * (block.U.shape[1] ?? 0) + w) * (block.U.shape[2] ?? 0) + c
        const reduced = block.hidden.data.length
        const channels = block.s.data.length
        const expected: Record<string, number> = {
          U: block.U.data[cellAt(channel)] ?? Number.NaN,
          z: block.z.data[channel] ?? Number.NaN,
          w1:
            (block.w1.data[channel * reduced + hidden] ?? Number.NaN) * (block.z.data[channel] ?? Number.NaN),
          hidden: block.hidden.data[hidden] ?? Number.NaN,
          w2:
            (block.w2.data[hidden * channels + channel] ?? Number.NaN) *
            (block.hidden.data[hidden] ?? Number.NaN),
          logits: block.logits.data[channel] ?? Number.NaN,
          s: block.s.data[channel] ?? Number.NaN,
          Xt: block.out.data[cellAt(channel)] ?? Number.NaN,
        }
        for (const [stage, value] of Object.entries(expected)) {
          expect(await result(page, stage), `${step}, ${stage}`).toBe(number.value(value))
          const said = await page.locator(`[data-stage="${stage}"]`).getAttribute('aria-valuetext')
          if (!['w1', 'w2'].includes(stage)) expect(said).toContain(number.value(value))
        }
        if (channels === 16) {
          expect(await page.locator('.gates text').allInnerTexts()).toEqual(
            [...block.s.data].map(number.gate),
          )
        }
      }
    })
  }
}

test('the headline speaks of the two versions as they are computed', async ({ page }) => {
  const { star, traces } = stored('inks')
  if (star === null) throw new Error('no protagonist')
  await page.goto('./?step=why')
  const kept = traces.map((trace) =>
    number.percent(trace?.sites[star.site]?.block?.s.data[star.channel] ?? Number.NaN),
  )
  const headline = page.getByTestId('headline')
  await expect(headline).toContainText(`channel ${star.channel} keeps ${kept[0]}`)
  await expect(headline).toContainText(`${kept[1]}.`)
  await page.getByRole('button', { name: 'Swap the bar’s ink' }).click()
  await expect(headline).toContainText(`channel ${star.channel} keeps ${kept[1]}`)
})

test('transplanted gates give what the same arithmetic gives here', async ({ page }) => {
  const { snapshot, star, traces, input } = stored('inks')
  const gates = traces[1]?.sites[star?.site ?? 'site1']?.block?.s.data
  if (gates === undefined || input === undefined) throw new Error('no gates')
  const now = forwardImage(imageNetworkPlan(snapshot.config), snapshot.weights, input, {
    overrides: { [star?.site ?? 'site1']: { gates } },
  }).probabilities.data
  const best = now.indexOf(Math.max(...now))
  await page.goto('./?step=scale')
  const before = await page.getByTestId('prediction').textContent()
  await page.getByRole('button', { name: 'Give it the other bar’s gates' }).click()
  await expect(page.getByTestId('prediction')).toHaveText(String(best))
  expect(String(best)).not.toBe(before)
  await expect(page).toHaveURL(/edit=transplant/)
})
