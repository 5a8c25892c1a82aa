/**
 * `npm run test:browsers`: the built site in Firefox and in WebKit, Safari's engine, where they are installed.
 *
 * --only name    firefox or webkit alone
 * --check words  checks whose name contains these words
 * --out folder   where the pictures go (.cache/browsers/)
 * --dist folder  a site that is built already
 *
 * FIREFOX_BIN, WEBKIT_DRIVER and MINI_BROWSER name programs that are not where they are looked for.
 * Exit status: 0 all is well, 1 a check failed, 2 none failed but a browser that was asked for is not installed.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { projectRoot, runScript } from '../run.ts'
import { serve } from '../serve.ts'
import { checks } from './checks.ts'
import { type Driver, NotInstalled } from './driver.ts'
import { startFirefox } from './firefox.ts'
import { type Check, silence, usualSize, type Visit } from './visit.ts'
import { watched } from './watched.ts'
import { startWebkit } from './webkit.ts'

const browsers: Readonly<Record<string, () => Promise<Driver>>> = {
  firefox: startFirefox,
  webkit: startWebkit,
}

type Outcome = 'passed' | 'failed' | 'missing'

const secondsSince = (begun: number) => `${((performance.now() - begun) / 1000).toFixed(1)} s`

async function visit(id: string, launch: () => Promise<Driver>): Promise<Outcome> {
  const begun = performance.now()
  let driver: Driver
  try {
    driver = await launch()
  } catch (error) {
    if (!(error instanceof NotInstalled)) throw error
    console.log(`${id}: not installed, nothing was tested (on Debian: apt install ${error.message})`)
    return 'missing'
  }
  try {
    console.log(driver.name)
    let outcome: Outcome = 'passed'
    for (const check of chosen) {
      // A server of its own: an origin in whose storage nothing is.
      const site = await serve({ root: copy, port: 0 })
      if (!(await passes(check, id, driver, site.url))) outcome = 'failed'
      const isThere = await leaves(driver)
      await site.close()
      if (isThere) continue
      // A browser that fell takes no other check with it.
      await driver.close().catch(() => {})
      driver = await launch()
    }
    return outcome
  } finally {
    await driver.close()
    console.log(`${id}: ${chosen.length} checks in ${secondsSince(begun)}`)
  }
}

/** From the page: what it is still fetching, or training, must not trouble the next one. @returns false if it cannot */
function leaves(driver: Driver): Promise<boolean> {
  return driver.open('about:blank').then(
    () => true,
    () => false,
  )
}

/** Says how it went. */
async function passes({ name, run }: Check, id: string, driver: Driver, siteUrl: string): Promise<boolean> {
  const begun = performance.now()
  const picture = async (what: string) =>
    writeFileSync(join(pictures, `${id}-${what}.png`), await driver.screenshot())
  const folder = mkdtempSync(join(temporary, 'files-'))
  const seen: Visit = { driver, siteUrl, folder, picture }
  try {
    driver.heard()
    await driver.resize(usualSize)
    const said = await run(seen)
    await silence(seen)
    console.log(`${id}: ✓ ${name}: ${said} (${secondsSince(begun)})`)
    return true
  } catch (error) {
    const heard = await silence(seen).catch((also: unknown) => also)
    const all = new Set([error, heard].flatMap((one) => (one instanceof Error ? [one.message] : [])))
    console.log(`${id}: ✗ ${name}: ${[...all].join('; ')} (${secondsSince(begun)})`)
    await picture(`failed-${name.replaceAll(/\W+/g, '-').toLowerCase()}`).catch(() => {})
    return false
  }
}

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    check: { type: 'string' },
    out: { type: 'string' },
    dist: { type: 'string' },
  },
})
const wanted = Object.entries(browsers).filter(([id]) => options.only === undefined || options.only === id)
if (wanted.length === 0)
  throw new RangeError(`--only ${options.only}: choose ${Object.keys(browsers).join(' or ')}`)
const chosen = checks.filter(({ name }) => name.includes(options.check ?? ''))
if (chosen.length === 0)
  throw new RangeError(`--check ${options.check}: choose among ${checks.map(({ name }) => name).join(' / ')}`)
if (options.dist === undefined && (await runScript('build.ts')) !== 0) process.exit(1)
const pictures = resolve(options.out ?? join(projectRoot, '.cache', 'browsers'))
mkdirSync(pictures, { recursive: true })

const temporary = mkdtempSync(join(tmpdir(), 'se-explainer-'))
const copy = join(temporary, 'site')
const outcomes: Outcome[] = []
try {
  watched(resolve(options.dist ?? join(projectRoot, 'dist')), copy)
  for (const [id, launch] of wanted) outcomes.push(await visit(id, launch))
} finally {
  rmSync(temporary, { recursive: true })
}
console.log(`Pictures: ${pictures}`)
process.exitCode = outcomes.includes('failed') ? 1 : outcomes.includes('missing') ? 2 : 0
