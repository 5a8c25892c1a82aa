/** What there is to try at each step does what the text says. */
import type { Page } from '@playwright/test'
import { forwardNetwork } from '../../src/model/networks/forward.ts'
import { expect, test } from './fixtures.ts'
import { fold, goTo, numberIn, open, openTable, prediction, row, stateOf, unfold } from './page.ts'
import { argmax, firstPictures, forward, printed, readNetwork, recompute, says } from './recompute.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

async function opening() {
  const network = await readNetwork('inks-se')
  return { network, ...firstPictures(network) }
}

/** What the network reads, of both versions. */
const reading = (page: Page, part: 'own' | 'other') => page.locator(`[data-part="reading"] .reading-${part}`)

test('swapping the bar’s ink turns both readings round, wherever it is offered', async ({ page }) => {
  const network = await readNetwork('inks-se')
  const { a, b } = firstPictures(network)
  expect([
    argmax(forward(network, a).probabilities.data),
    argmax(forward(network, b).probabilities.data),
  ]).toEqual([a.label, b.label])
  await open(page)
  const bar = (ink: number | null) => (ink === 0 ? 'teal bar:' : 'amber bar:')
  await expect(reading(page, 'own')).toContainText(String(a.label))
  await expect(reading(page, 'other')).toContainText(`${bar(b.bar)} ${b.label}`)
  await page.getByRole('button', { name: 'Swap the bar’s ink' }).click()
  await expect(reading(page, 'own')).toContainText(String(b.label))
  await expect(prediction(page)).toHaveText(String(b.label))
  await expect(reading(page, 'other')).toContainText(`${bar(a.bar)} ${a.label}`)
  await goTo(page, 'mix')
  await page.getByRole('button', { name: 'Swap the bar’s ink' }).click()
  await expect(prediction(page)).toHaveText(String(a.label))
})

test('what the channel that the run is told by answers to stands at its site and channel alone', async ({
  page,
}) => {
  const { site, channel = 0, patches } = (await opening()).network.snapshot.featuredSample ?? {}
  if (site !== 'site1' || patches === undefined) throw new Error('the stored run names no channel of site 1')
  await open(page)
  await page.getByText(`What channel ${channel} answers to`).click()
  await expect(page.getByRole('img', { name: /^Patch of held-out picture/ })).toHaveCount(patches.length)
  for (const query of [`?channel=${channel + 1}`, `?site=site2&channel=${channel}`]) {
    await open(page, query)
    await expect(page.locator('.patches, .step-panel')).toHaveCount(0)
  }
})

test('the one button of a step does and takes back what it says', async ({ page }) => {
  await open(page)
  const action = page.locator('[data-part="try"] button')
  const other = firstPictures(await readNetwork('inks-se')).b.bar === 0 ? 'teal' : 'amber'
  for (const [step, does, back, done] of [
    ['squeeze', 'Shuffle the cells', 'Put the cells back', { permutation: 1 }],
    ['gate', 'Swap σ for softmax', 'Back to σ', { gate: 'softmax' }],
    ['scale', `Lend ${other}-bar gates`, 'Back to its own gates', { source: 'transplant' }],
  ] as const) {
    await goTo(page, step)
    const before = (await stateOf(page)).edit
    await expect(action).toHaveText(does)
    await action.click()
    await expect(action).toHaveText(back)
    expect((await stateOf(page)).edit).toMatchObject(done)
    await action.click()
    await expect(action).toHaveText(does)
    expect((await stateOf(page)).edit).toEqual(before)
  }
})

test('step 1: the window is moved by the button, and dragged on X', async ({ page }) => {
  await open(page, '?step=transform')
  const result = page.getByTestId('strip-result')
  const outline = page.locator('[data-part="x"] .outline, [data-part="x"] rect').first()
  const at = async () => [await result.textContent(), JSON.stringify(await outline.boundingBox())].join()
  const first = await at()
  await page.getByRole('button', { name: 'Move the window' }).click()
  await expect.poll(at).not.toBe(first)
  const x = page.locator('[data-part="x"]')
  const box = await x.boundingBox()
  if (box === null) throw new Error('no X')
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.3)
  await page.mouse.down()
  await page.mouse.move(box.x + (box.width * 10.5) / 14, box.y + (box.height * 4.5) / 14, { steps: 4 })
  await page.mouse.up()
  expect(await stateOf(page)).toMatchObject({ cell: { h: 4, w: 10 }, step: 'transform' })
  await expect(page.locator('.step-try .transform')).toContainText('Cell (4, 10) of channel')
})

test('transplanted gates change what is read; undo brings it back', async ({ page }) => {
  await open(page, '?step=scale')
  const own = (await prediction(page).textContent()) ?? ''
  const transplant = page.getByRole('button', { name: 'Give it the other bar’s gates' })
  await transplant.click()
  await expect(transplant).toHaveAttribute('aria-pressed', 'true')
  await expect(prediction(page)).not.toHaveText(own)
  const now = await prediction(page).textContent()
  await expect(page.locator('.flip')).toContainText(`its own gates the network reads ${own} (`)
  await expect(page.locator('.flip')).toContainText(`the transplanted ones ${now} (`)
  await expect(page.locator('[data-part="lead"]')).toContainText(`it reads ${now}, not ${own}.`)
  await expect(page.getByRole('button', { name: 'Back to its own gates' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(prediction(page)).toHaveText(own)
  await expect(transplant).toHaveAttribute('aria-pressed', 'false')
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled()
})

test('a gate is set by keys; undo takes a run of keys back at once', async ({ page }) => {
  await open(page, '?step=scale&channel=6')
  const slider = page.getByRole('slider', { name: 'Gate of channel 6' })
  const undo = page.getByRole('button', { name: 'Undo' })
  const own = await slider.getAttribute('aria-valuetext')
  await slider.press('Home')
  await expect(slider).toHaveAttribute('aria-valuetext', '0.00')
  for (let i = 0; i < 4; i++) await slider.press('ArrowRight')
  await expect(slider).toHaveAttribute('aria-valuetext', '0.04')
  await undo.click()
  await expect(slider).toHaveAttribute('aria-valuetext', own ?? '')
  await expect(undo).toBeDisabled()
})

test('closing one channel of the named picture changes what is read, as it says', async ({ page }) => {
  const closing = (await readNetwork('inks-se')).snapshot.featuredSample?.closing
  if (!closing) throw new Error('the stored run names no closed gate')
  await open(page, '?step=scale')
  await page.locator('.step-try details summary').click()
  await page.getByRole('button', { name: 'Show that picture' }).click()
  await expect(prediction(page)).toHaveText(String(closing.predictionAfter))
  await expect(row(page, 's')).toHaveAttribute('aria-valuenow', String(closing.channel))
  await page.getByRole('button', { name: 'All as computed' }).click()
  await expect(prediction(page)).toHaveText(String(closing.predictionBefore))
})

test('all gates at 1 leave U as it is', async ({ page }) => {
  await open(page, '?step=scale&channel=6')
  await page.locator('.step-try details summary').click()
  await page.getByRole('button', { name: 'All gates 1' }).click()
  await expect(page.locator('.loom .gates text').first()).toHaveText('1.00')
  await row(page, 'out').focus()
  const scaled = await page.getByTestId('strip-result').textContent()
  await row(page, 'U').focus()
  await expect(page.getByTestId('strip-result')).toHaveText(scaled ?? '')
})

test('the gates of softmax sum to 1, those of σ do not', async ({ page }) => {
  await open(page, '?step=gate')
  const table = await openTable(page)
  await expect(table.locator('tbody tr')).toHaveCount(16)
  const sum = async () => {
    const cells = await table.locator('tbody tr td:last-child').allTextContents()
    return cells.map(numberIn).reduce((total, gate) => total + gate, 0)
  }
  expect(await sum()).toBeGreaterThan(2)
  await page.getByRole('radio', { name: 'softmax' }).click()
  await expect.poll(sum).toBeLessThan(1.01)
  expect(await sum()).toBeGreaterThan(0.99)
  await expect(page.locator('.step-try')).toContainText('The weights were trained for σ.')
})

test('the mean does not notice shuffled pixels; the maximum of a map is its largest', async ({ page }) => {
  await open(page, '?step=squeeze&channel=2')
  await row(page, 'z').focus()
  const z = (await page.getByTestId('strip-result').textContent()) ?? ''
  await page.getByRole('button', { name: 'Shuffle the cells of U' }).click()
  await expect(page.locator('.step-try [role="status"]')).toHaveText('Largest change of z: 0')
  await expect(page.getByTestId('strip-result')).toHaveText(z)
  expect((await stateOf(page)).edit.permutation).not.toBeNull()
  await page.getByRole('button', { name: 'Put them back' }).click()
  await page.locator('.step-try details summary').click()
  await page.getByRole('radio', { name: 'max' }).click()
  await expect(page.getByTestId('strip-math')).toContainText('max(')
  const largest = numberIn((await page.getByTestId('strip-result').textContent()) ?? '')
  expect(largest).toBeGreaterThan(numberIn(z))
})

for (const [r, hidden, weights] of [
  [16, 1, 32],
  [1, 16, 512],
] as const) {
  test(`r = ${r} in the address: ${hidden} hidden, not trained, with an offer to train`, async ({ page }) => {
    await open(page, `?r=${r}`)
    await expect(page.locator('.run-note')).toContainText(`r = ${r}:`)
    await expect(page.locator('.run-note')).toContainText('not trained')
    await expect(page.getByRole('button', { name: `Train with r = ${r}` })).toBeVisible()
    await expect(page.locator('.folded')).toContainText([
      `mix: 16 means → ${hidden} hidden → 16 logits, ${weights} weights`,
    ])
    await unfold(page)
    await expect(page.locator('.loom .hinge .turn')).toHaveCount(hidden)
    await expect(page.locator('.loom .hidden-units .hidden-row')).toHaveCount(hidden)
    await fold(page)
    await goTo(page, 'mix')
    await expect(page.locator('[data-part="lead"]')).toContainText(
      `16 means become ${hidden} number${hidden === 1 ? '' : 's'}:`,
    )
    await expect(row(page, 'hidden')).toHaveAttribute('aria-valuemax', String(hidden - 1))
  })
}

test('the gates follow a drag; another step begins with the block as trained', async ({ page }) => {
  await open(page, '?step=scale&channel=1')
  const gate = page.locator('.loom .gates text').nth(1)
  const own = (await gate.textContent()) ?? ''
  const slider = page.getByRole('slider', { name: 'Gate of channel 1' })
  await slider.press('Home')
  // ↕ beside it: on the other side of ½ than with the other bar.
  await expect(gate).toHaveText(/^0\.00↕?$/)
  await slider.press('ArrowRight')
  await slider.press('End')
  await expect(gate).toHaveText(/^1\.00↕?$/)
  await page.getByRole('button', { name: 'All as computed' }).click()
  await expect(gate).toHaveText(own)
  await slider.press('Home')
  await expect(gate).toHaveText(/^0\.00↕?$/)
  await goTo(page, 'result')
  await expect(gate).toHaveText(own)
  await expect(page).not.toHaveURL(/edit=/)
})

test('a gate is dragged in the figure, and the reading follows', async ({ page }) => {
  await open(page, '?step=scale')
  const gates = row(page, 's')
  const box = await gates.boundingBox()
  if (box === null) throw new Error('no row of gates')
  const x = box.x + (box.width * 4.5) / 16
  await page.mouse.move(x, box.y + box.height / 2)
  await page.mouse.down()
  // Beyond the ends it stops at 1 and at 0.
  for (const [y, gate] of [
    [box.y - 6, 1],
    [box.y + box.height, 0],
  ] as const) {
    await page.mouse.move(x, y, { steps: 3 })
    await expect.poll(async () => (await stateOf(page)).edit.gates[4]).toBe(gate)
    await expect(page.locator('.loom .gates text').nth(4)).toHaveText(new RegExp(`^${gate}\\.00↕?$`))
  }
  await page.mouse.up()
  await expect(gates).toHaveAttribute('aria-valuenow', '4')
  const { network, a } = await opening()
  const own = forward(network, a)
  const s = own.sites.site1?.block?.s.data ?? new Float32Array(0)
  const closed = forwardNetwork(network.plan, network.snapshot.weights, a.input, {
    overrides: { site1: { gates: s.map((gate, c) => (c === 4 ? 0 : gate)) } },
  }).probabilities.data
  const best = argmax(closed)
  await expect(reading(page, 'own')).toContainText(`${best} ${printed.percent(closed[best] ?? 0)}`)
})

for (const [net, siteId, channel, button] of [
  ['inks', 'site1', 6, 'Swap A and B'],
  ['digits', 'site2', 20, 'Put B in A’s place'],
] as const) {
  test(`pictures A and B of ${net} side by side, and each in the other’s place`, async ({ page }) => {
    const network = await readNetwork(`${net}-se`)
    const site = network.plan.sites.find((one) => one.id === siteId)
    if (site === undefined) throw new Error(`no ${siteId}`)
    const pictures = Object.values(firstPictures(network))
    const traces = pictures.map((picture) => forward(network, picture))
    const gates = traces.map((trace) => recompute(network, site, trace).s)
    await open(page, `?net=${net}&site=${siteId}&step=result&channel=${channel}`)
    const pair = page.getByRole('region', { name: 'Pictures A and B' })
    const cells = (name: string) => pair.getByRole('row', { name }).getByRole('cell').allTextContents()
    const expectPair = async (order: readonly [number, number]) => {
      const inOrder = <T>(values: readonly T[]) => order.map((i) => values[i])
      const labels = pictures.map(({ label }) => String(label))
      await expect.poll(() => cells('To be read')).toEqual(inOrder(labels))
      const read = traces.map(({ probabilities: { data } }) => {
        const best = argmax(data)
        return `${best} (${printed.percent(data[best] ?? 0)})`
      })
      expect(await cells('The network reads')).toEqual(inOrder(read))
      const chosen = gates.map((s) => printed.gate(s[channel] ?? Number.NaN))
      expect(await cells(`Gate of channel ${channel}`)).toEqual(inOrder(chosen))
      const [a = [], b = []] = inOrder(gates)
      const gaps = a.map((gate, c) => Math.abs(gate - (b[c] ?? Number.NaN)))
      const most = gaps.indexOf(Math.max(...gaps))
      const said = (await pair.getByRole('status').textContent()) ?? ''
      const [, c, ofA = '', ofB = '', difference = ''] =
        /in channel (\d+): (\S+) for A, (\S+) for B, a difference of (\S+)\.$/.exec(said) ?? []
      expect(Number(c)).toBe(most)
      for (const [text, value] of [
        [ofA, a[most]],
        [ofB, b[most]],
        [difference, gaps[most]],
      ] as const)
        expect(says(text, value ?? Number.NaN, printed.value), said).toBe(true)
    }
    await expectPair([0, 1])
    await pair.getByRole('button', { name: button }).click()
    await expectPair([1, 0])
    await expect(prediction(page)).toHaveText(String(argmax(traces[1]?.probabilities.data ?? [])))
    await expect(reading(page, 'other').locator('strong')).toHaveText(
      String(argmax(traces[0]?.probabilities.data ?? [])),
    )
  })
}

test('without SE pictures A and B have predictions and no gates', async ({ page }) => {
  const [network, named] = [await readNetwork('inks-plain'), await readNetwork('inks-se')]
  const { a, b } = firstPictures(named)
  const read = [a, b].map((picture) => argmax(forward(network, picture).probabilities.data))
  await open(page, '?snapshot=plain&step=result')
  const pair = page.getByRole('region', { name: 'Pictures A and B' })
  const cells = pair.getByRole('row', { name: 'The network reads' }).getByRole('cell')
  await expect(cells).toHaveText(read.map((digit) => new RegExp(`^${digit} `)))
  await expect(pair).toContainText('there are no gates')
  await expect(pair.getByRole('row', { name: 'Gate of channel' })).toHaveCount(0)
})
