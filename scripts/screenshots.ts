/**
 * `npm run screenshots`: the README's picture (docs/screenshot.png) and a gallery of the page in three
 * widths, two themes and two languages to look at (.cache/screenshots/, not committed).
 *
 * --step id      the gallery shows this lesson step instead of the first
 * --dist folder  a site that is built already
 */
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Browser, chromium } from '@playwright/test'
import { launchOptions } from './chromium.ts'
import { projectRoot, runScript } from './run.ts'
import { serve } from './serve.ts'

interface Shot {
  readonly width: number
  readonly height: number
  readonly theme: 'light' | 'dark'
  readonly lang: 'en' | 'ko'
  readonly step: string
  readonly fullPage: boolean
  readonly file: string
}

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
] as const

const readmeShot: Omit<Shot, 'step'> = {
  width: 1440,
  height: 900,
  theme: 'light',
  lang: 'en',
  fullPage: false,
  file: join(projectRoot, 'docs', 'screenshot.png'),
}

function galleryShots(folder: string, step: string): Shot[] {
  return sizes.flatMap((size) =>
    (['light', 'dark'] as const).flatMap((theme) =>
      (['en', 'ko'] as const).map((lang) => ({
        ...size,
        theme,
        lang,
        step,
        fullPage: true,
        file: join(folder, `${step}-${size.width}-${theme}-${lang}.png`),
      })),
    ),
  )
}

/** Without motion, so that every picture shows the settled page. */
async function take(browser: Browser, siteUrl: string, shot: Shot): Promise<void> {
  const { width, height, theme, lang, step, fullPage, file } = shot
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: 'reduce',
    locale: lang === 'ko' ? 'ko-KR' : 'en-GB',
  })
  try {
    const page = await context.newPage()
    await page.goto(`${siteUrl}${lang === 'ko' ? 'ko/' : ''}?step=${step}`, { waitUntil: 'networkidle' })
    await page.waitForSelector('html[data-ready="true"]', { state: 'attached' })
    await page.evaluate(async () => {
      await document.fonts.ready
    })
    await page.screenshot({ path: file, fullPage })
    console.log(file)
  } finally {
    await context.close()
  }
}

const { values: options } = parseArgs({
  options: { step: { type: 'string', default: 'why' }, dist: { type: 'string' } },
})
if (options.dist === undefined && (await runScript('build.ts')) !== 0) process.exit(1)
const gallery = join(projectRoot, '.cache', 'screenshots')
mkdirSync(gallery, { recursive: true })
mkdirSync(join(projectRoot, 'docs'), { recursive: true })
const site = await serve({ root: resolve(options.dist ?? join(projectRoot, 'dist')), port: 0 })
const browser = await chromium.launch(await launchOptions({ webgl: 'none' }))
try {
  for (const shot of [{ ...readmeShot, step: 'why' }, ...galleryShots(gallery, options.step)]) {
    await take(browser, site.url, shot)
  }
} finally {
  await browser.close()
  await site.close()
}
