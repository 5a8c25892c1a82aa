/** Safari's engine: WebKitGTK's MiniBrowser on a display of its own, by WebKitWebDriver. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Driver, until } from './driver.ts'
import { findProgram, type Started, start } from './programs.ts'
import { loaded } from './watched.ts'
import { Session } from './webdriver.ts'

const driverPackage = 'webkit2gtk-driver'

/** Its pointer rests in the middle. */
const displaySize = { width: 2400, height: 2400 } as const
/**
 * Where the window is put: with its toolbar under the pointer. Without a window manager the focus is where the pointer
 * is, and in the page it would now and then tell of itself in the middle of a stroke.
 */
const windowAt = { x: displaySize.width / 2 - 300, y: displaySize.height / 2 - 12 } as const

/** Where distributions put what belongs to WebKitGTK. */
function miniBrowsers(): string[] {
  return ['/usr/lib', '/usr/libexec'].flatMap((top) => {
    const inside = foldersIn(top).map((name) => join(top, name))
    return [top, ...inside].flatMap((folder) =>
      foldersIn(folder)
        .filter((name) => name.startsWith('webkit2gtk-'))
        .map((name) => join(folder, name, 'MiniBrowser')),
    )
  })
}

function foldersIn(path: string): string[] {
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .reverse()
  } catch {
    return []
  }
}

/** @throws NotInstalled if one of the programs is missing */
export async function startWebkit(): Promise<Driver> {
  const driver = findProgram(driverPackage, process.env.WEBKIT_DRIVER, ['WebKitWebDriver'])
  const binary = findProgram(driverPackage, process.env.MINI_BROWSER, miniBrowsers())
  const running: Started[] = []
  const home = mkdtempSync(join(tmpdir(), 'webkit-'))
  const stop = async () => {
    await stopAll(running)
    rmSync(home, { recursive: true, force: true })
  }
  try {
    const env = environment(await startDisplay(running))
    const port = await freePort()
    running.push(start(driver, [`--port=${port}`, '--host=127.0.0.1'], { env }))
    const url = `http://127.0.0.1:${port}`
    await until('WebKitWebDriver answers', () =>
      fetch(`${url}/status`).then(
        ({ ok }) => ok,
        () => false,
      ),
    )
    const session = await Session.start(url, {
      'webkitgtk:browserOptions': { binary, args: ['--automation'] },
    })
    return {
      name: `WebKit (${session.browser})`,
      open: (address) => session.open(address),
      resize: (size) => session.resize(size, windowAt),
      evaluate: (run, ...args) => session.evaluate(run, ...args),
      click: (selector) => session.click(selector),
      press: (key, held) => session.press(key, held),
      write: (selector, words) => session.write(selector, words),
      choose: (selector, value) => session.click(`${selector} option[value="${value}"]`),
      giveFiles: (selector, paths) => session.write(selector, paths.join('\n')),
      stroke: (points) => session.stroke(points),
      screenshot: () => session.screenshot(),
      heard: () => [],
      consoleOf: (address) => consoleOf(binary, home, address),
      close: async () => {
        await session.end().catch(() => {})
        await stop()
      },
    }
  } catch (error) {
    await stop()
    throw error
  }
}

function environment(display: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DISPLAY: display,
    LIBGL_ALWAYS_SOFTWARE: '1',
    // Its sandbox does not start for root, and there is nothing here to be kept from.
    ...(process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {}),
  }
}

/**
 * By a browser of its own: one that is driven has a private session, and writes no console.
 * @param home where it keeps what it keeps
 */
async function consoleOf(binary: string, home: string, address: string): Promise<readonly string[]> {
  const running: Started[] = []
  try {
    const env = { ...environment(await startDisplay(running)) }
    for (const name of ['XDG_CACHE_HOME', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME']) env[name] = home
    const browser = start(binary, ['--enable-write-console-messages-to-stdout=true', address], {
      env,
      // In spite of the option’s name it writes there, among what its libraries say.
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    running.push(browser)
    let written = ''
    browser.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      written += text
    })
    await until(`the console of ${address} is read`, async () => written.includes(loaded))
    const lines = written.split('\n').filter((line) => /\bCONSOLE\b/.test(line))
    return lines.filter((line) => !line.includes(loaded))
  } finally {
    await stopAll(running)
  }
}

/** Ours, so that no window appears and its size is known. @returns what DISPLAY is to be */
async function startDisplay(running: Started[]): Promise<string> {
  const program = findProgram('xvfb', undefined, ['Xvfb'])
  const screen = [
    '-screen',
    '0',
    `${displaySize.width}x${displaySize.height}x24`,
    '-nolisten',
    'tcp',
    '-displayfd',
    '3',
  ]
  const xvfb = start(program, screen, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  running.push(xvfb)
  const said = xvfb.child.stdio[3]
  return new Promise((done, failed) => {
    said?.once('data', (number: Buffer) => done(`:${number.toString().trim()}`))
    xvfb.child.once('exit', () => failed(new Error('Xvfb ended before it had a display')))
  })
}

async function stopAll(running: readonly Started[]): Promise<void> {
  for (const one of [...running].reverse()) await one.stop()
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer().once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
