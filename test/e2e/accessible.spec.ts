/** axe on every step, in both themes and both languages: no violation. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const stepIds = ['why', 'transform', 'squeeze', 'mix', 'gate', 'scale', 'result']

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[]
}

async function violations(page: Page): Promise<string[]> {
  // Evaluated by the debugger: the page's policy would refuse it as a script of its own.
  await page.evaluate(axe)
  const found = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe.run(),
  )
  return found.violations.map(
    (one) =>
      `${one.id}: ${one.nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary}`).join(' | ')}`,
  )
}

for (const theme of ['light', 'dark']) {
  for (const lang of ['en', 'ko']) {
    test(`every step, ${theme}, ${lang}`, async ({ page }) => {
      for (const step of stepIds) {
        await page.goto(`./${lang === 'ko' ? 'ko/' : ''}?step=${step}&theme=${theme}`)
        await expect(page.locator('.step-text h2')).toBeVisible()
        for (const summary of await page.locator('details:not([open]) > summary').all()) await summary.click()
        expect(await violations(page), step).toEqual([])
      }
    })
  }
}

test('a phone, digits without SE, and an untrained ratio', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  for (const query of ['?net=digits&snapshot=plain', '?step=mix&r=8', '?site=site2&step=gate&cover=s']) {
    await page.goto(`./${query}`)
    await expect(page.locator('.loom.phone')).toBeVisible()
    expect(await violations(page), query).toEqual([])
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      query,
    ).toBeLessThanOrEqual(0)
  }
})
