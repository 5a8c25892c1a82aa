/**
 * Displayed = computed: the numbers printed at every step, for both networks and both SE sites, against
 * arithmetic of the tests' own over the stored weights (recompute.ts), outside the browser.
 */
import type { Page } from '@playwright/test'
import { forwardNetwork, type NetworkTrace } from '../../src/model/networks/forward.ts'
import type { Site } from '../../src/model/networks/planTypes.ts'
import { stepIds } from '../../src/model/state/steps.ts'
import { expect, test } from './fixtures.ts'
import { goTo, open, prediction, row, stateOf } from './page.ts'
import {
  argmax,
  type Block,
  firstPictures,
  forward,
  type Network,
  printed,
  readNetwork,
  recompute,
  says,
} from './recompute.ts'

// Wide enough for a number under each of 16 gates.
test.use({ viewport: { width: 1600, height: 1000 }, contextOptions: { reducedMotion: 'reduce' } })

type Format = (x: number) => string

function expectNumbers(texts: readonly string[], values: readonly number[], format: Format, what: string) {
  expect(texts, what).toHaveLength(values.length)
  for (const [i, text] of texts.entries()) expectNumber(text, values[i] ?? Number.NaN, format, `${what} ${i}`)
}

function expectNumber(text: string | null, value: number, format: Format, what: string): void {
  if (!says(text?.trim() ?? '', value, format)) expect(text, what).toBe(format(value))
}

interface Expected {
  readonly network: Network
  readonly site: Site
  readonly block: Block
  readonly trace: NetworkTrace
  readonly other: Block
}

async function expectedFor(net: 'inks' | 'digits', siteId: string): Promise<Expected> {
  const network = await readNetwork(`${net}-se`)
  const site = network.plan.sites.find((one) => one.id === siteId)
  if (site === undefined) throw new Error(`${net} has no ${siteId}`)
  const { a, b } = firstPictures(network)
  const trace = forward(network, a)
  return {
    network,
    site,
    trace,
    block: recompute(network, site, trace),
    other: recompute(network, site, forward(network, b)),
  }
}

/** What stands in the figure whichever step is on: gates, hidden units, probabilities. */
async function expectFigure(page: Page, { site, block, trace }: Expected): Promise<void> {
  const { channel } = await stateOf(page)
  const gates = await page.locator('.loom .gates text').allTextContents()
  const named = site.channels <= 16 ? block.s : [block.s[channel ?? 0] ?? Number.NaN]
  expectNumbers(gates, named, printed.gate, 'gate')
  const hidden = await page.locator('.loom .hinge text').allTextContents()
  expectNumbers(hidden, block.hidden, printed.short, 'hidden unit')
  const probabilities = [...trace.probabilities.data]
  const best = argmax(probabilities)
  await expect(prediction(page)).toHaveText(String(best))
  const read = await page.locator('.output figcaption .soft').textContent()
  expectNumber(read, probabilities[best] ?? Number.NaN, printed.percent, 'probability')
  const all = await page.locator('.output-bars .visually-hidden').allTextContents()
  expectNumbers(all, probabilities, printed.percent1, 'probability of class')
}

/** Walks down the rows with the arrow key; at each the strip's result and the slider's words are checked. */
async function expectStrips(page: Page, { site, block }: Expected, side: 'Home' | 'End'): Promise<void> {
  await row(page, 'U').focus()
  await row(page, 'U').press(side)
  const c = side === 'Home' ? 0 : site.channels - 1
  const { hidden: k } = await stateOf(page)
  const [h, w] = [Math.floor(block.map[0] / 2), Math.floor(block.map[1] / 2)]
  const [u, z, s] = [block.u(h, w, c), block.z[c] ?? 0, block.s[c] ?? 0]
  const unit = block.hidden[k] ?? 0
  const stages: readonly (readonly [stage: string, value: number, strip: number])[] = [
    ['U', u, u],
    ['z', z, z],
    ['w1', block.w1(c, k), block.w1(c, k) * z],
    ['hidden', unit, unit],
    ['w2', block.w2(k, c), block.w2(k, c) * unit],
    ['logits', block.logits[c] ?? 0, block.logits[c] ?? 0],
    ['s', s, s],
    ['out', s * u, s * u],
  ]
  for (const [stage, value, result] of stages) {
    await expect(row(page, stage), `the arrow key has come to ${stage}`).toBeFocused()
    expectNumber(
      await page.getByTestId('strip-result').textContent(),
      result,
      printed.value,
      `strip ${stage}`,
    )
    const said = (await row(page, stage).getAttribute('aria-valuetext')) ?? ''
    const named = stage === 'hidden' ? `hidden unit ${k}: ` : `channel ${c}: `
    expect(said.startsWith(named), said).toBe(true)
    expectNumber(said.slice(named.length), value, printed.value, `slider ${stage}`)
    await row(page, stage).press('ArrowDown')
  }
}

for (const net of ['inks', 'digits'] as const) {
  for (const siteId of ['site1', 'site2']) {
    test(`${net}, ${siteId}: every number of the figure at every step`, async ({ page }) => {
      const expected = await expectedFor(net, siteId)
      await open(page, `?net=${net}&site=${siteId}&channel=3`)
      await expect(page.locator('.header-what select').first()).toHaveValue(net)
      await expect(page.locator('.loom .hinge .turn')).toHaveCount(expected.site.reduced)
      for (const step of stepIds) {
        await goTo(page, step)
        await expectFigure(page, expected)
        if (step === 'why') {
          const [own, other] = [expected.block.s[3] ?? 0, expected.other.s[3] ?? 0]
          const headline = (await page.getByTestId('headline').textContent()) ?? ''
          const [first, second] = headline.match(/\d+%/g) ?? []
          expectNumber(first ?? '', own, printed.percent, 'headline, picture A')
          expectNumber(second ?? '', other, printed.percent, 'headline, picture B')
        }
      }
      await expectStrips(page, expected, 'Home')
      await expectStrips(page, expected, 'End')
    })
  }
}

test('the table behind the figure holds z, logit and gate of every channel', async ({ page }) => {
  const { block } = await expectedFor('inks', 'site2')
  await open(page, '?site=site2')
  const details = page.locator('.figure-area details.data-table')
  await details.locator('summary').click()
  await expect(details.locator('tbody tr')).toHaveCount(block.channels)
  const cells = await details.locator('tbody td').allTextContents()
  const values = block.z.flatMap((z, c) => [z, block.logits[c] ?? 0, block.s[c] ?? 0])
  expectNumbers(cells, values, printed.value, 'cell')
})

test('the arithmetic adds up: a gate’s own terms give its logit', async ({ page }) => {
  const { block } = await expectedFor('inks', 'site1')
  await open(page, '?step=gate&channel=5')
  await row(page, 'logits').focus()
  const { hidden } = block
  const text = (await page.getByTestId('strip-math').textContent()) ?? ''
  const factors = text.match(/[-−]?\d+\.?\d*(\u00a0·\u00a010[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?/g) ?? []
  for (const [k, value] of hidden.entries()) {
    expect(
      factors.some((one) => says(one, block.w2(k, 5), printed.value)),
      `W₂ of unit ${k} in ${text}`,
    ).toBe(true)
    expect(
      factors.some((one) => says(one, value, printed.value)),
      `hidden ${k} in ${text}`,
    ).toBe(true)
  }
})

test('step 1: the sums over the input channels, normalised, are the value of U', async ({ page }) => {
  const { block } = await expectedFor('inks', 'site1')
  await open(page, '?step=transform&channel=2')
  await expect(page.locator('.bn')).toBeVisible()
  const shown = await page.locator('.bn').textContent()
  const [h, w] = [Math.floor(block.map[0] / 2), Math.floor(block.map[1] / 2)]
  expectNumber(shown?.split('=').at(-1) ?? '', block.u(h, w, 2), printed.value, 'u after batch normalisation')
})

test('step 5: a transplant is the other picture’s gates on these maps', async ({ page }) => {
  const { block, other } = await expectedFor('inks', 'site1')
  await open(page, '?step=scale&channel=4')
  await page.getByRole('button', { name: 'Give it the other bar’s gates' }).click()
  expectNumbers(await page.locator('.loom .gates text').allTextContents(), other.s, printed.gate, 'gate')
  await row(page, 'out').focus()
  const [h, w] = [Math.floor(block.map[0] / 2), Math.floor(block.map[1] / 2)]
  const value = block.u(h, w, 4) * (other.s[4] ?? 0)
  expectNumber(await page.getByTestId('strip-result').textContent(), value, printed.value, 'X̃')
})

test('step 6: this picture with and without the block', async ({ page }) => {
  const { trace } = await expectedFor('inks', 'site1')
  const plain = await readNetwork('inks-plain')
  const network = await readNetwork('inks-se')
  const { a, b } = firstPictures(network)
  const without = forward(plain, a).probabilities.data
  const otherGates = forward(network, b).sites
  const replaced = (gates: (site: string, channels: number) => Float32Array) =>
    forwardNetwork(network.plan, network.snapshot.weights, a.input, {
      overrides: Object.fromEntries(
        network.plan.sites.map(({ id, channels }) => [id, { gates: gates(id, channels) }]),
      ),
    }).probabilities.data
  await open(page, '?step=result')
  const said = (name: string) =>
    page
      .locator('.result tbody tr')
      .filter({ has: page.getByRole('rowheader', { name }) })
      .locator('td')
      .first()
  for (const [name, probabilities] of [
    ['Own gates', trace.probabilities.data],
    ['Trained without SE', without],
    ['Gates at 1', replaced((_, channels) => new Float32Array(channels).fill(1))],
    ['Gates of the other bar', replaced((id) => otherGates[id]?.block?.s.data ?? new Float32Array(0))],
  ] as const) {
    const best = argmax(probabilities)
    await expect(said(name)).toHaveText(`reads ${best} (${printed.percent(probabilities[best] ?? 0)})`)
  }
})
