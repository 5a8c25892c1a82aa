import { chromium } from '@playwright/test'
import { findChromium } from '/work/main/scripts/chromium.ts'

const { executablePath } = await findChromium()
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars'],
})
const [url, out, ...sizes] = process.argv.slice(2)
const queries = (process.env.Q ?? '').split(',')
for (const size of sizes)
  for (const q of queries) {
    const [w, h] = size.split('x').map(Number)
    const page = await browser.newPage({
      viewport: { width: w!, height: h! },
      deviceScaleFactor: Number(process.env.DPR ?? 1),
      colorScheme: (process.env.SCHEME ?? 'light') as 'light',
    })
    page.on('console', (m) => {
      if (m.type() === 'error' || m.type() === 'warning') console.log(m.text().slice(0, 300))
    })
    page.on('pageerror', (e) => console.log('ERR', e.message.slice(0, 400)))
    await page.addInitScript(() => sessionStorage.setItem('se-explainer:seen', '1'))
    await page.goto(url! + q)
    await page
      .waitForSelector('html[data-ready="true"]', { timeout: 20000 })
      .catch(() => console.log('not ready'))
    await page.mouse.move(5, 5)
    await page.waitForTimeout(1500)
    if (process.env.JS) {
      await page.evaluate(process.env.JS)
      await page.waitForTimeout(Number(process.env.WAIT ?? 800))
    }
    await page.screenshot({
      path: `${out}-${size}${q.replace(/\W+/g, '_')}.png`,
      fullPage: process.env.FULL === '1',
    })
    await page.close()
  }
await browser.close()
