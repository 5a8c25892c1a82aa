/** Firefox by WebDriver BiDi, which puppeteer speaks: Debian has no geckodriver. */
import { launch } from 'puppeteer-core'
import { type Driver, expressionOf } from './driver.ts'
import { findProgram } from './programs.ts'

/** @throws NotInstalled if there is no Firefox */
export async function startFirefox(): Promise<Driver> {
  const executablePath = findProgram('firefox-esr', process.env.FIREFOX_BIN, ['firefox-esr', 'firefox'])
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: {
      'intl.accept_languages': 'en-GB',
    },
  })
  const [first] = await browser.pages()
  const page = first ?? (await browser.newPage())
  return {
    name: await browser.version(),
    open: async (url) => {
      await page.goto(url)
    },
    resize: (size) => page.setViewport(size),
    evaluate: async (run, ...args) => (await page.evaluate(expressionOf(run, args))) as never,
    click: (selector) => page.click(selector),
    screenshot: () => page.screenshot(),
    close: () => browser.close(),
  }
}
