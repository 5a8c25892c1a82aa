/**
 * Displayed = computed: the numbers printed at every step, for both networks and both SE sites, against
 * arithmetic of the tests' own over the stored weights (recompute.ts), outside the browser.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { forwardNetwork, type NetworkTrace } from '../../src/model/networks/forward.ts'
import type { Site } from '../../src/model/networks/planTypes.ts'
import type { Picture } from '../../src/model/state/pictures.ts'
import { type StageRow, type StepId, stageRows, stepIds, stepOf } from '../../src/model/state/steps.ts'
import { dist, expect, test } from './fixtures.ts'
import { fold, goTo, numberIn, open, openTable, prediction, row, stateOf, unfold } from './page.ts'
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
  readonly a: Picture
  readonly trace: NetworkTrace
  readonly other: Block
  readonly otherTrace: NetworkTrace
}

async function expectedFor(net: 'inks' | 'digits', siteId: string): Promise<Expected> {
  const network = await readNetwork(`${net}-se`)
  const site = network.plan.sites.find((one) => one.id === siteId)
  if (site === undefined) throw new Error(`${net} has no ${siteId}`)
  const { a, b } = firstPictures(network)
  const [trace, otherTrace] = [forward(network, a), forward(network, b)]
  return {
    network,
    site,
    a,
    trace,
    otherTrace,
    block: recompute(network, site, trace),
    other: recompute(network, site, otherTrace),
  }
}

/** Gates on different sides of ½ for the two pictures. */
function flips({ block, other }: Expected): boolean[] {
  return block.s.map((s, c) => s > 0.5 !== (other.s[c] ?? Number.NaN) > 0.5)
}

/** Numbers under the gates: all of 16, of 32 the selected one; ↕ where a gate changes sides of ½. */
async function expectGates(page: Page, expected: Expected): Promise<void> {
  const { block } = expected
  const { channel } = await stateOf(page)
  const texts = await page.locator('.loom .gates text').allTextContents()
  const crosses = flips(expected)
  if (block.channels > 16) {
    // Columns are narrow: the selected channel has its number, the others at most the mark.
    const marked = crosses.filter((crossed, c) => crossed && c !== channel).length
    expect(texts.filter((text) => text === '↕')).toHaveLength(marked)
    const [own = ''] = texts.filter((text) => /\d/.test(text))
    expectNumber(own, block.s[channel ?? 0] ?? Number.NaN, printed.gate, 'gate')
    return
  }
  const numbers = texts.map((text) => text.replace('↕', ''))
  expectNumbers(numbers, block.s, printed.gate, 'gate')
  expect(
    texts.map((text) => text.endsWith('↕')),
    'gates that change sides',
  ).toEqual(crosses)
}

/** Hidden units as bars, with the numbers of both pictures. */
async function expectUnits(page: Page, { block, other }: Expected): Promise<void> {
  const units = await page.locator('.loom .hidden-units text').allTextContents()
  expect(units).toHaveLength(block.reduced)
  // Eight units have no room for their names, nor for more than two decimals.
  const named = units.length <= 4
  const format = named ? printed.short : printed.gate
  for (const [k, text] of units.entries()) {
    const [, of, a = '', b = ''] = /^(?:h(\S+) )?(\S+) \| (\S+)$/.exec(text) ?? []
    expect(of, text).toBe(named ? '₀₁₂₃₄₅₆₇'[k] : undefined)
    expectNumber(a, block.hidden[k] ?? Number.NaN, format, `hidden unit ${k}, picture A`)
    expectNumber(b, other.hidden[k] ?? Number.NaN, format, `hidden unit ${k}, picture B`)
  }
}

/** At the ends of the rows of weights, with the unit's name where no wire goes on; of 8 low rows every second has its number. */
async function expectHinge(page: Page, { block }: Expected, every: 1 | 2): Promise<void> {
  const named = block.hidden.map((_, k) => k).filter((k) => k % every === 0)
  const turns = (await page.locator('.loom .hinge .turn').count()) > 0
  const texts = await page.locator('.loom .hinge text').allTextContents()
  const names = named.map((k) => (turns ? '' : `h${'₀₁₂₃₄₅₆₇'[k]} `))
  expect(
    texts.map((text, i) => text.startsWith(names[i] ?? '?')),
    'names of the hidden units',
  ).toEqual(named.map(() => true))
  expectNumbers(
    texts.map((text, i) => text.slice(names[i]?.length)),
    named.map((k) => block.hidden[k] ?? Number.NaN),
    printed.short,
    'hidden unit of row',
  )
}

/** What is read, of both pictures, and the probability of every class. */
async function expectReading(page: Page, { trace, otherTrace }: Expected, step: StepId): Promise<void> {
  const reading = page.locator('[data-part="reading"]')
  for (const [part, probabilities] of [
    ['own', trace.probabilities.data],
    ['other', otherTrace.probabilities.data],
  ] as const) {
    const best = argmax(probabilities)
    const line = reading.locator(`.reading-${part}`)
    await expect(line.locator('strong')).toHaveText(String(best))
    const read = await line.locator('.soft').textContent()
    expectNumber(read, probabilities[best] ?? Number.NaN, printed.percent, `probability, ${part}`)
    // The shuffle would change it.
    await expect(line).toBeVisible({ visible: step !== 'squeeze' })
  }
  await expect(prediction(page)).toHaveText(String(argmax(trace.probabilities.data)))
  const bars = page.locator('.output-bars .visually-hidden')
  // What stands below the figure comes after it.
  await expect(bars).toHaveCount(trace.probabilities.data.length)
  expectNumbers(
    await bars.allTextContents(),
    [...trace.probabilities.data],
    printed.percent1,
    'probability of class',
  )
}

/** The stages that the step opens have sliders, strips name the others with what is folded in them. */
async function expectFolded(page: Page, { block, site }: Expected, step: StepId): Promise<void> {
  const { open: heights } = stepOf(step)
  const isOpen = (stage: StageRow) => heights[stage] !== undefined
  const sliders = await page
    .locator('.loom [role="slider"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-stage')))
  expect(sliders, `open at ${step}`).toEqual(stageRows.filter(isOpen))
  const { channels, reduced } = block
  const mix = isOpen('w1') || isOpen('hidden') || isOpen('w2') || isOpen('logits')
  const names = {
    U: `U: ${channels} maps of ${site.spatial.join('×')}`,
    z: `z: ${channels} means`,
    w1: mix
      ? `mix: ${channels} means → ${reduced} hidden, ${channels * reduced} weights`
      : `mix: ${channels} means → ${reduced} hidden → ${channels} logits, ${2 * channels * reduced} weights`,
    hidden: null,
    w2: mix ? `gate: ${reduced} hidden → ${channels} logits, ${channels * reduced} weights` : null,
    logits: null,
    s: `s: ${channels} gates`,
    out: `X̃: ${channels} rescaled maps`,
  }
  const folded = stageRows.flatMap((stage) => (isOpen(stage) || names[stage] === null ? [] : [names[stage]]))
  const strips = await page.locator('.loom .folded').allTextContents()
  expect(strips, `folded at ${step}`).toEqual(folded.map((name) => `► ${name}`))
}

/** What the lead, the text and the drawing of the step say in numbers. */
async function expectSaid(page: Page, expected: Expected, step: StepId): Promise<void> {
  const { block, other, network, a } = expected
  const lead = (await page.locator('[data-part="lead"]').textContent()) ?? ''
  const text = (await page.locator('[data-part="text"] > p').first().textContent()) ?? ''
  const { channel } = await stateOf(page)
  const c = channel ?? 0
  const crossing = flips(expected).filter(Boolean).length
  switch (step) {
    case 'why':
      if (network.snapshot.net === 'inks') expect(text).toContain(`${crossing} of ${block.channels} cross ½`)
      else expect(lead).toMatch(new RegExp(`another digit ${crossing || 'no'} gates? cross(es)? ½`))
      return
    case 'transform':
      await expect(page.locator('.loom-extra .tap-grid')).toHaveCount(3)
      return
    case 'squeeze': {
      const [, z, magnitude] = /has z = (\S+), but a mean \|u\| of (\S+)\./.exec(text) ?? []
      const cells = Array.from({ length: block.map[0] * block.map[1] }, (_, i) =>
        block.u(Math.floor(i / block.map[1]), i % block.map[1], c),
      )
      const mean = cells.reduce((sum, u) => sum + Math.abs(u), 0) / cells.length
      expectNumber(z ?? '', block.z[c] ?? Number.NaN, printed.value, 'z in the text')
      expectNumber(magnitude ?? '', mean, printed.value, 'mean |u| in the text')
      return
    }
    case 'mix': {
      await expectUnits(page, expected)
      await expectHinge(page, expected, 1)
      const [, z, s] = /moves by (\S+), its gate by ([\d.]+\d)/.exec(text) ?? []
      const moved = (of: 'z' | 's') => Math.abs((other[of][c] ?? Number.NaN) - (block[of][c] ?? Number.NaN))
      expectNumber(z ?? '', moved('z'), printed.value, 'move of z')
      expectNumber(s ?? '', moved('s'), printed.gate, 'move of the gate')
      const on = (one: Block, k: number) => (one.hidden[k] ?? 0) > 0
      const alone = (one: Block, two: Block) => one.hidden.filter((_, k) => on(one, k) && !on(two, k)).length
      const [teal, amber] = a.bar === 1 ? [other, block] : [block, other]
      const [first, second] = [alone(teal, amber), alone(amber, teal)]
      if (a.bar !== null && first + second > 0)
        expect(lead).toMatch(
          new RegExp(
            `: on this picture ${first || 'none'} fires? only with teal, ${second || 'none'} with amber\\.$`,
          ),
        )
      else
        expect(lead).toMatch(
          new RegExp(`${block.hidden.filter((h) => h > 0).length || 'none'} (is|are) above 0`),
        )
      return
    }
    case 'gate': {
      await expectHinge(page, expected, block.reduced > 4 ? 2 : 1)
      await expect(page.locator('.loom-extra').getByRole('img')).toBeVisible()
      const sum = block.s.reduce((total, s) => total + s, 0)
      expectNumber(/add up to (\S+)\.$/.exec(text)?.[1] ?? '', sum, printed.short, 'sum of the gates')
      return
    }
    case 'scale': {
      const lens = (await page.locator('.scale-extra .role-s').textContent()) ?? ''
      expectNumber(lens.replace(`s${c} = `, ''), block.s[c] ?? Number.NaN, printed.gate, 'gate in the lens')
      const lent = forwardNetwork(network.plan, network.snapshot.weights, a.input, {
        overrides: { [expected.site.id]: { gates: Float32Array.from(other.s) } },
      }).probabilities.data
      const [now, own] = [argmax(lent), argmax(expected.trace.probabilities.data)]
      expect(lead).toContain(now === own ? `still reads ${own}.` : `it reads ${now}, not ${own}.`)
      return
    }
    case 'result':
      // Five rows where there is a bar; what stands in them: 'step 6' below.
      await expect(page.locator('.result-extra li:not(.heads)')).toHaveCount(a.bar === null ? 4 : 5)
  }
}

/** Every stage: gates, hidden units twice, and the threads between the two matrices. */
async function expectWhole(page: Page, expected: Expected): Promise<void> {
  const { block } = expected
  await unfold(page)
  await expect(page.locator('.loom .hinge .turn')).toHaveCount(expected.site.reduced)
  await expect(page.locator('.loom [role="slider"]')).toHaveCount(stageRows.length)
  await expectGates(page, expected)
  await expectUnits(page, expected)
  await expectHinge(page, expected, block.reduced > 4 ? 2 : 1)
}

/** Walks down the rows with the arrow key; at each the strip's result and the slider's words are checked. */
async function expectStrips(page: Page, { site, block }: Expected, side: 'Home' | 'End'): Promise<void> {
  await row(page, 'U').focus()
  await row(page, 'U').press(side)
  const c = side === 'Home' ? 0 : site.channels - 1
  const { hidden: k } = await stateOf(page)
  // The cell of the featured map stays where it is: the first to be picked.
  const { h, w } = (await stateOf(page)).cell ?? { h: Number.NaN, w: Number.NaN }
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
      await expect(page.getByRole('combobox', { name: 'Network' })).toHaveValue(net)
      for (const step of stepIds) {
        await goTo(page, step)
        await expectFolded(page, expected, step)
        await expectReading(page, expected, step)
        await expectSaid(page, expected, step)
        // Low where the step is about hidden units: bars without numbers.
        if (step === 'mix') await expect(page.locator('.loom .gates text')).toHaveCount(0)
        else await expectGates(page, expected)
        await expectWhole(page, expected)
        await fold(page)
      }
      await unfold(page)
      await expectStrips(page, expected, 'Home')
      await expectStrips(page, expected, 'End')
    })
  }
}

test('the table behind the figure holds z, logit and gate of every channel', async ({ page }) => {
  const { block } = await expectedFor('inks', 'site2')
  await open(page, '?site=site2')
  const details = await openTable(page)
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

/** Where a map is largest, off its edges and away from the bar at its left: what step 1 speaks of at first. */
function tellingCell({ map: [rows, columns], u }: Block, c: number): { h: number; w: number; value: number } {
  const cells = Array.from({ length: rows * columns }, (_, i) => ({
    h: Math.floor(i / columns),
    w: i % columns,
  }))
    .filter(({ h, w }) => h >= 2 && h < rows - 2 && w >= columns * 0.45 && w < columns - 2)
    .map((cell) => ({ ...cell, value: u(cell.h, cell.w, c) }))
  return cells.reduce((best, cell) => (cell.value > best.value ? cell : best))
}

test('step 1: the sums over the input channels, normalised, are the value of U', async ({ page }) => {
  const { block } = await expectedFor('inks', 'site1')
  await open(page, '?step=transform&channel=2')
  const { h, w, value } = tellingCell(block, 2)
  await expect(page.locator('.step-try .transform')).toContainText(`Cell (${h}, ${w}) of channel 2`)
  const shown = (await page.locator('.bn').textContent()) ?? ''
  expectNumber(shown.split('=').at(-1)?.trim() ?? '', value, printed.value, 'u after batch normalisation')
  await expect(page.locator('[data-part="text"]')).toContainText('16 maps, the unit’s input')
  // In the figure and in the panel: one sum for each map that enters the unit, together what BN gets.
  const convolved = numberIn(/· \(([^ ]+)/.exec(shown)?.[1] ?? '')
  for (const where of ['.loom-extra', '.step-try']) {
    const sums = await page.locator(`${where} .input-sum .visually-hidden`).allTextContents()
    expect(sums).toHaveLength(16)
    const total = sums.map((text) => numberIn(text.replace(/^.*: sum /, ''))).reduce((sum, x) => sum + x, 0)
    expect(Math.abs(total - convolved), `${where}: ${total} and ${convolved}`).toBeLessThan(0.02)
  }
})

test('step 5: a transplant is the other picture’s gates on these maps', async ({ page }) => {
  const { block, other } = await expectedFor('inks', 'site1')
  await open(page, '?step=scale&channel=4')
  await page.getByRole('button', { name: 'Give it the other bar’s gates' }).click()
  const gates = await page.locator('.loom .gates text').allTextContents()
  expectNumbers(
    gates.map((text) => text.replace('↕', '')),
    other.s,
    printed.gate,
    'gate',
  )
  await row(page, 'out').focus()
  const { h, w } = tellingCell(block, 4)
  const value = block.u(h, w, 4) * (other.s[4] ?? 0)
  expectNumber(await page.getByTestId('strip-result').textContent(), value, printed.value, 'X̃')
})

type Measured = 'ownGates' | 'withoutSe' | 'gatesAtOne' | 'transplanted'

test('step 6: this picture with and without the block', async ({ page }) => {
  const study = JSON.parse(await readFile(join(dist, 'snapshots', 'study.json'), 'utf8')) as {
    readonly inks: Readonly<Record<Measured, readonly number[]>>
  }
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
  for (const [name, measured, probabilities] of [
    ['Own gates', 'ownGates', trace.probabilities.data],
    ['Trained without SE', 'withoutSe', without],
    ['Gates at 1', 'gatesAtOne', replaced((_, channels) => new Float32Array(channels).fill(1))],
    [
      'Gates of the other bar',
      'transplanted',
      replaced((id) => otherGates[id]?.block?.s.data ?? new Float32Array(0)),
    ],
  ] as const) {
    const best = argmax(probabilities)
    const read = `reads ${best} (${printed.percent(probabilities[best] ?? 0)})`
    await expect(said(name)).toHaveText(read)
    const inFigure = page.locator('.result-extra li').filter({ has: page.getByText(name, { exact: true }) })
    await expect(inFigure.locator('span').first()).toHaveText(read)
    const shares = study.inks[measured]
    const mean = printed.percent1(shares.reduce((sum, share) => sum + share, 0) / shares.length)
    await expect(inFigure).toContainText(mean)
    await expect(inFigure).toContainText(printed.percent1(Math.min(...shares)))
  }
})
