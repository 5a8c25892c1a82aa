/** axe-core on every step, in both themes and both languages, with everything opened. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'
import { stepIds } from '../../src/model/state/steps.ts'
import { expect, lateFont, test } from './fixtures.ts'
import { goTo, open, openMenu, unfold } from './page.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeWindow extends Window {
  readonly axe: { run(context: Document, options: object): Promise<AxeResults> }
}

test.use({ contextOptions: { reducedMotion: 'reduce' } })

/** Violated rules with the elements that violate them. */
async function violations(page: Page): Promise<string[]> {
  // Evaluated by the debugger: the page's policy would refuse it as a script of its own.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  return page.evaluate(async () => {
    const { violations: found } = await (window as unknown as AxeWindow).axe.run(document, {
      resultTypes: ['violations'],
    })
    return found.map(({ id, nodes }) => {
      const where = nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary ?? ''}`)
      return `${id}: ${where.join(' | ')}`
    })
  })
}

async function openDetails(page: Page): Promise<void> {
  const closed = page.locator('details:not([open]) > summary')
  for (let left = await closed.count(); left > 0; left = await closed.count()) await closed.first().click()
}

for (const theme of ['light', 'dark'] as const) {
  for (const path of ['', 'ko/'] as const) {
    test(`no violations: ${theme}, ${path === '' ? 'English' : 'Korean'}`, async ({ page }) => {
      test.setTimeout(120_000)
      await open(page, `?theme=${theme}`, { path })
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(path === '' ? 'en' : 'ko')
      const found: string[] = []
      for (const step of stepIds) {
        await goTo(page, step)
        await openDetails(page)
        found.push(...(await violations(page)).map((one) => `${step}: ${one}`))
      }
      await unfold(page)
      await page.locator('.menu-button').click()
      await page.locator('.menu-panel .transport-more').click()
      found.push(...(await violations(page)).map((one) => `all stages, the menu: ${one}`))
      expect(found).toEqual([])
    })
  }
}

test('no violations on a phone: digits, no block, an untrained one, a problem in the link', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await page.setViewportSize({ width: 390, height: 844 })
  const found: string[] = []
  for (const query of [
    '?net=digits&step=mix&r=2&site=site99x&cover=hidden',
    '?net=digits&snapshot=plain&step=scale',
    '?site=site2&step=result',
  ]) {
    await open(page, query)
    await expect(page.locator('.step-try > *').last()).toBeVisible()
    await openDetails(page)
    found.push(...(await violations(page)).map((one) => `${query}: ${one}`))
  }
  await openMenu(page)
  found.push(...(await violations(page)).map((one) => `menu: ${one}`))
  expect(found).toEqual([])
})

test('no violations on the series network: both languages, both themes, a phone, no data yet', async ({
  page,
  watch,
}) => {
  test.setTimeout(180_000)
  watch.allow(lateFont)
  const found: string[] = []
  for (const [path, query, width] of [
    ['', '?net=series&data=cued&step=scale&theme=light', 1440],
    ['ko/', '?net=series&step=transform&theme=dark', 1440],
    ['', '?net=series&data=planted&size=paper&theme=dark', 390],
    ['ko/', '?net=series&data=cued&step=result&theme=light', 390],
  ] as const) {
    await page.setViewportSize({ width, height: 900 })
    await open(page, query, { path })
    await expect(page.locator('.series-useful, .series-results').first()).toBeVisible()
    await page.locator('.net-lane button').first().click()
    if (!query.includes('paper')) {
      await page.locator('.series-results').first().scrollIntoViewIfNeeded()
      await expect(page.locator('.viz-confusion')).toBeVisible()
    }
    await openDetails(page)
    found.push(...(await violations(page)).map((one) => `${path}${query}: ${one}`))
  }
  for (const data of ['own', 'gestures']) {
    await page.goto(`./?net=series&data=${data}`)
    await expect(page.locator('.own, .gesture-pad').first()).toBeAttached()
    found.push(...(await violations(page)).map((one) => `${data}: ${one}`))
  }
  expect(found).toEqual([])
})

test('axe sees what is wrong', async ({ page }) => {
  await open(page)
  await page.evaluate(() => document.body.append(document.createElement('button')))
  expect((await violations(page)).join()).toContain('button-name')
})
