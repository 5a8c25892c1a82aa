/** The pictures of the series network: what they print is computed once more, and hands and keys find their way. */
import { packWeather } from '../../scripts/prepare-weather.ts'
import { decodeWeather, weatherProblem } from '../../src/model/data/series/weather.ts'
import { forwardNetwork } from '../../src/model/networks/forward.ts'
import { nd } from '../../src/model/tensor.ts'
import { expect, test } from './fixtures.ts'
import { open } from './page.ts'
import { argmax, printed, readNetwork, says } from './recompute.ts'

test.use({ viewport: { width: 1440, height: 900 }, contextOptions: { reducedMotion: 'reduce' } })

const { problem } = weatherProblem(decodeWeather(packWeather()), 'city')
const { length, channels, test: part } = problem
const series = (index: number) =>
  nd(['t', 'c'], [length, channels], part.x.slice(index * length * channels, (index + 1) * length * channels))

test('the series: values in their own unit under the pointer; the kernel at the first site alone', async ({
  page,
}) => {
  await open(page, '?net=series&sample=5&site=site1')
  const chart = page.getByRole('img', { name: 'All variables of the series on show, over time' })
  await expect(chart.locator('.window')).toHaveCount(1)
  await expect(chart.locator('.kernel')).toHaveCount(1)
  await expect(page.locator('.series-chart figcaption')).toContainText(
    'A feature channel mixes all variables',
  )
  // All is read in one go, or the hover is done again: the chart may be moved from under the pointer while the page loads.
  const pointed = { label: '', values: [] as string[] }
  await expect(async () => {
    await chart.hover({ position: { x: 400, y: 40 } })
    const texts = await chart.locator('.value').allTextContents()
    pointed.label = texts.find((text) => text.startsWith('day ')) ?? ''
    pointed.values = texts.filter((text) => text !== pointed.label)
    expect(pointed.values).toHaveLength(channels)
    expect(pointed.label).not.toBe('')
  }).toPass({ timeout: 20_000 })
  const { label, values } = pointed
  const step = Number(label.replace('day ', ''))
  for (const [v, text] of values.entries()) {
    const { mean, deviation } = problem.scale ?? { mean: [], deviation: [] }
    const own = (series(5).data[step * channels + v] ?? 0) * (deviation[v] ?? 1) + (mean[v] ?? 0)
    expect(Number(text.replace('−', '-')), `${label}: ${problem.channelNames[v]}`).toBeCloseTo(own, 1)
  }
  await page.mouse.move(5, 5)
  await expect(chart.locator('.steps .value')).toHaveCount(0)
  await page.getByRole('button', { name: /Open SE site 2/ }).click()
  await expect(chart.locator('.kernel')).toHaveCount(0)
  await expect(chart.locator('.window')).toHaveCount(1)
})

for (const site of ['site1', 'site2']) {
  test(`step 1, ${site}: windows and kernels in rows over time, their sums lead to the value of U`, async ({
    page,
  }) => {
    const { snapshot, plan } = await readNetwork('series-se')
    const trace = forwardNetwork(plan, snapshot.weights, series(5))
    const u = trace.sites[site]?.U
    await open(page, `?net=series&sample=5&step=transform&site=${site}&channel=3`)
    const tables = page.getByRole('table', { name: /^x: the window of X/ })
    const table = page.locator('.step-try').getByRole('table', { name: /^x: the window of X/ })
    const number = (text: string) => Number(text.replace('−', '-'))
    const row = (name: string) =>
      table.locator('tr').filter({ has: page.locator('th', { hasText: new RegExp(`^${name}$`) }) })
    // Every shown channel's products are those of the numbers above them, and add up to its sum.
    const cells = async (name: string) => {
      const rows = await row(name).all()
      return Promise.all(
        rows.map(async (one) => (await one.locator('td:not(.sum)').allTextContents()).map(number)),
      )
    }
    // The tables come after the figure.
    for (const name of ['x', 'v', 'v · x']) await expect(row(name)).toHaveCount(4)
    const [x, v, products] = await Promise.all([cells('x'), cells('v'), cells('v · x')])
    const sums = (await row('v · x').locator('.sum').allTextContents()).map(number)
    expect(sums).toHaveLength(4)
    for (const [i, sum] of sums.entries()) {
      expect(x[i]).toHaveLength(site === 'site1' ? 8 : 5)
      for (const [k, product] of (products[i] ?? []).entries()) {
        expect(Math.abs((x[i]?.[k] ?? 0) * (v[i]?.[k] ?? 0) - product)).toBeLessThan(0.05)
      }
      const total = (products[i] ?? []).reduce((all, one) => all + one, 0)
      expect(Math.abs(total - sum)).toBeLessThan(0.05)
    }
    const totals = (await table.locator('.totals .sum').allTextContents()).map(number)
    const convolved = totals.pop() ?? Number.NaN
    expect(Math.abs([...sums, ...totals].reduce((all, one) => all + one, 0) - convolved)).toBeLessThan(0.01)
    await expect(table.getByText('12 more channels together')).toHaveCount(site === 'site1' ? 0 : 1)
    await expect(table.getByText('precipitation')).toHaveCount(site === 'site1' ? 1 : 0)
    // In the figure only the channel that says most, and the others as one sum: the same total.
    const compact = page.locator('.loom-extra').and(page.locator(':has(table)')).locator('table')
    await expect(tables).toHaveCount(2)
    const short = (await compact.locator('.sum').allTextContents())
      .filter((text) => /\d/.test(text))
      .map(number)
    const whole = short.pop() ?? Number.NaN
    expect(whole).toBe(convolved)
    expect(Math.abs(short.reduce((all, one) => all + one, 0) - whole)).toBeLessThan(0.01)
    expect(Math.abs(short[0] ?? 0)).toBe(Math.max(...sums.map(Math.abs), Math.abs(short[0] ?? 0)))
    // Where the channel's map is largest, off the ends of the series.
    const channelsOfU = u?.shape[1] ?? 0
    const values = Array.from({ length: 26 }, (_, i) => u?.data[(i + 2) * channelsOfU + 3] ?? Number.NaN)
    const value = Math.max(...values)
    await expect(page.locator('.step-try .transform')).toContainText(String(values.indexOf(value) + 2))
    const relu = (await page.getByText(/^ReLU: max/).textContent()) ?? ''
    expect(says(relu.replace(', the value of U.', '').split('= ')[1] ?? '', value, printed.value), relu).toBe(
      true,
    )
  })
}

test('the branches: their parts sum to the logits of the network, the class that is read stands out', async ({
  page,
}) => {
  const { snapshot, plan } = await readNetwork('series-se')
  const { logits } = forwardNetwork(plan, snapshot.weights, series(0))
  await open(page, '?net=series&sample=0')
  const branches = page.getByRole('img', { name: 'Contribution of the branches to each logit' })
  await expect(branches).toBeVisible()
  const column = (name: string) => branches.locator(`.number.${name}`).allTextContents()
  const parts = await Promise.all(['bias', 'lstm', 'convolution'].map(column))
  for (const [o, logit] of logits.data.entries()) {
    const sum = parts.reduce((total, texts) => total + Number(texts[o]?.replace('−', '-')), 0)
    expect(Math.abs(sum - logit)).toBeLessThan(0.1)
  }
  const best = argmax([...logits.data])
  const [name = '', sum = ''] = await branches.locator('.value').allTextContents()
  expect(name).toBe(problem.classes[best])
  expect(says(sum, logits.data[best] ?? 0, printed.value), sum).toBe(true)
})

test('the results: the matrix is a grid for keys, its counts give the accuracy, a cell names its series', async ({
  page,
}) => {
  await open(page, '?net=series&task=citySeason')
  await page.getByRole('button', { name: 'Evaluate on the test set' }).click()
  const grid = page.getByRole('grid', { name: /Confusion matrix/ })
  const cells = grid.locator('[data-cell]')
  await expect(cells).toHaveCount(64)
  const counts = (await cells.allTextContents()).map(Number)
  const hits = counts.reduce((sum, count, i) => sum + (i % 9 === 0 ? count : 0), 0)
  const total = counts.reduce((sum, count) => sum + count, 0)
  expect(total).toBe(part.count)
  const accuracy = (await page.getByTestId('test-accuracy').textContent()) ?? ''
  expect(Number(accuracy.replace('%', ''))).toBeCloseTo((hits / total) * 100, 1)
  // One tab stop; what is moved to is selected, and its series are listed.
  await expect(grid.locator('[tabindex="0"]')).toHaveCount(1)
  // At first the most frequent mistake.
  const mistakes = counts.map((count, i) => (i % 9 === 0 ? 0 : count))
  await expect(cells.nth(mistakes.indexOf(Math.max(...mistakes)))).toHaveAttribute('aria-selected', 'true')
  await cells.nth(0).click()
  const mixed = counts.findIndex((count, i) => count > 0 && i % 9 !== 0)
  for (let i = 0; i < Math.floor(mixed / 8); i++) await page.keyboard.press('ArrowDown')
  for (let i = 0; i < mixed % 8; i++) await page.keyboard.press('ArrowRight')
  await expect(cells.nth(mixed)).toBeFocused()
  await expect(cells.nth(mixed)).toHaveAttribute('aria-selected', 'true')
  const listed = page.locator('.series-list button')
  await expect(listed).toHaveCount(counts[mixed] ?? 0)
  const index = Number((await listed.first().textContent())?.replace(/\D/g, ''))
  const { problem: seasons } = weatherProblem(decodeWeather(packWeather()), 'citySeason')
  expect(seasons.test.y[index]).toBe(Math.floor(mixed / 8))
})
