/** Firefox by WebDriver BiDi, which puppeteer speaks: Debian has no geckodriver. */
import { type ElementHandle, launch } from 'puppeteer-core'
import { type Driver, expressionOf, handMs, pause } from './driver.ts'
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
  // Not the one that is open already: it never learns that it has the focus.
  const page = await browser.newPage()
  // log.entryAdded: it is subscribed to before anything is opened.
  let heard: string[] = []
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) heard.push(`console.${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => heard.push(`uncaught: ${String(error)}`))
  return {
    name: await browser.version(),
    open: async (url) => {
      await page.goto(url)
    },
    resize: (size) => page.setViewport(size),
    evaluate: async (run, ...args) => (await page.evaluate(expressionOf(run, args))) as never,
    click: (selector) => page.click(selector),
    press: async (key, held) => {
      if (held !== undefined) await page.keyboard.down(held)
      await page.keyboard.press(key)
      if (held !== undefined) await page.keyboard.up(held)
    },
    write: (selector, text) => page.type(selector, text),
    choose: async (selector, value) => {
      await page.select(selector, value)
    },
    giveFiles: async (selector, paths) => {
      const input = (await page.$(selector)) as ElementHandle<HTMLInputElement> | null
      if (input === null) throw new Error(`no ${selector}`)
      await input.uploadFile(...paths)
    },
    stroke: async ([from, ...rest]) => {
      if (from === undefined) return
      await page.mouse.move(from.x, from.y)
      await page.mouse.down()
      for (const { x, y } of rest) {
        await page.mouse.move(x, y)
        await pause(handMs)
      }
      await page.mouse.up()
    },
    screenshot: () => page.screenshot(),
    heard: () => {
      const said = heard
      heard = []
      return said
    },
    close: () => browser.close(),
  }
}
