/**
 * `npm run bench`: measures every budget of this version on the built site in headless Chromium, prints
 * a table and writes bench/latest.json. Fails on sizes and counts, never on times.
 *
 * --only a,b     only these lines      --list         their names
 * --repeats n    instead of 5          --dist folder  a site that is built already
 * --out file     instead of bench/latest.json
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import type { BackendReport } from '../../src/model/engine/protocol.ts'
import { launchOptions } from '../chromium.ts'
import { projectRoot, runScript } from '../run.ts'
import { serve } from '../serve.ts'
import { serveBare } from './bareSite.ts'
import { type BenchContext, type Findings, isMet, type Line } from './line.ts'
import { digitsToGoal } from './lines/digits.ts'
import { downloads, engineDownload } from './lines/downloads.ts'
import { framesWhileTraining } from './lines/frames.ts'
import { growth } from './lines/growth.ts'
import { interaction } from './lines/interaction.ts'
import { leaks } from './lines/leaks.ts'
import { lighthouseDesktop, lighthouseMobile } from './lines/lighthouse.ts'
import { parsing } from './lines/parsing.ts'
import { seriesLeaks, seriesSpeed } from './lines/series.ts'
import { chosenAgainstSoftwareWebgl, liveAgainstBare } from './lines/speed.ts'
import { describeMachine, load } from './machine.ts'
import { curveTable, rowsTable } from './table.ts'

const lines: readonly Line[] = [
  downloads,
  engineDownload,
  lighthouseMobile,
  lighthouseDesktop,
  framesWhileTraining,
  liveAgainstBare,
  chosenAgainstSoftwareWebgl,
  digitsToGoal,
  interaction,
  leaks,
  growth,
  seriesSpeed,
  seriesLeaks,
  parsing,
]

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    list: { type: 'boolean', default: false },
    repeats: { type: 'string', default: '5' },
    dist: { type: 'string' },
    out: { type: 'string', default: join(projectRoot, 'bench', 'latest.json') },
  },
})

/** @throws RangeError if a name is no line's */
function wantedLines(only: string | undefined): readonly Line[] {
  if (only === undefined) return lines
  return only.split(',').map((id) => {
    const line = lines.find((one) => one.id === id)
    if (line === undefined)
      throw new RangeError(`no line "${id}"; there are ${lines.map((one) => one.id).join(', ')}`)
    return line
  })
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  await new Promise((done) => server.close(done))
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

interface Later<T> {
  readonly get: () => Promise<T>
  /** undefined: nobody asked for it. */
  readonly started: () => Promise<T | undefined>
}

/** Something that is started once, when it is first asked for. */
function later<T>(start: () => Promise<T>): Later<T> {
  let promise: Promise<T> | undefined
  return {
    get: () => {
      promise ??= start()
      return promise
    },
    started: async () => promise,
  }
}

async function measureAll(wanted: readonly Line[], context: BenchContext): Promise<Findings[]> {
  const found: Findings[] = []
  for (const { id, measure } of wanted) {
    console.error(`${id} …`)
    try {
      found.push(await measure(context))
    } catch (error) {
      const note = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
      // Not measured is not met, and counts like a size: somebody has to look.
      found.push({
        rows: [{ name: id, value: null, unit: '', kind: 'count', budget: { at: 'most', value: 0 }, note }],
      })
    }
  }
  return found
}

async function main(): Promise<void> {
  if (options.list) return console.log(lines.map(({ id }) => id).join('\n'))
  const wanted = wantedLines(options.only)
  if (options.dist === undefined && (await runScript('build.ts')) !== 0) process.exit(1)
  const site = await serve({ root: resolve(options.dist ?? join(projectRoot, 'dist')), port: 0 })
  const debugPort = await freePort()
  const launch = await launchOptions({ webgl: 'none' })
  const browser = await chromium.launch({
    ...launch,
    args: [...launch.args, `--remote-debugging-port=${debugPort}`],
  })
  const webgl = later(async () => chromium.launch(await launchOptions({ webgl: 'software' })))
  const bare = later(serveBare)
  const loadBefore = load()
  const found = await measureAll(wanted, {
    browser,
    debugPort,
    siteUrl: site.url,
    webglBrowser: webgl.get,
    bareUrl: async () => (await bare.get()).url,
    repeats: Number(options.repeats),
    say: (text) => console.error(`  ${text}`),
  })
  const version = browser.version()
  for (const one of [browser, site, await webgl.started(), await bare.started()]) await one?.close()

  const rows = found.flatMap((one) => one.rows)
  const curves = found.flatMap((one) => one.curves ?? [])
  const backend: BackendReport | null = found.findLast((one) => one.backend !== undefined)?.backend ?? null
  console.log([rowsTable(rows), ...curves.map(curveTable)].join('\n\n'))
  const report = {
    date: new Date().toISOString(),
    machine: describeMachine(`Chromium ${version}, headless`),
    load: { before: loadBefore, after: load() },
    repeats: Number(options.repeats),
    backend,
    rows: rows.map((row) => ({ ...row, met: isMet(row) })),
    curves,
  }
  mkdirSync(dirname(options.out), { recursive: true })
  writeFileSync(options.out, `${JSON.stringify(report, rounded, 1)}\n`)
  if (rows.some((row) => row.kind !== 'time' && isMet(row) === false)) process.exitCode = 1
}

/** Digits beyond the fifth are noise. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(5)) : value
}

await main()
