/**
 * Finds a Chromium for tests, bench and screenshots, or brings one: the one that
 * CHROME_BIN names, then an installed Chrome or Chromium, then the Linux build
 * inside the npm package @sparticuz/chromium.
 */
import { spawnSync } from 'node:child_process'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'

export interface Chromium {
  readonly executablePath: string
  /** The whole environment to start it with. */
  readonly env: Readonly<Record<string, string>>
  readonly origin: 'CHROME_BIN' | 'installed' | 'packaged'
}

export class NoChromiumError extends Error {
  constructor(reason: string) {
    super(
      `No Chrome or Chromium to test with: ${reason}. ` +
        'Install Google Chrome or Chromium (on Debian and Ubuntu: apt-get install chromium), ' +
        'or set CHROME_BIN to the path of its program.',
    )
    this.name = 'NoChromiumError'
  }
}

type Environment = Readonly<Record<string, string | undefined>>

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

/** Programs of Chrome and Chromium at the usual places of a platform, best first. */
export function usualPlaces(platform: NodeJS.Platform, env: Environment): string[] {
  if (platform === 'darwin') {
    const apps = ['/Applications', join(env.HOME ?? '', 'Applications')]
    return apps.flatMap((folder) => [
      `${folder}/Google Chrome.app/Contents/MacOS/Google Chrome`,
      `${folder}/Chromium.app/Contents/MacOS/Chromium`,
    ])
  }
  if (platform === 'win32') {
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => [
        `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
        `${folder}\\Chromium\\Application\\chrome.exe`,
      ])
  }
  return ['/opt/google/chrome/chrome', '/usr/lib/chromium/chromium', '/snap/bin/chromium']
}

/** The first installed browser, looked for on PATH and then at the usual places; null if there is none. */
export function installedChromium(platform: NodeJS.Platform, env: Environment): string | null {
  const onPath = (env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, name)))
  return [...onPath, ...usualPlaces(platform, env)].find(isProgram) ?? null
}

/**
 * SE_NO_SYSTEM_BROWSER=1 passes over an installed browser, to try the packaged one.
 *
 * @throws NoChromiumError with what to do
 */
export async function findChromium(env: Environment = process.env): Promise<Chromium> {
  const asked = env.CHROME_BIN
  if (asked !== undefined && asked !== '') {
    if (!isProgram(asked)) throw new NoChromiumError(`CHROME_BIN names ${asked}, which is no program`)
    return { executablePath: asked, env: defined(env), origin: 'CHROME_BIN' }
  }
  const installed = env.SE_NO_SYSTEM_BROWSER === '1' ? null : installedChromium(process.platform, env)
  if (installed !== null) return { executablePath: installed, env: defined(env), origin: 'installed' }
  return packagedChromium(env)
}

export interface FlagOptions {
  /** `software`: WebGL on the processor, the same on every machine; `none`: no WebGL at all. */
  readonly webgl?: 'software' | 'none'
  /** Whether V8 works in the background too, as in every reader's Chromium; tests do without. */
  readonly concurrent?: boolean
}

/**
 * On Linux Chromium can stop for good where V8 works in the background: the main thread waits for a font of the
 * system, which it asks for through the thread pool, and all threads of the pool (three, on two cores) parse or
 * compile scripts and wait for the main thread. With several browsers at once that was one load in a few hundred.
 * The list of features stands in for Playwright's own, of which it repeats what matters here.
 */
const notConcurrent = [
  '--js-flags=--single-threaded',
  `--disable-features=${[
    'ScriptStreaming',
    'AvoidUnnecessaryBeforeUnloadCheckSync',
    'DestroyProfileOnBrowserClose',
    'HttpsUpgrades',
    'MediaRouter',
    'NetworkTimeServiceQuerying',
    'OptimizationHints',
    'PaintHolding',
    'ThirdPartyStoragePartitioning',
  ].join(',')}`,
]

/** Command line for quiet, reproducible runs; the sandbox stays on where it works. */
export function chromiumFlags({ webgl = 'software', concurrent = true }: FlagOptions = {}): string[] {
  return [
    ...(sandboxWorks() ? [] : ['--no-sandbox']),
    ...(concurrent ? [] : notConcurrent),
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    ...(webgl === 'software'
      ? ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist']
      : ['--disable-gpu', '--disable-software-rasterizer']),
  ]
}

/** Chromium's sandbox cannot start as root, and often not inside a CI container. */
function sandboxWorks(): boolean {
  if (process.getuid?.() === 0 || process.env.CI !== undefined) return false
  const forbidsNamespaces = (file: string, value: string): boolean =>
    existsSync(file) && readFileSync(file, 'utf8').trim() === value
  return !(
    forbidsNamespaces('/proc/sys/kernel/unprivileged_userns_clone', '0') ||
    forbidsNamespaces('/proc/sys/kernel/apparmor_restrict_unprivileged_userns', '1')
  )
}

/** What Playwright's `launch` takes, for test runners and scripts alike. */
export async function launchOptions(flags: FlagOptions = {}): Promise<{
  executablePath: string
  args: string[]
  env: Record<string, string>
  chromiumSandbox: boolean
}> {
  const { executablePath, env } = await findChromium()
  return { executablePath, args: chromiumFlags(flags), env: { ...env }, chromiumSandbox: sandboxWorks() }
}

async function packagedChromium(env: Environment): Promise<Chromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new NoChromiumError(
      `none is installed, and there is no packaged one for ${process.platform} ${process.arch}`,
    )
  }
  const folder = await unpacked()
  const executablePath = join(folder, 'chromium')
  const plain = defined(env)
  const first = startError(executablePath, plain)
  if (first === null) return { executablePath, env: plain, origin: 'packaged' }
  // A machine without nss, nspr and expat: the package brings these libraries too.
  const libraries = [join(folder, 'al2023', 'lib'), env.LD_LIBRARY_PATH].filter((path) => path !== undefined)
  const helped = {
    ...plain,
    LD_LIBRARY_PATH: libraries.join(delimiter),
    FONTCONFIG_PATH: env.FONTCONFIG_PATH ?? join(folder, 'fonts'),
  }
  const second = startError(executablePath, helped)
  if (second === null) return { executablePath, env: helped, origin: 'packaged' }
  throw new NoChromiumError(`none is installed, and the packaged one does not start (${second})`)
}

/**
 * The package unpacks into TMPDIR and takes whatever lies there already for its own,
 * whichever version: so every version gets a folder of its own, filled in one move.
 */
async function unpacked(): Promise<string> {
  const cache = join(import.meta.dirname, '..', 'node_modules', '.cache')
  const folder = join(cache, `chromium-${packageVersion()}`)
  if (existsSync(folder)) return folder
  mkdirSync(cache, { recursive: true })
  const fresh = mkdtempSync(join(cache, 'chromium-unpacking-'))
  const { default: chromium } = await import('@sparticuz/chromium')
  // The package unpacks its shared libraries only where it believes itself on that system.
  await withEnvironment({ TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' }, () =>
    chromium.executablePath(),
  )
  try {
    renameSync(fresh, folder)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    // Another process was faster.
    if (!existsSync(folder)) throw error
  }
  return folder
}

async function withEnvironment<T>(changes: Record<string, string>, work: () => Promise<T>): Promise<T> {
  const before = Object.keys(changes).map((name) => [name, process.env[name]] as const)
  Object.assign(process.env, changes)
  try {
    return await work()
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
}

function packageVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const manifest: unknown = JSON.parse(readFileSync(join(dirname(entry), '..', '..', 'package.json'), 'utf8'))
  return String((manifest as { version: unknown }).version)
}

/** What the program says when it cannot start; null if it starts. */
function startError(program: string, env: Record<string, string>): string | null {
  const { status, stderr, error } = spawnSync(program, ['--version'], {
    env,
    encoding: 'utf8',
    timeout: 30_000,
  })
  if (status === 0) return null
  return error?.message ?? (stderr.trim() || `exit status ${status}`)
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function defined(env: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
