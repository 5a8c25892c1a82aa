/** The program `npm start`, with a build of a few small files (startFixture/slowBuild.ts) in the place of the real one. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { projectRoot } from '../../scripts/run.ts'
import { writeSmallSite } from './startFixture/smallSite.ts'
import { fetchPart, type Visit, visit } from './visitor.ts'

/** A busy machine takes its time. */
const busy = { timeout: 30_000 }

const tsx = createRequire(import.meta.url).resolve('tsx')

let folder: string
let running: ChildProcess[]

beforeEach(() => {
  running = []
  folder = mkdtempSync(join(tmpdir(), 'se-start-'))
  for (const path of ['package.json', 'scripts', 'build', 'test/scripts/startFixture'])
    cpSync(join(projectRoot, path), join(folder, path), { recursive: true })
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'), 'junction')
  writeFileSync(join(folder, 'scripts', 'build.ts'), "import '../test/scripts/startFixture/slowBuild.ts'\n")
})

afterEach(async () => {
  for (const child of running) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill()
    await once(child, 'exit')
  }
  rmSync(folder, { recursive: true, force: true })
})

interface Program {
  /** All that it has written. */
  text(): string
  stop(): void
  readonly ended: Promise<number | null>
}

function run(script: string, env: Readonly<Record<string, string>>): Program {
  const child = spawn(process.execPath, ['--import', tsx, join(folder, 'scripts', script)], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => {
      text += part.toString()
    })
  return {
    text: () => text,
    stop: () => void child.kill(),
    ended: once(child, 'close').then(([status]) => status as number | null),
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Until `done` says so, both pages every 50 ms; what was answered, in order, without repetitions. */
async function watch(port: number, done: (seen: readonly (string | null)[]) => boolean) {
  const counts = new Map<string | null, number>()
  const order: (string | null)[] = []
  const visits: Visit[] = []
  while (!done(order)) {
    for (const path of ['', 'ko/']) {
      const seen = await visit(`http://127.0.0.1:${port}/${path}`).catch((error: Error) => {
        // It does not listen yet, or has just ended: no answer at all.
        const { code = '' } = (error.cause ?? {}) as NodeJS.ErrnoException
        if (!['ECONNREFUSED', 'ECONNRESET', 'UND_ERR_SOCKET'].includes(code)) throw error
        return undefined
      })
      if (seen === undefined) continue
      visits.push(seen)
      counts.set(seen.build, (counts.get(seen.build) ?? 0) + 1)
      if (order.at(-1) !== seen.build) order.push(seen.build)
    }
    await setTimeout(50)
  }
  return { order, counts, visits }
}

const script = (name: string): string => `assets/boot-${name}.js`

test('from an empty folder: 503 until the site is whole', async () => {
  const port = await freePort()
  const program = run('start.ts', { PORT: String(port), BUILD_NAME: 'newBuild' })
  const { order, counts } = await watch(port, (seen) => seen.includes(script('newBuild')))
  expect(order).toEqual([null, script('newBuild')])
  expect(counts.get(null)).toBeGreaterThan(4)
  await expect.poll(program.text, busy).toContain(`SE Explainer: http://127.0.0.1:${port}/ (Ctrl+C stops it)`)
})

test('from an earlier build: that one until the new one is whole, and its parts for longer', async () => {
  await writeSmallSite(join(folder, 'dist'), 'oldBuild')
  const port = await freePort()
  run('start.ts', { PORT: String(port), BUILD_NAME: 'newBuild' })
  const { order, counts, visits } = await watch(port, (seen) => seen.includes(script('newBuild')))
  expect(order).toEqual([script('oldBuild'), script('newBuild')])
  expect(counts.get(script('oldBuild'))).toBeGreaterThan(4)
  // A page of the old build that was opened before, and asks only now.
  const old = visits.find(({ build }) => build === script('oldBuild'))?.named ?? []
  expect(old).toContain(`http://127.0.0.1:${port}/assets/part-oldBuild.js`)
  for (const address of old) await fetchPart(address)
  expect(existsSync(join(folder, 'dist', 'assets', 'part-oldBuild.js'))).toBe(false)

  // Built again beside the running server.
  expect(await run('build.ts', { BUILD_NAME: 'nextOne_' }).ended).toBe(0)
  const later = await watch(port, (seen) => seen.includes(script('nextOne_')))
  expect(later.order.filter((build) => build !== script('newBuild'))).toEqual([script('nextOne_')])
})

test('half a site that a stopped build has left is not shown', async () => {
  await writeSmallSite(join(folder, 'dist'), 'oldBuild')
  rmSync(join(folder, 'dist', 'ko'), { recursive: true })
  const port = await freePort()
  run('start.ts', { PORT: String(port), BUILD_NAME: 'newBuild' })
  const { order } = await watch(port, (seen) => seen.includes(script('newBuild')))
  expect(order).toEqual([null, script('newBuild')])
})

test('a build that fails: its words, its status, the earlier site as it was', async () => {
  await writeSmallSite(join(folder, 'dist'), 'oldBuild')
  const port = await freePort()
  const program = run('start.ts', { PORT: String(port), BUILD_NAME: 'newBuild', BUILD_FAILS: '1' })
  let status: number | null | undefined
  void program.ended.then((ended) => {
    status = ended
  })
  const { order } = await watch(port, () => status !== undefined)
  expect(order).toEqual([script('oldBuild')])
  expect(status).toBe(1)
  expect(program.text()).toContain('The planted fault')
  expect(program.text()).toContain('The build failed with status 1')
  expect(program.text()).not.toContain('SE Explainer:')
  expect(readdirSync(folder).filter((name) => name.startsWith('dist'))).toEqual(['dist'])
  expect(readFileSync(join(folder, 'dist', 'notices.txt'), 'utf8')).toBe('oldBuild')
})

test('stopped while it builds: the build stops too, and nothing is left', async () => {
  const port = await freePort()
  const program = run('start.ts', { PORT: String(port), BUILD_NAME: 'newBuild' })
  const parts = () => readdirSync(folder).filter((name) => name.startsWith('dist'))
  await expect.poll(parts, busy).toEqual([expect.stringMatching(/^dist\.new-\d+$/)])
  program.stop()
  expect(await program.ended).toBe(143)
  await expect.poll(parts, busy).toEqual([])
})
