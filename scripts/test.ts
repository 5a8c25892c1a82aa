/**
 * `npm test`: static checks, unit and browser tests, build, end-to-end tests.
 * Every part runs even if an earlier one failed, except that without a build
 * there is nothing to look at end to end. The last line counts all of them.
 */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { checks } from './checks.ts'
import { findChromium, NoChromiumError } from './chromium.ts'
import { projectRoot, runProgram, runScript } from './run.ts'
import { add, nothing, type Tally, tallyPlaywright, tallyStatus, tallyVitest, totals } from './tally.ts'

const results = join(projectRoot, '.cache', 'results')

function report(name: string): unknown {
  try {
    return JSON.parse(readFileSync(join(results, name), 'utf8'))
  } catch {
    return null
  }
}

async function vitest(project: string): Promise<Tally> {
  const file = `${project}.json`
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${join(results, file)}`]
  const status = await runProgram('vitest', 'vitest', ['run', '--project', project, ...reporters])
  return tallyVitest(report(file), status)
}

async function endToEnd(): Promise<Tally> {
  const status = await runProgram('@playwright/test', 'playwright', ['test'])
  return tallyPlaywright(report('e2e.json'), status)
}

/** @returns false, with what to do, if there is no browser to test with */
async function browserAtHand(): Promise<boolean> {
  try {
    const { executablePath, origin } = await findChromium()
    console.log(`Testing with ${executablePath} (${origin})`)
    return true
  } catch (error) {
    if (!(error instanceof NoChromiumError)) throw error
    console.error(error.message)
    return false
  }
}

rmSync(results, { recursive: true, force: true })
const browser = await browserAtHand()
const parts: (readonly [string, () => Promise<Tally>])[] = [
  ['prepare-data', async () => tallyStatus(await runScript('prepare-data.ts'))],
  ...checks.map(({ name, run }) => [name, async () => tallyStatus(await run())] as const),
  ['unit tests', () => vitest('node')],
  ['browser tests', async () => (browser ? vitest('browser') : { ...nothing, failed: 1 })],
  ['build', async () => tallyStatus(await runScript('build.ts'))],
]

let total = nothing
const summary: string[] = []
const count = async (name: string, run: () => Promise<Tally>): Promise<Tally> => {
  console.log(`\n== ${name} ==`)
  const start = performance.now()
  const tally = await run()
  total = add(total, tally)
  summary.push(`${name}: ${totals(tally)} in ${((performance.now() - start) / 1000).toFixed(1)} s`)
  return tally
}

let built = false
for (const [name, run] of parts) built = (await count(name, run)).failed === 0
await count('end-to-end tests', async () => (built && browser ? endToEnd() : { ...nothing, failed: 1 }))

console.log(`\n${summary.join('\n')}\n`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
console.log(totals(total))
