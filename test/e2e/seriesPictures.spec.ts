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
  await open(page, '?net=series&sample=5')
  const chart = page.getByRole('img', { name: 'All variables of the series on show, over time' })
  await expect(chart.locator('.window')).toHaveCount(1)
  await expect(chart.locator('.kernel')).toHaveCount(1)
  await expect(page.locator('.series-chart figcaption')).toContainText(
    'A feature channel mixes all variables',
  )
  await chart.hover({ position: { x: 400, y: 40 } })
  const label = (await chart.locator('.steps .value').textContent()) ?? ''
  const step = Number(label.replace('step ', ''))
  const values = await chart.locator('svg > g:not(.steps) > .value').allTextContents()
  expect(values).toHaveLength(channels)
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
