/** Step 2: a brushed region of a map against the whole of it, recomputed from the stored weights. */
import { expect, test } from './fixtures.ts'
import { open } from './page.ts'
import { type Block, firstPictures, forward, printed, readNetwork, recompute, says } from './recompute.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

/** Mean of a rectangle of one map, last row and column included. */
function meanOver(block: Block, c: number, [top, bottom, left, right]: readonly number[]): number {
  let [sum, count] = [0, 0]
  for (let h = top ?? 0; h <= (bottom ?? 0); h++)
    for (let w = left ?? 0; w <= (right ?? 0); w++) [sum, count] = [sum + block.u(h, w, c), count + 1]
  return sum / count
}

const areaOf = ([top = 0, bottom = 0, left = 0, right = 0]: readonly number[]) =>
  (bottom - top + 1) * (right - left + 1)

async function blockOfFirstPicture(siteId: string): Promise<Block> {
  const network = await readNetwork('inks-se')
  const site = network.plan.sites.find((one) => one.id === siteId)
  if (site === undefined) throw new Error(`no ${siteId}`)
  return recompute(network, site, forward(network, firstPictures(network).a))
}

for (const [siteId, channel, dragged] of [
  ['site1', 8, [4, 7, 2, 8]],
  ['site2', 5, [1, 3, 2, 5]],
] as const) {
  test(`a brushed region of ${siteId} has a mean of its own; z forgets where`, async ({ page }) => {
    const block = await blockOfFirstPicture(siteId)
    const z = block.z[channel] ?? Number.NaN
    const [rows, columns] = block.map
    await open(page, `?step=squeeze&site=${siteId}&channel=${channel}`)
    await page.locator('.step-try details summary').click()
    const brush = page.getByRole('group', { name: `the map of channel ${channel}` })
    const means = brush.getByRole('row', { name: 'Mean' }).getByRole('cell')
    const expectMeans = async (region: readonly number[]) => {
      const mean = meanOver(block, channel, region)
      await expect
        .poll(async () => says((await means.first().textContent()) ?? '', mean, printed.value))
        .toBe(true)
      const said = (await brush.getByRole('status').textContent()) ?? ''
      const added = (mean * areaOf(region)) / (rows * columns)
      const [, part = '', rest = ''] =
        /put (\S+) into the mean of the map, the others (\S+?)\.(?: |$)/.exec(said) ?? []
      expect(says(part, added, printed.value), said).toBe(true)
      if (areaOf(region) < rows * columns) expect(says(rest, z - added, printed.value), said).toBe(true)
      const whole = (await means.last().textContent())?.replace(`z${channel} = `, '') ?? ''
      expect(says(whole, z, printed.value), `z is printed as ${whole}`).toBe(true)
    }
    await expectMeans([0, rows - 1, 0, columns - 1])

    const map = brush.getByRole('img', { name: `Map of channel ${channel}` })
    await map.scrollIntoViewIfNeeded()
    const box = await map.boundingBox()
    if (box === null) throw new Error('no map to brush')
    const [top, bottom, left, right] = dragged
    const x = (w: number) => box.x + (box.width * (w + 0.5)) / columns
    const y = (h: number) => box.y + (box.height * (h + 0.5)) / rows
    // From the lower right corner: a rectangle may be dragged in any direction.
    await page.mouse.move(x(right), y(bottom))
    await page.mouse.down()
    await page.mouse.move(x(left), y(top), { steps: 4 })
    await page.mouse.up()
    await page.mouse.move(x(0), y(0))
    await expect(map).toHaveAccessibleName(
      new RegExp(`rows ${top} to ${bottom}, columns ${left} to ${right}\\.`),
    )
    await expectMeans(dragged)

    // The same by keyboard: the last row one less, the first column one more.
    await brush.getByRole('combobox', { name: 'Last row' }).press('ArrowUp')
    await brush.getByRole('combobox', { name: 'First column' }).press('ArrowDown')
    const smaller = [top, bottom - 1, left + 1, right]
    await expectMeans(smaller)

    await page.getByRole('button', { name: 'Shuffle the cells of U' }).click()
    const unshuffled = meanOver(block, channel, smaller)
    await expect
      .poll(async () => says((await means.first().textContent()) ?? '', unshuffled, printed.value))
      .toBe(false)
    await brush.getByRole('button', { name: 'Whole map' }).click()
    await expectMeans([0, rows - 1, 0, columns - 1])
  })
}

test('squeezed by max, a region is compared with the largest value of its map', async ({ page }) => {
  const block = await blockOfFirstPicture('site1')
  const values = Array.from({ length: 14 }, (_, h) => Array.from({ length: 14 }, (_, w) => block.u(h, w, 8)))
  const largest = Math.max(...values.flat())
  const at = values.findIndex((line) => line.includes(largest))
  await open(page, '?step=squeeze&channel=8&edit=squeeze:max')
  await page.locator('.step-try details summary').click()
  const brush = page.getByRole('group', { name: 'the map of channel 8' })
  const maxima = brush.getByRole('row', { name: 'Maximum' }).getByRole('cell')
  await brush.getByRole('combobox', { name: 'Last row' }).selectOption(String(at - 1))
  await expect(brush.getByRole('status')).toHaveText('The map’s largest value lies outside this region.')
  const above = Math.max(...values.slice(0, at).flat())
  expect(says((await maxima.first().textContent()) ?? '', above, printed.value)).toBe(true)
  expect(says((await maxima.last().textContent())?.replace('z8 = ', '') ?? '', largest, printed.value)).toBe(
    true,
  )
  await brush.getByRole('combobox', { name: 'Last row' }).selectOption(String(at))
  await expect(brush.getByRole('status')).toHaveText('The map’s largest value lies in this region.')
})
