/** Links that are long, or hold what nobody understands. */
import { expect, test } from './fixtures.ts'
import { open, stateOf } from './page.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

test('an address with many gates set by hand is read by its own page', async ({ page }) => {
  const gates = Array.from({ length: 55 }, (_, c) => `s${c}:0.${100 + c}`).join('~')
  await open(page, `?net=series&size=paper&step=scale&edit=${gates}`)
  await expect.poll(async () => Object.keys((await stateOf(page)).edit.gates)).toHaveLength(55)
  await expect(page.getByText('which this page does not know')).toHaveCount(0)
  expect(page.url()).toContain(gates)
})

for (const [lang, width] of [
  ['', 320],
  ['', 390],
  ['ko/', 320],
] as const) {
  test(`a senseless value is quoted in part, and widens no page: ${lang}${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth)
    await open(page, '', { path: lang })
    const usual = await wide()
    await open(page, `?r=${'9'.repeat(60)}&seed=${'W'.repeat(60)}`, { path: lang })
    await expect(page.getByText(`r=${'9'.repeat(40)}…`)).toBeVisible()
    await expect(page.getByText(`seed=${'W'.repeat(40)}…`)).toBeVisible()
    expect(await wide()).toBe(usual)
  })
}
