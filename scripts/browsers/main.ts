/**
 * `npm run test:browsers`: the built site in Firefox and in WebKit, Safari's engine, where they are installed.
 *
 * --only name    firefox or webkit alone
 * --out folder   where the pictures go (.cache/browsers/)
 * --dist folder  a site that is built already
 *
 * FIREFOX_BIN, WEBKIT_DRIVER and MINI_BROWSER name programs that are not where they are looked for.
 * Exit status: 0 all is well, 1 a check failed, 2 none failed but a browser that was asked for is not installed.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { projectRoot, runScript } from '../run.ts'
import { serve } from '../serve.ts'
import { type Driver, NotInstalled } from './driver.ts'
import { startFirefox } from './firefox.ts'
import { checks, usualSize, type Visit } from './visit.ts'
import { startWebkit } from './webkit.ts'

const browsers: Readonly<Record<string, () => Promise<Driver>>> = {
  firefox: startFirefox,
  webkit: startWebkit,
}

type Outcome = 'passed' | 'failed' | 'missing'

async function visit(id: string, launch: () => Promise<Driver>, siteUrl: string): Promise<Outcome> {
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
    await driver.resize(usualSize)
    const picture = async (name: string) =>
      writeFileSync(join(folder, `${id}-${name}.png`), await driver.screenshot())
    return await checkAll(id, { driver, siteUrl, picture })
  } finally {
    await driver.close()
  }
}

/** All of them, each even if another failed. */
async function checkAll(id: string, seen: Visit): Promise<Outcome> {
  let outcome: Outcome = 'passed'
  for (const { name, run } of checks) {
    try {
      console.log(`${id}: ✓ ${name}: ${await run(seen)}`)
    } catch (error) {
      outcome = 'failed'
      console.log(`${id}: ✗ ${name}: ${error instanceof Error ? error.message : String(error)}`)
      await seen.picture(`failed-${checks.findIndex((one) => one.name === name)}`).catch(() => {})
    }
  }
  return outcome
}

const { values: options } = parseArgs({
  options: { only: { type: 'string' }, out: { type: 'string' }, dist: { type: 'string' } },
})
const wanted = Object.entries(browsers).filter(([id]) => options.only === undefined || options.only === id)
if (wanted.length === 0)
  throw new RangeError(`--only ${options.only}: choose ${Object.keys(browsers).join(' or ')}`)
if (options.dist === undefined && (await runScript('build.ts')) !== 0) process.exit(1)
const folder = resolve(options.out ?? join(projectRoot, '.cache', 'browsers'))
mkdirSync(folder, { recursive: true })

const site = await serve({ root: resolve(options.dist ?? join(projectRoot, 'dist')), port: 0 })
const outcomes: Outcome[] = []
try {
  for (const [id, launch] of wanted) outcomes.push(await visit(id, launch, site.url))
} finally {
  await site.close()
}
console.log(`Pictures: ${folder}`)
process.exitCode = outcomes.includes('failed') ? 1 : outcomes.includes('missing') ? 2 : 0
