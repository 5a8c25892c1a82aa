/** What the page shows it shows in its own fonts: those of the system differ, and lack signs. */
import type { CDPSession, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { open, trainButton } from './page.ts'

interface DomNode {
  readonly nodeId: number
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string
  readonly children?: readonly DomNode[]
}

/** Texts that some font of the system draws, code left out: there the system's own monospace is meant. */
async function foreign(session: CDPSession, node: DomNode): Promise<string[]> {
  if (['CODE', 'PRE', 'SCRIPT', 'STYLE'].includes(node.nodeName)) return []
  if (node.nodeType === 3) {
    if (node.nodeValue.trim() === '') return []
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId: node.nodeId })
    return fonts
      .filter((font) => !font.isCustomFont)
      .map((font) => `${font.familyName}: ${node.nodeValue.trim()}`)
  }
  const found: string[] = []
  for (const child of node.children ?? []) found.push(...(await foreign(session, child)))
  return found
}

async function foreignTexts(page: Page): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready)
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { root } = await session.send('DOM.getDocument', { depth: -1 })
  return foreign(session, root)
}

for (const query of ['?step=gate', '?net=series&data=cued&step=mix', '?net=digits&step=result'])
  for (const language of ['', 'ko/'])
    test(`in its own fonts: ${language}${query}`, async ({ page }) => {
      await open(page, language + query)
      if (!query.endsWith('result')) await expect(page.locator('.katex-html').first()).toBeAttached()
      // Again where the page has changed under the search.
      await expect(async () => expect(await foreignTexts(page)).toEqual([])).toPass({ timeout: 30_000 })
    })

for (const language of ['', 'ko/'])
  test(`while it trains the system is asked for no font: ${language || 'en/'}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 664 })
    await open(page, `${language}?step=mix`)
    await expect(page.locator('.katex-html').first()).toBeAttached()
    await page.evaluate(() => document.fonts.ready)
    const session = await page.context().newCDPSession(page)
    const asked: string[] = []
    let traced = 0
    session.on('Tracing.dataCollected', ({ value }) => {
      for (const { name, args } of value as unknown as { name: string; args: object }[]) {
        traced++
        if (name.startsWith('FontServiceThread::')) asked.push(JSON.stringify(args))
      }
    })
    await session.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: { includedCategories: ['fonts', 'blink.user_timing'] },
    })
    await trainButton(page).click()
    await expect(page.locator('.accuracy-sparkline svg')).toBeVisible()
    await page.evaluate(() => performance.mark('seen'))
    const ended = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
    await session.send('Tracing.end')
    await ended
    expect(traced).toBeGreaterThan(0)
    expect(asked).toEqual([])
  })
